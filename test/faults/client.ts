import { setTimeout as pause } from 'node:timers/promises';
import { pick, type Random } from '../bench/random.js';
import { ask } from '../support/ask.js';
import { units } from '../support/unit.js';
import { COOPERATIVES } from './cooperatives.js';

/** A leg as a client asks for it. */
export interface WantedLeg {
  readonly serviceId: string;
  readonly start: string;
  readonly minutes: number;
  readonly quantity: number;
}

/** What a client was told last of its order. */
export interface Told {
  /** To find it in a log. */
  readonly client: number;
  readonly id: string;
  readonly secret: string;
  readonly reference: string;
  /** HELD, CONFIRMED, CANCELLED or PENDING. */
  readonly state: string;
  /** Starts by leg, of those that stood. */
  readonly starts: readonly string[];
  /** Whether it wanted all legs or none. */
  readonly isAllOrNothing: boolean;
  /** The very requests, to be sent again, and whether each had an effect. */
  readonly requests: readonly SentRequest[];
}

/** A mutation as it was sent, and what was answered. */
export interface SentRequest {
  readonly act: string;
  readonly type: string;
  readonly input: object;
  readonly hadEffect: boolean;
  /** With which it was refused. */
  readonly codes: readonly string[];
}

/** What became of one client: what it was told of its order, or the codes with which it was refused. */
export type Experience =
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'refused'; readonly client: number; readonly request: SentRequest };

interface Payload {
  readonly order: {
    readonly id: string;
    readonly reference: string;
    readonly state: string;
    readonly legs: readonly { readonly start: string; readonly state: string }[];
  } | null;
  readonly secret: string | null;
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly retry: boolean;
  }[];
}

const STANDING: readonly string[] = ['HELD', 'CONFIRMED'];
/** Codes of failures that may pass. */
const MAY_PASS = new Set([
  ...['DOWNSTREAM_SERVICE_ERROR', 'GATEWAY_TIMEOUT', 'INTERNAL_SERVER_ERROR'],
  ...['DATABASE_UNAVAILABLE', 'TOO_BUSY'],
]);
/** A process that was killed may take long to come back on a busy machine. */
const PATIENCE_MS = units(1_200);
/** Of the clients that send their order twice at once. */
const IMPATIENT_SHARE = 0.2;
const FIRST_DAY = Date.UTC(2030, 2, 4);
const DAY_MS = 86_400_000;

/**
 * Sends a mutation until it is decided, each time the same: what a client does that got no answer, or was told to send it again.
 * @throws Error when it is never answered.
 */
export async function send(
  entrance: () => string,
  act: string,
  input: object,
  type: string,
): Promise<Payload> {
  const query = `mutation ($input: ${type}!) { ${act}(input: $input) {
    order { id reference state legs { start state } } secret userErrors { code message retry }
  } }`;
  let last: unknown = null;
  const startedAt = performance.now();
  while (performance.now() - startedAt < PATIENCE_MS) {
    try {
      const answer = await ask<Record<string, Payload | null> | null>(entrance(), query, { input });
      const payload = answer.data?.[act];
      const isOpen = payload?.userErrors.some(({ retry }) => retry) ?? false;
      if (payload && !isOpen) return payload;
      last = payload?.userErrors ?? answer.errors;
      if (
        !payload &&
        answer.errors?.every(({ extensions }) => !MAY_PASS.has(String(extensions['code'])))
      )
        break;
    } catch (error) {
      last = error;
    }
    await pause(100);
  }
  throw new Error(`${act} was never answered: ${JSON.stringify(last)} ${String(last)}`);
}

function wantedLegs(random: Random, days: number): WantedLeg[] {
  const count = 1 + Math.floor(random() * 4);
  return Array.from({ length: count }, () => {
    const service = pick(random, pick(random, COOPERATIVES).services);
    const hour = 8 + Math.floor(random() * 7);
    const day = FIRST_DAY + Math.floor(random() * days) * DAY_MS;
    return {
      serviceId: service.id,
      start: new Date(day + hour * 3_600_000).toISOString(),
      minutes: pick(random, [60, 120]),
      quantity: service.id.endsWith(':room') ? 1 : pick(random, [1, 1, 2]),
    };
  });
}

