import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Has a server listen.
 * @param port - 0 for any free one.
 * @returns Its base URL, as this machine reaches it, without a slash at its end.
 */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${address.port}`;
}
