import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '../../../schema/sdl.js';

describe('a bad setting of the gateway, which starts last', () => {
  it.each([
    ['CORS_ORIGINS', 'https://a.example/'],
    ['CORS_ORIGINS', 'a.example'],
    ['DEADLINE_MS', '-1'],
    ['PUBLIC_SUBGRAPHS', 'nothing'],
  ])('is refused by name before anything has started: %s=%s', async (name, value) => {
    const folder = mkdtempSync(join(tmpdir(), 'hub-check-'));
    const entry = projectPath('dist', 'subgraphs', 'local', 'network', 'main.js');
    const child = spawn(process.execPath, [entry, '--data', join(folder, 'data')], {
      env: { ...process.env, MONGODB_URI: '', PORT: '0', [name]: value },
    });
    let [out, said] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));

    const [code] = (await once(child, 'close')) as [number | null];

    expect({ code, out, files: readdirSync(folder) }).toEqual({ code: 1, out: '', files: [] });
    expect(said).toContain(name);
    rmSync(folder, { recursive: true });
  });
});
