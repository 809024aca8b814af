import express, {
  type ErrorRequestHandler,
  type Express,
  type RequestHandler,
  type Response,
} from 'express';
import { z } from 'zod';
import type { ErrorCodeName } from '../../schema/error-codes.js';
import { showsToken } from '../shared/bearer-token.js';
import type { Clock } from '../shared/clock.js';
import { isCooperativeId } from '../shared/ids.js';
import type { Logger } from '../shared/logger.js';
import type { CatalogueDataSource } from './data-source.js';
import type { FeedFollower } from './feed/feed-follower.js';
import type { CooperativeEntry } from './registry.js';
import type { CatalogueReplica } from './replica.js';
import type { Upkeep } from './upkeep.js';

export interface RouteOptions {
  readonly replica: CatalogueReplica;
  readonly dataSource: CatalogueDataSource;
  readonly follower: FeedFollower;
  readonly upkeep: Upkeep;
  readonly wallClock: Clock;
  readonly log: Logger;
  readonly access: RegistryAccess;
}

/** Who may change the registry: anybody while developing, else whoever shows the token, nobody where there is none. */
export type RegistryAccess =
  | { readonly kind: 'open' }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'closed' };

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

function refuse(response: Response, status: number, code: ErrorCodeName, message: string): void {
  response.status(status).json({ code, message });
}

function toJson({ id, url, status, statusSince, statusReason, source }: CooperativeEntry) {
  const { state, syncedAt, reason } = source;
  return { id, url, status, since: statusSince, reason: statusReason ?? reason, syncedAt, state };
}

/** Adds `/registry` and `/poke`, which processes of the network use among themselves. */
export function addRegistryRoutes(app: Express, options: RouteOptions): void {
  const { replica, dataSource, follower, upkeep, wallClock } = options;
  const { registry } = replica;
  const mayChange = requireAccess(options.access);
  const router = express.Router();

  router.get('/registry', (request, response) => {
    const etag = `"${registry.revision}"`;
    response.set('etag', etag).set('cache-control', 'no-cache');
    if (request.headers['if-none-match'] === etag) return void response.status(304).end();
    const cooperatives = registry.records().flatMap(({ _id }) => registry.find(_id) ?? []);
    response.json({ revision: registry.revision, cooperatives: cooperatives.map(toJson) });
  });

  router.put(
    '/registry/:id',
    mayChange,
    express.json({ limit: '10kb' }),
    async (request, response) => {
      const id = String(request.params['id']);
      const body = Registration.safeParse(request.body);
      if (!isCooperativeId(id)) {
        const message =
          'Wanted a cooperative id: a small letter, then 1 to 30 of a-z, 0-9 and hyphen.';
        refuse(response, 400, 'BAD_USER_INPUT', message);
        return;
      }
      if (!body.success) {
        const message = `Wanted {"url": "…"}: ${body.error.issues[0]?.message ?? 'is wrong'}.`;
        refuse(response, 400, 'BAD_USER_INPUT', message);
        return;
      }
      await dataSource.putRegistrations(new Map([[id, body.data.url]]), wallClock.now());
      await upkeep.beat();
      const entry = registry.find(id);
      response.json({ revision: registry.revision, cooperative: entry && toJson(entry) });
    },
  );

  router.delete('/registry/:id', mayChange, async (request, response) => {
    const id = String(request.params['id']);
    await dataSource.endRegistration(id, 'Removed from the registry.', wallClock.now());
    await upkeep.beat();
    const entry = registry.find(id);
    if (!entry) {
      refuse(response, 404, 'NOT_FOUND', 'The network has no such cooperative.');
      return;
    }
    response.json({ revision: registry.revision, cooperative: toJson(entry) });
  });

  // Any process looks itself: a page is stored by whoever comes first, so a look beside the follower's does no harm.
  router.post('/poke/:id', mayChange, async (request, response) => {
    const id = String(request.params['id']);
    await replica.catchUp();
    const outcome = await follower.look(id, true);
    const entry = registry.find(id);
    if (!outcome || !entry) {
      refuse(response, 404, 'NOT_FOUND', 'The network has no such cooperative.');
      return;
    }
    if (outcome.kind === 'failed') {
      refuse(response, 502, 'DOWNSTREAM_SERVICE_ERROR', `${id}: ${outcome.reason}`);
      return;
    }
    const revision = registry.findRecord(id)?.position?.revision ?? 0;
    response.json({ state: entry.source.state, revision });
  });

  router.use(answerErrors(options.log));
  app.use(router);
}

function requireAccess(access: RegistryAccess): RequestHandler {
  return (request, response, next) => {
    switch (access.kind) {
      case 'open':
        next();
        return;
      case 'closed':
        refuse(response, 403, 'FORBIDDEN', 'The registry is closed: REGISTRY_TOKEN is not set.');
        return;
      case 'token': {
        if (showsToken(request.headers.authorization, access.token)) next();
        else
          refuse(
            response,
            403,
            'FORBIDDEN',
            'Wanted "Authorization: Bearer" with the registry\'s token.',
          );
      }
    }
  };
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
