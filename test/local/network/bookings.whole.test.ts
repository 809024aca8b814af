import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { businessIdFor } from '../../support/business-id.js';
import { ask } from '../../support/ask.js';
import { eventually } from '../../support/eventually.js';
import { spawnNetwork, type NetworkProcess } from '../../support/networks/network-process.js';
import { canFindProcesses, pidOf } from '../../support/networks/pid-of.js';
import { units } from '../../support/unit.js';
import { WIDE_LIMITS_JSON } from '../../support/networks/wide-limits.js';

const HOURS = [{ days: ['MO', 'TU', 'WE', 'TH', 'FR'], from: '08:00', to: '16:00' }];
const PRICE = { net: '28.00', currency: 'EUR', vatRate: '25.5' };

function cooperative(id: string, more: object): object {
  return {
    id,
    name: `Osuuskunta ${id}`,
    country: 'FI',
    businessId: businessIdFor(id),
    timeZone: 'Europe/Helsinki',
    municipality: 'FI-609',
    serves: ['FI-609'],
    languages: ['fi'],
    ...more,
  };
}

function service(id: string, resource: string, more: object = {}): object {
  return {
    id,
    kind: 'SERVICE',
    title: { fi: `Palvelu ${id}` },
    cpv: ['90910000'],
    resources: [resource],
    unit: 'HOUR',
    price: PRICE,
    ...more,
  };
}

/** Places that two hundred race for. */
const PLACES = 7;

const KARHU = cooperative('karhu', {
  resources: [
    { id: 'pool', kind: 'POOL', size: 2, hours: HOURS, minutesPerDay: 600 },
    { id: 'crew', kind: 'POOL', size: PLACES, hours: HOURS },
  ],
  services: [
    service('siivous', 'pool', {
      gridMinutes: 30,
      bufferMinutes: 30,
      minMinutes: 120,
      leadTimeMinutes: 1440,
    }),
    service('talkoot', 'crew'),
  ],
  bookings: [
    {
      id: 'b1',
      service: 'siivous',
      resource: 'pool',
      from: '2027-03-24T08:00',
      to: '2027-03-24T10:00',
    },
  ],
});

const LUMO = cooperative('lumo', {
  resources: [{ id: 'w1', kind: 'WORKER', size: 1, hours: HOURS }],
  services: [service('kuljetus', 'w1', { title: { fi: 'Kuljetukset' }, cpv: ['60000000'] })],
});

interface Day {
  date: string;
  status: string;
  holiday: { text: string } | null;
  freeMinutes: number;
  starts: { time: string; places: number }[];
}

interface OrderAnswer {
  order: {
    id: string;
    state: string;
    legs: {
      title: { text: string } | null;
      service: { title: { text: string } } | null;
      start: string;
      state: string;
      bookings: { id: string; state: string }[] | null;
    }[];
  } | null;
}

interface Placed {
  placeOrder: {
    order: {
      id: string;
      reference: string;
      state: string;
      total: { amount: string; currency: string }[];
    } | null;
    secret: string | null;
    userErrors: { code: string; retry: boolean | null; alternatives: string[] }[];
  };
}

const PLACE = `mutation ($input: HoldOrderInput!) { placeOrder(input: $input) {
  order { id reference state total { amount currency } } secret userErrors { code retry alternatives }
} }`;

const ORDER = `query ($id: ID!, $secret: String) { order(id: $id, secret: $secret) {
  id state legs { title { text } service { title { text } } start state bookings { id state } }
} }`;

function orderOf(key: string, ...legs: object[]): object {
  const buyer = { name: 'Porin kaupunki', municipality: 'FI-609', phone: '+358 2 000 0200' };
  return { idempotencyKey: key, channel: 'PHONE', buyer, legs };
}

