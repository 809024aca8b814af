import { say, type Said } from '../../shared/words/said/say.js';
import { parseOwnedId } from '../../shared/words/ids.js';
import type { OwnerClient, PhoneOnly } from '../../shared/owners/client/owner-client.js';
import { refuse, undecided, type Refusal } from '../store/refusal.js';

/** What to do where a cooperative takes no bookings over the network, in one sentence. */
export function adviseToCall(cooperative: string, { phone }: PhoneOnly): Said {
  return phone === null
    ? say`${cooperative} takes no bookings over the network: call it.`
    : say`${cooperative} takes no bookings over the network: call ${phone}.`;
}

/**
 * Why what is to be ordered of a service cannot be; empty where it may be. It may take bookings yet, and its number may change: nothing of
 * it is decided or stored.
 * @param path - Of what is to be ordered, in the client's input.
 */
export function refusalsOfPhoneOnly(
  { serviceId }: { readonly serviceId: string },
  path: readonly (string | number)[],
  owners: Pick<OwnerClient, 'phoneOnly'>,
): Refusal[] {
  const owner = parseOwnedId(serviceId)?.cooperative ?? '';
  const phoneOnly = owners.phoneOnly(owner);
  if (phoneOnly === null) return [];
  return [undecided(refuse('PHONE_ONLY', adviseToCall(owner, phoneOnly), [...path, 'serviceId']))];
}
