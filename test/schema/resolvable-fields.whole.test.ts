import { describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { projectPath, type SubgraphName } from '../../schema/sdl.js';

const PLACES = [
  ['cooperative', 'Service'], // of an entity
  ['booking', 'OrderPayload'], // of an answer
  ['catalogue', 'Query'], // a root field
] as const satisfies readonly (readonly [SubgraphName, string])[];

/** Writes into a copy of the sources what codegen writes when the SDL has one nullable field more in a type. */
function plant(copy: string, subgraph: SubgraphName, type: string): void {
  const insert = (path: string, opening: RegExp, line: string): void => {
    const text = readFileSync(path, 'utf8');
    const planted = text.replace(opening, `$&  ${line}\n`);
    if (planted === text) throw new Error(`${path} has no type ${type}.`);
    writeFileSync(path, planted);
  };
  insert(
    join(copy, 'subgraphs', subgraph, 'schema.generated.ts'),
    new RegExp(`^export type ${type} = \\{\\n`, 'm'),
    "planted: Maybe<Scalars['Int']['output']>;",
  );
  insert(
    join(copy, 'subgraphs', subgraph, 'graph', 'resolvers.generated.ts'),
    new RegExp(`^export type ${type}Resolvers<.*> = \\{\\n`, 'm'),
    "planted?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;",
  );
}

describe('a field in the SDL', () => {
  it('fails the check of the schema where nothing resolves it', () => {
    const { scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    expect(scripts['check']).toContain('npm run check:static');
    expect(scripts['check:static']).toContain('npm run check:schema');
    expect(scripts['check:schema']).toMatch(/&& npm run check:resolvers/);

    const copy = mkdtempSync(join(tmpdir(), 'planted-'));
    try {
      for (const name of ['subgraphs', 'schema', 'tsconfig.json', '.oxlintrc.json', 'package.json'])
        cpSync(projectPath(name), join(copy, name), { recursive: true });
      symlinkSync(projectPath('node_modules'), join(copy, 'node_modules'));
      for (const [subgraph, type] of PLACES) plant(copy, subgraph, type);

      const { stdout, status } = spawnSync('npm', ['run', 'check:resolvers', '--silent'], {
        cwd: copy,
        encoding: 'utf8',
        timeout: 240_000,
      });

      // In colours, and with other frames, where the checker takes the terminal for one.
      const told = stripVTControlCharacters(stdout);
      for (const [subgraph] of PLACES) expect(told).toContain(`[subgraphs/${subgraph}/graph/`);
      expect(status).toBe(1);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
});
