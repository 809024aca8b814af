import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { rootFieldNames } from '../documents/root-field-names.js';
import type { GatewayContext } from '../request/gateway-context.js';

/** Questions that ask many cooperatives, and compute over what they answer. */
const SEARCHES: readonly string[] = ['supplierSearch', 'substituteSearch'];

/** Gives questions with a search among their root fields a deadline of their own. */
export function giveSearchesTime(deadlineMs: number): ApolloServerPlugin<GatewayContext> {
  const isSearchByOperation = new WeakMap<OperationDefinitionNode, boolean>();
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document, operation, contextValue }) => {
          if (operation?.operation !== OperationTypeNode.QUERY) return Promise.resolve();
          const isSearch = isSearchByOperation.get(operation) ?? hasSearch(document, operation);
          isSearchByOperation.set(operation, isSearch);
          if (isSearch) contextValue.deadline.extendTo(deadlineMs);
          return Promise.resolve();
        },
      }),
  };
}

function hasSearch(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const names = rootFieldNames(document, operation);
  return SEARCHES.some((search) => names.has(search));
}
