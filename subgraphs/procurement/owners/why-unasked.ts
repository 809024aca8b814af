import { absence, type Absence, type AbsenceCode } from './absence.js';
import type { ListedSupplier } from './supplier-pages.js';

const LEFT_ALONE: Partial<Record<ListedSupplier['status'], AbsenceCode>> = {
  PAUSED: 'COOPERATIVE_PAUSED',
  LEFT: 'COOPERATIVE_LEFT',
};

/** Why a cooperative is not asked, whatever is looked for; null where it can be. */
export function whyUnasked({ status, supplier }: ListedSupplier): Absence | null {
  const code = LEFT_ALONE[status] ?? (supplier === null ? 'COOPERATIVE_JOINING' : null);
  return code && absence(code);
}

/** Those of whom nothing was ever read: nobody can say what they might have. Who pauses, or has left, has nothing. */
export function neverRead(
  listed: readonly ListedSupplier[],
): { readonly cooperative: string; readonly reason: Absence }[] {
  return listed.flatMap((each) => {
    const reason = whyUnasked(each);
    return reason?.code === 'COOPERATIVE_JOINING' ? { cooperative: each.cooperative, reason } : [];
  });
}
