import { Agent } from 'undici';

// A process of its own, so that what the client does keeps nobody waiting but itself.

interface Orders {
  readonly url: string;
  /** Services that are ordered by turns. */
  readonly services: readonly string[];
  /** Of the first order: every order is another person's. */
  readonly firstNumber: number;
}

/** At a steady pace, whatever is answered. */
export interface Pace {
  readonly kind: 'pace';
  readonly perSecond: number;
  readonly forMs: number;
}

/** So many in all, by so many clients, each of which waits for its answer. */
export interface Clients {
  readonly kind: 'clients';
  readonly clients: number;
  readonly times: number;
}

/** What the process is told: to send orders, or to ask for nothing much, one after the other. */
export type Task =
  | (Orders & Pace)
  | (Orders & Clients)
  | { readonly kind: 'nothing'; readonly url: string; readonly times: number };

/** What became of one request. */
export interface Sent {
  /** `CONFIRMED` or another state of the order that was made, else the code of the refusal; `SILENT` where no answer came. */
  readonly outcome: string;
  /** Of the order; null where none was made. */
  readonly id: string | null;
  readonly ms: number;
  readonly status: number;
  /** Whether it was told when to come back. */
  readonly hasRetryAfter: boolean;
}

const FIRST_DAY = Date.UTC(2030, 2, 1);
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const DAYS = 300;
/** Longer than any answer may take. */
const SILENT_MS = 10_000;
const EVERY_MS = 4;

const PLACE = `mutation ($input: HoldOrderInput!) {
  placeOrder(input: $input) { order { id state } userErrors { code message } }
}`;

interface Body {
  readonly data?: {
    readonly placeOrder?: {
      readonly order: { readonly id: string; readonly state: string } | null;
      readonly userErrors: readonly { readonly code: string }[];
    } | null;
  } | null;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

const agent = new Agent({ connections: 1_024, headersTimeout: SILENT_MS, bodyTimeout: SILENT_MS });

async function post(url: string, body: string): Promise<Sent> {
  const startedAt = performance.now();
  const took = (): number => performance.now() - startedAt;
  try {
    const answer = await agent.request({
      ...{ origin: url, path: '/graphql', method: 'POST', body },
      headers: { 'content-type': 'application/json' },
    });
    const { data, errors } = (await answer.body.json()) as Body;
    const { order = null, userErrors = [] } = data?.placeOrder ?? {};
    const code = userErrors[0]?.code ?? errors?.[0]?.extensions?.code ?? 'NOTHING';
    return {
      outcome: order?.state ?? code,
      id: order?.id ?? null,
      ms: took(),
      status: answer.statusCode,
      hasRetryAfter: answer.headers['retry-after'] !== undefined,
    };
  } catch {
    return { outcome: 'SILENT', id: null, ms: took(), status: 0, hasRetryAfter: false };
  }
}

function orderOf(number: number, services: readonly string[]): string {
  const start = FIRST_DAY + (number % DAYS) * DAY_MS + 8 * HOUR_MS;
  const input = {
    idempotencyKey: `overload ${number}`,
    buyer: { name: 'Bench', municipality: 'FI-609', phone: `040 ${1_000_000 + number}` },
    channel: 'WEB',
    legs: [
      {
        serviceId: services[number % services.length],
        start: new Date(start).toISOString(),
        minutes: 60,
      },
    ],
  };
  return JSON.stringify({ query: PLACE, variables: { input } });
}

async function sendAtPace({
  url,
  services,
  firstNumber,
  perSecond,
  forMs,
}: Orders & Pace): Promise<Sent[]> {
  const all = Math.round((perSecond * forMs) / 1_000);
  const sent: Promise<Sent>[] = [];
  const startedAt = performance.now();
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(((performance.now() - startedAt) * perSecond) / 1_000, all);
      while (sent.length < due) {
        sent.push(post(url, orderOf(firstNumber + sent.length, services)));
      }
      if (sent.length < all) return;
      clearInterval(timer);
      resolve();
    }, EVERY_MS);
  });
  return Promise.all(sent);
}

async function sendByClients({
  url,
  services,
  firstNumber,
  clients,
  times,
}: Orders & Clients): Promise<Sent[]> {
  const sent: Sent[] = [];
  let next = firstNumber;
  const run = async (): Promise<void> => {
    while (next < firstNumber + times) sent.push(await post(url, orderOf(next++, services)));
  };
  await Promise.all(Array.from({ length: clients }, run));
  return sent;
}

async function sendNothing({ url, times }: Extract<Task, { kind: 'nothing' }>): Promise<Sent[]> {
  const sent: Sent[] = [];
  const body = JSON.stringify({ query: '{ __typename }' });
  while (sent.length < times) sent.push(await post(url, body));
  return sent;
}

function carryOut(task: Task): Promise<Sent[]> {
  switch (task.kind) {
    case 'pace':
      return sendAtPace(task);
    case 'clients':
      return sendByClients(task);
    case 'nothing':
      return sendNothing(task);
  }
}

process.on('message', (task: Task) => {
  void carryOut(task).then((sent) => process.send?.(sent));
});
process.send?.('here');
process.once('disconnect', () => process.exit(0));
