import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { projectPath } from '../../schema/sdl.js';
import { endWithSuite } from '../support/children.js';

const entry = projectPath('dist', 'gateway', 'main.js');

describe('the gateway’s process', () => {
  it('runs alone on a supergraph, says so in one line, and ends on SIGTERM', async () => {
    const child = endWithSuite(
      spawn(process.execPath, [entry], { env: { ...process.env, PORT: '0' } }),
    );
    const lines: string[] = [];
    const output = createInterface({ input: child.stdout }).on('line', (line) => lines.push(line));

    await once(output, 'line');
    const [, url] = /^ready gateway (http:\/\/127\.0\.0\.1:\d+)$/.exec(lines[0] ?? '') ?? [];
    const response = await fetch(`${url ?? ''}/ready`);
    child.kill('SIGTERM');
    const [code] = (await once(child, 'exit')) as [number];

    expect(response.status).toBe(200);
    expect(code).toBe(0);
    expect(lines).toHaveLength(1);
  });

  it.each([
    ['PORT', 'many'],
    ['DEADLINE_MS', '-1'],
    ['SUBGRAPH_URLS', 'catalogue'],
    ['REGISTRY_URL', 'nonsense'],
    ['SUPERGRAPH_FILE', '/nowhere/supergraph.graphql'],
  ])('refuses to start with a bad %s, naming it', async (name, value) => {
    const child = endWithSuite(
      spawn(process.execPath, [entry], { env: { ...process.env, [name]: value } }),
    );
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));

    const [code] = (await once(child, 'close')) as [number];

    expect(code).toBe(1);
    expect(said).toContain(name);
  });
});
