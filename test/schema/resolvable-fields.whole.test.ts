import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { projectPath, type SubgraphName } from '../../schema/sdl.js';

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(projectPath('tsconfig.json'), (path) => ts.sys.readFile(path)).config,
  ts.sys,
  projectPath(),
);
const libraries = new Map<string, ts.SourceFile | undefined>();
const typesPath = (subgraph: SubgraphName): string =>
  projectPath('subgraphs', subgraph, 'schema.generated.ts');
const resolversPath = (subgraph: SubgraphName): string =>
  projectPath('subgraphs', subgraph, 'graph', 'resolvers.generated.ts');

/** What the compiler says of a subgraph where codegen has written this, by path. */
function complaintsOf(subgraph: SubgraphName, generated: ReadonlyMap<string, string>): string[] {
  const host = ts.createCompilerHost(options);
  const readFile = host.readFile.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.readFile = (path) => generated.get(path) ?? readFile(path);
  host.getSourceFile = (path, ...rest) => {
    if (!path.includes('/node_modules/')) return getSourceFile(path, ...rest);
    if (!libraries.has(path)) libraries.set(path, getSourceFile(path, ...rest));
    return libraries.get(path);
  };
  const root = projectPath('subgraphs', subgraph, 'graph', 'resolvers.ts');
  const program = ts.createProgram([root], { ...options, noEmit: true }, host);
  return program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.includes(`/subgraphs/${subgraph}/`))
    .flatMap((file) => program.getSemanticDiagnostics(file))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** What codegen writes when the SDL has one nullable field more in one type, by path. */
function plant(subgraph: SubgraphName, type: string): Map<string, string> {
  const insert = (path: string, opening: RegExp, line: string): [string, string] => {
    const text = readFileSync(path, 'utf8');
    const planted = text.replace(opening, `$&  ${line}\n`);
    if (planted === text) throw new Error(`${path} has no type ${type}.`);
    return [path, planted];
  };
  return new Map([
    insert(
      typesPath(subgraph),
      new RegExp(`^export type ${type} = \\{\\n`, 'm'),
      "planted: Maybe<Scalars['Int']['output']>;",
    ),
    insert(
      resolversPath(subgraph),
      new RegExp(`^export type ${type}Resolvers<.*> = \\{\\n`, 'm'),
      "planted?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;",
    ),
  ]);
}

describe('a field in the SDL', () => {
  it.each([
    ['cooperative', 'Service'], // of an entity
    ['booking', 'OrderPayload'], // of an answer
    ['catalogue', 'Query'], // a root field
  ] as const)('fails the check of types where nothing resolves it: in %s, %s', (subgraph, type) => {
    const [complaint] = complaintsOf(subgraph, plant(subgraph, type));
    expect(complaint).toContain("'planted'");
  });

  it('is looked at by the check of the schema too', () => {
    const { scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };

    expect(scripts['check:schema']).toMatch(/&& npm run check:types/);
    expect(scripts['check']).toContain('npm run check:schema');
  });
});
