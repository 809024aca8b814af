import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { exportCooperative } from '../../../subgraphs/cooperative/data-source/export-file.js';
import type { Caller } from '../../../subgraphs/shared/identity/caller.js';
import type { CooperativeAsker } from '../askers.js';
import { withRoles } from '../../shared/identity/policy/askers.js';
import {
  at,
  bookableFile,
  codesOf,
  Desk,
  MONDAY,
  resourceRow,
  type LegsPayload,
} from '../bookings/support.js';
import { serviceRow, startCooperative, type RunningCooperative } from '../support.js';
import { askCapacity } from './asking.js';

let karhu: RunningCooperative;
let desk: Desk;
beforeEach(async () => {
  karhu = await startCooperative();
  desk = new Desk(karhu);
  await karhu.import(
    bookableFile({
      resources: [resourceRow({ member: 'm1' }), resourceRow({ id: 'w2' })],
      services: [
        serviceRow({ gridMinutes: 60, resources: ['w1'] }),
        serviceRow({ id: 'piha', gridMinutes: 60, resources: ['w2'] }),
      ],
    }),
  );
});
afterEach(() => karhu.close());

/** Of the only resource of a service. */
async function nameOf(service = 'karhu:siivous'): Promise<string> {
  const { found } = await askCapacity(karhu, [MONDAY], [service]);
  return found?.resources[0]?.id ?? '';
}

const somebody = (...roles: readonly string[]) => withRoles(...roles).caller;
const member = (id: string): Caller => ({
  ...{ issuer: 'https://id.example', subject: id, name: null },
  grants: [{ role: 'MEMBER', organisation: 'karhu', member: id }],
});

const resourcesOf = ({ legs }: LegsPayload) =>
  legs.flatMap(({ bookings }) => bookings.map(({ resourceId }) => resourceId));

/** The resource of a booking that an order names, as the gateway reads it. @param caller - For whom; null for the public. */
async function seenBy(payload: LegsPayload, caller: Caller | null): Promise<string | undefined> {
  const id = payload.legs[0]?.bookings[0]?.id;
  const asker: CooperativeAsker = { process: 'gateway', scope: 'read', caller };
  const { data } = await karhu.ask<{ _entities: { resourceId: string }[] }>(
    'query ($rows: [_Any!]!) { _entities(representations: $rows) { ... on Booking { resourceId } } }',
    { rows: [{ __typename: 'Booking', id }] },
    asker,
  );
  return data._entities[0]?.resourceId;
}

describe('a leg that is held by a sealed name', () => {
  it('is held of that resource, and shows the name as it was given until it is confirmed', async () => {
    const resourceId = await nameOf();
    const input = { orderId: 'a', idempotencyKey: 'hold', legs: [{ resourceId }] };

    const held = await desk.hold(input);
    const extended = await desk.extend({ orderId: 'a', holdMinutes: 30 });
    const moved = await desk.move({ orderId: 'a', start: at(`${MONDAY}T11:00`) });
    const before = await desk.read('a');
    const confirmed = await desk.confirm({ orderId: 'a' });
    const after = await desk.read('a');

    expect([held, extended, moved, before].map(resourcesOf)).toEqual(Array(4).fill([resourceId]));
    expect([confirmed, after].map(resourcesOf)).toEqual([['karhu:w1'], ['karhu:w1']]);
    // The answer of then is given again.
    expect(resourcesOf(await desk.hold(input))).toEqual([resourceId]);
  });

  it('is told its resource by its staff and by the member who does the work alone', async () => {
    const resourceId = await nameOf();
    const held = await desk.hold({ legs: [{ resourceId }] });

    for (const caller of [null, somebody('HOUSEHOLD'), somebody('STAFF lumo'), member('m2')]) {
      expect(await seenBy(held, caller)).toBe(resourceId);
    }
    for (const caller of [somebody('STAFF karhu'), member('m1')]) {
      expect(await seenBy(held, caller)).toBe('karhu:w1');
    }
    await desk.confirm({});
    expect(await seenBy(held, null)).toBe('karhu:w1');
  });

  it.each([
    ['is given back', () => desk.release({})],
    ['is called off', () => desk.cancel({})],
    [
      'runs out',
      () => {
        karhu.clock.set('2026-11-23T10:20:00Z');
      },
    ],
    ['is refused by its owner', (id: string) => desk.staff('declineBooking', { id })],
  ])('tells nothing more when it %s', async (_what, end) => {
    const resourceId = await nameOf();
    const held = await desk.hold({ legs: [{ resourceId }] });

    await end(held.legs[0]?.bookings[0]?.id ?? '');

    expect(resourcesOf(await desk.read('order-1'))).toEqual([resourceId]);
    expect(await seenBy(held, null)).toBe(resourceId);
  });

  it('is SLOT_TAKEN where another was quicker, by whatever name', async () => {
    const resourceId = await nameOf();
    await desk.hold({ orderId: 'a', legs: [{ resourceId: 'karhu:w1' }] });

    const refused = await desk.hold({ orderId: 'b', legs: [{ resourceId }] });

    expect(codesOf(refused)).toEqual(['SLOT_TAKEN']);
    expect(JSON.stringify(refused)).not.toContain('w1');
    expect(refused.userErrors[0]?.alternatives).toHaveLength(3);
  });

  it('waits without a name, and has one when it is confirmed', async () => {
    const resourceId = await nameOf();
    await desk.hold({ orderId: 'a' });
    const waiting = await desk.enrol({ orderId: 'b', leg: { resourceId } });
    await desk.release({ orderId: 'a' });

    expect(resourcesOf(waiting)).toEqual([]);
    expect(resourcesOf(await desk.read('b'))).toEqual(['karhu:w1']);
  });
});

