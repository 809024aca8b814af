import { generate } from '@graphql-codegen/cli';
import { readFileSync } from 'node:fs';
import { projectPath, SUBGRAPHS, subgraphSdl, type SubgraphName } from './sdl.js';

const STRING_SCALARS = [
  'LanguageCode',
  'CountryCode',
  'MunicipalityCode',
  'CpvCode',
  'Date',
  'LocalTime',
] as const;

export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

const RESOLVERS_FILE = 'resolvers.generated.ts';

/** What both files of a subgraph are made with, so that they agree. */
const COMMON = {
  useTypeImports: true,
  enumType: 'string-literal',
  enumsAsTypes: true,
  // A nullable field that nobody thought of is then no object of its type, instead of null for ever.
  avoidOptionals: { field: true, inputValue: false, object: false, defaultValue: false },
  maybeValue: 'T | null | undefined',
  defaultScalarType: 'unknown',
  scalars: {
    ...Object.fromEntries(STRING_SCALARS.map((scalar) => [scalar, 'string'])),
    DateTime: { input: 'string', output: 'string | Date' },
  },
};

/** What the resolvers of a subgraph receive as parent of each type, as `FILE#TYPE` beside them. */
function readMappers(subgraph: SubgraphName): Record<string, string> {
  const path = projectPath('subgraphs', subgraph, 'graph', 'mappers.json');
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>;
}

/**
 * The types of a subgraph's SDL, which import nothing, and those of its resolvers, which import what the subgraph's own
 * resolvers are given: whoever needs a word of the SDL alone does not import the subgraph.
 */
function outputsOf(subgraph: SubgraphName) {
  const schema = subgraphSdl(subgraph);
  const context = `${subgraph[0]?.toUpperCase() ?? ''}${subgraph.slice(1)}Context`;
  const types = { schema, plugins: ['typescript'], config: COMMON };
  const resolvers = {
    schema,
    plugins: ['typescript-resolvers'],
    config: {
      ...COMMON,
      federation: true,
      namespacedImportName: 'Types',
      importExtension: '.js',
      emitLegacyCommonJSImports: false,
      contextType: `./context.js#${context}`,
      mappers: readMappers(subgraph),
    },
  };
  return [
    [projectPath('subgraphs', subgraph, 'schema.generated.ts'), types],
    [projectPath('subgraphs', subgraph, 'graph', RESOLVERS_FILE), resolvers],
  ] as const;
}

/** Generates the types of each subgraph. Writes nothing. */
export async function generateTypes(): Promise<GeneratedFile[]> {
  const generates = Object.fromEntries(SUBGRAPHS.flatMap(outputsOf));
  const files = (await generate({ generates, silent: true, errorsOnly: true }, false)) as {
    filename: string;
    content: string;
  }[];
  return files.map(({ filename, content }) => ({
    path: filename,
    text: filename.endsWith(RESOLVERS_FILE) ? withTypes(content) : content,
  }));
}

/**
 * The types of resolvers with the import that their plugin leaves to its caller. It forgets the namespace in its table of
 * entities (`@graphql-codegen/typescript-resolvers` 6.1).
 */
function withTypes(resolvers: string): string {
  const text = resolvers.replace(/^export type FederationTypes = \{[^}]*\}/m, (table) =>
    table.replaceAll(/: (\w+);/g, ': Types.$1;'),
  );
  return `import type * as Types from '../schema.generated.js';\n${text}`;
}
