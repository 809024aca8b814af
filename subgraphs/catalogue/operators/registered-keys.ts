import { toTrustedKey } from '../../shared/identity/processes/public-keys.js';
import type { TrustedKey, TrustedKeys } from '../../shared/identity/processes/verify-request.js';
import type { Registry } from '../following/registry.js';
import type { RegistrationRecord } from '../store/records.js';

/** The keys of cooperatives, as they are registered, beside those of the hub's processes. */
export function withRegisteredKeys(hubKeys: TrustedKeys, registry: Registry): TrustedKeys {
  return {
    find: async (kid) => (await hubKeys.find(kid)) ?? findRegistered(kid, registry.records()),
  };
}

/** Who has left may do nothing any more. */
function findRegistered(kid: string, records: readonly RegistrationRecord[]): TrustedKey | null {
  const found = records.find(
    ({ publicKey, status }) => publicKey?.kid === kid && status !== 'LEFT',
  );
  return found?.publicKey
    ? toTrustedKey({
        ...{ kty: 'OKP', crv: 'Ed25519', kid, x: found.publicKey.x },
        ...{ iss: found._id, scope: 'poke' },
      })
    : null;
}
