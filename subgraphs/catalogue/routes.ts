import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../shared/process/clock.js';
import { HUB_PROCESSES, isHubProcess } from '../shared/identity/processes/hub-processes.js';
import { isDevelopmentKid, RegisteredJwk } from '../shared/identity/processes/public-keys.js';
import type { RequestVerifier, TrustedKeys } from '../shared/identity/processes/verify-request.js';
import { isCooperativeId } from '../shared/words/ids.js';
import type { Logger } from '../shared/process/logger.js';
import { toldBusinessId } from './store/business-id-of.js';
import type { CatalogueDataSource } from './store/data-source.js';
import type { FeedFollower } from './following/feed-follower.js';
import { checkType, parseJson } from '../shared/http/json-body.js';
import { keepRawBody } from '../shared/http/raw-body.js';
import { databaseFaultOf } from '../shared/process/errors/database-fault.js';
import { refusalOf } from '../shared/http/refused-request.js';
import { refuse, requireAccess, type RegistryAccess } from './operators/access.js';
import { STATE_CHANGE_FORM, StateChange } from './store/change-state.js';
import { objection, type OpenOrders } from './operators/open-orders.js';
import { preferredWaitMs, type RevisionWaiters } from './operators/revision-waiters.js';
import type { CooperativeEntry } from './following/registry.js';
import type { CatalogueReplica } from './following/replica.js';
import type { Upkeep } from './following/upkeep.js';

export interface RouteOptions {
  readonly replica: CatalogueReplica;
  readonly dataSource: CatalogueDataSource;
  readonly follower: FeedFollower;
  readonly upkeep: Upkeep;
  readonly realClock: Clock;
  readonly waiters: RevisionWaiters;
  /** Null in a network without orders. */
  readonly openOrders: OpenOrders | null;
  readonly log: Logger;
  readonly access: RegistryAccess;
  /** Of the hub's processes; null where none are trusted. */
  readonly hubKeys: TrustedKeys | null;
  /** Null where no keys are trusted. */
  readonly verifier: RequestVerifier | null;
}

/** Full address of an endpoint: http or https, without a name and password, which the registry would show to all. */
export const EndpointUrl = z.string().max(2_000).refine(isEndpointUrl, {
  error:
    'wanted a full http or https address without a user name, such as "https://karhu.example/graphql"',
});

function isEndpointUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return ['http:', 'https:'].includes(protocol) && username === '' && password === '';
}

const REQUEST_LIMIT_BYTES = 10 * 1024;
const Registration = z.strictObject({ url: EndpointUrl, publicKey: RegisteredJwk.nullish() });
const UNKNOWN = 'The network has no such cooperative.';

function toJson(entry: CooperativeEntry) {
  const { id, url, listing, status, statusSince: since, statusReason, source } = entry;
  const { takesBookings } = entry;
  const { state, syncedAt, reason } = source;
  const businessId = listing && toldBusinessId(listing);
  // The number is public, and of use to who may not book.
  const phone = takesBookings === false ? (listing?.contact?.phone ?? null) : null;
  const timeZone = listing?.timeZone ?? null;
  const told = { name: listing?.name ?? null, businessId, timeZone, takesBookings, phone };
  return { id, url, ...told, status, since, reason: statusReason ?? reason, syncedAt, state };
}

function toOpenJson({ count, references }: { count: number; references: readonly string[] }) {
  return { count, references };
}

/** Adds `/registry` and `/poke`, which processes of the network use among themselves. */
export function addRegistryRoutes(app: FastifyInstance, options: RouteOptions): void {
  void app.register((scope, _options, done) => {
    answerErrors(scope);
    addReading(scope, options);
    void scope.register((guarded, _guardedOptions, guardedDone) => {
      guarded.addHook('preValidation', requireAccess(options.access, options.verifier));
      readJson(guarded);
      addRegistration(guarded, options);
      addRemoval(guarded, options);
      addPoke(guarded, options);
      guardedDone();
    });
    done();
  });
}

function addReading(scope: FastifyInstance, { replica, waiters }: RouteOptions): void {
  const { registry } = replica;
  const etagNow = (): string => `"${registry.revision}"`;

  scope.get('/registry', async (request, reply) => {
    const isKnown = (): boolean => request.headers['if-none-match'] === etagNow();
    const waitMs = preferredWaitMs(request.headers['prefer']);
    if (waitMs !== null) {
      const gone = new AbortController();
      reply.raw.on('close', () => {
        gone.abort();
      });
      // Also said where there is no need to wait, so that who asks knows that it may.
      const hasWaited = !isKnown() || (await waiters.wait(waitMs, gone.signal));
      if (hasWaited) reply.header('preference-applied', 'wait');
    }
    reply.header('etag', etagNow()).header('cache-control', 'no-cache');
    if (isKnown()) return reply.code(304).send();
    const cooperatives = registry.records().flatMap(({ _id }) => registry.find(_id) ?? []);
    return { revision: registry.revision, cooperatives: cooperatives.map(toJson) };
  });
}

type ById = { Params: { id: string }; Querystring: Readonly<Record<string, unknown>> };

/** What a change is answered with. */
function changedTo({ registry }: CatalogueReplica, id: string) {
  const entry = registry.find(id);
  return { revision: registry.revision, cooperative: entry && toJson(entry) };
}

