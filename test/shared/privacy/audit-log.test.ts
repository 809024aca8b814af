import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { KEPT_DAYS } from '../../../schema/privacy.js';
import type { Database } from '../../../subgraphs/shared/mongo/database.js';
import { AuditLog, type AuditFilter } from '../../../subgraphs/shared/privacy/audit-log.js';
import { queriesOf } from '../../support/count-queries.js';
import { openFreshDatabase } from '../../support/database.js';
import { units } from '../../support/unit.js';
import { PUBLIC, signedBy, withRoles } from '../identity/policy/askers.js';

const START = Date.parse('2027-03-01T08:00:00Z');
const DAY_MS = 86_400_000;
const STAFF = withRoles('STAFF karhu');

let database: Database;
let now = START;
const open = (mostEntries = 100): AuditLog =>
  new AuditLog({
    connection: database.connection,
    clock: { now: () => new Date(now) },
    timeoutMs: units(100),
    log: pino({ level: 'silent' }),
    mostEntries,
  });
let audit: AuditLog;

beforeAll(async () => {
  database = await openFreshDatabase();
  audit = open();
  await audit.prepare();
});
beforeEach(async () => {
  now = START;
  await database.connection.collection('audit').deleteMany({});
});
afterAll(async () => {
  await audit.close();
  await database.close();
});

const ALL = { from: new Date(0), to: new Date(START * 2), record: null };
const records = async (filter: AuditFilter = ALL) =>
  (await audit.findPage(filter, 100, null)).map(({ record }) => record);

describe('an audit log', () => {
  it('says who did what with which fields of whom, when, and nothing else', async () => {
    audit.note(STAFF, 'READ', 'karhu:m1', ['email']);
    audit.note(signedBy('booking', 'book'), 'CHANGED', 'order1', ['customer']);
    audit.note(PUBLIC, 'READ', 'order1', ['buyer']);

    const entries = await audit.findPage(ALL, 100, null);

    expect(new Set(entries.map(({ _id }) => _id)).size).toBe(3);
    expect(entries).toEqual(
      expect.arrayContaining([
        {
          ...{ _id: expect.any(String), at: new Date(START), act: 'READ', record: 'karhu:m1' },
          ...{ fields: ['email'], process: null, subject: 'p1' },
          roles: [{ role: 'STAFF', organisation: 'karhu' }],
        },
        expect.objectContaining({ record: 'order1', process: 'booking', subject: null, roles: [] }),
        expect.objectContaining({ record: 'order1', process: null, subject: null, roles: [] }),
      ]),
    );
  });

  it('has one entry of what one reads of one record at a time, and costs no query until it is written', async () => {
    const queries = await queriesOf(() => {
      for (const field of ['name', 'email', 'name']) audit.note(STAFF, 'READ', 'karhu:m1', [field]);
      audit.note(STAFF, 'CHANGED', 'karhu:m1', ['name']);
      return Promise.resolve();
    });

    const entries = await audit.findPage(ALL, 100, null);

    expect(queries).toEqual([]);
    expect(entries.map(({ act, fields }) => `${act} ${fields.join(' ')}`).sort()).toEqual([
      'CHANGED name',
      'READ name email',
    ]);
  });

  it('loses nothing when its process stops', async () => {
    const stopping = open();
    stopping.note(STAFF, 'READ', 'karhu:m1', ['name']);

    await stopping.close();

    expect(await records()).toEqual(['karhu:m1']);
  });

  it('is read page by page, of one record or a time', async () => {
    for (const record of ['a', 'b', 'c']) {
      now += 1_000;
      audit.note(STAFF, 'READ', record, ['name']);
    }

    const [first] = await audit.findPage(ALL, 1, null);
    const place = { time: first?.at ?? new Date(0), id: first?._id ?? '' };
    const rest = await audit.findPage(ALL, 100, place);

    expect(first?.record).toBe('c');
    expect(rest.map(({ record }) => record)).toEqual(['b', 'a']);
    expect(await records({ ...ALL, record: 'b' })).toEqual(['b']);
    const second = new Date(START + 2_000);
    expect(await records({ ...ALL, from: second })).toEqual(['c', 'b']);
    expect(await records({ ...ALL, to: second })).toEqual(['a']);
  });

  it('keeps an entry for its time, by the network’s clock', async () => {
    audit.note(STAFF, 'READ', 'old', ['name']);
    now += KEPT_DAYS.audit * DAY_MS;
    audit.note(STAFF, 'READ', 'new', ['name']);
    await audit.flush();

    await audit.forget();
    expect(await records()).toEqual(['new', 'old']);
    now += 1;
    await audit.forget();

    expect(await records()).toEqual(['new']);
  });

  it('keeps only so many, the latest', async () => {
    const small = open(2);
    for (const record of ['a', 'b', 'c']) {
      now += 1;
      small.note(STAFF, 'READ', record, ['name']);
    }
    await small.flush();

    await small.forget();

    expect(await records()).toEqual(['c', 'b']);
  });
});
