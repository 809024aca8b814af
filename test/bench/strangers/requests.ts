import { createHash } from 'node:crypto';

/** A request that no well-meaning client sends. */
export interface HostileRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Sent instead of a request, as it stands; the connection is left open for some seconds. */
  readonly raw?: string;
  /** Gone before there is an answer. */
  readonly leaves?: boolean;
}

/** Makes the request of a number; each is another, so that nothing that was kept of one helps with the next. */
export type Kind = (number: number) => HostileRequest;

const JSON_TYPE = { 'content-type': 'application/json' };
const KILOBYTE = 1_024;

const post = (body: unknown, headers: Readonly<Record<string, string>> = JSON_TYPE) => ({
  method: 'POST',
  headers,
  body: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body),
});
const ask = (query: string, rest: object = {}): HostileRequest => post({ query, ...rest });
const get = (search: string): HostileRequest => ({ path: `/graphql?${search}` });
const many = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_none, index) => write(index)).join(' ');
const long = (kilobytes: number, letter = 'x'): string => letter.repeat(kilobytes * KILOBYTE);
const nested = (levels: number, inner: string): string =>
  `${'{ edges { node '.repeat(levels)}${inner}${' } }'.repeat(levels)}`;
const persisted = (sha256Hash: unknown, query?: string): HostileRequest =>
  post({ query, extensions: { persistedQuery: { version: 1, sha256Hash } } });
const bearer = (token: string): HostileRequest =>
  post({ query: '{ __typename }' }, { ...JSON_TYPE, authorization: `Bearer ${token}` });
const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Documents that cost much to read, to check or to plan. */
const DOCUMENTS: readonly Kind[] = [
  (n) =>
    ask(
      `{ a${n}: cooperative(id: "karhu") { ...F0 } } ${many(12, (i) => `fragment F${i} on Cooperative { a: id ...F${i + 1} b: id ...F${i + 1} }`)} fragment F12 on Cooperative { id name }`,
    ),
  (n) => ask(`{ catalogue(search: { text: "${n}${long(40)}" }) { totalCount } }`),
  (n) => ask(`#${n}${long(40)}\n{ __typename }`),
  (n) => ask(`{ __typename }${' '.repeat(40 * KILOBYTE + n)}`),
  (n) => ask(`#${n}\n${'#\n'.repeat(20 * KILOBYTE)}{ __typename }`),
  (n) => ask(`{ ${many(1_600, (i) => `a${n}_${i}: __typename`)} }`),
  (n) => ask(`{ catalogue${nested(500, `{ a${n}: id }`)} }`),
  (n) => ask(`query ($a: ${'['.repeat(2_000)}Int) { a${n}: __typename }`),
  (n) => ask(`{ a${n}: cooperative(id: ${'['.repeat(2_000)}) { id } }`),
  (n) => ask(`{ a${n}: catalogue(search: ${'{ text: '.repeat(1_000)}1) { totalCount } }`),
  (n) => ask(`{ ${many(200, (i) => `a${n}_${i}: catalogue { totalCount }`)} }`),
  (n) => ask(`{ a${n}: cooperative(id: "karhu") { ...A } } fragment A on Cooperative { ...A }`),
  (n) => ask(`{ ${many(1_000, (i) => `nothing${n}_${i}`)} }`),
  (n) => ask(`{ a${n}: __typename ${many(1_000, (i) => `...F${i}`)} }`),
  (n) => ask(`{ a${n}: __typename } ${many(300, (i) => `fragment F${i} on Query { __typename }`)}`),
  (n) => ask(`query (${many(900, () => `$a${n}: Int`)}) { __typename }`),
  (n) => ask(`{ ${many(400, (i) => `a${n}: cooperative(id: "${i}") { id }`)} }`),
  (n) =>
    ask(
      `{ a${n}: __schema { types { fields { type { ${'ofType { '.repeat(12)}name${' }'.repeat(12)} } } } } }`,
    ),
  (n) => ask(`{ ${many(20, (i) => `a${n}_${i}: __schema { types { name description } }`)} }`),
  (n) => ask(`subscription { a${n}: catalogue { totalCount } }`),
  (n) => ask(`nothing ${n} { __typename }`),
  (n) => ask(many(800, (i) => `query A${n}_${i} { __typename }`)),
  (n) => ask(`query ${'x'.repeat(30_000)}${n} { __typename }`),
  (n) => ask(`{ ${many(1_000, (i) => `@skip(if: true) a${n}_${i}`)} }`),
  (n) => ask(`{ a${n}: __typename ${'@include(if: true) '.repeat(1_000)} }`),
];

