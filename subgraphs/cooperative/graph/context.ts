import type { IncomingMessage } from 'node:http';
import type { Clock } from '../../shared/process/clock.js';
import { acceptedLanguage } from '../../shared/http/accepted-language.js';
import type { Asker } from '../../shared/identity/policy/rule.js';
import { askerOf } from '../../shared/identity/processes/asker-of.js';
import { hasScope } from '../../shared/identity/processes/keep-signer.js';
import type { SignedRequest } from '../../shared/identity/processes/verify-request.js';
import type { TextLanguage } from '../../shared/words/localized.js';
import type { BookingDesk } from '../bookings/desk/booking-desk.js';
import type { BookingCommands } from '../bookings/commands/booking-commands.js';
import type { RulebookCache } from '../bookings/desk/rulebook-cache.js';
import type { StaffCommands } from '../bookings/commands/staff-commands.js';
import type { Commands } from './commands.js';
import type { CooperativeDataSource } from '../data-source/data-source.js';
import { createLoaders, type CooperativeLoaders } from './loaders.js';

/** Who may do what. */
export interface Access {
  /** Whether everybody may do what needs a role, as while developing. */
  readonly areMutationsOpen: boolean;
  /** Whether the processes of the hub can be told by their keys; else whoever may do everything may do what they do. */
  readonly knowsProcesses: boolean;
}

/** What resolvers receive. */
export interface CooperativeContext {
  /** The slug; every public id begins with it. */
  readonly cooperativeId: string;
  readonly clock: Clock;
  readonly dataSource: CooperativeDataSource;
  readonly desk: BookingDesk;
  readonly loaders: CooperativeLoaders;
  readonly commands: Commands;
  readonly bookingCommands: BookingCommands;
  readonly staffCommands: StaffCommands;
  /** Which process signed the request, and in whose name. */
  readonly asker: Asker;
  /** Whether the caller may see and do what is for the cooperative's own staff. */
  readonly isStaff: boolean;
  /** Whether the caller may command the bookings of orders. */
  readonly isBookingProcess: boolean;
  /** Whether the caller may read the feed. */
  readonly isFollower: boolean;
  /** In which texts are wanted where the document names no language; null where that is all the same. */
  readonly language: TextLanguage | null;
}

/** Makes the context of each request, with loaders of its own. */
export function createContextFactory(
  shared: Omit<
    CooperativeContext,
    'loaders' | 'asker' | 'isStaff' | 'isBookingProcess' | 'isFollower' | 'language'
  >,
  rulebooks: RulebookCache,
  { areMutationsOpen, knowsProcesses }: Access,
): (
  request: IncomingMessage,
  signal: AbortSignal,
  signer: SignedRequest | null,
) => CooperativeContext {
  return ({ headers }, signal, signer) => ({
    ...shared,
    asker: askerOf(signer),
    loaders: createLoaders({ ...shared, rulebooks, signal }),
    language: acceptedLanguage(headers['accept-language']),
    isStaff: areMutationsOpen,
    isBookingProcess: knowsProcesses ? hasScope(signer, 'book') : areMutationsOpen,
    isFollower: signer === null ? areMutationsOpen : hasScope(signer, 'follow'),
  });
}
