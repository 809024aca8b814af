import type { ConflictRecord, OrderLegRecord, OrderRecord } from '../../store/records.js';
import { findMembers, type OwnerClient } from '../../../shared/owners/client/owner-client.js';
import type { OwnerFailure, OwnerReply } from '../../../shared/owners/client/read-reply.js';
import { say, type Sentence } from '../../../shared/words/said/say.js';
import { messageOf, refuse, undecided, type Refusal } from '../../store/refusal.js';
import type { PlaceSeriesInput } from '../../schema.generated.js';
import { askTimeZone, judgeVisits } from '../owners/judge-visits.js';
import type { Circumstances } from './circumstances.js';
import type { OrderDraft, OrderMaker } from './make-order.js';
import {
  refusalsOfBuyer,
  refusalsOfContact,
  refusalsOfKey,
  refusalsOfLeg,
  cooperativesOf,
  toBuyer,
  toLeg,
} from './order-input.js';
import type { CallOffJudge } from '../agreements/call-off-judge.js';
import { cooperativeOf } from '../order/order-state.js';
import type { OrderOutcome } from '../order/outcome.js';
import { silenceOf } from '../owners/refusal-words.js';
import { latestDay, weeklyStarts } from '../order/series-dates.js';

const LARGEST_INTERVAL = 52;

/** What asking for the time zone may take of a caller's time, and judging of what is then left: the rest is for ordering. */
const ZONE_SHARE = 1 / 4;
const JUDGING_SHARE = 1 / 2;

export interface SeriesOutcome extends OrderOutcome {
  /** The visits that cannot be had, by start. */
  readonly conflicts: readonly ConflictRecord[];
}

/** Visits as legs, none asked for yet, or why there are none. */
type Visits =
  | { readonly kind: 'visits'; readonly legs: readonly OrderLegRecord[] }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface SeriesPlacerOptions {
  readonly maker: OrderMaker;
  readonly owners: OwnerClient;
  readonly callOffs: CallOffJudge;
  readonly ownerTimeoutMs: number;
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
    const { maker, owners } = this.options;
    const { idempotencyKey, ...rest } = input;
    const { dryRun = false, everyWeeks = 1, skipConflicts = false } = rest;
    const isMember = await findMembers(owners, cooperativesOf([input]));
    const wrong = [
      ...refusalsOfKey(idempotencyKey),
      ...refusalsOfBuyer(input.buyer),
      ...(isStranger ? refusalsOfContact(input.buyer, ['buyer']) : []),
      ...refusalsOfLeg(input, [], isMember),
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

    const visits = await this.#visits(input, everyWeeks, this.#share(deadline, ZONE_SHARE));
    if (visits.kind !== 'visits') return nothing([visits.refusal]);
    const agreed = await this.#priceByAgreement(input, visits.legs);
    if (agreed.kind === 'refused') return nothing([agreed.refusal]);
    const { legs } = agreed;
    const judged = await this.#judge(
      legs,
      input.buyer.municipality,
      this.#share(deadline, JUDGING_SHARE),
    );
    if (judged.kind !== 'answer') return nothing([undecided(unavailable(legs, judged))]);
    const conflicts = judged.data;
    if (dryRun) return { ...nothing([]), conflicts };
    const isConflict = new Set(conflicts.map(({ start }) => start.getTime()));
    const possible = legs.filter(({ start }) => !isConflict.has(start.getTime()));
    const isStopped = possible.length === 0 || (conflicts.length > 0 && !skipConflicts);
    const draft = draftOf(input, isStopped ? legs : possible, conflicts);
    const outcome = isStopped
      ? await maker.refuse(command, draft, summary(conflicts, legs.length), deadline)
      : await maker.make(command, draft, deadline);
    return seriesOutcome(outcome, outcome.made);
  }

  /** The visits at the prices of the agreement that is named, or why they may not be ordered under it. */
  async #priceByAgreement(
    { agreementId = null, buyer }: PlaceSeriesInput,
    legs: readonly OrderLegRecord[],
  ): Promise<Visits> {
    if (agreementId === null) return { kind: 'visits', legs };
    const { organisationId } = toBuyer(buyer);
    const judged = await this.options.callOffs.judge({ agreementId, organisationId, legs });
    if (judged.kind === 'agreed') return { kind: 'visits', legs: judged.legs };
    const [first] = judged.refusals;
    if (!first) throw new Error('The agreement was refused without a word.');
    // The visits have no place of their own in the input.
    const field = first.field?.[0] === 'legs' ? first.field.slice(2) : first.field;
    return { kind: 'refused', refusal: { ...first, field } };
  }

  /** The visits as legs, none asked for yet. */
  async #visits(input: PlaceSeriesInput, everyWeeks: number, timeoutMs: number): Promise<Visits> {
    const leg = toLeg(input);
    const zone = await askTimeZone(this.options.owners, cooperativeOf(leg), timeoutMs);
    if (zone.kind !== 'answer') {
      return { kind: 'refused', refusal: undecided(unavailable([leg], zone)) };
    }
    const latest = latestDay(leg.start, zone.data);
    const tooLate = say`Wanted a day from that of the first visit to ${latest}, got ${input.until}.`;
    const refusal = refuse('BAD_USER_INPUT', tooLate, ['until']);
    if (input.until > latest) return { kind: 'refused', refusal };
    const starts = weeklyStarts(leg.start, zone.data, everyWeeks, input.until);
    if (starts.length === 0) return { kind: 'refused', refusal };
    return {
      kind: 'visits',
      legs: starts.map((start) => ({ ...leg, start, timeZone: zone.data })),
    };
  }

  #judge(
    legs: readonly OrderLegRecord[],
    municipality: string,
    timeoutMs: number,
  ): Promise<OwnerReply<ConflictRecord[]>> {
    const [first] = legs;
    const owner = first ? cooperativeOf(first) : '';
    return judgeVisits(this.options.owners, owner, legs, municipality, timeoutMs);
  }

  /** Milliseconds for one question. */
  #share(deadline: number, share: number): number {
    const leftMs = Math.max(deadline - performance.now(), 0);
    return Math.min(this.options.ownerTimeoutMs, Math.ceil(leftMs * share));
  }
}

