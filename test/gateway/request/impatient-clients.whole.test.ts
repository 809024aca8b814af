import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EventEmitter, once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { connect, type Socket } from 'node:net';
import { eventually } from '../../support/eventually.js';
import { hanging, type Behaviour, type FakeEndpoint } from '../../support/fakes/endpoint.js';
import {
  startGatewayNetwork,
  type GatewayNetwork,
} from '../../support/networks/gateway-network.js';
import { units } from '../../support/unit.js';

const LIVE = '{ cooperative(id: "karhu") { name members { totalCount } } }';
const PAGE = '{ catalogue { totalCount } }';
const PUBLISH =
  'mutation { publishService(input: { id: "karhu:s1", published: false }) { service { id } } }';
/** As many questions as the gateway has at one owner at a time. */
const POOL = 96;
const DEADLINE_MS = units(200);
/** How long it may take until a broken-off request is gone at the owner; far less than the deadline. */
const SOON_MS = units(50);

/** What is under way at an endpoint. */
class Desk {
  readonly open = new Set<ServerResponse>();
  readonly #events = new EventEmitter();
  #arrived = 0;

  /** Counts what comes in and what is over, and behaves as told. */
  watching(behaviour: Behaviour): Behaviour {
    return (request, response) => {
      this.#arrived += 1;
      this.open.add(response);
      response.once('close', () => {
        this.open.delete(response);
        this.#events.emit('change');
      });
      this.#events.emit('change');
      return behaviour(request, response);
    };
  }

  /** Resolves when this many have come in since the last call. */
  async arrivals(count: number): Promise<void> {
    while (this.#arrived < count) await once(this.#events, 'change');
    this.#arrived = 0;
  }

  /** Resolves when nothing is under way any more. */
  async empty(): Promise<void> {
    await eventually(
      () => Promise.resolve(this.open.size),
      (size) => size === 0,
      SOON_MS,
    );
  }
}

describe('clients that hang up', () => {
  let network: GatewayNetwork;
  let karhu: FakeEndpoint;
  let honest: Behaviour;
  let desk: Desk;
  const sockets = new Set<Socket>();

  beforeAll(async () => {
    network = await startGatewayNetwork({
      askedBy: ['staff:karhu'],
      env: { DEADLINE_MS: String(DEADLINE_MS), MUTATION_DEADLINE_MS: String(DEADLINE_MS) },
    });
    karhu = network.owner('karhu');
    honest = karhu.behaviour;
    // The plans are made now.
    for (const query of [LIVE, PAGE, PUBLISH]) await network.ask(query);
  });
  afterAll(() => network.close());
  beforeEach(() => {
    desk = new Desk();
    network.forgetRequests();
  });
  afterEach(() => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    karhu.behaviour = honest;
  });

  /** Sends bytes and waits for nothing. */
  const send = async (text: string): Promise<Socket> => {
    const socket = connect(Number(new URL(network.url).port), '127.0.0.1');
    sockets.add(socket);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(text);
    return socket;
  };
  const post = (query: string): Promise<Socket> => {
    const body = JSON.stringify({ query });
    const headers = {
      host: 'x',
      'content-type': 'application/json',
      'content-length': body.length,
      ...network.shown,
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    return send(`POST /graphql HTTP/1.1\r\n${lines.join('')}\r\n${body}`);
  };
  const crowd = (size: number, open: () => Promise<Socket>): Promise<Socket[]> =>
    Promise.all(Array.from({ length: size }, open));
  const hangUp = (clients: readonly Socket[]): void => {
    for (const client of clients) client.destroy();
  };

  it('leave nothing open at an owner that hangs, and the owner is asked again at once', async () => {
    karhu.behaviour = desk.watching(hanging);
    const clients = await crowd(POOL, () => post(LIVE));
    await desk.arrivals(POOL);

    hangUp(clients);
    await desk.empty();
    karhu.behaviour = honest;
    const { data, errors } = await network.ask(LIVE);

    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ cooperative: { members: { totalCount: 2 } } });
  });

  it('are not asked for when they left while they stood in line behind others', async () => {
    karhu.behaviour = desk.watching(hanging);
    const first = await crowd(POOL, () => post(LIVE));
    await desk.arrivals(POOL);
    network.forgetRequests();
    const waiting = await crowd(POOL, () => post(LIVE));
    // What stands in line has come through the catalogue, which is asked first.
    await eventually(
      () => Promise.resolve(network.catalogue.requests.length),
      (count) => count === POOL,
      SOON_MS,
    );
    hangUp(waiting);
    hangUp(first);
    await desk.empty();
    karhu.behaviour = honest;
    const { errors } = await network.ask(LIVE);

    expect(errors).toBeUndefined();
    expect(karhu.requests).toHaveLength(1);
  });

