import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '../../../schema/sdl.js';
import {
  canonicalJson,
  hashOf,
  signContent,
} from '../../../subgraphs/procurement/records/seal-record.js';
import { parseProcessKey } from '../../../subgraphs/shared/identity/processes/process-key.js';
import { codeBlocks } from '../../project/readme.js';
import { keptRecord, recordKey, sign, SIGNED_AT } from './sample-record.js';

const COMMAND = projectPath('dist', 'subgraphs', 'procurement', 'records', 'verify-record.js');
const README = readFileSync(
  projectPath('subgraphs', 'procurement', 'records', 'README.md'),
  'utf8',
);
const TITLE = 'Siivous ja viheralueet';

describe('verifying a record offline', () => {
  const key = recordKey();
  const hash = hashOf(canonicalJson(keptRecord()));
  let folder = '';
  let jws = '';
  /** Rightly signed by the same key, under an id that is none. */
  let evil = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'record-'));
    jws = await sign(key);
    const { jwk } = key;
    const signer = parseProcessKey(JSON.stringify(jwk), { issuer: jwk.iss, isProduction: false });
    evil = await signContent(canonicalJson(keptRecord()), { ...signer, kid: 'evil' }, SIGNED_AT);
    writeFileSync(join(folder, 'record.jws'), `${jws}\n`);
    writeFileSync(join(folder, 'jwks.json'), JSON.stringify({ keys: [key.published] }));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  /** A key that somebody else has, under the id of the right one. */
  const forged = () => ({ ...recordKey().published, kid: key.published.kid });
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return name;
  };
  const run = (command: string, ...args: string[]) =>
    spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  const verify = (...args: string[]) => run(process.execPath, COMMAND, ...args);
  /** The record with another title, under the signature of the first. */
  const changed = (): string => {
    const [head = '', , signature = ''] = jws.split('.');
    const other = canonicalJson(keptRecord({ title: 'Siivous' })).toString('base64url');
    return `${head}.${other}.${signature}`;
  };

  it('says what the record is, and that it is valid', () => {
    const { status, stdout } = verify('record.jws', '--keys', 'jwks.json');

    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining(['valid', `title         ${TITLE}`, `hash          ${hash}`]),
    );
    expect(status).toBe(0);
  });

  it('takes the keys of the network that runs from the folder where none are named', () => {
    mkdirSync(join(folder, '.data/keys/public'), { recursive: true });
    write('.data/keys/public/hub-keys.json', JSON.stringify({ keys: [key.published] }));

    expect(verify('record.jws').stdout).toMatch(/^valid\n/);
  });

  it.each([
    ['was changed', () => changed(), key, 'whose signature is that of its key'],
    ['is of another key', () => jws, recordKey(), 'that is among those given'],
    ['is said to be of another key', () => jws, { published: forged() }, 'is its thumbprint'],
    ['is a signed request', () => REQUEST, key, 'of the type "hub-search-record+jws"'],
    ['is anything else', () => 'x', key, 'a JWS in its compact form'],
  ])('fails, and says why, where the file %s', (_case, text, of, why) => {
    const keys = write('others.json', JSON.stringify({ keys: [of.published] }));
    const { status, stdout, stderr } = verify(write('other.jws', text()), '--keys', keys);

    expect(stdout).toBe('');
    expect(stderr).toContain('not valid: ');
    expect(stderr).toContain(why);
    expect(status).toBe(1);
  });

  it.each([
    [['--keys', 'jwks.json'], 'Wanted one file'],
    [['nowhere.jws', '--keys', 'jwks.json'], 'found no such file'],
    [['record.jws', '--keys', 'record.jws'], 'record.jws: '],
  ])('says what was wanted for %j', (args, message) => {
    const { status, stderr } = verify(...args);

    expect(stderr).toContain(message);
    expect(status).toBe(1);
  });

  describe.each(['sh', 'python'])('with foreign tools, as README.md shows (%s)', (language) => {
    const [script = ''] = codeBlocks(README, language);
    const ran = () => (language === 'sh' ? run('sh', '-c', script) : run('python3', '-c', script));
    /** Said, and left out, where there is no Python or none with the package. */
    const isMissing = ({ error, stderr }: ReturnType<typeof ran>): boolean => {
      const missing = error !== undefined || stderr.includes('ModuleNotFoundError');
      if (missing) process.stderr.write('Skipped: no Python with the package cryptography.\n');
      return missing;
    };

    it('shows title and hash of a record that is valid', () => {
      const result = ran();

      if (isMissing(result)) return;
      expect(result.stdout).toBe(`valid ${hash} ${TITLE}\n`);
    });

    it('trusts no key under an id that is not its own', () => {
      write('jwks.json', JSON.stringify({ keys: [{ ...key.published, kid: 'evil' }] }));
      write('record.jws', evil);
      const result = ran();
      write('record.jws', jws);
      write('jwks.json', JSON.stringify({ keys: [key.published] }));

      if (isMissing(result)) return;
      expect(result.stdout).not.toMatch(/^valid/);
    });

    it('shows that one was changed', () => {
      write('record.jws', changed());
      const result = ran();
      write('record.jws', jws);

      if (isMissing(result)) return;
      expect(result.stdout).not.toMatch(/^valid/);
    });
  });
});

/** A JWS of another type. */
const REQUEST = `${Buffer.from('{"alg":"EdDSA","kid":"x","typ":"hub-request+jwt"}').toString('base64url')}.e30.AA`;
