import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { deserialize, serialize } from 'bson';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect as openSocket, type Socket } from 'node:net';
import { crc32c } from '../../../../subgraphs/local/store/wire/crc32c.js';
import { connect, startStore, type Fresh, type StoreProcess } from '../support.js';

let store: StoreProcess;
let fresh: Fresh;

beforeAll(async () => {
  store = await startStore(['--memory', '--port', '0']);
  fresh = await connect(store.uri);
});
afterAll(async () => {
  await fresh.close();
  await store.stop();
});

async function open(): Promise<Socket> {
  const socket = openSocket(Number(/:(\d+)\//.exec(store.uri)?.[1]), '127.0.0.1');
  await once(socket, 'connect');
  return socket;
}

function message(operation: number, body: Buffer): Buffer {
  const head = Buffer.alloc(16);
  head.writeInt32LE(16 + body.length, 0);
  head.writeInt32LE(7, 4);
  head.writeInt32LE(operation, 12);
  return Buffer.concat([head, body]);
}

function opMsg(document: Record<string, unknown>, flags = 0): Buffer {
  const bits = Buffer.alloc(5);
  bits.writeUInt32LE(flags, 0);
  return message(2013, Buffer.concat([bits, serialize(document)]));
}

const unread = new WeakMap<Socket, Buffer>();

/** The body of the next answer, of which several may have arrived together. */
async function answerOf(socket: Socket): Promise<Record<string, unknown>> {
  let bytes = unread.get(socket) ?? Buffer.alloc(0);
  while (bytes.length < 4 || bytes.length < bytes.readInt32LE(0)) {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    bytes = Buffer.concat([bytes, chunk]);
  }
  const length = bytes.readInt32LE(0);
  unread.set(socket, bytes.subarray(length));
  expect(bytes.readInt32LE(8)).toBe(7);
  const start = bytes.readInt32LE(12) === 1 ? 36 : 21;
  return deserialize(bytes.subarray(start, length));
}

const longHeader = (length: number): Buffer => {
  const head = Buffer.alloc(16);
  head.writeInt32LE(length, 0);
  head.writeInt32LE(2013, 12);
  return head;
};

describe('malformed bytes', () => {
  it.each<[string, () => Buffer]>([
    ['random', () => Buffer.concat([longHeader(64), randomBytes(48)])],
    ['a negative length', () => longHeader(-5)],
    ['a huge length', () => longHeader(2_000_000_000)],
    ['a length of nothing', () => longHeader(16)],
    ['an unknown operation', () => message(9, Buffer.alloc(20))],
    ['a compressed message', () => message(2012, Buffer.alloc(20))],
    ['an unknown required flag', () => opMsg({ ping: 1, $db: 'x' }, 1 << 5)],
    ['a wrong checksum', () => opMsg({ ping: 1, $db: 'x' }, 1)],
    [
      'a document cut off',
      () => message(2013, Buffer.concat([Buffer.alloc(5), serialize({ ping: 1 }).subarray(0, 8)])),
    ],
    [
      'a query that is no handshake',
      () =>
        message(
          2004,
          Buffer.concat([Buffer.alloc(4), Buffer.from('a.b\0'), Buffer.alloc(8), serialize({})]),
        ),
    ],
    ['a document nested too deeply', () => opMsg(nested(500))],
  ])('(%s) cost only their own connection', async (_name, bytes) => {
    const socket = await open();
    const closed = once(socket, 'close');
    socket.on('error', () => undefined);

    socket.write(bytes());
    await closed;

    expect(await fresh.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
  });

  it('of any kind leave the store running', async () => {
    const good = opMsg({ insert: 'fuzz', documents: [{ a: [1, { b: 'x' }] }], $db: 'fuzz' });
    for (let round = 0; round < 200; round += 1) {
      const bytes = Buffer.from(good);
      bytes[16 + ((round * 7) % (bytes.length - 16))] = (round * 37) % 256;
      const socket = await open();
      socket.on('error', () => undefined);
      const ended = Promise.race([once(socket, 'data'), once(socket, 'close')]);
      socket.write(bytes);
      socket.end();
      await ended;
      socket.destroy();
    }

    expect(await fresh.db.command({ ping: 1 })).toMatchObject({ ok: 1 });
    await fresh.client.db('fuzz').dropDatabase();
  });
});

function nested(depth: number): Record<string, unknown> {
  let document: Record<string, unknown> = {};
  for (let level = 0; level < depth; level += 1) document = { a: document };
  return { ping: 1, $db: 'x', ...document };
}

describe('the protocol', () => {
  it('takes messages in pieces and several at once', async () => {
    const socket = await open();
    const ping = opMsg({ ping: 1, $db: 'admin' });

    for (const byte of ping) socket.write(Buffer.from([byte]));
    expect(await answerOf(socket)).toMatchObject({ ok: 1 });
    socket.write(Buffer.concat([ping, ping, ping]));
    for (let count = 0; count < 3; count += 1) {
      expect(await answerOf(socket)).toMatchObject({ ok: 1 });
    }
    socket.destroy();
  });

  it('verifies checksums', async () => {
    const socket = await open();
    const bytes = Buffer.concat([opMsg({ ping: 1, $db: 'admin' }, 1), Buffer.alloc(4)]);
    bytes.writeInt32LE(bytes.length, 0);
    bytes.writeUInt32LE(crc32c(bytes.subarray(0, -4)), bytes.length - 4);

    socket.write(bytes);

    expect(await answerOf(socket)).toMatchObject({ ok: 1 });
    expect(crc32c(Buffer.from('123456789'))).toBe(0xe3069283);
    socket.destroy();
  });

  it('sends no answer to a message with moreToCome', async () => {
    const socket = await open();

    socket.write(
      opMsg({ insert: 'quiet', documents: [{ _id: 1 }], $db: fresh.db.databaseName }, 2),
    );
    socket.write(opMsg({ count: 'quiet', $db: fresh.db.databaseName }));

    expect(await answerOf(socket)).toMatchObject({ n: 1 });
    socket.destroy();
  });

  it('answers the old handshake', async () => {
    const socket = await open();
    const head = Buffer.concat([Buffer.alloc(4), Buffer.from('admin.$cmd\0'), Buffer.alloc(8)]);

    socket.write(message(2004, Buffer.concat([head, serialize({ ismaster: 1, helloOk: true })])));

    expect(await answerOf(socket)).toMatchObject({ ismaster: true, setName: 'embedded', ok: 1 });
    socket.destroy();
  });
});
