import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readListFolder } from '../../../subgraphs/catalogue/store/import-list.js';
import { openFreshDatabase } from '../../support/database.js';
import { startCatalogue } from '../../support/networks/catalogue-network.js';

describe('official lists of a folder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lists-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('are imported before anything is answered', async () => {
    const cpv = `code,check,name_en,name_fi,name_sv
85210000,3,Pre-school education services,Esiopetuspalvelut,Förskoleundervisning
`;
    await writeFile(join(folder, 'cpv.csv'), cpv);
    const database = await openFreshDatabase();

    const catalogue = await startCatalogue(database, { lists: readListFolder(folder) });

    const query = '{ cpvCodes(text: "85210000") { checkDigit label(language: "fi") { text } } }';
    expect(await catalogue.read(query, 'cpvCodes')).toEqual([
      { checkDigit: '3', label: { text: 'Esiopetuspalvelut' } },
    ]);
    await catalogue.close();
    await database.close();
  });

  it('are refused with file and line when one is at fault', async () => {
    const municipalities =
      'code,name_fi,name_sv,lat,lon\n049,Espoo,Esbo,60.2,24.66\n25,,Kiruna,67,20\n';
    await writeFile(join(folder, 'municipalities_se.csv'), municipalities);

    expect(() => readListFolder(folder)).toThrow(/municipalities_se\.csv: line 3/);
  });
});
