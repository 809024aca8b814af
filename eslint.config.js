import graphqlPlugin from '@graphql-eslint/eslint-plugin';
import tseslint from 'typescript-eslint';

const SEND = 'Send through subgraphs/shared/owners, which has limits.';

/** Ways out of a process that no import shows. */
const HIDDEN_WAYS_OUT = [
  { object: 'process', property: 'getBuiltinModule', message: 'Import it: imports are looked at.' },
  { object: 'process', property: 'binding', message: 'Import it: imports are looked at.' },
];
const CLOCK_AND_SETTINGS = [
  { object: 'Date', property: 'now', message: 'Take the injected clock.' },
  { object: 'process', property: 'env', message: 'Settings are read in main.ts only.' },
];

/** Modules that can listen and send, and what of them does neither. */
const HARMLESS_NAMES = {
  http: ['METHODS', 'STATUS_CODES'],
  net: ['BlockList', 'isIP', 'isIPv4', 'isIPv6'],
  ...{ dgram: [], http2: [], https: [], tls: [] },
};
/** @param own - What a file may take besides, by module. */
const importsBut = (own = {}) => [
  'error',
  {
    paths: Object.entries(HARMLESS_NAMES).flatMap(([module, names]) => {
      const allowed = [...names, ...(own[module] ?? [])];
      return [module, `node:${module}`].map((name) => ({
        name,
        allowTypeImports: true,
        ...(allowed.length > 0 && { allowImportNames: allowed }),
        message: SEND,
      }));
    }),
  },
];

/** Sources of the product: what is the same everywhere is oxlint's, in `.oxlintrc.json`. */
const SOURCES = ['gateway/**/*.ts', 'subgraphs/**/*.ts', 'schema/**/*.ts'];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.data/', 'test/', '**/*.js', '**/*.generated.ts'] },
  {
    files: SOURCES,
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'off' },
    rules: {
      'no-restricted-properties': ['error', ...CLOCK_AND_SETTINGS, ...HIDDEN_WAYS_OUT],
      'no-restricted-globals': [
        'error',
        {
          globals: [
            ...['EventSource', 'WebSocket', 'fetch'].map((name) => ({ name, message: SEND })),
            { name: 'global', message: 'Say globalThis.' },
          ],
          checkGlobalObject: true,
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ImportExpression[source.type!="Literal"]',
          message: 'Import by name: imports are looked at.',
        },
      ],
      '@typescript-eslint/no-restricted-imports': importsBut(),
    },
  },
  {
    files: [
      // Entries of processes and commands.
      '**/main.ts',
      'subgraphs/local/network/dev.ts',
      // Looks whether npm is there.
      'subgraphs/shared/process/parent.ts',
      'subgraphs/cooperative/{import,export,new-epoch}.ts',
      'subgraphs/catalogue/import-{cpv,municipalities}.ts',
    ],
    rules: { 'no-restricted-properties': ['error', ...HIDDEN_WAYS_OUT] },
  },
  {
    // Whether somebody listens is asked by connecting.
    files: ['subgraphs/local/network/abandoned.ts', 'subgraphs/shared/mongo/store-address.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': importsBut({ net: ['connect'] }) },
  },
  {
    files: ['subgraphs/local/provider/server.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': importsBut({ http: ['createServer'] }) },
  },
  {
    files: ['subgraphs/local/store/server.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': importsBut({ net: ['createServer'] }) },
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
