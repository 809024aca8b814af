import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { ask } from '../support/ask.js';
import { FakeCooperative } from '../support/fakes/cooperative.js';
import { startNetwork, type NetworkProcess } from '../support/networks/network-process.js';
import { writeNetwork } from '../support/networks/network-folder.js';
import { units } from '../support/unit.js';
import { hoursOf, NEED, NOW, paavo, quido, risto, SEARCH, type Found } from './pori.js';

const [LOT = { id: '', cpv: '', minutesPerDay: 0 }] = NEED.lots;
const withLot = (change: object): object => ({ ...NEED, lots: [{ ...LOT, ...change }] });
const lots = (count: number): object => ({
  ...NEED,
  lots: Array.from({ length: count }, (_, index) => ({ ...LOT, id: `lot ${index}` })),
});

/** For each cooperative. */
const OWNER_TIMEOUT_MS = units(20);

/** As quido, with evidence for all of the week. */
const EVIDENCE = {
  ...{ scheme: 'WISE', issuer: null, number: null, grade: null, validFrom: null },
  ...{ validTo: '2027-12-31', disadvantagedShare: 0.5 },
};

describe('a network that an officer searches through its gateway, in which one cooperative hangs', () => {
  let hilma: FakeCooperative;
  let dir: string;
  let network: NetworkProcess;
  const search = (need: object, query = SEARCH) =>
    ask<Found>(network.urlByName.get('gateway'), query, { need });

  beforeAll(async () => {
    hilma = await FakeCooperative.start('hilma');
    hilma.putProfile({ evidence: [EVIDENCE] });
    hilma.publish('siivous', { cpv: ['90911200'] });
    const endpoints = { hilma: hilma.url };
    dir = writeNetwork({ now: NOW, endpoints }, [paavo, quido, risto]);
    // Enough for a machine that does much else.
    const env = {
      OWNER_TIMEOUT_MS: String(OWNER_TIMEOUT_MS),
      LEASE_MS: String(OWNER_TIMEOUT_MS + 1_000),
      ANSWER_WITHIN_MS: String(units(300)),
      SEARCH_DEADLINE_MS: String(units(310)),
    };
    network = await startNetwork({ args: ['--network', dir, '--memory'], env });
    hilma.behaviour = { kind: 'hang' };
  });
  afterAll(async () => {
    await network.stop();
    await hilma.close();
    rmSync(dir, { recursive: true });
  });

  it('says who could deliver, each and together, and who does not answer', async () => {
    const { data, errors } = await search(NEED);

    expect(errors).toBeUndefined();
    const { lots: covered, joint, ...rest } = data.supplierSearch ?? {};
    expect(covered?.map(hoursOf)).toEqual(['30 30 27', '25 25 25']);
    expect(joint && hoursOf(joint)).toBe('55 55 46');
    expect(rest).toMatchObject({
      complete: false,
      notAnswering: [{ id: 'hilma' }],
      notAnsweringReasons: [{ code: 'NO_ANSWER' }],
    });
  });

  it('names cooperatives and services as the catalogue does', async () => {
    const { data, errors } = await search(
      NEED,
      `query ($need: NeedInput!) { supplierSearch(need: $need) {
        suppliers { cooperative { name } } lots { offers { service { title(language: "fi") { text } } } }
      } }`,
    );

    expect(errors).toBeUndefined();
    expect(data.supplierSearch).toMatchObject({
      suppliers: expect.arrayContaining(
        [paavo, quido, risto].map(({ name }) => ({ cooperative: { name } })),
      ),
      lots: [{}, { offers: [{ service: { title: { text: 'Siivouspalvelut' } } }] }],
    });
  });

  it.each<[code: string, need: object, argument: string]>([
    ['PERIOD_REVERSED', { ...NEED, to: '2027-06-20' }, 'need.to'],
    ['PERIOD_TOO_LONG', { ...NEED, to: '2029-06-21' }, 'need.to'],
    ['NO_WEEKDAY', { ...NEED, weekdays: [] }, 'need.weekdays'],
    ['NO_WORKING_DAY', { ...NEED, weekdays: ['SA'] }, 'need'],
    ['CPV_UNKNOWN', withLot({ cpv: '90910001' }), 'need.lots.0.cpv'],
    ['CPV_CHECK_DIGIT', withLot({ cpv: '90910000-1' }), 'need.lots.0.cpv'],
    ['MINUTES_OUT_OF_RANGE', withLot({ minutesPerDay: 0 }), 'need.lots.0.minutesPerDay'],
    ['MUNICIPALITY_UNKNOWN', { ...NEED, municipality: 'FI-999' }, 'need.municipality'],
    ['MUNICIPALITY_MERGED', { ...NEED, municipality: 'FI-442' }, 'need.municipality'],
    ['LOTS_OUT_OF_RANGE', lots(0), 'need.lots'],
    ['LOTS_OUT_OF_RANGE', lots(51), 'need.lots'],
    ['LOT_ID_DUPLICATE', { ...NEED, lots: [LOT, LOT] }, 'need.lots.1.id'],
    ['BAD_USER_INPUT', { ...NEED, excludePublicHolidays: 'NO' }, 'need.excludePublicHolidays'],
  ])('tells what is wrong with a need by the code %s', async (code, need, argument) => {
    const { data, errors } = await search(need);

    expect(data.supplierSearch).toBeNull();
    expect(errors?.[0]).toMatchObject({
      path: ['supplierSearch'],
      extensions: { code, argument },
    });
  });

  it.each([
    ['a code without a label', withLot({ cpv: '90913100' })],
    ['a municipality of Sweden', { ...NEED, municipality: 'SE-0581', excludePublicHolidays: 'SE' }],
    ['a municipality of Lapland', { ...NEED, municipality: 'FI-890' }],
    ['the most lots', lots(50)],
    ['two years', { ...NEED, to: '2029-06-20' }],
  ])('takes a need with %s', async (_what, need) => {
    const { data, errors } = await search(need);

    expect(errors).toBeUndefined();
    expect(data.supplierSearch?.joint.demandMinutes).toBeGreaterThan(0);
  });

  it('matches a code without a label by its tree', async () => {
    const { data } = await search(withLot({ cpv: '90913100' }));

    expect(data.supplierSearch?.lots[0]?.offers).toEqual([
      { service: { id: 'paavo:siivous' }, cpvMatch: 'BROADER' },
    ]);
  });
});
