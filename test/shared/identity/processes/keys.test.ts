import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { FileKeys } from '../../../../subgraphs/shared/identity/processes/file-keys.js';
import { HUB_PROCESSES } from '../../../../subgraphs/shared/identity/processes/hub-processes.js';
import { loadSigner } from '../../../../subgraphs/shared/identity/processes/key-file.js';
import { KeyFolder } from '../../../../subgraphs/shared/identity/processes/key-folder.js';
import { makeProcessKey } from '../../../../subgraphs/shared/identity/processes/process-key.js';
import { systemClock } from '../../../../subgraphs/shared/process/clock.js';
import {
  parsePublicKeys,
  RegisteredJwk,
} from '../../../../subgraphs/shared/identity/processes/public-keys.js';

const log = pino({ level: 'silent' });
const HOUR_MS = 3_600_000;

let dir: string;
let folder: KeyFolder;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'keys-'));
  folder = new KeyFolder(dir);
});
afterEach(() => {
  rmSync(dir, { recursive: true });
});

const readPublic = () =>
  parsePublicKeys(JSON.parse(readFileSync(folder.publicFile, 'utf8')), false, Date.now());
const load = (id: string, isProduction = true, issuer = id) =>
  loadSigner(folder.fileOf(id), { issuer, isProduction });

describe('a folder with keys', () => {
  it('has one for each process, for its owner alone, and those of the hub without what is secret', () => {
    folder.completeHub(false);
    folder.completeCooperatives(['karhu'], false);

    for (const id of [...HUB_PROCESSES, 'karhu']) {
      expect(statSync(folder.fileOf(id)).mode & 0o777).toBe(0o600);
      expect(() => load(id)).not.toThrow();
    }
    expect(readPublic().map(({ iss }) => iss)).toEqual(HUB_PROCESSES);
    expect(readFileSync(folder.publicFile, 'utf8')).not.toMatch(/"d"|pseudonymSecret/);
  });

  it('has beside a cooperative’s key what is registered of it, also once it has another', () => {
    const told = (): unknown => JSON.parse(readFileSync(join(dir, 'karhu', 'public.json'), 'utf8'));
    folder.completeCooperatives(['karhu'], false);
    const first = told();
    folder.rotate('karhu', Date.now());

    expect(RegisteredJwk.safeParse(first).success).toBe(true);
    expect(told()).toEqual(folder.publicKeyOf('karhu'));
    expect(told()).not.toEqual(first);
    expect(readdirSync(dir)).toEqual(['karhu']);
  });

  it('keeps the keys that it has', () => {
    folder.completeHub(false);
    const before = readFileSync(folder.publicFile, 'utf8');

    folder.completeHub(false);
    folder.completeCooperatives(['karhu'], false);

    expect(readFileSync(folder.publicFile, 'utf8')).toBe(before);
    expect(folder.publicKeyOf('karhu')).toMatchObject({ iss: 'karhu', scope: 'poke' });
  });

  it('has two of a process that was given another, the first of them for an hour', () => {
    folder.completeHub(false);
    const old = folder.publicKeyOf('booking');

    folder.rotate('booking', Date.now());
    folder.completeHub(false);

    const ofBooking = readPublic().filter(({ iss }) => iss === 'booking');
    const retired = ofBooking.find(({ kid }) => kid === old.kid);
    expect(ofBooking.map(({ kid }) => kid)).toEqual([folder.publicKeyOf('booking').kid, old.kid]);
    expect(Date.parse(retired?.retireAt ?? '') - Date.now()).toBeGreaterThan(HOUR_MS - 60_000);
  });

  it('gives no third key to a process that has two, says until when, and writes nothing', () => {
    folder.completeHub(false);
    folder.rotate('gateway', Date.now());
    const files = [folder.fileOf('gateway'), folder.publicFile];
    const read = () => files.map((file) => readFileSync(file, 'utf8'));
    const before = read();
    const retireAt = readPublic().find((key) => key.retireAt !== undefined)?.retireAt ?? '';

    expect(() => {
      folder.rotate('gateway', Date.now());
    }).toThrow(`that which it had is taken until ${retireAt}: wanted no third one before`);
    expect(read()).toEqual(before);
    folder.rotate('gateway', Date.parse(retireAt));
    expect(readPublic().filter(({ iss }) => iss === 'gateway')).toHaveLength(2);
  });

  it('keeps a process its key where the public ones cannot be read', () => {
    folder.completeHub(false);
    const { kid } = folder.publicKeyOf('gateway');
    writeFileSync(folder.publicFile, '{}');

    expect(() => {
      folder.rotate('gateway', Date.now());
    }).toThrow(folder.publicFile);
    expect(folder.publicKeyOf('gateway').kid).toBe(kid);
  });

  it('takes a key that no process has any more for an hour', () => {
    folder.completeHub(false);
    rmSync(folder.fileOf('booking'));

    folder.completeHub(false);

    const [, lost] = readPublic().filter(({ iss }) => iss === 'booking');
    expect(Date.parse(lost?.retireAt ?? '') - Date.now()).toBeGreaterThan(HOUR_MS - 60_000);
  });

  it.each(['gateway', 'booking', 'public', 'Karhu', '../karhu'])(
    'has no cooperative "%s", and makes nothing for it',
    (id) => {
      expect(() => {
        folder.completeCooperatives(['karhu', id], false);
      }).toThrow(`Wanted ids of cooperatives, got "${id}".`);
      expect(readdirSync(dir)).toEqual([]);
    },
  );

  it('publishes a key with which records were signed when it is retired too, and gives a third one then', () => {
    folder.completeHub(false);
    const { kid } = folder.publicKeyOf('procurement');

    folder.rotate('procurement', Date.now() - 2 * HOUR_MS);
    folder.rotate('procurement', Date.now());

    const ofProcurement = readPublic().filter(({ iss }) => iss === 'procurement');
    const { published } = new FileKeys({ file: folder.publicFile, isProduction: false, log });
    expect(ofProcurement).toHaveLength(3);
    expect(ofProcurement.find((key) => key.kid === kid)?.retireAt).toBeDefined();
    expect(published).toEqual(readPublic());
  });

  it('forgets a key that is retired', () => {
    folder.completeHub(false);

    folder.rotate('booking', Date.now() - 2 * HOUR_MS);

    expect(readPublic().filter(({ iss }) => iss === 'booking')).toHaveLength(1);
  });
});

