import { ROLES } from '../../../subgraphs/shared/identity/caller.js';
import type { AccessTokens } from '../../../subgraphs/shared/identity/people/access-tokens.js';
import { refuse } from '../../../subgraphs/shared/identity/people/token-refusal.js';
import { withRoles } from '../../shared/identity/policy/askers.js';

/** Who shows a token of somebody with this role: `STAFF karhu` is one with its organisation. */
export function showing(role: string): { readonly authorization: string } {
  return { authorization: `Bearer ${role}` };
}

/** Takes what `showing` makes, of a role that there is; all else for a token that has ended. */
export const SHOWN_ROLES: Pick<AccessTokens, 'verify'> = {
  verify: (authorization) => {
    const role = authorization.slice('Bearer '.length);
    const { caller } = withRoles(role);
    return Promise.resolve(
      caller && ROLES.some((each) => each === role.split(' ')[0])
        ? { kind: 'caller', caller }
        : { kind: 'refused', refusal: refuse('expired', 'The token has ended: sign in again.') },
    );
  },
};
