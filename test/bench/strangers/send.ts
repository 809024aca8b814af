import { connect } from 'node:net';
import { Agent, request } from 'undici';
import { KINDS, type HostileRequest } from './requests.js';

/** How many are sent in a second. */
const PER_SECOND = 50;
/** For how long a connection is left open on which nothing more is said, and an answer is waited for. */
const OPEN_MS = 5_000;

/** What the process is told: where to send, or to stop. */
export type Order = { readonly url: string } | 'stop';

const dispatcher = new Agent({ connections: 256, headersTimeout: OPEN_MS, bodyTimeout: OPEN_MS });
let timer: NodeJS.Timeout | undefined;
let number = 0;

async function send(base: string, hostile: HostileRequest): Promise<void> {
  const { method = 'GET', path = '/graphql', headers = {}, body = null, raw, leaves } = hostile;
  if (raw !== undefined) {
    const { hostname, port } = new URL(base);
    const socket = connect(Number(port), hostname, () => socket.write(raw));
    socket.on('error', () => null).resume();
    setTimeout(() => socket.destroy(), OPEN_MS);
    return;
  }
  const signal = leaves ? AbortSignal.timeout(1) : null;
  const answer = await request(`${base}${path}`, {
    ...{ method: method as 'GET', headers, body, signal, dispatcher },
  });
  await answer.body.dump();
}

process.on('message', (order: Order) => {
  clearInterval(timer);
  if (order === 'stop') return;
  timer = setInterval(() => {
    const kind = KINDS[number % KINDS.length];
    // What becomes of it is not looked at: the gateway may well close the connection.
    if (kind) send(order.url, kind(number)).catch(() => null);
    number += 1;
  }, 1_000 / PER_SECOND);
});
process.send?.('here');
process.once('disconnect', () => process.exit(0));
