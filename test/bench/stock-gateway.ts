import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import express from 'express';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseGatewayConfig } from '../../gateway/config.js';

/** Apollo's gateway as it comes, with the settings of ours: Express, no landing page, no cache plugin. */
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
const app = express();
app.use('/graphql', express.json(), expressMiddleware(apollo));
const server = createServer({ keepAliveTimeout: 65_000 }, app);
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`ready stock http://127.0.0.1:${port}\n`);
});
