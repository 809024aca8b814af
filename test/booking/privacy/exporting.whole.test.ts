import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Asker } from '../../../subgraphs/shared/identity/policy/rule.js';
import { PUBLIC, withRoles } from '../../shared/identity/policy/askers.js';
import { ANNA, startBookedAnna, type BookedAnna } from './support.js';

const EXPORT = `mutation ($input: ExportPersonInput!) { exportPerson(input: $input) {
  records { kind id fields { name value } } missing { cooperative { id } reason } userErrors { code field }
} }`;
const AUDIT = `query ($record: ID) { auditEntries(from: "2020-01-01T00:00:00Z", record: $record) {
  edges { node { at act record fields process subject roles { role organisation } } }
} }`;
const COORDINATOR = withRoles('COORDINATOR');
const AUDITOR = withRoles('AUDITOR');

interface Exported {
  readonly exportPerson: {
    readonly records: readonly {
      readonly kind: string;
      readonly id: string;
      readonly fields: readonly { readonly name: string; readonly value: string }[];
    }[];
    readonly missing: readonly object[];
    readonly userErrors: readonly object[];
  } | null;
}

interface Audited {
  readonly auditEntries: {
    readonly edges: readonly {
      readonly node: { readonly act: string; readonly record: string; readonly fields: string[] };
    }[];
  } | null;
}

let network: BookedAnna;
beforeAll(async () => {
  network = await startBookedAnna();
});
beforeEach(() => network.forgetAll());
afterAll(() => network.close());

const exported = async (input: object, asker: Asker = COORDINATOR) => {
  const { data, errors } = await network.ask<Exported>(asker, EXPORT, { input });
  const answer = data?.exportPerson ?? null;
  return {
    ...{ answer, codes: errors?.map(({ extensions }) => extensions.code) },
    records: answer?.records.map(({ kind, id, fields }) => [
      kind,
      id,
      Object.fromEntries(fields.map(({ name, value }) => [name, value])),
    ]),
  };
};

describe('exportPerson', () => {
  it('gives all that is stored of a person, here and at cooperatives, and of nobody else', async () => {
    const { id } = await network.order();
    await network.order({ name: 'Pentti', email: null, phone: '+358 50 765 4321' }, 8);

    const { answer, records } = await exported({ email: ANNA.email, phone: ANNA.phone });

    const customer = { name: 'Anna Virtanen', ...ANNA, municipality: 'FI-609' };
    expect(answer).toMatchObject({ missing: [], userErrors: [] });
    expect(records).toEqual([
      ['ORDER', id, customer],
      [
        'MEMBER',
        'karhu:m1',
        { name: 'Anna', email: ANNA.email.toLowerCase(), phone: '040 1234567', languages: 'fi' },
      ],
      ['BOOKING', expect.stringMatching(/^karhu:/), customer],
      ['CONTACT', 'karhu', { email: ANNA.email }],
    ]);
  });

  it('says who could not be asked', async () => {
    await network.register({ id: 'lumo', status: 'PAUSED' });

    const { answer } = await exported({ email: ANNA.email });

    expect(answer?.missing).toEqual([{ cooperative: { id: 'lumo' }, reason: 'is paused' }]);
    network.owners.registry.remove('lumo');
  });

  it('gives one order to who has its secret', async () => {
    const { id, secret } = await network.order();
    await network.order({}, 8);

    const { records } = await exported({ orderId: id, secret }, PUBLIC);

    expect(records?.map(([kind, of]) => [kind, of])).toEqual([
      ['ORDER', id],
      ['BOOKING', expect.stringMatching(/^karhu:/)],
    ]);
  });

  it('gives what a cooperative has to its staff', async () => {
    await network.order();
    const input = { email: ANNA.email, cooperative: 'karhu' };

    const { records } = await exported(input, withRoles('STAFF karhu'));

    expect(records?.map(([kind]) => kind)).toEqual(['MEMBER', 'BOOKING', 'CONTACT']);
  });

  it.each([
    ['the public', PUBLIC, {}],
    ['the public with another secret', PUBLIC, { secret: 'A'.repeat(22) }],
    ['a member', withRoles('MEMBER karhu'), {}],
    ['staff', withRoles('STAFF karhu'), {}],
    ['the auditor', AUDITOR, {}],
  ])('gives nothing to %s', async (_who, asker, more) => {
    const { id: orderId } = await network.order();

    const { answer, codes } = await exported({ orderId, ...more }, asker);

    expect([answer, codes]).toEqual([null, ['FORBIDDEN']]);
  });
});

describe('the audit log of orders and requests', () => {
  const audited = async (asker: Asker, record: string | null = null) => {
    const { data, errors } = await network.ask<Audited>(asker, AUDIT, { record });
    const nodes = data?.auditEntries?.edges.map(({ node }) => node);
    return { nodes, codes: errors?.map(({ extensions }) => extensions.code) };
  };

  it('has who made an order, who read its buyer, and who gave it out', async () => {
    const { id, secret } = await network.order();
    const read =
      'query ($id: ID!, $secret: String) { order(id: $id, secret: $secret) { buyer { email } } }';
    await network.ask(COORDINATOR, read, { id, secret });
    await exported({ email: ANNA.email });

    const { nodes } = await audited(AUDITOR, id);

    const by = { process: 'gateway', roles: [{ role: 'COORDINATOR', organisation: null }] };
    expect(nodes).toHaveLength(3);
    expect(nodes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ act: 'CHANGED', fields: ['buyer'], roles: [] }),
        expect.objectContaining({ act: 'READ', fields: ['buyer'], ...by }),
        expect.objectContaining({
          ...{ act: 'EXPORTED', fields: ['name', 'municipality', 'email', 'phone'], ...by },
          subject: expect.stringMatching(/^[\w-]{43}$/),
        }),
      ]),
    );
    expect(JSON.stringify(nodes)).not.toMatch(/\banna|1234567/i);
  });

  it.each([
    ['the public', PUBLIC, 'UNAUTHENTICATED'],
    ['the coordinator', COORDINATOR, 'FORBIDDEN'],
    ['staff', withRoles('STAFF karhu'), 'FORBIDDEN'],
  ])('is not for %s', async (_who, asker, code) => {
    expect((await audited(asker)).codes).toEqual([code]);
  });
});