describe('bookings of a network', () => {
  const dir = mkdtempSync(join(tmpdir(), 'hub-bookings-'));
  let network: NetworkProcess;
  const gateway = (): string | undefined => network.urlByName.get('gateway');

  beforeAll(async () => {
    mkdirSync(join(dir, 'cooperatives'));
    const now = '2027-03-22T09:00:00+02:00';
    writeFileSync(
      join(dir, 'network.json'),
      JSON.stringify({ id: 'race', name: { en: 'Race' }, now, limits: WIDE_LIMITS_JSON }),
    );
    writeFileSync(join(dir, 'cooperatives', 'karhu.json'), JSON.stringify(KARHU));
    writeFileSync(join(dir, 'cooperatives', 'lumo.json'), JSON.stringify(LUMO));
    // However busy the machine is, who races is told of places and not of the machine.
    const env = {
      OWNER_TIMEOUT_MS: '60000',
      LEASE_MS: '70000',
      ANSWER_WITHIN_MS: '90000',
      MUTATION_DEADLINE_MS: '100000',
    };
    network = spawnNetwork({ args: ['--network', dir, '--memory'], env });
    await network.ready;
  });
  afterAll(async () => {
    await network.stop();
    rmSync(dir, { recursive: true });
  });

  it('show through the gateway when a service can be booked, and why not', async () => {
    const { data } = await ask<{ service: { availability: Day[] } }>(
      gateway(),
      `{ service(id: "karhu:siivous") { availability(from: "2027-03-22", to: "2027-03-29", minutes: 180) {
        date status holiday(language: "fi") { text } freeMinutes starts { time places }
      } } }`,
    );
    const [monday, tuesday, wednesday, , friday, saturday, sunday, easterMonday] =
      data.service.availability;

    expect(monday).toMatchObject({ date: '2027-03-22', status: 'TOO_SOON' });
    expect(tuesday?.starts.map(({ places }) => places)).toEqual(Array(9).fill(2));
    expect(tuesday?.starts[0]?.time).toBe('2027-03-23T07:00:00.000Z');
    expect(wednesday?.freeMinutes).toBe(480);
    expect(wednesday?.starts.map(({ places }) => places)).toEqual([
      ...[1, 1, 1, 1, 1],
      ...[2, 2, 2, 2, 2, 2],
    ]);
    expect(friday).toMatchObject({
      status: 'PUBLIC_HOLIDAY',
      holiday: { text: 'pitkäperjantai' },
    });
    expect(saturday).toMatchObject({ status: 'CLOSED', holiday: null });
    expect([sunday?.status, easterMonday?.status]).toEqual(['PUBLIC_HOLIDAY', 'PUBLIC_HOLIDAY']);
  });

  it('go to exactly as many of two hundred racing clients as there are places', async () => {
    const leg = { serviceId: 'karhu:talkoot', start: '2027-03-23T08:00:00Z', minutes: 60 };
    const race = async (client: number) => {
      const input = orderOf(`racer ${client}`, leg);
      const { data } = await ask<Partial<Placed>>(gateway(), PLACE, { input });
      return data.placeOrder ?? null;
    };

    // A machine that is slow enough answers some too late, or that it is not decided yet: they ask again.
    const placed = await Promise.all(
      Array.from({ length: 200 }, (_none, index) =>
        eventually(
          () => race(index),
          (answer) =>
            answer !== null &&
            answer.order?.state !== 'PENDING' &&
            !answer.userErrors.some(({ retry }) => retry),
          units(1_000),
        ),
      ),
    );

    const refusals = placed.flatMap((answer) => (answer?.order ? [] : (answer?.userErrors ?? [])));
    const states = placed.map((answer) => answer?.order?.state ?? answer?.userErrors[0]?.code);
    expect(states.filter((state) => state === 'CONFIRMED')).toHaveLength(PLACES);
    const others = states.filter((state) => state !== 'CONFIRMED');
    expect(others.filter((state) => state !== 'SLOT_TAKEN' && state !== 'FAILED')).toEqual([]);
    expect(refusals.every(({ alternatives }) => alternatives.length === 3)).toBe(true);
  });

  it('narrow a search by what the catalogue has copied', async () => {
    const search = `query ($minutes: Int!) {
      catalogue(search: { available: { from: "2027-03-23", to: "2027-03-23", minutes: $minutes } }) {
        edges { node { id } }
      }
    }`;
    const found = (minutes: number) =>
      ask<{ catalogue: { edges: { node: { id: string } }[] } }>(gateway(), search, { minutes });

    const short = await found(60);
    const long = await found(8 * 60);
    const tooLong = await found(8 * 60 + 15);

    const ids = ({ data }: typeof short) => data.catalogue.edges.map(({ node }) => node.id).sort();
    // The cleaning is for two hours at least; the crew is taken from ten to eleven.
    expect(ids(short)).toEqual(['karhu:talkoot', 'lumo:kuljetus']);
    expect(ids(long)).toContain('lumo:kuljetus');
    expect(ids(tooLong)).toEqual([]);
  });

  it('are seen by calendar programs as busy time without a name', async () => {
    const url = `${gateway() ?? ''}/cooperatives/karhu/busy.ics?resource=crew`;
    const response = await fetch(url);
    const text = await response.text();

    expect(response.headers.get('content-type')).toContain('text/calendar');
    expect(text).toContain('DTSTART:20270323T080000Z');
    expect(text).not.toMatch(/SUMMARY|Porin/);
  });

  it('stand whole over two cooperatives or not at all', async () => {
    const cleaning = { serviceId: 'karhu:siivous', start: '2027-03-25T07:00:00Z', minutes: 120 };
    const transport = { serviceId: 'lumo:kuljetus', start: '2027-03-25T10:00:00Z', minutes: 60 };
    const joint = await ask<Placed>(gateway(), PLACE, {
      input: orderOf('joint', cleaning, transport),
    });
    const halfTaken = await ask<Placed>(gateway(), PLACE, {
      input: orderOf('half taken', { ...cleaning, quantity: 1 }, transport),
    });
    // What the failed order held is given back behind the answer.
    const free = await eventually(
      () =>
        ask<{ service: { availability: Day[] } }>(
          gateway(),
          `{ service(id: "karhu:siivous") { availability(from: "2027-03-25", to: "2027-03-25", minutes: 120) {
            starts { time places }
          } } }`,
        ),
      ({ data }) => data.service.availability[0]?.starts[0]?.places === 1,
    );

    expect(joint.data.placeOrder.order?.total).toEqual([{ amount: '105.42', currency: 'EUR' }]);
    expect(halfTaken.data.placeOrder).toMatchObject({
      order: null,
      secret: null,
      userErrors: [{ code: 'SLOT_TAKEN' }],
    });
    // One of the two workers is free still: nothing is left of the order that failed.
    expect(free.data.service.availability[0]?.starts[0]?.time).toBe('2027-03-25T06:00:00.000Z');
  });

  if (!canFindProcesses) process.stderr.write('Skipped: finding processes to kill needs /proc.\n');

  (canFindProcesses ? it : it.skip)(
    'are shown as last known while their owner and the catalogue are dead',
    async () => {
      const leg = { serviceId: 'lumo:kuljetus', start: '2027-03-30T07:00:00Z', minutes: 60 };
      const made = await ask<Placed>(gateway(), PLACE, { input: orderOf('seen', leg) });
      const { order, secret } = made.data.placeOrder;
      const read = () => ask<OrderAnswer>(gateway(), ORDER, { id: order?.id, secret });
      const owner = network.nextReady('lumo');
      process.kill(pidOf(network, 'lumo'), 'SIGKILL');
      const ownerDead = await read();
      await owner;
      const catalogue = network.nextReady('catalogue');
      process.kill(pidOf(network, 'catalogue'), 'SIGKILL');
      const catalogueDead = await read();
      await catalogue;
      const well = await eventually(read, ({ data }) => data.order?.legs[0]?.service !== null);

      expect(ownerDead.data.order?.legs[0]).toMatchObject({
        title: { text: 'Kuljetukset' },
        service: { title: { text: 'Kuljetukset' } },
        start: '2027-03-30T07:00:00.000Z',
        state: 'CONFIRMED',
        bookings: null,
      });
      expect(catalogueDead.data.order?.legs[0]).toMatchObject({
        title: { text: 'Kuljetukset' },
        service: null,
        state: 'CONFIRMED',
        bookings: [{ state: 'CONFIRMED' }],
      });
      expect(well.data.order?.state).toBe('CONFIRMED');
    },
  );
});
