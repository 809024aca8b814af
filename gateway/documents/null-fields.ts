import { Kind, type GraphQLSchema } from 'graphql';
import {
  withDefaults,
  type FetchDocument,
  type Variables,
  type Representation,
} from './fetch-document.js';
import type { AnswerPath } from '../../subgraphs/shared/owners/graphql-answer.js';
import { collectFields, isIncluded, type Source } from './selected-fields.js';

/** What is selected of the entities of an `_entities` fetch. */
export function entitySources({ operation }: FetchDocument): Source[] {
  return operation.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD && selection.selectionSet
      ? [{ selectionSet: selection.selectionSet, conditions: [] }]
      : [],
  );
}

/**
 * Where the client's answer has null when a fetch fails as a whole: one path for each field of each entity, or for each
 * root field. Paths are those of the fetch; the executor turns them into the client's.
 */
export function nullFieldPaths(
  schema: GraphQLSchema,
  document: FetchDocument,
  variables: Variables,
): AnswerPath[] {
  const { asksEntities, operation } = document;
  const given = withDefaults(document, variables);
  const keysOf = (typename: string, sources: readonly Source[]): string[] =>
    collectFields(schema, typename, sources)
      .filter((field) => field.name !== '__typename' && isIncluded(field, given))
      .map(({ key }) => key);
  if (!asksEntities) {
    const root = schema.getRootType(operation.operation)?.name ?? '';
    const sources = [{ selectionSet: operation.selectionSet, conditions: [] }];
    return keysOf(root, sources).map((key) => [key]);
  }
  const sources = entitySources(document);
  const representations = variables['representations'] as readonly Representation[];
  return representations.flatMap(({ __typename: typename }, index) =>
    keysOf(typename, sources).map((key) => ['_entities', index, key]),
  );
}
