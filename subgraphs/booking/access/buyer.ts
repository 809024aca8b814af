import { publicError } from '../../../schema/errors.js';
import { decide } from '../../shared/identity/policy/decide.js';
import { whoseOf, type Asker } from '../../shared/identity/policy/rule.js';
import { rowOf } from '../../shared/identity/policy/table.js';
import { parseAnyBusinessId } from '../../shared/network-file/business-id.js';
import type { BuyerInput } from '../schema.generated.js';

/** The organisation that a buyer names, in the canonical form where it has one; null for none. */
export function organisationOf({ organisationId }: BuyerInput): string | null {
  const text = organisationId?.trim() || null;
  return text && (parseAnyBusinessId(text) ?? text);
}

/** @throws UNAUTHENTICATED or FORBIDDEN where who asks may not order under an agreement of the organisation that the buyer names. */
export function checkCallOff(asker: Asker, buyer: BuyerInput): void {
  const organisation = organisationOf(buyer);
  const organisations = organisation === null ? [] : [organisation];
  const target = { organisations, isOwn: false, isOpened: false };
  const decision = decide(rowOf('HoldOrderInput.agreementId'), asker, target);
  if (decision.kind === 'refused') throw publicError(decision.code, decision.message);
}

/**
 * The buyer, or who asks for work, as who asks may order: whoever orders for an organisation alone orders for that one, named or not.
 * @param row - Of the command. @throws FORBIDDEN where it is another's, and where it must be named, saying what would be needed.
 */
export function buyerFor(row: string, asker: Asker, buyer: BuyerInput): BuyerInput {
  const rule = rowOf(row);
  const grants = asker.caller?.grants ?? [];
  const ways = grants.map(({ role, organisation }) => ({
    whose: whoseOf(rule, role),
    organisation,
  }));
  const isForOrganisations = ways.every(({ whose }) => whose === 'organisation' || whose === null);
  const [only, ...others] = new Set(
    ways.flatMap(({ whose, organisation }) =>
      whose === 'organisation' && organisation !== null ? [organisation] : [],
    ),
  );
  const named = organisationOf(buyer);
  const implied = isForOrganisations && others.length === 0 ? (only ?? null) : null;
  const organisation = named ?? implied;
  const decision = decide(rule, asker, {
    organisations: organisation === null ? [] : [organisation],
    isOwn: organisation === null,
    isOpened: false,
  });
  if (decision.kind === 'refused') throw publicError(decision.code, decision.message);
  return organisation === named ? buyer : { ...buyer, organisationId: organisation };
}
