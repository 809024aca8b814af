import type { Clock } from '../../../shared/process/clock.js';
import type { Logger } from '../../../shared/process/logger.js';
import { coalesce } from '../../../shared/turns/coalesce.js';
import type { MessageDataSource } from '../messages/message-data-source.js';
import type { MessageRecord } from '../messages/records.js';
import { pointless, waitMs, type AttemptEnd } from './attempt.js';
import { Lanes } from './lanes.js';
import type { Mail } from './mail.js';
import type { Webhooks } from './webhooks.js';
import type { MessageWriter } from './writer.js';

export interface MessengerOptions {
  readonly messages: Pick<
    MessageDataSource,
    'findDue' | 'take' | 'postpone' | 'end' | 'wake' | 'giveUp' | 'forget'
  >;
  readonly writer: Pick<MessageWriter, 'write'>;
  readonly webhooks: Pick<Webhooks, 'send' | 'close'>;
  /** Null where no e-mail is sent. */
  readonly mail: Pick<Mail, 'send' | 'close'> | null;
  /** Real time. */
  readonly realClock: Clock;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly log: Logger;
}

const MOST_AT_ONCE = 128;
/** After which another process may take a message: longer than any attempt. */
const LEASE_MS = 60_000;
const DAY_MS = 86_400_000;
/** For how long a message is tried. */
const TRIED_DAYS = 3;
const DELIVERED_KEPT_DAYS = 1;
const DEAD_KEPT_DAYS = 30;
const UPKEEP_EVERY_MS = 60_000;

/**
 * Delivers messages, each at least once: it is done when that was written down after the receiver had it. What waits for a receiver that does
 * not answer takes no place of others: one message at a time is tried there, and it is left alone for ever longer.
 */
export class Messenger {
  readonly #lanes: Lanes;
  readonly #inHand = new Set<Promise<void>>();
  #isClosing = false;
  #upkeepAt = 0;
  /** Begins whatever may be begun now. Never rejects. */
  readonly begin = coalesce(() => this.#begin());

  constructor(private readonly options: MessengerOptions) {
    this.#lanes = new Lanes(options.random);
  }

  /** Delivers all that is due, and what becomes so meanwhile. Never rejects. */
  async deliver(): Promise<void> {
    await this.begin();
    while (this.#inHand.size > 0) await Promise.race(this.#inHand);
  }

  /** Breaks off what is under way; that is tried again at once by whoever comes next. */
  async close(): Promise<void> {
    this.#isClosing = true;
    await Promise.all([this.options.webhooks.close(), this.options.mail?.close()]);
    await Promise.allSettled(this.#inHand);
  }

  async #begin(): Promise<void> {
    const { messages, realClock, log } = this.options;
    try {
      await this.#keepUp();
      for (let hasBegun = true; hasBegun && !this.#isClosing;) {
        hasBegun = false;
        const room = MOST_AT_ONCE - this.#inHand.size;
        const now = realClock.now();
        const due = room > 0 ? await messages.findDue(now, this.#lanes.closed(now), room) : [];
        for (const message of due) {
          if (!this.#lanes.isOpen(message.lane, now)) continue;
          if (!(await messages.take(message, new Date(now.getTime() + LEASE_MS)))) continue;
          this.#lanes.enter(message.lane);
          this.#keep(this.#attempt({ ...message, attempts: message.attempts + 1 }));
          hasBegun = true;
        }
      }
    } catch (error) {
      log.error({ err: error }, 'Messages could not be read; it is tried again.');
    }
  }

  #keep(attempt: Promise<void>): void {
    const kept = attempt.then(() => {
      this.#inHand.delete(kept);
      // Its place is free for the next one.
      if (!this.#isClosing) this.#follow();
    });
    this.#inHand.add(kept);
  }

  /** Keeps what is begun next among what is in hand, so that whoever waits for that waits for it. */
  #follow(): void {
    const following: Promise<void> = this.begin().then(() => {
      this.#inHand.delete(following);
    });
    this.#inHand.add(following);
  }

  async #attempt(message: MessageRecord): Promise<void> {
    const { messages, realClock, log } = this.options;
    const { _id: id, lane, event, channel, receiver } = message;
    try {
      const end = await this.#send(message);
      const now = realClock.now();
      await this.#record(message, end, now);
      const isBack = this.#lanes.leave(lane, heardOf(end), now);
      if (isBack) await messages.wake(lane, now);
      if (end.kind !== 'delivered') {
        log.info({ event, channel, receiver, kind: end.kind, reason: end.reason }, 'Not told.');
      }
    } catch (error) {
      // The lease runs out, and it is tried again.
      this.#lanes.leave(lane, 'nothing', realClock.now());
      log.error(
        { err: error, message: id },
        'A message could not be delivered; it is tried again.',
      );
    }
  }

  async #send(message: MessageRecord): Promise<AttemptEnd> {
    const { writer, webhooks, mail } = this.options;
    const written = await writer.write(message);
    switch (written.kind) {
      case 'nobody':
        return pointless(written.reason);
      case 'webhook':
        return webhooks.send(written.webhook);
      case 'letter':
        return mail === null
          ? pointless('no e-mail is sent')
          : mail.send(message._id, written.to, written.letter);
    }
  }

  async #record({ _id: id, attempts }: MessageRecord, end: AttemptEnd, now: Date): Promise<void> {
    const { messages, random } = this.options;
    switch (end.kind) {
      case 'delivered':
        return messages.end(id, 'DELIVERED', null, now);
      case 'pointless':
        return messages.end(id, 'LEFT_OUT', end.reason, now);
      case 'refused':
        return messages.end(id, 'DEAD', end.reason, now);
      case 'failed': {
        const pauseMs = this.#isClosing ? 0 : waitMs(attempts, random);
        return messages.postpone(id, new Date(now.getTime() + pauseMs), end.reason);
      }
    }
  }

  /** Gives up and forgets what it is time for, once a minute. */
  async #keepUp(): Promise<void> {
    const { messages, realClock, log } = this.options;
    const now = realClock.now();
    if (now.getTime() < this.#upkeepAt) return;
    this.#upkeepAt = now.getTime() + UPKEEP_EVERY_MS;
    const before = (days: number): Date => new Date(now.getTime() - days * DAY_MS);
    const count = await messages.giveUp(before(TRIED_DAYS), now);
    if (count > 0) log.warn({ count }, 'Messages reached nobody and were given up.');
    await messages.forget(
      { delivered: before(DELIVERED_KEPT_DAYS), dead: before(DEAD_KEPT_DAYS) },
      now,
    );
  }
}

/** What an attempt tells of the server. */
function heardOf(end: AttemptEnd): 'answer' | 'failure' | 'nothing' {
  if (end.kind === 'pointless') return 'nothing';
  return end.kind === 'failed' && end.isOfLane ? 'failure' : 'answer';
}