describe('a name', () => {
  it('is NOT_FOUND where it is forged, of another service, or of another cooperative’s making', async () => {
    const other = await startCooperative();
    await other.import(bookableFile());
    const { found } = await askCapacity(other, [MONDAY]);
    await other.close();
    const own = await nameOf();
    const [letter = ''] = own.slice(-1);
    const names = {
      unknown: 'karhu:w9',
      'of another service': await nameOf('karhu:piha'),
      'with another end': `${own.slice(0, -1)}${letter === 'A' ? 'B' : 'A'}`,
      'with another beginning': own.replace('karhu:', 'karhu:A').slice(0, own.length),
      'made with another secret': found?.resources[0]?.id ?? '',
    };
    const tell = async (resourceId: string) => {
      const { userErrors } = await desk.hold({ legs: [{ resourceId }] });
      return userErrors.map(({ code, message }) => `${code} ${message}`);
    };

    for (const name of Object.values(names)) {
      expect(await tell(name)).toEqual([`NOT_FOUND karhu:siivous has no resource ${name}.`]);
    }
    expect(await tell(own.replace('karhu:', 'lumo:'))).toEqual([
      expect.stringMatching(/^FORBIDDEN/),
    ]);
    expect(await tell(own)).toEqual([]);
  });

  it('is made with a secret that a database of before is given when it is opened', async () => {
    const { connection } = karhu.database;
    const meta = connection.collection<{ _id: string }>('meta');
    await meta.updateOne({ _id: 'meta' }, { $unset: { sealSecret: '' } });

    await karhu.server.dataSource.open();
    const first = await nameOf();
    await karhu.server.dataSource.open();

    expect(codesOf(await desk.hold({ legs: [{ resourceId: first }] }))).toEqual([]);
  });

  it('goes with its hold into an export, and the secret that it was made with does not', async () => {
    const resourceId = await nameOf();
    await desk.hold({ legs: [{ resourceId }] });
    const file = await exportCooperative(karhu.server.dataSource);

    expect(file?.bookings.map(({ order }) => order?.sealed)).toEqual([
      resourceId.slice('karhu:'.length),
    ]);
    expect(JSON.stringify(file)).not.toContain('sealSecret');
    const other = await startCooperative();
    await other.import({ ...file });
    const moved = new Desk(other);
    expect(resourcesOf(await moved.read('order-1'))).toEqual([resourceId]);
    expect(codesOf(await moved.hold({ orderId: 'b', legs: [{ resourceId }] }))).toEqual([
      'NOT_FOUND',
    ]);
    expect(resourcesOf(await moved.confirm({}))).toEqual(['karhu:w1']);
    await other.close();
  });
});
