import type { Logger } from '../../shared/process/logger.js';
import type { Closable } from '../../shared/process/process.js';
import type { ExchangeDataSource } from './request/data-source.js';
import type { Progress } from './progress.js';

const MOST_AT_ONCE = 50;
const WORKERS = 4;

/** Takes on what is due, again and again in real time. Several processes may do so at once. */
export class ExchangeSweeper implements Closable {
  #timer: NodeJS.Timeout | null = null;
  #running: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(
    private readonly requests: ExchangeDataSource,
    private readonly progress: Progress,
    private readonly intervalMs: number,
    private readonly log: Logger,
  ) {}

  /** Begins to sweep by itself. */
  start(): void {
    if (this.#isClosed) return;
    this.#timer = setTimeout(() => {
      this.#running = this.sweep().then(() => {
        this.start();
      });
    }, this.intervalMs).unref();
  }

  /** Does what is due now, once; what fails is left for the next time. Never rejects. */
  async sweep(): Promise<void> {
    try {
      const { elapsed } = this.progress.moment();
      const due = await this.requests.findDue(elapsed, MOST_AT_ONCE);
      const takeOn = async (): Promise<void> => {
        for (let id = due.shift(); id !== undefined; id = due.shift()) await this.#takeOn(id);
      };
      await Promise.all(Array.from({ length: WORKERS }, takeOn));
    } catch (error) {
      this.log.error({ err: error }, 'The database did not answer; sweeping again soon.');
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  async #takeOn(id: string): Promise<void> {
    try {
      const request = await this.requests.find(id);
      if (request) await this.progress.advance(request);
    } catch (error) {
      this.log.error({ err: error, request: id }, 'A request could not be taken on.');
    }
  }
}
