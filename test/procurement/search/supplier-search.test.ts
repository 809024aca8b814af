import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bookedPaavo, hoursOf, NEED, paavo, quido, risto, SEARCH, type Found } from '../pori.js';
import { startProcurement, type ProcurementNetwork } from './procurement-network.js';

describe('a search of suppliers at Pori', () => {
  let network: ProcurementNetwork;
  let found: NonNullable<Found['supplierSearch']>;
  beforeAll(async () => {
    network = await startProcurement([{ file: paavo }, { file: quido }, { file: risto }]);
    const { data, errors } = await network.ask<Found>(SEARCH, { need: NEED });
    if (!data.supplierSearch) throw new Error(JSON.stringify(errors));
    found = data.supplierSearch;
  });
  afterAll(() => network.close());

  it('counts the working days, juhannusaatto among them', () => {
    expect(found.workingDays).toBe(5);
    expect(found.holidaysSkipped).toEqual([]);
    expect(found.at).toBe('2027-05-03T08:00:00.000Z');
  });

  it('says who is eligible, and why others are not, in words', () => {
    const verdicts = found.suppliers.map(({ cooperative, eligible, reasons, warnings }) => ({
      id: cooperative.id,
      eligible,
      codes: [...reasons, ...warnings].map(({ code }) => code),
    }));

    expect(verdicts).toMatchObject([
      { id: 'paavo', eligible: true, codes: ['SELF_DECLARED_ONLY'] },
      { id: 'quido', eligible: true, codes: ['EVIDENCE_EXPIRES_IN_PERIOD', 'SELF_DECLARED_ONLY'] },
      { id: 'risto', eligible: false },
    ]);
    const [refusal] = found.suppliers[2]?.reasons ?? [];
    expect(refusal?.code).toBe('SHARE_BELOW_30');
    expect(refusal?.text.text).toMatch(/Indicative; the contracting authority decides\.$/);
    expect(found.notice.text).toBe('Indicative; the contracting authority decides.');
  });

  it('covers each lot as if it were the only one, and all together with nobody counted twice', () => {
    expect(found.lots.map(hoursOf)).toEqual(['30 30 27', '25 25 25']);
    expect(hoursOf(found.joint)).toBe('55 55 46');
    expect(found.joint.shortfall).toEqual([]);
    expect(found.complete).toBe(true);
  });

  it('says how each offer matches', () => {
    expect(found.lots.map(({ offers }) => offers)).toEqual([
      [
        { service: { id: 'paavo:siivous' }, cpvMatch: 'BROADER' },
        { service: { id: 'quido:siivous' }, cpvMatch: 'EXACT' },
      ],
      [{ service: { id: 'paavo:piha' }, cpvMatch: 'EXACT' }],
    ]);
  });

  it('proposes who could deliver it together, who leads, and where that could break', () => {
    const [best, ...others] = found.proposals;

    expect(others).toEqual([]);
    expect(found.proposalsCut).toBe(false);
    expect(best?.cooperatives.map(({ id }) => id)).toEqual(['paavo', 'quido']);
    expect(best?.lead).toEqual({ id: 'paavo' });
    expect(best && hoursOf(best.coverage)).toBe('55 55 46');
    const minutesOf = (id: string): number | undefined =>
      best?.shares
        .filter(({ cooperative }) => cooperative.id === id)
        .reduce((sum, { minutes }) => sum + minutes, 0);
    expect([minutesOf('paavo'), minutesOf('quido')]).toEqual([40 * 60, 15 * 60]);
    expect(best?.weakestLinks.map(({ code, text }) => `${code} ${text.text}`)).toEqual(
      expect.arrayContaining([
        'SINGLE_SUPPLIER Only Osuuskunta paavo can deliver lot grounds. Indicative; the contracting authority decides.',
        'EVIDENCE_EXPIRES_IN_PERIOD The evidence of Osuuskunta quido is not valid any more on 23 Jun 2027. Indicative; the contracting authority decides.',
      ]),
    );
  });

  it('makes two different searches a request at most', async () => {
    const needs = [1, 2, 3].map((minutesPerDay) => ({
      ...NEED,
      lots: [{ id: 'a', cpv: '90911200', minutesPerDay }],
    }));

    const { data, errors } = await network.ask(
      `query ($a: NeedInput!, $b: NeedInput!, $c: NeedInput!) {
        a: supplierSearch(need: $a) { complete } b: supplierSearch(need: $b) { complete }
        c: supplierSearch(need: $c) { complete }
      }`,
      { a: needs[0], b: needs[1], c: needs[2] },
    );

    expect(data).toEqual({ a: null, b: null, c: null });
    expect(new Set(errors?.map(({ extensions }) => extensions['code']))).toEqual(
      new Set(['BAD_USER_INPUT']),
    );
  });
});

it('a search of suppliers takes off what is booked', async () => {
  const network = await startProcurement([{ file: bookedPaavo }, { file: quido }]);

  const { data } = await network.ask<Found>(SEARCH, { need: NEED });
  await network.close();

  const { joint } = data.supplierSearch ?? {};
  expect(joint && hoursOf(joint)).toBe('55 47 38');
  expect(joint?.shortfall).toEqual([{ date: '2027-06-24', minutes: 480 }]);
});
