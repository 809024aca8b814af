import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRecord } from '../../../subgraphs/procurement/records/open-record.js';
import type { Caller, Role } from '../../../subgraphs/shared/identity/caller.js';
import { sendJson, type Behaviour } from '../../support/fakes/endpoint.js';
import { publicKeyOf } from '../../support/fakes/hub-keys.js';
import { NEED, quido, risto } from '../pori.js';
import { startProcurement, type ProcurementNetwork } from '../search/procurement-network.js';

const PORI = '0137323-9';
const LINKOPING = '212000-0449';
const FIELDS = `id at organisationId organisationName title ocid continues hash jws
  withdrawnLots { id } estimatedValue { amount currency }
  need { from lots { id minutesPerDay municipality certifications { scheme } } }
  result { at complete joint { coveredMinutes } lots { lotId offers { service { id } } } suppliers { cooperative { id } eligible }
    notAnswering { id } }
  answers { cooperative { id } at hash reason { code } }`;
const SAVE = `mutation ($input: SaveSupplierSearchInput!) { saveSupplierSearch(input: $input) {
  record { ${FIELDS} } userErrors { code field message } } }`;
const READ = `query ($id: ID!) { searchRecord(id: $id) { ${FIELDS} } }`;
const LIST = `query ($first: Int!, $after: String) { searchRecords(first: $first, after: $after) {
  edges { node { id title hash organisationId } } pageInfo { hasNextPage endCursor } } }`;

interface Shown {
  readonly id: string;
  readonly ocid: string;
  readonly organisationName: string | null;
  readonly hash: string;
  readonly jws: string;
  readonly answers: readonly { readonly hash: string | null }[];
}

interface Saved {
  readonly saveSupplierSearch: {
    readonly record: Shown | null;
    readonly userErrors: readonly { code: string; field: string[]; message: string }[];
  } | null;
}

