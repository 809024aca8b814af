import { CommandError } from '../bson/errors.js';
import type { Doc, Value } from '../bson/value.js';
import type { Call, Command } from '../call/call.js';
import { checkFields, fields, onlyEmpty, simpleCollation, taken } from '../call/fields.js';
import { checkNotRetried, write } from '../call/transact.js';
import { TypedFields } from '../call/typed-fields.js';
import { checkBatchSize, writeErrorOf, type WriteError } from '../call/write-errors.js';
import { prepareFind } from '../query/find.js';
import type { WriteUnit } from '../state/write-unit.js';

const statementFields = fields({ q: taken, limit: taken, hint: taken, collation: simpleCollation });

interface Statement {
  readonly filter: Doc;
  readonly hint: Value | undefined;
  readonly isMany: boolean;
}

export const deleteCommand: Command = {
  fields: fields({ deletes: taken, ordered: taken, let: onlyEmpty }),
  concern: 'write',
  isRetryable: true,
  isAllowedInTransaction: true,
  run: (call) =>
    write(call, async (unit) => {
      const isOrdered = call.flag('ordered', true);
      checkBatchSize(call.documentCount('deletes'));
      const statements = [...call.documents('deletes')].map(({ doc }) => parseStatement(call, doc));
      const writeErrors: WriteError[] = [];
      let n = 0;
      for (const [index, statement] of statements.entries()) {
        try {
          n += await runStatement(call, unit, statement);
        } catch (error) {
          writeErrors.push(writeErrorOf(index, error));
          if (isOrdered) break;
        }
      }
      return { n, ...(writeErrors.length > 0 && { writeErrors }) };
    }),
};

/** @throws CommandError 9, 14, 72, 40414, 40415 */
function parseStatement(call: Call, statement: Doc): Statement {
  checkFields(statement, statementFields, 'delete.deletes');
  const typed = new TypedFields(statement, 'delete.deletes');
  typed.require('limit');
  const limit = typed.number('limit', 0);
  if (limit > 1) {
    throw new CommandError(9, `The limit field in delete objects must be 0 or 1. Got ${limit}`);
  }
  const isMany = limit === 0;
  if (isMany) checkNotRetried(call, 'limit=0');
  return { filter: typed.requiredDocument('q'), hint: statement.get('hint'), isMany };
}

async function runStatement(
  call: Call,
  unit: WriteUnit,
  { filter, hint, isMany }: Statement,
): Promise<number> {
  const collection = unit.writable(call.namespace);
  const query = { filter, hint, skip: 0, limit: isMany ? 0 : 1 };
  let n = 0;
  for (const match of prepareFind(collection, query).matches()) {
    if (call.pacer.isDue()) await call.pacer.pause();
    if (match === null || collection === undefined) continue;
    unit.remove(collection, match.id, match.doc);
    n += 1;
  }
  return n;
}
