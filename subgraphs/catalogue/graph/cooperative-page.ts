import { holdsAsked, type AskedEvidence } from '../../shared/evidence/evidence.js';
import { decodeCursor, encodeCursor } from '../../shared/words/cursors.js';
import type { CooperativeStatus } from '../store/records.js';
import { compareNames, type CooperativeEntry } from '../following/registry.js';

/** Which cooperatives to list; an empty list is no condition. */
export interface CooperativeQuery {
  readonly ids: readonly string[];
  readonly countries: readonly string[];
  readonly municipalities: readonly string[];
  readonly statuses: readonly CooperativeStatus[];
  readonly certifications: readonly AskedEvidence[];
  /** `YYYY-MM-DD`. */
  readonly validOn: string;
}

/** A page of the cooperatives that are wanted. */
export interface CooperativePage {
  readonly rows: readonly CooperativeEntry[];
  /** Of all pages. */
  readonly totalCount: number;
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

function includesOrEmpty<Item>(wanted: readonly Item[], item: Item): boolean {
  return wanted.length === 0 || wanted.includes(item);
}

function isWanted({ id, status, listing }: CooperativeEntry, query: CooperativeQuery): boolean {
  // Who has left is shown only to those who ask for it.
  const isStatus = query.statuses.length > 0 ? query.statuses.includes(status) : status !== 'LEFT';
  const evidence = listing?.evidence ?? [];
  const { municipalities } = query;
  const serves = listing?.serves ?? [];
  return (
    isStatus &&
    includesOrEmpty(query.ids, id) &&
    includesOrEmpty(query.countries, listing?.country ?? '') &&
    (municipalities.length === 0 || serves.some((code) => municipalities.includes(code))) &&
    query.certifications.every((asked) => holdsAsked(evidence, asked, query.validOn))
  );
}

const keyOf = ({ id, listing }: CooperativeEntry): [string, string] => [listing?.name ?? id, id];

/** Where a cooperative stands in the list: after its name and id, whoever comes and goes. */
export function cooperativeCursor(entry: CooperativeEntry): string {
  return encodeCursor(keyOf(entry));
}

/** A page of cooperatives. @param byName - Everybody, by name. @throws BAD_USER_INPUT on a broken cursor. */
export function pageCooperatives(
  byName: readonly CooperativeEntry[],
  query: CooperativeQuery,
  { first, after }: { readonly first: number; readonly after: string | null },
): CooperativePage {
  const matches = byName.filter((entry) => isWanted(entry, query));
  const place =
    after === null ? null : (decodeCursor(after, ['string', 'string']) as [string, string]);
  const next = place ? matches.findIndex((entry) => compareNames(keyOf(entry), place) > 0) : 0;
  const start = next < 0 ? matches.length : next;
  const rows = matches.slice(start, start + first);
  return {
    rows,
    totalCount: matches.length,
    hasNextPage: start + rows.length < matches.length,
    hasPreviousPage: start > 0,
  };
}
