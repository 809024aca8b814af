import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseGatewayConfig } from '../../gateway/config.js';
import { issuerInput } from '../shared/identity/people/identity.js';

describe('the gateway’s lists of settings', () => {
  it.each([
    ['*', ['*']],
    ['https://example.org', ['https://example.org']],
    ['http://localhost:8080, https://a.example', ['http://localhost:8080', 'https://a.example']],
    ['http://[::1]:3000', ['http://[::1]:3000']],
    ['capacitor://localhost', ['capacitor://localhost']],
  ])('take %s for origins', (text, origins) => {
    expect(parseGatewayConfig({ CORS_ORIGINS: text }).CORS_ORIGINS).toEqual(origins);
  });

  it.each([
    ['a slash at the end', 'https://example.org/'],
    ['a path', 'https://example.org/site'],
    ['a query', 'https://example.org?x'],
    ['no scheme', 'example.org'],
    ['no host', 'https://'],
    ['capitals', 'https://Example.org'],
    ['the port of the scheme', 'https://example.org:443'],
    ['a port that is none', 'https://example.org:99999'],
    ['a name and password', 'https://me:secret@example.org'],
    ['a pattern', 'https://*.example.org'],
    ['letters that a browser would encode', 'https://städ.example'],
    ['null', 'null'],
    ['* beside others', '*, https://example.org'],
    ['nothing', ','],
    ['one wrong among right ones', 'https://a.example, https://b.example/'],
  ])('refuse an origin with %s, and do not repeat it', (_what, text) => {
    const parse = (): unknown => parseGatewayConfig({ CORS_ORIGINS: text });

    expect(parse).toThrow(/CORS_ORIGINS: wanted /);
    expect(parse).not.toThrow(/secret/);
  });

  it('say in which place of the list the fault is', () => {
    const parse = (): unknown =>
      parseGatewayConfig({ CORS_ORIGINS: 'https://a.example,https://b.example/' });

    expect(parse).toThrow(/in place 2 of the list/);
  });

  it.each([
    'a b',
    'x:y',
    'é',
    'Host',
    'content-length',
    'Connection',
    'cookie',
    'Accept',
    'te',
    'Authorization',
  ])('refuse to pass on a header called %s', (name) => {
    const parse = (): unknown => parseGatewayConfig({ FORWARD_HEADERS: `traceparent,${name}` });

    expect(parse).toThrow(/FORWARD_HEADERS: wanted names of headers/);
  });

  it('want a key beside an identity file in production, where nobody is told else who asks', () => {
    const folder = mkdtempSync(join(tmpdir(), 'identity-'));
    const IDENTITY_FILE = join(folder, 'identity.json');
    writeFileSync(IDENTITY_FILE, JSON.stringify({ issuers: [issuerInput()] }));
    const parse = (more: NodeJS.ProcessEnv) => () =>
      parseGatewayConfig({ IDENTITY_FILE, NODE_ENV: 'production', ...more });

    expect(parse({})).toThrow('PROCESS_KEY_FILE: must be set in production beside IDENTITY_FILE');
    expect(parse({ PROCESS_KEY_FILE: 'key.json' })).not.toThrow();
    expect(parse({ NODE_ENV: 'development' })).not.toThrow();
    rmSync(folder, { recursive: true });
  });

  it('know the subgraphs that there are', () => {
    const { PUBLIC_SUBGRAPHS } = parseGatewayConfig({ PUBLIC_SUBGRAPHS: 'catalogue,booking' });
    const parse = (env: NodeJS.ProcessEnv) => (): unknown => parseGatewayConfig(env);

    expect(PUBLIC_SUBGRAPHS).toEqual(['catalogue', 'booking']);
    expect(parse({ PUBLIC_SUBGRAPHS: 'catalog' })).toThrow(
      'PUBLIC_SUBGRAPHS: wanted subgraphs of the supergraph, which are booking, catalogue, cooperative',
    );
    expect(parse({ SUBGRAPH_URLS: 'catalog=http://a.example/graphql' })).toThrow(
      /SUBGRAPH_URLS: wanted subgraphs/,
    );
  });

  it.each([
    'catalogue',
    'catalogue=ftp://x',
    'catalogue=http://',
    'catalogue=http://a,catalogue=http://b',
  ])('refuse the address %s', (text) => {
    expect(() => parseGatewayConfig({ SUBGRAPH_URLS: text })).toThrow(
      /SUBGRAPH_URLS: wanted name=/,
    );
  });

  it('need no catalogue in a supergraph that has none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'supergraph-'));
    const file = join(folder, 'supergraph.graphql');
    writeFileSync(file, 'type Query { a: Int }');
    try {
      expect(parseGatewayConfig({ SUPERGRAPH_FILE: file }).PUBLIC_SUBGRAPHS).toEqual(['catalogue']);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
