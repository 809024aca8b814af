import rooms, { HARMLESS, PURE } from './.dependency-cruiser.js';

/**
 * What is reached when the code runs, over any number of steps: imports of types are left out here, for they are gone by then. Who
 * may import whom, types included, says `.dependency-cruiser.js`.
 */

const SOCKETS = '^(node:)?(dgram|http|http2|https|inspector|net|tls)(/|$)';
/** Who listens, who asks whether somebody listens, and who takes no more than names. `eslint.config.js` says which. */
const WITH_SOCKETS = [
  'subgraphs/booking/telling/delivery/public-address',
  'subgraphs/local/network/abandoned',
  'subgraphs/local/provider/server',
  'subgraphs/local/store/server',
  'subgraphs/shared/http/(answer-client-error|create-app)',
  'subgraphs/shared/mongo/store-address',
  'subgraphs/shared/process/listen',
].map((path) => `^${path}\\.ts$`);

export default {
  forbidden: [
    {
      name: 'a pure core reaches no way out',
      severity: 'error',
      from: { path: PURE },
      to: { reachable: true, path: '^(?!gateway/|schema/|subgraphs/)', pathNot: HARMLESS },
    },
    {
      name: 'few open sockets',
      severity: 'error',
      from: { path: '^(gateway|schema|subgraphs)/', pathNot: WITH_SOCKETS },
      to: { path: SOCKETS },
    },
    {
      name: 'one module requires',
      severity: 'error',
      from: {
        path: '^(gateway|schema|subgraphs)/',
        pathNot: '^subgraphs/shared/words/public-holidays\\.ts$',
      },
      to: { path: '^(node:)?module$' },
    },
  ],
  options: {
    ...rooms.options,
    tsPreCompilationDeps: false,
    // How a client is refused stands in the words of GraphQL's error, wherever it is decided; that is all of GraphQL there.
    doNotFollow: { path: ['node_modules', '^schema/errors\\.ts$'] },
    // As `public-holidays.ts` calls it.
    exoticRequireStrings: ['requireHere'],
    detectProcessBuiltinModuleCalls: true,
  },
};
