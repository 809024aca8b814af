import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import fastifyApollo from '@as-integrations/fastify';
import fastify from 'fastify';
import { parseGatewayConfig } from '../../gateway/config.js';

/** Apollo's gateway as it comes, with the settings of ours: Fastify, no landing page, no cache plugin. */
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

const { supergraphSdl, SUBGRAPH_URLS } = parseGatewayConfig(process.env);
const apollo = new ApolloServer({
  gateway: new ApolloGateway({
    supergraphSdl,
    buildService: ({ name, url }) =>
      new RemoteGraphQLDataSource({ url: SUBGRAPH_URLS.get(name) ?? url ?? '' }),
  }),
  csrfPrevention: false,
  includeStacktraceInErrorResponses: false,
  plugins: [ApolloServerPluginCacheControlDisabled()],
});
await apollo.start();
const app = fastify({ keepAliveTimeout: 65_000 });
await app.register(fastifyApollo(apollo));
const url = await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`ready stock ${url}\n`);
