import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { badUserInput } from '../../../schema/errors.js';
import {
  createSubgraphServer,
  type SubgraphServer,
} from '../../../subgraphs/shared/graphql/subgraph-server.js';
import { ask } from '../../support/ask.js';

describe('root fields of one request', () => {
  let server: SubgraphServer;
  let url: string;
  const asked: unknown[] = [];

  beforeAll(async () => {
    server = await createSubgraphServer({
      name: 'catalogue',
      resolvers: {
        Query: {
          municipalities: (_root: unknown, args: { readonly text?: string }) => {
            asked.push(args);
            if (args.text === 'no') throw badUserInput('Wanted another text.', 'text');
            return [{ code: `FI-${args.text}`, country: 'FI' }];
          },
          cpvCodes: (_root: unknown, args: object) => {
            asked.push(args);
            return [];
          },
        },
      },
      createContext: (_request, signal) => ({ signal }),
      findObstacle: () => null,
      log: pino({ level: 'silent' }),
    });
    url = await server.listen('127.0.0.1', 0);
  });
  afterAll(() => server.close());
  beforeEach(() => {
    asked.length = 0;
  });

  it('are answered once where they ask the same, under whatever names', async () => {
    const { data, errors } = await ask(
      url,
      `query ($text: String) {
        a: municipalities(text: "609") { code } b: municipalities(text: $text) { code country }
        c: municipalities(text: "684") { code } d: cpvCodes(text: "609") { code }
      }`,
      { text: '609' },
    );

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      a: [{ code: 'FI-609' }],
      b: [{ code: 'FI-609', country: 'FI' }],
      c: [{ code: 'FI-684' }],
      d: [],
    });
    expect(asked).toEqual([{ text: '609' }, { text: '684' }, { text: '609' }]);
  });

  it('are answered anew for the next request', async () => {
    for (let request = 0; request < 2; request += 1) {
      await ask(url, '{ municipalities(text: "609") { code } }');
    }

    expect(asked).toHaveLength(2);
  });

  it('are refused under each name', async () => {
    const { errors } = await ask(
      url,
      '{ a: municipalities(text: "no") { code } b: municipalities(text: "no") { code } }',
    );

    expect(errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['a'], 'BAD_USER_INPUT'],
      [['b'], 'BAD_USER_INPUT'],
    ]);
    expect(asked).toHaveLength(1);
  });
});
