import { badUserInput } from '../../../schema/errors.js';
import { isCooperativeId } from '../../shared/words/ids.js';
import {
  judgeCpv,
  judgeMunicipality,
  type CodeVerdict,
} from '../../shared/lists/reference-lists.js';
import type { CatalogueReplica } from '../following/replica.js';

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

/** Trims a text; null when nothing is left. @throws BAD_USER_INPUT above 200 characters. */
export function checkText(text: string | null | undefined, argument: string): string | null {
  const trimmed = text?.trim() ?? '';
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
    `"${argument}" must be a cooperative's id such as "karhu", got ${JSON.stringify(id)}.`,
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

function checkCode(
  verdict: CodeVerdict,
  isInData: (code: string) => boolean,
  argument: string,
): string {
  if (verdict.kind === 'refused') throw badUserInput(`"${argument}": ${verdict.reason}.`, argument);
  if (verdict.kind === 'known' || isInData(verdict.code)) return verdict.code;
  const where = 'neither a loaded list nor any cooperative knows the code';
  throw badUserInput(`"${argument}": ${where} ${verdict.code}.`, argument);
}

/** A CPV code without its check digit. @throws BAD_USER_INPUT when its check digit is wrong or nobody knows it. */
export function checkKnownCpv(code: string, argument: string, catalogue: CatalogueReplica): string {
  const isInData = (known: string): boolean => catalogue.index.knowsCpv(known);
  return checkCode(judgeCpv(catalogue.lists, code), isInData, argument);
}

/** @throws BAD_USER_INPUT when the municipality was abolished or nobody knows it. */
export function checkKnownMunicipality(
  code: string,
  argument: string,
  catalogue: CatalogueReplica,
): string {
  const isInData = (known: string): boolean => catalogue.index.knowsMunicipality(known);
  return checkCode(judgeMunicipality(catalogue.lists, code), isInData, argument);
}
