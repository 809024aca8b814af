import { say, type Sentence } from '../../../shared/words/said/say.js';
import type { Clock } from '../../../shared/process/clock.js';
import type { OwnerClient } from '../../../shared/owners/client/owner-client.js';
import type {
  CommandOutcome,
  ConflictRecord,
  LegChangeRecord,
  OrderLegRecord,
  OrderRecord,
  SeriesRecord,
  SeriesWeekdayRecord,
  TaskRecord,
} from '../../store/records.js';
import { refuse, type Refusal } from '../../store/refusal.js';
import type { CallOffJudge } from '../agreements/call-off-judge.js';
import { judgeChanges } from '../owners/judge-visits.js';
import { silenceOf } from '../owners/refusal-words.js';
import { cooperativeOf, municipalityOf } from '../order/order-state.js';
import {
  planChange,
  refusalsOfWish,
  type ChangePlan,
  type SeriesWish,
} from '../series/plan-change.js';
import { summary } from '../series/series-words.js';
import { unasked, type Judge, type SeriesQuestions } from './series-questions.js';

/** What is known of visits that cannot be had. */
interface Found {
  readonly conflicts: readonly ConflictRecord[];
  /** Null where they were not looked for, or not told. */
  readonly otherWeekdays: readonly SeriesWeekdayRecord[] | null;
}

/** What is to be done for a wish. `open`: nothing is decided. `answer`: it is answered at once, and remembered. */
export type SeriesDecision =
  | { readonly kind: 'open'; readonly refusal: Refusal }
  | (Found & {
      readonly kind: 'answer';
      readonly outcome: CommandOutcome;
      /** What the series is then; null where it stays. */
      readonly series: SeriesRecord | null;
    })
  | (Found & {
      readonly kind: 'begin';
      readonly task: Omit<TaskRecord, 'number' | 'refusals' | 'keyHash'>;
      readonly added: readonly OrderLegRecord[];
    });

export interface SeriesChangesOptions {
  readonly owners: OwnerClient;
  readonly callOffs: CallOffJudge;
  readonly questions: SeriesQuestions;
  /** The network's. */
  readonly clock: Clock;
}

type Wanted = Extract<ChangePlan, { readonly kind: 'change' | 'add' }>;

const NONE: Found = { conflicts: [], otherWeekdays: null };
const ORDER = ['orderId'];

/** Decides what is to be done for a change of a series, after all of its visits were judged. */
export class SeriesChanges {
  constructor(private readonly options: SeriesChangesOptions) {}

  /** @param deadline - By `performance.now()`. @param isDryRun - Whether nothing will come of it. */
  async decide(
    order: OrderRecord,
    wish: SeriesWish,
    deadline: number,
    isDryRun = false,
  ): Promise<SeriesDecision> {
    const { questions, clock } = this.options;
    const [wrong] = refusalsOfWish(wish);
    if (wrong) return no(wrong);
    const [first] = order.legs;
    const owner = first ? cooperativeOf(first) : '';
    const zone = await questions.askZone(owner, deadline);
    if (zone.kind !== 'answer') return { kind: 'open', refusal: unasked(owner, zone, ORDER) };
    const plan = planChange(order, wish, zone.data, clock.now());
    switch (plan.kind) {
      case 'refused':
        return no(plan.refusal);
      case 'done': {
        const outcome = { isEffective: true, userErrors: [] };
        return { kind: 'answer', outcome, ...NONE, series: plan.series };
      }
      case 'cancel': {
        const { legs, series } = plan;
        const numbers = [...legs].sort((a, b) => a - b);
        const task = { ...taskOf('cancel', owner, numbers), isEachForItself: false, series };
        return { kind: 'begin', task, added: [], ...NONE };
      }
      case 'change':
      case 'add':
        return this.#judge(order, wish, plan, { zone: zone.data, owner, deadline, isDryRun });
    }
  }

