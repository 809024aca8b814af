import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '../../../schema/sdl.js';
import { cooperativeFile, type Json } from '../../cooperative/support.js';

/** Writes a small network, with the cooperative "karhu" unless a test says otherwise, into a new folder. */
export function writeNetwork(
  network: Json = {},
  cooperatives: readonly Json[] = [cooperativeFile()],
): string {
  const dir = mkdtempSync(join(tmpdir(), 'hub-folder-'));
  mkdirSync(join(dir, 'cooperatives'));
  const named = { id: 'small', name: { en: 'Small' }, ...network };
  writeFileSync(join(dir, 'network.json'), JSON.stringify(named));
  for (const file of cooperatives) {
    writeFileSync(join(dir, 'cooperatives', `${String(file['id'])}.json`), JSON.stringify(file));
  }
  return dir;
}

/** How a command ended. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a command as its npm script does.
 * @param entry - Below `dist/subgraphs/`: `cooperative/import.js`.
 * @param cwd - The folder to stand in.
 */
export function runCommand(
  entry: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const path = projectPath('dist', 'subgraphs', entry);
  const all = { ...process.env, MONGODB_URI: '', ...env };
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [path, ...args],
      { cwd, env: all },
      (_error, stdout, stderr) => {
        resolve({ code: child.exitCode, stdout, stderr });
      },
    );
  });
}
