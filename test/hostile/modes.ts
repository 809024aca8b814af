import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

/** Text of the kind that must never leave the hub: an endpoint puts it wherever it can put text. */
const SECRET = 'mongodb://admin:hunter2@10.0.0.5/coop';
/** What of it is looked for. */
export const SECRET_PARTS: readonly string[] = ['hunter2', '10.0.0.5'];

/** An answer of the real endpoint behind. */
export interface HonestAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A request that came in, and how it can be answered. */
export interface Occasion {
  readonly response: ServerResponse;
  /** Whether GraphQL was asked; else a calendar. */
  readonly isGraphql: boolean;
  /** What the real endpoint says; it is asked once. */
  readonly honest: () => Promise<HonestAnswer>;
}

/** A way to misbehave. */
export interface Mode {
  readonly name: string;
  act(occasion: Occasion): Promise<void> | void;
  /** Whether nobody can tell it from honesty in a calendar or a feed: an event, or a change that is not the last, left out. */
  readonly isPlausible?: true;
}

type Json = Record<string, unknown>;
interface Body {
  data?: Json | null;
  errors?: unknown;
  [key: string]: unknown;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const textOf = (answer: HonestAnswer): string => answer.body.toString('utf8');
const typeOf = ({ headers }: HonestAnswer): Record<string, string> => ({
  'content-type': headers['content-type'] ?? 'application/json',
});

/** Sends what the real endpoint says, byte for byte. */
export async function behave({ response, honest }: Occasion): Promise<void> {
  const answer = await honest();
  response.writeHead(answer.status, { ...typeOf(answer), 'content-length': answer.body.length });
  response.end(answer.body);
}

const constant = (name: string, status: number, headers: Record<string, string>, body: string) =>
  ({
    name,
    act: ({ response }) => {
      response.writeHead(status, headers).end(body);
    },
  }) satisfies Mode;

const saying = (name: string, body: unknown, status = 200): Mode =>
  constant(name, status, JSON_TYPE, JSON.stringify(body));

/** Changes the honest text. */
const changing = (
  name: string,
  change: (text: string) => string,
  more: Partial<Mode> = {},
): Mode => ({
  name,
  ...more,
  act: async ({ response, honest }) => {
    const answer = await honest();
    response.writeHead(200, typeOf(answer)).end(change(textOf(answer)));
  },
});

/** Changes an honest GraphQL answer; calendars go through a change of their text. */
const tampering = (
  name: string,
  tamper: (body: Body) => unknown,
  calendar: (text: string) => string = (text) => text.slice(0, -20),
  more: Partial<Mode> = {},
): Mode => ({
  name,
  ...more,
  act: async ({ response, isGraphql, honest }) => {
    const answer = await honest();
    const text = textOf(answer);
    const changed = isGraphql ? JSON.stringify(tamper(JSON.parse(text) as Body)) : calendar(text);
    response.writeHead(200, typeOf(answer)).end(changed);
  },
});

/** Replaces every value of an answer's data, the deepest first. */
function mapData(body: Body, change: (value: unknown, key: string) => unknown): Body {
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value))
      return change(
        value.map((item) => walk(item, key)),
        key,
      );
    if (typeof value === 'object' && value !== null) {
      const entries = Object.entries(value).map(([name, item]) => [name, walk(item, name)]);
      return change(Object.fromEntries(entries), key);
    }
    return change(value, key);
  };
  return { ...body, data: body.data ? (walk(body.data, 'data') as Json) : null };
}

/** Changes the lists that hold rows: entities, changes of a feed, legs of an order. */
const LISTS: readonly string[] = ['_entities', 'changes', 'legs'];
const changingRows = (change: (rows: unknown[]) => unknown) => (body: Body) =>
  mapData(body, (value, key) =>
    Array.isArray(value) && LISTS.includes(key) ? change(value) : value,
  );

const secretError = (more: Json = {}): Json => ({ message: SECRET, ...more });
const withoutFirstEvent = (text: string): string =>
  text.replace(/BEGIN:VEVENT[\s\S]*?END:VEVENT\r\n/, '');

