const USAGE = `Usage: node dist/schema/main.js compose | codegen | check | release
  compose   writes the supergraph and the page on personal data
  codegen   writes the types of the subgraphs
  check     says what of these is out of date, and what of the contract would break older endpoints
  release   makes the contract of now the one that older endpoints are held against`;

/** Composer, generator and comparison take seconds to load. */
const loadDerivedFiles = () => import('./derived-files.js');

async function run([command, ...more]: readonly string[]): Promise<number> {
  if ([command, ...more].some((word) => word === '--help' || word === '-h')) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  switch (command) {
    case 'compose':
    case 'codegen':
      await (await loadDerivedFiles()).writeDerived(command);
      return 0;
    case 'release':
      (await loadDerivedFiles()).releaseContract();
      return 0;
    case 'check': {
      const faults = await (await loadDerivedFiles()).findFaults();
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
