import { afterEach, describe, expect, it } from '@jest/globals';
import { ApolloServer } from '@apollo/server';
import { createHash } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { NewDocuments } from '../../../gateway/http/new-documents.js';
import type { GatewayContext } from '../../../gateway/request/gateway-context.js';
import { contextOf, keepContext } from '../../../gateway/request/keep-context.js';
import { DocumentStore } from '../../../subgraphs/shared/graphql/document-store.js';
import { addGraphqlRoute } from '../../../subgraphs/shared/http/graphql-route.js';
import { refuse } from '../../../subgraphs/shared/http/refused-request.js';

describe('documents that are new', () => {
  let app: FastifyInstance;
  let apollo: ApolloServer<GatewayContext>;
  let forget: (query: string) => Promise<unknown>;
  afterEach(async () => {
    await app.close();
    await apollo.stop();
  });

  /** @returns How often a turn was taken. */
  async function start(comes: () => boolean): Promise<() => number> {
    let taken = 0;
    const store = new DocumentStore();
    const documents = new NewDocuments(store, {
      take: () => {
        taken += 1;
        return Promise.resolve(comes());
      },
    });
    forget = (query) => store.delete(createHash('sha256').update(query).digest('hex'));
    apollo = new ApolloServer<GatewayContext>({
      typeDefs: 'type Query { name: String }',
      documentStore: store,
      introspection: true,
      csrfPrevention: false,
      plugins: [documents.plugin],
    });
    await apollo.start();
    app = fastify();
    app.setErrorHandler((error, request, reply) => {
      refuse(error, request, reply);
    });
    keepContext(app, { deadlineMs: 5_000, forwardHeaders: [], log: pino({ level: 'silent' }) });
    addGraphqlRoute(app, {
      ...{ apollo, requestLimitBytes: 10_000, documentLimitBytes: 1_000, mostValues: 100 },
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
    const query = '{ name }';
    const sha256Hash = createHash('sha256').update(query).digest('hex');
    const extensions = { persistedQuery: { version: 1, sha256Hash } };
    expect((await post({ extensions })).json()).toMatchObject({
      errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
    await post({ query, extensions });
    expect(taken()).toBe(2);
    const search = { extensions: JSON.stringify(extensions) };
    const answers = [
      await post({ extensions }),
      await app.inject({ url: '/graphql', query: search }),
    ];
    expect(answers.map((answer) => answer.json<unknown>())).toEqual([
      { data: { name: null } },
      { data: { name: null } },
    ]);
    expect(taken()).toBe(2);
  });

  it('wait again for each operation that was not asked for, and once they are not kept any more', async () => {
    const taken = await start(() => true);
    const query = 'query A { name } query B { name }';
    for (const operationName of ['A', 'B', 'A', 'B']) await post({ query, operationName });
    expect(taken()).toBe(2);
    await forget(query);
    await post({ query, operationName: 'A' });
    expect(taken()).toBe(3);
  });

  it('wait each time where they read the schema, however that is written', async () => {
    const taken = await start(() => true);
    for (const query of [
      '{ __schema { types { name } } }',
      '{ name ...F } fragment F on Query { ... { a: __type(name: "Query") { name } } }',
    ]) {
      await post({ query });
      await post({ query });
    }
    expect(taken()).toBe(4);
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
