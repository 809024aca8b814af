import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { hanging, sendJson, tampering, type Behaviour } from '../../support/fakes/endpoint.js';
import { cooperativeSchema } from '../../support/fakes/gateway-schemas.js';

export const schema = cooperativeSchema('lumo');

/** The first of this in the answer as something else. */
export const replacing = (from: string | RegExp, to: string): Behaviour =>
  tampering(schema, (answer) => {
    if (!new RegExp(from).test(answer)) return answer;
    return answer.replace(from, to);
  });

/** The rows of the answer changed as a list. */
export const rows = (change: (list: Record<string, unknown>[]) => unknown): Behaviour =>
  tampering(schema, (answer) => {
    const body = JSON.parse(answer) as { data: { _entities: Record<string, unknown>[] } };
    return JSON.stringify({ data: { _entities: change(body.data._entities) } });
  });

function* blanks(bytes: number): Generator<Buffer> {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  yield Buffer.from('{"data":');
  for (let sent = 0; sent < bytes; sent += chunk.length) yield chunk;
  yield Buffer.from('null}');
}

export function stream(response: ServerResponse, bytes: number): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  // The gateway hangs up before the end, which is no error here.
  pipeline(Readable.from(blanks(bytes)), response).catch(() => undefined);
}

function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => {
    clearInterval(timer);
  });
}

export const ERROR = 'DOWNSTREAM_SERVICE_ERROR';
export const CASES: readonly (readonly [string, Behaviour, string, RegExp])[] = [
  ['breaks off the connection', (_q, response) => response.destroy(), ERROR, /broke off/],
  ['hangs', hanging, 'GATEWAY_TIMEOUT', /in time/],
  [
    'sends its headers and hangs',
    (_q, response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{'),
    'GATEWAY_TIMEOUT',
    /in time/,
  ],
  [
    'drips',
    (_q, response) => {
      drip(response);
    },
    'GATEWAY_TIMEOUT',
    /in time/,
  ],
  [
    'answers HTML',
    (_q, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
    ERROR,
    /text\/html/,
  ],
  [
    'answers HTML and calls it JSON',
    (_q, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('<html>'),
    ERROR,
    /broken JSON/,
  ],
  [
    'redirects',
    (_q, response) => response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
    ERROR,
    /redirect/,
  ],
  [
    'compresses',
    (_q, response) =>
      response
        .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
        .end('{}'),
    ERROR,
    /compressed/,
  ],
  [
    'answers 100 MB',
    (_q, response) => {
      stream(response, 100_000_000);
    },
    ERROR,
    /too much/,
  ],
  [
    'answers a list',
    (_q, response) => {
      sendJson(response, []);
    },
    ERROR,
    /an object/,
  ],
  [
    'answers a text',
    (_q, response) => {
      sendJson(response, 'data');
    },
    ERROR,
    /an object/,
  ],
  [
    'answers null',
    (_q, response) => {
      sendJson(response, null);
    },
    ERROR,
    /an object/,
  ],
  [
    'answers nothing',
    (_q, response) => {
      sendJson(response, {});
    },
    ERROR,
    /data or errors/,
  ],
  [
    'answers 500 and no data',
    (_q, response) => {
      sendJson(response, {}, 500);
    },
    ERROR,
    /data or errors/,
  ],
  [
    'answers data of a wrong shape',
    (_q, response) => {
      sendJson(response, { data: [] });
    },
    ERROR,
    /object/,
  ],
  [
    'has no entities',
    (_q, response) => {
      sendJson(response, { data: {} });
    },
    ERROR,
    /a list of/,
  ],
  ['answers too few rows', rows((list) => list.slice(1)), ERROR, /a list of/],
  ['answers too many rows', rows((list) => [...list, ...list]), ERROR, /a list of/],
  [
    'answers an object for a list',
    rows((list) => Object.fromEntries(list.entries())),
    ERROR,
    /a list of/,
  ],
  ['answers lists in a list', rows((list) => list.map((row) => [row])), ERROR, /an object/],
  ['answers texts for rows', rows((list) => list.map(() => 'row')), ERROR, /an object/],
  ['answers another’s ids', replacing(/"lumo(:\w+)?"/g, '"karhu$1"'), ERROR, /the row lumo/],
  ['answers another type', replacing(/"(Service|Cooperative)"/g, '"Member"'), ERROR, /the type/],
  [
    'answers an undeclared type',
    replacing(/"(Service|Cooperative)"/g, '"Nonsense"'),
    ERROR,
    /the type/,
  ],
  ['leaves the type out', replacing(/"typename_":/g, '"other":'), ERROR, /the type/],
  [
    'answers errors that are a text',
    replacing('{"data"', '{"errors":"no","data"'),
    ERROR,
    /a list/,
  ],
  ['answers errors that are none', replacing('{"data"', '{"errors":[7],"data"'), ERROR, /an error/],
  [
    'answers errors with broken paths',
    replacing('{"data"', '{"errors":[{"message":"x","path":{"a":1}}],"data"'),
    ERROR,
    /a path/,
  ],
];

/** What only the members part of the answer can get wrong. */
export const MEMBERS_CASES: readonly (readonly [string, Behaviour, RegExp])[] = [
  ['a text for a number', replacing('"totalCount":2', '"totalCount":"2"'), /totalCount: .*Int/],
  ['a count below 0', replacing('"totalCount":2', '"totalCount":-1'), /totalCount: .*Int/],
  [
    'more members than were asked for',
    replacing(/"edges":\[(.*?\})\]/, `"edges":[${Array(21).fill('$1').join()}]`),
    /members\.edges: wanted at most 20, got a list of 42/,
  ],
  ['a fraction for a whole number', replacing('"totalCount":2', '"totalCount":2.5'), /Int/],
  ['null where null may not be', replacing('"totalCount":2', '"totalCount":null'), /never null/],
  ['a missing field', replacing('"totalCount":2,', ''), /got nothing/],
  ['a text for a list', replacing(/"edges":\[.*?\]/, '"edges":"no"'), /a list/],
  ['an object for a list', replacing(/"edges":\[.*?\]/, '"edges":{}'), /a list/],
  [
    'a list for an object',
    rows((list) => list.map((row) => ({ ...row, members: [] }))),
    /an object/,
  ],
  ['a text for an object', replacing(/"node":\{[^}]*\}/, '"node":"no"'), /an object/],
  ['a number for a text', replacing('"Member 1 of lumo"', '1'), /String/],
  ['a member of another cooperative', replacing('"lumo:m2"', '"karhu:m2"'), /an id of lumo/],
  ['an id that is none', replacing('"lumo:m2"', '"nonsense!"'), /an id of lumo/],
];
