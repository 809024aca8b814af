import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { KEPT_DAYS } from '../../../schema/privacy.js';
import type { Evidence } from '../../../subgraphs/procurement/need/need.js';
import { RecordRetention } from '../../../subgraphs/procurement/records/record-retention.js';
import { judgeSuppliers } from '../../../subgraphs/procurement/search/judge-suppliers.js';
import { VerificationDataSource } from '../../../subgraphs/procurement/store/verification-data-source.js';
import { pageVerifications } from '../../../subgraphs/procurement/verifications/verification-pages.js';
import { Verifications } from '../../../subgraphs/procurement/verifications/verifications.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { createStoppedClock } from '../../../subgraphs/shared/process/clock.js';
import { PEOPLE } from '../../booking/access/people.js';
import { openFreshDatabase } from '../../support/database.js';
import { coverageOf, placesOf, registeredPlaces } from '../../support/personal-data.js';
import { units } from '../../support/unit.js';
import { DAYS, evidence, need, supplier } from '../suppliers/builders.js';

const DAY_MS = 86_400_000;
const NOW = new Date('2027-05-03T08:00:00Z');
const log = pino({ level: 'silent' });

describe('what the coordinator verifies', () => {
  let database: Database;
  let dataSource: VerificationDataSource;
  let verifications: Verifications;
  /** What the two cooperatives declare. */
  let declared: Record<'karhu' | 'lumo', readonly Evidence[]>;

  const listed = () =>
    (['karhu', 'lumo'] as const).map((cooperative) => ({
      ...{ cooperative, name: cooperative, status: 'ACTIVE' as const },
      supplier: supplier({ cooperative, evidence: declared[cooperative] }),
    }));
  beforeAll(async () => {
    database = await openFreshDatabase();
    dataSource = new VerificationDataSource(database.connection, units(100));
    await dataSource.prepare();
    verifications = new Verifications({
      ...{ dataSource, suppliers: { load: () => Promise.resolve(listed()) } },
      clock: createStoppedClock(NOW),
    });
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    await database.connection.collection('verifications').deleteMany({});
    declared = { karhu: [evidence()], lumo: [evidence()] };
  });

  const inputOf = (given: object = {}) => ({
    ...{ idempotencyKey: randomUUID(), cooperativeId: 'karhu', evidence: evidence() as never },
    ...{ document: 'DECISION' as const, reference: 'Päätös 12/2026' },
    ...given,
  });
  const verify = (given: object = {}) => verifications.verify(inputOf(given), PEOPLE.coordinator);
  const verified = async (given: object = {}): Promise<string> => {
    const { verification, userErrors } = await verify(given);
    if (!verification) throw new Error(JSON.stringify(userErrors));
    return verification._id;
  };
  const withdraw = (verificationId: string, reason = 'Väärä asiakirja') =>
    verifications.withdraw({ verificationId, reason }, PEOPLE.coordinator);
  /** Who is warned that nobody has verified what it says. */
  const warned = async (day = DAYS[0] ?? ''): Promise<string[]> => {
    const standing = await dataSource.findStanding(day);
    const { verdicts } = await judgeSuppliers(need(), DAYS, listed(), {
      ...{ standing, reserved: [] },
    });
    return verdicts.flatMap(({ cooperative, warnings }) =>
      warnings.some(({ code }) => code === 'SELF_DECLARED_ONLY') ? [cooperative] : [],
    );
  };

  it('is no longer the cooperative’s word alone; that of another in the same words still is', async () => {
    expect(await warned()).toEqual(['karhu', 'lumo']);

    const { verification } = await verify();

    expect(await warned()).toEqual(['lumo']);
    expect(verification).toMatchObject({
      ...{ cooperative: 'karhu', evidence: evidence(), document: 'DECISION' },
      ...{ reference: 'Päätös 12/2026', verifiedAt: NOW, withdrawal: null },
      verifiedBy: expect.stringMatching(/ kaisa$/),
    });
  });

  it.each<Partial<Evidence>>([
    { number: 'W-2' },
    { validTo: '2029-12-31' },
    { grade: 'A' },
    { validTo: null },
  ])('is the cooperative’s word again once it declares %j', async (change) => {
    await verified();

    declared.karhu = [evidence(change)];

    expect(await warned()).toEqual(['karhu', 'lumo']);
    await verified({ evidence: evidence(change) });
    expect(await warned()).toEqual(['lumo']);
  });

  it('counts for evidence without an end, and is not read where that ended before', async () => {
    declared.karhu = [evidence({ validTo: null })];
    await verified({ evidence: { ...declared.karhu[0], grade: undefined, validTo: undefined } });

    expect(await warned()).toEqual(['lumo']);
    declared.karhu = [evidence()];
    await verified();
    expect(await dataSource.findStanding('2027-12-31')).toHaveLength(2);
    expect(await dataSource.findStanding('2028-01-01')).toHaveLength(1);
  });

  it.each([
    ['evidence that is declared otherwise', { evidence: evidence({ number: 'W-9' }) }, 'evidence'],
    ['a cooperative that there is not', { cooperativeId: 'nobody' }, 'cooperativeId'],
  ])('is not %s', async (_what, given, field) => {
    expect(await verify(given)).toMatchObject({
      verification: null,
      userErrors: [{ code: 'NOT_FOUND', field: [field] }],
    });
  });

  it.each([
    ['idempotencyKey', ''],
    ['reference', ' '],
    ['reference', 'x'.repeat(201)],
  ])('needs a fitting %s, unlike %j', async (field, text) => {
    await expect(verify({ [field]: text })).rejects.toMatchObject({
      extensions: { code: 'BAD_USER_INPUT', argument: `input.${field}` },
    });
  });

  it('is noted once for one key, also by two at once and when it is declared no more', async () => {
    const idempotencyKey = randomUUID();

    const [one, other] = await Promise.all([
      verified({ idempotencyKey }),
      verified({ idempotencyKey }),
    ]);
    declared.karhu = [];

    expect([other, await verified({ idempotencyKey })]).toEqual([one, one]);
    expect(await verify({ idempotencyKey, reference: 'Muu' })).toMatchObject({
      verification: null,
      userErrors: [{ code: 'IDEMPOTENCY_CONFLICT', field: ['idempotencyKey'] }],
    });
    declared.lumo = [evidence()];
    expect(await verified({ idempotencyKey, cooperativeId: 'lumo' })).not.toBe(one);
  });

  it('is the cooperative’s word again once it is withdrawn, which stays in the list with its reason', async () => {
    const id = await verified();

    const { verification } = await withdraw(id);

    expect(verification?.withdrawal).toMatchObject({
      ...{ at: NOW, reason: 'Väärä asiakirja', by: expect.stringMatching(/ kaisa$/) },
    });
    expect(await warned()).toEqual(['karhu', 'lumo']);
    expect(await withdraw(id)).toEqual({ verification, userErrors: [] });
    expect(await withdraw(id, 'Muu syy')).toMatchObject({
      verification: null,
      userErrors: [{ code: 'INVALID_STATE', field: ['reason'] }],
    });
    const [kept] = await dataSource.findPage('karhu', 1, null);
    expect(kept?.withdrawal?.reason).toBe('Väärä asiakirja');
    expect(await withdraw('none')).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
  });

  it('is refused where 200 of the cooperative stand, until one is withdrawn', async () => {
    const first = await verified();
    const [row] = await dataSource.findPage('karhu', 1, null);
    const more = Array.from({ length: 199 }, (_each, number) => ({
      ...{ ...row, _id: `v-${number}`, keyHash: `k-${number}` },
    }));
    await database.connection.collection('verifications').insertMany(more as never);

    expect(await verify()).toMatchObject({ userErrors: [{ code: 'INVALID_STATE' }] });
    expect(await verified({ cooperativeId: 'lumo' })).not.toBe(first);
    await withdraw(first);
    expect((await verify()).userErrors).toEqual([]);
  });

  it('is listed of one cooperative, the latest first, page by page', async () => {
    const ids = [await verified(), await verified(), await verified()].sort().reverse();
    await verified({ cooperativeId: 'lumo' });
    const page = (first: number, after: string | null = null) =>
      pageVerifications(dataSource, { cooperativeId: 'karhu', first, after }, PEOPLE.auditor);

    const { edges, pageInfo } = await page(2);
    const rest = await page(2, pageInfo.endCursor);

    expect([...edges, ...rest.edges].map(({ node }) => node._id)).toEqual(ids);
    expect([pageInfo.hasNextPage, rest.pageInfo.hasNextPage]).toEqual([true, false]);
    await expect(page(101)).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    await expect(page(1, 'x')).rejects.toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('says who and what was written only where the register says so, for ten years; it stands on', async () => {
    const [reference, reason] = ['Merkki 12/2026', 'Merkki peruttiin'];
    await withdraw(await verified({ reference }), reason);
    await verified({ reference });
    const found = () => placesOf(database, /merkki| kaisa$/i);
    const sweepAfter = async (days: number): Promise<void> => {
      const clock = createStoppedClock(new Date(NOW.getTime() + days * DAY_MS + 1));
      const records = { deleteBefore: () => Promise.resolve() };
      await new RecordRetention({ records, verifications: dataSource, clock, log }).sweep();
    };

    const { used, missing } = coverageOf('procurement', await found());
    expect(missing).toEqual([]);
    expect(used).toEqual(
      registeredPlaces('procurement').filter((one) => one.startsWith('verifications.')),
    );
    await sweepAfter(KEPT_DAYS.verification - 1);
    expect(await found()).not.toEqual([]);
    await sweepAfter(KEPT_DAYS.verification);

    expect(await found()).toEqual([]);
    expect(await warned()).toEqual(['lumo']);
  });
});
