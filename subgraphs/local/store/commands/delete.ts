import { isDoc, isNumeric, toNumber, type Doc } from '../bson/value.js';
import { CommandError } from '../bson/errors.js';
import { prepareFind } from '../query/find.js';
import { checkSimpleCollation } from '../state/index-spec.js';
import type { WriteUnit } from '../state/write-unit.js';
import type { Call, Command } from '../call/call.js';
import { checkFields } from '../call/fields.js';
import { write } from '../call/transact.js';
import { checkBatchSize, writeErrorOf, type WriteError } from '../call/write-errors.js';

const statementFields = new Set(['q', 'limit', 'hint', 'collation']);

export const deleteCommand: Command = {
  fields: ['deletes', 'ordered', 'let'],
  isAllowedInTransaction: true,
  run: (call) =>
    write(call, async (unit) => {
      const isOrdered = call.flag('ordered', true);
      checkBatchSize(call.documentCount('deletes'));
      const writeErrors: WriteError[] = [];
      let n = 0;
      let index = 0;
      for (const { doc } of call.documents('deletes')) {
        try {
          n += await runStatement(call, unit, doc);
        } catch (error) {
          writeErrors.push(writeErrorOf(index, error));
          if (isOrdered) break;
        }
        index += 1;
      }
      return { n, ...(writeErrors.length > 0 && { writeErrors }) };
    }),
};

async function runStatement(call: Call, unit: WriteUnit, statement: Doc): Promise<number> {
  checkFields(statement, statementFields, 'delete.deletes');
  checkSimpleCollation(statement.get('collation'));
  const filter = statement.get('q');
  const limit = statement.get('limit');
  if (!isDoc(filter) || !isNumeric(limit)) {
    throw new CommandError(9, 'A delete needs a filter "q" and a "limit" of 0 or 1');
  }
  const collection = unit.writable(call.namespace);
  const query = { filter, hint: statement.get('hint'), skip: 0, limit: toNumber(limit) };
  let n = 0;
  for (const match of prepareFind(collection, query).matches()) {
    if (call.pacer.isDue()) await call.pacer.pause();
    if (match === null || collection === undefined) continue;
    unit.remove(collection, match.id, match.doc);
    n += 1;
  }
  return n;
}
