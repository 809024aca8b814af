import { describe, expect, it } from '@jest/globals';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readNetworkFolder } from '../../../subgraphs/local/network/network-folder.js';
import { parseOptions } from '../../../subgraphs/local/network/options.js';
import { parseNetworkSettings, portsOf } from '../../../subgraphs/local/network/settings.js';
import { readme } from '../../project/readme.js';
import { writeNetwork } from '../../support/networks/network-folder.js';

const KEYS = { KEYS_DIR: '/keys' };
const NOW = '2027-03-15T08:00:00Z';

function writeLists(folder: string): string {
  mkdirSync(folder);
  const csv = 'code,check,name_fi,name_sv,name_en\n33711000,7,,,Perfumes\n';
  writeFileSync(join(folder, 'cpv.csv'), csv);
  return folder;
}

describe('a setting that is given to npm start', () => {
  it.each([
    [{ NOW: 'yesterday' }, 'NOW:'],
    [{ NOW, NODE_ENV: 'production', ...KEYS }, 'NOW: must be unset in production'],
    [{ PORT: '65534' }, 'PORT:'],
    [{ PORT: 'many' }, 'PORT:'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL:'],
    [{ IMPORT_MODE: 'sometimes' }, 'IMPORT_MODE:'],
    [{ HOST: '0.0.0.0' }, 'HOST: wanted an address of this machine alone outside production'],
    [
      { MONGODB_URI: 'mongodb://db.example/hub' },
      'MONGODB_URI: wanted a server without a database',
    ],
    [{ NODE_ENV: 'production' }, 'KEYS_DIR: must be set in production'],
    [{ COOPERATIVE: 'karhu' }, 'COOPERATIVE: must be unset'],
    [{ IMPORT_FILE: 'karhu.json' }, 'IMPORT_FILE: must be unset'],
    [{ POKE_URL: 'http://a.example' }, 'POKE_URL: must be unset'],
    [{ PROCESS_KEY_FILE: 'key.json' }, 'PROCESS_KEY_FILE: must be unset'],
    [{ HUB_JWKS_URL: 'http://a.example' }, 'HUB_JWKS_URL: must be unset'],
    [{ HUB_JWKS_INSECURE: 'true' }, 'HUB_JWKS_INSECURE: must be unset'],
    [{ REGISTRY: 'karhu=http://a.example' }, 'REGISTRY: must be unset'],
    [{ REGISTRY_URL: 'http://a.example' }, 'REGISTRY_URL: must be unset'],
    [{ CATALOGUE_URL: 'http://a.example' }, 'CATALOGUE_URL: must be unset'],
    [{ SUBGRAPH_URLS: 'catalogue=http://a.example' }, 'SUBGRAPH_URLS: must be unset'],
  ])('is refused by name where it cannot hold: %j', (env, message) => {
    expect(() => parseNetworkSettings(env)).toThrow(message);
  });

  it('is never shown when it is refused', () => {
    const env = {
      MONGODB_URI: 'mongodb://u:secret@db.example/hub',
    };

    expect(() => parseNetworkSettings(env)).not.toThrow(/secret/);
    expect(() => parseNetworkSettings(env)).toThrow(/MONGODB_URI/);
  });

  it.each([
    [['--memory'], { MONGODB_URI: 'mongodb://db.example' }, '--memory and MONGODB_URI'],
    [['--data', 'x'], { MONGODB_URI: 'mongodb://db.example' }, '--data and MONGODB_URI'],
    [['--memory'], { DATA_DIR: 'x' }, '--memory and DATA_DIR'],
    [['--data', 'x'], { DATA_DIR: 'x' }, '--data and DATA_DIR'],
  ])('is refused where the command line says another: %j %j', (args, settings, message) => {
    expect(() => parseOptions(args, settings)).toThrow(message);
  });

  it('says where the data lie, as --data does', () => {
    expect(parseOptions([], { DATA_DIR: 'x' }).dataDir).toBe('x');
  });
});

describe('the ports of a network', () => {
  it('are those that the README names, unless PORT moves them on or asks for free ones', () => {
    const usual = portsOf(parseNetworkSettings({}));

    expect(usual).toEqual({
      gateway: '4000',
      catalogue: '4001',
      booking: '4002',
      procurement: '4003',
      provider: '4004',
    });
    expect(readme()).toContain(`http://127.0.0.1:${usual.gateway}/graphql`);
    expect(readme()).toContain(`http://127.0.0.1:${usual.catalogue}/registry/karhu`);
    expect(portsOf(parseNetworkSettings({ PORT: '5000' }))).toEqual({
      gateway: '5000',
      catalogue: '5001',
      booking: '5002',
      procurement: '5003',
      provider: '5004',
    });
    expect(portsOf(parseNetworkSettings({ PORT: '0' }))).toEqual({
      gateway: '0',
      catalogue: '0',
      booking: '0',
      procurement: '0',
      provider: '0',
    });
  });
});

describe('a network’s folder beside the settings', () => {
  const read = (network: object, settings: Record<string, string>) => {
    const dir = writeNetwork({ ...network });
    try {
      return readNetworkFolder(dir, parseNetworkSettings({ ...settings }));
    } finally {
      rmSync(dir, { recursive: true });
    }
  };

  it('runs on the clock that NOW stops, or the file, or both at the same instant', () => {
    expect(read({}, { NOW }).now).toBe(NOW);
    expect(read({ now: NOW }, {}).now).toBe(NOW);
    expect(read({ now: NOW }, { NOW: '2027-03-15T10:00:00+02:00' }).now).toBe(NOW);
    expect(read({}, {}).now).toBeUndefined();
  });

  it.each([
    [{ now: NOW }, { NOW: '2027-03-16T08:00:00Z' }, 'NOW: wanted "2027-03-15T08:00:00Z" as in'],
    [{ now: NOW }, { NODE_ENV: 'production', ...KEYS }, 'now: must be absent in production'],
    [{}, { NETWORK_ID: 'other' }, 'NETWORK_ID: wanted "small" as in'],
    [{}, { LISTS_DIR: '/nowhere' }, 'LISTS_DIR: wanted a folder with cpv.csv'],
  ])('is refused where they contradict each other: %j %j', (network, settings, message) => {
    expect(() => read(network, settings)).toThrow(message);
  });

  it('has its own lists, or those of LISTS_DIR, never both', () => {
    const dir = writeNetwork();
    const official = writeLists(join(dir, 'official'));
    const settings = parseNetworkSettings({ LISTS_DIR: official });
    const ofSetting = readNetworkFolder(dir, settings).listsDir;
    const own = writeLists(join(dir, 'lists'));
    const ofNetwork = readNetworkFolder(dir, parseNetworkSettings({})).listsDir;

    expect([ofSetting, ofNetwork]).toEqual([official, own]);
    expect(() => readNetworkFolder(dir, settings)).toThrow(
      'LISTS_DIR: wanted nothing, as the network has lists',
    );
    rmSync(dir, { recursive: true });
  });
});
