import { judgeCpv } from '../../shared/lists/judge-code.js';
import type { ReferenceLists } from '../../shared/lists/reference-lists.js';
import { DAY_MS, MINUTE_MS } from '../../shared/words/dates.js';
import { currentMunicipality } from '../../shared/words/merged-municipalities.js';
import { isCooperativeId, parseOwnedId } from '../../shared/words/ids.js';
import { isPlainText, shown } from '../../shared/words/plain-text.js';
import {
  refusalsOfBuyer,
  refusalsOfContact,
  refusalsOfDetails,
  refusalsOfKey,
} from '../orders/commands/order-input.js';
import { wallTimeOf } from '../orders/order/wall-time.js';
import { say, type Said, type Sentence } from '../../shared/words/said/say.js';
import { refuse, type Refusal } from '../store/refusal.js';
import { LONGEST_WHAT } from './request/records.js';
import type { BuyerInput, CreateRequestInput, WorkNeedInput } from '../schema.generated.js';

// Each check gives what is wrong, or null.

const LONGEST_MINUTES = 366 * 1_440;
const LARGEST_QUANTITY = 10_000;
const MOST_CODES = 20;
const MOST_NAMED = 20;
const MOST_ENOUGH = 100;
const LONGEST_TEXT = 200;
const LONGEST_NOTE = 500;
/** As owners have it: nothing ends later than ten years from now. */
const HORIZON_DAYS = 3_653;

/** The first that is wrong of what `createRequest` was given. @param now - By the network's clock. */
export function refuseRequest(
  input: CreateRequestInput,
  lists: ReferenceLists,
  now: Date,
): Refusal | null {
  return firstOf(
    refuseText(input.what, ['what'], 1, LONGEST_WHAT),
    refuseCodes(input.cpv ?? [], lists),
    refuseTime(input, now),
    refuseNumber(input.roundSize ?? 1, ['roundSize'], 20),
    refuseNumber(input.answerMinutes ?? 1, ['answerMinutes'], 10_080),
    refuseCaller(input.caller),
    refuseDetails(input),
    refusePast(input, now),
  );
}

function refusePast({ start, municipality }: CreateRequestInput, now: Date): Refusal | null {
  const came = new Date(start);
  if (came >= now) return null;
  const from = wallTimeOf(now, null, municipality);
  const got = wallTimeOf(came, null, municipality);
  return refuse('IN_THE_PAST', say`Wanted a start from ${from} on, got ${got}.`, ['start']);
}

/** The first that is wrong of what `whoCanTake` was given. @param now - By the network's clock. */
export function refuseNeed(need: WorkNeedInput, lists: ReferenceLists, now: Date): Refusal | null {
  const codes = need.cpv ?? [];
  const text = need.text?.trim() ?? '';
  if (codes.length === 0 && text === '') {
    return refuse('BAD_USER_INPUT', say`Wanted a "text" or a code in "cpv", got neither.`, [
      'text',
    ]);
  }
  return firstOf(
    refuseCodes(codes, lists),
    refuseText(text, ['text'], 0, LONGEST_TEXT),
    refuseTime(need, now),
  );
}

export function refuseKey(key: string): Refusal | null {
  return refusalsOfKey(key)[0] ?? null;
}

export function refuseNote(note: string | null | undefined): Refusal | null {
  return refuseText(note ?? '', ['note'], 0, LONGEST_NOTE);
}

export function refuseOutcome(outcome: string): Refusal | null {
  return refuseText(outcome, ['outcome'], 1, LONGEST_NOTE);
}

/** What is wrong with whom the coordinator names. @param cooperatives - Null where none are. @param services - Likewise. */
export function refuseNamed(
  cooperatives: readonly string[] | null,
  services: readonly string[] | null,
): Refusal | null {
  const owners = (services ?? []).map((id) => parseOwnedId(id)?.cooperative ?? '');
  const stranger = owners.findIndex((owner) => !(cooperatives ?? owners).includes(owner));
  const twice = owners.findIndex((owner, position) => owners.indexOf(owner) < position);
  return firstOf(
    cooperatives && refuseIds(cooperatives, 'cooperatives', isCooperativeId, '"karhu"'),
    services &&
      refuseIds(services, 'services', (id) => parseOwnedId(id) !== null, '"karhu:siivous"'),
    twice < 0
      ? null
      : badRange(
          ['services', twice],
          say`one service of a cooperative`,
          say`two of ${owners[twice] ?? ''}`,
        ),
    stranger < 0
      ? null
      : badRange(
          ['services', stranger],
          say`a service of one of the "cooperatives"`,
          shown(services?.[stranger] ?? ''),
        ),
  );
}