function addRegistration(scope: FastifyInstance, options: RouteOptions): void {
  const { replica, dataSource, upkeep, realClock, log } = options;

  scope.put<ById>('/registry/:id', async ({ params: { id }, body }, reply) => {
    const registration = Registration.safeParse(body);
    if (!isCooperativeId(id) || isHubProcess(id)) {
      const form = `a small letter, then 1 to 30 of a-z, 0-9 and hyphen, and none of ${HUB_PROCESSES.join(', ')}`;
      return refuse(reply, 400, 'BAD_USER_INPUT', `Wanted a cooperative id: ${form}.`);
    }
    if (!registration.success) {
      const message = `Wanted {"url": "…"}: ${registration.error.issues[0]?.message ?? 'is wrong'}.`;
      return refuse(reply, 400, 'BAD_USER_INPUT', message);
    }
    const { url, publicKey } = registration.data;
    if (publicKey?.iss !== undefined && publicKey.iss !== id) {
      const message = `Wanted the key of "${id}", got one with another's id in "iss".`;
      return refuse(reply, 400, 'BAD_USER_INPUT', message);
    }
    if (publicKey && isDevelopmentKid(publicKey.kid) && options.access.isProduction) {
      const message = 'Wanted a key of its own in production, got one of a development network.';
      return refuse(reply, 400, 'BAD_USER_INPUT', message);
    }
    if (publicKey && (await isKeyTaken(publicKey.kid, id, options))) {
      const message =
        'Wanted a key with a "kid" of its own: there is one of another with the same.';
      return refuse(reply, 409, 'CONFLICT', message);
    }
    await dataSource.putRegistrations(new Map([[id, url]]), realClock.now());
    // Left out, it stays as it is.
    if (publicKey !== undefined) {
      await dataSource.putKey(id, publicKey && { kid: publicKey.kid, x: publicKey.x });
    }
    await upkeep.beat();
    return changedTo(replica, id);
  });

  scope.put<ById>('/registry/:id/state', async ({ params: { id }, body }, reply) => {
    const change = StateChange.safeParse(body);
    if (!change.success) {
      return refuse(reply, 400, 'BAD_USER_INPUT', `Wanted ${STATE_CHANGE_FORM}.`);
    }
    const outcome = await dataSource.putState(id, change.data, realClock.now());
    await upkeep.beat();
    if (outcome === 'unknown') return refuse(reply, 404, 'NOT_FOUND', UNKNOWN);
    if (outcome === 'left') {
      const message = `"${id}" has left the network: PUT /registry/${id} takes it back.`;
      return refuse(reply, 409, 'CONFLICT', message);
    }
    const fields = { cooperative: id, ...change.data };
    log.info(fields, 'An operator changed where a cooperative stands.');
    return changedTo(replica, id);
  });
}

/** Whether another cooperative, or a process of the hub, signs with a key of this name: one of both would not be known by it. */
async function isKeyTaken(
  kid: string,
  id: string,
  { dataSource, hubKeys }: RouteOptions,
): Promise<boolean> {
  return (await hubKeys?.find(kid)) != null || (await dataSource.findKeyHolder(kid, id)) !== null;
}

function addRemoval(scope: FastifyInstance, options: RouteOptions): void {
  const { replica, dataSource, upkeep, openOrders, realClock } = options;

  scope.delete<ById>('/registry/:id', async ({ params: { id }, query }, reply) => {
    await replica.catchUp();
    const found = replica.registry.findRecord(id);
    if (!found) return refuse(reply, 404, 'NOT_FOUND', UNKNOWN);
    const isAsked = found.status !== 'LEFT' && !('even-so' in query);
    const open = isAsked && openOrders ? await openOrders.find(id) : null;
    const message = open && objection(id, open);
    if (message !== null) {
      return refuse(reply, 409, 'CONFLICT', message, {
        openOrders: open?.kind === 'answer' ? toOpenJson(open) : null,
      });
    }
    await dataSource.endRegistration(id, 'Removed from the registry.', realClock.now());
    await upkeep.beat();
    return changedTo(replica, id);
  });
}

/** Any process looks itself: a page is stored by whoever comes first, so a look beside the follower's does no harm. */
function addPoke(scope: FastifyInstance, { replica, follower }: RouteOptions): void {
  const { registry } = replica;
  scope.post<ById>('/poke/:id', async ({ params: { id } }, reply) => {
    await replica.catchUp();
    const outcome = await follower.look(id, true);
    const entry = registry.find(id);
    if (!outcome || !entry) return refuse(reply, 404, 'NOT_FOUND', UNKNOWN);
    if (outcome.kind === 'failed') {
      return refuse(reply, 502, 'DOWNSTREAM_SERVICE_ERROR', `${id}: ${outcome.reason}`);
    }
    const revision = registry.findRecord(id)?.position?.revision ?? 0;
    return { state: entry.source.state, revision };
  });
}

/** Reads bodies that say of themselves that they are JSON; every other is none. */
function readJson(scope: FastifyInstance): void {
  const options = { parseAs: 'buffer', bodyLimit: REQUEST_LIMIT_BYTES } as const;
  scope.addContentTypeParser('*', options, (request, bytes: Buffer, parsed) => {
    const { headers } = request;
    keepRawBody(request, bytes);
    if (bytes.length === 0 || !isJson(headers['content-type'])) {
      parsed(null, undefined);
      return;
    }
    checkType(headers);
    const body = parseJson(bytes);
    parsed(null, body);
  });
}

const isJson = (type = ''): boolean => /^application\/json\s*(;|$)/i.test(type);

function answerErrors(scope: FastifyInstance): void {
  scope.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error, request);
    if (refusal) {
      const { statusCode, reason, message } = refusal;
      if (statusCode === 401) refuse(reply, 401, 'UNAUTHENTICATED', message, { reason });
      else refuse(reply, statusCode, 'BAD_REQUEST', 'The request body is not JSON, or too large.');
      return;
    }
    request.log.error({ err: error }, 'A registry route failed.');
    const fault = databaseFaultOf(error);
    if (fault) refuse(reply, 503, fault.code, fault.message);
    else refuse(reply, 500, 'INTERNAL_SERVER_ERROR', 'Something failed here; see the log.');
  });
}
