import { Kind, parse, valueFromASTUntyped } from 'graphql';

/** The names of a supergraph's subgraphs, by the enum `join__Graph` of the join specification; empty where it has none. */
export function subgraphNames(supergraphSdl: string): string[] {
  const { definitions } = parse(supergraphSdl, { noLocation: true });
  return definitions.flatMap((node) => {
    if (node.kind !== Kind.ENUM_TYPE_DEFINITION || node.name.value !== 'join__Graph') return [];
    return (node.values ?? []).flatMap(({ directives = [] }) => {
      const graph = directives.find(({ name }) => name.value === 'join__graph');
      const name = graph?.arguments?.find((argument) => argument.name.value === 'name');
      return name ? String(valueFromASTUntyped(name.value)) : [];
    });
  });
}
