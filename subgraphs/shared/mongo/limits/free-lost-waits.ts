import { createRequire } from 'node:module';
import type { Duplex } from 'node:stream';

/** What is mended of a connection of the driver. */
interface DriverConnection {
  readonly socket: Duplex;
  /** Ends the connection; what waits for it is to fail with the error. */
  cleanup: (this: DriverConnection, error: Error) => void;
}

let isDone = false;

/**
 * Has whoever waits to write on a connection fail when that ends. The driver (seen in 7.8.0 and 7.9.0) waits for `drain` alone,
 * which no closed socket tells: a command so large that it did not fit into the socket's buffer would hang for ever, with its place
 * among the connections; so would any command that is written after a socket has died and before that is told, and where that is
 * the driver's own look at the server, no command would ever find a server again.
 */
export function freeLostWaits(): void {
  if (isDone) return;
  isDone = true;
  const { prototype } = loadConnection();
  const end = prototype.cleanup;
  prototype.cleanup = function cleanup(error) {
    end.call(this, error);
    // The write that is waked looks first whether the connection has an error, and throws it.
    this.socket.emit('drain');
  };
}

/** The very module that mongoose's driver uses; it has no public name. */
function loadConnection(): { readonly prototype: DriverConnection } {
  const ofMongoose = createRequire(createRequire(import.meta.url).resolve('mongoose'));
  const { Connection } = ofMongoose('mongodb/lib/cmap/connection.js') as {
    readonly Connection: { readonly prototype: DriverConnection };
  };
  return Connection;
}