function refuseIds(
  ids: readonly string[],
  field: string,
  isFit: (id: string) => boolean,
  example: string,
): Refusal | null {
  if (ids.length < 1 || ids.length > MOST_NAMED) {
    return badRange([field], say`1 to ${MOST_NAMED} ids`, ids.length);
  }
  const wrong = ids.findIndex((id) => !isFit(id));
  return wrong < 0
    ? null
    : badRange([field, wrong], say`an id such as ${example}`, shown(ids[wrong] ?? ''));
}

/** Refuses what is no number of cooperatives that are enough. */
export function refuseEnough(first: number): Refusal | null {
  return refuseNumber(first, ['first'], MOST_ENOUGH);
}

/** Refuses a stranger whom nobody can reach. */
export function refuseUnreached(caller: BuyerInput): Refusal | null {
  return refusalsOfContact(caller, ['caller'])[0] ?? null;
}

/** The place of a request is in its municipality, by which it is offered. */
function refuseDetails({ details, municipality }: CreateRequestInput): Refusal | null {
  const named = details?.place?.municipality ?? municipality;
  if (currentMunicipality(named) !== currentMunicipality(municipality)) {
    const message = `Wanted the municipality of the request, ${municipality}, or none; got ${named}.`;
    return refuse('BAD_USER_INPUT', message, ['details', 'place', 'municipality']);
  }
  return refusalsOfDetails(details, municipality)[0] ?? null;
}

function refuseCaller(caller: BuyerInput): Refusal | null {
  const [wrong] = refusalsOfBuyer(caller);
  return wrong ? { ...wrong, field: ['caller', ...(wrong.field ?? []).slice(1)] } : null;
}

function refuseTime(
  { start, minutes, quantity = 1, municipality }: WorkNeedInput | CreateRequestInput,
  now: Date,
): Refusal | null {
  const latest = new Date(now.getTime() + HORIZON_DAYS * DAY_MS);
  const isTooLate = Date.parse(start) + minutes * MINUTE_MS > latest.getTime();
  const until = wallTimeOf(latest, null, municipality);
  const from = wallTimeOf(new Date(start), null, municipality);
  const tooLate = say`"start": wanted an end until ${until}, got ${minutes} minutes from ${from}.`;
  return firstOf(
    refuseNumber(minutes, ['minutes'], LONGEST_MINUTES),
    refuseNumber(quantity, ['quantity'], LARGEST_QUANTITY),
    isTooLate ? refuse('TOO_LATE', tooLate, ['start']) : null,
  );
}

function refuseCodes(codes: readonly string[], lists: ReferenceLists): Refusal | null {
  if (codes.length > MOST_CODES)
    return badRange(['cpv'], say`at most ${MOST_CODES} codes`, codes.length);
  return firstOf(
    ...codes.map((code, position) => {
      const verdict = judgeCpv(lists, code);
      if (verdict.kind !== 'refused') return null;
      const field = ['cpv', position];
      return refuse('BAD_USER_INPUT', say`"${field.join('.')}": ${verdict.reason}.`, field);
    }),
  );
}

function refuseNumber(value: number, field: readonly string[], most: number): Refusal | null {
  return value >= 1 && value <= most ? null : badRange(field, say`1 to ${most}`, value);
}

function refuseText(
  text: string,
  field: readonly string[],
  least: number,
  most: number,
): Refusal | null {
  const { length } = text.trim();
  if (length < least || length > most) {
    return badRange(field, say`${least} to ${most} characters`, length);
  }
  return isPlainText(text)
    ? null
    : badRange(field, say`a text without control characters`, say`another`);
}

function badRange(
  field: readonly (string | number)[],
  wanted: Said,
  came: Sentence | number,
): Refusal {
  return refuse('BAD_USER_INPUT', say`"${field.join('.')}": wanted ${wanted}, got ${came}.`, field);
}

function firstOf(...checks: readonly (Refusal | null)[]): Refusal | null {
  return checks.find((check) => check !== null) ?? null;
}
