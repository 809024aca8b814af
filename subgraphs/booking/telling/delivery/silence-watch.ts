import type { RegistryEntry } from '../../../shared/owners/endpoint-table.js';
import type { Clock } from '../../../shared/process/clock.js';
import type { AddressDataSource } from '../messages/address-data-source.js';
import type { MessageDataSource } from '../messages/message-data-source.js';
import { COORDINATOR } from '../messages/records.js';
import { messageOf, waysOf } from './outbox.js';

export interface SilenceWatchOptions {
  /** Every cooperative that the registry names. */
  readonly cooperatives: () => readonly Pick<RegistryEntry, 'id' | 'status' | 'since'>[];
  readonly addresses: Pick<AddressDataSource, 'find'>;
  readonly messages: Pick<MessageDataSource, 'add' | 'wasTold'>;
  readonly sendsEmail: boolean;
  /** Whether the coordinator is told. */
  readonly tellsCoordinator: boolean;
  /** Real time. */
  readonly realClock: Clock;
}

const HOUR_MS = 3_600_000;
const EVENT = 'COOPERATIVE_UNREACHABLE';

/**
 * Tells of cooperatives that the registry calls unreachable: once for each time that one has become so, and of one at most once an hour. The registry
 * says it until it is over, so that nothing is lost where this process is not there.
 */
export class SilenceWatch {
  constructor(private readonly options: SilenceWatchOptions) {}

  /** @throws Error where the database does not answer. */
  async look(): Promise<void> {
    for (const { id, status, since } of this.options.cooperatives()) {
      if (status === 'UNREACHABLE' && since !== null) await this.#tell(id, new Date(since));
    }
  }

  async #tell(cooperative: string, at: Date): Promise<void> {
    const { addresses, messages, sendsEmail, tellsCoordinator, realClock } = this.options;
    const now = realClock.now();
    const subject = { kind: 'cooperative', id: cooperative } as const;
    if (await messages.wasTold(EVENT, subject, new Date(now.getTime() - HOUR_MS))) return;
    const id = `${cooperative}.unreachable.${at.getTime()}`;
    const entry = { id, event: EVENT, at, legs: [], offer: null } as const;
    const ways = [
      ...(tellsCoordinator ? [{ receiver: COORDINATOR, channel: 'EMAIL' } as const] : []),
      ...waysOf(await addresses.find(cooperative), EVENT, sendsEmail),
    ];
    for (const way of ways) await messages.add(messageOf(entry, subject, way, now));
  }
}
