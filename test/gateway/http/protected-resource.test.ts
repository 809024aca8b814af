import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseGatewayConfig } from '../../../gateway/config.js';
import { identityOf } from '../../../subgraphs/local/provider/accounts/identity.js';
import { startGatewayNetwork } from '../../support/networks/gateway-network.js';

const ISSUER = 'http://127.0.0.1:4003';
const PATH = '/.well-known/oauth-protected-resource';

describe('where one signs in', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-identity-'));
  const write = (name: string, content: object): string => {
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(content));
    return file;
  };
  let demo = '';
  let real = '';
  beforeAll(() => {
    const { issuers } = identityOf(ISSUER);
    demo = write('demo.json', identityOf(ISSUER));
    real = write('real.json', { issuers });
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['is told by a gateway with an identity file', { with: 'demo', production: false }, 200],
    ['is not told by one without', { with: null, production: false }, 404],
    ['is not told in production', { with: 'real', production: true }, 404],
  ])('%s', async (_what, { with: file, production }, status) => {
    const network = await startGatewayNetwork({
      env: {
        ...(file !== null && { IDENTITY_FILE: file === 'demo' ? demo : real }),
        ...(production && { NODE_ENV: 'production', PROCESS_KEY_FILE: 'key.json' }),
      },
    });

    const answer = await fetch(`${network.url}${PATH}`);

    expect(answer.status).toBe(status);
    if (status === 200) {
      expect(await answer.json()).toEqual({
        resource: 'https://hub.example',
        authorization_servers: [ISSUER],
        bearer_methods_supported: ['header'],
      });
    }
    await network.close();
  });

  it('is not known of the demo provider in production, nor from a file that is not there', () => {
    const parse = (env: Record<string, string>) => (): unknown => parseGatewayConfig(env);

    expect(parse({ IDENTITY_FILE: demo, NODE_ENV: 'production' })).toThrow(
      /IDENTITY_FILE: .*demo\.json is of the demo provider, which is refused in production/,
    );
    expect(parse({ IDENTITY_FILE: join(folder, 'none.json') })).toThrow(
      /wanted the identity file \(IDENTITY_FILE\), found no such file/,
    );
  });
});
