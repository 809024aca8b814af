import { publicError } from '../../../schema/errors.js';
import type { OrderRecord } from '../model.js';
import { refuse, type Refusal } from '../refusal.js';
import { isSecret } from '../secrets.js';

/** Something that a secret opens: an order, or a request of the work exchange. */
type Secured = Pick<OrderRecord, 'secretHash'>;

/** Who may see and change an order or a request: whoever shows its secret, and the staff where roles are open to all. */
export class OrderAccess {
  /** @param areRolesOpen - Whether anybody counts as staff, as in development. A wrong secret is refused all the same. */
  constructor(private readonly areRolesOpen: boolean) {}

  /** Why a command is refused; null when it may go on. */
  refusal({ secretHash }: Secured, secret: string | null | undefined): Refusal | null {
    if (secret == null ? this.areRolesOpen : isSecret(secretHash, secret)) return null;
    const message =
      secret == null
        ? 'This needs the secret that was returned when it was made.'
        : 'This is not its secret.';
    return refuse('FORBIDDEN', message, ['secret']);
  }

  /** @throws FORBIDDEN when the secret does not let the caller see the order. */
  checkReader(secured: Secured, secret: string | null | undefined): void {
    const refusal = this.refusal(secured, secret);
    if (refusal) throw publicError('FORBIDDEN', refusal.message);
  }

  /** Why a command of the staff is refused; null when it may go on. */
  staffRefusal(): Refusal | null {
    if (this.areRolesOpen) return null;
    return refuse('FORBIDDEN', 'This needs a role, and nobody can show one here yet.');
  }

  /** @throws FORBIDDEN unless the caller is staff. */
  checkStaff(): void {
    const refusal = this.staffRefusal();
    if (refusal) throw publicError('FORBIDDEN', refusal.message);
  }
}
