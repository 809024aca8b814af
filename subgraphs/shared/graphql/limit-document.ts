import type { ApolloServerPlugin } from '@apollo/server';
import { parse, type DocumentNode, type GraphQLError } from 'graphql';
import { publicError } from '../../../schema/errors.js';
import { measureDocument, type DocumentSize } from './measure-document.js';

/** The largest document that is taken. */
export type DocumentLimits = Readonly<Partial<DocumentSize>>;

/** What stands for a number too large to be of interest. */
const MANY = 1_000_000;

/** Why a document is too large; null when it is not. */
function findExcess(document: DocumentNode, limits: DocumentLimits): string | null {
  const { depth, rootFields, selections } = measureDocument(document);
  const { depth: maxDepth = Infinity, rootFields: maxRoots = Infinity } = limits;
  const { selections: maxSelections = Infinity } = limits;
  if (selections > maxSelections) {
    const got = selections > MANY ? `more than ${MANY}` : String(selections);
    return `The document may hold ${maxSelections} selections, those of a fragment counted wherever it is spread, got ${got}.`;
  }
  if (depth > maxDepth) return `The document may nest fields ${maxDepth} deep, got ${depth}.`;
  return rootFields > maxRoots
    ? `The document may select ${maxRoots} root fields, got ${rootFields}.`
    : null;
}

/**
 * Refuses documents that are too large before they are validated and planned: both take a time that grows faster than the
 * document. Measured once for each document that Apollo Server keeps.
 *
 * Between parsing and validating a plugin can refuse nothing. So another document takes the place of the one that is too
 * large, a valid one that asks for nothing, and is refused by the next hook that can.
 */
export function limitDocument(limits: DocumentLimits): ApolloServerPlugin {
  const refusals = new WeakMap<DocumentNode, GraphQLError>();
  return {
    requestDidStart: () =>
      Promise.resolve({
        validationDidStart: (context) => {
          const excess = findExcess(context.document, limits);
          if (excess === null) return Promise.resolve();
          const nothing = parse('{ __typename }');
          const facts = { http: { status: 400 } };
          refusals.set(nothing, publicError('GRAPHQL_VALIDATION_FAILED', excess, facts));
          (context as { document: DocumentNode }).document = nothing;
          return Promise.resolve();
        },
        didResolveOperation: ({ document }) => {
          const refusal = refusals.get(document);
          if (refusal) throw refusal;
          return Promise.resolve();
        },
      }),
  };
}
