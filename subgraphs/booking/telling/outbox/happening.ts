import type { NotificationEvent } from '../../schema.generated.js';
import type { OutboxEntry } from '../../store/outbox.js';

/** What follows from a change, for others to be told. */
export interface Happening {
  readonly event: NotificationEvent;
  /** Numbers of the legs that are meant. */
  readonly legs?: readonly number[];
  /** The offer that is meant. */
  readonly offer?: string;
}

interface Outbox {
  readonly _id: string;
  readonly version: number;
  readonly outbox?: readonly OutboxEntry[];
}

/** The outbox of a record with what happened when it became this version. */
export function addHappenings(
  { _id, version, outbox = [] }: Outbox,
  happenings: readonly Happening[],
  at: Date,
): readonly OutboxEntry[] {
  const added = happenings.map(({ event, legs = [], offer = null }, number): OutboxEntry => ({
    ...{ id: `${_id}.${version}.${number}`, event, at },
    ...{ legs: [...legs], offer },
  }));
  return [...outbox, ...added];
}
