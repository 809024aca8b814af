import { say } from '../../shared/words/said/say.js';
import { randomBytes } from 'node:crypto';
import { hashBody, hashKey } from '../../shared/graphql/command-hash.js';
import { pageByTime, type PageQuestion } from '../../shared/graphql/page-by-time.js';
import type { Asker } from '../../shared/identity/policy/rule.js';
import type { Clock } from '../../shared/process/clock.js';
import type { BookingAccess } from '../access/booking-access.js';
import { makerOf, NOBODYS_OWN, ofCooperative } from '../access/owned.js';
import type { IsMember } from '../orders/commands/order-input.js';
import type { SetNotificationsInput } from '../schema.generated.js';
import { refuse, type Refusal } from '../store/refusal.js';
import { refuseAddress } from './address-checks.js';
import type { AddressDataSource } from './messages/address-data-source.js';
import type { MessageDataSource } from './messages/message-data-source.js';
import type { AddressRecord } from './messages/records.js';
import { nextAddress } from './next-address.js';

export interface TellingCommandsOptions {
  readonly addresses: AddressDataSource;
  readonly messages: MessageDataSource;
  readonly access: BookingAccess;
  readonly isMember: IsMember;
  readonly isProduction: boolean;
  /** The network's. */
  readonly clock: Clock;
  /** Real time. */
  readonly realClock: Clock;
}

export interface AddressOutcome {
  /** Null when it was refused. */
  readonly settings: AddressRecord | null;
  /** Only for the command that made it. */
  readonly secret: string | null;
  readonly userErrors: readonly Refusal[];
}

export interface MessageOutcome {
  /** Null when it was refused. */
  readonly id: string | null;
  readonly userErrors: readonly Refusal[];
}

const SECRET_BYTES = 32;
/** Others were faster at most that often. */
const MOST_ATTEMPTS = 20;

/** What cooperatives say of where they are told, and what the coordinator does about what reached nobody. */
export class TellingCommands {
  constructor(private readonly options: TellingCommandsOptions) {}

  /** Null where the cooperative has never said. One query. @throws UNAUTHENTICATED or FORBIDDEN. */
  async settings(cooperative: string, asker: Asker): Promise<AddressRecord | null> {
    const { access, addresses } = this.options;
    access.check('Query.notificationSettings', asker, ofCooperative(cooperative));
    return addresses.find(cooperative);
  }

  /** @throws UNAUTHENTICATED or FORBIDDEN. */
  async setNotifications(input: SetNotificationsInput, asker: Asker): Promise<AddressOutcome> {
    const { access, isMember, isProduction } = this.options;
    access.check('Mutation.setNotifications', asker, ofCooperative(input.cooperative));
    const wrong = refuseAddress(input, isMember, isProduction);
    if (wrong) return refused(wrong);
    const { idempotencyKey, ...body } = input;
    const command = { keyHash: hashKey(idempotencyKey, makerOf(asker)), bodyHash: hashBody(body) };
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const outcome = await this.#set(input, command);
      if (outcome) return outcome;
    }
    throw new Error(`An address was changed by others ${MOST_ATTEMPTS} times in a row.`);
  }

  /** The latest first. One query. @throws UNAUTHENTICATED, FORBIDDEN, BAD_USER_INPUT */
  async undelivered(page: PageQuestion, asker: Asker) {
    const { access, messages } = this.options;
    access.check('Query.undeliveredMessages', asker, NOBODYS_OWN);
    return await pageByTime(
      page,
      (most, place) => messages.findDead(most, place),
      ({ endedAt }) => endedAt ?? new Date(0),
    );
  }

  /** @throws UNAUTHENTICATED or FORBIDDEN. */
  async retry(id: string, asker: Asker): Promise<MessageOutcome> {
    const { access, messages, realClock } = this.options;
    access.check('Mutation.retryMessage', asker, NOBODYS_OWN);
    return this.#act(id, () => messages.revive(id, realClock.now()));
  }

  /** @throws UNAUTHENTICATED or FORBIDDEN. */
  async drop(id: string, asker: Asker): Promise<MessageOutcome> {
    const { access, messages, realClock } = this.options;
    access.check('Mutation.dropMessage', asker, NOBODYS_OWN);
    return this.#act(id, () => messages.drop(id, realClock.now()));
  }

  /** Null where somebody else was faster. */
  async #set(
    input: SetNotificationsInput,
    command: { readonly keyHash: string; readonly bodyHash: string },
  ): Promise<AddressOutcome | null> {
    const { addresses, clock, realClock } = this.options;
    const before = await addresses.find(input.cooperative);
    const repeated = before?.commands.find(({ keyHash }) => keyHash === command.keyHash);
    if (before && repeated) {
      return repeated.bodyHash === command.bodyHash
        ? outcomeOf(before, command.keyHash)
        : refused(CONFLICT);
    }
    const moment = { now: clock.now(), elapsed: realClock.now() };
    const secret = `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;
    const after = nextAddress(before, input, command, secret, moment);
    return (await addresses.write(before, after)) ? outcomeOf(after, command.keyHash) : null;
  }

  async #act(id: string, act: () => Promise<void>): Promise<MessageOutcome> {
    if ((await this.options.messages.find(id)) === null) {
      return {
        id: null,
        userErrors: [refuse('NOT_FOUND', say`There is no such message (any more).`, ['id'])],
      };
    }
    await act();
    return { id, userErrors: [] };
  }
}

const CONFLICT = refuse('IDEMPOTENCY_CONFLICT', say`The key was used before, with another input.`, [
  'idempotencyKey',
]);

function outcomeOf(settings: AddressRecord, keyHash: string): AddressOutcome {
  const secret = settings.secretKeyHash === keyHash ? settings.secret : null;
  return { settings, secret, userErrors: [] };
}

function refused(...userErrors: readonly Refusal[]): AddressOutcome {
  return { settings: null, secret: null, userErrors };
}
