import { say } from '../../../shared/words/said/say.js';
import type { ConflictRecord, OrderLegRecord, SeriesWeekdayRecord } from '../../store/records.js';
import type { OwnerClient } from '../../../shared/owners/client/owner-client.js';
import type { OwnerFailure, OwnerReply } from '../../../shared/owners/client/read-reply.js';
import { refuse, undecided, type Refusal } from '../../store/refusal.js';
import { LARGEST_LEGS } from './order-input.js';
import { askTimeZone, judgeVisits } from '../owners/judge-visits.js';
import { silenceOf } from '../owners/refusal-words.js';
import { cooperativeOf } from '../order/order-state.js';
import { onOtherWeekdays } from '../series/series-dates.js';
import { betterWeekdays } from '../series/series-words.js';

/** What asking for the time zone may take of a caller's time, and judging of what is then left: the rest is for ordering. */
const ZONE_SHARE = 1 / 4;
const JUDGING_SHARE = 1 / 2;

/** Judges visits, and says which of them cannot be had. */
export type Judge<Visit> = (
  visits: readonly Visit[],
  timeoutMs: number,
) => Promise<OwnerReply<ConflictRecord[]>>;

/** What the owner of a series is asked before anything is held or changed. */
export class SeriesQuestions {
  constructor(
    private readonly owners: OwnerClient,
    private readonly ownerTimeoutMs: number,
  ) {}

  /** The zone in which its visits keep their hour. */
  askZone(cooperative: string, deadline: number): Promise<OwnerReply<string>> {
    return askTimeZone(this.owners, cooperative, this.#share(deadline, ZONE_SHARE));
  }

  judge<Visit>(
    judge: Judge<Visit>,
    visits: readonly Visit[],
    deadline: number,
  ): Promise<OwnerReply<ConflictRecord[]>> {
    return judge(visits, this.#share(deadline, JUDGING_SHARE));
  }

  /** Judges visits that are to be held. @param municipality - The buyer's. */
  judgeNew(municipality: string): Judge<OrderLegRecord> {
    return (visits, timeoutMs) => {
      const [first] = visits;
      const owner = first ? cooperativeOf(first) : '';
      return judgeVisits(this.owners, owner, visits, municipality, timeoutMs);
    };
  }

  /**
   * On which other weekdays fewer visits conflict. As many weekdays go into one question as it has room for, and all questions are asked at
   * a time.
   * @param most - How many conflict as it is.
   * @param isTogether - Whether visits of several weekdays can be judged in one question.
   * @returns Null where the owner does not say in time.
   */
  async askOtherWeekdays<Visit extends { readonly start: Date }>(
    visits: readonly Visit[],
    zone: string,
    { most, judge, isTogether }: { most: number; judge: Judge<Visit>; isTogether: boolean },
    deadline: number,
  ): Promise<readonly SeriesWeekdayRecord[] | null> {
    const starts = visits.map(({ start }) => start);
    const weekdays = onOtherWeekdays(starts, zone).map((moved) =>
      visits.map((visit, index) => ({ ...visit, start: moved[index] ?? visit.start })),
    );
    const size = isTogether ? Math.max(Math.floor(LARGEST_LEGS / visits.length), 1) : 1;
    const timeoutMs = this.#share(deadline, JUDGING_SHARE);
    const replies = await Promise.all(
      chunksOf(weekdays, size).map(async (chunk) => ({
        chunk,
        reply: await judge(chunk.flat(), timeoutMs),
      })),
    );
    const counted = replies.flatMap(({ chunk, reply }) =>
      reply.kind === 'answer' ? chunk.map((day) => countOf(day, reply.data)) : [],
    );
    return counted.length < weekdays.length ? null : betterWeekdays(counted, most);
  }

  /** Milliseconds for one question. */
  #share(deadline: number, share: number): number {
    const leftMs = Math.max(deadline - performance.now(), 0);
    return Math.min(this.ownerTimeoutMs, Math.max(Math.ceil(leftMs * share), 1));
  }
}

/** Why an owner that did not answer leaves it undecided. @param field - Path into the client's input. */
export function unasked(
  cooperative: string,
  reply: OwnerFailure,
  field: readonly string[],
): Refusal {
  const message = say`${cooperative} ${silenceOf(reply)}.`;
  return undecided(refuse('COOPERATIVE_UNAVAILABLE', message, field));
}

function countOf(
  visits: readonly { readonly start: Date }[],
  conflicts: readonly ConflictRecord[],
): SeriesWeekdayRecord {
  const times = new Set(conflicts.map(({ start }) => start.getTime()));
  const start = visits[0]?.start ?? new Date(NaN);
  return { start, conflicts: visits.filter((visit) => times.has(visit.start.getTime())).length };
}

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_none, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
