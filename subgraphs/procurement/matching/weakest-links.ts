import type { Reason } from '../need/need.js';
import type { Wording } from '../suppliers/word-reason.js';
import { total } from './coverage.js';
import { DailyMost } from './most.js';
import type { Solver } from './solver.js';
import type { Supplier } from './suppliers.js';
import type { Supplies } from './supplies.js';
import { mergeSupplies } from './supply.js';

/** Where a set of cooperatives could break, the weakest first. */
export type LinkCode = 'SINGLE_SUPPLIER' | 'EVIDENCE_EXPIRES_IN_PERIOD' | 'NO_SPARE_CAPACITY';

/** What each says; `cooperative` and `lot` are ids, `date` is a day. */
export const LINK_WORDINGS: Readonly<Record<LinkCode, Wording>> = {
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
    fi: `Päivänä ${value('date')} mistään osasta ei voida toimittaa enempää, kun kaikki toimitetaan.`,
    sv: `Den ${value('date')} finns ingen ledig kapacitet utöver det som efterfrågas.`,
    en: `On ${value('date')} no more than what is wanted can be delivered.`,
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
 * - SINGLE_SUPPLIER: of a lot, there is one member only that has people for it on any day.
 * - EVIDENCE_EXPIRES_IN_PERIOD: a member's evidence for some lot is not valid any more on the last day; `date` is the first working day without it.
 * - NO_SPARE_CAPACITY: the first day on which not a minute more of every lot could be delivered.
 */
export function weakestLinks(
  team: Team,
  demands: readonly number[],
  solver: Solver | null,
): Reason<LinkCode>[] {
  return [
    ...singleSuppliers(team),
    ...team.suppliers.flatMap((supplier) => expiringEvidence(supplier, team.days)),
    ...firstDayWithoutSpare(team, demands, solver),
  ];
}

function link(code: LinkCode, values: Readonly<Record<string, string>>): Reason<LinkCode> {
  return { code, values: Object.entries(values).map(([name, value]) => ({ name, value })) };
}

/** The lots for which one member only has people, on any day. */
export function singleSuppliers({ suppliers, supplies, lots }: Team): Reason<LinkCode>[] {
  return lots.flatMap((lot, number) => {
    const able = suppliers.filter((_supplier, n) => {
      const { pools = [], gates = [] } = supplies[n]?.lenient ?? {};
      return pools.some(
        (pool) =>
          pool.minutes.some((minutes) => minutes > 0) &&
          (pool.lots.includes(number) ||
            pool.gates.some((gate) => gates[gate]?.lots.includes(number))),
      );
    });
    const [only, another] = able;
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
  demands: readonly number[],
  solver: Solver | null,
): Reason<LinkCode>[] {
  const more = demands.map((demand) => demand + 1);
  const wanted = total(more);
  const together = mergeSupplies(supplies.map(({ lenient }) => lenient));
  const most = new DailyMost(more.length, together, solver);
  const date = days.find((_date, day) => most.on(day, more) < wanted);
  return date === undefined ? [] : [link('NO_SPARE_CAPACITY', { date })];
}
