import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { projectPath } from '../../../../schema/sdl.js';
import {
  createSubgraphServer,
  type SubgraphServer,
} from '../../../../subgraphs/shared/graphql/subgraph-server.js';
import { toTrustedKey } from '../../../../subgraphs/shared/identity/processes/public-keys.js';
import { ReplayGuard } from '../../../../subgraphs/shared/identity/processes/replay-guard.js';
import {
  REFUSALS,
  RequestVerifier,
  type SignedRequest,
  type TrustedKeys,
} from '../../../../subgraphs/shared/identity/processes/verify-request.js';
import { makeVectors, type SignatureVector, type VectorFile } from './vectors.js';

const FILE = projectPath('schema', 'signature-vectors.json');
const { audience, keys, vectors } = JSON.parse(readFileSync(FILE, 'utf8')) as VectorFile;

const trusted: TrustedKeys = {
  find: (kid) => {
    const key = keys.find((each) => each.kid === kid);
    return key ? toTrustedKey(key) : null;
  },
};

describe('a signed request, as schema/signature-vectors.json has it', () => {
  let server: SubgraphServer;
  let url: string;
  let now = 0;
  let replays = new ReplayGuard();
  const seen: (SignedRequest | null)[] = [];
  beforeAll(async () => {
    server = await createSubgraphServer({
      name: 'booking',
      resolvers: {},
      createContext: (_request, signal, caller) => {
        seen.push(caller);
        return { signal };
      },
      verifier: new RequestVerifier({
        ...{ audience, keys: trusted, now: () => now },
        replays: {
          admit: (...given: Parameters<ReplayGuard['admit']>) => replays.admit(...given),
        } as ReplayGuard,
      }),
      findObstacle: () => null,
      log: pino({ level: 'silent' }),
    });
    url = await server.listen('127.0.0.1', 0);
  });
  afterAll(() => server.close());
  beforeEach(() => {
    replays = new ReplayGuard();
    seen.length = 0;
  });

  const send = async ({ time, authorization, body }: SignatureVector, path = '/graphql') => {
    now = Date.parse(time);
    const response = await fetch(`${url}${path}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization !== null && { authorization }),
      },
      body,
    });
    return { status: response.status, json: (await response.json()) as unknown };
  };
  const byName = (name: string): SignatureVector => {
    const found = vectors.find((each) => each.name === name);
    if (!found) throw new Error(`There is no vector "${name}".`);
    return found;
  };

  it('is what the script writes, and has every reason but the one that depends on how many came', () => {
    const verdicts = new Set(vectors.map(({ verdict }) => verdict));
    const reasons = Object.keys(REFUSALS).filter((reason) => reason !== 'too-many-requests');

    expect(makeVectors()).toMatchObject({ audience, keys, vectors });
    expect([...verdicts].sort()).toEqual(['signed', 'unsigned', ...reasons].sort());
  });

  it.each(vectors.map((vector) => [vector.verdict, vector.name, vector] as const))(
    'is %s: %s',
    async (verdict, _name, vector) => {
      if (vector.isShownBefore) await send(vector);
      seen.length = 0;

      const { status, json } = await send(vector);

      if (verdict === 'signed' || verdict === 'unsigned') {
        expect(status).not.toBe(401);
        expect(seen).toEqual([vector.request]);
        return;
      }
      expect(status).toBe(401);
      expect(json).toMatchObject({
        errors: [{ extensions: { code: 'UNAUTHENTICATED', reason: verdict } }],
      });
      expect(seen).toEqual([]);
    },
  );

  it('is refused rather than another forgotten, until those have expired', async () => {
    replays = new ReplayGuard(1);
    const good = byName('a good request');

    const first = await send(good);
    const full = await send(byName('a request of another process'));
    const later = Date.parse(good.time) + 60_000;

    expect(first.status).toBe(200);
    expect(full.json).toMatchObject({ errors: [{ extensions: { reason: 'too-many-requests' } }] });
    expect(replays.admit('another', later + 1, later)).toBe('fresh');
  });

  it('says what it wants in its body, and not in its address, which is not signed', async () => {
    const { json } = await send(byName('a good request'), '/graphql?query={__typename}');

    expect(json).toMatchObject({ errors: [{ extensions: { reason: 'unsigned-address' } }] });
  });

  it('comes out the same in Python, if that is there', () => {
    const script = projectPath('test', 'shared', 'identity', 'processes', 'verify_vectors.py');
    const { error, status, stdout } = spawnSync('python3', [script, FILE], { encoding: 'utf8' });
    if (error !== undefined || stdout.startsWith('skipped')) {
      process.stderr.write('Skipped: there is no Python with the package cryptography.\n');
      return;
    }

    expect(stdout).toBe(`${vectors.length} of ${vectors.length} as written\n`);
    expect(status).toBe(0);
  });
});
