import fc from 'fast-check';

/** An HTTP request as bytes: what a program writes that is wrong, or means harm. */
export interface OddRequest {
  readonly method: string;
  readonly search: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

/** Not fast-check's own `binary`, which begins by listing a million of them. */
const anyCharacter = fc
  .integer({ min: 0, max: 0x10_ffff })
  .map((point) => String.fromCodePoint(point));

const oddText = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 20 }),
  fc.constantFrom('', '__proto__', 'constructor', 'toString', '\0', '\ud800', 'x'.repeat(3_000)),
);

/** Names that mean something to JavaScript, beside plain ones. */
const oddName = fc.constantFrom(
  'A',
  'B',
  'a',
  '__proto__',
  'constructor',
  'toString',
  '__typename',
);

const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  oddText,
  fc.constantFrom(null, 0, -1, 1e308, true, {}, [], '{}'),
  fc
    .integer({ min: 1, max: 400 })
    .map((depth) => JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown),
);

const selection = fc.oneof(
  fc.constant('__typename'),
  oddName.map((name) => `${name}: __typename`),
  oddName.map((name) => `...${name}`),
  oddName.map((name) => `... on ${name} { ${name} }`),
  oddName.map((name) => `__typename @${name}`),
  fc.constantFrom(
    '__typename @skip(if: $A)',
    '__type(name: $A) { name }',
    '__schema { types { name } }',
    '... @defer { __typename }',
  ),
  oddName.map((name) => `${name}(${name}: ${name}) { ${name} }`),
);

const operation = fc
  .record({
    kind: fc.constantFrom('', 'query', 'query', 'mutation', 'subscription'),
    name: fc.option(oddName, { nil: '' }),
    variables: fc.constantFrom(
      '',
      '',
      '($A: Boolean = true)',
      '($A: String!)',
      '($__proto__: Int, $A: ID)',
    ),
    selections: fc.array(selection, { minLength: 1, maxLength: 4 }),
  })
  .map(({ kind, name, variables, selections }) =>
    kind === ''
      ? `{ ${selections.join(' ')} }`
      : `${kind} ${name} ${variables} { ${selections.join(' ')} }`,
  );

const document = fc
  .record({
    operations: fc.array(operation, { maxLength: 3 }),
    fragments: fc.array(fc.tuple(oddName, selection), { maxLength: 2 }),
    noise: fc.option(oddText, { nil: '' }),
  })
  .map(({ operations, fragments, noise }) =>
    [
      ...operations,
      ...fragments.map(([name, part]) => `fragment ${name} on Query { ${part} }`),
      noise,
    ].join(' '),
  );

const mostly = <Value>(usual: fc.Arbitrary<Value>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 4, arbitrary: usual }, { weight: 1, arbitrary: oddValue });

const parameters = fc.record(
  {
    query: mostly(document),
    operationName: mostly(oddName),
    variables: mostly(fc.dictionary(oddName, oddValue, { maxKeys: 3 })),
    extensions: mostly(
      fc.record({
        persistedQuery: mostly(
          fc.record({
            version: mostly(fc.constant(1)),
            sha256Hash: mostly(fc.constant('0'.repeat(64))),
          }),
        ),
      }),
    ),
  },
  { requiredKeys: [] },
);

const headers = fc.record(
  {
    accept: fc.oneof(
      fc.constantFrom(
        '*/*',
        'application/json',
        'application/graphql-response+json',
        'text/html',
        'a/b;q=0, */*',
        ';q',
        ',',
      ),
      fc.string({ maxLength: 20 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '')),
    ),
    'content-type': fc.constantFrom(
      'application/json',
      'application/json',
      'text/plain',
      'application/json; charset=latin1',
      ';',
      'application/json;;x',
    ),
    'content-encoding': fc.constantFrom('identity', 'gzip', 'nonsense'),
    'x-request-id': fc.constantFrom('a', 'a b', '__proto__'),
    'accept-language': fc.constantFrom('fi', '', ';;', '*'),
    'if-none-match': fc.constantFrom('*', '"', 'W/"x"'),
    origin: fc.constantFrom('null', 'https://a.example', ''),
  },
  { requiredKeys: ['content-type'] },
);

const body = fc.oneof(
  { weight: 6, arbitrary: parameters.map((given) => Buffer.from(JSON.stringify(given))) },
  { weight: 1, arbitrary: oddValue.map((value) => Buffer.from(JSON.stringify(value))) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)) },
  {
    weight: 1,
    arbitrary: parameters.map((given) => Buffer.from(JSON.stringify(given).slice(0, -1))),
  },
);

const inText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

const search = parameters.map((given) => {
  const pairs = Object.entries(given).map(
    ([name, value]) => [name, Buffer.from(inText(value)).toString()] as [string, string],
  );
  return `?${new URLSearchParams(pairs).toString()}`;
});

/** Requests to `/graphql`, few of which are right. */
export const oddRequest: fc.Arbitrary<OddRequest> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ method: fc.constant('POST'), search: fc.constant(''), headers, body }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ method: fc.constant('GET'), search, headers, body: fc.constant(null) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      method: fc.constantFrom('PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS'),
      search: fc.constantFrom('', '?%', '?query=%ff', '?a=b&a=c'),
      headers,
      body: fc.constant(null),
    }),
  },
);
