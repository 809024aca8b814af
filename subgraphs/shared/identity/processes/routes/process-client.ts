import type { z } from 'zod';
import { wordsOf } from '../../../owners/outcome.js';
import { Sender } from '../../../owners/sender.js';
import type { Closable } from '../../../process/process.js';
import { TimeLimit } from '../../../process/time-limit.js';
import type { Scope } from '../hub-processes.js';
import type { RequestSigner } from '../sign-request.js';

export interface ProcessClientOptions {
  /** Base address. */
  readonly url: string;
  /** The other process's id, such as `booking`. */
  readonly audience: string;
  readonly scope: Scope;
  readonly signer: RequestSigner;
}

/**
 * What a process of the hub tells. `untold`: `status` is that of its answer, null where none came; `reason` completes a
 * sentence such as `The booking process …`.
 */
export type ProcessReply<Told> =
  | { readonly kind: 'told'; readonly told: Told }
  | { readonly kind: 'untold'; readonly status: number | null; readonly reason: string };

/** Asks another process of the hub in this one's own name: the other side of `signed-route.ts`. */
export class ProcessClient implements Closable {
  #url: string;
  readonly #sender = new Sender();

  constructor(private readonly options: ProcessClientOptions) {
    this.#url = options.url;
  }

  /**
   * Has whoever started this process say where the other one is: a network that gives every process a free port knows
   * some only when others run. @param name - Of the message's field, such as `bookingUrl`.
   */
  followMessages(name: string): void {
    process.on('message', (message: Readonly<Record<string, unknown>> | null) => {
      const url = message?.[name];
      if (typeof url === 'string') this.moveTo(url);
    });
  }

  /** The process has another address. */
  moveTo(url: string): void {
    this.#url = url;
  }

  /**
   * Never rejects.
   * @param path - Of the route, such as `/open-orders`.
   * @param limitMs - From now to the last byte of the answer.
   */
  async find<Told>(
    path: `/${string}`,
    id: string,
    { form, limitMs }: { readonly form: z.ZodType<Told>; readonly limitMs: number },
  ): Promise<ProcessReply<Told>> {
    const { audience, scope, signer } = this.options;
    const outcome = await this.#sender.send({
      method: 'GET',
      url: new URL(`${path}/${encodeURIComponent(id)}`, this.#url).href,
      headers: signer.headersFor({ audience, scope, body: null }),
      limit: TimeLimit.within(limitMs),
    });
    if (outcome.kind !== 'answer') return untold(null, wordsOf(outcome));
    const { status, body } = outcome;
    if (status !== 200) return untold(status, `answered with status ${status}`);
    try {
      return { kind: 'told', told: form.parse(JSON.parse(body.toString('utf8'))) };
    } catch {
      return untold(status, 'answered with something else');
    }
  }

  async close(): Promise<void> {
    await this.#sender.close();
  }
}

function untold(status: number | null, reason: string): ProcessReply<never> {
  return { kind: 'untold', status, reason };
}
