import { describe, expect, it } from '@jest/globals';
import { hanging } from '../../support/fakes/endpoint.js';
import { eventually } from '../../support/eventually.js';
import { units } from '../../support/unit.js';
import { ask, closeAfterEach, made, network, open } from './support/begun.js';
import { START } from './support/exchange-network.js';
import { offerRequest, offersOf } from './support/exchange-support.js';
import { work, type FakeWork } from './support/exchange-works.js';

const WHO = `query ($need: WorkNeedInput!, $first: Int!) {
  whoCanTake(need: $need, first: $first) {
    complete notAsked { id } notAnswering { id } candidates { cooperative { id } answer }
  }
}`;

interface Found {
  readonly complete: boolean;
  readonly notAsked: readonly { readonly id: string }[];
  readonly notAnswering: readonly { readonly id: string }[];
  readonly candidates: readonly {
    readonly cooperative: { readonly id: string };
    readonly answer: string;
  }[];
}

closeAfterEach();

const names = (count: number): string[] =>
  Array.from({ length: count }, (_none, index) => `c${String(index).padStart(3, '0')}`);
const small = (count: number, change: Partial<FakeWork> = {}): FakeWork[] =>
  names(count).map((id) => work(`${id}:siivous`, change));
const who = async (first: number): Promise<Found> => {
  const need = { text: 'siivous', municipality: 'FI-609', start: START, minutes: 180 };
  const { data } = await network.ask<{ whoCanTake: Found }>(WHO, { need, first });
  return data.whoCanTake;
};
const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
const asked = (): string[] =>
  names(network.owners.size).filter((id) => network.owners.get(id)?.requests.length !== 0);

/** Asks until three can and so many are left; a slow machine begins a stage before the one before it has answered. */
const whoLeaves = (count: number): Promise<Found> =>
  eventually(
    () => who(3),
    ({ notAsked }) => notAsked.length === count,
  );

/** A network of them that has answered once: the first question of a process takes longest. */
async function openMany(works: readonly FakeWork[]): Promise<void> {
  await open(works);
  await eventually(
    () => who(1),
    ({ candidates, notAnswering }) => candidates.length > 0 && notAnswering.length === 0,
  );
  for (const owner of network.owners.values()) owner.requests.length = 0;
}

describe('work that many small cooperatives fit', () => {
  it('is asked of no more of them than are needed, and the answer names the others', async () => {
    await openMany(small(20));

    const few = await whoLeaves(15);

    expect(few.candidates.map(({ answer }) => answer)).toEqual(Array(5).fill('CAN'));
    expect(few).toMatchObject({ complete: false, notAnswering: [] });
    expect(ids(few.notAsked)).toEqual(names(20).slice(5));
    expect(network.owners.get('c019')?.requests).toEqual([]);
    expect(await who(100)).toMatchObject({ complete: true, notAsked: [] });
    expect(asked()).toEqual(names(20));
  });

  it('is asked of twice as many more where the first ones cannot', async () => {
    const full = small(5, { refusal: 'SLOT_TAKEN' });
    await openMany([...full, ...small(20).slice(5)]);

    const found = await whoLeaves(5);

    expect(found.candidates).toHaveLength(15);
    expect(ids(found.notAsked)).toEqual(names(20).slice(15));
    expect(found.complete).toBe(false);
  });

  it('is offered to further ones on request, who had not been asked before', async () => {
    await openMany(small(8));

    await ask({ what: 'siivous', cpv: [], roundSize: 2 });
    const further = await offerRequest(network, made.request?.id);
    const last = await offerRequest(network, made.request?.id);

    expect(offersOf(further.request)).toEqual(names(4).map((id) => `${id} OFFERED`));
    expect(offersOf(last.request)).toEqual(names(6).map((id) => `${id} OFFERED`));
    expect(asked()).toEqual(names(8));
  });

  it('calls nobody silent whom enough others left no time to answer', async () => {
    await openMany(small(20));
    for (const [id, owner] of network.owners) if (id !== 'c000') owner.behaviour = hanging;

    // A slow machine gives them a fair time.
    const found = await eventually(
      () => who(1),
      ({ notAnswering }) => notAnswering.length === 0,
    );

    expect(found.candidates).toMatchObject([{ cooperative: { id: 'c000' }, answer: 'CAN' }]);
    expect(ids(found.notAsked)).toEqual(names(20).slice(1));
  });

  it('counts as answered what owners have said, though they say no more when they are asked further', async () => {
    const soon = { refusal: 'TOO_SOON', agreed: 'CAN' } as const;
    await openMany([...small(1), ...small(5, soon).slice(1)]);
    for (const owner of network.owners.values()) {
      const { behaviour } = owner;
      owner.behaviour = (request, response) =>
        request.query.includes('EarliestStart') ? undefined : behaviour(request, response);
    }

    const found = await eventually(
      () => who(1),
      ({ candidates }) => candidates.length === 5,
    );

    expect(found).toMatchObject({ complete: true, notAnswering: [], notAsked: [] });
    expect(found.candidates.map(({ answer }) => answer)).toEqual([
      'CAN',
      ...Array<string>(4).fill('CANNOT'),
    ]);
  });

  it('is asked of whom time allows where none of them answers, and the answer says so in time', async () => {
    await openMany(small(200));
    for (const owner of network.owners.values()) owner.behaviour = hanging;
    const startedAt = performance.now();

    const found = await who(1);

    expect(performance.now() - startedAt).toBeLessThan(units(20));
    expect(found.complete).toBe(false);
    expect(found.notAsked.length).toBeGreaterThan(0);
    expect([...ids(found.notAnswering), ...ids(found.notAsked)]).toEqual(names(200));
    expect(ids(found.notAnswering)).toEqual(expect.arrayContaining(asked()));
  });
});
