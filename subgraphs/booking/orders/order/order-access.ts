import { publicError } from '../../../../schema/errors.js';
import type { OrderRecord } from '../../store/records.js';
import { refuse, type Refusal } from '../../store/refusal.js';
import { isSecret } from '../../store/secrets.js';

/** Something that a secret opens: an order, or a request of the work exchange. */
type Secured = Pick<OrderRecord, 'secretHash'>;

type Given = string | null | undefined;

/**
 * Who may see and change an order or a request: whoever shows its secret, in development as in production. What staff may do
 * besides, such as reading the lists, is open where roles are open to all.
 */
export class OrderAccess {
  /** @param areRolesOpen - Whether anybody counts as staff, as in development. */
  constructor(private readonly areRolesOpen: boolean) {}

  /** Why a command on an order or a request is refused; null when it may go on. */
  refusal({ secretHash }: Secured, secret: Given): Refusal | null {
    if (secret != null && isSecret(secretHash, secret)) return null;
    const message =
      secret == null
        ? 'This needs the secret that was returned when it was made.'
        : 'This is not its secret.';
    return refuse('FORBIDDEN', message, ['secret']);
  }

  /** @throws FORBIDDEN when the secret is missing or wrong. */
  checkReader(secured: Secured, secret: Given): void {
    throwIf(this.refusal(secured, secret));
  }

  /** Why a command of the staff is refused; null when it may go on. */
  staffRefusal(): Refusal | null {
    if (this.areRolesOpen) return null;
    return refuse('FORBIDDEN', 'This needs a role, and nobody can show one here yet.');
  }

  /** @throws FORBIDDEN unless the caller is staff. */
  checkStaff(): void {
    throwIf(this.staffRefusal());
  }
}

function throwIf(refusal: Refusal | null): void {
  if (refusal) throw publicError('FORBIDDEN', refusal.message);
}
