import eslint from '@eslint/js';
import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', '**/*.generated.ts'] },
  {
    files: ['**/*.ts'],
    extends: [eslint.configs.recommended, ...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['**/*.ts'],
    // Entries of processes and commands.
    ignores: [
      '**/main.ts',
      'subgraphs/local/network/dev.ts',
      // Looks whether npm is there.
      'subgraphs/shared/process/parent.ts',
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
    files: ['gateway/**/*.ts', 'subgraphs/**/*.ts', 'schema/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Send through subgraphs/shared/owners, which has limits.' },
      ],
    },
  },
  {
    // Jest calls the default exports of what it is set up with.
    files: ['test/support/jest/*.ts'],
    rules: { 'no-restricted-exports': 'off' },
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
