import { z } from 'zod';
import type { OwnerOperation } from '../owners/owner-client.js';
import type { ErasureRecord } from './erasure-records.js';

const EXPORT = `mutation ExportPersons($input: ExportPersonsInput!) {
  exportPersons(input: $input) { records { kind id fields { name value } } userErrors { code } }
}`;
const ERASE = `mutation ErasePersons($input: ErasePersonsInput!) {
  erasePersons(input: $input) { done userErrors { code } }
}`;

const Nothing = z.array(z.unknown()).length(0);
const LONGEST_TEXT = 10_000;
const MOST_RECORDS = 100_000;

const Exported = z.object({
  exportPersons: z.object({
    records: z
      .array(
        z.object({
          kind: z.enum(['BOOKING', 'WAITING', 'MEMBER', 'CONTACT']),
          id: z.string().max(LONGEST_TEXT),
          fields: z.array(
            z.object({ name: z.string().max(LONGEST_TEXT), value: z.string().max(LONGEST_TEXT) }),
          ),
        }),
      )
      .max(MOST_RECORDS),
    userErrors: Nothing,
  }),
});
const Erased = z.object({
  erasePersons: z.object({ done: z.array(z.string()), userErrors: Nothing }),
});

/** What a cooperative is asked for to give out what it has of somebody. @param key - Of the digests. */
export function exportOperation(
  cooperative: string,
  key: Buffer,
  { digests, orders }: Pick<ErasureRecord, 'digests' | 'orders'>,
): OwnerOperation {
  const input = { cooperative, key: key.toString('base64url'), digests, orderIds: orders };
  return { query: EXPORT, variables: { input }, scope: 'privacy' };
}

/** @throws Error when it is malformed. */
export function readExported(data: unknown) {
  return Exported.parse(data).exportPersons.records;
}

/** What a cooperative is asked for to forget people. @param key - Of the digests. */
export function eraseOperation(
  cooperative: string,
  key: Buffer,
  erasures: readonly ErasureRecord[],
): OwnerOperation {
  const input = {
    ...{ cooperative, key: key.toString('base64url') },
    erasures: erasures.map(({ _id, at, digests, orders }) => ({
      ...{ id: _id, at, digests, orderIds: orders },
    })),
  };
  return { query: ERASE, variables: { input }, scope: 'privacy' };
}

/** Ids of the erasures that it has done. @throws Error when it is malformed. */
export function readErased(data: unknown): readonly string[] {
  return Erased.parse(data).erasePersons.done;
}
