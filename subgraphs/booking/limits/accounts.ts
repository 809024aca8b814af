import { countryOf, digestsOf } from '../../shared/privacy/person.js';
import type { BuyerRecord } from '../store/records.js';

type Reached = Pick<BuyerRecord, 'email' | 'phone' | 'municipality'>;

/**
 * The accounts on which a stranger's orders count: one of the telephone number, one of the e-mail address, however they are written.
 * @param key - Of digests.
 */
export function contactAccounts(key: Buffer, buyer: Reached): string[] {
  return digestsOf(key, buyer, countryOf(buyer.municipality)).map((digest) => `orders ${digest}`);
}

/** Those on which a stranger's requests count. */
export function requestAccounts(key: Buffer, caller: Reached): string[] {
  return digestsOf(key, caller, countryOf(caller.municipality)).map(
    (digest) => `requests ${digest}`,
  );
}

/** All accounts of contacts. @param digests - As `digestsOf` has them. */
export function accountsOfDigests(digests: readonly string[]): string[] {
  return digests.flatMap((digest) => [`orders ${digest}`, `requests ${digest}`]);
}

export function serviceAccount(serviceId: string): string {
  return `service ${serviceId}`;
}
