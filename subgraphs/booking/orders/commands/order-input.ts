import { isCooperativeId, parseOwnedId } from '../../../shared/words/ids.js';
import { isPlainText, shown } from '../../../shared/words/plain-text.js';
import { say, type Said, type Sentence } from '../../../shared/words/said/say.js';
import { parseAnyBusinessId } from '../../../shared/network-file/business-id.js';
import { faultsOfDetails } from '../../../shared/order-details/read-details.js';
import { countryOf } from '../../../shared/privacy/person.js';
import { isWellFormedPhone } from '../../../shared/privacy/well-formed-phone.js';
import { organisationOf } from '../../access/buyer.js';
import { Email } from '../../../shared/network-file/forms.js';
import { LONGEST_NAME, type BuyerRecord, type OrderLegRecord } from '../../store/records.js';
import { refuse, undecided, type Refusal } from '../../store/refusal.js';
import type {
  BuyerInput,
  CostShareInput,
  OrderDetailsInput,
  OrderLegInput,
} from '../../schema.generated.js';
import { isWhole, parsePercent } from '../order/cost-shares.js';
import { LEAST_PHONE_DIGITS, phoneTailOf } from '../order/search-keys.js';
import { UNASKED } from '../order/unasked-leg.js';

const LONGEST_KEY = 200;
/** As owners allow it, who would otherwise refuse only when the order is confirmed. */
const LONGEST_PHONE = 50;
const LARGEST_SHARES = 20;
const LONGEST_ID = 300;
export const LARGEST_LEGS = 100;
/** As they are dialled within a country, and from without. */
const PHONE_EXAMPLES: Readonly<Record<string, Said>> = {
  FI: say`040 1234567 or +358 40 1234567`,
  SE: say`070 1234567 or +46 70 1234567`,
};

type Path = readonly (string | number)[];

/** Whether the network has, or had, such a cooperative. */
export type IsMember = (cooperative: string) => boolean;

function bad(message: Sentence, field: Path): Refusal {
  return refuse('BAD_USER_INPUT', message, field);
}

export function refusalsOfKey(key: string): Refusal[] {
  const isFit = key.length >= 1 && key.length <= LONGEST_KEY;
  const message = say`Wanted a key of 1 to ${LONGEST_KEY} characters, got ${key.length}.`;
  return isFit ? [] : [bad(message, ['idempotencyKey'])];
}

export function refusalsOfBuyer(buyer: BuyerInput): Refusal[] {
  const { name, email, phone, organisationId } = toBuyer(buyer);
  const isFine = (text: string | null, longest: number): boolean =>
    text === null || (text.length <= longest && isPlainText(text));
  const refusals: Refusal[] = [];
  const check = (isWanted: boolean, field: string, wanted: Said, got: string | null): void => {
    if (!isWanted) refusals.push(bad(say`Wanted ${wanted}, got ${came(got)}.`, ['buyer', field]));
  };
  check(
    name !== '' && isFine(name, LONGEST_NAME),
    'name',
    say`a name of 1 to ${LONGEST_NAME} characters, none of control`,
    name,
  );
  check(
    // One with fewer digits could not be looked for.
    phone === null || (isFine(phone, LONGEST_PHONE) && phoneTailOf(phone) !== null),
    'phone',
    say`a telephone number of at least ${LEAST_PHONE_DIGITS} digits and at most ${LONGEST_PHONE} characters, none of control`,
    phone,
  );
  check(email === null || Email.safeParse(email).success, 'email', say`an e-mail address`, email);
  // What came may be a person's number, so it is not shown.
  if (!isFine(organisationId, LONGEST_PHONE) || !isCompany(organisationId)) {
    const wanted = say`a business id of at most ${LONGEST_PHONE} characters, not the number of a person`;
    refusals.push(bad(say`Wanted ${wanted}.`, ['buyer', 'organisationId']));
  }
  return refusals;
}

/** Of a stranger, who must be reached somehow. @param path - Where the buyer stands in the input. */
export function refusalsOfContact(buyer: BuyerInput, path: Path): Refusal[] {
  const { email, phone, municipality } = toBuyer(buyer);
  const isFine =
    phone === null ? email !== null : isWellFormedPhone(phone, countryOf(municipality));
  const example = PHONE_EXAMPLES[countryOf(municipality)] ?? say`+358 40 1234567`;
  const message =
    phone === null
      ? say`Wanted an e-mail address or a telephone number that can be dialled, such as ${example}, got neither.`
      : say`Wanted a telephone number that can be dialled, such as ${example}, or an e-mail address in its place; got ${came(phone)}.`;
  return isFine ? [] : [bad(message, [...path, 'phone'])];
}

/** What an order says beside what and when. @param municipality - In which a place lies that names none. */
export function refusalsOfDetails(
  details: OrderDetailsInput | null | undefined,
  municipality: string,
): Refusal[] {
  return faultsOfDetails(details, municipality).map(({ field, message }) =>
    bad(message, ['details', ...field]),
  );
}

