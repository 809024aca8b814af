/**
 * Control characters but tabs and ends of lines, which nobody writes; those that turn the direction of writing, after which a text reads
 * otherwise than it is; half of a character, in whose place a database stores another.
 */
const UNWRITTEN = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** What `isPlainText` wants, to complete a sentence. */
export const PLAIN_TEXT = 'a text without control characters';

/** Whether a text holds nothing but what people write. */
export function isPlainText(text: string): boolean {
  return !UNWRITTEN.test(text);
}

/** How much of what came a message repeats. */
const SHOWN = 60;

/** What came, quoted, and cut where it is long. */
export function shown(text: string): string {
  return JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
}
