import { afterEach, describe, expect, it } from '@jest/globals';
import { hanging, sendJson } from '../../../support/fakes/endpoint.js';
import { units } from '../../../support/unit.js';
import { START, startNetwork, type FakeNetwork } from '../support/exchange-network.js';
import type { Candidates } from '../support/exchange-support.js';
import { work, type FakeWork } from '../support/exchange-works.js';

const WHO = `query ($need: WorkNeedInput!) {
  whoCanTake(need: $need) {
    complete
    notAnswering { id }
    candidates { cooperative { id } service { id } answer reason message alternatives
      quote { net vat gross currency lines { units gross } } }
  }
}`;
const NEED = { cpv: ['90910000-9'], municipality: 'FI-609', start: START, minutes: 180 };

describe('whoCanTake', () => {
  let network: FakeNetwork;
  afterEach(() => network.close());

  const start = async (works: readonly FakeWork[]): Promise<void> => {
    network = await startNetwork(works);
  };
  const who = async (need: object = NEED): Promise<Candidates['whoCanTake']> =>
    (await network.ask<Candidates>(WHO, { need })).data.whoCanTake;
  const answersOf = ({ candidates }: Candidates['whoCanTake']): string[] =>
    candidates.map(({ service, answer }) => `${service.id} ${answer}`);

  it('names those who can first and cheapest, euros before kronor, then those who perhaps can, then those who cannot', async () => {
    await start([
      work('lumo:full', { refusal: 'SLOT_TAKEN', alternatives: ['2027-03-22T09:00:00.000Z'] }),
      work('tuki:dear', { gross: '300.00' }),
      work('norrskog:kr', { gross: '20.00', currency: 'SEK' }),
      work('karhu:cheap', { gross: '99.50' }),
      work('dead:perhaps'),
    ]);
    await network.owners.get('dead')?.close();

    const found = await who();

    expect(answersOf(found)).toEqual([
      'karhu:cheap CAN',
      'tuki:dear CAN',
      'norrskog:kr CAN',
      'dead:perhaps UNKNOWN',
      'lumo:full CANNOT',
    ]);
    expect(found.candidates.at(-1)).toMatchObject({
      reason: 'SLOT_TAKEN',
      alternatives: ['2027-03-22T09:00:00.000Z'],
    });
    expect(found.candidates[0]?.quote).toEqual({
      ...{ net: '99.50', vat: '0.00', gross: '99.50', currency: 'EUR' },
      lines: [{ units: '3', gross: '99.50' }],
    });
    expect(found.notAnswering).toEqual([{ id: 'dead' }]);
    expect(found.complete).toBe(false);
  });

  it('asks each owner once, about all of its services, each as if it were the only one', async () => {
    await start([work('karhu:one'), work('karhu:two'), work('lumo:one')]);

    const found = await who();

    expect(answersOf(found)).toEqual(['karhu:one CAN', 'karhu:two CAN', 'lumo:one CAN']);
    expect(found.complete).toBe(true);
    const karhu = network.owners.get('karhu');
    expect(karhu?.requests).toHaveLength(1);
    expect(Object.values(karhu?.requests[0]?.variables ?? {})).toMatchObject([
      { dryRun: true, legs: [{ serviceId: 'karhu:one' }] },
      { dryRun: true, legs: [{ serviceId: 'karhu:two' }] },
    ]);
  });

  it('answers within 2 s while one owner hangs and another is dead', async () => {
    await start([work('karhu:a'), work('lumo:b'), work('tuki:c')]);
    const lumo = network.owners.get('lumo');
    if (lumo) lumo.behaviour = hanging;
    await network.owners.get('tuki')?.close();
    const startedAt = performance.now();

    const found = await who();

    expect(performance.now() - startedAt).toBeLessThan(units(20));
    expect(answersOf(found)).toEqual(['karhu:a CAN', 'lumo:b UNKNOWN', 'tuki:c UNKNOWN']);
    expect(found.notAnswering).toEqual([{ id: 'lumo' }, { id: 'tuki' }]);
  });

  it('answers within 2 s from what was seen last while catalogue and owner hang, and says so', async () => {
    await start([work('karhu:a'), work('lumo:b')]);
    await who();
    network.catalogue.behaviour = hanging;
    const lumo = network.owners.get('lumo');
    if (lumo) lumo.behaviour = hanging;
    const startedAt = performance.now();

    const found = await who({ ...NEED, minutes: 60 });

    expect(performance.now() - startedAt).toBeLessThan(units(20));
    expect(answersOf(found)).toEqual(['karhu:a CAN', 'lumo:b UNKNOWN']);
    expect(found.complete).toBe(false);
  });

  it('rules nobody out by the room of another day while catalogue and owner are silent', async () => {
    await start([work('karhu:full', { hasRoom: false })]);
    await network.owners.get('karhu')?.close();
    expect(answersOf(await who())).toEqual(['karhu:full CANNOT']);
    await network.catalogue.close();

    const found = await who({ ...NEED, start: '2027-06-01T07:00:00.000Z' });

    expect(answersOf(found)).toEqual(['karhu:full UNKNOWN']);
  });

  it('is empty and incomplete where the catalogue never answered', async () => {
    await start([work('karhu:a')]);
    await network.catalogue.close();

    const found = await who();

    expect(found).toEqual({ candidates: [], complete: false, notAnswering: [] });
  });

  it('rules out an owner that does not answer where the copied capacity does', async () => {
    await start([work('karhu:roomy'), work('karhu:full', { hasRoom: false })]);
    await network.owners.get('karhu')?.close();

    const found = await who();

    expect(answersOf(found)).toEqual(['karhu:roomy UNKNOWN', 'karhu:full CANNOT']);
    expect(found.candidates[1]?.reason).toBe('COOPERATIVE_UNAVAILABLE');
  });

  it('believes a live answer rather than the copied capacity', async () => {
    await start([work('karhu:a', { hasRoom: false })]);

    expect(answersOf(await who())).toEqual(['karhu:a CAN']);
  });

  it('does not rule anybody out where the catalogue cannot tell who has room', async () => {
    await start([work('karhu:a', { hasRoom: false })]);
    await network.owners.get('karhu')?.close();
    network.catalogue.behaviour = (_request, response) => {
      const node = { id: 'karhu:a', cooperative: { id: 'karhu', municipality: null } };
      const pageInfo = { hasNextPage: false, endCursor: null };
      const edges = [{ node, fit: null, score: 1 }];
      const all = { edges, pageInfo, remarks: [], suggestions: [], sources: [] };
      const errors = [{ message: 'No capacity is known.', path: ['roomy'] }];
      sendJson(response, { data: { all, roomy: null }, errors });
    };

    expect(answersOf(await who())).toEqual(['karhu:a UNKNOWN']);
  });

  it('reads all pages of the catalogue, asks an owner about 50 services, and says what it left out', async () => {
    await start(
      Array.from({ length: 130 }, (_, index) =>
        work(`karhu:s${String(index).padStart(3, '0')}`, { gross: '10.00' }),
      ),
    );

    const found = await who();

    expect(found.candidates).toHaveLength(130);
    expect(found.candidates.filter(({ answer }) => answer === 'CAN')).toHaveLength(50);
    expect(found).toMatchObject({ complete: false, notAnswering: [] });
    expect(network.catalogue.requests).toHaveLength(2);
    expect(network.catalogue.requests[1]?.variables).toMatchObject({ afterAll: '100' });
  });

  it('takes an owner that answers nonsense for one that does not answer', async () => {
    await start([work('karhu:a'), work('lumo:b')]);
    const lumo = network.owners.get('lumo');
    if (lumo) {
      lumo.behaviour = (_request, response) => {
        const quote = { net: 'much', vat: '0', gross: '-5', currency: 'USD', lines: [] };
        sendJson(response, { data: { s0: { legs: [{ quote }], userErrors: [] } } });
      };
    }

    const found = await who();

    expect(answersOf(found)).toEqual(['karhu:a CAN', 'lumo:b UNKNOWN']);
    expect(found.notAnswering).toEqual([{ id: 'lumo' }]);
  });

  it('takes an owner that does not let the hub ask for one that does not answer', async () => {
    await start([work('karhu:a', { refusal: 'FORBIDDEN' })]);

    const found = await who();

    expect(answersOf(found)).toEqual(['karhu:a UNKNOWN']);
    expect(found.notAnswering).toEqual([{ id: 'karhu' }]);
  });

  it('names a cooperative of which the catalogue has never read anything', async () => {
    await start([work('karhu:a')]);
    network.neverRead = ['tuki'];

    const found = await who();

    expect(found.notAnswering).toEqual([{ id: 'tuki' }]);
    expect(found.complete).toBe(false);
  });

  it.each([
    ['neither codes nor words', { cpv: [], text: ' ' }, 'need.text'],
    ['no minutes', { minutes: 0 }, 'need.minutes'],
    ['more than a year', { minutes: 527_041 }, 'need.minutes'],
    ['no worker', { quantity: 0 }, 'need.quantity'],
    ['too many codes', { cpv: Array.from({ length: 21 }, () => '90910000') }, 'need.cpv'],
    ['too long a text', { text: 'x'.repeat(201) }, 'need.text'],
    ['a wrong check digit', { cpv: ['90911300-1'] }, 'need.cpv.0'],
    ['a start that is too far', { start: '9999-12-31T23:30:00Z' }, 'need.start'],
    ['control characters', { text: 'siivous\u0000' }, 'need.text'],
  ])('refuses %s', async (_what, change, argument) => {
    await start([]);

    const { data, errors } = await network.ask<Candidates>(WHO, { need: { ...NEED, ...change } });

    expect(data.whoCanTake).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(network.catalogue.requests).toEqual([]);
  });

  it('passes on that the catalogue knows no such code', async () => {
    await start([]);
    network.catalogue.behaviour = (_request, response) => {
      const extensions = { code: 'BAD_USER_INPUT', argument: 'search.cpv' };
      const errors = [{ message: 'Nobody knows the code.', path: ['all'], extensions }];
      sendJson(response, { data: { all: null, roomy: null }, errors });
    };

    const { errors } = await network.ask<Candidates>(WHO, { need: NEED });

    expect(errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
  });

  it('names the shortest that an owner takes, where less is asked for', async () => {
    await start([work('karhu:a', { refusal: 'TOO_SHORT' })]);

    expect((await who()).candidates).toMatchObject([
      { message: 'karhu refused (TOO_SHORT): 180 minutes are fewer than its minimum of 240.' },
    ]);
  });

  it('says nothing in the catalogue’s words of a question that was not asked as it wants it', async () => {
    await start([]);
    network.catalogue.behaviour = (_request, response) => {
      const extensions = { code: 'BAD_USER_INPUT' };
      sendJson(response, { errors: [{ message: 'Variable "$roomy" is wrong.', extensions }] });
    };

    expect(await who()).toMatchObject({ candidates: [], complete: false });
  });

  it.each(['0001-01-01T10:00:00Z', '1969-12-31T10:00:00Z'])(
    'answers about %s as about any other start',
    async (at) => {
      await start([work('karhu:a', { refusal: 'IN_THE_PAST' })]);

      expect(answersOf(await who({ ...NEED, start: at }))).toEqual(['karhu:a CANNOT']);
    },
  );
});
