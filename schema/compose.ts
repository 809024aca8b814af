import { composeServices } from '@apollo/composition';
import { SUBGRAPHS, subgraphTypeDefs, type SubgraphName } from './sdl.js';

/**
 * The address written into the supergraph; settings replace it at run time. The logical subgraph `cooperative` has no
 * address of its own: the endpoint table has one for each owner.
 */
const URL_BY_SUBGRAPH: Record<SubgraphName, string> = {
  booking: 'http://127.0.0.1:4002/graphql',
  catalogue: 'http://127.0.0.1:4001/graphql',
  cooperative: 'http://cooperative.invalid/graphql',
  procurement: 'http://127.0.0.1:4003/graphql',
};

/** Composes the supergraph from the files in `schema/`. @throws Error with every composition error. */
export function composeSupergraph(): string {
  const services = SUBGRAPHS.map((name) => ({
    name,
    url: URL_BY_SUBGRAPH[name],
    typeDefs: subgraphTypeDefs(name),
  }));
  const result = composeServices(services);
  if (result.errors) {
    throw new Error(result.errors.map(({ message }) => message).join('\n'));
  }
  return `${result.supergraphSdl.trim()}\n`;
}
