import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withDatabaseName } from '../../../subgraphs/shared/mongo/database-name.js';
import { connectServer } from '../../../subgraphs/shared/mongo/database.js';
import {
  startStoreProcess,
  type StoreProcess,
} from '../../../subgraphs/shared/mongo/store-process.js';
import { cooperativeFile, type Json } from '../../cooperative/support.js';
import { ask } from '../../support/ask.js';
import { eventually } from '../../support/eventually.js';
import { spawnNetwork, type NetworkProcess } from '../../support/networks/network-process.js';
import { runCommand, writeNetwork, type Outcome } from '../../support/networks/network-folder.js';

const NAME = '{ cooperative(id: "karhu") { name } }';
const PERFUMES = 'code,check,name_en,name_fi,name_sv\n33711000,7,Perfumes,Hajuvedet,Parfymer\n';
const NOW = '2027-03-15T08:00:00Z';
const KARHU = { COOPERATIVE: 'karhu' };

type Named = { cooperative: { name: string } };

/** A folder to stand in, with the files that commands read. */
function createDesk(): string {
  const desk = mkdtempSync(join(tmpdir(), 'hub-desk-'));
  writeFileSync(join(desk, 'cpv.csv'), PERFUMES);
  return desk;
}

function writeFile(desk: string, file: Json): string {
  const path = join(desk, 'karhu.json');
  writeFileSync(path, JSON.stringify(file));
  return path;
}

async function databasesOf(uri: string): Promise<string[]> {
  const database = await connectServer(uri);
  const found = await database.connection.db?.admin().listDatabases({ nameOnly: true });
  await database.close();
  return (found?.databases ?? []).map(({ name }) => name).sort();
}

/** Renames karhu by a command, and waits until a client sees it. */
async function rename(
  name: string,
  network: NetworkProcess,
  run: (file: string) => Promise<Outcome>,
  desk: string,
): Promise<Outcome> {
  const outcome = await run(writeFile(desk, cooperativeFile({ name })));
  if (outcome.code !== 0) throw new Error(outcome.stderr);
  await eventually(
    () => ask<Named>(network.urlByName.get('gateway'), NAME),
    ({ data }) => data.cooperative.name === name,
  );
  return outcome;
}

