import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRecord } from '../../../subgraphs/procurement/records/open-record.js';
import type { Asker } from '../../../subgraphs/shared/identity/policy/rule.js';
import { expected, ofEach, PEOPLE } from '../../booking/access/people.js';
import { publicKeyOf } from '../../support/fakes/hub-keys.js';
import { NEED, NOW, paavo, quido, SEARCH, type Found } from '../pori.js';
import { startProcurement, type ProcurementNetwork } from '../search/procurement-network.js';

const SHOWN = `id cooperative { id } evidence { scheme issuer number validTo disadvantagedShare } isDeclared
  document reference verifiedAt verifiedBy withdrawal { at by reason }`;
const PAYLOAD = `verification { ${SHOWN} } userErrors { code field }`;
const VERIFY = `mutation ($input: VerifyEvidenceInput!) { verifyEvidence(input: $input) { ${PAYLOAD} } }`;
const WITHDRAW = `mutation ($input: WithdrawVerificationInput!) { withdrawVerification(input: $input) { ${PAYLOAD} } }`;
const LIST = `{ evidenceVerifications(cooperativeId: "paavo") { edges { node { ${SHOWN} } cursor } pageInfo { hasNextPage } } }`;
const SAVE = `mutation ($input: SaveSupplierSearchInput!) { saveSupplierSearch(input: $input) {
  record { id jws csv: export(format: CSV) html: export(format: HTML, language: "en") } } }`;
const READ = `query ($id: ID!) { searchRecord(id: $id) { result { suppliers { cooperative { id }
  verified { verificationId evidence { number disadvantagedShare } verifiedAt document } } } } }`;

const EVIDENCE = {
  ...{ scheme: 'WISE', issuer: 'Työministeriö', number: 'paavo-1' },
  ...{ validTo: '2027-12-31', disadvantagedShare: 0.4 },
};
const INPUT = {
  ...{ idempotencyKey: 'a key', cooperativeId: 'paavo', evidence: EVIDENCE },
  ...{ document: 'REGISTER_EXTRACT', reference: 'Rekisteriote 30.4.2027' },
};

interface Payload {
  readonly verification: { readonly id: string; readonly verifiedBy: string } | null;
  readonly userErrors: readonly object[];
}

describe('verified evidence', () => {
  let network: ProcurementNetwork;
  beforeAll(async () => {
    network = await startProcurement([{ file: paavo }, { file: quido }]);
  });
  afterAll(() => network.close());

  const ask = <Data>(query: string, variables: object, { caller }: Asker) =>
    network.ask<Data>(query, variables, caller ?? undefined);
  const send = async (query: string, input: object, asker: Asker = PEOPLE.coordinator) => {
    const { data, errors } = await ask<Record<string, Payload | null>>(query, { input }, asker);
    const [payload = null] = Object.values(data);
    return { payload, code: errors?.[0]?.extensions['code'] ?? null };
  };
  const found = async () => {
    const { data } = await network.ask<Found>(SEARCH, { need: NEED });
    return (data.supplierSearch?.suppliers ?? []).map(({ cooperative, warnings, verified }) => ({
      id: cooperative.id,
      warned: warnings.map(({ code }) => code),
      verified,
    }));
  };

  it('is noted and withdrawn by the coordinator, and read by the auditor too', async () => {
    const other = { ...INPUT, evidence: { ...EVIDENCE, number: 'none' } };
    const signedIn = expected<unknown>('FORBIDDEN', { public: 'UNAUTHENTICATED' });
    const codes = (query: string, input: object) =>
      ofEach(async (asker) => (await send(query, input, asker)).code);
    const refused = { ...signedIn, coordinator: null };

    expect(await codes(VERIFY, other)).toEqual(refused);
    expect(await codes(WITHDRAW, { verificationId: 'none', reason: 'x' })).toEqual(refused);
    expect(await ofEach(async (asker) => (await send(LIST, {}, asker)).code)).toEqual({
      ...{ ...refused, auditor: null },
    });
  });

  it('is no longer the cooperative’s word alone to whoever searches, until it is withdrawn', async () => {
    const { payload } = await send(VERIFY, INPUT);
    const id = payload?.verification?.id ?? '';

    expect(payload).toMatchObject({
      verification: {
        ...{ cooperative: { id: 'paavo' }, evidence: EVIDENCE, isDeclared: true },
        ...{ document: 'REGISTER_EXTRACT', reference: 'Rekisteriote 30.4.2027' },
        ...{ verifiedAt: new Date(NOW).toISOString(), withdrawal: null },
      },
      userErrors: [],
    });
    expect(payload?.verification?.verifiedBy).toMatch(/^gateway \S+$/);
    const { issuer: _issuer, ...shown } = EVIDENCE;
    const entry = { verificationId: id, document: 'REGISTER_EXTRACT' };
    const verified = [{ ...entry, evidence: shown, verifiedAt: new Date(NOW).toISOString() }];
    expect(await found()).toEqual([
      { id: 'paavo', warned: [], verified },
      { id: 'quido', warned: ['EVIDENCE_EXPIRES_IN_PERIOD', 'SELF_DECLARED_ONLY'], verified: [] },
    ]);

    const input = { idempotencyKey: 'of the officer', need: NEED };
    const saved = await ask<{ saveSupplierSearch: { record: Record<string, string> } }>(
      ...([SAVE, { input }, PEOPLE.officer] as const),
    );
    const { record } = saved.data.saveSupplierSearch;
    await send(WITHDRAW, { verificationId: id, reason: 'Ote oli toisen' });

    expect((await found())[0]).toMatchObject({ warned: ['SELF_DECLARED_ONLY'], verified: [] });
    const list = await ask<{ evidenceVerifications: { edges: object[] } }>(
      ...([LIST, {}, PEOPLE.auditor] as const),
    );
    expect(list.data.evidenceVerifications.edges).toMatchObject([
      { node: { id, isDeclared: true, withdrawal: { reason: 'Ote oli toisen' } } },
    ]);
    // What was so when the search was kept is so in it for ever.
    const read = await ask<object>(READ, { id: record['id'] }, PEOPLE.officer);
    expect(read.data).toMatchObject({
      searchRecord: { result: { suppliers: [{ verified: [entry] }, { verified: [] }] } },
    });
    const opened = await openRecord(record['jws'] ?? '', [publicKeyOf('procurement')]);
    expect(opened).toMatchObject({
      record: {
        result: {
          suppliers: [
            { verified: [{ verification: id, number: 'paavo-1', disadvantagedShare: '0.4' }] },
            { verified: [] },
          ],
        },
      },
    });
    expect(record['csv']).toContain('WISE issuer=Työministeriö number=paavo-1');
    expect(record['html']).toContain('verified by the coordinator on 3 May 2027');
  });
});
