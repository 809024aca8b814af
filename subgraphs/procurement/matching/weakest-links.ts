import type { Reason } from '../need/need.js';
import type { Wording } from '../suppliers/word-reason.js';
import { total } from './coverage.js';
import { DailyMost } from './most.js';
import type { Solver } from './solver.js';
import type { Supplier } from './suppliers.js';
import type { Supplies } from './supplies.js';
import { mergeSupplies } from './supply.js';

/** Where a set of cooperatives could break, the weakest first. */
export type LinkCode =
  'NO_SUPPLIER' | 'SINGLE_SUPPLIER' | 'EVIDENCE_EXPIRES_IN_PERIOD' | 'NO_SPARE_CAPACITY';

/** What each says; `cooperative` and `lot` are ids, `date` is a day. */
export const LINK_WORDINGS: Readonly<Record<LinkCode, Wording>> = {
  NO_SUPPLIER: (value) => ({
    fi: `Kukaan näistä ei voi toimittaa osaa ${value('lot')}.`,
    sv: `Ingen av dem kan leverera del ${value('lot')}.`,
    en: `None of them can deliver lot ${value('lot')}.`,
  }),
  SINGLE_SUPPLIER: (value) => ({
    fi: `Vain ${value('cooperative')} voi toimittaa osan ${value('lot')}.`,
    sv: `Bara ${value('cooperative')} kan leverera del ${value('lot')}.`,
    en: `Only ${value('cooperative')} can deliver lot ${value('lot')}.`,
  }),
  EVIDENCE_EXPIRES_IN_PERIOD: (value) => ({
    fi: `Osuuskunnan ${value('cooperative')} näyttö ei ole enää voimassa ${value('date')}.`,
    sv: `Bevisen för ${value('cooperative')} gäller inte längre den ${value('date')}.`,
    en: `The evidence of ${value('cooperative')} is not valid any more on ${value('date')}.`,
  }),
  NO_SPARE_CAPACITY: (value) => ({
    fi: `Päivänä ${value('date')} kaikkia osia ei voida toimittaa enempää kuin tarvitaan.`,
    sv: `Den ${value('date')} kan inte mer än vad som efterfrågas levereras av alla delar.`,
    en: `On ${value('date')} not all lots can be delivered beyond what is wanted.`,
  }),
};

/** What a set is made of, and what it is wanted for. */
export interface Team {
  readonly suppliers: readonly Supplier[];
  /** What each can deliver of all lots, in the same order. */
  readonly supplies: readonly Supplies[];
  readonly lots: readonly string[];
  readonly days: readonly string[];
}

/**
 * - NO_SUPPLIER: of a lot, no member has people for it on any day.
 * - SINGLE_SUPPLIER: of a lot, there is one member only that has people for it on any day.
 * - EVIDENCE_EXPIRES_IN_PERIOD: a member's evidence for some lot is not valid any more on the last day; `date` is the first working day without it.
 * - NO_SPARE_CAPACITY: the first day on which not a minute more of every lot could be delivered, those without anybody left out.
 */
export function weakestLinks(
  team: Team,
  demands: readonly number[],
  solver: Solver | null,
): Reason<LinkCode>[] {
  const able = ableFor(team);
  const isServed = able.map(({ length }) => length > 0);
  return [
    ...team.lots.flatMap((lot, number) => (isServed[number] ? [] : link('NO_SUPPLIER', { lot }))),
    ...singlesAmong(team, able),
    ...team.suppliers.flatMap((supplier) => expiringEvidence(supplier, team.days)),
    ...firstDayWithoutSpare(
      team,
      demands.map((demand, number) => (isServed[number] ? demand + 1 : 0)),
      solver,
    ),
  ];
}

function link(code: LinkCode, values: Readonly<Record<string, string>>): Reason<LinkCode> {
  return { code, values: Object.entries(values).map(([name, value]) => ({ name, value })) };
}

/** Of each lot the members that have people for it on any day. */
function ableFor({ suppliers, supplies, lots }: Team): Supplier[][] {
  return lots.map((_lot, number) =>
    suppliers.filter((_supplier, n) => {
      const { pools = [], gates = [] } = supplies[n]?.lenient ?? {};
      return pools.some(
        (pool) =>
          pool.minutes.some((minutes) => minutes > 0) &&
          (pool.lots.includes(number) ||
            pool.gates.some((gate) => gates[gate]?.lots.includes(number))),
      );
    }),
  );
}

/** For how many lots one member only has people, on any day. */
export function countSingles(team: Team): number {
  return singlesAmong(team, ableFor(team)).length;
}

function singlesAmong({ lots }: Team, able: readonly (readonly Supplier[])[]): Reason<LinkCode>[] {
  return lots.flatMap((lot, number) => {
    const [only, another] = able[number] ?? [];
    if (!only || another) return [];
    return [link('SINGLE_SUPPLIER', { lot, cooperative: only.cooperative })];
  });
}

function expiringEvidence(
  { cooperative, offers }: Supplier,
  days: readonly string[],
): Reason<LinkCode>[] {
  const last = Math.min(...offers.map(({ strictDays }) => strictDays.lastIndexOf(1)));
  const date = days[last + 1];
  return date === undefined ? [] : [link('EVIDENCE_EXPIRES_IN_PERIOD', { cooperative, date })];
}

function firstDayWithoutSpare(
  { supplies, days }: Team,
  more: readonly number[],
  solver: Solver | null,
): Reason<LinkCode>[] {
  const wanted = total(more);
  const together = mergeSupplies(supplies.map(({ lenient }) => lenient));
  const most = new DailyMost(more.length, together, solver);
  const date = days.find((_date, day) => most.on(day, more) < wanted);
  return date === undefined ? [] : [link('NO_SPARE_CAPACITY', { date })];
}
