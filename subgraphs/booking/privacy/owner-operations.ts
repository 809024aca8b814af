import { z } from 'zod';
import type { OwnerOperation } from '../../shared/owners/client/owner-client.js';
import type { Stretch } from './erasure-batches.js';
import type { ErasureRecord } from './erasure-records.js';

const EXPORT = `mutation ExportPersons($input: ExportPersonsInput!) {
  exportPersons(input: $input) { records { kind id fields { name value } } userErrors { code } }
}`;
const ERASE = `mutation ErasePersons($input: ErasePersonsInput!) {
  erasePersons(input: $input) { done unsent userErrors { code } }
}`;

const Nothing = z.array(z.unknown()).length(0);
const LONGEST_TEXT = 10_000;
const MOST_RECORDS = 100_000;
const MOST_UNSENT = 100;

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
  erasePersons: z.object({
    done: z.array(z.string()),
    unsent: z.array(z.string()).max(MOST_UNSENT).nullish(),
    userErrors: Nothing,
  }),
});

/** As it is sent to a cooperative. */
export interface SentErasure extends Pick<ErasureRecord, '_id' | 'at' | 'digests' | 'orders'> {
  /** As `sealErasure` makes it. */
  readonly sealed: string;
}

/** What a cooperative says of erasures. */
export interface Erasing {
  /** Ids of those that it has done. */
  readonly done: readonly string[];
  /** Sealed texts of others that it knows. */
  readonly unsent: readonly string[];
}

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
  erasures: readonly SentErasure[],
  { from, before }: Stretch,
): OwnerOperation {
  const input = {
    ...{ cooperative, key: key.toString('base64url'), from, before },
    erasures: erasures.map(({ _id, at, digests, orders, sealed }) => ({
      ...{ id: _id, at, digests, orderIds: orders, sealed },
    })),
  };
  return { query: ERASE, variables: { input }, scope: 'privacy' };
}

/** @throws Error when it is malformed. */
export function readErased(data: unknown): Erasing {
  const { done, unsent } = Erased.parse(data).erasePersons;
  return { done, unsent: unsent ?? [] };
}
