import { isNumeric, toNumber } from '../bson/value.js';
import type { Call, Command, Reply } from '../call/call.js';
import { fields, simpleCollation, taken } from '../call/fields.js';
import { prepareFind, type FindQuery } from '../query/find.js';
import type { Collection } from '../state/collection.js';

/** `estimatedDocumentCount` of drivers. */
export const countCommand: Command = {
  fields: fields({
    query: taken,
    limit: taken,
    skip: taken,
    hint: taken,
    collation: simpleCollation,
  }),
  concern: 'read',
  async run(call): Promise<Reply> {
    const limit = call.body.get('limit');
    const query: FindQuery = {
      filter: call.document('query'),
      hint: call.body.get('hint'),
      skip: call.number('skip', 0),
      // A negative limit counts like a positive one.
      limit: isNumeric(limit) ? Math.abs(Math.trunc(toNumber(limit))) : call.number('limit', 0),
    };
    return { n: await countMatches(call, call.collection(call.namespace), query) };
  },
};

/** How many documents a query finds. @throws CommandError as `prepareFind`, 50 */
export async function countMatches(
  call: Call,
  collection: Collection | undefined,
  query: FindQuery,
): Promise<number> {
  const { filter, hint, skip, limit } = query;
  const prepared = prepareFind(collection, query);
  if (filter.size === 0 && hint === undefined && skip === 0 && limit === 0) {
    return collection?.documents.size ?? 0;
  }
  let n = 0;
  for (const match of prepared.matches()) {
    if (match !== null) n += 1;
    if (call.pacer.isDue()) await call.pacer.pause();
  }
  call.pacer.check();
  return n;
}
