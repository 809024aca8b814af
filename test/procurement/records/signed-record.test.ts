import { beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { base64url, CompactSign, importJWK } from 'jose';
import { openRecord } from '../../../subgraphs/procurement/records/open-record.js';
import { canonicalJson, RECORD_TYPE } from '../../../subgraphs/procurement/records/seal-record.js';
import { toTrustedKey } from '../../../subgraphs/shared/identity/processes/public-keys.js';
import { ReplayGuard } from '../../../subgraphs/shared/identity/processes/replay-guard.js';
import { createSigner } from '../../../subgraphs/shared/identity/processes/sign-request.js';
import { RequestVerifier } from '../../../subgraphs/shared/identity/processes/verify-request.js';
import { parseProcessKey } from '../../../subgraphs/shared/identity/processes/process-key.js';
import { keptRecord, recordKey, sign, SIGNED_AT, type RecordKey } from './sample-record.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

describe('canonical JSON', () => {
  it.each([
    // RFC 8785, 3.2.2 and 3.2.3.
    [
      {
        numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 1e-27],
        literals: [null, true, false],
      },
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}',
    ],
    [
      {
        ...{ '\u20ac': 'Euro Sign', '\r': 'Carriage Return', '\ufb33': 'Hebrew Letter Dalet' },
        ...{ '1': 'One', '\u{1f600}': 'Emoji', '\u0080': 'Control', '\u00f6': 'o' },
      },
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"o","€":"Euro Sign","😀":"Emoji","\ufb33":"Hebrew Letter Dalet"}',
    ],
  ])('is that of RFC 8785: %j', (value, text) => {
    expect(canonicalJson(value).toString('utf8')).toBe(text);
  });

  it('is refused for half of a character', () => {
    expect(() => canonicalJson({ title: '\ud800' })).toThrow();
  });
});

describe('a signed record', () => {
  const key = recordKey();
  let jws = '';
  beforeAll(async () => {
    jws = await sign(key);
  });
  const parts = (): string[] => jws.split('.');
  const signWith = async (header: object, content: Uint8Array, of: RecordKey = key) =>
    new CompactSign(content)
      .setProtectedHeader({ alg: 'EdDSA', ...header })
      .sign(await importJWK(of.jwk, 'EdDSA'));
  const header = { kid: key.published.kid, typ: RECORD_TYPE, iat: 1_795_000_000 };

  it('is opened with the published key, and its hash is that of its payload', async () => {
    const payload = base64url.decode(parts()[1] ?? '');

    expect(await openRecord(jws, [recordKey().published, key.published])).toEqual({
      record: keptRecord(),
      hash: createHash('sha256').update(payload).digest('hex'),
      kid: key.published.kid,
      signedAt: SIGNED_AT,
    });
    expect(Buffer.from(payload)).toEqual(canonicalJson(keptRecord()));
  });

  it('is refused when anything in it was changed', async () => {
    const [head = '', , signature = ''] = parts();
    const changed = base64url.encode(canonicalJson(keptRecord({ title: 'Siivous' })));
    const later = base64url.encode(JSON.stringify({ alg: 'EdDSA', ...header, iat: 1 }));

    expect(await openRecord(`${head}.${changed}.${signature}`, [key.published])).toBe(
      'wrong-signature',
    );
    expect(await openRecord(`${later}.${parts()[1]}.${signature}`, [key.published])).toBe(
      'wrong-signature',
    );
  });

  it('is refused when its key is not known, or is another process’s', async () => {
    const booking = recordKey('booking');

    expect(await openRecord(jws, [])).toBe('unknown-key');
    expect(await openRecord(await sign(booking), [booking.published])).toBe('unknown-key');
  });

  it('is refused when another key is given under the id of its key, or under one that anybody could have', async () => {
    const forger = recordKey();
    const keyAs = (kid: string) => ({ ...forger.published, kid });
    const forged = (kid: string) =>
      signWith({ ...header, kid }, canonicalJson(keptRecord()), forger);

    for (const kid of [key.published.kid, `dev-${key.published.kid}`, 'evil', 'dev-']) {
      expect(await openRecord(await forged(kid), [keyAs(kid)])).toBe('renamed-key');
    }
    const { kid } = forger.published;
    expect(await openRecord(await forged(`dev-${kid}`), [keyAs(`dev-${kid}`)])).toMatchObject({
      kid: `dev-${kid}`,
    });
  });

  it('is refused in any other text that decodes to the same', async () => {
    // The last character of 64 octets has four bits that are not used.
    const last = ALPHABET.indexOf(jws.slice(-1));
    const other = `${jws.slice(0, -1)}${ALPHABET[last + 1] ?? ''}`;

    expect(Buffer.from(other.split('.')[2] ?? '', 'base64url')).toEqual(
      Buffer.from(parts()[2] ?? '', 'base64url'),
    );
    for (const text of [other, `${jws}=`, jws.replace('.', '=.')]) {
      expect(await openRecord(text, [key.published])).toBe('malformed-record');
    }
  });

  it('stays good when its key is retired, but none is made with such a key', async () => {
    const retired = { ...key.published, retireAt: '2026-12-01T00:00:00Z' };
    const late = await sign(key, keptRecord(), new Date('2026-12-01T00:00:00Z'));

    expect(await openRecord(jws, [retired])).toMatchObject({ kid: retired.kid });
    expect(await openRecord(late, [retired])).toBe('retired-key');
  });

  it.each([
    ['wrong-type', { ...header, typ: 'JOSE' }],
    ['wrong-type', { kid: header.kid, iat: header.iat }],
    ['malformed-record', { kid: header.kid, typ: header.typ }],
  ])('is refused as %s by its header: %j', async (reason, other) => {
    const made = await signWith(other, canonicalJson(keptRecord()));

    expect(await openRecord(made, [key.published])).toBe(reason);
  });

  it.each(['', 'x', '..', 'e30.e30', `${'a'.repeat(9)}.b.c`])('is none: "%s"', async (text) => {
    expect(await openRecord(text, [key.published])).toEqual(expect.any(String));
  });

  it('is refused without a signature, whatever its header says of that', async () => {
    const head = base64url.encode(JSON.stringify({ ...header, alg: 'none' }));

    expect(await openRecord(`${head}.${parts()[1]}.`, [key.published])).toBe('wrong-algorithm');
  });

  it.each([{ ...keptRecord(), version: 2 }, { version: 1 }, []])(
    'is refused when its payload is none that is known here',
    async (content) => {
      const made = await signWith(header, Buffer.from(JSON.stringify(content)));

      expect(await openRecord(made, [key.published])).toBe('unknown-form');
    },
  );

  it('is no signed request, nor is a signed request a record', async () => {
    const { published, jwk } = key;
    const verifier = new RequestVerifier({
      audience: 'karhu',
      keys: { find: (kid) => (kid === published.kid ? toTrustedKey(published) : null) },
      replays: new ReplayGuard(),
      now: () => SIGNED_AT.getTime(),
    });
    const small = await sign(key, { ...keptRecord(), answers: [] });
    const signer = createSigner(
      parseProcessKey(JSON.stringify(jwk), { issuer: 'procurement', isProduction: false }),
    );
    const request = { audience: 'karhu', scope: 'read', body: null } as const;
    const { authorization = '' } = signer.headersFor(request);

    expect(await verifier.verify(`Bearer ${small}`, new Uint8Array())).toEqual({
      kind: 'refused',
      reason: 'wrong-type',
    });
    expect(await openRecord(authorization.replace('Bearer ', ''), [published])).toBe('wrong-type');
  });
});
