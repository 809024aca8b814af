/** What no caller can say of an order, but a process that makes one. */
export interface Circumstances {
  /** Who made it, signed in, as `makerOf` has it; null for the public. */
  readonly maker: string | null;
  /** Of a secret that the caller has and that is to open the order; then none is returned. */
  readonly secretHash?: string;
  /** Whether a cooperative's spoken yes to it was recorded: its lead time and hours do not count then. */
  readonly isAgreedByPhone?: boolean;
  /** Whether nobody knows who made it, so that the limits of strangers hold; left out for false. */
  readonly isStranger?: boolean;
}
