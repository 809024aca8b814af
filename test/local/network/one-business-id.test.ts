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

  const write = (id: string, businessId: string, number?: string): void => {
    const evidence = number === undefined ? [] : [{ scheme: 'TAX_REGISTER', number }];
    const cooperative = {
      ...{ id, name: id, country: 'FI', businessId, timeZone: 'Europe/Helsinki' },
      ...{ municipality: 'FI-609', serves: ['FI-609'], languages: ['fi'] },
      evidence,
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

  it('is refused where evidence bears the business id of another cooperative', () => {
    write('karhu', '1572860-0', 'FI01120389');
    write('lumo', '0112038-9');

    expect(() => readNetworkFolder(dir, { NODE_ENV: 'development' })).toThrow(
      /karhu\.json: evidence\[0\]\.number: wanted the issuer's number, got the business id of .*lumo\.json/,
    );
  });

  it('is read where evidence bears its own, as in a tax register', () => {
    write('karhu', '1572860-0', '1572860-0');
    write('lumo', '0112038-9', 'W-14');

    expect(readNetworkFolder(dir, { NODE_ENV: 'development' }).fileByCooperative.size).toBe(2);
  });

  it('is read where each has its own', () => {
    write('karhu', '1572860-0');
    write('lumo', '0112038-9');

    expect([
      ...readNetworkFolder(dir, { NODE_ENV: 'development' }).fileByCooperative.keys(),
    ]).toEqual(['karhu', 'lumo']);
  });
});
