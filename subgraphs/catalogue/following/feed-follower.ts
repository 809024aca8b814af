import { isListed } from '../store/change-state.js';
import type { FeedClient } from '../feed/feed-client.js';
import { FollowedFeed, type FollowOptions, type LookOutcome } from './followed-feed.js';
import { Gate } from '../../shared/turns/gate.js';

/** How many endpoints are asked at once. */
const ANSWERING_AT_ONCE = 64;
const FAILING_AT_ONCE = 16;

/** Follows the feeds of all members, as the registry names them. */
export class FeedFollower {
  readonly #feedById = new Map<string, FollowedFeed>();
  readonly #options: FollowOptions;
  readonly #client: FeedClient;

  constructor(options: Omit<FollowOptions, 'gates'>) {
    const gates = { answering: new Gate(ANSWERING_AT_ONCE), failing: new Gate(FAILING_AT_ONCE) };
    this.#options = { ...options, gates };
    this.#client = options.client;
  }

  /**
   * Takes over who is a member and where. To be called whenever the registry may have changed.
   * @param isPolling - Whether this process is the one that follows; the others look only when poked.
   */
  reconcile(isPolling: boolean): void {
    for (const { _id, url, status } of this.#options.replica.registry.records()) {
      const isMember = isListed(status);
      const feed = this.#feedById.get(_id) ?? (isMember ? this.#add(_id) : null);
      feed?.setPolling(isPolling && isMember, url);
    }
  }

  /**
   * Looks at one cooperative's feed now. Null when the network never had it.
   * @param isSurelyNew - Leaves out the question whether anything is new.
   */
  async look(id: string, isSurelyNew = false): Promise<LookOutcome | null> {
    if (!this.#options.replica.registry.findRecord(id)) return null;
    return await (this.#feedById.get(id) ?? this.#add(id)).poke(isSurelyNew);
  }

  /** A cooperative that was silent answers again. */
  noteAnswering(id: string): void {
    this.#feedById.get(id)?.noteAnswering();
  }

  async stop(): Promise<void> {
    const stopped = [...this.#feedById.values()].map((feed) => feed.stop());
    // Ends the requests under way; nothing is judged by that any more.
    await this.#client.close();
    await Promise.all(stopped);
  }

  #add(id: string): FollowedFeed {
    const feed = new FollowedFeed(id, this.#options);
    this.#feedById.set(id, feed);
    return feed;
  }
}
