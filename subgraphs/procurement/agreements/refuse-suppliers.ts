import { isOnBranchOfCpv } from '../../shared/words/cpv.js';
import { say } from '../../shared/words/said/say.js';
import type { ListedSupplier } from '../owners/supplier-pages.js';
import type { UserError } from '../schema.generated.js';
import type { AgreementRecord } from '../store/agreement-records.js';
import { refuse } from '../store/refusal.js';

/**
 * Why cooperatives cannot supply what an agreement buys: nothing could ever be called off from them. Empty where all can.
 * @param listed - All of the network.
 */
export function refuseSuppliers(
  { cpv, currency, cooperatives }: Pick<AgreementRecord, 'cpv' | 'currency' | 'cooperatives'>,
  listed: readonly ListedSupplier[],
): UserError[] {
  return cooperatives.flatMap((id) => {
    const offers = listed.find(({ cooperative }) => cooperative === id)?.supplier?.offers ?? [];
    const matching = offers.filter((offer) =>
      offer.cpv.some((own) => cpv.some((code) => isOnBranchOfCpv(own, code))),
    );
    if (matching.some((offer) => offer.currency === currency)) return [];
    const others = [...new Set(matching.map((offer) => offer.currency))].join(', ');
    const codes = cpv.join(', ');
    const message =
      others === ''
        ? say`Wanted cooperatives that offer something of ${codes} in ${currency}, got ${id}, which offers nothing of it.`
        : say`Wanted cooperatives that offer something of ${codes} in ${currency}, got ${id}, which offers it in ${others}.`;
    return [refuse('OUTSIDE_AGREEMENT', message, ['cooperatives'])];
  });
}