  it('break off the reading of an owner that sends headers and then drips', async () => {
    karhu.behaviour = desk.watching((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write(' ');
      const timer = setInterval(() => response.write(' '), 20);
      response.once('close', () => {
        clearInterval(timer);
      });
    });
    const clients = await crowd(POOL, () => post(LIVE));
    await desk.arrivals(POOL);

    hangUp(clients);
    await desk.empty();
    karhu.behaviour = honest;

    expect((await network.ask(LIVE)).errors).toBeUndefined();
  });

  it('leave nothing open at the catalogue, whose answer would be passed through', async () => {
    const { behaviour } = network.catalogue;
    network.catalogue.behaviour = desk.watching(hanging);
    const clients = await crowd(POOL, () => post(PAGE));
    await desk.arrivals(POOL);

    hangUp(clients);
    await desk.empty();
    network.catalogue.behaviour = behaviour;

    expect((await network.ask(PAGE)).errors).toBeUndefined();
  });

  it('leave nothing open at an owner that was asked for a calendar', async () => {
    // A calendar is asked for by GET, which has no body to be read as a question.
    karhu.behaviour = desk.watching(hanging);
    const clients = await crowd(16, () =>
      send('GET /cooperatives/karhu/busy.ics?resource=w1 HTTP/1.1\r\nhost: x\r\n\r\n'),
    );
    await desk.arrivals(16);

    hangUp(clients);
    await desk.empty();
    karhu.behaviour = (_request, response) => {
      response.writeHead(404).end();
    };
    const answer = await fetch(`${network.url}/cooperatives/karhu/busy.ics?resource=w1`);

    expect(answer.status).toBe(404);
  });

  it('do not stop a command: it is carried out, its answer is read, and nothing is left open', async () => {
    const events = new EventEmitter();
    const released = once(events, 'release');
    const answered = new Promise<void>((resolve) => {
      karhu.behaviour = desk.watching(async (request, response) => {
        await released;
        response.once('finish', resolve);
        await honest(request, response);
      });
    });
    const client = await post(PUBLISH);
    await desk.arrivals(1);

    const left = once(client, 'close');
    hangUp([client]);
    await left;
    // By now the gateway has seen the client go: it closed the connection, and answers others.
    await network.ask(PAGE);
    expect(desk.open.size).toBe(1);
    events.emit('release');
    await answered;
    await desk.empty();

    expect(karhu.requests).toHaveLength(1);
    const { data } = await network.ask('{ service(id: "karhu:s1") { published } }');
    expect(data).toEqual({ service: { published: false } });
  });

  it('may leave while the request is still on its way', async () => {
    const clients = await crowd(20, () =>
      send(
        'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{"query',
      ),
    );
    hangUp(clients);

    expect((await network.ask(LIVE)).errors).toBeUndefined();
    expect(karhu.requests).toHaveLength(1);
  });
});

describe('a command whose client has left', () => {
  it('waits until its deadline and no longer', async () => {
    const network = await startGatewayNetwork({
      askedBy: ['staff:karhu'],
      env: { MUTATION_DEADLINE_MS: String(units(10)) },
    });
    const desk = new Desk();
    network.owner('karhu').behaviour = desk.watching(hanging);
    const leaving = new AbortController();
    const asked = fetch(`${network.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...network.shown },
      body: JSON.stringify({ query: PUBLISH }),
      signal: leaving.signal,
    });
    await desk.arrivals(1);

    leaving.abort();
    await expect(asked).rejects.toThrow();
    await desk.empty();
    await network.close();

    expect(desk.open.size).toBe(0);
  });
});

describe('an owner whose client left', () => {
  it('is not taken to have failed since', async () => {
    let now = new Date('2026-11-23T10:00:00.000Z');
    const network = await startGatewayNetwork({ clock: { now: () => now } });
    const karhu = network.owner('karhu');
    const desk = new Desk();
    karhu.behaviour = desk.watching(hanging);
    const leaving = new AbortController();
    const asked = fetch(`${network.url}/graphql?query=${encodeURIComponent(LIVE)}`, {
      signal: leaving.signal,
    });
    await desk.arrivals(1);
    leaving.abort();
    await expect(asked).rejects.toThrow();
    await desk.empty();

    now = new Date('2026-11-23T11:00:00.000Z');
    karhu.behaviour = (_request, response) => response.destroy();
    const { extensions } = await network.ask(LIVE);
    await network.close();

    expect(extensions.coverage.skipped).toEqual([
      { cooperative: 'karhu', reason: expect.any(String), since: '2026-11-23T11:00:00.000Z' },
    ]);
  });
});
