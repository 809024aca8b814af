import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { generateTypes } from './codegen.js';
import { composeSupergraph } from './compose.js';
import { findBreakingChanges, RELEASED_CONTRACT_FILE } from './contract.js';
import { PRIVACY_FILE, writePrivacyPage } from './privacy-page.js';
import { projectPath, subgraphSdl, SUPERGRAPH_FILE } from './sdl.js';

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Everything that is made from the SDL files and the registers beside them: path and wanted text. */
async function derivedFiles(): Promise<{ path: string; text: string; command: string }[]> {
  return [
    { path: SUPERGRAPH_FILE, text: composeSupergraph(), command: 'compose' },
    { path: PRIVACY_FILE, text: writePrivacyPage(), command: 'compose' },
    ...(await generateTypes()).map((file) => ({ ...file, command: 'codegen' })),
  ];
}

/** Says what is wrong with the schema folder; empty when nothing is. */
export async function findFaults(): Promise<string[]> {
  const drift = (await derivedFiles())
    .filter(({ path, text }) => readIfThere(path) !== text)
    .map(
      ({ path, command }) =>
        `${relative(projectPath(), path)} is out of date; run "npm run ${command}".`,
    );
  const released = readIfThere(RELEASED_CONTRACT_FILE);
  if (released === null) return [...drift, 'There is no released contract to compare with.'];
  const breaking = await findBreakingChanges(released, subgraphSdl('cooperative'));
  return [...drift, ...breaking.map((change) => `The contract breaks older endpoints: ${change}`)];
}

/** Writes what a command makes. @param command - `compose` or `codegen`. */
export async function writeDerived(command: string): Promise<void> {
  for (const file of await derivedFiles()) {
    if (file.command === command) writeFileSync(file.path, file.text);
  }
}

/** Makes the contract of now the one that older endpoints are held against. */
export function releaseContract(): void {
  mkdirSync(dirname(RELEASED_CONTRACT_FILE), { recursive: true });
  writeFileSync(RELEASED_CONTRACT_FILE, subgraphSdl('cooperative'));
}