  async #judge(
    order: OrderRecord,
    { skipConflicts, ...wish }: SeriesWish,
    plan: Wanted,
    how: { zone: string; owner: string; deadline: number; isDryRun: boolean },
  ): Promise<SeriesDecision> {
    const { owner } = how;
    const agreed = await this.#judgeByAgreement(order, wish, plan);
    if (agreed.kind === 'refused') return agreed.refusal.retry ? open(agreed) : no(agreed.refusal);
    const isEachForItself = skipConflicts;
    const { series } = plan;
    if (agreed.kind === 'add') {
      const judge = this.options.questions.judgeNew(municipalityOf(order, 'place'));
      const judged = await this.#ask(agreed.added, judge, skipConflicts, how);
      if (judged.kind !== 'judged') return judged;
      const { possible: added, found } = judged;
      const numbers = added.map((_leg, index) => order.legs.length + index);
      const task = { ...taskOf('hold', owner, numbers), isEachForItself, series };
      return { kind: 'begin', task, added, ...found };
    }
    const judge: Judge<LegChangeRecord> = (changes, ms) =>
      judgeChanges(this.options.owners, owner, order, changes, isEachForItself, ms);
    const judged = await this.#ask(agreed.changes, judge, skipConflicts, how);
    if (judged.kind !== 'judged') return judged;
    const { possible: changes, found } = judged;
    const numbers = changes.map(({ leg }) => leg).sort((a, b) => a - b);
    const task = { ...taskOf('change', owner, numbers), changes, isEachForItself, series };
    return { kind: 'begin', task, added: [], ...found };
  }

  /** Has the owner judge all visits. */
  async #ask<Visit extends { readonly start: Date }>(
    visits: readonly Visit[],
    judge: Judge<Visit>,
    skipConflicts: boolean,
    {
      zone,
      owner,
      deadline,
      isDryRun,
    }: { zone: string; owner: string; deadline: number; isDryRun: boolean },
  ): Promise<
    | { readonly kind: 'judged'; readonly possible: readonly Visit[]; readonly found: Found }
    | Exclude<SeriesDecision, { readonly kind: 'begin' }>
  > {
    const { questions } = this.options;
    const judged = await questions.judge(judge, visits, deadline);
    if (judged.kind === 'hopeless') return no(unknownThere(owner, silenceOf(judged)));
    if (judged.kind !== 'answer') return { kind: 'open', refusal: unasked(owner, judged, ORDER) };
    const conflicts = judged.data;
    const times = new Set(conflicts.map(({ start }) => start.getTime()));
    const possible = visits.filter(({ start }) => !times.has(start.getTime()));
    const isStopped = possible.length === 0 || (conflicts.length > 0 && !skipConflicts);
    const isOffered = conflicts.length > 0 && (isStopped || isDryRun);
    // What several weekdays would make of one leg cannot be told in one question.
    const isTogether = visits.every((visit) => !('leg' in visit));
    const how = { most: conflicts.length, judge, isTogether };
    const otherWeekdays = isOffered
      ? await questions.askOtherWeekdays(visits, zone, how, deadline)
      : null;
    const found = { conflicts, otherWeekdays };
    return isStopped
      ? no(summary(conflicts, visits.length, 'changed'), found)
      : { kind: 'judged', possible, found };
  }

  /** What is wanted, with the prices of the agreement that the order is under, or why not. */
  async #judgeByAgreement(
    order: OrderRecord,
    { minutes }: Pick<SeriesWish, 'minutes'>,
    plan: Wanted,
  ): Promise<Wanted | { readonly kind: 'refused'; readonly refusal: Refusal }> {
    const { callOffs } = this.options;
    const { agreementId = null, buyer } = order;
    if (agreementId === null) return plan;
    if (plan.kind === 'add') {
      const { organisationId } = buyer;
      const judged = await callOffs.judge({ agreementId, organisationId, legs: plan.added });
      if (judged.kind === 'agreed') return { ...plan, added: judged.legs };
      return refusedFor('until', judged.refusals);
    }
    const legs = plan.changes.flatMap(({ leg, ...change }) => {
      const before = order.legs[leg];
      return before ? [{ ...before, ...change }] : [];
    });
    const refusals = await callOffs.judgeMove(order, legs);
    return refusals.length === 0
      ? plan
      : refusedFor(minutes === null ? 'start' : 'minutes', refusals);
  }
}

function taskOf(step: TaskRecord['step'], owner: string, legs: readonly number[]) {
  return { act: 'changeSeries', step, leg: null, start: null, legs, open: [owner] } as const;
}

function no(refusal: Refusal, found: Found = NONE) {
  const outcome = { isEffective: false, userErrors: [refusal] };
  return { kind: 'answer', outcome, series: null, ...found } as const;
}

function open({ refusal }: { readonly refusal: Refusal }) {
  return { kind: 'open', refusal } as const;
}

function unknownThere(owner: string, reason: Sentence): Refusal {
  const message = say`${owner} ${reason}; its visits can be moved one by one with "moveOrder".`;
  return refuse('COOPERATIVE_UNAVAILABLE', message, ORDER);
}

/** The first refusal, in the client's terms: the visits have no place of their own in its input. */
function refusedFor(
  field: string,
  refusals: readonly Refusal[],
): { readonly kind: 'refused'; readonly refusal: Refusal } {
  const [first] = refusals;
  if (!first) throw new Error('The agreement was refused without a word.');
  return { kind: 'refused', refusal: { ...first, field: [field] } };
}
