import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hanging, sendJson, type Behaviour } from '../../support/fakes/endpoint.js';
import { units } from '../../support/unit.js';
import { NOTICE } from '../../../subgraphs/procurement/suppliers/word-reason.js';
import { startProcurement, type ProcurementNetwork } from '../search/procurement-network.js';
import {
  CAFE_NEED,
  shownSegment,
  standIns,
  SUBSTITUTE_SEARCH,
  worker,
  type FoundSubstitutes,
} from './cafes.js';

const AAMU = standIns('aamu', [worker('a', '07:00', '14:00')]);
const ILTA = standIns('ilta', [
  worker('b', '12:00', '18:00'),
  worker('far', '08:00', '18:00', { municipality: 'FI-091', radiusKm: 50 }),
  worker('mute', '08:00', '18:00', { languages: ['sv'], skills: ['barista'] }),
  worker('busy', '20:00', '22:00'),
]);

type Search = NonNullable<FoundSubstitutes['substituteSearch']>;

async function search(network: ProcurementNetwork, need: object = CAFE_NEED): Promise<Search> {
  const { data, errors } = await network.ask<FoundSubstitutes>(SUBSTITUTE_SEARCH, { need });
  if (!data.substituteSearch) throw new Error(JSON.stringify(errors));
  return data.substituteSearch;
}

