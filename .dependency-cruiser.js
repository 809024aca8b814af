/**
 * Who may import whom. Every area of the house has its rooms from the door down to the cellar: a room imports what stands below
 * it and nothing above. A new room gets its place here.
 */
const FLOORS = {
  schema: ['.'],
  gateway: [
    ...['check-settings', '.'],
    ...['pages', 'calendars', 'plugins', 'access', 'direct', 'owners'],
    ...['http', 'limits', 'answers', 'documents', 'request'],
  ],
  'subgraphs/booking': [
    ...['.', 'graph', 'telling', 'telling/delivery', 'telling/messages', 'telling/texts'],
    ...['privacy', 'figures', 'figures/count'],
    ...['exchange', 'exchange/request', 'exchange/candidates'],
    ...['orders', 'orders/commands', 'orders/work', 'orders/admission', 'orders/queries'],
    'telling/outbox',
    ...['orders/agreements', 'orders/owners', 'orders/saga', 'orders/series', 'orders/order'],
    ...['access', 'owners', 'limits', 'store', 'words'],
  ],
  'subgraphs/catalogue': [
    ...['.', 'graph', 'operators', 'following', 'feed'],
    ...['index', 'index/question', 'index/trades', 'index/text', 'index/parts', 'store'],
  ],
  'subgraphs/cooperative': [
    ...['.', 'graph', 'data-source', 'files', 'persons', 'calendar', 'calendar/ical', 'listing'],
    ...['bookings/commands', 'bookings/desk', 'bookings/decide', 'bookings/rows', 'bookings/rules'],
    ...['store', 'capacity'],
  ],
  'subgraphs/procurement': [
    ...['.', 'graph', 'agreements', 'verifications', 'records/export', 'records'],
    ...['search', 'substitutes', 'owners', 'store'],
    ...['matching', 'suppliers', 'substitutes/plan', 'rules', 'need', 'words'],
  ],
  'subgraphs/shared': [
    ...['order-details', 'privacy', 'identity/people', 'network-file', 'graphql'],
    ...[
      'owners/client',
      'owners/guard',
      'identity/processes/routes',
      'identity/processes',
      'owners',
      'mongo',
      'mongo/limits',
      'http',
      'identity/access-page',
      'identity/policy',
      'identity',
    ],
    ...['price', 'lists', 'evidence', 'words/said'],
    ...['words', 'formats', 'turns', 'process/errors', 'process'],
  ],
  'subgraphs/local/network': ['.', 'processes'],
  'subgraphs/local/provider': ['token', '.', 'accounts'],
  'subgraphs/local/store': [
    ...['.', 'commands', 'call', 'update', 'query', 'disk', 'state', 'match', 'wire', 'bson'],
  ],
};

/** What decides and computes, without a database, a network or a schema language. */
export const PURE = [
  'gateway/request/coverage\\.ts$',
  'subgraphs/booking/figures/count/',
  'subgraphs/booking/orders/(order|saga|series)/',
  'subgraphs/booking/telling/(outbox|texts)/',
  'subgraphs/catalogue/index/',
  'subgraphs/cooperative/bookings/(decide|rules)/',
  'subgraphs/cooperative/capacity/',
  'subgraphs/procurement/(matching|need|records/export|rules|substitutes/plan|suppliers)/',
  'subgraphs/shared/(evidence|formats|words)/',
  'subgraphs/shared/identity/policy/',
].map((path) => `^${path}`);

/** All that such code may take from elsewhere: arithmetic, and giving way to others. */
export const HARMLESS = [
  '^(node_modules/)?(csv-stringify|date-holidays|highs|minisearch|multilingual-stemmer|stdnum|temporal-polyfill)(/|$)',
  '^(crypto|module|timers/promises|util|worker_threads)$',
];

/** What the types of a subgraph's SDL are written to: words that every room of it may use. */
const GENERATED = 'schema\\.generated\\.ts$';

const escape = (path) => path.replaceAll('.', '\\.');
const inside = (area, room) =>
  room === '.' ? `^${escape(area)}/[^/]+\\.(ts|js)$` : `^${escape(area)}/${escape(room)}/[^/]+$`;

const upward = Object.entries(FLOORS).flatMap(([area, rooms]) =>
  rooms.slice(1).map((room, index) => ({
    name: `${area}: ${room} imports nothing above it`,
    severity: 'error',
    from: { path: inside(area, room) },
    to: {
      path: rooms.slice(0, index + 1).map((above) => inside(area, above)),
      pathNot: GENERATED,
    },
  })),
);

/** That there are no such modules: not imported, not importing, nor doing neither. */
const absent = (name, modules) => [
  { name, severity: 'error', from: {}, to: modules },
  { name, severity: 'error', from: modules, to: {} },
  { name, severity: 'error', from: { ...modules, orphan: true }, to: {} },
];

const placed = Object.entries(FLOORS).flatMap(([area, rooms]) => {
  const unplaced = {
    path: `^${escape(area)}/`,
    pathNot: [...rooms.map((room) => inside(area, room)), GENERATED],
  };
  return absent(`${area}: every room has its floor`, unplaced);
});

const SUBGRAPHS = ['booking', 'catalogue', 'cooperative', 'procurement', 'local'];

const areas = [
  { from: '^subgraphs/local/network/', to: '^subgraphs/local/(?!network/)' },
  { from: '^subgraphs/local/provider/', to: '^subgraphs/local/(?!provider/)' },
  { from: '^subgraphs/local/store/', to: '^subgraphs/local/(?!store/)' },
  { from: '^schema/', to: '^(gateway|subgraphs|test)/' },
  { from: '^gateway/', to: `^(test|subgraphs/(${SUBGRAPHS.join('|')}))/` },
  { from: '^subgraphs/shared/', to: `^(gateway|test|subgraphs/(${SUBGRAPHS.join('|')}))/` },
  ...SUBGRAPHS.map((name) => ({
    from: `^subgraphs/${name}/`,
    to: `^(gateway|test|subgraphs/(${SUBGRAPHS.filter((other) => other !== name).join('|')}))/`,
  })),
].map(({ from, to }) => ({
  name: `${from.slice(1)} stands apart`,
  severity: 'error',
  from: { path: from },
  to: { path: to },
}));

export default {
  forbidden: [
    { name: 'no circle', severity: 'error', from: {}, to: { circular: true } },
    ...areas,
    ...placed,
    ...absent('every area has its floors', {
      path: '^subgraphs/',
      pathNot: Object.keys(FLOORS).map((area) => `^${area}/`),
    }),
    ...upward,
    {
      name: 'HTTP is sent by one module',
      severity: 'error',
      from: {
        path: '^(gateway|schema|subgraphs)/',
        pathNot: '^subgraphs/shared/owners/(sender|response-reader)\\.ts$',
      },
      to: { path: '^(node_modules/)?undici(/|$)' },
    },
    {
      name: 'a pure core has no way out',
      severity: 'error',
      from: { path: PURE },
      to: {
        path: [
          '^subgraphs/shared/(graphql|http|mongo|owners)/',
          '^(?!gateway/|schema/|subgraphs/)',
        ],
        pathNot: HARMLESS,
      },
    },
  ],
  options: {
    // Imports of types count as any other.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
