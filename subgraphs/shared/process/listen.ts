import type { Server } from 'node:http';
import { isIPv6, type AddressInfo } from 'node:net';

/** Addresses that stand for all of a machine, and what this machine reaches them by. */
const ALL_BY_ADDRESS: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/**
 * Has a server listen.
 * @param port - 0 for any free one.
 * @returns Its base URL, as this machine reaches it, without a slash at its end.
 * @throws Error naming the setting that is to be changed.
 */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server
      .once('error', (error: NodeJS.ErrnoException) => {
        reject(explain(error, host, port));
      })
      .listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  const reached = ALL_BY_ADDRESS[host] ?? host;
  return `http://${isIPv6(reached) ? `[${reached}]` : reached}:${address.port}`;
}

function explain(error: NodeJS.ErrnoException, host: string, port: number): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new Error(
        `PORT: wanted a free port of ${host}, got ${port}, on which another process listens; 0 takes any free one.`,
        { cause: error },
      );
    case 'EACCES':
      return new Error(`PORT: wanted a port that this user may listen on, got ${port}.`, {
        cause: error,
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Error(`HOST: wanted an address of this machine, got "${host}".`, { cause: error });
    case undefined:
    default:
      return error;
  }
}
