import type {
  ConflictRecord,
  OrderLegRecord,
  OrderRecord,
  SeriesRecord,
  SeriesWeekdayRecord,
} from '../../store/records.js';
import { findMembers, type OwnerClient } from '../../../shared/owners/client/owner-client.js';
import { say, type Sentence } from '../../../shared/words/said/say.js';
import { messageOf, refuse, type Refusal } from '../../store/refusal.js';
import { readDetails } from '../../../shared/order-details/read-details.js';
import type { PlaceSeriesInput } from '../../schema.generated.js';
import type { Circumstances } from './circumstances.js';
import type { OrderDraft, OrderMaker } from './make-order.js';
import {
  refusalsOfBuyer,
  refusalsOfContact,
  refusalsOfDetails,
  refusalsOfKey,
  refusalsOfLeg,
  cooperativesOf,
  toBuyer,
  toLeg,
} from './order-input.js';
import type { CallOffJudge } from '../agreements/call-off-judge.js';
import { cooperativeOf, municipalityOf } from '../order/order-state.js';
import type { OrderOutcome } from '../order/outcome.js';
import { refusalsOfPhoneOnly } from '../../owners/phone-only.js';
import { latestDay, weeklyStarts } from '../series/series-dates.js';
import { summary } from '../series/series-words.js';
import { unasked, type SeriesQuestions } from './series-questions.js';

const LARGEST_INTERVAL = 52;
const SERVICE = ['serviceId'];

export interface SeriesOutcome extends OrderOutcome {
  /** The visits that cannot be had, by start. */
  readonly conflicts: readonly ConflictRecord[];
  /** Null where they were not looked for, or not told. */
  readonly otherWeekdays: readonly SeriesWeekdayRecord[] | null;
}

/** Visits as legs, none asked for yet, or why there are none. */
type Visits =
  | {
      readonly kind: 'visits';
      readonly legs: readonly OrderLegRecord[];
      readonly zone: string;
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface SeriesPlacerOptions {
  readonly maker: OrderMaker;
  readonly owners: OwnerClient;
  readonly callOffs: CallOffJudge;
  readonly questions: SeriesQuestions;
}

/** Orders weekly visits as one order, after all of them were judged. */
export class SeriesPlacer {
  constructor(private readonly options: SeriesPlacerOptions) {}

  /** @param deadline - By `performance.now()`. */
  async place(
    input: PlaceSeriesInput,
    { maker: madeBy, isStranger = false }: Circumstances,
    deadline: number,
  ): Promise<SeriesOutcome> {
    const { maker, owners, questions } = this.options;
    const { idempotencyKey, ...rest } = input;
    const { dryRun = false, everyWeeks = 1, skipConflicts = false } = rest;
    const isMember = await findMembers(owners, cooperativesOf([input]));
    const wrong = [
      ...refusalsOfKey(idempotencyKey),
      ...refusalsOfBuyer(input.buyer),
      ...(isStranger ? refusalsOfContact(input.buyer, ['buyer']) : []),
      ...refusalsOfLeg(input, [], isMember),
      ...refusalsOfDetails(input.details, input.buyer.municipality),
      ...refusalsOfPhoneOnly(input, [], owners),
      ...checkInterval(everyWeeks),
    ];
    if (wrong.some(({ retry }) => !retry)) return nothing(wrong);
    const countsAs = isStranger ? 'series' : null;
    const command = {
      ...{ idempotencyKey, body: { act: 'placeSeries', ...rest }, maker: madeBy },
      countsAs,
    } as const;
    const repeated = dryRun ? null : await maker.repeat(command, deadline);
    if (repeated) return seriesOutcome(repeated, repeated.made);
    if (wrong.length > 0) return nothing(wrong);

    const visits = await this.#visits(input, everyWeeks, deadline);
    if (visits.kind !== 'visits') return nothing([visits.refusal]);
    const agreed = await this.#priceByAgreement(input, visits);
    if (agreed.kind === 'refused') return nothing([agreed.refusal]);
    const { legs, zone } = agreed;
    const details = readDetails(input.details, input.buyer.municipality);
    const judge = questions.judgeNew(
      municipalityOf({ buyer: toBuyer(input.buyer), details }, 'place'),
    );
    const judged = await questions.judge(judge, legs, deadline);
    if (judged.kind !== 'answer') return nothing([unasked(ownerOfAll(legs), judged, SERVICE)]);
    const conflicts = judged.data;
    const isConflict = new Set(conflicts.map(({ start }) => start.getTime()));
    const possible = legs.filter(({ start }) => !isConflict.has(start.getTime()));
    const isStopped = possible.length === 0 || (conflicts.length > 0 && !skipConflicts);
    const isOffered = conflicts.length > 0 && (isStopped || dryRun);
    const how = { most: conflicts.length, judge, isTogether: true };
    const otherWeekdays = isOffered
      ? await questions.askOtherWeekdays(legs, zone, how, deadline)
      : null;
    if (dryRun) return { ...nothing([]), conflicts, otherWeekdays };
    const [{ start } = { start: new Date(input.start) }] = legs;
    const series = { everyWeeks, start, minutes: input.minutes, until: input.until };
    const draft = draftOf(input, isStopped ? legs : possible, { conflicts, otherWeekdays, series });
    const outcome = isStopped
      ? await maker.refuse(command, draft, summary(conflicts, legs.length, 'ordered'), deadline)
      : await maker.make(command, draft, deadline);
    return seriesOutcome(outcome, outcome.made);
  }

  /** The visits at the prices of the agreement that is named, or why they may not be ordered under it. */
  async #priceByAgreement(
    { agreementId = null, buyer }: PlaceSeriesInput,
    visits: Extract<Visits, { readonly kind: 'visits' }>,
  ): Promise<Visits> {
    if (agreementId === null) return visits;
    const { legs } = visits;
    const { organisationId } = toBuyer(buyer);
    const judged = await this.options.callOffs.judge({ agreementId, organisationId, legs });
    if (judged.kind === 'agreed') return { ...visits, legs: judged.legs };
    const [first] = judged.refusals;
    if (!first) throw new Error('The agreement was refused without a word.');
    // The visits have no place of their own in the input.
    const field = first.field?.[0] === 'legs' ? first.field.slice(2) : first.field;
    return { kind: 'refused', refusal: { ...first, field } };
  }

  /** The visits as legs, none asked for yet. */
  async #visits(input: PlaceSeriesInput, everyWeeks: number, deadline: number): Promise<Visits> {
    const leg = toLeg(input);
    const zone = await this.options.questions.askZone(cooperativeOf(leg), deadline);
    if (zone.kind !== 'answer') {
      return { kind: 'refused', refusal: unasked(cooperativeOf(leg), zone, SERVICE) };
    }
    const latest = latestDay(leg.start, zone.data);
    const tooLate = say`Wanted a day from that of the first visit to ${latest}, got ${input.until}.`;
    const refusal = refuse('BAD_USER_INPUT', tooLate, ['until']);
    if (input.until > latest) return { kind: 'refused', refusal };
    const starts = weeklyStarts(leg.start, zone.data, everyWeeks, input.until);
    if (starts.length === 0) return { kind: 'refused', refusal };
    const legs = starts.map((start) => ({ ...leg, start, timeZone: zone.data }));
    return { kind: 'visits', legs, zone: zone.data };
  }
}

