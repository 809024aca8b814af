import type { ApolloServerPlugin } from '@apollo/server';
import { Kind, type OperationDefinitionNode } from 'graphql';
import { publicError } from '../../../schema/errors.js';
import type { DatabaseWatch } from '../mongo/limits/database-watch.js';

/** A database that comes back is found by the next look, which is no later. */
const RETRY_AFTER_SECONDS = 3;

/** Of the root of every subgraph. */
const OF_SCHEMA: ReadonlySet<string> = new Set(['__typename', '__schema', '__type', '_service']);

/**
 * Refuses at once what could only wait in vain, while a database is known to be silent. Nothing of it is begun. The answer says in
 * `extensions.retryAfterSeconds` and in `Retry-After` when to come back.
 * @param needsDatabase - Whether a field of the root does; all do where it is left out, but for those of the schema.
 */
export function refuseWhileSilent(
  database: DatabaseWatch,
  needsDatabase: (field: string) => boolean = () => true,
): ApolloServerPlugin {
  return {
    requestDidStart: () => {
      let isRefused = false;
      return Promise.resolve({
        didResolveOperation: ({ operation }) => {
          const { silence } = database;
          const isAnswered = silence === null || !operation || !hasAny(operation, needsDatabase);
          if (isAnswered) return Promise.resolve();
          isRefused = true;
          const message = `${silence} Nothing of this was begun: send the same request again in ${RETRY_AFTER_SECONDS} s.`;
          throw publicError('DATABASE_UNAVAILABLE', message, {
            retryAfterSeconds: RETRY_AFTER_SECONDS,
            http: { status: 503 },
          });
        },
        willSendResponse: ({ response: { body, http } }) => {
          if (!isRefused || body.kind !== 'single') return Promise.resolve();
          http.headers.set('retry-after', String(RETRY_AFTER_SECONDS));
          const { singleResult } = body;
          singleResult.extensions = {
            ...singleResult.extensions,
            retryAfterSeconds: RETRY_AFTER_SECONDS,
          };
          return Promise.resolve();
        },
      });
    },
  };
}

/** Fragments of a root are taken for what needs it. */
function hasAny(
  { selectionSet: { selections } }: OperationDefinitionNode,
  needsDatabase: (field: string) => boolean,
): boolean {
  return selections.some((selection) => {
    if (selection.kind !== Kind.FIELD) return true;
    const name = selection.name.value;
    return !OF_SCHEMA.has(name) && needsDatabase(name);
  });
}
