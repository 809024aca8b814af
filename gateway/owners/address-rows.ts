import type { AnswerError } from '../../subgraphs/shared/owners/graphql-answer.js';
import { AddressedErrors, addressValue } from './address-errors.js';
import { believe } from './owner-words.js';
import type { Path, Reading, Row } from '../answers/reading.js';
import type { SelectedObject } from './selected-object.js';
import type { Representation } from '../documents/fetch-document.js';
import { failureOf, type Cause } from '../answers/subgraph-errors.js';

interface RowsReport {
  readonly owner: string;
  readonly representations: readonly Representation[];
  readonly rows: readonly (Row | null)[];
  readonly errors: readonly AnswerError[];
  readonly reading: Reading;
  /** The response keys that the client sees of an entity. */
  readonly keysOf: (representation: Representation) => string[];
  readonly selectedOf: (representation: Representation) => SelectedObject;
}

/**
 * Gives each error that came with an entity answer its place: errors of fields keep theirs, and every field of a row
 * that is missing has one of its own, whether or not the owner said why.
 */
export function addressRows(report: RowsReport): AddressedErrors {
  const { owner, representations, rows, errors, reading } = report;
  const addressed = new AddressedErrors(owner);
  addressed.addLeftOut(reading);
  const { byRow, unplaced } = sortByRow(errors, rows.length);
  const isCertain = unplaced.length === 0;
  const open = isCertain ? null : failureOf(owner, 'failed here');
  let isExplained = isCertain;
  for (const [index, representation] of representations.entries()) {
    const own = byRow.get(index) ?? [];
    const row = rows[index] ?? null;
    const subject = { id: representation.id, isCommand: false, isCertain };
    if (row === null) {
      addMissing(addressed, report, index, own, subject);
      isExplained ||= own.length === 0;
      continue;
    }
    const unsaid = reading.unsaid.filter(([, place]) => place === index);
    if (own.length === 0 && unsaid.length === 0 && !open) continue;
    const selected = report.selectedOf(representation);
    const at: Path = ['_entities', index];
    const value = { value: row, at, selected, errors: own, unsaid, subject };
    if (addressValue(addressed, owner, value, open)) isExplained = true;
  }
  if (open && !isExplained) addressed.add([], open);
  return addressed;
}

function sortByRow(
  errors: readonly AnswerError[],
  rowCount: number,
): { readonly byRow: ReadonlyMap<number, AnswerError[]>; readonly unplaced: AnswerError[] } {
  const byRow = new Map<number, AnswerError[]>();
  const unplaced: AnswerError[] = [];
  for (const error of errors) {
    const [root, index] = error.path ?? [];
    if (root !== '_entities' || typeof index !== 'number' || index >= rowCount) {
      unplaced.push(error);
      continue;
    }
    const known = byRow.get(index);
    if (known) known.push(error);
    else byRow.set(index, [error]);
  }
  return { byRow, unplaced };
}

function addMissing(
  to: AddressedErrors,
  { owner, representations, keysOf, selectedOf }: RowsReport,
  index: number,
  errors: readonly AnswerError[],
  subject: { readonly id: string; readonly isCommand: boolean; readonly isCertain: boolean },
): void {
  const representation = representations[index];
  if (!representation) return;
  const selected = selectedOf(representation);
  const keys = keysOf(representation);
  let ofRow: Cause | null = null;
  const byKey = new Map<string, Cause>();
  for (const error of errors) {
    const key = keys.find((candidate) => candidate === error.path?.[2]);
    const place = key === undefined ? null : selected.find(key);
    const cause = believe(owner, error, { ...subject, place });
    if (key === undefined) ofRow ??= cause;
    else if (!byKey.has(key)) byKey.set(key, cause);
  }
  const [ofField] = byKey.values();
  const unnamed = subject.isCertain
    ? failureOf(owner, `does not know "${subject.id}"`, 'NOT_FOUND')
    : failureOf(owner, 'failed here');
  const cause = ofRow ?? ofField ?? unnamed;
  for (const key of keys) to.add(['_entities', index, key], byKey.get(key) ?? cause);
}
