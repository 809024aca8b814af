const LONGEST_LINE_OCTETS = 75;

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