describe('the key of a process', () => {
  it.each([
    ['is missing', () => undefined, 'wanted the private key of this process, found no such file'],
    [
      'can be read by others',
      () => {
        folder.completeHub(false);
        chmodSync(folder.fileOf('booking'), 0o640);
      },
      'mode 0600',
    ],
    [
      'is one of a development network',
      () => {
        folder.completeHub(true);
      },
      'got one of a development network',
    ],
    [
      'is another’s',
      () => {
        folder.completeHub(false);
        writeFileSync(folder.fileOf('booking'), JSON.stringify(makeProcessKey('gateway', false)));
      },
      'wanted a key of "booking"',
    ],
    [
      'is under an id that is not its own',
      () => {
        folder.completeHub(false);
        const named = { ...makeProcessKey('booking', false), kid: 'booking-1' };
        writeFileSync(folder.fileOf('booking'), JSON.stringify(named));
      },
      'wanted the key’s thumbprint (RFC 7638) in "kid"',
    ],
    [
      'is none',
      () => {
        folder.completeHub(false);
        writeFileSync(folder.fileOf('booking'), '{"d":"very-secret"}');
      },
      'wanted a private JWK of an Ed25519 key, found a fault at "kty"',
    ],
  ])('is refused by name in production where it %s', (_name, arrange, message) => {
    arrange();

    expect(() => load('booking')).toThrow(/^PROCESS_KEY_FILE: /);
    expect(() => load('booking')).toThrow(message);
    expect(() => load('booking')).not.toThrow('very-secret');
  });

  it('may be one of a development network elsewhere, and none signs nothing', () => {
    folder.completeHub(true);
    const request = { audience: 'karhu', scope: 'read', body: null } as const;

    expect(load('booking', false).headersFor(request)).toHaveProperty('authorization');
    expect(
      loadSigner(undefined, { issuer: 'gateway', isProduction: true }).headersFor(request),
    ).toEqual({});
  });
});

describe('the public keys of the hub', () => {
  const open = (isProduction = false) =>
    new FileKeys({ file: folder.publicFile, isProduction, log, lookEveryMs: 0 });

  it('are read again when the file has changed, and stay while it cannot be read', () => {
    folder.completeHub(false);
    const keys = open();
    const old = folder.publicKeyOf('booking').kid;
    folder.rotate('booking', Date.now());
    const { kid } = folder.publicKeyOf('booking');

    expect(keys.find(kid)).toMatchObject({
      issuer: 'booking',
      scopes: ['read', 'book', 'privacy', 'agreements'],
    });
    expect(keys.find(old)?.retireAt).toBeGreaterThan(Date.now());
    writeFileSync(folder.publicFile, 'nonsense');
    expect(keys.find(kid)).not.toBeNull();
    expect(keys.published).toHaveLength(HUB_PROCESSES.length + 1);
  });

  it('stay while a process has three, and are those of the file once one of these is retired', () => {
    folder.completeHub(false);
    const keys = open();
    const { keys: published } = JSON.parse(readFileSync(folder.publicFile, 'utf8')) as {
      keys: object[];
    };
    const more = [HOUR_MS, 2 * HOUR_MS].map((ms, n) => ({
      ...folder.publicKeyOf('booking'),
      ...{ kid: `booking-${n}`, retireAt: new Date(Date.now() + ms).toISOString() },
    }));
    writeFileSync(folder.publicFile, JSON.stringify({ keys: [...published, ...more] }));

    expect(keys.find(folder.publicKeyOf('booking').kid)).not.toBeNull();
    expect(keys.find('booking-1')).toBeNull();
    const later = Date.now() + HOUR_MS + 1_000;
    const clock = jest.spyOn(systemClock, 'now').mockImplementation(() => new Date(later));
    expect(keys.find('booking-1')).not.toBeNull();
    clock.mockRestore();
  });

  it.each([
    ['there is no such file', () => undefined, 'found no such file'],
    [
      'they are those of a development network',
      () => {
        folder.completeHub(true);
      },
      'got those of a development network',
    ],
    [
      'one of them is private',
      () => {
        folder.completeHub(false);
        const keys = [{ ...makeProcessKey('booking', false), scope: 'book' }];
        writeFileSync(folder.publicFile, JSON.stringify({ keys }));
      },
      'wanted a public key, got a private one',
    ],
    [
      'a process has three',
      () => {
        folder.completeHub(false);
        const keys = [1, 2, 3].map((n) => ({
          ...folder.publicKeyOf('booking'),
          kid: `booking-${n}`,
        }));
        writeFileSync(folder.publicFile, JSON.stringify({ keys }));
      },
      'wanted at most 2 keys of one process, got more of "booking"',
    ],
  ])('are refused by name in production where %s', (_name, arrange, message) => {
    arrange();

    expect(() => open(true)).toThrow(/^HUB_KEYS_FILE: /);
    expect(() => open(true)).toThrow(message);
  });
});