/** Values that cost much to read, or to answer. */
const VALUES: readonly Kind[] = [
  (n) => ask('query ($t: String) { __typename }', { variables: { t: `${n}${long(1_900)}` } }),
  (n) => post(`{"query":"{ __typename }","variables":{"n":${n},"a":${'['.repeat(100_000)}`),
  (n) => post(`{"query":"{ a${n}: __typename }","variables":${'{"__proto__":'.repeat(999)}1`),
  (n) =>
    ask('query ($first: Int) { catalogue(first: $first) { totalCount } }', {
      variables: { first: `${n}${long(500)}` },
    }),
  (n) => ask(`query ($first: Int!) { a${n}: catalogue(first: $first) { totalCount } }`),
  (n) => ask(`{ a${n}: catalogue(first: 99999999999999999999) { totalCount } }`),
  (n) => ask(`{ a${n}: catalogue(first: 1000000) { totalCount } }`),
  (n) => ask(`{ a${n}: catalogue(first: -1) { totalCount } }`),
  (n) => ask(`{ a${n}: catalogue(after: "${long(4)}") { totalCount } }`),
  (n) =>
    ask(`{ catalogue(search: { text: "${many(1_000, (i) => `w${n}x${i}`)}" }) { totalCount } }`),
  (n) =>
    ask(`{ catalogue(search: { text: "${n}${'\\u202e\\u0301'.repeat(500)}" }) { totalCount } }`),
  (n) =>
    ask('query ($ids: [ID!]) { cooperatives(filter: { ids: $ids }) { totalCount } }', {
      variables: { ids: Array.from({ length: 20_000 }, (_none, i) => `c${n}x${i}`) },
    }),
  (n) =>
    ask(
      `{ ${many(20, (i) => `a${i}: cooperative(id: "nobody-${n}-${i}") { id members { totalCount } }`)} }`,
    ),
  (n) => ask(`{ cooperative(id: "__proto__") { a${n}: id members { totalCount } } }`),
  (n) =>
    ask(
      `{ cooperatives(first: 100) { edges { node { a${n}: members(first: 100) { edges { node { id services { edges { node { id } } } } } } } } } }`,
    ),
  (n) =>
    ask(`mutation { a${n}: publishService(input: { id: "nobody:${n}" }) { userErrors { code } } }`),
];

/** What is hardly a request for GraphQL, or for HTTP. */
const HTTP: readonly Kind[] = [
  (n) => post(Array.from({ length: 50 }, () => ({ query: `{ a${n}: __typename }` }))),
  () => post('[]'),
  (n) => post(Buffer.from([...Buffer.from(`{"query":"{ a${n}: `), 0xff, 0xfe, 0x22])),
  (n) => post(`{"query":"{ a${n}: __typename \\u0000 }"}`),
  (n) => post(`query={__typename}&n=${n}`, { 'content-type': 'application/x-www-form-urlencoded' }),
  (n) => post(`${n}`, {}),
  (n) => post(`${n}`, { ...JSON_TYPE, 'content-encoding': 'gzip' }),
  (n) => post(`{"query":"${n}${long(2_500)}"}`),
  (n) => persisted(createHash('sha256').update(String(n)).digest('hex')),
  (n) => persisted('0'.repeat(64), `{ a${n}: __typename }`),
  (n) => bearer(`${n}.${long(6)}`),
  (n) => bearer(`${encoded({ alg: 'none' })}.${encoded({ sub: n, roles: ['OFFICER'] })}.`),
  (n) => get(`query=${encodeURIComponent(`mutation { a${n}: publishService(input: {}) { x } }`)}`),
  (n) => ({ ...get(`query={__typename}%20%23${n}%ff`), method: 'DELETE' }),
  (n) => ({ path: `/${n}/%ff/../%2e%2e/etc/passwd` }),
  () => ({ path: '/graphiql' }),
  (n) => ({ raw: `GET /graphql?${n} HTTP/1.1\r\nx: ${long(20)}\r\n\r\n` }),
  (n) => ({
    raw: `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1900000\r\n\r\n{"n":${n}`,
  }),
  (n) => ({
    ...ask(`{ cooperatives { edges { node { a${n}: members { totalCount } } } } }`),
    leaves: true,
  }),
];

/** Sixty. */
export const KINDS: readonly Kind[] = [...DOCUMENTS, ...VALUES, ...HTTP];
