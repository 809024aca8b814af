import { pino } from 'pino';
import { createProcurementServer } from '../../../subgraphs/procurement/server.js';
import { createStoppedClock } from '../../../subgraphs/shared/process/clock.js';
import type { Caller } from '../../../subgraphs/shared/identity/caller.js';
import type { Closable } from '../../../subgraphs/shared/process/process.js';
import { startCooperative, type Json } from '../../cooperative/support.js';
import { ask, type Answer } from '../../support/ask.js';
import { BUILT_IN_LISTS } from '../../support/built-in-lists.js';
import { openFreshDatabase } from '../../support/database.js';
import { sendJson, startFakeEndpoint, type Behaviour } from '../../support/fakes/endpoint.js';
import { asking, processKeyOf, signerOf, verifierOf } from '../../support/fakes/hub-keys.js';
import { startFakeRegistry } from '../../support/fakes/registry.js';
import { units } from '../../support/unit.js';
import { NOW } from '../pori.js';

/** A cooperative of the network: its file, and how its endpoint behaves where it is not the reference endpoint. */
export interface Member {
  readonly file: Json;
  readonly behaviour?: Behaviour;
  /** ACTIVE where left out. */
  readonly status?: 'PAUSED' | 'LEFT' | 'UNREACHABLE';
  /** Whether the catalogue cannot tell of it: its row is null. */
  readonly isUnread?: boolean;
}

/** The procurement server beside cooperatives, and a catalogue that has read their files. */
export interface ProcurementNetwork extends Closable {
  /**
   * @param caller - On whose behalf the gateway asks; the public's where left out.
   * @param headers - What the client's request came with, as far as the gateway passes it on.
   */
  ask<Data>(
    query: string,
    variables?: object,
    caller?: Caller,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<Data>>;
  /** What endpoints that are not the reference endpoint were sent. */
  readonly sent: readonly string[];
}

const PAGE_INFO = { hasNextPage: false, endCursor: null };
const NOTHING_SAID = {
  ...{ issuer: null, number: null, grade: null },
  ...{ validFrom: null, validTo: null, disadvantagedShare: null },
};

const nothing = () => Promise.resolve(null);

/** A cooperative as the catalogue answers it. */
function listed({ file, status }: Member): Json {
  const { id, country, businessId, serves, evidence = [], services } = file;
  const edges = (services as Json[]).map((service) => ({
    node: {
      id: `${String(id)}:${String(service['id'])}`,
      ...{ kind: service['kind'], cpv: service['cpv'] },
      municipalities: service['serves'] ?? serves,
      price: service['price'],
    },
  }));
  return {
    ...{ id, name: file['name'], country, businessId, status: status ?? 'ACTIVE' },
    evidence: (evidence as Json[]).map((row) => ({ ...NOTHING_SAID, ...row })),
    services: { edges, pageInfo: PAGE_INFO },
  };
}

/** Starts what a test searches in. @param ownerTimeoutMs - For each cooperative. */
export async function startProcurement(
  members: readonly Member[],
  ownerTimeoutMs = units(100),
): Promise<ProcurementNetwork> {
  const clock = createStoppedClock(new Date(NOW));
  const closables: Closable[] = [];
  const sent: string[] = [];
  const keep = <One extends Closable>(one: One): One => {
    closables.push(one);
    return one;
  };
  const registry = keep(await startFakeRegistry());
  for (const { file, behaviour } of members) {
    const id = String(file['id']);
    if (behaviour) {
      const endpoint = await startFakeEndpoint((request, response) => {
        sent.push(request.body.toString());
        return behaviour(request, response);
      });
      registry.set({ id, url: keep(endpoint).url });
    } else {
      const cooperative = keep(await startCooperative({ cooperativeId: id, clock }));
      const { userErrors } = await cooperative.import(file);
      if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
      registry.set({ id, url: `${cooperative.url}/graphql` });
    }
  }
  const edges = members.map((member) => ({ node: member.isUnread ? null : listed(member) }));
  const catalogue = await startFakeEndpoint((_request, response) => {
    sendJson(response, { data: { cooperatives: { edges, pageInfo: PAGE_INFO } } });
  });
  const database = keep(await openFreshDatabase());
  const server = await createProcurementServer({
    ...{ databaseTimeoutMs: units(100), callOffs: { find: nothing, findOrder: nothing } },
    ...{ connection: database.connection, registryUrl: registry.url, registryPollMs: 60_000 },
    ...{ catalogueUrl: keep(catalogue).url, lists: BUILT_IN_LISTS, clock },
    ...{ signer: signerOf('procurement'), verifier: verifierOf('procurement') },
    ...{ recordKey: processKeyOf('procurement'), ocidPrefix: 'ocds-213czf', isProduction: false },
    ...{ ownerTimeoutMs, answerWithinMs: units(300), log: pino({ level: 'silent' }) },
  });
  const url = await keep(server).listen('127.0.0.1', 0);
  return {
    sent,
    ask: (query, variables = {}, caller, headers = {}) =>
      ask(url, query, { ...variables }, (body) => ({
        ...headers,
        ...asking('procurement', body, caller ?? null),
      })),
    close: async () => {
      for (const each of closables.reverse()) await each.close();
    },
  };
}
