import type { z } from 'zod';

/** Something wrong in a file. */
export interface Fault {
  /** Such as `services[3].price.net`; empty for the file as a whole. */
  readonly path: string;
  /** What was wanted and what came. */
  readonly message: string;
}

/** Most faults that are told at once. */
const MOST_FAULTS = 50;

/** A file that was refused: every fault in it, at most 50, then how many more there are. */
export class NetworkFileError extends Error {
  readonly faults: readonly Fault[];

  constructor(file: string, faults: readonly Fault[]) {
    const told = faults.slice(0, MOST_FAULTS);
    const more = faults.length - told.length;
    const rest = more > 0 ? [{ path: '', message: `and ${more} more faults` }] : [];
    const all = [...told, ...rest];
    super(all.map((fault) => `${file}: ${sentenceOf(fault)}`).join('\n'));
    this.name = 'NetworkFileError';
    this.faults = all;
  }
}

/** The fault as one sentence: `services[3].price.net: wanted …, got 28`. */
export function sentenceOf({ path, message }: Fault): string {
  return path === '' ? message : `${path}: ${message}`;
}

/** Writes a path as people read it: `services[3].price.net`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}

/** What came, short enough for a message. */
export function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object' && value !== null) {
    return Object.keys(value).length === 0 ? 'an empty object' : 'an object';
  }
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

/** Members whose values no message shows: they are a person's, or may be a person's number. */
export const WITHHELD_KEYS: readonly string[] = ['businessId', 'email', 'phone'];

/** Where a name is a person's. */
const PEOPLE: readonly PropertyKey[] = ['members', 'customer'];

function isWithheld(path: readonly PropertyKey[]): boolean {
  const isOf = (keys: readonly PropertyKey[]): boolean => path.some((key) => keys.includes(key));
  return isOf(WITHHELD_KEYS) || (isOf(PEOPLE) && path.at(-1) === 'name');
}

/** What came where nothing of it may be shown. */
export function describeWithheld(value: unknown): string {
  const isShown = value === undefined || value === null || typeof value === 'object';
  if (isShown) return describeValue(value);
  return `a ${typeof value === 'string' ? 'text' : typeof value}, not shown as it may be a person's`;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key],
    root,
  );
}

/** Turns what zod found into faults. The schemas' own messages are the phrases after "wanted". */
export function faultsOf(issues: readonly z.core.$ZodIssue[], root: unknown): Fault[] {
  return issues.flatMap((issue): Fault[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        path: formatPath([...issue.path, key]),
        message: 'wanted no such key',
      }));
    }
    if (issue.code === 'invalid_key') {
      const message = `wanted as key ${issue.issues[0]?.message ?? 'another'}`;
      return [{ path: formatPath(issue.path), message }];
    }
    const value = valueAt(root, issue.path);
    const came = isWithheld(issue.path) ? describeWithheld(value) : describeValue(value);
    return [{ path: formatPath(issue.path), message: `wanted ${issue.message}, got ${came}` }];
  });
}
