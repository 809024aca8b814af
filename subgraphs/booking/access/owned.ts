import { pseudonymOf } from '../../shared/identity/caller.js';
import type { Asker } from '../../shared/identity/policy/rule.js';

/** Whose an order, a request or an offer is, as far as access asks for it. */
export interface Owned {
  /** Business id of the organisation that ordered or asked, as `verifiedOrganisation` has it; null for none. */
  readonly organisationId: string | null;
  /** The cooperative whose people may see to it; null for none. */
  readonly cooperative: string | null;
  /** As `makerOf` has it. */
  readonly maker: string | null;
  /** Of the secret that opens it; null where none does. */
  readonly secretHash: string | null;
}

/** What is nobody's in particular. */
export const NOBODYS_OWN: Owned = {
  organisationId: null,
  cooperative: null,
  maker: null,
  secretHash: null,
};

/** What belongs to a cooperative alone, such as what it was offered. */
export function ofCooperative(cooperative: string): Owned {
  return { ...NOBODYS_OWN, cooperative };
}

/**
 * The organisation whose an order or a request is. What the public names is in the order and opens it to nobody: anybody may write
 * any business id.
 * @param named - Business id; null for none. @param maker - As `makerOf` has it.
 */
export function verifiedOrganisation(named: string | null, maker: string | null): string | null {
  return maker === null ? null : named;
}

/** Who asks, as it is stored with what they make: who says so, and the pseudonym by which they are known here. Null for the public. */
export function makerOf({ caller }: Asker): string | null {
  return caller && pseudonymOf(caller);
}

/** Whether nobody knows who asks: the limits of strangers hold. */
export function isStranger({ caller }: Asker): boolean {
  return caller === null || caller.grants.length === 0;
}
