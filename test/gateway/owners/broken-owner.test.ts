import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  hanging,
  honest,
  sendJson,
  tampering,
  type Behaviour,
} from '../../support/fakes/endpoint.js';
import { pick } from '../../support/pick.js';
import { cooperativeSchema } from '../../support/fakes/gateway-schemas.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';
import { units } from '../../support/unit.js';

const DEADLINE_MS = units(10);
/** What a busy machine may add; an answer that waited for a hanging owner would take far longer. */
const ROOM_MS = units(30);
const QUERY = `{
  cooperatives { edges { node { id name members { totalCount edges { node { id name } cursor } } } } }
  catalogue(first: 9) { edges { node { id title { text } published } } }
}`;

const schema = cooperativeSchema('lumo');

/** The first of this in the answer as something else. */
const replacing = (from: string | RegExp, to: string): Behaviour =>
  tampering(schema, (answer) => {
    if (!new RegExp(from).test(answer)) return answer;
    return answer.replace(from, to);
  });

/** The rows of the answer changed as a list. */
const rows = (change: (list: Record<string, unknown>[]) => unknown): Behaviour =>
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

function stream(response: ServerResponse, bytes: number): void {
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

const ERROR = 'DOWNSTREAM_SERVICE_ERROR';
const CASES: readonly (readonly [string, Behaviour, string, RegExp])[] = [
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
const MEMBERS_CASES: readonly (readonly [string, Behaviour, RegExp])[] = [
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

describe('an answer with one owner that fails', () => {
  let network: GatewayNetwork;
  beforeAll(async () => {
    network = await startGatewayNetwork({ env: { DEADLINE_MS: String(DEADLINE_MS) } });
  });
  afterAll(() => network.close());
  afterEach(() => {
    network.owner('lumo').behaviour = honest(schema);
  });

  it.each(CASES)(
    'is whole but for the live fields of one that %s',
    async (_how, behaviour, code, problem) => {
      network.owner('lumo').behaviour = behaviour;

      const { data, errors = [], extensions, tookMs } = await network.ask(QUERY);

      expect(tookMs).toBeLessThan(DEADLINE_MS + ROOM_MS);
      expect(pick(data, 'cooperatives.edges.1.node')).toEqual({
        id: 'lumo',
        name: 'Osuuskunta lumo',
        members: null,
      });
      expect(pick(data, 'cooperatives.edges.*.node.members.totalCount')).toEqual([2, undefined, 2]);
      expect(pick(data, 'catalogue.edges.3.node')).toEqual({
        id: 'lumo:s1',
        title: { text: 'Siivouspalvelut lumo:s1' },
        published: null,
      });
      expect(pick(data, 'catalogue.edges.*.node.published')).toEqual([
        ...[true, true, true],
        ...[null, null, null],
        ...[true, true, true],
      ]);
      const paths = errors.map(({ path }) => path?.join('.')).sort();
      expect(paths).toEqual([
        'catalogue.edges.3.node.published',
        'catalogue.edges.4.node.published',
        'catalogue.edges.5.node.published',
        'cooperatives.edges.1.node.members',
      ]);
      for (const { extensions: facts, message } of errors) {
        expect(facts).toEqual({ code, cooperative: 'lumo' });
        expect(message).toMatch(problem);
        expect(message).not.toMatch(/127\.0\.0\.1/);
      }
      expect(extensions.coverage).toEqual({
        asked: ['karhu', 'lumo', 'tuki'],
        answered: ['karhu', 'tuki'],
        stale: [],
        skipped: [
          {
            cooperative: 'lumo',
            reason: expect.stringMatching(problem),
            since: expect.any(String),
          },
        ],
        unsupported: [],
      });
    },
  );

  it.each(MEMBERS_CASES)(
    'has no members of one that answers %s',
    async (_what, behaviour, problem) => {
      network.owner('lumo').behaviour = behaviour;

      const { data, errors } = await network.ask(
        '{ cooperatives { edges { node { id members { totalCount edges { node { id name } } } } } } }',
      );

      expect(pick(data, 'cooperatives.edges.*.node.members.totalCount')).toEqual([2, undefined, 2]);
      expect(errors).toEqual([
        {
          message: expect.stringMatching(problem),
          path: ['cooperatives', 'edges', 1, 'node', 'members'],
          extensions: { code: ERROR, cooperative: 'lumo' },
        },
      ]);
    },
  );

  it('takes rows in another order for that owner’s failure', async () => {
    network.owner('lumo').behaviour = rows((list) => list.reverse());

    const { data, errors } = await network.ask(
      '{ catalogue(first: 9) { edges { node { published } } } }',
    );

    expect(pick(data, 'catalogue.edges.*.node.published')).toEqual([
      ...[true, true, true],
      ...[null, null, null],
      ...[true, true, true],
    ]);
    expect(errors).toHaveLength(3);
  });

  it('leaves out what was not asked for', async () => {
    network.owner('lumo').behaviour = rows((list) =>
      list.map((row) => ({ ...row, name: 'Stolen', title: { text: 'Stolen' } })),
    );

    const { data, errors } = await network.ask(
      '{ cooperatives { edges { node { name members { totalCount } } } } }',
    );

    expect(errors).toBeUndefined();
    expect(pick(data, 'cooperatives.edges.1.node')).toEqual({
      name: 'Osuuskunta lumo',
      members: { totalCount: 2 },
    });
  });

  it('gives every field of a row that the owner does not know an error', async () => {
    network.owner('lumo').behaviour = rows((list) => list.map(() => null));

    const { data, errors } = await network.ask(
      '{ cooperatives { edges { node { id a: members { totalCount } b: members { totalCount } } } } }',
    );

    expect(pick(data, 'cooperatives.edges.1.node')).toEqual({ id: 'lumo', a: null, b: null });
    expect(errors?.map(({ path, extensions }) => [path?.at(-1), extensions['code']])).toEqual([
      ['a', 'NOT_FOUND'],
      ['b', 'NOT_FOUND'],
    ]);
  });

  it('shows nothing of an owner’s internal errors, and lets them set no headers', async () => {
    network.owner('lumo').behaviour = replacing(
      '{"data"',
      JSON.stringify({
        errors: [
          {
            message: 'secret at 10.0.0.1',
            path: ['_entities', 0, 'members', 'edges', 0, 'node'],
            extensions: { code: 'E1', stacktrace: ['secret'], http: { status: 500, headers: {} } },
          },
        ],
      }).replace(/\}$/, ',"data"'),
    );

    const { errors, status } = await network.ask(
      '{ cooperatives { edges { node { members { edges { node { id } } } } } } }',
    );

    expect(status).toBe(200);
    expect(errors).toEqual([
      {
        message: '"lumo" failed here.',
        path: ['cooperatives', 'edges', 1, 'node', 'members', 'edges', 0, 'node'],
        extensions: { code: ERROR, cooperative: 'lumo' },
      },
    ]);
  });

  it('keeps memory bounded while owners answer without end', async () => {
    network.owner('lumo').behaviour = (_request, response) => {
      stream(response, 100_000_000);
    };
    const before = process.memoryUsage().rss;

    await Promise.all(Array.from({ length: 5 }, () => network.ask(QUERY)));

    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
  });

  it('is whole again as soon as the owner answers', async () => {
    network.owner('lumo').behaviour = hanging;
    await network.ask(QUERY);
    network.owner('lumo').behaviour = honest(schema);

    const { errors, extensions } = await network.ask(QUERY);

    expect(errors).toBeUndefined();
    expect(extensions.coverage.answered).toEqual(['karhu', 'lumo', 'tuki']);
  });
});
