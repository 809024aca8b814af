import type { AnswerError } from '../../subgraphs/shared/owners/graphql-answer.js';
import { lackingField, lackProblem } from '../documents/lacks.js';
import { believe, type Subject } from './owner-words.js';
import type { Path, Reading, Row } from '../answers/reading.js';
import { walk, type SelectedObject } from './selected-object.js';
import { failureOf, type Cause, type FetchError } from '../answers/subgraph-errors.js';

/** An error of one cooperative. @param path - Null where it has no place of its own. */
export function cooperativeError(owner: string, cause: Cause, path: Path | null): FetchError {
  return {
    message: cause.message,
    ...(path && { path }),
    extensions: { ...cause.extensions, code: cause.code, cooperative: owner },
  };
}

/** What an endpoint without bookings has no need to know. */
const OFFERS: ReadonlySet<string> = new Set(['Service.availability', 'Service.quote']);

const keyOf = (path: Path): string => path.join('/');

/** The errors of one owner's answer, at most one a place. */
export class AddressedErrors {
  readonly #byPlace = new Map<string, FetchError>();
  /** What the owner does not know is no failure of its rows. */
  readonly #failures: Cause[] = [];

  constructor(private readonly owner: string) {}

  get all(): readonly FetchError[] {
    return [...this.#byPlace.values()];
  }

  /** Why rows or fields are missing, without what the owner's endpoint does not know. */
  get failures(): readonly Cause[] {
    return this.#failures;
  }

  has(path: Path): boolean {
    return this.#byPlace.has(keyOf(path));
  }

  /** The first one stays. @param path - Empty where it has no place of its own. */
  add(path: Path, cause: Cause): void {
    if (this.has(path)) return;
    this.#failures.push(cause);
    const error = cooperativeError(this.owner, cause, path.length > 0 ? path : null);
    this.#byPlace.set(keyOf(path), error);
  }

  /** One error for each field that is null because the owner's endpoint does not know it. */
  addLeftOut(
    { leftOut, isPhoneOnly }: Pick<Reading, 'leftOut' | 'isPhoneOnly'>,
    explain = (problem: string) => problem,
  ): void {
    for (const { path, lack } of leftOut) {
      const isToCall = isPhoneOnly === true && OFFERS.has(lackingField(lack));
      const { message, ...cause } = isToCall
        ? failureOf(this.owner, 'takes no bookings over the network: call it', 'PHONE_ONLY')
        : failureOf(this.owner, lackProblem(lack));
      const error = cooperativeError(this.owner, { ...cause, message: explain(message) }, path);
      this.#byPlace.set(keyOf(path), error);
    }
  }
}

/** A checked value of an answer, and what was said about it. */
interface ValueReport {
  readonly value: Readonly<Row>;
  /** Its own place. */
  readonly at: Path;
  readonly selected: SelectedObject;
  /** The errors whose paths begin with its place. */
  readonly errors: readonly AnswerError[];
  /** Nulls in it that say nothing by themselves. */
  readonly unsaid: readonly Path[];
  readonly subject: Omit<Subject, 'place'>;
}

/**
 * Gives each null in a value that is not the owner's word for "none" an error at its place. Where errors do not say which
 * of its fields failed, no null in it is known to mean "none".
 * @param unplaced - What an error says that may be about this value; null when there is none.
 * @returns Whether `unplaced` explains a null of it.
 */
export function addressValue(
  to: AddressedErrors,
  owner: string,
  { value, at, selected, errors, unsaid, subject }: ValueReport,
  unplaced: Cause | null,
): boolean {
  let unknown: Cause | null = null;
  for (const error of errors) {
    const { path, place, isWhole } = walk(selected, value, (error.path ?? []).slice(at.length));
    const cause = believe(owner, error, { ...subject, place });
    if (isWhole && path.length > 0) to.add([...at, ...path], cause);
    else unknown ??= cause;
  }
  const open = unknown ?? unplaced;
  let isExplaining = false;
  if (open) {
    for (const path of nullsOf(value, at)) {
      if (to.has(path)) continue;
      to.add(path, open);
      isExplaining = true;
    }
    if (unknown && !isExplaining) to.add(at, unknown);
  }
  for (const path of unsaid) to.add(path, failureOf(owner, 'answered null and does not say why'));
  return isExplaining && unknown === null;
}

function* nullsOf(value: unknown, at: Path): Generator<Path> {
  if (value === null) yield at;
  if (typeof value !== 'object' || value === null) return;
  const entries = Array.isArray(value) ? value.entries() : Object.entries(value);
  for (const [key, part] of entries) yield* nullsOf(part, [...at, key]);
}
