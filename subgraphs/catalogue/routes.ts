import express, {
  type ErrorRequestHandler,
  type Express,
  type RequestHandler,
  type Router,
} from 'express';
import { z } from 'zod';
import type { Clock } from '../shared/process/clock.js';
import { isCooperativeId } from '../shared/words/ids.js';
import type { Logger } from '../shared/process/logger.js';
import type { CatalogueDataSource } from './store/data-source.js';
import type { FeedFollower } from './following/feed-follower.js';
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
  readonly wallClock: Clock;
  readonly waiters: RevisionWaiters;
  /** Null in a network without orders. */
  readonly openOrders: OpenOrders | null;
  readonly log: Logger;
  readonly access: RegistryAccess;
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

const Registration = z.strictObject({ url: EndpointUrl });
const UNKNOWN = 'The network has no such cooperative.';

function toJson({ id, url, status, statusSince, statusReason, source }: CooperativeEntry) {
  const { state, syncedAt, reason } = source;
  return { id, url, status, since: statusSince, reason: statusReason ?? reason, syncedAt, state };
}

function toOpenJson({ count, references }: { count: number; references: readonly string[] }) {
  return { count, references };
}

/** Adds `/registry` and `/poke`, which processes of the network use among themselves. */
export function addRegistryRoutes(app: Express, options: RouteOptions): void {
  const router = express.Router();
  addReading(router, options);
  addChanges(router, options, requireAccess(options.access));
  router.use(answerErrors(options.log));
  app.use(router);
}

function addReading(router: Router, { replica, waiters }: RouteOptions): void {
  const { registry } = replica;
  const etagNow = (): string => `"${registry.revision}"`;

  router.get('/registry', async (request, response) => {
    const isKnown = (): boolean => request.headers['if-none-match'] === etagNow();
    const waitMs = preferredWaitMs(request.headers['prefer']);
    if (waitMs !== null) {
      const gone = new AbortController();
      response.on('close', () => {
        gone.abort();
      });
      // Also said where there is no need to wait, so that who asks knows that it may.
      const hasWaited = !isKnown() || (await waiters.wait(waitMs, gone.signal));
      if (hasWaited) response.set('preference-applied', 'wait');
    }
    response.set('etag', etagNow()).set('cache-control', 'no-cache');
    if (isKnown()) return void response.status(304).end();
    const cooperatives = registry.records().flatMap(({ _id }) => registry.find(_id) ?? []);
    response.json({ revision: registry.revision, cooperatives: cooperatives.map(toJson) });
  });
}

function addChanges(router: Router, options: RouteOptions, mayChange: RequestHandler): void {
  const { replica, dataSource, follower, upkeep, openOrders, wallClock, log } = options;
  const { registry } = replica;
  const readBody = express.json({ limit: '10kb' });
  const answer = (id: string) => {
    const entry = registry.find(id);
    return { revision: registry.revision, cooperative: entry && toJson(entry) };
  };

  router.put('/registry/:id', mayChange, readBody, async (request, response) => {
    const id = String(request.params['id']);
    const body = Registration.safeParse(request.body);
    if (!isCooperativeId(id)) {
      const form = 'a small letter, then 1 to 30 of a-z, 0-9 and hyphen';
      refuse(response, 400, 'BAD_USER_INPUT', `Wanted a cooperative id: ${form}.`);
      return;
    }
    if (!body.success) {
      const message = `Wanted {"url": "…"}: ${body.error.issues[0]?.message ?? 'is wrong'}.`;
      refuse(response, 400, 'BAD_USER_INPUT', message);
      return;
    }
    await dataSource.putRegistrations(new Map([[id, body.data.url]]), wallClock.now());
    await upkeep.beat();
    response.json(answer(id));
  });

  router.put('/registry/:id/state', mayChange, readBody, async (request, response) => {
    const id = String(request.params['id']);
    const body = StateChange.safeParse(request.body);
    if (!body.success) {
      refuse(response, 400, 'BAD_USER_INPUT', `Wanted ${STATE_CHANGE_FORM}.`);
      return;
    }
    const outcome = await dataSource.putState(id, body.data, wallClock.now());
    await upkeep.beat();
    if (outcome === 'unknown') {
      refuse(response, 404, 'NOT_FOUND', UNKNOWN);
      return;
    }
    if (outcome === 'left') {
      const message = `"${id}" has left the network: PUT /registry/${id} takes it back.`;
      refuse(response, 409, 'CONFLICT', message);
      return;
    }
    log.info({ cooperative: id, ...body.data }, 'An operator changed where a cooperative stands.');
    response.json(answer(id));
  });

  router.delete('/registry/:id', mayChange, async (request, response) => {
    const id = String(request.params['id']);
    await replica.catchUp();
    const found = registry.findRecord(id);
    if (!found) {
      refuse(response, 404, 'NOT_FOUND', UNKNOWN);
      return;
    }
    const isAsked = found.status !== 'LEFT' && !('even-so' in request.query);
    const open = isAsked && openOrders ? await openOrders.find(id) : null;
    const message = open && objection(id, open);
    if (message !== null) {
      refuse(response, 409, 'CONFLICT', message, {
        openOrders: open?.kind === 'answer' ? toOpenJson(open) : null,
      });
      return;
    }
    await dataSource.endRegistration(id, 'Removed from the registry.', wallClock.now());
    await upkeep.beat();
    response.json(answer(id));
  });

  // Any process looks itself: a page is stored by whoever comes first, so a look beside the follower's does no harm.
  router.post('/poke/:id', mayChange, async (request, response) => {
    const id = String(request.params['id']);
    await replica.catchUp();
    const outcome = await follower.look(id, true);
    const entry = registry.find(id);
    if (!outcome || !entry) {
      refuse(response, 404, 'NOT_FOUND', UNKNOWN);
      return;
    }
    if (outcome.kind === 'failed') {
      refuse(response, 502, 'DOWNSTREAM_SERVICE_ERROR', `${id}: ${outcome.reason}`);
      return;
    }
    const revision = registry.findRecord(id)?.position?.revision ?? 0;
    response.json({ state: entry.source.state, revision });
  });
}

function answerErrors(log: Logger): ErrorRequestHandler {
  return (error: { status?: number }, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    if (error.status !== undefined && error.status < 500) {
      refuse(response, error.status, 'BAD_REQUEST', 'The request body is not JSON, or too large.');
      return;
    }
    log.error({ err: error }, 'A registry route failed.');
    refuse(response, 500, 'INTERNAL_SERVER_ERROR', 'Something failed here; see the log.');
  };
}
