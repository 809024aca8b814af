import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../../support/eventually.js';
import { hanging, startFakeEndpoint, type Behaviour } from '../../support/fakes/endpoint.js';
import {
  startGatewayNetwork,
  type ClientAnswer,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';
import { pick } from '../../support/pick.js';
import { units } from '../../support/unit.js';

const LIVE = `{
  cooperatives { edges { node { id members { totalCount } } } }
  catalogue(first: 9) { edges { node { id published } } }
}`;
const PUBLISH =
  'mutation { publishService(input: { id: "lumo:s1", published: false }) { service { id } } }';
const IS_THERE = '{ __typename }';
/** As fast as a server that is not there. */
const gone: Behaviour = (_request, response) => response.destroy();
const LOOK_EVERY_MS = units(1);
const WELL = { asked: ['karhu', 'lumo', 'tuki'], answered: ['karhu', 'lumo', 'tuki'] };

describe('a cooperative that the gateway knows to be silent', () => {
  let network: GatewayNetwork;
  let honest: Behaviour;

  beforeEach(async () => {
    network = await startGatewayNetwork({
      guard: { lookEveryMs: LOOK_EVERY_MS },
      env: { DEADLINE_MS: String(units(6)), MUTATION_DEADLINE_MS: String(units(6)) },
      askedBy: ['staff:lumo'],
    });
    honest = network.owner('lumo').behaviour;
    await network.ask(LIVE);
    network.forgetRequests();
  });
  afterEach(() => network.close());

  const coverageOf = ({ extensions }: ClientAnswer) => extensions.coverage;
  const isSilent = (answer: ClientAnswer): boolean =>
    answer.errors?.[0]?.extensions['code'] === 'COOPERATIVE_UNAVAILABLE';
  const isWell = ({ errors }: ClientAnswer): boolean => errors === undefined;
  const askUntil = (isTrue: (answer: ClientAnswer) => boolean): Promise<ClientAnswer> =>
    eventually(() => network.ask(LIVE), isTrue);
  /** What it was asked, but whether it is there. */
  const questions = () =>
    network.owner('lumo').requests.filter(({ query }) => query !== IS_THERE).length;

  it('is not asked: its rows say since when and when it is tried again, all others are there', async () => {
    network.owner('lumo').behaviour = gone;
    await askUntil(isSilent);
    network.forgetRequests();

    const answer = await network.ask(LIVE);

    expect(questions()).toBe(0);
    expect(pick(answer.data, 'cooperatives.edges.*.node.members.totalCount')).toEqual([
      ...[2, undefined, 2],
    ]);
    expect(answer.errors).toHaveLength(4);
    for (const { message, extensions } of answer.errors ?? []) {
      expect(message).toMatch(
        /^"lumo" has not answered since \S+ and was not asked; it is tried again in 1 s\.$/,
      );
      expect(extensions).toEqual({
        code: 'COOPERATIVE_UNAVAILABLE',
        cooperative: 'lumo',
        retryAfterSeconds: 1,
      });
    }
    expect(answer.headers['retry-after']).toBe('1');
    expect(coverageOf(answer)).toMatchObject({
      asked: ['karhu', 'tuki'],
      answered: ['karhu', 'tuki'],
      skipped: [{ cooperative: 'lumo', reason: expect.stringMatching(/was not asked/) }],
    });
  });

  it('is not sent a command, and nothing is left in doubt', async () => {
    network.owner('lumo').behaviour = gone;
    await askUntil(isSilent);
    network.forgetRequests();

    const { errors, headers } = await network.ask(PUBLISH);

    expect(errors?.[0]?.message).toMatch(/was not asked.* Nothing was changed\.$/);
    expect(errors?.[0]?.extensions['code']).toBe('COOPERATIVE_UNAVAILABLE');
    expect(headers['retry-after']).toBe('1');
    expect(questions()).toBe(0);
  });

  it('is not asked for its calendar', async () => {
    network.owner('lumo').behaviour = gone;
    await askUntil(isSilent);

    const answer = await fetch(`${network.url}/cooperatives/lumo/busy.ics`);

    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('1');
    expect(await answer.text()).toMatch(/^"lumo" has not answered since .* and was not asked/);
  });

  it.each<[string, Behaviour]>([
    ['hung', hanging],
    ['was gone', gone],
  ])('is asked again after it %s', async (_how, behaviour) => {
    network.owner('lumo').behaviour = behaviour;
    await askUntil(isSilent);
    network.owner('lumo').behaviour = honest;

    expect(coverageOf(await askUntil(isWell))).toMatchObject(WELL);
  });

  it('is tried by one question at a time while it answers nothing but that it is there', async () => {
    network.owner('lumo').behaviour = gone;
    await askUntil(isSilent);
    let [underWay, most] = [0, 0];
    network.owner('lumo').behaviour = (request, response) => {
      if (request.query === IS_THERE) return honest(request, response);
      underWay += 1;
      most = Math.max(most, underWay);
      response.once('close', () => {
        underWay -= 1;
      });
      return undefined;
    };
    network.forgetRequests();
    await eventually(
      async () => {
        await Promise.all(Array.from({ length: 10 }, () => network.ask(LIVE)));
        return questions();
      },
      (tries) => tries >= 2,
    );

    expect(most).toBe(1);
  });

  it('is asked at once where it has moved', async () => {
    network.owner('lumo').behaviour = gone;
    await askUntil(isSilent);
    const moved = await startFakeEndpoint(honest);
    network.registry.set({ id: 'lumo', url: moved.url });
    await network.table.refresh();

    const answer = await network.ask(LIVE);
    await moved.close();

    expect(coverageOf(answer)).toMatchObject(WELL);
  });

  it('is not waited for when the registry has found it silent, though nobody has asked it here', async () => {
    network.owner('lumo').behaviour = hanging;
    network.registry.set({ id: 'lumo', state: 'UNREACHABLE' });
    await network.table.refresh();

    expect(isSilent(await network.ask(LIVE))).toBe(true);
    expect(questions()).toBe(0);

    network.owner('lumo').behaviour = honest;
    network.registry.set({ id: 'lumo', state: 'FRESH' });
    await network.table.refresh();
    expect(coverageOf(await askUntil(isWell))).toMatchObject(WELL);
  });
});
