import { publicError } from '../../../schema/errors.js';
import { decide, reach, type Decision, type Refused } from '../../shared/identity/policy/decide.js';
import { refuseUnasked } from '../../shared/identity/policy/refuse-unasked.js';
import { NOBODYS, type Asker, type Row, type Target } from '../../shared/identity/policy/rule.js';
import { sayNeeds } from '../../shared/identity/policy/say-needs.js';
import { rowOf } from '../../shared/identity/policy/table.js';
import { refuse, type Refusal } from '../store/refusal.js';
import { isSecret } from '../store/secrets.js';
import { makerOf, type Owned } from './owned.js';

/** A secret as it came with a question. */
export type Given = string | null | undefined;

/** By which business ids cooperatives go. */
export interface CooperativeNames {
  /** Null where there is no such cooperative. */
  find(cooperative: string): { readonly businessId: string | null } | null;
}

/** Which rows of a list somebody may read: those of any of these. */
export interface Share {
  /** Business ids. */
  readonly organisations: readonly string[];
  /** As `makerOf` has it; null where one's own are not among them. */
  readonly maker: string | null;
}

/** Who may do what here, as the one table of access says. Rows are named as there: `Query.order`. */
export class BookingAccess {
  /** @param names - Null where there is no registry: a cooperative is known by its id alone. */
  constructor(private readonly names: CooperativeNames | null) {}

  /** Whether somebody may read a field of what they have come to, which is null for the others. */
  may(row: string, asker: Asker, owned: Owned): boolean {
    return this.#decide(row, asker, owned, null).kind === 'allowed';
  }

  /** @throws UNAUTHENTICATED or FORBIDDEN, saying what would be needed. */
  check(row: string, asker: Asker, owned: Owned, secret?: Given): void {
    const decision = this.#decide(row, asker, owned, secret);
    if (decision.kind === 'refused') throw errorOf(decision);
  }

  /** Before it is known whose something is. @throws UNAUTHENTICATED or FORBIDDEN where it may be nobody's who asks. */
  checkUnasked(row: string, asker: Asker): void {
    const refused = refuseUnasked(rowOf(row), asker, {});
    if (refused) throw errorOf(refused);
  }

  /** Why a command that a secret opens is refused: the caller can correct that. Null when it may go on. */
  refusal(row: string, asker: Asker, owned: Owned, secret: Given): Refusal | null {
    if (this.#decide(row, asker, owned, secret).kind === 'allowed') return null;
    const rule = rowOf(row);
    const needs = sayNeeds(rule, this.#targetOf(rule, asker, owned, secret));
    return refuse('FORBIDDEN', needs, ['secret']);
  }

  /** Which rows of a list somebody may read; null for all. @throws UNAUTHENTICATED or FORBIDDEN. */
  shareOf(row: string, asker: Asker): Share | null {
    const reached = reach(rowOf(row), asker, NOBODYS);
    switch (reached.kind) {
      case 'refused':
        throw errorOf(reached);
      case 'all':
        return null;
      case 'some': {
        const { organisations, hasOwn } = reached;
        return { organisations, maker: hasOwn ? makerOf(asker) : null };
      }
    }
  }

  /**
   * A cooperative's own system is known by its business id, and may what its staff may: where they may not, neither may it. To
   * people that id opens nothing of the cooperative's: an officer is no staff.
   */
  #targetOf(
    { organisation: roles = [] }: Row,
    asker: Asker,
    { organisationId, cooperative, maker, secretHash }: Owned,
    secret: Given,
  ): Target {
    const mayStaff = cooperative !== null && roles.includes('STAFF');
    const businessId = mayStaff ? this.names?.find(cooperative)?.businessId : null;
    const isOwnProgram = businessId != null && isProgramOf(asker, businessId);
    const names = [organisationId, mayStaff ? cooperative : null, isOwnProgram ? businessId : null];
    return {
      organisations: names.filter((name) => name !== null),
      isOwn: maker !== null && maker === makerOf(asker),
      isOpened: secret != null && secretHash !== null && isSecret(secretHash, secret),
    };
  }

  #decide(name: string, asker: Asker, owned: Owned, secret: Given): Decision {
    const row = rowOf(name);
    return decide(row, asker, this.#targetOf(row, asker, owned, secret));
  }
}

/** Whether a program of the organisation with this business id asks. */
function isProgramOf({ caller }: Asker, businessId: string): boolean {
  const grants = caller?.grants ?? [];
  return grants.some(({ role, organisation }) => role === 'MACHINE' && organisation === businessId);
}

function errorOf({ code, message }: Refused): Error {
  return publicError(code, message);
}
