import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectDatabase, type Database } from '../../../subgraphs/shared/mongo/database.js';
import { withDatabaseName } from '../../../subgraphs/shared/mongo/database-name.js';
import { startStore, type StoreProcess } from '../../local/store/support.js';
import { startCooperative, cooperativeFile, type RunningCooperative } from '../support.js';

const OUT_OF_DISK_SPACE = 14_031;

describe('A cooperative whose disk is full', () => {
  let store: StoreProcess;
  let database: Database;
  let karhu: RunningCooperative;

  beforeAll(async () => {
    store = await startStore(['--memory', '--port', '0', '--fail-points']);
    database = await connectDatabase(withDatabaseName(store.uri, 'karhu'));
    karhu = await startCooperative({ connection: database.connection });
    await karhu.import(cooperativeFile());
  });
  afterAll(async () => {
    await karhu.close();
    await database.close();
    await store.stop();
  });

  it('says so of what would be stored, and answers questions', async () => {
    const admin = database.connection.getClient().db('admin');
    const data = { failCommands: ['insert', 'update'], errorCode: OUT_OF_DISK_SPACE };
    await admin.command({ configureFailPoint: 'failCommand', mode: 'alwaysOn', data });

    const { errors } = await karhu.ask(
      `mutation { publishService(input: { id: "karhu:siivous", published: false }) { service { id } } }`,
    );
    const { rows } = await karhu.feed();

    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['STORAGE_FULL']);
    expect(rows).toHaveLength(2);
  });
});
