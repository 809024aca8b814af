import type { Connection } from 'mongoose';
import type { Duplex } from 'node:stream';

/** What is mended of the connections of the driver. */
interface DriverConnection {
  readonly socket: Duplex;
  /** Ends the connection; what waits for it is to fail with the error. */
  cleanup: (this: DriverConnection, error: Error) => void;
}

/** Where the driver has the class of its connections, which has no public name. */
interface DriverClient {
  readonly topology: {
    readonly s: { readonly servers: ReadonlyMap<string, { readonly pool: DriverPool }> };
  };
}

interface DriverPool {
  readonly options: { readonly connectionType: { readonly prototype: DriverConnection } };
}

const mended = new WeakSet<DriverConnection>();

/**
 * Has whoever waits to write on a connection fail when that ends. The driver (seen in 7.8.0 and 7.9.0) waits for `drain` alone,
 * which no closed socket tells: a command so large that it did not fit into the socket's buffer would hang for ever, with its place
 * among the connections; so would any command that is written after a socket has died and before that is told, and where that is
 * the driver's own look at the server, no command would ever find a server again.
 * @param connection - Any that has connected; those made before and after it, to whatever server, are mended too.
 */
export function freeLostWaits(connection: Connection): void {
  const { topology } = connection.getClient() as unknown as DriverClient;
  for (const { pool } of topology.s.servers.values()) mend(pool.options.connectionType.prototype);
}

function mend(prototype: DriverConnection): void {
  if (mended.has(prototype)) return;
  mended.add(prototype);
  const end = prototype.cleanup;
  prototype.cleanup = function cleanup(error) {
    end.call(this, error);
    // The write that is waked looks first whether the connection has an error, and throws it.
    this.socket.emit('drain');
  };
}
