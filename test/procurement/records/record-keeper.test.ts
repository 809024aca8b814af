import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { RecordKeeper, type Kept } from '../../../subgraphs/procurement/records/record-keeper.js';
import { RecordRetention } from '../../../subgraphs/procurement/records/record-retention.js';
import type { SupplierSearchResult } from '../../../subgraphs/procurement/search/result.js';
import { SearchRecordDataSource } from '../../../subgraphs/procurement/store/search-record-data-source.js';
import { createStoppedClock, systemClock } from '../../../subgraphs/shared/process/clock.js';
import { openFreshDatabase } from '../../support/database.js';
import { processKeyOf } from '../../support/fakes/hub-keys.js';
import { units } from '../../support/unit.js';
import { need } from './sample-record.js';

const AT = new Date('2027-05-03T08:00:00Z');
const FOUND: SupplierSearchResult = {
  ...{ at: AT, need: need(), suppliers: [], lots: [], answers: [] },
  ...{ proposals: [], proposalsCut: false },
  working: { days: ['2027-06-21'], holidaysSkipped: [], pastDays: 0 },
  joint: { demandMinutes: 0, coveredMinutes: 0, strictMinutes: 0, shortfall: [] },
};

describe('the keeper of records', () => {
  let database: Awaited<ReturnType<typeof openFreshDatabase>>;
  let records: SearchRecordDataSource;
  beforeAll(async () => {
    database = await openFreshDatabase();
    records = new SearchRecordDataSource(database.connection, units(100));
    await records.prepare();
  });
  afterAll(() => database.close());

  const keeperOf = (largestBytes?: number) =>
    new RecordKeeper({
      ...{ search: { find: () => Promise.resolve(FOUND) }, records },
      ...{ suppliers: { load: () => Promise.resolve([]) }, machineClock: systemClock },
      ...{ key: processKeyOf('procurement'), ocidPrefix: 'ocds-213czf' },
      ...(largestBytes !== undefined && { largestBytes }),
    });
  const inputOf = (idempotencyKey: string, continues: string | null = null) => ({
    ...{ idempotencyKey, continues },
    need: { ...need(), weekdays: [...need().weekdays], lots: [] },
  });

  it('refuses a record that is too large with its size, and the key is not used up', async () => {
    const input = inputOf('a-key-of-mine');

    const refused = await keeperOf(100).save(input, '0137323-9');
    const kept = await keeperOf().save(input, '0137323-9');

    const message = expect.stringMatching(/at most 100 bytes, got \d+:/);
    expect(refused).toMatchObject({ refusal: { code: 'BAD_USER_INPUT', message } });
    expect(kept).toMatchObject({ record: { record: { at: AT.toISOString() } } });
  });

  it('continues a record once, whoever comes first, and names what continues it', async () => {
    const save = async (key: string, continues: string | null = null) =>
      await keeperOf().save(inputOf(key, continues), '0201256-6');
    const idOf = (kept: Kept): string => ('record' in kept ? kept.record.record.id : '');
    const first = idOf(await save('the-first'));

    const [one, other] = await Promise.all([save('one-of-two', first), save('other-one', first)]);

    const [kept, refused] = 'record' in one ? [one, other] : [other, one];
    const next = idOf(kept);
    const refusal = {
      ...{ code: 'INVALID_STATE', field: ['continues'] },
      message: expect.stringContaining(`is continued by ${next}.`),
    };
    expect(refused).toMatchObject({ refusal });
    expect(await save('later-on', first)).toMatchObject({ refusal });
    expect(idOf(await save('the-next', next))).not.toBe('');
    expect(await save(kept === one ? 'one-of-two' : 'other-one', first)).toEqual(kept);
  });

  it('takes away what was kept for ten years, by the network’s clock', async () => {
    await keeperOf().save(inputOf('another-key'), '0204819-8');
    const sweepAt = async (date: string) => {
      const clock = createStoppedClock(new Date(date));
      await new RecordRetention({
        ...{ records, verifications: { forgetBefore: () => Promise.resolve() }, clock },
        log: pino({ level: 'silent' }),
      }).sweep();
      return (await records.findPage(['0204819-8'], 1, null)).length;
    };

    expect(await sweepAt('2037-05-03T08:00:00Z')).toBe(1);
    expect(await sweepAt('2037-05-04T08:00:01Z')).toBe(0);
  });
});
