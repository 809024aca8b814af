import { describe, expect, it } from '@jest/globals';
import { hanging } from '../../support/fakes/endpoint.js';
import { ask, closeAfterEach, made, network, now, open } from './support/begun.js';
import { START } from './support/exchange-network.js';
import { decline, type SeenRequest } from './support/exchange-support.js';
import { work, type FakeWork } from './support/exchange-works.js';

interface Found {
  readonly whoCanTake: {
    readonly complete: boolean;
    readonly notAsked: readonly { readonly id: string }[];
    readonly notUnderstood: readonly string[];
    readonly candidates: readonly {
      readonly service: { readonly id: string };
      readonly fit: string;
      readonly distanceKm: number | null;
    }[];
  };
}

const NEED = { text: 'siivous', municipality: 'FI-609', start: START, minutes: 180 };
const LOOSE = { fit: 'LOOSE', score: 0.1 } as const;

closeAfterEach();

const who = async (need: object = NEED, first?: number): Promise<Found['whoCanTake']> => {
  const { data } = await network.ask<Found>(
    `query ($need: WorkNeedInput!, $first: Int! = 10) {
      whoCanTake(need: $need, first: $first) { complete notAsked { id } notUnderstood
        candidates { service { id } fit distanceKm } }
    }`,
    { need, first },
  );
  return data.whoCanTake;
};
const servicesOf = ({ candidates }: Found['whoCanTake']): string[] =>
  candidates.map(({ service }) => service.id);
const offered = (request: SeenRequest | null): (string | undefined)[] =>
  (request?.offers ?? []).map(({ service }) => service.id);
const many = (count: number): FakeWork[] =>
  Array.from({ length: count }, (_none, index) => work(`coop-${index + 10}:siivous`));

describe('whoCanTake', () => {
  it('searches for the whole text at once', async () => {
    await open([work('karhu:siivous')]);
    const text = 'siivooja kotiin 3 tunniksi';

    await who({ ...NEED, text });

    expect(network.catalogue.requests.map(({ variables }) => variables)).toMatchObject([
      { all: { text } },
    ]);
  });

  it('shows all that fit well, the best before the cheapest, and nothing that fits less', async () => {
    await open([
      work('karhu:ikkunat', { ...LOOSE, gross: '10.00' }),
      work('karhu:siivous', { score: 1, gross: '90.00' }),
      work('karhu:muuttosiivous', { score: 0.8, gross: '50.00' }),
      work('lumo:sijainen', { ...LOOSE, gross: '10.00' }),
    ]);

    expect(servicesOf(await who())).toEqual(['karhu:siivous', 'karhu:muuttosiivous']);
  });

  it('shows what perhaps fits where nothing surely does, and calls it so', async () => {
    await open([work('lumo:sijainen', LOOSE)]);

    expect((await who()).candidates).toMatchObject([
      { service: { id: 'lumo:sijainen' }, fit: 'LOOSE' },
    ]);
  });

  it('shows the nearest of equals first, and how far they are', async () => {
    await open([
      work('far:siivous', { municipality: 'FI-684', gross: '10.00' }),
      work('here:siivous', { municipality: 'FI-609', gross: '90.00' }),
      work('unknown:siivous', { gross: '10.00' }),
    ]);

    const { candidates } = await who();

    expect(candidates.map(({ service, distanceKm }) => [service.id, distanceKm])).toEqual([
      ['here:siivous', 0],
      ['far:siivous', expect.closeTo(43, -1)],
      ['unknown:siivous', null],
    ]);
  });

  it('asks no more than are enough, and says whom it did not ask', async () => {
    await open(many(14));

    const some = await who();
    const more = await who(NEED, 14);

    expect(some.candidates).toHaveLength(10);
    expect(some.complete).toBe(false);
    expect(some.notAsked.map(({ id }) => id)).toEqual(['coop-20', 'coop-21', 'coop-22', 'coop-23']);
    expect(more).toMatchObject({ complete: true, notAsked: [] });
    expect(more.candidates).toHaveLength(14);
  });

  it('is not complete while a word was not understood', async () => {
    await open([work('karhu:siivous')]);
    network.unknownWords = ['xyzzy'];

    expect(await who()).toMatchObject({ complete: false, notUnderstood: ['xyzzy'] });
  });

  it('says that words or a code are wanted where there is neither', async () => {
    await open([]);

    const { errors } = await network.ask(
      'query ($need: WorkNeedInput!) { whoCanTake(need: $need) { complete } }',
      { need: { ...NEED, text: null } },
    );

    expect(errors?.[0]?.message).toBe('Wanted a "text" or a code in "cpv", got neither.');
  });

  it.each([0, 101])('refuses that %i are enough', async (first) => {
    await open([]);

    const { errors } = await network.ask(
      `query ($need: WorkNeedInput!, $first: Int!) { whoCanTake(need: $need, first: $first) { complete } }`,
      { need: NEED, first },
    );

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument: 'first' });
  });
});

describe('a request', () => {
  it('is offered with the best-fitting service, also to one that is silent', async () => {
    await open([
      work('karhu:ikkunat', { ...LOOSE, gross: '10.00' }),
      work('karhu:siivous', { gross: '90.00' }),
      work('karhu:muuttosiivous', { score: 0.8, gross: '10.00' }),
      work('lumo:sijainen', LOOSE),
      work('silent:ikkunat', LOOSE),
      work('silent:siivous'),
    ]);
    const silent = network.owners.get('silent');
    if (silent) silent.behaviour = hanging;

    await ask({ what: 'Siivous', cpv: null, roundSize: 5 });

    expect(offered(made.request)).toEqual(['karhu:siivous', 'silent:siivous']);
    const toCall = 'Their systems do not answer: silent. Call them, and record what they say.';
    expect(made.request?.problem).toBe(toCall);

    await decline(network, made.request?.offers[0]?.id);
    expect((await now())?.problem).toBe(toCall);
  });

  it('is offered with the best-fitting service of those that can be had', async () => {
    await open([
      work('karhu:siivous', { refusal: 'SLOT_TAKEN' }),
      work('karhu:kotisiivous', { score: 0.8, gross: '90.00' }),
      work('karhu:muuttosiivous', { score: 0.7, gross: '10.00' }),
    ]);

    await ask();

    expect(offered(made.request)).toEqual(['karhu:kotisiivous']);
  });

  it('is offered to nobody whose work fits only perhaps, and says so', async () => {
    await open([work('lumo:sijainen', LOOSE)]);

    await ask();

    expect(made.request).toMatchObject({ state: 'OPEN', offers: [] });
    expect(made.request?.problem).toContain('Perhaps, by what they offer: lumo.');
  });

  it('does not end unfilled while words of it were not understood', async () => {
    await open([work('karhu:siivous')]);
    network.unknownWords = ['xyzzy'];
    await ask();
    await decline(network, made.request?.offers[0]?.id);

    const after = await now();

    expect(after).toMatchObject({ state: 'OFFERED', outcome: null });
    expect(after?.problem).toContain('Not understood: "xyzzy".');
  });

  it('does not end unfilled while somebody was never heard of, and does when they were', async () => {
    await open([work('karhu:siivous')]);
    network.neverRead = ['tuki'];
    await ask();
    await decline(network, made.request?.offers[0]?.id);
    expect(await now()).toMatchObject({ state: 'OFFERED' });
    expect((await now())?.problem).toContain('No answer from tuki.');

    network.neverRead = [];
    network.pass(1);
    await network.exchange.sweep();

    expect(await now()).toMatchObject({ state: 'UNFILLED', problem: null });
  });
});
