import { beforeAll, describe, expect, it } from '@jest/globals';
import { hoursOf, SEARCH, type Found } from '../../procurement/pori.js';
import { ask } from '../../support/ask.js';
import { eventually } from '../../support/eventually.js';
import type { NetworkProcess } from '../../support/networks/network-process.js';
import { units } from '../../support/unit.js';
import { NEED } from './officers-questions.js';

/** Tests of what an officer is told of a need. @param networkOf - Gives a whole demo network. */
export function describeOfficersSearch(networkOf: () => NetworkProcess): void {
  describe('an officer of Pori who looks for suppliers of three lots, reserved for work integration', () => {
    let found: NonNullable<Found['supplierSearch']>;
    beforeAll(async () => {
      const officer = await networkOf().as('officer:FI-609');
      const { data } = await eventually(
        () => ask<Found>(networkOf().urlByName.get('gateway'), SEARCH, { need: NEED }, officer),
        ({ data: told }) => told.supplierSearch?.complete === true,
        units(600),
      );
      found = data.supplierSearch as typeof found;
    });

    it('is told of each cooperative whether it may supply, and why not', () => {
      const verdicts = Object.fromEntries(
        found.suppliers.map(({ cooperative: { id }, eligible, reasons }) => [
          id,
          eligible || reasons.map(({ code }) => code),
        ]),
      );

      expect(verdicts).toMatchObject({
        ...{ karhu: true, kierre: true },
        kattila: ['SHARE_BELOW_30', 'EVIDENCE_EXPIRED', 'NO_MATCHING_CPV'],
        tuki: ['EVIDENCE_EXPIRED', 'NO_MATCHING_CPV'],
        slussen: ['EVIDENCE_EXPIRED', 'OUTSIDE_AREA'],
      });
      expect(Object.values(verdicts).filter((each) => each === true)).toHaveLength(2);
      const [reason] = found.suppliers.flatMap(({ reasons }) =>
        reasons.filter(({ code }) => code === 'SHARE_BELOW_30'),
      );
      expect(reason?.text.text).toContain('the contracting authority decides');
    });

    it('is warned of evidence that ends, and told what can be delivered while it is valid', () => {
      const karhu = found.suppliers.find(({ cooperative: { id } }) => id === 'karhu');

      expect(karhu?.warnings.map(({ code }) => code)).toContain('EVIDENCE_EXPIRES_IN_PERIOD');
      // Eight Mondays, Independence Day is none; three of them are in December.
      expect(found).toMatchObject({ workingDays: 8, holidaysSkipped: ['2027-12-06'] });
      expect(found.lots.map(hoursOf)).toEqual(['200 200 75', '200 200 75', '160 160 160']);
    });

    it('sees that all lots together get less than each alone, and who would share the work', () => {
      expect(hoursOf(found.joint)).toBe('560 524 296.5');
      expect(found.joint.shortfall.map(({ minutes }) => minutes)).toEqual(Array(8).fill(270));
      expect(found.proposals[0]).toMatchObject({
        cooperatives: [{ id: 'karhu' }, { id: 'kierre' }],
        lead: { id: 'karhu' },
      });
      const links = found.proposals[0]?.weakestLinks.map(({ code }) => code);
      expect(links).toEqual(
        expect.arrayContaining(['SINGLE_SUPPLIER', 'EVIDENCE_EXPIRES_IN_PERIOD']),
      );
    });
  });
}
