const EMAIL = /[^\s@<>(),;:"']+@[^\s@<>(),;:"']+/g;
/** Five digits and more, however they are grouped, as in a telephone number or a personal identity code. */
const LONG_NUMBER = /\+?\d(?:[\s()./-]{0,2}\d){4,}/g;

/** A foreign text for a log, without e-mail addresses and long numbers, by which people can be reached. */
export function withoutContacts(text: string): string {
  return text.replace(EMAIL, '…').replace(LONG_NUMBER, '…');
}
