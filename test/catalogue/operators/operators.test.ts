import { beforeEach, describe, expect, it } from '@jest/globals';
import { ProcessClient } from '../../../subgraphs/shared/identity/processes/routes/process-client.js';
import { OpenOrders } from '../../../subgraphs/catalogue/operators/open-orders.js';
import type { CatalogueServerOptions } from '../../../subgraphs/catalogue/server.js';
import { until, type RunningCatalogue } from '../../support/networks/catalogue-network.js';
import { openKarhuForEach, type FollowedKarhu } from '../../support/networks/followed-karhu.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';
import { sendJson, startFakeEndpoint, type FakeEndpoint } from '../../support/fakes/endpoint.js';
import { at } from '../../support/json-path.js';
import { claimsOf, signerOf } from '../../support/fakes/hub-keys.js';

const STANDING = `{ cooperative(id: "karhu") { status statusReason } catalogue { totalCount sources { state reason } } }`;

describe('what an operator does with a cooperative', () => {
  let karhu: FakeCooperative;
  let opened: FollowedKarhu;

  openKarhuForEach((fresh) => {
    opened = fresh;
    karhu = opened.karhu;
    karhu.publish('siivous');
  });

  const start = async (options?: Partial<CatalogueServerOptions>): Promise<RunningCatalogue> => {
    const catalogue = await opened.start(options);
    await catalogue.look('karhu');
    return catalogue;
  };
  const put = (catalogue: RunningCatalogue, body: unknown) =>
    catalogue.send('PUT', '/registry/karhu/state', { body });

  it('pauses it for a reason, and nothing that happens undoes that', async () => {
    const catalogue = await start({ pollIntervalMs: 50 });

    const paused = await put(catalogue, { state: 'PAUSED', reason: 'Lomalla toukokuuhun.' });
    karhu.requests.length = 0;
    await catalogue.send('POST', '/poke/karhu');
    await catalogue.look('karhu');
    await catalogue.send('PUT', '/registry/karhu', { body: { url: `${karhu.url}?moved` } });
    await catalogue.look('karhu');

    expect(paused).toMatchObject({ status: 200, json: { cooperative: { status: 'PAUSED' } } });
    expect(karhu.requests).toEqual([]);
    expect((await catalogue.ask(STANDING)).data).toEqual({
      cooperative: { status: 'PAUSED', statusReason: 'Lomalla toukokuuhun.' },
      catalogue: { totalCount: 0, sources: [{ state: 'PAUSED', reason: 'Lomalla toukokuuhun.' }] },
    });
  });

  it('stops a reading that is under way between two pages', async () => {
    const catalogue = await start();
    for (const local of ['a', 'b', 'c', 'd']) karhu.publish(local);
    karhu.largestPage = 1;
    karhu.requests.length = 0;
    karhu.beforeAnswer = async () => {
      karhu.beforeAnswer = () => undefined;
      await put(catalogue, { state: 'PAUSED', reason: 'Stop.' });
    };

    const answer = await catalogue.send('POST', '/poke/karhu');

    expect(answer).toMatchObject({ status: 200, json: { state: 'PAUSED' } });
    expect(karhu.requests).toHaveLength(1);
  });

  it('puts it on probation, which a new reason alone changes', async () => {
    const catalogue = await start();

    await put(catalogue, { state: 'PROBATION', reason: 'One complaint.' });
    const since = await catalogue.read(
      '{ cooperative(id: "karhu") { statusSince } }',
      'cooperative',
    );
    await put(catalogue, { state: 'PROBATION', reason: 'Two complaints.' });
    await karhu.close();
    await catalogue.look('karhu');
    await catalogue.look('karhu');

    expect((await catalogue.ask(STANDING)).data).toEqual({
      cooperative: { status: 'PROBATION', statusReason: 'Two complaints.' },
      catalogue: {
        totalCount: 1,
        sources: [{ state: 'UNREACHABLE', reason: 'connection refused' }],
      },
    });
    expect(
      await catalogue.read('{ cooperative(id: "karhu") { statusSince } }', 'cooperative'),
    ).toEqual(since);
  });

  it('puts it back, and it is read at once', async () => {
    const catalogue = await start({ pollIntervalMs: 50 });
    await put(catalogue, { state: 'PAUSED', reason: 'Lomalla.' });
    karhu.publish('uusi');

    const back = await put(catalogue, { state: 'ACTIVE' });

    expect(back).toMatchObject({ status: 200, json: { cooperative: { status: 'ACTIVE' } } });
    await until(async () => (await catalogue.read(STANDING, 'catalogue.totalCount')) === 2);
    expect(await catalogue.read(STANDING, 'cooperative')).toEqual({
      status: 'ACTIVE',
      statusReason: null,
    });
  });

  it('puts back who was never read, or does not answer, as just that', async () => {
    await karhu.close();
    const catalogue = await start();
    await put(catalogue, { state: 'PAUSED', reason: 'Later.' });

    const back = await put(catalogue, { state: 'ACTIVE', reason: 'Now.' });

    expect(back).toMatchObject({ status: 200, json: { cooperative: { status: 'JOINING' } } });
  });

  it.each([
    ['no reason', { state: 'PAUSED' }],
    ['an empty reason', { state: 'PAUSED', reason: '  ' }],
    ['a long reason', { state: 'PAUSED', reason: 'x'.repeat(301) }],
    ['a reason of several lines', { state: 'PAUSED', reason: 'a\nb' }],
    ['another state', { state: 'LEFT', reason: 'x' }],
    ['no state', { reason: 'x' }],
    ['an unknown key', { state: 'ACTIVE', url: 'http://127.0.0.1:9/' }],
    ['a list', []],
  ])('is refused with %s', async (_name, body) => {
    const catalogue = await start();

    const { status, json } = await put(catalogue, body);

    expect({ status, code: at(json, 'code') }).toEqual({ status: 400, code: 'BAD_USER_INPUT' });
    expect(at(json, 'message')).toContain('"PAUSED" | "PROBATION" | "ACTIVE"');
    expect(await catalogue.read(STANDING, 'cooperative.status')).toBe('ACTIVE');
  });

  it('is refused for who is unknown or has left', async () => {
    const catalogue = await start();
    const body = { state: 'PAUSED', reason: 'x' };

    const unknown = await catalogue.send('PUT', '/registry/lumo/state', { body });
    await catalogue.send('DELETE', '/registry/karhu');
    const left = await put(catalogue, body);

    expect(unknown).toMatchObject({ status: 404, json: { code: 'NOT_FOUND' } });
    expect(left).toMatchObject({ status: 409, json: { code: 'CONFLICT' } });
  });

  describe('ending its membership', () => {
    let booking: FakeEndpoint;
    let answer: { status: number; body: object };

    beforeEach(async () => {
      answer = { status: 200, body: { count: 0, references: [] } };
      booking = await startFakeEndpoint((_request, response) => {
        sendJson(response, answer.body, answer.status);
      });
      opened.closeAfter(booking);
    });
    const startBeside = () => {
      const url = new URL('/', booking.url).href;
      const signer = signerOf('catalogue');
      const client = new ProcessClient({ url, audience: 'booking', scope: 'orders', signer });
      opened.closeAfter(client);
      return start({ openOrders: new OpenOrders(client) });
    };

    it('names its open orders and asks for a further word', async () => {
      answer.body = { count: 23, references: ['7KD-4PM', 'ABC-DEF'] };
      const catalogue = await startBeside();

      const refused = await catalogue.send('DELETE', '/registry/karhu');
      const status = await catalogue.read(STANDING, 'cooperative.status');
      const done = await catalogue.send('DELETE', '/registry/karhu?even-so');

      expect(refused).toMatchObject({ status: 409, json: { code: 'CONFLICT' } });
      expect(at(refused.json, 'openOrders')).toEqual(answer.body);
      expect(at(refused.json, 'message')).toMatch(
        /^23 open orders .*7KD-4PM, ABC-DEF and 21 more.*\?even-so/,
      );
      expect(status).toBe('ACTIVE');
      expect(claimsOf(booking.requests[0]?.headers.authorization)).toMatchObject({
        ...{ iss: 'catalogue', aud: 'booking', scope: 'orders' },
      });
      expect(done).toMatchObject({ status: 200, json: { cooperative: { status: 'LEFT' } } });
    });

    it('needs no further word without open orders, or a second time', async () => {
      const catalogue = await startBeside();

      const done = await catalogue.send('DELETE', '/registry/karhu');
      answer.status = 500;
      const again = await catalogue.send('DELETE', '/registry/karhu');

      expect(done).toMatchObject({ status: 200, json: { cooperative: { status: 'LEFT' } } });
      expect(again).toMatchObject({ status: 200, json: { cooperative: { status: 'LEFT' } } });
      expect(await catalogue.send('DELETE', '/registry/lumo')).toMatchObject({ status: 404 });
    });

    it.each([
      ['is down', null, 'could not be asked'],
      ['refuses', { status: 403, body: {} }, 'does not take the signature'],
      ['fails', { status: 500, body: {} }, 'status 500'],
      ['talks nonsense', { status: 200, body: { count: 'many' } }, 'answered with something else'],
    ])('says so when the booking process %s', async (_name, given, reason) => {
      const catalogue = await startBeside();
      if (given) answer = given;
      else await booking.close();

      const refused = await catalogue.send('DELETE', '/registry/karhu');
      const done = await catalogue.send('DELETE', '/registry/karhu?even-so');

      expect(refused).toMatchObject({ status: 409, json: { code: 'CONFLICT', openOrders: null } });
      expect(at(refused.json, 'message')).toContain(reason);
      expect(done.status).toBe(200);
    });
  });

  it('is refused a business id that another member has, however that is written', async () => {
    const lumo = await FakeCooperative.start('lumo');
    opened.closeAfter(lumo);
    lumo.publish('stad');
    lumo.putProfile({ businessId: 'FI15728600' });
    const catalogue = await start();
    await catalogue.send('PUT', '/registry/lumo', { body: { url: lumo.url } });

    const refused = await catalogue.send('POST', '/poke/lumo');
    const name = await catalogue.read('{ cooperative(id: "lumo") { name } }', 'cooperative.name');
    await catalogue.send('DELETE', '/registry/karhu');
    const taken = await catalogue.send('POST', '/poke/lumo');

    expect(at(refused.json, 'message')).toBe(
      'lumo: answered with an invalid feed: changes[1].cooperative.businessId: wanted one that no other cooperative of the network has',
    );
    expect(name).toBe('lumo');
    expect(taken.status).toBe(200);
  });
});
