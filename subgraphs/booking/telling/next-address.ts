import type { SetNotificationsInput } from '../schema.generated.js';
import { NOTIFICATION_EVENTS } from '../store/outbox.js';
import type { AddressCommandRecord, AddressRecord } from './messages/records.js';

/** So many commands are remembered. */
const MOST_COMMANDS = 50;
const DAY_MS = 86_400_000;

export interface AddressMoment {
  /** The network's clock. */
  readonly now: Date;
  /** Real time. */
  readonly elapsed: Date;
}

/**
 * Where a cooperative is told after a command. Its secret is made with the first address for webhooks, and when it is to be another one; then the
 * old one is good for another day.
 * @param before - Null where it has never said so. @param newSecret - The one to take where one is needed.
 */
export function nextAddress(
  before: AddressRecord | null,
  input: SetNotificationsInput,
  command: AddressCommandRecord,
  newSecret: string,
  { now, elapsed }: AddressMoment,
): AddressRecord {
  const webhookUrl = input.webhookUrl ?? null;
  const kept = {
    secret: before?.secret ?? null,
    secretKeyHash: before?.secretKeyHash ?? null,
    oldSecret: before?.oldSecret ?? null,
    oldSecretUntil: before?.oldSecretUntil ?? null,
  };
  const isNew = kept.secret === null || input.rotateSecret;
  const secrets =
    webhookUrl === null
      ? { secret: null, secretKeyHash: null, oldSecret: null, oldSecretUntil: null }
      : isNew
        ? {
            secret: newSecret,
            secretKeyHash: command.keyHash,
            oldSecret: kept.secret,
            oldSecretUntil: kept.secret === null ? null : new Date(elapsed.getTime() + DAY_MS),
          }
        : kept;
  return {
    _id: input.cooperative,
    version: (before?.version ?? 0) + 1,
    ...{ webhookUrl, ...secrets },
    email: input.email ?? null,
    language: input.language ?? 'FI',
    events: [...new Set(input.events ?? NOTIFICATION_EVENTS)],
    changedAt: now,
    commands: [...(before?.commands ?? []), command].slice(-MOST_COMMANDS),
  };
}
