import { once } from 'node:events';
import {
  connect,
  createServer,
  type AddressInfo,
  type NetConnectOpts,
  type Socket,
} from 'node:net';
import { socketOf } from '../../../subgraphs/shared/mongo/store-address.js';
import type { Closable } from '../../../subgraphs/shared/process/process.js';

/** What stands between a client and a database, and passes on no byte while a test wants none. */
export interface StallableProxy extends Closable {
  /** Of the database, through it. */
  readonly uri: string;
  /** Reads and passes on nothing from now on, of connections that are made later neither. */
  stall(): void;
  /** Passes everything on again, what has come in the meantime first. */
  goOn(): void;
  /** Ends all connections that there are. */
  cut(): void;
}

/** @param uri - Of a server, without a database. */
export async function startStallableProxy(uri: string): Promise<StallableProxy> {
  const to = addressOf(uri);
  const open = new Set<Socket>();
  let isStalled = false;
  const server = createServer((near) => {
    const far = connect(to);
    for (const [from, onto] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from);
      from.on('data', (bytes) => {
        // Whoever has sent more than is taken waits.
        if (!onto.write(bytes)) from.pause();
      });
      onto.on('drain', () => {
        if (!isStalled) from.resume();
      });
      from.on('error', () => undefined);
      from.once('close', () => {
        open.delete(from);
        onto.destroy();
      });
      if (isStalled) from.pause();
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const all = (act: (socket: Socket) => void): void => {
    for (const socket of open) act(socket);
  };
  const cut = (): void => {
    all((socket) => socket.destroy());
  };
  return {
    uri: `mongodb://127.0.0.1:${port}/?directConnection=true`,
    stall: () => {
      isStalled = true;
      all((socket) => socket.pause());
    },
    goOn: () => {
      isStalled = false;
      all((socket) => socket.resume());
    },
    cut,
    close: async () => {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function addressOf(uri: string): NetConnectOpts {
  const path = socketOf(uri);
  if (path !== null) return { path };
  const { hostname, port } = new URL(uri);
  return { host: hostname, port: Number(port) };
}
