import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../shared/process/clock.js';
import type { Waited } from '../../shared/graphql/answer-who-waits.js';
import { acceptedLanguage } from '../../shared/http/accepted-language.js';
import type { Asker } from '../../shared/identity/policy/rule.js';
import { askerOf } from '../../shared/identity/processes/asker-of.js';
import type { SignedRequest } from '../../shared/identity/processes/verify-request.js';
import type { AuditLog } from '../../shared/privacy/audit-log.js';
import type { TextLanguage } from '../../shared/words/localized.js';
import type { BookingDesk } from '../bookings/desk/booking-desk.js';
import type { BookingCommands } from '../bookings/commands/booking-commands.js';
import type { RulebookCache } from '../bookings/desk/rulebook-cache.js';
import type { StaffCommands } from '../bookings/commands/staff-commands.js';
import { Access } from './access.js';
import type { Commands } from './commands.js';
import type { PersonCommands } from '../persons/person-commands.js';
import type { CooperativeDataSource } from '../data-source/data-source.js';
import { createLoaders, type CooperativeLoaders } from './loaders.js';

/** What resolvers receive. */
export interface CooperativeContext extends Waited {
  /** The slug; every public id begins with it. */
  readonly cooperativeId: string;
  readonly clock: Clock;
  readonly dataSource: CooperativeDataSource;
  readonly desk: BookingDesk;
  readonly loaders: CooperativeLoaders;
  readonly commands: Commands;
  readonly bookingCommands: BookingCommands;
  readonly staffCommands: StaffCommands;
  readonly personCommands: PersonCommands;
  /** Who read or changed personal data. */
  readonly audit: AuditLog;
  /** Which process signed the request, and in whose name. */
  readonly asker: Asker;
  /** What they may read and do. */
  readonly access: Access;
  /** In which texts are wanted where the document names no language; null where that is all the same. */
  readonly language: TextLanguage | null;
}

/** Makes the context of each request, with loaders of its own. */
export function createContextFactory(
  shared: Omit<CooperativeContext, 'loaders' | 'asker' | 'access' | 'language' | 'signal'>,
  rulebooks: RulebookCache,
): (
  request: IncomingMessage,
  signal: AbortSignal,
  signer: SignedRequest | null,
) => CooperativeContext {
  const { cooperativeId, dataSource } = shared;
  return ({ headers }, signal, signer) => {
    const asker = askerOf(signer);
    const loaders = createLoaders({ ...shared, rulebooks, signal });
    return {
      ...{ ...shared, asker, loaders, signal },
      access: new Access({
        ...{ asker, cooperativeId },
        findBusinessId: async () =>
          (await loaders.cooperativeById.load(cooperativeId))?.businessId ?? null,
        findResourcesOf: (member) => dataSource.findResourcesOf(member),
      }),
      language: acceptedLanguage(headers['accept-language']),
    };
  };
}
