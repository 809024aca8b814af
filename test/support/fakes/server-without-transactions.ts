import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import {
  encodeReply,
  messageLength,
  parseMessage,
} from '../../../subgraphs/local/store/wire/wire.js';

/** A server that speaks MongoDB's protocol and is no member of a replica set. */
export interface ServerWithoutTransactions {
  /** Ends in a slash, after which a database may be named. */
  readonly uri: string;
  /** Names of the commands that have come so far. */
  commands(): readonly string[];
  close(): Promise<void>;
}

const HELLO = {
  helloOk: true,
  isWritablePrimary: true,
  maxBsonObjectSize: 16 * 1024 * 1024,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  logicalSessionTimeoutMinutes: 30,
  minWireVersion: 0,
  maxWireVersion: 21,
  readOnly: false,
};

/** Answers every command with success, the handshake like a server that stands alone. */
export async function startServerWithoutTransactions(): Promise<ServerWithoutTransactions> {
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let received = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      received = Buffer.concat([received, chunk]);
      for (;;) {
        const length = received.length < 4 ? null : messageLength(received);
        if (length === null || received.length < length) return;
        const request = parseMessage(received.subarray(0, length));
        received = received.subarray(length);
        const [name = ''] = request.body.keys();
        commands.push(name);
        const isHello = /^(hello|ismaster)$/i.test(name);
        const reply = isHello ? { ...HELLO, ismaster: true, ok: 1 } : { ok: 1 };
        for (const part of encodeReply(request, commands.length, reply)) socket.write(part);
      }
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    uri: `mongodb://127.0.0.1:${port}/`,
    commands: () => commands,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}
