/**
 * Why a token is not taken. Stable: programs and tests may match it.
 * `malformed`: no bearer token, or none that is a JWT with all that it needs. `wrong-type`: a JWT for something else, such as an
 * ID token. `unsigned`: `alg: none`. `wrong-algorithm`: signed in a way that its issuer does not sign, such as with a shared secret.
 * `wrong-issuer`, `wrong-audience`: from, or for, somebody else. `unknown-key`: signed with a key that the issuer does not show (any
 * more). `wrong-signature`: not signed with the key that it names. `provider-down`: the issuer's keys are not known yet and cannot be
 * had. `role-not-allowed`: the issuer may not assert it. `too-old`: made more than a day ago, whenever it is to end. `too-many-roles`:
 * more than a process can tell another.
 */
export type TokenReason =
  | 'malformed'
  | 'wrong-type'
  | 'unsigned'
  | 'wrong-algorithm'
  | 'wrong-issuer'
  | 'wrong-audience'
  | 'expired'
  | 'not-yet-valid'
  | 'unknown-key'
  | 'wrong-signature'
  | 'provider-down'
  | 'role-not-allowed'
  | 'too-old'
  | 'too-many-roles';

/** A token that is not taken. */
export interface TokenRefusal {
  readonly reason: TokenReason;
  /** As `extensions.code` has it. */
  readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN';
  /** For whoever sent the token: what was wanted. Nothing of the token is in it but what its issuer may not assert. */
  readonly message: string;
}

export function refuse(reason: TokenReason, message: string): TokenRefusal {
  return { reason, code: reason === 'role-not-allowed' ? 'FORBIDDEN' : 'UNAUTHENTICATED', message };
}
