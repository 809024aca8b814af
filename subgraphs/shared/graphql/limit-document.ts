import type { ApolloServerPlugin } from '@apollo/server';
import { parse, type DocumentNode, type GraphQLError } from 'graphql';
import { publicError } from '../../../schema/errors.js';
import { priceDocument, type DocumentPrice } from '../price/price-document.js';
import type { PriceList } from '../price/price-list.js';
import { isNestedDeeper } from '../price/is-nested-deeper.js';
import { limitVariables } from './limit-variables.js';

/** Lists and objects within each other in a value that a document holds; the deepest that the network's own fields take has 6. */
const MAX_VALUE_DEPTH = 8;

/** The largest document that is taken. */
export interface DocumentLimits {
  /** What one operation may cost, by the prices. */
  readonly cost: number;
  /** How deep fields may be nested; however deep where it is left out. */
  readonly depth?: number;
  /** How many fields the root may have; however many where it is left out. */
  readonly rootFields?: number;
}

function invalid(message: string): GraphQLError {
  return publicError('GRAPHQL_VALIDATION_FAILED', message, { http: { status: 400 } });
}

/** Why a document is refused before it is priced; null when it is not. */
function findDeepValue(document: DocumentNode): GraphQLError | null {
  return isNestedDeeper(document, MAX_VALUE_DEPTH)
    ? invalid(
        `A value may nest lists and objects ${MAX_VALUE_DEPTH} deep in a document, got more: what is deeper belongs into variables.`,
      )
    : null;
}

/** Why a document is refused whatever its variables are; null when it is not. */
function findExcess(
  { depth, rootFields, endless, least }: DocumentPrice,
  { cost, depth: maxDepth = Infinity, rootFields: maxRoots = Infinity }: DocumentLimits,
): GraphQLError | null {
  if (endless !== null) return invalid(`No fragment may contain itself, "${endless}" does.`);
  if (least > cost) return tooCostly(least, cost);
  if (depth > maxDepth) {
    return invalid(`The document may nest fields ${maxDepth} deep, got ${depth}.`);
  }
  return rootFields > maxRoots
    ? invalid(`The document may select ${maxRoots} root fields, got ${rootFields}.`)
    : null;
}

function tooCostly(cost: number, limit: number): GraphQLError {
  const message = `The document may cost ${limit}, got ${cost}: ask for fewer fields, rows or days at a time.`;
  return publicError('QUERY_TOO_COSTLY', message, { cost, limit, http: { status: 400 } });
}

/**
 * Refuses documents that ask for too much: whatever their variables are, before they are validated and planned, which takes a time that
 * grows faster than the document; and with their variables before they are carried out. A document that Apollo Server keeps is priced once,
 * but for what depends on variables.
 *
 * Between parsing and validating a plugin can refuse nothing. So another document takes the place of the one that asks for too much, a
 * valid one that asks for nothing, and is refused by the next hook that can.
 * @param tellsCost - Whether each answer says in `extensions.cost` what it cost.
 */
export function limitDocument(
  prices: PriceList,
  limits: DocumentLimits,
  tellsCost = false,
): ApolloServerPlugin {
  const priceByDocument = new WeakMap<DocumentNode, DocumentPrice>();
  const refusals = new WeakMap<DocumentNode, GraphQLError>();
  /** Why it is refused; null when it is not, and is priced. */
  const refuse = (document: DocumentNode): GraphQLError | null => {
    const deep = findDeepValue(document);
    if (deep) return deep;
    const price = priceDocument(document, prices);
    priceByDocument.set(document, price);
    return findExcess(price, limits);
  };
  return {
    requestDidStart: () => {
      let cost: number | null = null;
      return Promise.resolve({
        parsingDidStart: () =>
          Promise.resolve((error) => {
            // The parser's own words would tell of its stack.
            if (error instanceof RangeError)
              error.message = 'The document is nested too deep to be read.';
            return Promise.resolve();
          }),
        validationDidStart: (context) => {
          const refusal = refuse(context.document);
          if (refusal === null) return Promise.resolve();
          const nothing = parse('{ __typename }');
          refusals.set(nothing, refusal);
          (context as { document: DocumentNode }).document = nothing;
          return Promise.resolve();
        },
        didResolveOperation: ({ schema, document, operation, request }) => {
          const refusal = refusals.get(document);
          if (refusal) throw refusal;
          if (operation) limitVariables(schema, operation, request);
          const price = priceByDocument.get(document);
          if (!operation || !price) return Promise.resolve();
          cost = price.of(operation, request.variables ?? {});
          if (cost > limits.cost) throw tooCostly(cost, limits.cost);
          return Promise.resolve();
        },
        willSendResponse: ({ response: { body } }) => {
          if (tellsCost && cost !== null && body.kind === 'single') {
            body.singleResult.extensions = { ...body.singleResult.extensions, cost };
          }
          return Promise.resolve();
        },
      });
    },
  };
}
