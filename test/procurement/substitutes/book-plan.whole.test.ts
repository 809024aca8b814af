import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { ask } from '../../support/ask.js';
import { eventually } from '../../support/eventually.js';
import { writeNetwork } from '../../support/networks/network-folder.js';
import { startNetwork, type NetworkProcess } from '../../support/networks/network-process.js';
import { NOW } from '../pori.js';
import {
  CAFE_NEED,
  shownSegment,
  standIns,
  SUBSTITUTE_SEARCH,
  worker,
  type FoundPlan,
  type FoundSubstitutes,
} from './cafes.js';

const PLACE = `mutation ($input: HoldOrderInput!) { placeOrder(input: $input) {
  order {
    state total { amount net vat currency }
    legs { state start minutes bookings { resourceId } }
  }
  userErrors { code field }
} }`;

interface Placed {
  readonly placeOrder: {
    readonly order: {
      readonly state: string;
      readonly total: readonly object[];
      readonly legs: readonly {
        readonly state: string;
        readonly minutes: number;
        readonly bookings: readonly { readonly resourceId: string }[] | null;
      }[];
    } | null;
    readonly userErrors: readonly { readonly code: string }[];
  } | null;
}

describe('a plan of substitutes', () => {
  let network: NetworkProcess;
  let gateway: string;
  const dir = writeNetwork({ now: NOW }, [
    standIns('aamu', [worker('a', '07:00', '14:00')], {
      price: { net: '27.77', currency: 'EUR', vatRate: '25.5' },
    }),
    standIns('ilta', [worker('b', '12:00', '18:00'), worker('c', '13:00', '18:00')]),
  ]);
  beforeAll(async () => {
    network = await startNetwork({ args: ['--network', dir, '--memory'] });
    gateway = network.urlByName.get('gateway') ?? '';
  });
  afterAll(async () => {
    await network.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const search = async (): Promise<readonly FoundPlan[]> => {
    const { data, errors } = await ask<FoundSubstitutes>(gateway, SUBSTITUTE_SEARCH, {
      need: CAFE_NEED,
    });
    if (!data.substituteSearch?.complete) throw new Error(JSON.stringify({ data, errors }));
    return data.substituteSearch.plans;
  };
  const book = async (
    plan: FoundPlan,
    idempotencyKey: string,
  ): Promise<NonNullable<Placed['placeOrder']>> => {
    const legs = plan.segments.map(({ candidate, serviceId, from, minutes }) => ({
      ...{ serviceId, start: from, minutes, resourceId: candidate.id },
    }));
    const buyer = { name: 'Kahvila Kallo', municipality: 'FI-609', phone: '040 1234567' };
    const input = { idempotencyKey, buyer, channel: 'WEB', legs };
    const { data, errors } = await ask<Placed>(gateway, PLACE, { input });
    if (!data.placeOrder) throw new Error(JSON.stringify(errors));
    return data.placeOrder;
  };
  const people = (plan: FoundPlan): string[] => plan.segments.map(shownSegment);

  it('books as one order at its price, shows who comes then, and leaves another to whoever was slower', async () => {
    const [mine, theirs] = await Promise.all([search(), search()]);
    const [plan, other] = [mine[0], theirs[0]];
    if (!plan || !other) throw new Error('No plans.');
    expect(people(plan)).toEqual([
      'aamu 21 08:00-14:00',
      'ilta 21 14:00-18:00',
      'aamu 22 08:00-14:00',
      'ilta 22 14:00-18:00',
    ]);

    const placed = await book(plan, 'cafe-order-1');

    expect(placed.userErrors).toEqual([]);
    expect(placed.order?.state).toBe('CONFIRMED');
    expect(placed.order?.total).toEqual(
      plan.price.map(({ gross: amount, net, vat, currency }) => ({ amount, net, vat, currency })),
    );
    const comes = placed.order?.legs.flatMap(({ bookings }) => bookings ?? []);
    expect(comes?.map(({ resourceId }) => resourceId.replace(/:[bc]$/, ':b or c'))).toEqual([
      ...['aamu:a', 'ilta:b or c', 'aamu:a', 'ilta:b or c'],
    ]);

    const overtaken = await book(other, 'cafe-order-2');

    expect(overtaken.userErrors.map(({ code }) => code)).toContain('SLOT_TAKEN');
    expect(overtaken.order?.state ?? 'FAILED').toBe('FAILED');
    // What the failed order held is given back.
    const left = await eventually(search, (plans) => plans.length > 0);
    expect(left.map(people)).toEqual([
      [expect.stringMatching(/^ilta 21 1[23]:/), expect.stringMatching(/^ilta 22 1[23]:/)],
    ]);
    const [next] = left;
    expect(next && (await book(next, 'cafe-order-3')).order?.state).toBe('CONFIRMED');
    expect(await search()).toEqual([]);
  });
});