describe('a command, while a network runs that keeps nothing', () => {
  const desk = createDesk();
  const endpoints = { lumo: 'http://127.0.0.1:1/graphql' };
  const folder = writeNetwork({ id: 'passing', now: NOW, endpoints });
  const keptFolder = writeNetwork({ id: 'kept' });
  let network: NetworkProcess;
  let kept: NetworkProcess;
  const run = (entry: string, args: string[], env: Record<string, string> = {}) =>
    runCommand(entry, args, desk, env);

  beforeAll(async () => {
    network = spawnNetwork({ args: ['--network', folder, '--memory'], cwd: desk });
    await network.ready;
  });
  afterAll(async () => {
    await Promise.all([network.stop(), kept.stop()]);
    for (const dir of [desk, folder, keptFolder]) rmSync(dir, { recursive: true });
  });

  it('imports what its clients then see, and takes the id from the file', async () => {
    const outcome = await rename(
      'Osuuskunta Toinen',
      network,
      (file) => run('cooperative/import.js', [file]),
      desk,
    );

    expect(outcome.stdout).toContain('Imported into karhu.');
  });

  it('works on the network’s clock', async () => {
    await rename('Osuuskunta Kello', network, (file) => run('cooperative/import.js', [file]), desk);

    const { data } = await ask<{ catalogue: { edges: { node: { updatedAt: string } }[] } }>(
      network.urlByName.get('gateway'),
      '{ catalogue { edges { node { updatedAt } } } }',
    );
    expect(data.catalogue.edges.map(({ node }) => node.updatedAt)).toEqual([
      '2027-03-15T08:00:00.000Z',
    ]);
  });

  it('exports into a new file, which names its description, and never over another', async () => {
    const file = join(desk, 'exported.json');

    const first = await run('cooperative/export.js', [file], KARHU);
    const second = await run('cooperative/export.js', [file], KARHU);
    const again = await run('cooperative/import.js', [file, '--dry-run']);

    expect(first.code).toBe(0);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      $schema: './schema/network.schema.json',
      id: 'karhu',
    });
    expect(second).toMatchObject({ code: 1, stdout: '' });
    expect(second.stderr).toContain('wanted a new file, found one that is there already');
    expect(again.stdout).toContain('services: 0 added, 0 changed, 0 removed, 1 unchanged');
  });

  it('gives a list of codes to the catalogue, and a new epoch to the cooperative', async () => {
    const list = await run('catalogue/import-cpv.js', [join(desk, 'cpv.csv')]);
    const epoch = await run('cooperative/new-epoch.js', [], KARHU);

    expect(list).toMatchObject({ code: 0, stdout: 'cpv: 1 rows, imported\n' });
    expect(epoch.code).toBe(0);
    await eventually(
      () =>
        ask<{ cpvCodes: { checkDigit: string }[] }>(
          network.urlByName.get('gateway'),
          '{ cpvCodes(text: "33711000") { checkDigit } }',
        ),
      ({ data }) => data.cpvCodes[0]?.checkDigit === '7',
    );
  });

  it.each([
    [
      'of another than COOPERATIVE names',
      ['karhu.json'],
      { COOPERATIVE: 'lumo' },
      'id: wanted "lumo", got "karhu"',
    ],
    ['that is not there', ['nowhere.json'], {}, 'found no such file'],
    ['that is a folder', ['.'], {}, 'found a folder'],
    ['that is empty', ['empty.json'], {}, 'found an empty file'],
    ['that is not UTF-8', ['latin.json'], {}, 'found a file that is not UTF-8'],
    ['that is no JSON', ['cpv.csv'], {}, 'cpv.csv:'],
    ['without an id', ['none.json'], {}, 'id: wanted a slug'],
    ['of which there are two', ['karhu.json', 'karhu.json'], {}, 'Wanted one file'],
    ['of which there is none', [], {}, 'Wanted one file, got none'],
    ['with an option that is none', ['karhu.json', '--really'], {}, "Unknown option '--really'"],
    [
      'for a network that does not run',
      ['karhu.json'],
      { NETWORK_ID: 'other' },
      'No network "other" runs here',
    ],
    ['for a folder without data', ['karhu.json', '--data', 'nowhere'], {}, 'found no data in'],
    [
      'of one that runs elsewhere',
      ['lumo.json'],
      {},
      '"lumo" answers at http://127.0.0.1:1/graphql',
    ],
    ['of one that the network has not', ['tuki.json'], {}, 'Wanted the database of "tuki"'],
  ])('refuses a file %s, and makes nothing', async (_what, args, env, message) => {
    writeFile(desk, cooperativeFile());
    writeFileSync(join(desk, 'empty.json'), '');
    writeFileSync(join(desk, 'none.json'), '{"name":"Nobody"}');
    writeFileSync(
      join(desk, 'latin.json'),
      Buffer.from('{"id":"karhu","name":"P\xe4iv\xe4"}', 'latin1'),
    );
    for (const id of ['lumo', 'tuki']) {
      writeFileSync(join(desk, `${id}.json`), JSON.stringify(cooperativeFile({ id })));
    }
    const uri = network.urlByName.get('store') ?? '';
    const before = await databasesOf(uri);

    const outcome = await run('cooperative/import.js', args, env);

    expect(outcome).toMatchObject({ code: 1, stdout: '' });
    expect(outcome.stderr).toContain(message);
    expect(await databasesOf(uri)).toEqual(before);
    expect(existsSync(join(desk, '.data', 'store.mdb'))).toBe(false);
  });

  it('refuses what it does not know, whichever command it is', async () => {
    const outcomes = await Promise.all([
      run('cooperative/export.js', ['--dry-run'], KARHU),
      run('cooperative/new-epoch.js', ['now'], KARHU),
      run('cooperative/export.js', []),
      run('catalogue/import-cpv.js', []),
      run('catalogue/import-cpv.js', ['.']),
      run('catalogue/import-municipalities.js', ['cpv.csv']),
      run('catalogue/import-cpv.js', ['cpv.csv', '--nonsense']),
    ]);

    expect(outcomes.map(({ code }) => code)).toEqual(outcomes.map(() => 1));
    expect(outcomes.map(({ stdout }) => stdout)).toEqual(outcomes.map(() => ''));
    expect(outcomes.filter(({ stderr }) => stderr.trim() === '')).toEqual([]);
  });

  describe('and two networks beside each other', () => {
    let networks: NetworkProcess[] = [];

    beforeAll(async () => {
      kept = spawnNetwork({ args: ['--network', keptFolder], cwd: desk, env: { NOW } });
      await kept.ready;
      networks = [kept, network];
    });

    it('listen at addresses of their own, all of their processes', () => {
      const urls = networks.flatMap(({ urlByName }) => [...urlByName.values()]);

      expect(new Set(urls).size).toBe(14);
      expect(urls.filter((url) => /:40\d\d$/.test(url))).toEqual([]);
    });

    it('run on the clock of their file, or of NOW', async () => {
      const seen = await Promise.all(
        networks.map(({ urlByName }) =>
          ask<{ catalogue: { edges: { node: { updatedAt: string } }[] } }>(
            urlByName.get('gateway'),
            '{ catalogue { edges { node { updatedAt } } } }',
          ),
        ),
      );

      expect(seen.map(({ data }) => data.catalogue.edges[0]?.node.updatedAt)).toEqual([
        '2027-03-15T08:00:00.000Z',
        '2027-03-15T08:00:00.000Z',
      ]);
    });

    it('are not confused by a command: it wants to be told which', async () => {
      const file = writeFile(desk, cooperativeFile({ name: 'Osuuskunta Kumpi' }));

      const outcome = await runCommand('cooperative/import.js', [file], desk);

      expect(outcome).toMatchObject({ code: 1, stdout: '' });
      expect(outcome.stderr).toMatch(
        /network "passing".*network "kept"|network "kept".*network "passing"/,
      );
    });

    it.each([
      ['the data folder', 0, ['--data', '.data'], {}],
      ['DATA_DIR', 0, [], { DATA_DIR: '.data' }],
      ['NETWORK_ID', 1, [], { NETWORK_ID: 'passing' }],
    ] as const)('are told apart by %s', async (what, index, args, env) => {
      const named = networks[index];
      if (!named) throw new Error('It does not run.');
      const run = (file: string) =>
        runCommand('cooperative/import.js', [file, ...args], desk, { ...env });

      await rename(`Osuuskunta ${what}`, named, run, desk);
    });

    it('are told apart by the address of the store that one prints', async () => {
      const env = { MONGODB_URI: kept.urlByName.get('store') ?? '' };

      await rename(
        'Osuuskunta Osoite',
        kept,
        (file) => runCommand('cooperative/import.js', [file], desk, env),
        desk,
      );
    });
  });

  describe('and once nothing runs', () => {
    let store: StoreProcess;

    beforeAll(async () => {
      store = await startStoreProcess(null);
      await Promise.all([kept.stop(), network.stop()]);
    });
    afterAll(() => store.close());

    it('works on what the network in .data has kept, and no note of the network is left', async () => {
      const file = writeFile(desk, cooperativeFile({ name: 'Osuuskunta Lepo' }));
      const isNoteLeft = existsSync(join(desk, '.data', 'running'));
      const imported = await runCommand('cooperative/import.js', [file], desk);
      const exported = await runCommand('cooperative/export.js', [], desk, KARHU);

      expect(isNoteLeft).toBe(false);
      expect(imported.code).toBe(0);
      expect(JSON.parse(exported.stdout)).toMatchObject({ name: 'Osuuskunta Lepo' });
    });

    it('refuses an empty database of a server on which the cooperative has another', async () => {
      const read = withDatabaseName(store.uri, 'small_karhu');
      const file = writeFile(desk, cooperativeFile());
      await runCommand('cooperative/import.js', [file], desk, { MONGODB_URI: read });
      const unread = withDatabaseName(store.uri, 'hub');

      const refused = await runCommand('cooperative/import.js', [file], desk, {
        MONGODB_URI: unread,
      });
      const server = await runCommand('cooperative/import.js', [file], desk, {
        MONGODB_URI: store.uri,
      });

      expect(refused).toMatchObject({ code: 1, stdout: '' });
      expect(refused.stderr).toContain('"karhu" has "small_karhu" on that server');
      expect(await databasesOf(store.uri)).not.toContain('hub');
      expect(server.code).toBe(0);
    });

    it('refuses a folder in which no network has run', async () => {
      const nowhere = mkdtempSync(join(tmpdir(), 'hub-nowhere-'));
      const file = writeFile(desk, cooperativeFile());

      const outcome = await runCommand('cooperative/import.js', [file], nowhere);

      expect(outcome).toMatchObject({ code: 1, stdout: '' });
      expect(outcome.stderr).toContain('wanted a network that was started');
      expect(existsSync(join(nowhere, '.data'))).toBe(false);
      rmSync(nowhere, { recursive: true });
    });
  });
});

describe('a network that is stopped while it starts', () => {
  it('ends with all of its processes, and leaves no note', async () => {
    const desk = createDesk();
    const folder = writeNetwork();
    const network = spawnNetwork({ args: ['--network', folder, '--memory'], cwd: desk });
    await network.nextReady('catalogue');

    const code = await network.stop();

    expect(code).toBe(0);
    expect(network.urlByName.has('gateway')).toBe(false);
    expect(existsSync(join(desk, '.data'))).toBe(false);
    rmSync(desk, { recursive: true });
    rmSync(folder, { recursive: true });
  });
});
