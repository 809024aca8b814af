import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  hanging,
  honest,
  sendJson,
  startFakeEndpoint,
  type Behaviour,
} from '../../support/fakes/endpoint.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';
import { catalogueSchema } from '../../support/fakes/gateway-schemas.js';
import { pick } from '../../support/pick.js';
import { units } from '../../support/unit.js';

const PAGE = '{ catalogue { totalCount } list: cooperatives { totalCount } }';

describe('a gateway whose catalogue fails', () => {
  let network: GatewayNetwork;
  const schema = catalogueSchema(['karhu', 'lumo', 'tuki']);
  beforeAll(async () => {
    network = await startGatewayNetwork({
      askedBy: ['staff:karhu'],
      env: { DEADLINE_MS: String(units(5)) },
    });
  });
  afterAll(() => network.close());
  afterEach(() => {
    network.catalogue.behaviour = honest(schema);
  });

  const CASES: readonly (readonly [string, Behaviour, string, RegExp])[] = [
    ['hangs', hanging, 'GATEWAY_TIMEOUT', /in time/],
    [
      'answers HTML',
      (_request, response) => response.writeHead(502, { 'content-type': 'text/html' }).end('<p>'),
      'DOWNSTREAM_SERVICE_ERROR',
      /text\/html \(status 502\)/,
    ],
    [
      'breaks off',
      (_request, response) => response.destroy(),
      'DOWNSTREAM_SERVICE_ERROR',
      /broke off/,
    ],
    [
      'answers no GraphQL',
      (_request, response) => {
        sendJson(response, { ok: true });
      },
      'DOWNSTREAM_SERVICE_ERROR',
      /data or errors/,
    ],
  ];

  // The second time the document is known to be the catalogue's alone, and goes another way through the gateway.
  it.each(CASES)(
    'says so at each root field when it %s, the first time and later',
    async (...[, behaviour, code, problem]) => {
      network.catalogue.behaviour = behaviour;

      for (const { data, errors, tookMs } of [await network.ask(PAGE), await network.ask(PAGE)]) {
        expect(tookMs).toBeLessThan(units(40));
        expect(data).toEqual({ catalogue: null, list: null });
        expect(errors).toEqual(
          ['catalogue', 'list'].map((key) => ({
            message: expect.stringMatching(problem),
            path: [key],
            extensions: { code },
          })),
        );
        expect(errors?.[0]?.message).toMatch(/^"catalogue" /);
      }
    },
  );

  it('gives a field that needs it after a cooperative its own error', async () => {
    const { behaviour } = network.catalogue;
    network.catalogue.behaviour = (request, response) =>
      request.query.includes('_entities') ? response.destroy() : behaviour(request, response);

    const { data, errors } = await network.ask(`mutation {
      publishService(input: { id: "karhu:s1", published: true }) { service { id title { text } languages } }
    }`);

    expect(data).toEqual({ publishService: { service: null } });
    expect(errors?.map(({ path }) => path)).toEqual([
      ['publishService', 'service', 'title'],
      ['publishService', 'service', 'languages'],
    ]);
  });

  it('shows nothing of an unexpected error’s message', async () => {
    network.catalogue.behaviour = (_request, response) => {
      const extensions = { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['secret'] };
      const error = { message: 'secret', path: ['catalogue'], extensions };
      sendJson(response, { data: { catalogue: null, list: { totalCount: 3 } }, errors: [error] });
    };

    for (const { data, errors } of [await network.ask(PAGE), await network.ask(PAGE)]) {
      expect(data).toEqual({ catalogue: null, list: { totalCount: 3 } });
      expect(errors).toEqual([
        {
          message: '"catalogue" failed here.',
          path: ['catalogue'],
          extensions: { code: 'DOWNSTREAM_SERVICE_ERROR' },
        },
      ]);
    }
  });

  it('keeps the code, the message and the facts of an error that is meant for the client', async () => {
    network.catalogue.behaviour = (_request, response) => {
      const extensions = { code: 'GONE', withdrawnAt: '2026-11-01T00:00:00Z', depth: 3 };
      const error = { message: 'It was withdrawn.', path: ['catalogue'], extensions };
      sendJson(response, { data: { catalogue: null, list: null }, errors: [error] });
    };

    for (const { errors } of [await network.ask(PAGE), await network.ask(PAGE)]) {
      expect(errors).toEqual([
        {
          message: 'It was withdrawn.',
          path: ['catalogue'],
          extensions: { code: 'GONE', withdrawnAt: '2026-11-01T00:00:00Z', depth: 3 },
        },
      ]);
    }
  });

  it('is well again by itself when the catalogue is back at its address', async () => {
    const port = Number(new URL(network.catalogue.url).port);
    await network.catalogue.close();
    const dead = await network.ask(PAGE);
    const back = await startFakeEndpoint(honest(schema), port);
    const well = await network.ask(PAGE);
    await back.close();

    expect(dead.errors?.map(({ extensions }) => extensions['code'])).toEqual([
      'DOWNSTREAM_SERVICE_ERROR',
      'DOWNSTREAM_SERVICE_ERROR',
    ]);
    expect(well.errors).toBeUndefined();
    expect(pick(well.data, 'catalogue.totalCount')).toBe(9);
  });
});