function isCompany(organisationId: string | null): boolean {
  return organisationId === null || parseAnyBusinessId(organisationId) !== null;
}

/** What came, without repeating it: it is somebody's. */
function came(text: string | null): Said {
  return text === null ? say`none` : say`another text of ${text.length} characters`;
}

export function toBuyer(buyer: BuyerInput): BuyerRecord {
  const { name, municipality, email, phone } = buyer;
  const orNull = (text: string | null | undefined): string | null => text?.trim() || null;
  return {
    name: name.trim(),
    municipality,
    email: orNull(email),
    phone: orNull(phone),
    organisationId: organisationOf(buyer),
  };
}

/** @param path - Where the id stands in the input. */
export function refusalsOfCooperative(id: string, path: Path, isMember: IsMember): Refusal[] {
  if (!isCooperativeId(id)) {
    const got = shown(id);
    return [bad(say`Wanted a cooperative's id such as "karhu", got ${got}.`, path)];
  }
  const message = say`The network has no cooperative "${id}".`;
  // It may join yet, and the key is not used up.
  return isMember(id) ? [] : [undecided(refuse('NOT_FOUND', message, path))];
}

/** Ids of the cooperatives that an input names, well-formed ones only, each once. */
export function cooperativesOf(
  legs: readonly Omit<OrderLegInput, 'start'>[],
  leadCooperative: string | null = null,
): string[] {
  const ids = legs
    .slice(0, LARGEST_LEGS)
    .flatMap(({ serviceId, costShares }) => [
      parseOwnedId(serviceId)?.cooperative ?? '',
      ...(costShares ?? []).slice(0, LARGEST_SHARES).map(({ cooperative }) => cooperative),
    ]);
  return [...new Set([...ids, leadCooperative ?? ''])].filter(isCooperativeId);
}

/** Checks the number of legs and each of them. */
export function refusalsOfLegs(legs: readonly OrderLegInput[], isMember: IsMember): Refusal[] {
  if (legs.length < 1 || legs.length > LARGEST_LEGS) {
    return [bad(say`Wanted 1 to ${LARGEST_LEGS} legs, got ${legs.length}.`, ['legs'])];
  }
  return legs.flatMap((leg, number) => refusalsOfLeg(leg, ['legs', number], isMember));
}

/** What only the owner can judge, such as a start in the past, is left to it. */
export function refusalsOfLeg(
  leg: Omit<OrderLegInput, 'start'>,
  path: Path,
  isMember: IsMember,
): Refusal[] {
  const { serviceId, resourceId, minutes, quantity = 1, costShares } = leg;
  const owner = parseOwnedId(serviceId)?.cooperative;
  const ofService =
    owner === undefined
      ? [bad(say`Wanted a service's id such as "karhu:siivous".`, [...path, 'serviceId'])]
      : refusalsOfCooperative(owner, [...path, 'serviceId'], isMember);
  const isOwn =
    resourceId == null ||
    (resourceId.startsWith(`${owner ?? ''}:`) && resourceId.length <= LONGEST_ID);
  const numbers = Object.entries({ minutes, quantity }).flatMap(([field, value]) =>
    value >= 1 ? [] : [bad(say`Wanted at least 1, got ${value}.`, [...path, field])],
  );
  const message = say`Wanted a resource of the cooperative whose service this is.`;
  return [
    ...ofService,
    ...(isOwn ? [] : [bad(message, [...path, 'resourceId'])]),
    ...numbers,
    ...checkShares(costShares ?? [], [...path, 'costShares'], isMember),
  ];
}

function checkShares(shares: readonly CostShareInput[], path: Path, isMember: IsMember): Refusal[] {
  if (shares.length === 0) return [];
  if (shares.length > LARGEST_SHARES) {
    return [bad(say`Wanted at most ${LARGEST_SHARES} shares, got ${shares.length}.`, path)];
  }
  const each = shares.flatMap(({ cooperative, percent }, index) => [
    ...refusalsOfCooperative(cooperative, [...path, index, 'cooperative'], isMember),
    ...(parsePercent(percent) === null
      ? [bad(say`Wanted a share such as "33.33", above 0.`, [...path, index, 'percent'])]
      : []),
  ]);
  if (each.length > 0) return each;
  const isTwice = new Set(shares.map(({ cooperative }) => cooperative)).size < shares.length;
  if (isTwice) return [bad(say`The same cooperative is named twice.`, path)];
  return isWhole(shares) ? [] : [bad(say`The shares must add up to 100 per cent exactly.`, path)];
}

/** A leg of which its owner has not been asked yet. */
export function toLeg(input: OrderLegInput): OrderLegRecord {
  const { serviceId, resourceId, start, minutes, quantity = 1, costShares } = input;
  return {
    ...{ serviceId, minutes, quantity },
    resourceId: resourceId ?? null,
    start: new Date(start),
    costShares: (costShares ?? []).map(({ cooperative, percent }) => ({ cooperative, percent })),
    agreedPrice: null,
    ...UNASKED,
  };
}