/** Sends it through every entrance at the same time, as a client does that is impatient: all must be told the same. */
async function sendEverywhere(
  entrances: readonly string[],
  act: string,
  input: object,
  type: string,
): Promise<Payload> {
  const answers = await Promise.all(entrances.map((each) => send(() => each, act, input, type)));
  const [first, ...others] = answers;
  const told = ({ order, secret, userErrors }: Payload): string =>
    [order?.id ?? 'no order', secret ?? '', ...userErrors.map(({ code }) => code)].join(' ');
  if (!first || others.some((other) => told(other) !== told(first)))
    throw new Error(`${act} was answered twice and differently: ${JSON.stringify(answers)}`);
  return first;
}

/** What a client does after its first order. */
const PLANS = [
  'place',
  'place',
  'place',
  'hold',
  'confirm',
  'confirm',
  'extend',
  'cancel',
  'move',
] as const;

/**
 * Orders something and goes on with it as the dice say, sending again whatever is not answered.
 * @param days - Over how many days the orders spread: fewer, and more of them meet.
 */
export async function runClient(
  client: number,
  entrances: readonly string[],
  random: Random,
  days: number,
): Promise<Experience> {
  const entrance = (): string => pick(random, entrances);
  const plan = pick(random, PLANS);
  const act =
    plan === 'hold' || plan === 'confirm' || plan === 'extend' ? 'holdOrder' : 'placeOrder';
  const key = (what: string): string => `client ${client} ${what} ${random()}`;
  const input = {
    idempotencyKey: key('order'),
    buyer: { name: `Client ${client}`, municipality: 'FI-609', phone: `040 ${1_000_000 + client}` },
    channel: 'PHONE',
    policy: random() < 0.25 ? 'BEST_EFFORT' : 'ALL_OR_NOTHING',
    legs: wantedLegs(random, days),
  };
  const type = 'HoldOrderInput';
  const first =
    random() < IMPATIENT_SHARE
      ? await sendEverywhere(entrances, act, input, type)
      : await send(entrance, act, input, type);
  const sent = (answer: Payload, name: string, of: string, given: object): SentRequest => ({
    ...{ act: name, type: of, input: given, hadEffect: answer.order !== null },
    codes: answer.userErrors.map(({ code }) => code),
  });
  const making = sent(first, act, type, input);
  if (!first.order) return { kind: 'refused', client, request: making };
  const { id, reference } = first.order;
  const secret = first.secret ?? '';
  const tell = ({ order }: Payload, before: Told | null, request: SentRequest): Told => ({
    client,
    id,
    secret,
    reference,
    state: order?.state ?? before?.state ?? 'PENDING',
    starts: order
      ? order.legs.filter(({ state }) => STANDING.includes(state)).map(({ start }) => start)
      : (before?.starts ?? []),
    isAllOrNothing: input.policy === 'ALL_OR_NOTHING',
    requests: [...(before?.requests ?? []), request],
  });
  let told = tell(first, null, making);
  const more = async (next: string, nextType: string, extra: object = {}): Promise<void> => {
    const action = { idempotencyKey: key(next), orderId: id, secret, ...extra };
    const answer = await send(entrance, next, action, nextType);
    told = tell(answer, told, sent(answer, next, nextType, action));
  };
  if (told.state === 'HELD' && plan === 'extend') await more('extendHold', 'OrderActionInput');
  if (told.state === 'HELD' && plan !== 'hold') await more('confirmOrder', 'OrderActionInput');
  if (told.state === 'CONFIRMED' && plan === 'cancel')
    await more('cancelOrder', 'OrderActionInput');
  if (told.state === 'CONFIRMED' && plan === 'move') {
    const leg = first.order.legs.findIndex(({ state }) => state === 'CONFIRMED');
    const start = wantedLegs(random, days)[0]?.start ?? '';
    if (leg >= 0) await more('moveOrder', 'MoveOrderInput', { leg, start });
  }
  return { kind: 'told', told };
}
