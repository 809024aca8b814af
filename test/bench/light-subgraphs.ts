import { graphql, type GraphQLSchema } from 'graphql';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { catalogueSchema, cooperativeSchema } from '../support/fakes/gateway-schemas.js';
import { serveRegistry } from './serve-registry.js';

/** One row each: what is measured is the way there and back. */
const SIZE = { services: 20, members: 1 };

/**
 * Serves a schema over HTTP. The answer to each distinct request is computed once and kept, so that on a small machine
 * the subgraphs cost next to nothing and the gateways are what is measured.
 */
async function serve(schema: GraphQLSchema): Promise<string> {
  const answers = new Map<string, Promise<string>>();
  const compute = async (body: string): Promise<string> => {
    const { query, variables } = JSON.parse(body) as { query: string; variables: object };
    const result = await graphql({
      schema,
      source: query,
      variableValues: variables as Record<string, unknown>,
      contextValue: {},
    });
    if (result.errors) throw new Error(JSON.stringify(result.errors));
    return JSON.stringify(result);
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      let answer = answers.get(body);
      if (!answer) {
        answer = compute(body);
        answers.set(body, answer);
      }
      void answer.then((text) => {
        response.writeHead(200, { 'content-type': 'application/json' }).end(text);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

/** Where the subgraphs of the bench answer. */
export interface LightSubgraphs {
  readonly catalogue: string;
  readonly registry: string;
  /** One process with the rows of all cooperatives: what a stock gateway can ask. */
  readonly merged: string;
}

const ids = Array.from(
  { length: 12 },
  (_unused, index) => `coop-${String(index + 1).padStart(2, '0')}`,
);
const urlById = new Map<string, string>();
for (const id of ids) urlById.set(id, await serve(cooperativeSchema(id, SIZE)));
const subgraphs: LightSubgraphs = {
  catalogue: await serve(catalogueSchema(ids, SIZE)),
  registry: await serveRegistry(urlById),
  merged: await serve(cooperativeSchema(null, SIZE)),
};
process.send?.(subgraphs);
process.once('disconnect', () => process.exit(0));
