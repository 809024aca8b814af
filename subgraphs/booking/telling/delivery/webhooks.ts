import { Webhook } from 'standardwebhooks';
import { Sender } from '../../../shared/owners/sender.js';
import type { Clock } from '../../../shared/process/clock.js';
import type { Closable } from '../../../shared/process/process.js';
import { TimeLimit } from '../../../shared/process/time-limit.js';
import type { AttemptEnd } from './attempt.js';
import { publicLookup } from './public-address.js';

export interface WebhooksOptions {
  /** Then nothing is sent to an address of a private network. */
  readonly isProduction: boolean;
  /** From connecting to the last byte of the answer. */
  readonly timeoutMs: number;
  /** Real time, by which the receiver judges whether a webhook is new. */
  readonly realClock: Clock;
}

/** A webhook as it is sent. */
export interface SignedWebhook {
  readonly id: string;
  readonly url: string;
  /** It is signed with each of these. */
  readonly secrets: readonly string[];
  readonly body: string;
}

/** What an answer may hold beside its status; it is not kept. */
const LARGEST_ANSWER_BYTES = 16_384;
const GONE = 410;

/** Sends webhooks as Standard Webhooks 1.0 has it (https://www.standardwebhooks.com); follows no redirects. */
export class Webhooks implements Closable {
  readonly #sender: Sender;

  constructor(private readonly options: WebhooksOptions) {
    this.#sender = new Sender({
      connectTimeoutMs: options.timeoutMs,
      largestAnswerBytes: LARGEST_ANSWER_BYTES,
      ...(options.isProduction && { lookup: publicLookup }),
    });
  }

  /** Never rejects, if the address is one. */
  async send({ id, url, secrets, body }: SignedWebhook): Promise<AttemptEnd> {
    const { realClock, timeoutMs } = this.options;
    const now = realClock.now();
    const signatures = secrets.map((secret) => new Webhook(secret).sign(id, now, body));
    const seen = { status: null as number | null };
    const outcome = await this.#sender.send(
      {
        ...{ method: 'POST', url, body, limit: TimeLimit.within(timeoutMs) },
        headers: {
          'content-type': 'application/json',
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
          'webhook-signature': signatures.join(' '),
        },
      },
      (head) => {
        seen.status = head.status;
        return null;
      },
    );
    // Once it has said that it has taken the message, whatever becomes of the rest of its answer.
    if (seen.status !== null) return judge(seen.status);
    const reason =
      outcome.kind === 'too-slow' ? 'no answer in time' : 'no connection, or one that broke off';
    return { kind: 'failed', reason, isOfLane: true };
  }

  /** Breaks off what is under way. */
  close(): Promise<void> {
    return this.#sender.close();
  }
}

function judge(status: number): AttemptEnd {
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  const reason = `HTTP ${status}`;
  return status === GONE ? { kind: 'refused', reason } : { kind: 'failed', reason, isOfLane: true };
}
