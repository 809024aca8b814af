import { ERROR_CODES } from '../../schema/error-codes.js';
import { HOSTILE } from './hostile-network.js';
import type { Seen } from './look.js';
import { SECRET_PARTS } from './modes.js';

/** Live fields, which only their owner can answer. */
const LIVE: readonly string[] = ['members', 'published', 'availability', 'quote'];
/** What the owner changes all the time. */
const CHANGING = 'description';

type Row = Readonly<Record<string, unknown>>;
interface Rows {
  readonly cooperatives: { readonly edges: { node: Row }[]; readonly sources: Source[] };
  readonly catalogue: { readonly edges: { node: Row }[] };
}
interface Source {
  readonly cooperative: { readonly id: string };
  readonly state: string;
  readonly reason: string | null;
}

const same = (left: unknown, right: unknown): boolean =>
  JSON.stringify(left) === JSON.stringify(right);
const ownerOfRow = ({ id }: Row): string => String(id).split(':')[0] ?? '';

/** What of an endpoint's own words has left. @param seen - By what it is. */
export function findLeaks(seen: Readonly<Record<string, Seen>>, mayBeData: boolean): string[] {
  return Object.entries(seen).flatMap(([what, { text, json }]) => {
    const left = mayBeData && json.data ? JSON.stringify({ ...json, data: null }) : text;
    const found = SECRET_PARTS.find((part) => left.includes(part));
    const at = found === undefined ? -1 : left.indexOf(found);
    return at < 0 ? [] : [`${what} leaks: …${left.slice(Math.max(0, at - 120), at + 30)}…`];
  });
}

/** What is wrong with a reading of both owners, one of which misbehaves. */
export function judgeReading(seen: Seen, honest: Seen, mayBeData: boolean): string[] {
  const faults: string[] = [];
  const { data, errors = [], extensions } = seen.json;
  const rows = data as unknown as Rows;
  const wanted = honest.json.data as unknown as Rows;
  if (!data?.['catalogue'] || !data['cooperatives']) return [`nothing was read: ${seen.text}`];
  for (const list of ['cooperatives', 'catalogue'] as const) {
    const [got, right] = [rows[list].edges, wanted[list].edges];
    if (got.length !== right.length) {
      faults.push(`${list} has ${got.length} rows, wanted ${right.length}`);
      continue;
    }
    for (const [index, { node }] of got.entries()) {
      const whole = right[index]?.node ?? {};
      for (const [key, value] of Object.entries(whole).filter(([name]) => name !== CHANGING)) {
        const path = [list, 'edges', index, 'node', key];
        const own = errors.filter((error) => startsWith(error.path ?? [], path));
        const at = path.join('.');
        if (node[key] !== null && (same(node[key], value) || mayBeData)) continue;
        if (ownerOfRow(whole) !== HOSTILE) faults.push(`${at} of another owner changed`);
        else if (!LIVE.includes(key)) faults.push(`${at} of the copy changed`);
        else if (node[key] !== null && own.length === 0) faults.push(`${at} is false`);
        else if (node[key] === null && own.length !== 1) {
          faults.push(`${at} is null with ${own.length} errors`);
        }
      }
    }
  }
  for (const { extensions: facts, message } of errors) {
    if (!(String(facts['code']) in ERROR_CODES)) faults.push(`an error has no code: ${message}`);
    if (facts['cooperative'] !== HOSTILE) faults.push(`an error names no owner: ${message}`);
  }
  if (!extensions) return [...faults, 'no coverage'];
  const { asked, answered, stale, skipped } = extensions.coverage;
  if (errors.length > 0 && answered.includes(HOSTILE)) faults.push('coverage says answered');
  if (errors.length === 0 && skipped.length > 0)
    faults.push('coverage says skipped, without errors');
  // Who is known to be silent is not asked, and is named so.
  const named = new Set([...asked, ...skipped.map(({ cooperative }) => cooperative)]);
  if (named.size !== 2) faults.push(`coverage names only: ${[...named].join()}`);
  const outdated = rows.cooperatives.sources
    .filter(({ state }) => state === 'STALE' || state === 'UNREACHABLE')
    .map(({ cooperative }) => cooperative.id);
  const told = stale.map(({ cooperative }) => cooperative);
  if (!same(outdated, told)) faults.push(`sources say ${outdated.join()}, coverage ${told.join()}`);
  return faults;
}

/** A copy that is called fresh, after it was read, has what the owner changed last. */
export function judgeFreshness(seen: Seen, poke: Seen, description: string): string[] {
  const rows = seen.json.data as unknown as Rows | null;
  const source = rows?.cooperatives.sources.find(({ cooperative }) => cooperative.id === HOSTILE);
  if (poke.status !== 200 || source?.state !== 'FRESH') return [];
  const own = rows?.catalogue.edges.filter(({ node }) => ownerOfRow(node) === HOSTILE) ?? [];
  const isOld = own.some(({ node }) => !same(node[CHANGING], { text: description }));
  return isOld ? ['a copy that lacks a change is called fresh'] : [];
}

function startsWith(path: readonly unknown[], start: readonly unknown[]): boolean {
  return start.every((part, index) => path[index] === part);
}

/** What is wrong with who can take a piece of work. */
export function judgeCandidates(seen: Seen, honest: Seen): string[] {
  interface Candidates {
    readonly complete: boolean;
    readonly candidates: {
      readonly service: { readonly id: string };
      readonly answer: string;
      readonly quote: unknown;
    }[];
    readonly notAnswering: { readonly id: string }[];
  }
  const read = ({ json }: Seen) => json.data?.['whoCanTake'] as Candidates | null | undefined;
  const [got, right] = [read(seen), read(honest)];
  if (!got || !right) return [`no candidates: ${seen.text}`];
  const of = (list: Candidates, isHostile: boolean) =>
    list.candidates.filter(({ service }) => service.id.startsWith(`${HOSTILE}:`) === isHostile);
  const faults: string[] = [];
  if (!same(of(got, false), of(right, false))) faults.push('candidates of another owner changed');
  for (const { service, answer, quote } of of(got, true)) {
    const whole = of(right, true).find((each) => each.service.id === service.id);
    if (answer === 'CAN' && !same(quote, whole?.quote)) {
      faults.push(`${service.id} can, for ${JSON.stringify(quote)}`);
    }
  }
  const isMissing = got.notAnswering.some(({ id }) => id === HOSTILE);
  const isUnsure = of(got, true).some(({ answer }) => answer === 'UNKNOWN');
  if (got.complete && (isMissing || isUnsure)) faults.push('candidates say complete');
  if (!isMissing && isUnsure) faults.push('candidates do not name who did not answer');
  return faults;
}

/** What is wrong with a calendar. @param mayDiffer - Whether nobody could tell. */
export function judgeCalendar(seen: Seen, honest: Seen, mayDiffer: boolean): string[] {
  const bodyOf = ({ text }: Seen): string => text.slice(text.indexOf('\n') + 1);
  if (seen.status !== 200) return [];
  return mayDiffer || bodyOf(seen) === bodyOf(honest) ? [] : ['a calendar is not whole'];
}
