import { parseBusinessId } from '../network-file/business-id.js';

/** Scheme (ISO/IEC 6523) and number, as the Peppol policy for identifiers has them: at most 50 characters after the colon. */
const PARTICIPANT = /^(\d{4}):([0-9A-Za-z][0-9A-Za-z._~-]{0,49})$/;
const OVT = /^0037\d{8}[0-9A-Z]{0,5}$/;
const GLN = /^\d{13}$/;

/** Whether a number is one of a scheme that has check digits. */
const CHECKED: Readonly<Record<string, (number: string) => boolean>> = {
  '0007': (number) => /^\d{10}$/.test(number) && parseBusinessId('SE', number) !== null,
  '0088': isGln,
  '0212': (number) => /^\d{7}-?\d$/.test(number) && parseBusinessId('FI', number) !== null,
  '0213': (number) => /^FI\d{8}$/.test(number) && parseBusinessId('FI', number) !== null,
  '0216': isOvt,
};

/**
 * An address for e-invoices: a Peppol participant, a Finnish OVT or a GLN, of which the check digits are right where there are such.
 * Whether somebody takes invoices there is not asked.
 * @returns Without blanks; null where it is none.
 */
export function parseEInvoiceAddress(text: string): string | null {
  const address = text.replaceAll(/\s/g, '');
  if (isOvt(address) || isGln(address)) return address;
  const [, scheme = '', number = ''] = PARTICIPANT.exec(address) ?? [];
  if (number === '') return null;
  const isRight = CHECKED[scheme];
  return isRight === undefined || isRight(number) ? address : null;
}

function isOvt(text: string): boolean {
  return OVT.test(text) && parseBusinessId('FI', text) !== null;
}

/** GS1's global location number: weights 1 and 3 from the left, and a sum that ten divides. */
function isGln(text: string): boolean {
  if (!GLN.test(text)) return false;
  const weighed = Array.from(text, (digit, at) => Number(digit) * (at % 2 === 0 ? 1 : 3));
  const sum = weighed.reduce((all, one) => all + one, 0);
  return sum % 10 === 0 && /[1-9]/.test(text);
}