function ownerOfAll([leg]: readonly OrderLegRecord[]): string {
  return leg ? cooperativeOf(leg) : '';
}

function draftOf(
  input: PlaceSeriesInput,
  legs: readonly OrderLegRecord[],
  found: Pick<SeriesOutcome, 'conflicts' | 'otherWeekdays'> & { readonly series: SeriesRecord },
): OrderDraft {
  const { buyer, channel, skipConflicts = false, agreementId = null } = input;
  const policy = skipConflicts ? 'BEST_EFFORT' : 'ALL_OR_NOTHING';
  const details = readDetails(input.details, buyer.municipality);
  const who = { buyer: toBuyer(buyer), details, channel, leadCooperative: null, agreementId };
  return { act: 'place', policy, legs, ...found, ...who };
}

/** The outcome of a command on a series that had no effect, and found no conflicts. */
export function nothing(userErrors: readonly Refusal[]): SeriesOutcome {
  return { order: null, secret: null, userErrors, conflicts: [], otherWeekdays: null };
}

function checkInterval(everyWeeks: number): Refusal[] {
  if (everyWeeks >= 1 && everyWeeks <= LARGEST_INTERVAL) return [];
  const message = say`Wanted 1 to ${LARGEST_INTERVAL} weeks, got ${everyWeeks}.`;
  return [refuse('BAD_USER_INPUT', message, ['everyWeeks'])];
}

function unavailableSince(message: Sentence): Refusal {
  return refuse('COOPERATIVE_UNAVAILABLE', message, SERVICE);
}

/** Objections of the moment of holding are conflicts too: a visit may have been taken since it was judged. */
function seriesOutcome(outcome: OrderOutcome, made: OrderRecord | null): SeriesOutcome {
  const late = outcome.userErrors.flatMap(({ code, message, said, field, alternatives }) => {
    const leg = field?.[0] === 'legs' ? made?.legs[Number(field[1])] : undefined;
    const isConflict = leg && code !== 'COOPERATIVE_UNAVAILABLE';
    const told = { message, said: said ?? null };
    return isConflict ? [{ start: leg.start, code, ...told, alternatives }] : [];
  });
  const conflicts = [...(made?.conflicts ?? []), ...late].sort(
    (a, b) => a.start.getTime() - b.start.getTime(),
  );
  const otherWeekdays = made?.otherWeekdays ?? null;
  return {
    ...outcome,
    conflicts,
    otherWeekdays,
    userErrors: seriesErrors(outcome, made, conflicts),
  };
}

function seriesErrors(
  { order, userErrors }: OrderOutcome,
  made: OrderRecord | null,
  conflicts: readonly ConflictRecord[],
): readonly Refusal[] {
  if (made === null) return userErrors;
  const gone = userErrors.find(({ code }) => code === 'COOPERATIVE_UNAVAILABLE');
  if (gone) return [unavailableSince(messageOf(gone))];
  return order === null ? [summary(conflicts, made.legs.length, 'ordered')] : [];
}
