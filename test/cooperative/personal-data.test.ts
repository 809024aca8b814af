import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KEPT_DAYS } from '../../schema/privacy.js';
import { coverageOf, placesOf, registeredPlaces } from '../support/personal-data.js';
import { at, bookableFile, Desk, MONDAY, resourceRow } from './bookings/support.js';
import { serviceRow, startCooperative, type RunningCooperative } from './support.js';

const MARKER = /plant[tu]|merk[ki]|9876543/i;
const MARKED = { name: 'Planttu Merkki', email: 'planttu@example.org', phone: '+358 40 9876543' };
const DETAILS = {
  place: { street: 'Plantunkatu 4', postalCode: '28100', accessNote: 'Merkki avaa' },
  ...{ wish: 'Merkin toive', reference: 'Merkki 1' },
};
const DAY_MS = 86_400_000;

let karhu: RunningCooperative;

beforeEach(async () => {
  karhu = await startCooperative();
  await karhu.import(
    bookableFile({
      contact: { ...MARKED, name: undefined, url: 'https://planttu.example.org' },
      members: [{ id: 'm1', ...MARKED, languages: ['fi'], public: [] }],
      resources: [resourceRow({ id: 'seats', kind: 'SEATS', size: 1 })],
      services: [
        serviceRow({
          ...{ id: 'kurssi', kind: 'TRAINING', unit: 'SEAT' },
          ...{ resources: ['seats'], gridMinutes: 60 },
        }),
      ],
    }),
  );
  const desk = new Desk(karhu);
  const customer = { ...MARKED, municipality: 'FI-609' };
  const leg = { serviceId: 'karhu:kurssi' };
  await desk.enrol({ orderId: 'a', customer, details: DETAILS, leg });
  await desk.enrol({ orderId: 'waits', customer, details: DETAILS, leg });
});
afterEach(() => karhu.close());

const sweepAt = async (instant: number): Promise<string[]> => {
  karhu.clock.set(new Date(instant).toISOString());
  await karhu.server.sweeper.sweep();
  return placesOf(karhu.database, MARKER);
};
const [start, end] = [Date.parse(at(`${MONDAY}T09:00`)), Date.parse(at(`${MONDAY}T10:00`))];

describe('a cooperative’s database', () => {
  it('has personal data only where the register says so', async () => {
    const { used, missing } = coverageOf('cooperative', await placesOf(karhu.database, MARKER));

    expect(missing).toEqual([]);
    // A language says nothing by itself, and neither a pseudonym nor a digest is a name.
    const unplanted = ['audit.subject', 'erasures.digests', 'erasures.sealed', 'members.languages'];
    expect(used).toEqual(registeredPlaces('cooperative').filter((one) => !unplanted.includes(one)));
  });

  it('forgets who waited, then for whom a booking was, once their time is over', async () => {
    expect(await sweepAt(start + KEPT_DAYS.passing * DAY_MS + 1)).not.toContain(
      'waiting.customer.name',
    );
    const atTheEnd = end + KEPT_DAYS.order * DAY_MS;
    expect(await sweepAt(atTheEnd - DAY_MS)).toEqual(
      expect.arrayContaining([
        'bookings.customer.name',
        'bookings.customer.details.place.street',
        'bookings.customer.details.wish',
      ]),
    );

    const left = await sweepAt(atTheEnd + 1);

    expect(left.filter((place) => place.startsWith('bookings.'))).toEqual([]);
    expect(left).toContain('members.name');
  });
});
