import { afterEach, describe, expect, it } from '@jest/globals';
import { ApolloServer } from '@apollo/server';
import fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { NewDocuments } from '../../../gateway/http/new-documents.js';
import type { GatewayContext } from '../../../gateway/request/gateway-context.js';
import { contextOf, keepContext } from '../../../gateway/request/keep-context.js';
import { addGraphqlRoute } from '../../../subgraphs/shared/http/graphql-route.js';
import { refuse } from '../../../subgraphs/shared/http/refused-request.js';

describe('documents that are new', () => {
  let app: FastifyInstance;
  let apollo: ApolloServer<GatewayContext>;
  afterEach(async () => {
    await app.close();
    await apollo.stop();
  });

  /** @returns How often a turn was taken. */
  async function start(comes: () => boolean): Promise<() => number> {
    let taken = 0;
    const documents = new NewDocuments({
      take: () => {
        taken += 1;
        return Promise.resolve(comes());
      },
    });
    apollo = new ApolloServer<GatewayContext>({
      typeDefs: 'type Query { name: String }',
      plugins: [documents.plugin],
    });
    await apollo.start();
    app = fastify();
    app.setErrorHandler((error, request, reply) => {
      refuse(error, request, reply);
    });
    keepContext(app, { deadlineMs: 5_000, forwardHeaders: [], log: pino({ level: 'silent' }) });
    addGraphqlRoute(app, {
      ...{ apollo, requestLimitBytes: 10_000, documentLimitBytes: 1_000 },
      createContext: contextOf,
      addHooks: (scope) => {
        documents.addTo(scope);
      },
    });
    return () => taken;
  }
  const post = (payload: object) => app.inject({ method: 'POST', url: '/graphql', payload });

  it('wait for a turn until they were valid once, however they are sent', async () => {
    const taken = await start(() => true);
    await post({ query: '{ name }' });
    expect(taken()).toBe(1);
    await post({ query: '{ name }' });
    await app.inject({ url: '/graphql', query: { query: '{ name }' } });
    expect(taken()).toBe(1);
    await post({ query: '{ nothing }' });
    await post({ query: '{ nothing }' });
    expect(taken()).toBe(3);
  });

  it('are known by their hash too', async () => {
    const taken = await start(() => true);
    const sha256Hash = 'b2bfa1b4b5d4e6d1cbf3b3e0ce1ae5bb8fcd2ef8f2a5e4b0f7a3f7c2cf1d0e9a';
    const named = { extensions: { persistedQuery: { version: 1, sha256Hash } } };
    expect((await post(named)).json()).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
    expect(taken()).toBe(1);
    await post({});
    expect(taken()).toBe(1);
  });

  it('are TOO_BUSY and told when to come back where no turn comes, and what is known is answered', async () => {
    let comes = true;
    await start(() => comes);
    await post({ query: '{ name }' });
    comes = false;
    const refused = await post({ query: '{ other: name }' });

    expect(refused.statusCode).toBe(503);
    expect(refused.headers['retry-after']).toBe('1');
    expect(refused.json()).toMatchObject({ errors: [{ extensions: { code: 'TOO_BUSY' } }] });
    expect((await post({ query: '{ name }' })).json()).toEqual({ data: { name: null } });
  });
});
