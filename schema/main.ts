import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { generateTypes } from './codegen.js';
import { composeSupergraph } from './compose.js';
import { findBreakingChanges, RELEASED_CONTRACT_FILE } from './contract.js';
import { projectPath, subgraphSdl, SUPERGRAPH_FILE } from './sdl.js';

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Everything that is made from the SDL files: path and wanted text. */
async function derivedFiles(): Promise<{ path: string; text: string; command: string }[]> {
  return [
    { path: SUPERGRAPH_FILE, text: composeSupergraph(), command: 'compose' },
    ...(await generateTypes()).map((file) => ({ ...file, command: 'codegen' })),
  ];
}

/** Says what is wrong with the schema folder; empty when nothing is. */
async function findFaults(): Promise<string[]> {
  const drift = (await derivedFiles())
    .filter(({ path, text }) => readIfThere(path) !== text)
    .map(
      ({ path, command }) =>
        `${relative(projectPath(), path)} is not what the SDL files give; run "npm run ${command}".`,
    );
  const released = readIfThere(RELEASED_CONTRACT_FILE);
  if (released === null) return [...drift, 'There is no released contract to compare with.'];
  const breaking = await findBreakingChanges(released, subgraphSdl('cooperative'));
  return [...drift, ...breaking.map((change) => `The contract breaks older endpoints: ${change}`)];
}

async function write(command: string): Promise<void> {
  for (const file of await derivedFiles()) {
    if (file.command === command) writeFileSync(file.path, file.text);
  }
}

const USAGE = `Usage: node dist/schema/main.js compose | codegen | check | release
  compose   writes the supergraph
  codegen   writes the types of the subgraphs
  check     says what of these is out of date, and what of the contract would break older endpoints
  release   makes the contract of now the one that older endpoints are held against`;

async function run([command, ...more]: readonly string[]): Promise<number> {
  if ([command, ...more].some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  switch (command) {
    case 'compose':
    case 'codegen':
      await write(command);
      return 0;
    case 'release':
      mkdirSync(dirname(RELEASED_CONTRACT_FILE), { recursive: true });
      writeFileSync(RELEASED_CONTRACT_FILE, subgraphSdl('cooperative'));
      return 0;
    case 'check': {
      const faults = await findFaults();
      for (const fault of faults) process.stderr.write(`${fault}\n`);
      return faults.length === 0 ? 0 : 1;
    }
    case undefined:
    default:
      process.stderr.write(
        `Wanted compose, codegen, release or check, got ${command ?? 'nothing'}.\n${USAGE}\n`,
      );
      return 1;
  }
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
