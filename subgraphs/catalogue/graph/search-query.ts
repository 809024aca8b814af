import { badUserInput } from '../../../schema/errors.js';
import type { AskedEvidence } from '../../shared/evidence/evidence.js';
import type { Clock } from '../../shared/process/clock.js';
import { daysIn, epochDayOf } from '../../shared/words/dates.js';
import { parseMinorUnits } from '../../shared/words/money.js';
import { shown } from '../../shared/words/plain-text.js';
import type { CooperativeQuery } from './cooperative-page.js';
import type { AvailabilityQuery, NearQuery, SearchQuery } from '../index/parts/search-types.js';
import {
  checkCooperatives,
  checkCpvCodes,
  checkList,
  checkMunicipalities,
  checkText,
  checkTrades,
} from './input-checks.js';
import type { CatalogueReplica } from '../following/replica.js';
import type {
  AvailabilityInput,
  CatalogueSearch,
  CooperativeFilter,
  MoneyInput,
  NearInput,
  SearchRemark,
} from '../schema.generated.js';

const LARGEST_RADIUS_KM = 2_000;
const MOST_DAYS = 366;
const LONGEST_MINUTES = 525_600;
/** Of the Nordic countries' zones the one whose day begins first: where two countries search, one must decide. */
const networkDay = daysIn('Europe/Helsinki');

/** And the one whose day ends last: what has passed there has passed everywhere. */
const latestDay = daysIn('Europe/Stockholm');

/** Today, `YYYY-MM-DD`, in Finland. */
function todayOf(clock: Clock): string {
  return networkDay(clock.now());
}

/** What a caller asks for, and what is to be said of how it was asked. */
export interface ParsedQuery<Query> {
  readonly query: Query;
  readonly remarks: readonly SearchRemark[];
}

/** Checks what a caller searches for. @throws BAD_USER_INPUT naming the first condition at fault. */
export function parseSearch(
  search: CatalogueSearch,
  catalogue: CatalogueReplica,
  clock: Clock,
): ParsedQuery<SearchQuery> {
  const { lists } = catalogue;
  const cpv = checkCpvCodes(search.cpv, 'search.cpv', lists);
  const places = checkMunicipalities(search.municipalities, 'search.municipalities', lists);
  const query = {
    text: checkText(search.text, 'search.text'),
    language: search.language ?? null,
    kinds: checkList(search.kinds, 'search.kinds'),
    cpv: cpv.codes,
    trades: checkTrades(search.trades, 'search.trades', catalogue),
    municipalities: places.codes,
    near: search.near ? parseNear(search.near) : null,
    certifications: askedEvidence(search, 'search'),
    validOn: search.validOn ?? todayOf(clock),
    cooperatives: checkCooperatives(search.cooperatives, 'search.cooperatives', catalogue),
    ids: checkList(search.ids, 'search.ids'),
    maxNetPrice: search.maxNetPrice ? parseMaxNetPrice(search.maxNetPrice) : null,
    available: search.available ? parseAvailable(search.available, clock) : null,
  };
  return { query, remarks: [...cpv.remarks, ...places.remarks] };
}

/** Checks which cooperatives a caller wants listed. @throws BAD_USER_INPUT naming the first condition at fault. */
export function parseCooperativeFilter(
  filter: CooperativeFilter,
  catalogue: CatalogueReplica,
  clock: Clock,
): ParsedQuery<CooperativeQuery> {
  const { lists } = catalogue;
  const places = checkMunicipalities(filter.municipalities, 'filter.municipalities', lists);
  const query = {
    ids: checkCooperatives(filter.ids, 'filter.ids', catalogue),
    countries: checkList(filter.countries, 'filter.countries'),
    municipalities: places.codes,
    statuses: checkList(filter.statuses, 'filter.statuses'),
    certifications: askedEvidence(filter, 'filter'),
    validOn: filter.validOn ?? todayOf(clock),
  };
  return { query, remarks: places.remarks };
}

/** What suppliers have to hold, by scheme alone and by grade. @throws BAD_USER_INPUT above 100 of either, and on a grade that is no text. */
function askedEvidence(
  { certifications, evidence }: Pick<CooperativeFilter, 'certifications' | 'evidence'>,
  argument: string,
): AskedEvidence[] {
  const schemes = checkList(certifications, `${argument}.certifications`);
  const graded = checkList(evidence, `${argument}.evidence`);
  return [
    ...schemes.map((scheme) => ({ scheme, grade: null })),
    ...graded.map(({ scheme, grade }, position) => ({
      scheme,
      grade: checkText(grade, `${argument}.evidence.${position}.grade`),
    })),
  ];
}

function parseNear(near: NearInput): NearQuery {
  const check = (name: keyof NearInput, isFine: boolean, wanted: string): void => {
    if (isFine) return;
    throw badUserInput(
      `"search.near.${name}" must be ${wanted}, got ${near[name]}.`,
      `search.near.${name}`,
    );
  };
  const { latitude, longitude, radiusKm } = near;
  check('latitude', Math.abs(latitude) <= 90, '-90 to 90');
  check('longitude', Math.abs(longitude) <= 180, '-180 to 180');
  const isInReach = radiusKm > 0 && radiusKm <= LARGEST_RADIUS_KM;
  check('radiusKm', isInReach, `more than 0 and at most ${LARGEST_RADIUS_KM}`);
  return { latitude, longitude, radiusKm };
}

function parseMaxNetPrice({ amount, currency }: MoneyInput): SearchQuery['maxNetPrice'] {
  const minor = parseMinorUnits(amount);
  if (minor !== null) return { minor, currency };
  const wanted = 'a decimal string such as "28.00"';
  throw badUserInput(
    `"search.maxNetPrice.amount" must be ${wanted}, got ${shown(amount)}.`,
    'search.maxNetPrice.amount',
  );
}

/** @returns Without the days that have passed: `from` lies after `to` where all have. */
function parseAvailable({ from, to, minutes }: AvailabilityInput, clock: Clock): AvailabilityQuery {
  const days = epochDayOf(to) - epochDayOf(from) + 1;
  if (days < 1 || days > MOST_DAYS) {
    const wanted = `"from" or a day after it, ${MOST_DAYS} days in all at most`;
    throw badUserInput(
      `"search.available.to" must be ${wanted}, got ${from} to ${to}.`,
      'search.available.to',
    );
  }
  if (minutes < 1 || minutes > LONGEST_MINUTES) {
    throw badUserInput(
      `"search.available.minutes" must be 1 to ${LONGEST_MINUTES}, got ${minutes}.`,
      'search.available.minutes',
    );
  }
  const today = latestDay(clock.now());
  return { from: from < today ? today : from, to, minutes };
}
