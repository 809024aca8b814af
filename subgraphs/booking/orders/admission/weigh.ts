import type { ClaimRecord } from '../../limits/claim-records.js';
import { IN_BETWEEN_MS } from '../../limits/rate-limited.js';
import type { OrderLegRecord, OrderRecord, TaskRecord } from '../../store/records.js';
import type { Limits } from '../../../shared/network-file/limits.js';
import { endOf, isOpen, legStateOf } from '../order/order-state.js';

/** What a claim takes of its contact's limits. */
export interface Weight {
  readonly kind: ClaimRecord['kind'];
  /** Legs that are held. */
  readonly held: number;
  /** Visits ahead. */
  readonly visits: number;
  /** Whether its command is not decided yet. */
  readonly isInTheAir: boolean;
  /** When the first of the held legs is kept no longer; null while that is not known, and where there are none. */
  readonly heldUntil: Date | null;
  /** When the first of the visits is over; likewise. */
  readonly visitUntil: Date | null;
}

/** At which moment. */
export interface Now {
  /** By the network's clock. */
  readonly now: Date;
  /** Real time. */
  readonly elapsed: Date;
}

/** Acts that hold places only to confirm them at once. */
const PLACING: readonly TaskRecord['act'][] = ['place', 'changeSeries'];

/** The states of an order that may still come to something. */
const ALIVE: readonly OrderRecord['state'][] = ['PENDING', 'HELD', 'CONFIRMED'];

/** The id of the claim of a command that adds visits to an order. */
export function addingId(keyHash: string): string {
  return `visits ${keyHash}`;
}

/** The most that a claim can take, whatever has become of it. */
export function mostOf({ kind, size }: Pick<ClaimRecord, 'kind' | 'size'>): Weight {
  const held = kind === 'hold' ? size : 0;
  const visits = kind === 'change' ? 0 : size;
  return { kind, held, visits, isInTheAir: true, heldUntil: null, visitUntil: null };
}

/** What a claim takes now. @param order - Null where there is none yet, or never will be. */
export function weigh(claim: ClaimRecord, order: OrderRecord | null, moment: Now): Weight {
  const isBetween = moment.elapsed.getTime() - claim.at.getTime() < IN_BETWEEN_MS;
  const nothing = mostOf({ kind: 'change', size: 0 });
  if (order === null) return isBetween ? mostOf(claim) : { ...nothing, isInTheAir: false };
  if (claim.kind === 'change') {
    const command = order.commands.find(({ keyHash }) => keyHash === claim.id);
    return { ...nothing, isInTheAir: command ? command.outcome === null : isBetween };
  }
  const held = heldLegs(order, moment.now);
  const visits = visitsAhead(order, moment.now);
  const isAdding = claim.id !== claim.about;
  const isBegun = order.commands.some(({ keyHash }) => claim.id === addingId(keyHash));
  return {
    kind: claim.kind,
    held: held.length,
    // Those that are about to be added are not in the order yet.
    visits: isAdding && isBetween && !isBegun ? Math.max(visits.length, claim.size) : visits.length,
    isInTheAir: !isAdding && order.answer === null,
    heldUntil: earliest(held.flatMap(({ expiresAt }) => expiresAt ?? [])),
    visitUntil: earliest(visits.map(endOf)),
  };
}

/** Of claims on visits of the same order only the largest counts: whoever adds visits claims all of them anew. */
export function onePerOrder(weighed: readonly (readonly [ClaimRecord, Weight])[]): Weight[] {
  const isLess = ([one, weight]: readonly [ClaimRecord, Weight], index: number): boolean =>
    weighed.some(
      ([other, more], place) =>
        other.about === one.about &&
        more.kind !== 'change' &&
        (more.visits > weight.visits || (more.visits === weight.visits && place < index)),
    );
  return weighed.map((one, index) =>
    one[1].kind !== 'change' && isLess(one, index) ? { ...one[1], visits: 0 } : one[1],
  );
}

export function isNothing({ held, visits, isInTheAir }: Weight): boolean {
  return held === 0 && visits === 0 && !isInTheAir;
}

/** Legs that an order holds without placing them, or is about to hold. */
export function heldLegs(order: OrderRecord, now: Date): OrderLegRecord[] {
  const { state, task, legs } = order;
  if (!ALIVE.includes(state) || (task && PLACING.includes(task.act))) return [];
  const isHolding = task?.act === 'hold';
  return legs.filter((leg) => {
    const at = legStateOf(leg, now);
    return at === 'HELD' || (at === 'REQUESTED' && isHolding);
  });
}

/** Legs of an order that are still to come. */
export function visitsAhead(order: OrderRecord, now: Date): OrderLegRecord[] {
  if (!ALIVE.includes(order.state)) return [];
  return order.legs.filter((leg) => isOpen({ state: legStateOf(leg, now) }) && endOf(leg) > now);
}

/** A limit of a contact that is passed. */
export interface Passed {
  readonly limit: 'heldLegs' | 'commandsAtOnce' | 'visitsAhead';
  /** When there may be room again; null for soon. */
  readonly freeAt: Date | null;
  /** How much it takes by itself where that alone is more than the limit: then there never is room. */
  readonly alone: number | null;
}

/** Which limit one more goes beyond; null where it has room. @param before - What was claimed before it. */
export function findPassed(
  own: Weight,
  before: readonly Weight[],
  limits: Limits['contact'],
): Passed | null {
  const all = [...before, own];
  const held = sum(all.map((weight) => weight.held));
  if (own.held > 0 && held > limits.heldLegs) {
    const freeAt = earliest(all.flatMap((one) => one.heldUntil ?? []));
    return { limit: 'heldLegs', freeAt, alone: own.held > limits.heldLegs ? own.held : null };
  }
  const visits = sum(all.map((weight) => weight.visits)) - seriesApart(all, limits.seriesVisits);
  if (own.visits > 0 && visits > limits.visitsAhead) {
    const freeAt = earliest(all.flatMap((one) => one.visitUntil ?? []));
    const alone = own.visits - seriesApart([own], limits.seriesVisits);
    return { limit: 'visitsAhead', freeAt, alone: alone > limits.visitsAhead ? own.visits : null };
  }
  const inTheAir = all.filter(({ isInTheAir }) => isInTheAir).length;
  return inTheAir > limits.commandsAtOnce
    ? { limit: 'commandsAtOnce', freeAt: null, alone: null }
    : null;
}

/** Visits of the largest series, as far as they count as none. */
function seriesApart(all: readonly Weight[], most: number): number {
  const series = all.flatMap(({ kind, visits }) => (kind === 'series' ? [visits] : []));
  return Math.min(Math.max(0, ...series), most);
}

export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function earliest(instants: readonly Date[]): Date | null {
  if (instants.length === 0) return null;
  return new Date(Math.min(...instants.map((instant) => instant.getTime())));
}