/** Ways of an endpoint to misbehave, in what it sends and how. */
export const MODES: readonly Mode[] = [
  // Connections and time.
  { name: 'hang', act: () => undefined },
  { name: 'reset', act: ({ response }) => void response.socket?.resetAndDestroy() },
  {
    name: 'headers-then-hang',
    act: ({ response }) => {
      response.writeHead(200, JSON_TYPE).write('{');
    },
  },
  {
    name: 'headers-then-reset',
    act: ({ response }) => {
      response.writeHead(200, { ...JSON_TYPE, 'content-length': 500 }).write('{"data":', () => {
        response.socket?.resetAndDestroy();
      });
    },
  },
  {
    name: 'drip',
    act: ({ response }) => {
      response.writeHead(200, JSON_TYPE);
      const timer = setInterval(() => response.write(' '), 50);
      response.on('close', () => {
        clearInterval(timer);
      });
    },
  },
  {
    name: 'half-answer',
    act: async ({ response, honest }) => {
      const answer = await honest();
      const half = answer.body.subarray(0, answer.body.length >> 1);
      response.writeHead(200, { ...typeOf(answer), 'content-length': answer.body.length });
      response.write(half, () => {
        response.destroy();
      });
    },
  },
  {
    name: 'cut-with-right-length',
    act: async ({ response, honest }) => {
      const answer = await honest();
      const half = answer.body.subarray(0, answer.body.length >> 1);
      response.writeHead(200, { ...typeOf(answer), 'content-length': half.length }).end(half);
    },
  },
  {
    name: 'endless',
    act: ({ response }) => {
      response.writeHead(200, JSON_TYPE);
      const chunk = Buffer.alloc(256 * 1024, ' ');
      let left = 400;
      const pour = (): void => {
        while (left > 0 && !response.destroyed) {
          left -= 1;
          if (!response.write(chunk)) {
            response.once('drain', pour);
            return;
          }
        }
        response.end('null');
      };
      response.on('error', () => undefined);
      pour();
    },
  },
  {
    name: 'no-http',
    act: ({ response }) => {
      response.socket?.end(`${SECRET}\r\n\r\n`);
    },
  },
  {
    name: 'odd-headers',
    act: async ({ response, honest }) => {
      const answer = await honest();
      const headers = { ...typeOf(answer), etag: `"${SECRET}"`, 'x-secret': SECRET };
      response.writeHead(500, { ...headers, 'set-cookie': SECRET }).end(SECRET);
    },
  },
  // Statuses and media types.
  constant('empty', 200, JSON_TYPE, ''),
  constant('no-content', 204, {}, ''),
  constant('not-modified', 304, {}, ''),
  constant('redirect', 302, { location: `http://127.0.0.1:1/?${SECRET}` }, ''),
  constant('redirect-kept', 307, { location: '/graphql' }, ''),
  constant('html', 200, { 'content-type': `text/html; charset=utf-8` }, `<p>${SECRET}</p>`),
  constant('html-502', 502, { 'content-type': 'text/html' }, `<p>${SECRET}</p>`),
  constant('html-as-json', 200, JSON_TYPE, `<p>${SECRET}</p>`),
  constant('odd-type', 200, { 'content-type': `application/hunter2; ${SECRET}` }, '{}'),
  constant('plain-503', 503, { 'content-type': 'text/plain', 'retry-after': '9' }, SECRET),
  saying('http401', { errors: [secretError({ extensions: { code: 'UNAUTHENTICATED' } })] }, 401),
  saying(
    'http403',
    { errors: [secretError({ extensions: { code: 'FORBIDDEN', argument: SECRET } })] },
    403,
  ),
  saying('http429', { errors: [secretError()] }, 429),
  saying(
    'http500',
    { errors: [secretError({ extensions: { exception: { stacktrace: [SECRET] } } })] },
    500,
  ),
  {
    name: 'bomb',
    act: ({ response }) => {
      const headers = { ...JSON_TYPE, 'content-encoding': 'gzip' };
      response.writeHead(200, headers).end(gzipSync(Buffer.alloc(20_000_000, ' ')));
    },
  },
  {
    name: 'gzip',
    act: async ({ response, honest }) => {
      const answer = await honest();
      const headers = { ...typeOf(answer), 'content-encoding': 'gzip' };
      response.writeHead(200, headers).end(gzipSync(answer.body));
    },
  },
  // Shapes of the whole.
  saying('wrong-shape=string', SECRET),
  saying('wrong-shape=list', [SECRET]),
  saying('wrong-shape=null', null),
  saying('wrong-shape=data', { data: SECRET }),
  saying('wrong-shape=errors', { data: {}, errors: SECRET }),
  saying('wrong-shape=error', { data: {}, errors: [SECRET] }),
  saying('empty-object', {}),
  saying('data-null', { data: null }),
  saying('errors-only', { errors: [secretError({ locations: [{ line: 1, column: 1 }] })] }),
  saying('errors-everywhere', {
    data: null,
    errors: [
      secretError({ path: [SECRET, 0, SECRET], locations: SECRET, extensions: { code: SECRET } }),
    ],
  }),
  saying('many-errors', {
    data: null,
    errors: Array.from({ length: 20_000 }, (_, index) =>
      secretError({ message: `Cannot query field "x${index}" on type "Service".` }),
    ),
  }),
  // Rows.
  tampering('partial', (body) => ({
    ...changingRows((rows) => rows.map((row, index) => (index === 0 ? null : row)))(body),
    errors: [secretError({ path: ['_entities', 0] })],
  })),
  tampering(
    'null-each',
    changingRows((rows) => rows.map(() => null)),
  ),
  tampering('null-all', (body) => ({
    data: Object.fromEntries(Object.keys(body.data ?? {}).map((key) => [key, null])),
  })),
  tampering('null-all-with-error', (body) => ({
    data: Object.fromEntries(Object.keys(body.data ?? {}).map((key) => [key, null])),
    errors: [
      secretError({
        path: Object.keys(body.data ?? {}),
        extensions: { code: 'NOT_FOUND', withdrawnAt: SECRET },
      }),
    ],
  })),
  tampering(
    'too-few-entities',
    changingRows((rows) => rows.slice(1)),
    withoutFirstEvent,
    {
      isPlausible: true,
    },
  ),
  tampering(
    'too-many-entities',
    changingRows((rows) => [...rows, ...rows]),
    (text) => text + text,
  ),
  tampering(
    'reversed',
    changingRows((rows) => [...rows].reverse()),
  ),
  tampering(
    'wrong-typename',
    (body) => mapData(body, (value, key) => (/typename/i.test(key) ? 'Member' : value)),
    (text) => text.replaceAll('VEVENT', 'VTODO'),
    { isPlausible: true },
  ),
  tampering('ids-of-another', (body) =>
    mapData(body, (value) =>
      typeof value === 'string' ? value.replace(/^karhu(:|$)/, 'lumo$1') : value,
    ),
  ),
  tampering('secret-ids', (body) =>
    mapData(body, (value, key) => (/^id/.test(key) && typeof value === 'string' ? SECRET : value)),
  ),
  tampering('secret-values', (body) =>
    mapData(body, (value, key) =>
      typeof value === 'string' && !/^id|typename/.test(key) ? SECRET : value,
    ),
  ),
  tampering('numbers-for-texts', (body) =>
    mapData(body, (value) => (typeof value === 'string' ? 7 : value)),
  ),
  tampering('texts-for-numbers', (body) =>
    mapData(body, (value) => (typeof value === 'number' ? SECRET : value)),
  ),
  tampering('huge-numbers', (body) =>
    mapData(body, (value) => (typeof value === 'number' ? 1e308 : value)),
  ),
  tampering('proto-keys', (body) => ({
    ...body,
    ['__proto__x']: 1,
    constructor: SECRET,
    toString: SECRET,
  })),
  changing('proto-json', (text) =>
    text.replace('{', '{"__proto__":{"data":"hunter2","errors":"hunter2"},'),
  ),
  changing('duplicate-keys', (text) =>
    text.replaceAll(/"(id_?)":"karhu:(?!m)[^"]*"/g, '"$1":"karhu:same"'),
  ),
  changing('byte-order-mark', (text) => `\ufeff${text}`),
  changing('broken-json', (text) => text.replace(/.$/s, SECRET)),
];
