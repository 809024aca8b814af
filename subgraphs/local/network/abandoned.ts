import { connect } from 'node:net';

const LOOPBACK: readonly string[] = ['127.0.0.1', 'localhost', '[::1]'];
const CONNECT_WITHIN_MS = 1_000;

/**
 * Whether an address is one that a network gave to a process of its own, which is gone: on this machine, and nobody listens
 * there. Whoever joined from elsewhere is a member until the operator ends that, answering or not.
 * @param url - GraphQL address.
 */
export async function isAbandoned(url: string): Promise<boolean> {
  const { hostname, port, protocol } = new URL(url);
  if (!LOOPBACK.includes(hostname)) return false;
  const host = hostname === '[::1]' ? '::1' : hostname;
  return !(await isListening(host, Number(port) || (protocol === 'https:' ? 443 : 80)));
}

function isListening(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: CONNECT_WITHIN_MS });
    const settle = (isThere: boolean): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', () => {
      settle(true);
    });
    for (const event of ['error', 'timeout']) {
      socket.once(event, () => {
        settle(false);
      });
    }
  });
}
