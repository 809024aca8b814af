import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { projectPath } from '../../../../schema/sdl.js';
import { identityOf } from '../../../../subgraphs/local/provider/accounts/identity.js';
import { identityFileJsonSchema } from '../../../../subgraphs/shared/identity/people/identity-file.js';
import { parseIdentityFile } from '../../../../subgraphs/shared/identity/people/read-identity-file.js';
import { issuerInput } from './identity.js';

/** Something that somebody has put in the wrong place. */
const SECRET = 'hunter2-hunter2';

const parse = (file: unknown) => parseIdentityFile(JSON.stringify(file), 'identity.json');
const withIssuer = (changes: object) => ({ issuers: [{ ...issuerInput(), ...changes }] });

describe('an identity file', () => {
  it('is read, with what it leaves out', () => {
    const { issuers } = parse({ $schema: './schema.json', issuers: [issuerInput()] });

    expect(issuers).toMatchObject([{ nameClaim: ['name'], issuer: 'https://login.karhu.example' }]);
    expect(issuers[0]?.algorithms).not.toContain('HS256');
  });

  it('may be that of the demo provider', () => {
    expect(parse(identityOf('http://127.0.0.1:4003')).development).toBe(true);
  });

  it.each([
    [
      'an address that others can read',
      withIssuer({ issuer: 'http://login.karhu.example' }),
      'issuers[0].issuer: wanted an address that begins with https://',
    ],
    [
      'an address with a question',
      withIssuer({ issuer: 'https://login.example/?a=b' }),
      'issuers[0].issuer: wanted',
    ],
    [
      'the same issuer twice',
      { issuers: [issuerInput(), issuerInput()] },
      'issuers[1].issuer: wanted an issuer that is not in the list before',
    ],
    ['keys from anywhere', withIssuer({ jwksUri: 'ftp://keys' }), 'issuers[0].jwksUri: wanted'],
    [
      'a shared secret',
      withIssuer({ algorithms: ['HS256'] }),
      'issuers[0].algorithms[0]: wanted one of ES256',
    ],
    [
      'a role that it may not assert',
      withIssuer({ mayAssert: [] }),
      'issuers[0].rules[0].role: wanted a role that is in "mayAssert"',
    ],
    ['no rule', withIssuer({ rules: [] }), 'issuers[0].rules: wanted a list of 1 to 100 rules'],
    [
      'an unknown role',
      withIssuer({ rules: [{ role: 'BOSS' }] }),
      'issuers[0].rules[0].role: wanted one of HOUSEHOLD',
    ],
    [
      'staff of nobody',
      withIssuer({ mayAssert: [{ role: 'STAFF' }] }),
      'issuers[0].mayAssert[0].organisations: wanted for STAFF a list of ids, or "any"',
    ],
    [
      'an auditor of somebody',
      withIssuer({ mayAssert: [{ role: 'AUDITOR', organisations: 'any' }] }),
      'issuers[0].mayAssert[0].organisations: wanted no organisations for AUDITOR',
    ],
    [
      'a rule for everybody',
      withIssuer({ rules: [{ role: 'AUDITOR' }] }),
      'issuers[0].rules[0].when: wanted an object with "claim" and "value"',
    ],
    [
      'what is no cooperative',
      withIssuer({ mayAssert: [{ role: 'STAFF', organisations: ['Karhu!'] }] }),
      'issuers[0].mayAssert[0].organisations[0]: wanted the id of a cooperative',
    ],
    [
      'what is no business id',
      withIssuer({ mayAssert: [{ role: 'OFFICER', organisations: ['0137323-8'] }] }),
      'issuers[0].mayAssert[0].organisations[0]: wanted a business id',
    ],
    [
      'a key of a rule that is none',
      withIssuer({ rules: [{ role: 'AUDITOR', if: 1, when: { claim: ['a'], value: 'b' } }] }),
      'issuers[0].rules[0].if: wanted no such key',
    ],
    ['nothing', {}, 'issuers: wanted a list of 1 to 1000 issuers'],
    ['a list', [], 'wanted an object with "issuers"'],
  ])('is refused with %s, by its path', (_what, file, fault) => {
    expect(() => parse(file)).toThrow(`  identity.json: ${fault}`);
  });

  it('is refused with all its faults at once, and none shows what stands there', () => {
    const file = withIssuer({
      issuer: SECRET,
      audience: [SECRET],
      clientSecret: SECRET,
      mayAssert: [{ role: SECRET }, { role: 'STAFF', organisations: [`${SECRET}!`] }],
    });
    const complaint = complaintOf(JSON.stringify(file));

    expect(complaint.split('\n')).toHaveLength(6);
    expect(complaint).toContain('issuers[0].clientSecret: wanted no such key');
    expect(complaint).not.toContain(SECRET);
  });

  it('that is no JSON is refused with the place, and not what stands there', () => {
    expect(complaintOf(`{ "issuers": ${SECRET} }`)).toBe(
      'Invalid IDENTITY_FILE:\n  identity.json: line 1, column 14: wanted JSON',
    );
  });

  it('is described to editors by schema/identity.schema.json as the code gives it', () => {
    const committed: unknown = JSON.parse(
      readFileSync(projectPath('schema', 'identity.schema.json'), 'utf8'),
    );

    expect(committed).toEqual(identityFileJsonSchema());
  });
});

function complaintOf(text: string): string {
  try {
    parseIdentityFile(text, 'identity.json');
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It was taken.');
}
