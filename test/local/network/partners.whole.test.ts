import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rmSync } from 'node:fs';
import { cooperativeFile } from '../../cooperative/support.js';
import { ask } from '../../support/ask.js';
import { businessIdFor } from '../../support/business-id.js';
import { eventually } from '../../support/eventually.js';
import { FakeCooperative } from '../../support/fakes/cooperative.js';
import { writeNetwork } from '../../support/networks/network-folder.js';
import { startNetwork, type NetworkProcess } from '../../support/networks/network-process.js';

const PHONE = '+358 2 000 0301';
const FORM = 'bookable notBookableBecause booking { minMinutes openingHours { weekday } }';
const LEG = { start: '2027-03-23T07:00:00Z', minutes: 60 };

interface Edge {
  readonly node: { readonly id: string };
}

describe('a network with partners of their own systems', () => {
  let network: NetworkProcess;
  let folder: string;
  /** Its cooperative is called. */
  let tuki: FakeCooperative;
  /** Answers the contract of the last release. */
  let lumo: FakeCooperative;

  beforeAll(async () => {
    tuki = await FakeCooperative.start('tuki');
    tuki.takesBookings = false;
    tuki.putProfile({ contact: { email: null, phone: PHONE, url: null } });
    tuki.publish('siivous');
    lumo = await FakeCooperative.start('lumo');
    lumo.behaviour = { kind: 'older', status: 400, of: 'release' };
    lumo.publish('siivous');
    const others = ['tuki', 'lumo'].map((id) =>
      cooperativeFile({ id, name: `Osuuskunta ${id}`, businessId: businessIdFor(id) }),
    );
    folder = writeNetwork({}, [cooperativeFile(), ...others]);
    const endpoints = [tuki, lumo].flatMap(({ id, url }) => ['--endpoint', `${id}=${url}`]);
    network = await startNetwork({ args: ['--network', folder, '--memory', ...endpoints] });
    await eventually(
      () => ask<{ service: { bookable: boolean | null } | null }>(gateway(), form('tuki')),
      ({ data }) => data.service?.bookable === false,
    );
  });
  afterAll(async () => {
    await network.stop();
    await tuki.close();
    await lumo.close();
    rmSync(folder, { recursive: true });
  });

  const gateway = (): string => network.urlByName.get('gateway') ?? '';
  const form = (id: string): string => `{ service(id: "${id}:siivous") { ${FORM} } }`;

  it('goes on with an endpoint of the last release', async () => {
    const { data, errors } = await ask<{ service: object; cooperative: object }>(
      gateway(),
      `{ service(id: "lumo:siivous") { ${FORM} title { text } }
        cooperative(id: "lumo") { status address { street } logo { url } description { text } } }`,
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      service: {
        ...{ bookable: true, notBookableBecause: null, booking: null },
        title: { text: 'Siivouspalvelut' },
      },
      cooperative: { status: 'ACTIVE', address: null, logo: null, description: null },
    });
  });

  it('lists who is called as it does everybody, and says so of what they offer', async () => {
    const { data, errors } = await ask<{ service: object; cooperative: object }>(
      gateway(),
      `{ service(id: "tuki:siivous") { ${FORM} } cooperative(id: "tuki") { status statusReason }
        catalogue { sources { cooperative { id } state } } }`,
    );

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      service: { bookable: false, notBookableBecause: 'PHONE_ONLY' },
      cooperative: { status: 'ACTIVE', statusReason: null },
      catalogue: {
        sources: ['karhu', 'lumo', 'tuki'].map((id) => ({ cooperative: { id }, state: 'FRESH' })),
      },
    });
  });

  it('says whom to call, and refuses an order at once', async () => {
    const call = `tuki takes no bookings over the network: call ${PHONE}.`;
    const need = { cpv: ['90910000'], municipality: 'FI-609', ...LEG };
    const { data } = await ask<{ whoCanTake: { notAnswering: Edge['node'][] } }>(
      gateway(),
      `query ($need: WorkNeedInput!) { whoCanTake(need: $need) { notAnswering { id }
        candidates { cooperative { id contact { phone } } answer reason message } } }`,
      { need },
    );
    expect(data.whoCanTake.notAnswering.map(({ id }) => id)).not.toContain('tuki');
    expect(data.whoCanTake).toMatchObject({
      candidates: expect.arrayContaining([
        {
          cooperative: { id: 'tuki', contact: { phone: PHONE } },
          ...{ answer: 'CALL', reason: 'PHONE_ONLY', message: call },
        },
      ]),
    });

    const buyer = { name: 'Anna Virtanen', municipality: 'FI-609', phone: '+358 40 123 4567' };
    const legs = [{ serviceId: 'tuki:siivous', ...LEG }];
    const placed = await ask<{ placeOrder: object }>(
      gateway(),
      `mutation ($input: HoldOrderInput!) { placeOrder(input: $input) {
        order { id } userErrors { code message field } } }`,
      { input: { idempotencyKey: 'at once', channel: 'WEB', buyer, legs } },
    );
    expect(placed.data.placeOrder).toEqual({
      order: null,
      userErrors: [{ code: 'PHONE_ONLY', message: call, field: ['legs', '0', 'serviceId'] }],
    });
  });

  it('gives a site several services, and what to remove', async () => {
    const UPDATED = `query ($after: String) { catalogue(sort: UPDATED, first: 100, after: $after, withUnlisted: true) {
      edges { node { id } } unlisted { id because } pageInfo { endCursor } } }`;
    interface Walked {
      readonly catalogue: {
        readonly edges: readonly Edge[];
        readonly unlisted: readonly object[];
        readonly pageInfo: { readonly endCursor: string | null };
      };
    }
    const ids = ['tuki:siivous', 'none:siivous', 'karhu:siivous'];
    const { data } = await ask<{ services: object[] }>(
      gateway(),
      'query ($ids: [ID!]!) { services(ids: $ids) { id published } }',
      { ids },
    );
    expect(data.services).toMatchObject([{ id: ids[0] }, null, { id: ids[2], published: true }]);
    const first = await ask<Walked>(gateway(), UPDATED, { after: null });
    const after = first.data.catalogue.pageInfo.endCursor;
    lumo.withdraw('siivous');

    const later = await eventually(
      () => ask<Walked>(gateway(), UPDATED, { after }),
      (answer) => answer.data.catalogue.unlisted.length > 0,
    );

    expect(first.data.catalogue.unlisted).toEqual([]);
    expect(first.data.catalogue.edges).toHaveLength(3);
    expect(later.data.catalogue).toMatchObject({
      edges: [],
      unlisted: [{ id: 'lumo:siivous', because: 'WITHDRAWN' }],
    });
  });
});
