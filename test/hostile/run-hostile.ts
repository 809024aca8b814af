import { eventually } from '../support/eventually.js';
import { units } from '../support/unit.js';
import { HONEST, HOSTILE, HostileNetwork } from './hostile-network.js';
import {
  findLeaks,
  judgeCalendar,
  judgeCandidates,
  judgeFreshness,
  judgeReading,
} from './judge.js';
import { Looker, type Seen } from './look.js';
import type { Mode } from './modes.js';

export interface HostileReport {
  /** What must not be, by mode; empty when all is well. */
  readonly faults: readonly string[];
}

/** Long enough for every pause that the hub makes before it asks an owner again. */
const HEALED_WITHIN_MS = units(600);

interface Order {
  readonly id: string;
  readonly state: string;
}

interface Placed {
  readonly order: Order | null;
  readonly secret: string | null;
}

/** Has one owner misbehave in each way, one after the other, looks through every door, and lets it heal each time. */
export async function runHostile(
  modes: readonly Mode[],
  tell: (line: string) => void = () => undefined,
): Promise<HostileReport> {
  const network = await HostileNetwork.start();
  try {
    const looker = new Looker(network);
    const whole = await eventually(
      () => looker.read(),
      ({ json }) => json.errors === undefined && isFresh(json),
      HEALED_WITHIN_MS,
    );
    const before = {
      whole,
      whoCan: await looker.whoCan(),
      calendar: await looker.calendar(HOSTILE),
    };
    const faults: string[] = [];
    for (const [day, mode] of modes.entries()) {
      const found = await tryMode(network, looker, mode, day, before);
      tell(`${mode.name}: ${found.length === 0 ? 'holds' : found.join('; ')}`);
      faults.push(...found.map((fault) => `${mode.name}: ${fault}`));
    }
    return { faults };
  } finally {
    await network.close();
  }
}

async function tryMode(
  network: HostileNetwork,
  looker: Looker,
  mode: Mode,
  day: number,
  before: { readonly whole: Seen; readonly whoCan: Seen; readonly calendar: Seen },
): Promise<string[]> {
  // A calendar shows what was ordered, so it is held against what it is now.
  const calendar = await looker.calendar(HOSTILE);
  const mayBeData = mode.name === 'secret-values';
  network.endpoint.mode = mode;
  const description = `As it is on day ${day}.`;
  await network.change(description);
  const key = `hostile ${mode.name} ${day}`;
  const [read, whoCan, busy, placed, published, poke] = await Promise.all([
    looker.read(),
    looker.whoCan(),
    looker.calendar(HOSTILE),
    looker.place(key, day),
    looker.publish(),
    looker.poke(),
  ]);
  const later = await looker.read();
  const registry = await looker.registry();
  network.endpoint.mode = null;
  const faults = [
    ...judgeReading(read, before.whole, mayBeData),
    ...judgeReading(later, before.whole, mayBeData),
    ...(mayBeData || mode.isPlausible ? [] : judgeFreshness(later, poke, description)),
    ...judgeCandidates(whoCan, before.whoCan),
    ...judgeCalendar(busy, calendar, mode.isPlausible === true),
    ...judgePublished(published),
    ...findLeaks({ read, later, whoCan, placed, published, poke, registry }, mayBeData),
    ...(mode.isPlausible ? [] : findLeaks({ busy }, false)),
  ];
  return [...faults, ...(await judgeHealing(looker, before.whole, placed, key, day))];
}

/** Null says nothing of what was done, unless an error does. */
function judgePublished({ json, text }: Seen): string[] {
  const isTold = json.data?.['publishService'] != null || (json.errors ?? []).length > 0;
  return isTold ? [] : [`a command's answer says nothing: ${text}`];
}

async function judgeHealing(
  looker: Looker,
  whole: Seen,
  placed: Seen,
  key: string,
  day: number,
): Promise<string[]> {
  const healed = await eventually(
    () => looker.read(),
    ({ json }) => json.errors === undefined && isFresh(json),
    HEALED_WITHIN_MS,
  ).catch((error: unknown) => `it does not heal: ${String(error).slice(0, 500)}`);
  if (typeof healed === 'string') return [healed];
  const faults = judgeReading(healed, whole, false);
  const first = placedOf(placed);
  const again = await eventually(
    () => looker.place(key, day),
    (seen) => placedOf(seen) !== null && placedOf(seen)?.order?.state !== 'PENDING',
    HEALED_WITHIN_MS,
  ).catch((error: unknown) => `the order stays open: ${String(error).slice(0, 500)}`);
  if (typeof again === 'string') return [...faults, again];
  const last = placedOf(again);
  if (first && (first.order?.id !== last?.order?.id || first.secret !== last?.secret)) {
    faults.push(`one key, two answers: ${placed.text} and then ${again.text}`);
  }
  const order = last?.order;
  if (!order) return faults;
  const books = await Promise.all([HOSTILE, HONEST].map((id) => looker.booksOf(id, order.id)));
  const standing = books.map((states) => states.filter((state) => /HELD|CONFIRMED/.test(state)));
  const wanted = order.state === 'CONFIRMED' ? 'CONFIRMED,CONFIRMED' : '';
  if (standing.flat().join() !== wanted) {
    faults.push(`an order is ${order.state}, its owners have ${JSON.stringify(books)}`);
  }
  return faults;
}

function placedOf({ json }: Seen): Placed | null {
  return (json.data?.['placeOrder'] ?? null) as Placed | null;
}

function isFresh({ data }: Seen['json']): boolean {
  const page = data?.['cooperatives'] as { sources: { state: string }[] } | null | undefined;
  return page?.sources.length === 2 && page.sources.every(({ state }) => state === 'FRESH');
}