describe('a search of substitutes', () => {
  let network: ProcurementNetwork;
  let found: Search;
  beforeAll(async () => {
    network = await startProcurement([{ file: AAMU }, { file: ILTA }]);
    found = await search(network);
  });
  afterAll(() => network.close());

  it('plans over two cooperatives, what covers most first', () => {
    expect(found).toMatchObject({ demandMinutes: 1200, complete: true, allPlansTried: true });
    expect(found.plans.map(({ coveredMinutes, handovers }) => [coveredMinutes, handovers])).toEqual(
      [
        [1200, 3],
        [720, 0],
        [720, 0],
      ],
    );
    expect(found.plans[0]?.segments.map(shownSegment)).toEqual([
      'aamu 21 08:00-14:00',
      'ilta 21 14:00-18:00',
      'aamu 22 08:00-14:00',
      'ilta 22 14:00-18:00',
    ]);
    expect(found.plans[0]?.gaps).toEqual([]);
    expect(found.plans[1]?.gaps).toHaveLength(2);
  });

  it('tells what a plan costs, in net, tax and gross', () => {
    expect(found.plans[0]?.price).toMatchObject([
      { net: '560.00', vat: '142.80', gross: '702.80', currency: 'EUR' },
    ]);
  });

  it('says who could not, and why, without names', () => {
    const excluded = found.excluded.map(({ reasons }) =>
      reasons.map(({ code, values }) => [code, ...values.map(({ value }) => value)].join(' ')),
    );

    expect(excluded).toEqual([
      ['BUSY'],
      [expect.stringMatching(/^OUTSIDE_RADIUS 2\d\d\.\d 50$/)],
      ['MISSING_SKILL cafe-service', 'MISSING_LANGUAGE fi'],
    ]);
    const texts = found.excluded.flatMap(({ reasons }) => reasons.map(({ text }) => text.text));
    expect(texts).toContain(`Skills are missing: cafe-service. ${NOTICE.en}`);
    expect(JSON.stringify(found)).not.toMatch(/:(a|b|far|mute|busy)"/);
  });

  it('calls people otherwise each time', async () => {
    const idsOf = ({ plans, excluded }: Search): string[] => [
      ...plans.flatMap(({ segments }) => segments.map(({ candidate }) => candidate.id)),
      ...excluded.map(({ candidate }) => candidate.id),
    ];

    const again = await search(network, { ...CAFE_NEED, maxHandovers: 1 });

    expect(idsOf(again).filter((id) => idsOf(found).includes(id))).toEqual([]);
    expect(again.plans[0]).toMatchObject({ coveredMinutes: 960, handovers: 1 });
  });

  it.each<[code: string, change: object]>([
    ['PERIOD_REVERSED', { to: '2027-06-20' }],
    ['PERIOD_TOO_LONG', { to: '2027-09-22' }],
    ['NO_WEEKDAY', { weekdays: [] }],
    ['NO_WORKING_DAY', { weekdays: ['SA'] }],
    ['TIMES_REVERSED', { dailyFrom: '18:00' }],
    ['MUNICIPALITY_UNKNOWN', { municipality: 'FI-999' }],
    ['MUNICIPALITY_MERGED', { municipality: 'FI-537' }],
    ['TOO_MANY_WISHES', { skills: Array.from({ length: 21 }, (_none, number) => `s${number}`) }],
    ['TOO_MANY_WISHES', { cpv: Array.from({ length: 21 }, (_none, n) => String(55300000 + n)) }],
    ['HANDOVERS_OUT_OF_RANGE', { maxHandovers: 11 }],
    ['HANDOVERS_OUT_OF_RANGE', { maxHandovers: -1 }],
    ['CPV_UNKNOWN', { cpv: ['55999999'] }],
    ['CPV_CHECK_DIGIT', { cpv: ['55300000-1'] }],
    ['BAD_USER_INPUT', { skills: [' '] }],
    ['BAD_USER_INPUT', { dailyTo: '24:30' }],
  ])('is refused with %s', async (code, change) => {
    const { errors } = await network.ask(SUBSTITUTE_SEARCH, { need: { ...CAFE_NEED, ...change } });

    expect(errors?.map(({ extensions }) => extensions['code'])).toEqual([code]);
  });
});

/** A cooperative whose endpoint says this of its substitutes. */
const telling =
  (change: object): Behaviour =>
  (_request, response) => {
    const freeSubstitutes = {
      ...{ from: '2027-06-21', timeZone: 'Europe/Helsinki', services: [], substitutes: [] },
      ...change,
    };
    sendJson(response, { data: { _entities: [{ freeSubstitutes }] } });
  };

describe('cooperatives that are asked for substitutes', () => {
  it('each cost their own people alone where they do not tell, and are named with the reason', async () => {
    const notKnowing: Behaviour = (_request, response) => {
      const message = 'Cannot query field "freeSubstitutes" on type "Cooperative".';
      sendJson(response, { errors: [{ message, locations: [{ line: 2, column: 5 }] }] }, 400);
    };
    const network = await startProcurement(
      [
        { file: AAMU },
        { file: standIns('hanging', [worker('a', '08:00', '18:00')]), behaviour: hanging },
        { file: standIns('older', [worker('a', '08:00', '18:00')]), behaviour: notKnowing },
        { file: standIns('paha', []), behaviour: telling({ from: '2027-06-20' }) },
        { file: standIns('paussi', []), status: 'PAUSED', behaviour: hanging },
        { file: standIns('siivous', [], { kind: 'SERVICE' }), behaviour: hanging },
        { file: standIns('taksi', [], { cpv: ['60120000'] }), behaviour: hanging },
        { file: standIns('uusi', []), isUnread: true, behaviour: hanging },
      ],
      units(20),
    );

    const found = await search(network);
    await network.close();

    expect(found.complete).toBe(false);
    expect(found.plans.map(({ coveredMinutes }) => coveredMinutes)).toEqual([720]);
    expect(
      found.notAnswering.map(
        ({ id }, index) => `${id} ${found.notAnsweringReasons[index]?.code ?? ''}`,
      ),
    ).toEqual([
      'hanging NO_ANSWER',
      'older FIELD_NOT_SUPPORTED',
      'paha USELESS_ANSWER',
      'uusi COOPERATIVE_JOINING',
    ]);
  });

  it('are told of where they have more people who could not than are listed', async () => {
    const substitutes = Array.from({ length: 201 }, (_none, number) => ({
      ...{ id: `paha:${number}`, skills: [], languages: [], municipality: 'FI-609' },
      ...{ radiusKm: null, serviceIds: [], minutes: null, free: [] },
    }));
    const network = await startProcurement([
      { file: standIns('paha', []), behaviour: telling({ substitutes }) },
    ]);

    const found = await search(network);
    await network.close();

    expect(found.excluded).toHaveLength(200);
    expect(found.excludedTotalCount).toBe(201);
  });

  it('are told nothing of who asks, or for what', async () => {
    const network = await startProcurement([
      { file: standIns('paha', []), behaviour: telling({}) },
    ]);

    await search(network);
    await network.close();

    const [sent = '{}', ...more] = network.sent;
    const { variables } = JSON.parse(sent) as { variables: unknown };
    expect(more).toEqual([]);
    expect(variables).toEqual({
      ...{ from: '2027-06-21', to: '2027-06-22', serviceIds: ['paha:sijainen'] },
      of: [{ __typename: 'Cooperative', id: 'paha' }],
    });
  });
});
