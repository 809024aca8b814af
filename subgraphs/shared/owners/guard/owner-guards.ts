import { LRUCache } from 'lru-cache';
import { systemClock, type Clock } from '../../process/clock.js';
import type { Closable } from '../../process/process.js';
import { TimeLimit } from '../../process/time-limit.js';
import type { Sender } from '../sender.js';
import { OwnerGuard, type OwnerGuardOptions } from './owner-guard.js';

/** What may be set otherwise; what is left out is as for a real network. */
export type GuardSettings = Partial<
  Pick<OwnerGuardOptions, 'opensAfter' | 'lookEveryMs' | 'isAnswering' | 'places' | 'mostWaiting'>
>;

export interface OwnerGuardsOptions extends GuardSettings {
  /** Asks whether a silent owner answers again. */
  readonly sender: Pick<Sender, 'send'>;
  /** For since when an owner is silent. */
  readonly clock?: Clock;
  /** Called when a silent owner was looked for and found. */
  readonly onAnswering?: (cooperative: string) => void;
}

/** An owner as the registry has it. */
export interface GuardedOwner {
  readonly cooperative: string;
  /** Of its endpoint. */
  readonly url: string;
  /** Whether the registry calls it unreachable. */
  readonly isToldSilent: boolean;
}

const PLACES = { read: 96, act: 32 };
const MOST_WAITING = 512;
const OPENS_AFTER = 3;
const LOOK_EVERY_MS = 3_000;
const LOOK_MS = 1_500;
/** As many cooperatives as there are names for, and then some. */
const MOST_OWNERS = 10_000;

const ANYBODY_THERE = JSON.stringify({ query: '{ __typename }' });

/** What one process knows of how each owner answers. All that it asks owners goes through here. */
export class OwnerGuards implements Closable {
  readonly #guards = new LRUCache<string, OwnerGuard>({
    max: MOST_OWNERS,
    dispose: (guard) => {
      guard.close();
    },
  });

  constructor(private readonly options: OwnerGuardsOptions) {}

  /** The guard of an owner, who is a new one at another address. */
  of({ cooperative, url, isToldSilent }: GuardedOwner): OwnerGuard {
    const known = this.#guards.get(cooperative);
    const guard = known?.url === url ? known : this.#add(cooperative, url);
    guard.hear(isToldSilent);
    return guard;
  }

  /** There is news of an owner: it may be tried at once. */
  retry(cooperative: string): void {
    this.#guards.peek(cooperative)?.retry();
  }

  close(): Promise<void> {
    this.#guards.clear();
    return Promise.resolve();
  }

  #add(cooperative: string, url: string): OwnerGuard {
    const { sender, clock = systemClock, onAnswering, ...settings } = this.options;
    const guard = new OwnerGuard(url, {
      places: PLACES,
      mostWaiting: MOST_WAITING,
      opensAfter: OPENS_AFTER,
      lookEveryMs: LOOK_EVERY_MS,
      isAnswering: (at) => isAnybodyThere(sender, at),
      clock,
      ...settings,
      onAnswering: () => onAnswering?.(cooperative),
    });
    this.#guards.set(cooperative, guard);
    return guard;
  }
}

/** Any answer will do: it shows that the process lives. */
async function isAnybodyThere(sender: Pick<Sender, 'send'>, url: string): Promise<boolean> {
  const outcome = await sender.send(
    {
      method: 'POST',
      url,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: ANYBODY_THERE,
      limit: TimeLimit.within(LOOK_MS),
    },
    // Whatever it says beyond its first words is not read.
    () => true,
  );
  return outcome.kind === 'refused' || outcome.kind === 'answer' || outcome.kind === 'too-big';
}
