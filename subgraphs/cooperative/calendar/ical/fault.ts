/** A calendar that cannot be taken over. The message says what was wanted and what the file has instead. */
export class CalendarFault extends Error {}

const LONGEST_QUOTE = 80;

/** What the file has at some place, in its own letters, short enough for a message. What cannot be seen shows as �. */
export function quoted(text: string): string {
  const shown = Array.from(text.slice(0, 2 * LONGEST_QUOTE))
    .slice(0, LONGEST_QUOTE)
    .join('')
    .replaceAll(/\p{C}/gu, '\uFFFD');
  return `"${shown}${shown.length < text.length ? '…' : ''}"`;
}

/** @param line - Where it stands in the file, counted from 1. */
export function faultAt(line: number, message: string): CalendarFault {
  return new CalendarFault(`Line ${line}: ${message}`);
}
