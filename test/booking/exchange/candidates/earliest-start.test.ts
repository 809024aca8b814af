import { describe, expect, it, jest } from '@jest/globals';
import { findEarliest } from '../../../../subgraphs/booking/exchange/candidates/earliest-start.js';
import type { OwnerClient } from '../../../../subgraphs/shared/owners/client/owner-client.js';
import { units } from '../../../support/unit.js';
import { closeAfterEach, network, open } from '../support/begun.js';
import { START } from '../support/exchange-network.js';
import { work, type FakeWork } from '../support/exchange-works.js';

const MORNING = '2027-03-22T05:00:00.000Z';
const EVENING = '2027-03-22T18:00:00.000Z';
const NEXT_DAY = '2027-03-23T05:00:00.000Z';
const MUCH_LATER = '2027-07-01T05:00:00.000Z';
const NEED = {
  ...{ cpv: [], text: null, municipality: 'FI-609', start: new Date(START), minutes: 60 },
  quantity: 1,
};

/** When karhu could begin at the earliest, and how often it was asked. */
async function earliest(change: Partial<FakeWork>): Promise<[string | null, number]> {
  await open([work('karhu:siivous', { refusal: 'OUTSIDE_HOURS', agreed: 'CAN', ...change })]);
  const { data } = await network.ask<{
    whoCanTake: { candidates: { earliestStart: string | null }[] };
  }>(`query ($need: WorkNeedInput!) { whoCanTake(need: $need) { candidates { earliestStart } } }`, {
    need: { text: 'siivous', municipality: 'FI-609', start: START, minutes: 180 },
  });
  const [candidate] = data.whoCanTake.candidates;
  return [candidate?.earliestStart ?? null, network.owners.get('karhu')?.requests.length ?? 0];
}

describe('the earliest start of who fits only later', () => {
  closeAfterEach();

  it('is never before the one asked for, though its owner names others of that day first', async () => {
    const alternatives = [MORNING, '2027-03-22T05:30:00.000Z', '2027-03-22T06:00:00.000Z'];
    const free = [...alternatives, EVENING, NEXT_DAY];

    expect(await earliest({ alternatives, free })).toEqual([EVENING, 3]);
  });

  it('is asked for no more where the owner has named it', async () => {
    const free = [EVENING];

    expect(await earliest({ alternatives: [MORNING, NEXT_DAY], free })).toEqual([NEXT_DAY, 2]);
  });
});

describe('the first start by an owner’s own rules', () => {
  it.each<[string, string[], number, Date | undefined, number]>([
    ['as far ahead as a long lead time reaches', [MUCH_LATER], 1, new Date(MUCH_LATER), 3],
    ['for a year, and is missing where there is none', [MORNING], 1, undefined, 6],
    ['for as many as are wanted', [EVENING], 2, undefined, 6],
  ])('is looked for %s', async (_what, free, quantity, start, questions) => {
    const asked: object[] = [];
    const owners = ownersWith(free, asked);
    const need = { ...NEED, quantity };

    const found = await findEarliest(owners, 'karhu', ['karhu:siivous'], need, units(1_000));

    expect(found.get('karhu:siivous')).toEqual(start);
    expect(asked).toHaveLength(questions);
  });
});

describe('a search for the first start that runs out of time', () => {
  it('asks no question for which less than a fair time is left', async () => {
    const limits: number[] = [];
    const nowMs = jest.spyOn(performance, 'now').mockReturnValue(0);
    const owners = ownersWith([], [], (timeoutMs) => {
      limits.push(timeoutMs);
      nowMs.mockReturnValue(limits.length * 250);
    });

    await findEarliest(owners, 'karhu', ['karhu:siivous'], NEED, 1_000);
    nowMs.mockRestore();

    expect(limits).toEqual([1_000, 750, 500]);
  });
});

/** An owner with one place at each of some times. @param asked - Gets the variables of each question. */
function ownersWith(
  free: readonly string[],
  asked: object[],
  onAsk: (timeoutMs: number) => void = () => undefined,
): OwnerClient {
  return {
    cooperatives: [],
    members: [],
    isMember: () => Promise.resolve(true),
    phoneOnly: () => null,
    heldBack: () => null,
    close: () => Promise.resolve(),
    ask: (_cooperative, { variables }, read, timeoutMs) => {
      onAsk(timeoutMs);
      const { from, to } = variables as { readonly from: string; readonly to: string };
      asked.push(variables);
      const starts = free
        .filter((time) => from <= time.slice(0, 10) && time.slice(0, 10) <= to)
        .map((time) => ({ time, places: 1 }));
      const entity = { id: 'karhu:siivous', availability: [{ starts }] };
      return Promise.resolve({ kind: 'answer', data: read({ _entities: [entity] }) });
    },
  };
}