interface Listed {
  readonly searchRecords: {
    readonly edges: readonly { readonly node: { id: string; title: string | null } }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
}

const caller = (...grants: (readonly [Role, string | null])[]): Caller => ({
  ...{ issuer: 'gateway', subject: 'p-1', name: null },
  grants: grants.map(([role, organisation]) => ({ role, organisation })),
});
const OFFICER = caller(['OFFICER', PORI]);
const OTHER = caller(['OFFICER', LINKOPING]);

/** Quido has three hours of cleaning free each day. */
const telling: Behaviour = (_request, response) => {
  const minutes = [180, 180, 180, 180, 180];
  const resources = [{ id: 'quido:x', serviceIds: ['quido:siivous'], minutes }];
  sendJson(response, {
    data: { _entities: [{ freeCapacity: { from: NEED.from, resources, budgets: [] } }] },
  });
};

const breakingOff: Behaviour = (_request, response) => response.destroy();

describe('a search that an officer keeps', () => {
  let network: ProcurementNetwork;
  beforeAll(async () => {
    const members = [
      { file: quido, behaviour: telling },
      { file: { ...quido, id: 'quax', name: 'Osuuskunta Quax' }, behaviour: breakingOff },
      { file: risto, behaviour: breakingOff },
    ];
    network = await startProcurement(members);
  });
  afterAll(() => network.close());

  let count = 0;
  const inputOf = (given: object = {}) => {
    count += 1;
    return { idempotencyKey: `key-of-test-${count}`, need: NEED, title: 'Siivous', ...given };
  };
  const save = async (input: object, who: Caller = OFFICER) => {
    const { data, errors } = await network.ask<Saved>(SAVE, { input }, who);
    if (!data.saveSupplierSearch) throw new Error(JSON.stringify(errors));
    return data.saveSupplierSearch;
  };
  const saved = async (given: object = {}, who: Caller = OFFICER): Promise<Shown> => {
    const { record, userErrors } = await save(inputOf(given), who);
    if (!record) throw new Error(JSON.stringify(userErrors));
    return record;
  };

  it('is kept with need, result, time and what came of asking each', async () => {
    const value = { amount: '120000', currency: 'EUR' };
    const record = await saved({ estimatedValue: value, organisationName: ' Porin kaupunki ' });

    expect(record).toMatchObject({
      ...{ at: '2027-05-03T08:00:00.000Z', organisationId: PORI, title: 'Siivous' },
      ...{ organisationName: 'Porin kaupunki', continues: null, withdrawnLots: [] },
      estimatedValue: { amount: '120000.00', currency: 'EUR' },
      need: { from: NEED.from, lots: [{ id: 'cleaning', municipality: 'FI-609' }, {}] },
      result: {
        ...{ at: '2027-05-03T08:00:00.000Z', complete: false, joint: { coveredMinutes: 900 } },
        notAnswering: [{ id: 'quax' }],
      },
      answers: [
        { cooperative: { id: 'quax' }, hash: null, reason: { code: 'NO_ANSWER' } },
        { cooperative: { id: 'quido' }, reason: null },
      ],
    });
    expect(record.answers[1]?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(record.ocid).toBe(`ocds-213czf-${record.id}`);
  });

  it('is verified with the published key, and holds what the endpoints answered', async () => {
    const { jws, hash, id } = await saved();

    const opened = await openRecord(jws, [publicKeyOf('procurement')]);

    expect(opened).toMatchObject({
      ...{ hash, record: { id, organisation: PORI, title: 'Siivous' } },
    });
    if (typeof opened === 'string') return;
    expect(opened.record.answers[1]?.answer?.resources[0]?.minutes).toHaveLength(5);
    expect(
      opened.record.result.suppliers.map(({ name, businessId }) => [name, businessId]),
    ).toEqual(
      [quido, { ...quido, name: 'Osuuskunta Quax' }, risto].map(({ name, businessId }) => [
        name,
        businessId,
      ]),
    );
  });

  it('reads the same ever after, for officers of its organisation alone', async () => {
    const record = await saved();
    const read = (id: string, who?: Caller) =>
      network.ask<{ searchRecord: Shown | null }>(READ, { id }, who);
    const codeOf = async (id: string, who?: Caller) => {
      const { data, errors } = await read(id, who);
      return data.searchRecord ?? errors?.[0]?.extensions['code'] ?? null;
    };

    expect(await codeOf(record.id, OFFICER)).toEqual(record);
    expect(await codeOf(record.id, OTHER)).toBe('FORBIDDEN');
    expect(await codeOf(record.id, caller(['STAFF', 'quido'], ['COORDINATOR', null]))).toBe(
      'FORBIDDEN',
    );
    expect(await codeOf(record.id)).toBe('UNAUTHENTICATED');
    expect(await codeOf('nothing', OFFICER)).toBeNull();
    expect(await codeOf('nothing')).toBe('UNAUTHENTICATED');
  });

  it('is carried out once for one key, whatever is asked for with it later', async () => {
    const input = inputOf();
    const first = await save(input);
    const [again, twice] = await Promise.all([save(input), save(input)]);
    const other = await save({ ...input, title: 'Other' });
    const another = await save(input, OTHER);

    expect([again.record, twice.record]).toEqual([first.record, first.record]);
    expect(other).toMatchObject({
      record: null,
      userErrors: [{ code: 'IDEMPOTENCY_CONFLICT', field: ['idempotencyKey'] }],
    });
    expect(another.record?.id).not.toBe(first.record?.id);
  });

  it('keeps one record of two commands at once with one key', async () => {
    const input = inputOf();

    const [one, other] = await Promise.all([save(input), save(input)]);

    expect(one.record?.id).toBe(other.record?.id);
  });

  it('needs an officer, in the name of one organisation', async () => {
    const both = caller(['OFFICER', PORI], ['OFFICER', LINKOPING]);
    const refusal = async (given: object, who?: Caller) =>
      (await network.ask(SAVE, { input: inputOf(given) }, who)).errors?.[0]?.extensions['code'];

    expect(await refusal({})).toBe('UNAUTHENTICATED');
    expect(await refusal({}, caller(['STAFF', 'quido']))).toBe('FORBIDDEN');
    expect(await refusal({ organisationId: LINKOPING }, OFFICER)).toBe('FORBIDDEN');
    expect(await save(inputOf(), both)).toMatchObject({
      record: null,
      userErrors: [{ code: 'BAD_USER_INPUT', field: ['organisationId'] }],
    });
    expect(
      await saved({ organisationId: `SE${LINKOPING.replace('-', '')}01` }, both),
    ).toMatchObject({ organisationId: LINKOPING });
  });

  it('is listed to officers of its organisation, the latest first, page by page', async () => {
    const who = caller(['OFFICER', '1572860-0']);
    for (const title of ['a', 'b', 'c']) await saved({ title }, who);
    const list = async (first: number, after: string | null = null, asker?: Caller) =>
      (await network.ask<Listed>(LIST, { first, after }, asker)).data.searchRecords;

    const page = await list(2, null, who);
    const rest = await list(2, page?.pageInfo.endCursor, who);

    const titles = [...(page?.edges ?? []), ...(rest?.edges ?? [])].map(({ node }) => node.title);
    expect(titles).toEqual(['c', 'b', 'a']);
    expect([page?.pageInfo.hasNextPage, rest?.pageInfo.hasNextPage]).toEqual([true, false]);
    expect((await list(20, null, caller(['OFFICER', '0204819-8'])))?.edges).toEqual([]);
    expect(await list(20)).toBeNull();
  });

  it('continues another: with its ocid and name, and the lots that are there no more as withdrawn', async () => {
    const [cleaning, grounds] = NEED.lots;
    const first = await saved({ organisationName: 'Porin kaupunki' });
    const second = await saved({ continues: first.id, need: { ...NEED, lots: [cleaning] } });
    const third = await saved({ continues: second.id, need: { ...NEED, lots: [grounds] } });

    expect([second.ocid, third.ocid]).toEqual([first.ocid, first.ocid]);
    expect([second.organisationName, third.organisationName]).toEqual([
      'Porin kaupunki',
      'Porin kaupunki',
    ]);
    expect(second).toMatchObject({ continues: first.id, withdrawnLots: [{ id: 'grounds' }] });
    expect(third).toMatchObject({ continues: second.id, withdrawnLots: [{ id: 'cleaning' }] });
    expect(await save(inputOf({ continues: first.id }), OTHER)).toMatchObject({
      record: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['continues'] }],
    });
  });

  it.each([
    ['idempotencyKey', { idempotencyKey: 'short' }],
    ['title', { title: 'x'.repeat(201) }],
    ['organisationName', { organisationName: 'a\u0007b' }],
    ['estimatedValue', { estimatedValue: { amount: '-1', currency: 'EUR' } }],
  ])('is refused where %s is wrong, which is no part of the need', async (field, given) => {
    expect(await save(inputOf(given))).toMatchObject({
      record: null,
      userErrors: [{ code: 'BAD_USER_INPUT', field: [field] }],
    });
  });

  it('is refused where the need is wrong, with the code that a search gets', async () => {
    const input = inputOf({ need: { ...NEED, from: NEED.to, to: NEED.from } });

    const { data, errors } = await network.ask<Saved>(SAVE, { input }, OFFICER);

    expect(data.saveSupplierSearch).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'PERIOD_REVERSED',
      argument: expect.stringMatching(/^input\.need/),
    });
  });

  it.each([
    ['CSV', /^record,hash,.*\r\n.*Siivous,no,cleaning,90911200/],
    ['OCDS', /"status": "planning"/],
    ['HTML', /<html lang="sv">[^]*Linköping|<html lang="sv">[^]*Björneborg \(FI-609\)/],
  ])('is given as %s', async (format, wanted) => {
    const { id } = await saved();
    const query = `query ($id: ID!) { searchRecord(id: $id) { export(format: ${format}, language: "sv") } }`;

    const { data } = await network.ask<{ searchRecord: { export: string } }>(
      query,
      { id },
      OFFICER,
    );

    expect(data.searchRecord.export).toMatch(wanted);
  });
});
