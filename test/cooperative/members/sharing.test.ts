import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Asker } from '../../../subgraphs/shared/identity/policy/rule.js';
import { PUBLIC, withRoles } from '../../shared/identity/policy/askers.js';
import { verifierOf } from '../../support/fakes/hub-keys.js';
import { cooperativeFile, startCooperative, type RunningCooperative } from '../support.js';
import { askKarhu } from './asking.js';

const SHARE = `mutation ($input: UpdateMemberSharingInput!) {
  updateMemberSharing(input: $input) { member { id name email phone } userErrors { code field } }
}`;
const MEMBERS = `{ _entities(representations: [{ __typename: "Member", id: "karhu:m1" }]) {
  ... on Member { name email phone languages }
} }`;
const AUDIT = `query ($record: ID, $from: DateTime!) {
  _entities(representations: [{ __typename: "Cooperative", id: "karhu" }]) {
    ... on Cooperative { auditEntries(from: $from, record: $record) {
      edges { node { at act record fields process subject roles { role organisation } } }
    } }
  }
}`;
interface AuditEntries {
  readonly edges: readonly {
    readonly node: { readonly act: string; readonly fields: string[]; readonly roles: object[] };
  }[];
}

const STAFF = withRoles('STAFF karhu');
const LONG_AGO = { from: '2020-01-01T00:00:00Z' };

let karhu: RunningCooperative;
beforeAll(async () => {
  karhu = await startCooperative({ verifier: verifierOf('karhu') });
});
beforeEach(async () => {
  const m1 = { id: 'm1', name: 'Aino', email: 'aino@example.org', phone: '+358 40 1234567' };
  await karhu.import(
    cooperativeFile({ members: [{ ...m1, languages: ['fi'], public: ['name'] }] }),
  );
});
afterAll(() => karhu.close());

const share = (fields: readonly string[], asker: Asker = STAFF, id = 'karhu:m1') =>
  askKarhu(karhu.url, asker, SHARE, { input: { id, fields } });
const shown = async (): Promise<unknown> =>
  (await askKarhu(karhu.url, PUBLIC, MEMBERS)).data?.['_entities'];
const audited = async (asker: Asker, record: string | null = null) =>
  askKarhu(karhu.url, asker, AUDIT, { ...LONG_AGO, record });

describe('updateMemberSharing', () => {
  it('opens the fields that it names at once, and no others', async () => {
    const { data } = await share(['PHONE', 'LANGUAGES']);

    expect(data?.['updateMemberSharing']).toMatchObject({ userErrors: [] });
    expect(await shown()).toEqual([
      { name: null, email: null, phone: '+358 40 1234567', languages: ['fi'] },
    ]);
    await share([]);
    expect(await shown()).toEqual([{ name: null, email: null, phone: null, languages: null }]);
  });

  it.each([
    ['the public', PUBLIC, 'UNAUTHENTICATED'],
    ['another cooperative’s staff', withRoles('STAFF lumo'), 'FORBIDDEN'],
    ['the coordinator', withRoles('COORDINATOR'), 'FORBIDDEN'],
    ['a household', withRoles('HOUSEHOLD'), 'FORBIDDEN'],
    ['the auditor', withRoles('AUDITOR'), 'FORBIDDEN'],
  ])('is not for %s', async (_name, asker, code) => {
    const { data, errors } = await share(['EMAIL'], asker);

    expect(data?.['updateMemberSharing']).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
    expect(await shown()).toMatchObject([{ name: 'Aino', email: null }]);
  });

  it('is for the member, and not for another', async () => {
    const member = (id: string): Asker => {
      const grants = [{ role: 'MEMBER', organisation: 'karhu', member: id }] as const;
      return {
        ...PUBLIC,
        caller: { issuer: 'https://id.example', subject: id, name: null, grants },
      };
    };

    expect((await share(['EMAIL'], member('m1'))).errors).toBeUndefined();
    expect((await share([], member('m2'))).errors).toMatchObject([
      { extensions: { code: 'FORBIDDEN' } },
    ]);
    expect(await shown()).toMatchObject([{ name: null, email: 'aino@example.org' }]);
  });

  it.each([
    ['karhu:m9', 'NOT_FOUND'],
    ['lumo:m1', 'FORBIDDEN'],
  ])('finds no member %s', async (id, code) => {
    const { data } = await share(['EMAIL'], STAFF, id);

    expect(data?.['updateMemberSharing']).toEqual({
      member: null,
      userErrors: [{ code, field: ['id'] }],
    });
  });
});

describe('the audit log of a cooperative', () => {
  it('has who changed what may be read of a member, before the change is answered', async () => {
    await share(['EMAIL']);

    const { data } = await audited(withRoles('AUDITOR'), 'karhu:m1');

    expect(data).toMatchObject({
      _entities: [
        {
          auditEntries: {
            edges: expect.arrayContaining([
              {
                node: {
                  ...{ at: '2026-11-23T10:00:00.000Z', act: 'CHANGED', record: 'karhu:m1' },
                  ...{ fields: ['public'], process: 'gateway' },
                  subject: expect.stringMatching(/^[\w-]{43}$/),
                  roles: [{ role: 'STAFF', organisation: 'karhu' }],
                },
              },
            ]),
          },
        },
      ],
    });
  });

  it('has what the staff read, and nothing of what a member has opened to everybody', async () => {
    await share(['NAME', 'LANGUAGES']);
    await shown();
    await askKarhu(karhu.url, STAFF, MEMBERS);

    const { data } = await audited(withRoles('AUDITOR'), 'karhu:m1');

    const [{ auditEntries }] = data?.['_entities'] as [{ auditEntries: AuditEntries }];
    const read = auditEntries.edges.map(({ node }) => node).filter(({ act }) => act === 'READ');
    expect(read.filter(({ roles }) => roles.length === 0)).toEqual([]);
    expect(read).toContainEqual(
      expect.objectContaining({
        fields: ['email', 'phone'],
        roles: [{ role: 'STAFF', organisation: 'karhu' }],
      }),
    );
  });

  it.each([
    ['the public', PUBLIC, 'UNAUTHENTICATED'],
    ['its staff', STAFF, 'FORBIDDEN'],
    ['the coordinator', withRoles('COORDINATOR'), 'FORBIDDEN'],
  ])('is not for %s', async (_name, asker, code) => {
    const { data, errors } = await audited(asker);

    expect(data).toEqual({ _entities: [{ auditEntries: null }] });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
  });
});
