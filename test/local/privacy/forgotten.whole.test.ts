import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../../support/eventually.js';
import { canFindProcesses, pidOf } from '../../support/networks/pid-of.js';
import { units } from '../../support/unit.js';
import { MARKED, MARKER, startMarkedNetwork, type MarkedNetwork } from './marked-network.js';

const PLACE = `mutation ($input: HoldOrderInput!) { placeOrder(input: $input) {
  order { id state buyer { name } } secret userErrors { code message }
} }`;
const REQUEST = `mutation ($input: CreateRequestInput!) { createRequest(input: $input) {
  request { id state } userErrors { code message }
} }`;
const ERASE = `mutation ($input: ErasePersonInput!) { erasePerson(input: $input) {
  isDoneHere missing { cooperative { id } reason } userErrors { code message }
} }`;
const EXPORT = `mutation ($input: ExportPersonInput!) { exportPerson(input: $input) {
  records { kind id } missing { cooperative { id } } userErrors { code message }
} }`;
const AUDIT = `{ auditEntries(from: "2020-01-01T00:00:00Z") {
  edges { node { act record fields process subject } }
} }`;
const PAGE = `{ cooperatives { edges { node { id name members { edges { node { id name email phone } } } } } } }`;
const CONTACTS = '{ cooperatives { edges { node { id contact { email phone } } } } }';
const BUYER = { ...MARKED, municipality: 'FI-609' };

interface Erased {
  readonly isDoneHere: boolean;
  readonly missing: readonly { readonly cooperative: { readonly id: string } }[];
}

let marked: MarkedNetwork;
beforeAll(async () => {
  marked = await startMarkedNetwork();
});
afterAll(() => marked.close());

const place = (buyer: object = BUYER, hour = 7) =>
  marked.ask('gateway', null, PLACE, {
    input: {
      ...{ idempotencyKey: randomUUID(), channel: 'PHONE', buyer },
      legs: ['karhu', 'lumo'].map((id) => ({
        serviceId: `${id}:siivous`,
        ...{ start: `2027-03-22T0${hour}:00:00Z`, minutes: 60 },
      })),
    },
  });
const request = (caller: object = BUYER) =>
  marked.ask('gateway', null, REQUEST, {
    input: {
      ...{
        idempotencyKey: randomUUID(),
        channel: 'PHONE',
        caller,
        what: 'Merkki pyytää siivousta',
      },
      ...{ cpv: ['90910000'], municipality: 'FI-609', start: '2027-03-23T07:00:00Z', minutes: 60 },
    },
  });

describe('what leaves the processes of a network', () => {
  it('has nothing personal: logs at their longest, headers, public pages, errors, audit logs', async () => {
    const answers = [
      await place(),
      // Its place is taken.
      await place(),
      await place({ ...BUYER, email: 'planttu' }),
      await place({ ...BUYER, phone: 'merkki' }),
      await place({ ...BUYER, name: 'Merkki'.repeat(1_000) }),
      await request(),
      await request({ ...BUYER, email: 'merkki' }),
      await marked.ask('booking', 'COORDINATOR', EXPORT, { input: { email: MARKED.email } }),
      await marked.ask('booking', 'COORDINATOR', EXPORT, { input: { email: 'planttu' } }),
      await marked.ask('booking', 'COORDINATOR', EXPORT, { input: { phone: '9876543' } }),
      await marked.ask('booking', 'AUDITOR', AUDIT),
      await marked.ask('gateway', null, PAGE),
      await marked.ask('gateway', null, PAGE),
    ];

    expect(answers[0]?.json.data).toMatchObject({ placeOrder: { order: { state: 'CONFIRMED' } } });
    // What the buyer is told of the own order is the one place.
    expect(answers[0]?.text).toMatch(MARKER);
    const texts = answers.slice(1).map(({ text }) => text);
    expect(texts.filter((text) => MARKER.test(text))).toEqual([]);
    expect(answers.map(({ headers }) => headers).filter((text) => MARKER.test(text))).toEqual([]);
    expect(marked.network.complaint()).not.toBe('');
    expect(
      marked.network
        .complaint()
        .split('\n')
        .filter((line) => MARKER.test(line)),
    ).toEqual([]);
  });
});

if (!canFindProcesses) process.stderr.write('Skipped: finding processes to stop needs /proc.\n');

(canFindProcesses ? describe : describe.skip)('a person of a network', () => {
  it('is forgotten by a cooperative that is down as soon as it comes back', async () => {
    await place(BUYER, 8);
    expect((await marked.ask('gateway', null, CONTACTS)).text).toMatch(MARKER);
    const erase = async (idempotencyKey: string): Promise<Erased> => {
      const input = { idempotencyKey, email: MARKED.email, phone: MARKED.phone };
      const { json } = await marked.ask('booking', 'COORDINATOR', ERASE, { input });
      return json.data?.['erasePerson'] as Erased;
    };
    const key = randomUUID();
    const lumo = pidOf(marked.network, 'lumo');
    process.kill(lumo, 'SIGSTOP');
    const first = await erase(key);
    process.kill(lumo, 'SIGCONT');

    const last = await eventually(
      () => erase(key),
      ({ missing }) => missing.length === 0,
      units(2_000),
    );

    expect(first).toMatchObject({ isDoneHere: true, missing: [{ cooperative: { id: 'lumo' } }] });
    expect(last.isDoneHere).toBe(true);
    await eventually(
      async () => (await marked.ask('gateway', null, CONTACTS)).text,
      (text) => !MARKER.test(text),
      units(50),
    );
    const left = await marked.ask('booking', 'COORDINATOR', EXPORT, {
      input: { email: MARKED.email, phone: MARKED.phone },
    });
    expect(left.json.data?.['exportPerson']).toEqual({ records: [], missing: [], userErrors: [] });
  });
});
