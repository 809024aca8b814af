import { request } from 'undici';
import { z } from 'zod';
import type { Logger } from '../logger.js';
import type { Closable } from '../process.js';
import { within } from '../time-limit.js';

const RegistryEntrySchema = z.object({
  id: z.string(),
  url: z.url({ protocol: /^https?$/ }),
  status: z.enum(['JOINING', 'ACTIVE', 'PROBATION', 'PAUSED', 'UNREACHABLE', 'LEFT']),
  since: z.string().nullable(),
  reason: z.string().nullable(),
  syncedAt: z.string().nullable(),
  state: z.enum(['FRESH', 'STALE', 'UNREACHABLE', 'PAUSED', 'NEVER']),
});

/** What `GET /registry` answers. */
export const RegistrySchema = z.object({
  revision: z.number(),
  cooperatives: z.array(RegistryEntrySchema),
});

/** What the registry says of one cooperative. Instants are ISO 8601. */
export type RegistryEntry = z.infer<typeof RegistryEntrySchema>;

/** Which cooperatives there are and where each one answers. */
export interface EndpointTable {
  /** Whether a table was ever read; until then nothing is known of any cooperative. */
  readonly isLoaded: boolean;
  /** The entries whose listing may be out of date (STALE or UNREACHABLE), by id. */
  readonly outdated: readonly RegistryEntry[];
  /** Null when the network has no such cooperative. */
  find(cooperative: string): RegistryEntry | null;
}

/** Whether the cooperative is to be left alone: paused, or no longer a member. */
export function isSkipped({ status }: RegistryEntry): boolean {
  return status === 'PAUSED' || status === 'LEFT';
}

export interface RegistryFollowerOptions {
  /** The registry's address, such as `http://127.0.0.1:4001/registry`. */
  readonly registryUrl: string;
  readonly pollMs: number;
  readonly timeoutMs: number;
  readonly log: Logger;
}

/**
 * An endpoint table that follows the catalogue's registry. While the registry does not answer, the last table stays.
 */
export class RegistryFollower implements EndpointTable, Closable {
  #entries: ReadonlyMap<string, RegistryEntry> = new Map();
  #outdated: readonly RegistryEntry[] = [];
  #etag: string | null = null;
  #refreshing: Promise<boolean> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #phase: 'idle' | 'polling' | 'closed' = 'idle';
  #isFailing = false;
  #isLoaded = false;

  constructor(private readonly options: RegistryFollowerOptions) {}

  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  get outdated(): readonly RegistryEntry[] {
    return this.#outdated;
  }

  /** Every cooperative that the registry names, in its order. */
  get entries(): readonly RegistryEntry[] {
    return [...this.#entries.values()];
  }

  find(cooperative: string): RegistryEntry | null {
    return this.#entries.get(cooperative) ?? null;
  }

  /** Asks now and then again and again. @returns After the first answer or failure. */
  async start(): Promise<void> {
    this.#phase = 'polling';
    await this.refresh();
    this.#scheduleNext();
  }

  /** Asks the registry now; calls at the same time share one request. @returns Whether it answered. Never throws. */
  refresh(): Promise<boolean> {
    this.#refreshing ??= this.#read().finally(() => {
      this.#refreshing = null;
    });
    return this.#refreshing;
  }

  async close(): Promise<void> {
    this.#phase = 'closed';
    if (this.#timer) clearTimeout(this.#timer);
    await this.#refreshing;
  }

  #scheduleNext(): void {
    if (this.#phase !== 'polling') return;
    this.#timer = setTimeout(() => {
      void this.refresh().then(() => {
        this.#scheduleNext();
      });
    }, this.options.pollMs).unref();
  }

  async #read(): Promise<boolean> {
    const { registryUrl, timeoutMs, log } = this.options;
    try {
      const response = await request(registryUrl, {
        headers: this.#etag === null ? {} : { 'if-none-match': this.#etag },
        ...within(timeoutMs),
      });
      if (response.statusCode === 304) {
        await response.body.dump();
      } else if (response.statusCode === 200) {
        this.#replace(RegistrySchema.parse(await response.body.json()));
      } else {
        await response.body.dump();
        throw new Error(`The registry answered with status ${response.statusCode}.`);
      }
      this.#isFailing = false;
      return true;
    } catch (error) {
      if (!this.#isFailing)
        log.warn({ err: error }, 'The registry does not answer; the last table stays.');
      this.#isFailing = true;
      // A registry that starts anew may count its revisions anew: ask for the whole table next time.
      this.#etag = null;
      return false;
    }
  }

  #replace({ revision, cooperatives }: z.infer<typeof RegistrySchema>): void {
    this.#entries = new Map(cooperatives.map((entry) => [entry.id, entry]));
    this.#outdated = cooperatives
      .filter((entry) => !isSkipped(entry))
      .filter(({ state }) => state === 'STALE' || state === 'UNREACHABLE')
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    this.#etag = `"${revision}"`;
    this.#isLoaded = true;
  }
}
