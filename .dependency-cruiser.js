/**
 * Who may import whom. Every area of the house has its rooms from the door down to the cellar: a room imports what stands below
 * it and nothing above. A new room gets its place here.
 */
const FLOORS = {
  gateway: [
    '.',
    ...['pages', 'calendars', 'plugins', 'direct', 'owners'],
    ...['http', 'answers', 'documents', 'request'],
  ],
  'subgraphs/booking': [
    ...['.', 'graph'],
    ...['exchange', 'exchange/request', 'exchange/candidates'],
    ...['orders', 'orders/commands', 'orders/work', 'orders/queries'],
    ...['orders/owners', 'orders/saga', 'orders/order'],
    ...['owners', 'store'],
  ],
  'subgraphs/catalogue': [
    ...['.', 'graph', 'operators', 'following', 'feed'],
    ...['index', 'index/question', 'index/trades', 'index/text', 'index/parts', 'store'],
  ],
  'subgraphs/cooperative': [
    ...['.', 'graph', 'data-source', 'files', 'calendar', 'calendar/ical', 'listing'],
    ...['bookings/commands', 'bookings/desk', 'bookings/decide', 'bookings/rows', 'bookings/rules'],
    ...['store', 'capacity'],
  ],
  'subgraphs/shared': [
    ...['network-file', 'graphql', 'owners', 'mongo', 'http', 'lists', 'words', 'process'],
  ],
  'subgraphs/local/store': [
    ...['.', 'commands', 'call', 'update', 'query', 'state', 'match', 'wire', 'bson'],
  ],
};

/** What decides and computes, without a database, a network or a schema language. */
const PURE = [
  'gateway/request/coverage\\.ts$',
  'subgraphs/booking/orders/(order|saga)/',
  'subgraphs/catalogue/index/',
  'subgraphs/cooperative/bookings/(decide|rules)/',
  'subgraphs/cooperative/capacity/',
  'subgraphs/shared/words/',
];
const IMPURE_PACKAGES =
  'node_modules/(@apollo|@as-integrations|fastify|graphql|mongodb|mongoose|pino|undici)/';
const IMPURE_MODULES =
  '^(node:)?(child_process|cluster|dgram|dns|fs|http|http2|https|net|tls|worker_threads)(/|$)';

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

const placed = Object.entries(FLOORS).flatMap(([area, rooms]) => {
  const unplaced = {
    path: `^${escape(area)}/`,
    pathNot: [...rooms.map((room) => inside(area, room)), '/check-settings/', GENERATED],
  };
  const name = `${area}: every room has its floor`;
  return [
    { name, severity: 'error', from: {}, to: unplaced },
    { name, severity: 'error', from: unplaced, to: {} },
  ];
});

const SUBGRAPHS = ['booking', 'catalogue', 'cooperative', 'local'];

const areas = [
  { from: '^subgraphs/local/network/', to: '^subgraphs/local/store/' },
  { from: '^subgraphs/local/store/', to: '^subgraphs/local/network/' },
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
    ...upward,
    {
      name: 'HTTP is sent by one module',
      severity: 'error',
      from: {
        path: '^(gateway|schema|subgraphs)/',
        pathNot: '^subgraphs/shared/owners/(sender|response-reader)\\.ts$',
      },
      to: { path: 'node_modules/undici/' },
    },
    {
      name: 'a pure core has no way out',
      severity: 'error',
      from: { path: PURE.map((path) => `^${path}`) },
      to: { path: [IMPURE_PACKAGES, IMPURE_MODULES] },
    },
  ],
  options: {
    // Imports of types count as any other.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    includeOnly: ['^(gateway|schema|subgraphs|test)/', IMPURE_PACKAGES, IMPURE_MODULES],
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'] },
  },
};
