import type { OwnerClient, OwnerOperation } from '../../shared/owners/client/owner-client.js';
import type { OwnerFailure } from '../../shared/owners/client/read-reply.js';
import { withFreshTrace } from '../../shared/owners/trace-headers.js';
import { absence, type Absence } from './absence.js';

/** What a cooperative has told, or why it has not. */
export type Told<Data> =
  | { readonly kind: 'told'; readonly data: Data }
  | { readonly kind: 'absent'; readonly reason: Absence };

/** That one question may be about, by the contract. */
export const MOST_SERVICES = 200;

/** What comes of it when more services than that match. */
export function tooManyServices(services: number): Told<never> {
  const values = [
    { name: 'services', value: String(services) },
    { name: 'most', value: String(MOST_SERVICES) },
  ];
  return { kind: 'absent', reason: absence('TOO_MANY_SERVICES', values) };
}

/** A question about one field of a cooperative's own row. */
export interface OwnerQuestion<Data> {
  /** Of the contract's `Cooperative`. */
  readonly field: 'freeCapacity' | 'freeSubstitutes';
  /** Asks `_entities(representations: $of)` for it. */
  readonly query: string;
  /** Beside `of`. */
  readonly variables: object;
  /** Checks the field's value, which is untrusted. @throws Error when it is malformed. */
  readonly read: (value: unknown) => Data;
}

/**
 * Asks one cooperative for one field of its own row, signed for that alone and in nobody's name: whoever searches is not told, nor by
 * which ids the request is known elsewhere.
 * Never rejects.
 */
export async function askOwner<Data>(
  owners: Pick<OwnerClient, 'ask'>,
  cooperative: string,
  question: OwnerQuestion<Data>,
  timeoutMs: number,
): Promise<Told<Data>> {
  const { field, query, variables, read } = question;
  const operation: OwnerOperation = {
    query,
    variables: { ...variables, of: [{ __typename: 'Cooperative', id: cooperative }] },
    scope: 'capacity',
  };
  const readField = (data: unknown): Data | null => {
    const value = fieldOf(data, field);
    return value === null ? null : read(value);
  };
  // A buyer's system may name its requests by what it buys.
  const reply = await withFreshTrace(() =>
    owners.ask(cooperative, operation, readField, timeoutMs),
  );
  if (reply.kind !== 'answer') return { kind: 'absent', reason: whyAbsent(reply, field) };
  return reply.data === null
    ? { kind: 'absent', reason: absence('REFUSED') }
    : { kind: 'told', data: reply.data };
}

/** @throws Error where the row or the field is missing. */
function fieldOf(data: unknown, field: string): unknown {
  const rows = (data as { _entities?: unknown } | null)?._entities;
  const row: unknown = Array.isArray(rows) && rows.length === 1 ? rows[0] : null;
  if (typeof row !== 'object' || row === null) throw new Error('wanted the row asked for');
  return (row as Record<string, unknown>)[field];
}

function whyAbsent({ kind, isAnswered }: OwnerFailure, field: string): Absence {
  switch (kind) {
    case 'hopeless':
      return isAnswered
        ? absence('FIELD_NOT_SUPPORTED', [{ name: 'field', value: field }])
        : absence('COOPERATIVE_LEFT');
    case 'unreached':
      return absence('NOT_REACHED');
    case 'refused':
      return absence('REFUSED');
    case 'unknown':
      return absence(isAnswered ? 'USELESS_ANSWER' : 'NO_ANSWER');
  }
}
