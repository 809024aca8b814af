const LONGEST_LINE_OCTETS = 75;

/** A line of a calendar as it was before it was folded. */
export interface ContentLine {
  readonly text: string;
  /** Of its first line in the file, counted from 1. */
  readonly number: number;
}

/** Puts folded lines together again (RFC 5545 section 3.1). Empty ones are left out. */
export function readContentLines(text: string): ContentLine[] {
  const lines: { text: string; readonly number: number }[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    const line = written.endsWith('\r') ? written.slice(0, -1) : written;
    const last = lines.at(-1);
    if (last && /^[ \t]/.test(line)) last.text += line.slice(1);
    else lines.push({ text: line, number: index + 1 });
  }
  return lines.filter((line) => line.text.trim() !== '');
}

/**
 * Writes content lines as RFC 5545 section 3.1 wants them: CRLF after each, longer ones folded. No line has more than 75
 * octets, the leading space of a continuation included, and no character is cut in two.
 */
export function writeContentLines(lines: readonly string[]): string {
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LONGEST_LINE_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
