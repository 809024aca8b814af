import { expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { giveSearchesTime } from '../../../gateway/plugins/give-searches-time.js';
import { Deadline } from '../../../gateway/request/deadline.js';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** How long there is for a document, in milliseconds: a second, or a minute for searches. */
async function timeFor(text: string): Promise<number> {
  const document = parse(text);
  const operation = getOperationAST(document);
  const deadline = new Deadline(SECOND_MS);
  const listener = await giveSearchesTime(MINUTE_MS).requestDidStart?.({} as never);
  const resolved = { document, operation, contextValue: { deadline } };
  await listener?.didResolveOperation?.(resolved as never);
  return deadline.remainingMs;
}

it.each([
  '{ supplierSearch(need: $need) { complete } }',
  '{ catalogue { totalCount } other: substituteSearch(need: $need) { complete } }',
  '{ ...part } fragment part on Query { ... { supplierSearch(need: $need) { complete } } }',
])('a question with a search has the time of searches: %s', async (text) => {
  expect(await timeFor(text)).toBeGreaterThan(SECOND_MS);
});

it.each([
  '{ catalogue { totalCount } }',
  '{ supplierSearch: catalogue { totalCount } }',
  'mutation { supplierSearch { id } }',
])('another question has not: %s', async (text) => {
  expect(await timeFor(text)).toBeLessThanOrEqual(SECOND_MS);
});
