import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectPath } from '../../../schema/sdl.js';
import { connectDatabase, type Database } from '../../../subgraphs/shared/mongo/database.js';
import {
  startCatalogue,
  until,
  type RunningCatalogue,
} from '../../support/networks/catalogue-network.js';
import { at } from '../../support/json-path.js';
import { freshDatabaseUri } from '../../support/database.js';

const run = promisify(execFile);

const CPV = `code,check,name_en,name_fi,name_sv
85210000,3,Pre-school education services,Esiopetuspalvelut,Förskoleundervisning
90910000,9,"Cleaning, all of it",Kaikki siivous,All städning
99999999,7,Perfumes and toiletries,Hajuvedet,Parfymer
`;
const MUNICIPALITIES = `code,name_fi,name_sv,lat,lon
049,Espoo,Esbo,60.2,24.66
2584,,Kiruna,67.85,20.22
`;

describe('imported official lists', () => {
  let uri: string;
  let database: Database;
  let folder: string;
  let catalogue: RunningCatalogue;

  beforeEach(async () => {
    uri = freshDatabaseUri();
    database = await connectDatabase(uri);
    folder = await mkdtemp(join(tmpdir(), 'lists-'));
    catalogue = await startCatalogue(database);
  });
  afterEach(async () => {
    await catalogue.close();
    await database.connection.dropDatabase();
    await database.close();
    await rm(folder, { recursive: true });
  });

  /** Runs a command as npm does. @returns What it printed, and its exit code. */
  const importFile = async (command: 'cpv' | 'municipalities', name: string, text: string) => {
    await writeFile(join(folder, name), text);
    const entry = projectPath('dist', 'subgraphs', 'catalogue', `import-${command}.js`);
    const env = { ...process.env, MONGODB_URI: uri };
    try {
      const { stdout } = await run(process.execPath, [entry, join(folder, name)], { env });
      return { code: 0, said: stdout };
    } catch (error) {
      const { code, stderr } = error as { code: number; stderr: string };
      return { code, said: stderr };
    }
  };
  const labelOf = (code: string): Promise<unknown> =>
    catalogue.read(
      `{ cpvCodes(text: "${code}") { checkDigit label(language: "fi") { text } } }`,
      'cpvCodes',
    );

  it('are taken over by a running catalogue, laid over what ships with the project', async () => {
    const remarks = (): Promise<unknown> =>
      catalogue.read(
        '{ catalogue(search: {cpv: ["99999999"]}) { remarks { code } } }',
        'catalogue',
      );
    const before = await remarks();

    const { code, said } = await importFile('cpv', 'cpv.csv', CPV);
    await until(async () => ((await labelOf('99999999')) as unknown[]).length === 1);

    expect({ code, said }).toEqual({ code: 0, said: 'cpv: 3 rows, imported\n' });
    expect(before).toEqual({ remarks: [{ code: 'UNKNOWN_CPV' }] });
    expect(await remarks()).toEqual({ remarks: [] });
    expect(await labelOf('90910000')).toEqual([
      { checkDigit: '9', label: { text: 'Kaikki siivous' } },
    ]);
    const right = await catalogue.ask(
      '{ catalogue(search: {cpv: ["85210000-3"]}) { totalCount } }',
    );
    const wrong = await catalogue.ask(
      '{ catalogue(search: {cpv: ["85210000-4"]}) { totalCount } }',
    );
    expect(right.errors).toBeUndefined();
    expect(wrong.errors?.[0]?.message).toContain('85210000 is 3, got 4');
    const others = await catalogue.read('{ cpvCodes(under: "90900000") { code } }', 'cpvCodes');
    expect(at(others, 'length')).toBeGreaterThan(1);
  });

  it('of municipalities may hold several countries', async () => {
    const { said } = await importFile('municipalities', 'all.csv', MUNICIPALITIES);

    expect(said).toBe('municipalities_fi: 1 rows, imported\nmunicipalities_se: 1 rows, imported\n');
    await until(async () => {
      const finds = async (text: string): Promise<unknown> =>
        catalogue.read(`{ municipalities(text: "${text}") { code } }`, 'municipalities.0.code');
      return (await finds('esb')) === 'FI-049' && (await finds('kiru')) === 'SE-2584';
    });
  });

  it('are the same when imported again', async () => {
    await importFile('cpv', 'cpv.csv', CPV);

    const { said } = await importFile('cpv', 'cpv.csv', CPV);

    expect(said).toBe('cpv: 3 rows, the same as imported before\n');
  });

  it.each([
    ['a bad line', CPV.replace('90910000', '9091'), 'line 3'],
    ['a code twice', CPV.replace('90910000', '85210000'), 'line 3'],
    ['a missing column', CPV.replace('check', 'digit'), 'check'],
    ['no rows', 'code,check,name_en,name_fi,name_sv\n', 'no rows'],
  ])('with %s are refused, and nothing is imported', async (_name, text, reason) => {
    const { code, said } = await importFile('cpv', 'bad.csv', text);

    expect(code).toBe(1);
    expect(said).toContain('bad.csv');
    expect(said).toContain(reason);
    expect(await database.connection.collection('lists').countDocuments()).toBe(0);
  });
});
