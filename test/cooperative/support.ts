import { jest } from '@jest/globals';
import { pino } from 'pino';
import { request } from 'undici';
import type { Clock } from '../../subgraphs/shared/process/clock.js';
import type { Database } from '../../subgraphs/shared/mongo/database.js';
import { BUILT_IN_LISTS } from '../support/built-in-lists.js';
import {
  createCooperativeServer,
  type CooperativeServer,
  type CooperativeServerOptions,
} from '../../subgraphs/cooperative/server.js';
import { verifierOf } from '../support/fakes/hub-keys.js';
import { headersOf, usualAskerOf, type CooperativeAsker } from './askers.js';
import { openFreshDatabase } from '../support/database.js';
import { units } from '../support/unit.js';

const NOON = new Date('2026-11-23T10:00:00Z');

/** A clock that a test moves. */
function createMovableClock(): Clock & { set(instant: string): void } {
  let now = NOON;
  return {
    now: () => new Date(now),
    set: (instant) => {
      now = new Date(instant);
    },
  };
}

/** What people write, loosely typed: tests write wrong things too. */
export type Json = Record<string, unknown>;

/** A service as a file has it, with all that is required. */
export function serviceRow(row: Json = {}): Json {
  return {
    id: 'siivous',
    kind: 'SERVICE',
    title: { fi: 'Siivouspalvelut' },
    cpv: ['90910000'],
    resources: ['w1'],
    unit: 'HOUR',
    price: { net: '28.00', currency: 'EUR', vatRate: '25.5' },
    ...row,
  };
}

/** A valid network file with one resource and, unless a test says otherwise, one service. */
export function cooperativeFile(file: Json = {}): Json {
  return {
    id: 'karhu',
    name: 'Osuuskunta Karhunkynsi',
    country: 'FI',
    businessId: '1572860-0',
    timeZone: 'Europe/Helsinki',
    municipality: 'FI-609',
    serves: ['FI-609', 'FI-684'],
    languages: ['fi', 'sv'],
    members: [{ id: 'm1', name: 'Aino Karhumäki', email: 'aino@example.org', public: ['name'] }],
    resources: [{ id: 'w1', kind: 'WORKER', size: 1, member: 'm1', hours: [] }],
    services: [serviceRow()],
    ...file,
  };
}

/** Many services, `s01` first. */
export function serviceRows(count: number, row: Json = {}): Json[] {
  return Array.from({ length: count }, (_, index) =>
    serviceRow({ id: `s${String(index + 1).padStart(2, '0')}`, ...row }),
  );
}

interface Answer<Data> {
  readonly data: Data;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions: { readonly code: string };
  }[];
}

interface UserError {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[] | null;
}

export interface Counts {
  readonly type: string;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly unchanged: number;
}

interface ImportPayload {
  readonly cooperative: { readonly id: string; readonly name: string } | null;
  readonly changes: readonly Counts[];
  readonly unverified: readonly string[];
  readonly userErrors: readonly UserError[];
}

interface PublishPayload {
  readonly service: { readonly id: string; readonly published: boolean } | null;
  readonly userErrors: readonly UserError[];
}

interface FeedChange {
  readonly revision: number;
  readonly withdrawnAt: string | null;
  readonly cooperative: { readonly id: string; readonly name: string } | null;
  readonly service: {
    readonly id: string;
    readonly title: { readonly text: string; readonly language: string };
    readonly languages: readonly string[];
    readonly municipalities: readonly string[];
    readonly updatedAt: string;
    readonly published: boolean;
  } | null;
}

/** A cooperative's server on a database of its own, listening. */
export interface RunningCooperative {
  /** Base URL, without a slash at its end. */
  readonly url: string;
  readonly database: Database;
  readonly server: CooperativeServer;
  readonly poke: jest.Mock<() => Promise<void>>;
  readonly clock: ReturnType<typeof createMovableClock>;
  /** Asks over HTTP. @param asker - Whoever may ask such a thing where left out, as `usualAskerOf` says. */
  ask<Data>(query: string, variables?: object, asker?: CooperativeAsker): Promise<Answer<Data>>;
  /** Imports through the mutation. @returns The payload. */
  import(file: Json, isDryRun?: boolean): Promise<ImportPayload>;
  publish(id: string, published: boolean): Promise<PublishPayload>;
  /** All of the feed after a revision, with the fields that tests look at. */
  feed(since?: number, first?: number): Promise<FeedAnswer>;
  close(): Promise<void>;
}

interface FeedAnswer {
  readonly epoch: string;
  readonly revision: number;
  readonly hasMore: boolean;
  /** Such as `1 karhu`, `2 karhu:siivous` and `3 karhu:siivous withdrawn`. */
  readonly rows: readonly string[];
  readonly changes: readonly FeedChange[];
}

const FEED = `query Feed($since: Int!, $first: Int!) {
  catalogueChanges(since: $since, first: $first) {
    epoch revision hasMore
    changes {
      revision withdrawnAt
      cooperative { id name }
      service { id title { text language } languages municipalities updatedAt published }
    }
  }
}`;

export async function startCooperative(
  options: Partial<CooperativeServerOptions> = {},
): Promise<RunningCooperative> {
  const { cooperativeId = 'karhu' } = options;
  const database = await openFreshDatabase();
  const poke = jest.fn(() => Promise.resolve());
  const clock = createMovableClock();
  const server = await createCooperativeServer({
    connection: database.connection,
    cooperativeId,
    clock,
    lists: BUILT_IN_LISTS,
    log: pino({ level: 'silent' }),
    timeoutMs: units(100),
    poke,
    verifier: verifierOf(cooperativeId),
    ...options,
  });
  const url = await server.listen('127.0.0.1', 0);
  const ask: RunningCooperative['ask'] = async (
    query,
    variables = {},
    asker = usualAskerOf(query, cooperativeId),
  ) => {
    const asked = JSON.stringify({ query, variables });
    const signed = headersOf(asker, cooperativeId, asked);
    const { body } = await request(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...signed },
      body: asked,
    });
    return (await body.json()) as never;
  };
  return {
    url,
    database,
    server,
    poke,
    clock,
    ask,
    import: async (file, isDryRun = false) => {
      const { data } = await ask<{ importCooperative: ImportPayload }>(
        `mutation Import($cooperative: ID!, $json: String!, $dryRun: Boolean!) {
          importCooperative(input: { cooperative: $cooperative, json: $json, dryRun: $dryRun }) {
            cooperative { id name }
            changes { type added changed removed unchanged }
            unverified
            userErrors { code message field }
          }
        }`,
        { cooperative: cooperativeId, json: JSON.stringify(file), dryRun: isDryRun },
      );
      return data.importCooperative;
    },
    publish: async (id, published) => {
      const { data } = await ask<{ publishService: PublishPayload }>(
        `mutation Publish($id: ID!, $published: Boolean!) {
          publishService(input: { id: $id, published: $published }) {
            service { id published }
            userErrors { code message field }
          }
        }`,
        { id, published },
      );
      return data.publishService;
    },
    feed: async (since = 0, first = 1000) => {
      const { data } = await ask<{ catalogueChanges: Omit<FeedAnswer, 'rows'> }>(FEED, {
        since,
        first,
      });
      const page = data.catalogueChanges;
      const rows = page.changes.map(({ revision, service, cooperative, withdrawnAt }) => {
        const id = service?.id ?? cooperative?.id ?? '';
        return `${revision} ${id}${withdrawnAt === null ? '' : ' withdrawn'}`;
      });
      return { ...page, rows };
    },
    close: async () => {
      await server.close();
      await database.close();
    },
  };
}
