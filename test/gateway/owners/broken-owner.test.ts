import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { hanging, honest } from '../../support/fakes/endpoint.js';
import { pick } from '../../support/pick.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';
import { units } from '../../support/unit.js';

import { CASES, ERROR, MEMBERS_CASES, replacing, rows, schema, stream } from './broken-answers.js';

const DEADLINE_MS = units(10);
/** What a busy machine may add; an answer that waited for a hanging owner would take far longer. */
const ROOM_MS = units(30);
const QUERY = `{
  cooperatives { edges { node { id name members { totalCount edges { node { id name } cursor } } } } }
  catalogue(first: 9) { edges { node { id title { text } published } } }
}`;

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
