import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNetworkFolder } from '../../../subgraphs/local/network/network-folder.js';

describe('a network folder', () => {
  let dir: string;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'network-'));
    mkdirSync(join(dir, 'cooperatives'));
    writeFileSync(
      join(dir, 'network.json'),
      JSON.stringify({ id: 'testi', name: { fi: 'Testi' } }),
    );
  });
  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  const write = (id: string, businessId: string): void => {
    const cooperative = {
      ...{ id, name: id, country: 'FI', businessId, timeZone: 'Europe/Helsinki' },
      ...{ municipality: 'FI-609', serves: ['FI-609'], languages: ['fi'] },
    };
    writeFileSync(join(dir, 'cooperatives', `${id}.json`), JSON.stringify(cooperative));
  };

  it('is refused where two cooperatives have one business id, whichever way it is written', () => {
    write('karhu', '1572860-0');
    write('lumo', 'FI15728600');

    expect(() => readNetworkFolder(dir, { NODE_ENV: 'development' })).toThrow(
      /lumo\.json: businessId: wanted one of its own, got that of .*karhu\.json/,
    );
  });

  it('is read where each has its own', () => {
    write('karhu', '1572860-0');
    write('lumo', '0112038-9');

    expect([
      ...readNetworkFolder(dir, { NODE_ENV: 'development' }).fileByCooperative.keys(),
    ]).toEqual(['karhu', 'lumo']);
  });
});
