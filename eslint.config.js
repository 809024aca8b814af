import eslint from '@eslint/js';
import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript';
import importX from 'eslint-plugin-import-x';
import { readdirSync } from 'node:fs';
import tseslint from 'typescript-eslint';

const subgraphs = readdirSync('subgraphs', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
  .map((entry) => entry.name);

/** Who may import whom: one zone a folder, made from the folder list. */
const zones = [
  { target: './schema', from: ['./gateway', './subgraphs', './test'] },
  { target: './gateway', from: ['./test', ...subgraphs.map((name) => `./subgraphs/${name}`)] },
  {
    target: './subgraphs/shared',
    from: ['./gateway', './test', ...subgraphs.map((name) => `./subgraphs/${name}`)],
  },
  ...subgraphs.map((name) => ({
    target: `./subgraphs/${name}`,
    from: [
      './gateway',
      './test',
      ...subgraphs.filter((other) => other !== name).map((other) => `./subgraphs/${other}`),
    ],
  })),
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', '**/*.generated.ts'] },
  {
    files: ['**/*.ts'],
    extends: [eslint.configs.recommended, ...tseslint.configs.strictTypeChecked],
    plugins: { 'import-x': importX },
    languageOptions: { parserOptions: { projectService: true } },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-default-export': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['**/*.ts'],
    // Entries of processes and commands.
    ignores: [
      '**/main.ts',
      'subgraphs/cooperative/{import,export,new-epoch}.ts',
      'subgraphs/catalogue/import-{cpv,municipalities}.ts',
      'test/**',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Take the injected clock.' },
        { object: 'process', property: 'env', message: 'Settings are read in main.ts only.' },
      ],
    },
  },
  {
    // Jest calls the default exports of what it is set up with.
    files: ['test/support/jest/*.ts'],
    rules: { 'import-x/no-default-export': 'off' },
  },
  {
    files: ['schema/*.graphql'],
    ignores: ['schema/supergraph.graphql'],
    languageOptions: {
      parser: graphqlPlugin.parser,
      parserOptions: { graphQLConfig: { schema: [] } },
    },
    plugins: { '@graphql-eslint': graphqlPlugin },
    rules: {
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          DirectiveDefinition: true,
        },
      ],
    },
  },
);
