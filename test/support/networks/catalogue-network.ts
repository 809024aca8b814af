import { pino } from 'pino';
import { request } from 'undici';
import { createStoppedClock } from '../../../subgraphs/shared/process/clock.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { BUILT_IN_LISTS } from '../built-in-lists.js';
import { BUILT_IN_THESAURUS } from '../built-in-thesaurus.js';
import { at } from '../json-path.js';
import {
  createCatalogueServer,
  type CatalogueServer,
  type CatalogueServerOptions,
} from '../../../subgraphs/catalogue/server.js';
import { units } from '../unit.js';
import type { Caller } from '../../../subgraphs/shared/identity/caller.js';
import { SHOWN_ROLES, showing } from '../fakes/access-tokens.js';
import { asking, HUB_KEYS } from '../fakes/hub-keys.js';

/** Noon of a day on which the fixtures' evidence is judged. */
export const NOON = new Date('2026-11-23T10:00:00Z');

const COORDINATOR = showing('COORDINATOR');

/** A catalogue on a database, listening on a port of its own. */
export interface RunningCatalogue extends CatalogueServer {
  readonly url: string;
  /** Asks over HTTP, for everybody or as the gateway does for somebody. @returns The whole answer. */
  ask(query: string, variables?: object, caller?: Caller | null): Promise<Answer>;
  /** Asks over HTTP. @param path - Of what is wanted in the answer's data: `catalogue.totalCount`. */
  read(query: string, path: string, caller?: Caller | null): Promise<unknown>;
  /** Sends to one of the routes; a coordinator does who changes the registry, unless other headers are named. */
  send(method: 'GET' | 'PUT' | 'POST' | 'DELETE', path: string, more?: SendOptions): Promise<Sent>;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[];
}

interface AnswerError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly [key: string]: unknown };
}

interface SendOptions {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

interface Sent {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly json: unknown;
}

/** Starts a catalogue. It polls so rarely that only pokes and `look` move it, unless a test says otherwise. */
export async function startCatalogue(
  database: Database,
  options: Partial<CatalogueServerOptions> = {},
): Promise<RunningCatalogue> {
  const server = await createCatalogueServer({
    connection: database.connection,
    databaseTimeoutMs: units(100),
    builtInLists: BUILT_IN_LISTS,
    thesaurus: BUILT_IN_THESAURUS,
    lists: [],
    clock: createStoppedClock(NOON),
    registry: new Map(),
    access: { tokens: SHOWN_ROLES, isProduction: false },
    hubKeys: HUB_KEYS,
    pollIntervalMs: 3_600_000,
    feedTimeoutMs: units(100),
    log: pino({ level: 'silent' }),
    ...options,
  });
  const url = await server.listen('127.0.0.1', 0);
  const send: RunningCatalogue['send'] = async (method, path, { body, headers } = {}) => {
    const isChange = method !== 'GET' && path !== '/graphql';
    const response = await request(`${url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(headers ?? (isChange && COORDINATOR)) },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.body.text();
    const json: unknown = text === '' ? null : JSON.parse(text);
    return { status: response.statusCode, headers: response.headers, json };
  };
  const ask: RunningCatalogue['ask'] = async (query, variables = {}, caller = null) => {
    const body = { query, variables };
    const signed = caller && asking('catalogue', JSON.stringify(body), caller);
    const { json } = await send('POST', '/graphql', { body, headers: { ...signed } });
    return json as Answer;
  };
  const read: RunningCatalogue['read'] = async (query, path, caller = null) =>
    at((await ask(query, {}, caller)).data, path);
  return { ...server, url, send, ask, read };
}

/** Waits until `isTrue`, looking again after each turn of other work. @throws Error after `timeoutMs`. */
export async function until(isTrue: () => unknown, timeoutMs = units(200)): Promise<void> {
  const endMs = performance.now() + timeoutMs;
  while (!(await isTrue())) {
    if (performance.now() > endMs)
      throw new Error(`Not true within ${timeoutMs} ms: ${String(isTrue)}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
