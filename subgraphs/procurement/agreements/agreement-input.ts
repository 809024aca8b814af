import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import {
  businessIdForm,
  parseAnyBusinessId,
  parseBusinessId,
} from '../../shared/network-file/business-id.js';
import { Temporal } from 'temporal-polyfill';
import { isAtOrBelowCpv } from '../../shared/words/cpv.js';
import { isCooperativeId } from '../../shared/words/ids.js';
import { parseMinorUnits } from '../../shared/words/money.js';
import { shown } from '../../shared/words/plain-text.js';
import { badInput } from '../../shared/words/said/said-error.js';
import { say } from '../../shared/words/said/say.js';
import { checkCpv, checkPeriod } from '../need/check-parts.js';
import { checkText } from '../need/check-text.js';
import { art77Years, isArt77Service } from '../rules/reserved-contracts.js';
import type { MakeAgreementInput, ReservedKind } from '../schema.generated.js';
import type { AgreementPriceRecord, AgreementRecord } from '../store/agreement-records.js';

const LONGEST_NAME = 200;
const MOST_CPV = 50;
const MOST_COOPERATIVES = 200;
const MOST_PRICES = 200;
/** Ten years, with both ends. */
const MOST_DAYS = 3_653;

/** What was agreed, checked. */
export type AgreementTerms = Omit<
  AgreementRecord,
  '_id' | 'keyHash' | 'bodyHash' | 'createdAt' | 'complaints'
>;

/**
 * @param organisationId - Of the buyer, as access has it.
 * @throws BAD_USER_INPUT, PERIOD_REVERSED, PERIOD_TOO_LONG, CPV_UNKNOWN, CPV_CHECK_DIGIT, each with the argument at fault.
 */
export function checkTerms(
  input: MakeAgreementInput,
  organisationId: string,
  lists: ReferenceLists,
): AgreementTerms {
  const { country, kind, title, unit = null, currency, from, to } = input;
  if (country !== 'FI' && country !== 'SE') {
    throw badInput(say`Wanted "FI" or "SE", got ${shown(country)}.`, 'input.country');
  }
  if (parseBusinessId(country, organisationId) === null) {
    const form = businessIdForm(country);
    const message = say`Wanted the country of the buyer, whose id in ${country} is ${form}, got ${country} of ${organisationId}.`;
    throw badInput(message, 'input.country');
  }
  checkText(title, LONGEST_NAME, 'input.title');
  if (unit !== null) checkText(unit, LONGEST_NAME, 'input.unit');
  checkPeriod(from, to, MOST_DAYS, 'input');
  checkCount(input.cpv, 1, MOST_CPV, 'input.cpv');
  const cpv = input.cpv.map((code, index) => checkCpv(code, `input.cpv.${index}`, lists));
  const reserved = checkReserved(input, cpv);
  const ceilingMinor = checkAmount(input.ceiling, 'input.ceiling');
  if (ceilingMinor === 0) throw badInput(say`Wanted an amount above 0, got 0.`, 'input.ceiling');
  return {
    ...{ organisationId, country, kind, reserved, title, unit, currency, ceilingMinor, from, to },
    cpv: [...new Set(cpv)],
    cooperatives: checkCooperatives(input.cooperatives),
    prices: checkPrices(input.prices ?? [], cpv, lists),
  };
}

/** In its canonical form. @throws BAD_USER_INPUT. */
export function checkOrganisation(text: string): string {
  const id = parseAnyBusinessId(text);
  if (id !== null) return id;
  // What came may be a person's number, so it is not shown.
  throw badInput(say`Wanted the business id of an organisation.`, 'input.organisationId');
}

function checkCooperatives(ids: readonly string[]): string[] {
  checkCount(ids, 1, MOST_COOPERATIVES, 'input.cooperatives');
  ids.forEach((id, index) => {
    if (isCooperativeId(id)) return;
    const message = say`Wanted a cooperative's id such as "karhu", got ${shown(id)}.`;
    throw badInput(message, `input.cooperatives.${index}`);
  });
  return [...new Set(ids)].sort();
}

/** What Art. 77 asks of time and codes; nothing where it is not by that. */
function checkReserved(
  { reserved = null, from, to }: MakeAgreementInput,
  codes: readonly string[],
): ReservedKind | null {
  const limits = reserved === 'RES_PUB_SER' ? art77Years(from) : null;
  if (limits === null) return reserved;
  const last = Temporal.PlainDate.from(from)
    .add({ years: limits.mostYears })
    .subtract({ days: 1 })
    .toString();
  if (to > last) {
    const message = say`Wanted a last day to ${last}: by Art. 77 at most ${limits.mostYears} years, got ${to}.`;
    throw badInput(message, 'input.to');
  }
  codes.forEach((code, index) => {
    if (isArt77Service(code, from)) return;
    const message = say`Wanted a code of Art. 77 of Directive 2014/24/EU, got ${code}.`;
    throw badInput(message, `input.cpv.${index}`);
  });
  return reserved;
}

/** @param codes - What the agreement buys. */
function checkPrices(
  prices: NonNullable<MakeAgreementInput['prices']>,
  codes: readonly string[],
  lists: ReferenceLists,
): AgreementPriceRecord[] {
  checkCount(prices, 0, MOST_PRICES, 'input.prices');
  const checked: AgreementPriceRecord[] = [];
  for (const [index, { cpv: text, unit, net }] of prices.entries()) {
    const argument = `input.prices.${index}`;
    const cpv = checkCpv(text, `${argument}.cpv`, lists);
    if (!codes.some((code) => isAtOrBelowCpv(cpv, code))) {
      const message = say`Wanted ${codes.join(', ')}, which the agreement buys, or a code below, got ${cpv}.`;
      throw badInput(message, `${argument}.cpv`);
    }
    if (checked.some((other) => other.cpv === cpv && other.unit === unit)) {
      throw badInput(say`Wanted one price for ${cpv} by ${unit}, got another.`, argument);
    }
    checked.push({ cpv, unit, netMinor: checkAmount(net, `${argument}.net`) });
  }
  return checked;
}

function checkAmount(text: string, argument: string): number {
  const minor = parseMinorUnits(text);
  if (minor !== null) return minor;
  throw badInput(say`Wanted an amount such as "1200.50", got ${shown(text)}.`, argument);
}

function checkCount(list: readonly unknown[], least: number, most: number, argument: string): void {
  if (list.length >= least && list.length <= most) return;
  throw badInput(say`Wanted ${least} to ${most}, got ${list.length}.`, argument);
}
