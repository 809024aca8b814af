import { afterAll, beforeAll, beforeEach, afterEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { MongoClient } from 'mongodb';
import { projectPath } from '../../schema/sdl.js';
import { connectDatabase } from '../../subgraphs/shared/mongo/database.js';
import { checkRelease, RELEASE } from '../../subgraphs/shared/process/release.js';
import { endWithSuite } from '../support/children.js';
import { freshDatabaseUri } from '../support/database.js';
import {
  startServerWithoutTransactions,
  type ServerWithoutTransactions,
} from '../support/fakes/server-without-transactions.js';

describe('a release', () => {
  it.each([
    [undefined, 'older'],
    ['0.0.9', 'older'],
    [RELEASE, 'this'],
  ])('works on data of %s', (writtenBy, age) => {
    expect(checkRelease('The data', writtenBy)).toBe(age);
  });

  it.each(['0.10.0', '1.0.0', RELEASE.replace(/\d+$/, '999')])(
    'refuses data of %s by name',
    (writtenBy) => {
      expect(() => checkRelease('The database "karhu"', writtenBy)).toThrow(
        `The database "karhu" was written by release ${writtenBy}, which is newer than this one, ${RELEASE}`,
      );
    },
  );

  it.each(['', 'v1.0.0', '1.0', '1.0.0-beta', 7, null, {}])(
    'refuses data that say %j instead of a release',
    (writtenBy) => {
      expect(() => checkRelease('The data', writtenBy)).toThrow('does not say which release');
    },
  );
});

describe('a database', () => {
  let uri: string;
  let client: MongoClient;
  beforeEach(async () => {
    uri = freshDatabaseUri();
    client = await new MongoClient(uri).connect();
  });
  afterEach(async () => {
    await client.db().dropDatabase();
    await client.close();
  });
  const noted = (): Promise<unknown[]> => client.db().collection('release').find().toArray();
  const write = (release: string) =>
    client.db().collection<{ _id: string; release: string }>('release').insertOne({
      _id: 'last',
      release,
    });

  it('says which release has worked on it last', async () => {
    await (await connectDatabase(uri)).close();

    expect(await noted()).toEqual([{ _id: 'last', release: RELEASE }]);
  });

  it('of an older release is worked on and says so', async () => {
    await write('0.1.0');

    await (await connectDatabase(uri)).close();

    expect(await noted()).toEqual([{ _id: 'last', release: RELEASE }]);
  });

  it('is claimed by many processes at once', async () => {
    const opened = await Promise.all(Array.from({ length: 8 }, () => connectDatabase(uri)));
    await Promise.all(opened.map((database) => database.close()));

    expect(await noted()).toEqual([{ _id: 'last', release: RELEASE }]);
  });

  it.each(['booking', 'catalogue', 'cooperative'])(
    'of a newer release is refused by name by the %s process, and nothing is written there',
    async (name) => {
      await write('99.0.0');

      const refused = await startAndFail(name, uri);

      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain(`"${client.db().databaseName}" was written by release 99.0`);
      const collections = await client.db().listCollections().toArray();
      expect(collections.map((collection) => collection.name)).toEqual(['release']);
      expect(await noted()).toEqual([{ _id: 'last', release: '99.0.0' }]);
    },
  );
});

describe('a server without transactions', () => {
  let server: ServerWithoutTransactions;
  beforeAll(async () => {
    server = await startServerWithoutTransactions();
  });
  afterAll(() => server.close());

  it.each(['booking', 'catalogue', 'cooperative'])(
    'is refused by the %s process before anything is written there',
    async (name) => {
      const refused = await startAndFail(name, `${server.uri}karhu`);

      expect(refused.code).toBe(1);
      expect(refused.stderr).toContain('MONGODB_URI must name a replica set');
      expect(
        server
          .commands()
          .filter((command) => !/^(hello|ismaster|ping|endSessions)$/i.test(command)),
      ).toEqual([]);
    },
  );
});

async function startAndFail(name: string, uri: string): Promise<{ code: unknown; stderr: string }> {
  const entry = projectPath('dist', 'subgraphs', name, 'main.js');
  const env = { ...process.env, MONGODB_URI: uri, PORT: '0', COOPERATIVE: 'karhu' };
  const child = endWithSuite(
    spawn(process.execPath, [entry], { env, stdio: ['ignore', 'ignore', 'pipe'] }),
  );
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const [code] = (await once(child, 'close')) as unknown[];
  return { code, stderr };
}