function draftOf(
  { buyer, channel, skipConflicts = false, agreementId = null }: PlaceSeriesInput,
  legs: readonly OrderLegRecord[],
  conflicts: readonly ConflictRecord[],
): OrderDraft {
  const policy = skipConflicts ? 'BEST_EFFORT' : 'ALL_OR_NOTHING';
  const who = { buyer: toBuyer(buyer), channel, leadCooperative: null, agreementId };
  return { act: 'place', policy, legs, conflicts, ...who };
}

function nothing(userErrors: readonly Refusal[]): SeriesOutcome {
  return { order: null, secret: null, userErrors, conflicts: [] };
}

function checkInterval(everyWeeks: number): Refusal[] {
  if (everyWeeks >= 1 && everyWeeks <= LARGEST_INTERVAL) return [];
  const message = say`Wanted 1 to ${LARGEST_INTERVAL} weeks, got ${everyWeeks}.`;
  return [refuse('BAD_USER_INPUT', message, ['everyWeeks'])];
}

function unavailable([leg]: readonly OrderLegRecord[], reply: OwnerFailure): Refusal {
  const name = leg ? cooperativeOf(leg) : say`The cooperative`;
  return unavailableSince(say`${name} ${silenceOf(reply)}.`);
}

function unavailableSince(message: Sentence): Refusal {
  return refuse('COOPERATIVE_UNAVAILABLE', message, ['serviceId']);
}

/** Why nothing was ordered, in one sentence; `conflicts` says it visit by visit. */
function summary(conflicts: readonly ConflictRecord[], visits: number): Refusal {
  const code = conflicts[0]?.code ?? 'SLOT_TAKEN';
  const message = say`${conflicts.length} of ${visits} visits cannot be had; nothing was ordered.`;
  return refuse(code, message, ['skipConflicts']);
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
  return { ...outcome, conflicts, userErrors: seriesErrors(outcome, made, conflicts) };
}

function seriesErrors(
  { order, userErrors }: OrderOutcome,
  made: OrderRecord | null,
  conflicts: readonly ConflictRecord[],
): readonly Refusal[] {
  if (made === null) return userErrors;
  const gone = userErrors.find(({ code }) => code === 'COOPERATIVE_UNAVAILABLE');
  if (gone) return [unavailableSince(messageOf(gone))];
  return order === null ? [summary(conflicts, made.legs.length)] : [];
}
