import { describe, expect, it } from '@jest/globals';
import {
  OwnerPlaces,
  type Entry,
} from '../../../subgraphs/booking/orders/admission/owner-places.js';
import type { Question, Verdict } from '../../../subgraphs/booking/orders/order/question.js';
import { newOrder, YES } from '../saga/order-records.js';

const ORDER = newOrder('ALL_OR_NOTHING', ['karhu:siivous']);
const SILENCE: Verdict = { kind: 'unknown', reason: 'did not answer in time' };

describe('places of orders at an owner', () => {
  const open = (most: number) => {
    const places = new OwnerPlaces({ most, least: 2, waitMs: 3_500 });
    return {
      take: (owners: readonly string[], isStranger = true): Entry =>
        places.take(owners, isStranger),
      hear: async (cooperative: string, ...verdicts: readonly Verdict[]): Promise<void> => {
        for (const verdict of verdicts) {
          const question = { cooperative } as Question;
          const bookings = places.learnFrom({ ask: () => Promise.resolve(verdict) });
          expect(await bookings.ask(question, ORDER, 100)).toBe(verdict);
        }
      },
      /** How many more one owner takes. */
      room: (owner: string): number => {
        const entries: Entry[] = [];
        while (entries.at(-1)?.kind !== 'full') entries.push(places.take([owner], true));
        for (const entry of entries) if (entry.kind === 'in') entry.leave();
        return entries.length - 1;
      },
    };
  };

  it('are taken by the orders under way, and free again after them', () => {
    const { take } = open(2);
    const first = take(['karhu']);
    take(['karhu']);

    expect(take(['karhu'])).toMatchObject({
      kind: 'full',
      refusal: {
        ...{ code: 'COOPERATIVE_UNAVAILABLE', field: null, retry: true, retryAfterSeconds: 4 },
        message: expect.stringMatching(
          /^2 orders wait for karhu.*limits\.orders\.atOneCooperative.*wait 4 s/,
        ),
      },
    });
    if (first.kind === 'in') first.leave();
    expect(take(['karhu']).kind).toBe('in');
  });

  it('are taken at all owners of an order, or at none', () => {
    const { take, room } = open(2);
    take(['karhu']);
    take(['karhu', 'lumo']);

    expect(take(['lumo', 'karhu']).kind).toBe('full');
    expect([room('karhu'), room('lumo')]).toEqual([0, 1]);
  });

  it('are apart for whoever has a role', () => {
    const { take } = open(1);
    take(['karhu'], true);

    expect(take(['karhu'], true).kind).toBe('full');
    expect(take(['karhu'], false).kind).toBe('in');
    expect(take(['karhu'], false).kind).toBe('full');
  });

  it('become few while the owner does not answer, and as many as before when it does', async () => {
    const { hear, room } = open(16);
    await hear('karhu', SILENCE);
    expect(room('karhu')).toBe(8);
    await hear('karhu', SILENCE, SILENCE, SILENCE, SILENCE);
    expect([room('karhu'), room('lumo')]).toEqual([2, 16]);

    await hear('karhu', ...Array.from({ length: 5 }, () => YES));
    expect(room('karhu')).toBe(7);
    await hear('karhu', ...Array.from({ length: 20 }, () => YES));
    expect(room('karhu')).toBe(16);
  });

  it('are no fewer for an owner that cannot be reached, or refuses: it does not keep anybody waiting', async () => {
    const { hear, room } = open(4);
    await hear('karhu', { kind: 'unreached' }, { kind: 'refused' });

    expect(room('karhu')).toBe(4);
  });
});
