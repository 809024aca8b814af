import { describe, expect, it } from '@jest/globals';
import { hanging } from '../../support/fakes/endpoint.js';
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
  readonly candidates: readonly { readonly answer: string }[];
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

describe('work that many small cooperatives fit', () => {
  it('is asked of no more of them than are needed, and the answer names the others', async () => {
    await open(small(30));

    const few = await who(3);

    expect(few.candidates.map(({ answer }) => answer)).toEqual(Array(5).fill('CAN'));
    expect(few).toMatchObject({ complete: false, notAnswering: [] });
    expect(ids(few.notAsked)).toEqual(names(30).slice(5));
    expect(asked()).toEqual(names(5));
    expect(await who(100)).toMatchObject({ complete: true, notAsked: [] });
    expect(asked()).toEqual(names(30));
  });

  it('is asked of twice as many more where the first ones cannot', async () => {
    const full = small(5, { refusal: 'SLOT_TAKEN' });
    await open([...full, ...small(30).slice(5)]);

    const found = await who(3);

    expect(asked()).toEqual(names(15));
    expect(ids(found.notAsked)).toEqual(names(30).slice(15));
    expect(found.complete).toBe(false);
  });

  it('is offered to further ones on request, who had not been asked before', async () => {
    await open(small(8));

    await ask({ what: 'siivous', cpv: [], roundSize: 2 });
    expect(asked()).toEqual(names(5));
    const further = await offerRequest(network, made.request?.id);
    const last = await offerRequest(network, made.request?.id);

    expect(offersOf(further.request)).toEqual(names(4).map((id) => `${id} OFFERED`));
    expect(offersOf(last.request)).toEqual(names(6).map((id) => `${id} OFFERED`));
    expect(asked()).toEqual(names(8));
  });

  it('is asked of whom time allows where none of them answers, and the answer says so in time', async () => {
    await open(small(200));
    for (const owner of network.owners.values()) owner.behaviour = hanging;
    const startedAt = performance.now();

    const found = await who(1);

    expect(performance.now() - startedAt).toBeLessThan(units(20));
    expect(found.complete).toBe(false);
    expect(found.notAsked.length).toBeGreaterThan(0);
    expect(ids(found.notAnswering)).toEqual(asked());
    expect(ids(found.notAsked)).toEqual(names(200).slice(asked().length));
  });
});
