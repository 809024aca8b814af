import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Coverage } from '../../../gateway/request/coverage.js';
import { createStoppedClock } from '../../../subgraphs/shared/process/clock.js';

const clock = createStoppedClock(new Date('2026-11-23T10:01:00Z'));

/** What can come of one question to one cooperative. */
const fates = ['not asked', 'nothing', 'a part', 'all', 'not known to its endpoint'] as const;
const GIVING: readonly string[] = ['a part', 'all'];
const LACKING: readonly string[] = ['not asked', 'nothing', 'a part'];
const questions = fc.array(
  fc.record({
    cooperative: fc.constantFrom('karhu', 'lumo', 'tuki'),
    fate: fc.constantFrom(...fates),
    reason: fc.string({ minLength: 1, maxLength: 4 }),
  }),
);

describe('Coverage', () => {
  it('puts whoever was needed into one list alone, by all that came of it', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const coverage = new Coverage();
        for (const { cooperative, fate, reason } of asked) {
          if (fate !== 'not asked') coverage.ask(cooperative);
          if (GIVING.includes(fate)) coverage.answer(cooperative);
          if (fate === 'a part') coverage.lose(cooperative, reason);
          if (fate === 'nothing' || fate === 'not asked') {
            coverage.skip(cooperative, { reason, since: null });
          }
        }

        const report = coverage.report([], clock);

        const idsOf = (list: readonly { readonly cooperative: string }[] = []) =>
          list.map(({ cooperative }) => cooperative);
        const lists = [...report.answered, ...idsOf(report.skipped), ...idsOf(report.incomplete)];
        expect(lists.sort()).toEqual([...new Set(idsOf(asked))].sort());
        expect(report.asked).toEqual(
          [...new Set(idsOf(asked.filter(({ fate }) => fate !== 'not asked')))].sort(),
        );
        for (const id of new Set(idsOf(asked))) {
          const own = asked.filter(({ cooperative }) => cooperative === id);
          const gave = own.some(({ fate }) => GIVING.includes(fate));
          const lacks = own.filter(({ fate }) => LACKING.includes(fate));
          expect(report.answered.includes(id)).toBe(lacks.length === 0);
          const list = gave ? report.incomplete : report.skipped;
          const entry = list?.find(({ cooperative }) => cooperative === id);
          expect(entry?.reason).toBe(lacks[0]?.reason);
        }
      }),
    );
  });
});
