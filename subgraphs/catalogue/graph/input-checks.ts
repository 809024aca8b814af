import { badUserInput } from '../../../schema/errors.js';
import { isCooperativeId } from '../../shared/words/ids.js';
import { isPlainText, PLAIN_TEXT, shown } from '../../shared/words/plain-text.js';
import { judgeCpv, judgeMunicipality } from '../../shared/lists/judge-code.js';
import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import type { CatalogueReplica } from '../following/replica.js';
import type { SearchRemark } from '../schema.generated.js';
import { remarkOnCode } from './remarks.js';

const LARGEST_LIST = 100;
const LONGEST_TEXT = 200;

/** A list given as input; absent is empty. @throws BAD_USER_INPUT above 100 items. */
export function checkList<Item>(
  items: readonly Item[] | null | undefined,
  argument: string,
): readonly Item[] {
  if (!items || items.length <= LARGEST_LIST) return items ?? [];
  throw badUserInput(
    `"${argument}" may hold at most ${LARGEST_LIST} items, got ${items.length}.`,
    argument,
  );
}

/** Trims a text; null when nothing is left. @throws BAD_USER_INPUT above 200 characters, and on control characters. */
export function checkText(text: string | null | undefined, argument: string): string | null {
  const trimmed = text?.trim() ?? '';
  if (!isPlainText(trimmed)) {
    throw badUserInput(`"${argument}" must be ${PLAIN_TEXT}, got ${shown(trimmed)}.`, argument);
  }
  if (trimmed.length <= LONGEST_TEXT) return trimmed === '' ? null : trimmed;
  throw badUserInput(
    `"${argument}" may have at most ${LONGEST_TEXT} characters, got ${trimmed.length}.`,
    argument,
  );
}

/** @throws BAD_USER_INPUT when the text is no cooperative's id. */
export function checkCooperativeId(id: string, argument: string): string {
  if (isCooperativeId(id)) return id;
  throw badUserInput(
    `"${argument}" must be a cooperative's id such as "karhu", got ${shown(id)}.`,
    argument,
  );
}

/** Ids of cooperatives of this network. @throws BAD_USER_INPUT naming what is malformed or unknown. */
export function checkCooperatives(
  ids: readonly string[] | null | undefined,
  argument: string,
  { registry }: CatalogueReplica,
): readonly string[] {
  return checkList(ids, argument).map((id) => {
    if (registry.find(checkCooperativeId(id, argument))) return id;
    throw badUserInput(`"${argument}": the network has no cooperative "${id}".`, argument);
  });
}

/** Ids of trades. @throws BAD_USER_INPUT naming one that the network does not know, and above 100 items. */
export function checkTrades(
  ids: readonly string[] | null | undefined,
  argument: string,
  { thesaurus }: CatalogueReplica,
): readonly string[] {
  return checkList(ids, argument).map((id) => {
    if (thesaurus.numberOf(id) >= 0) return id;
    throw badUserInput(`"${argument}": the network has no trade ${shown(id)}.`, argument);
  });
}

/** Codes to go on with, each once, and what is to be said of how they were given. */
export interface ReadCodes {
  readonly codes: readonly string[];
  readonly remarks: readonly SearchRemark[];
}

function readCodes(
  given: readonly string[] | null | undefined,
  argument: string,
  read: (text: string) => readonly [code: string, remark: SearchRemark | null],
): ReadCodes {
  const wanted = new Set(checkList(given, argument));
  const all = [...wanted].map(read);
  return {
    codes: [...new Set(all.map(([code]) => code))],
    remarks: all.flatMap(([, remark]) => remark ?? []),
  };
}

function readCpv(
  text: string,
  argument: string,
  lists: ReferenceLists,
): [code: string, remark: SearchRemark | null] {
  const verdict = judgeCpv(lists, text);
  if (verdict.kind === 'refused') {
    throw badUserInput(`"${argument}": ${String(verdict.reason)}.`, argument);
  }
  const isKnown = verdict.kind === 'known';
  return [verdict.code, isKnown ? null : remarkOnCode('UNKNOWN_CPV', text, verdict.code)];
}

/** A CPV code without its check digit, known or not. @throws BAD_USER_INPUT when it is malformed or its check digit is wrong. */
export function checkCpv(code: string, argument: string, lists: ReferenceLists): string {
  return readCpv(code, argument, lists)[0];
}

/**
 * CPV codes without their check digits, and a remark for each that no list knows.
 * @throws BAD_USER_INPUT on one that is malformed or whose check digit is wrong, and above 100 items.
 */
export function checkCpvCodes(
  given: readonly string[] | null | undefined,
  argument: string,
  lists: ReferenceLists,
): ReadCodes {
  return readCodes(given, argument, (text) => readCpv(text, argument, lists));
}

/**
 * Municipalities of today: the successors of those that have merged, with a remark; one that no list knows as it is, with another.
 * @throws BAD_USER_INPUT on one that is malformed, and above 100 items.
 */
export function checkMunicipalities(
  given: readonly string[] | null | undefined,
  argument: string,
  lists: ReferenceLists,
): ReadCodes {
  return readCodes(given, argument, (text) => {
    const verdict = judgeMunicipality(lists, text);
    switch (verdict.kind) {
      case 'refused':
        throw badUserInput(`"${argument}": ${String(verdict.reason)}.`, argument);
      case 'known':
        return [verdict.code, null];
      case 'unverified':
        return [verdict.code, remarkOnCode('UNKNOWN_MUNICIPALITY', text, verdict.code)];
      case 'merged':
        return [verdict.code, remarkOnCode('MERGED_MUNICIPALITY', text, verdict.code)];
    }
  });
}
