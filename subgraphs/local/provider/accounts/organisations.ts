import { parseBusinessId } from '../../../shared/network-file/business-id.js';

/**
 * Business ids of municipalities of the demo network's regions. Facts, as anyone finds them: of Swedish ones in Statistics
 * Sweden's business register, of Finnish ones in the Business Information System (ytj.fi).
 */
export const BUSINESS_ID_BY_MUNICIPALITY: ReadonlyMap<string, string> = new Map([
  ['FI-609', '0137323-9'],
  ['SE-0580', '212000-0449'],
  ['SE-0581', '212000-0456'],
]);

/** Which organisations can be named. */
export const ORGANISATION_FORM = `a business id such as 0137323-9 or 212000-0456, or a municipality: ${[...BUSINESS_ID_BY_MUNICIPALITY.keys()].join(', ')}`;

/** The business id that a municipality or a business id names; null where it is neither. */
export function readOrganisation(code: string): string | null {
  return (
    BUSINESS_ID_BY_MUNICIPALITY.get(code) ??
    parseBusinessId('FI', code) ??
    parseBusinessId('SE', code)
  );
}
