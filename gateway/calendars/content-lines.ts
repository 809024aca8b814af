/** A line of a calendar (RFC 5545 section 3.1). */
export interface ContentLine {
  /** Unfolded. */
  readonly text: string;
  /** As it came, with its line breaks. */
  readonly raw: string;
}

/** The lines of a calendar, without empty ones. One at a time, as there may be many. */
export function* contentLines(calendar: string): Generator<ContentLine> {
  let text = '';
  let begun = 0;
  let ended = 0;
  for (let from = 0; from < calendar.length;) {
    const at = calendar.indexOf('\n', from);
    const end = at < 0 ? calendar.length : at;
    const next = calendar.slice(from, calendar[end - 1] === '\r' ? end - 1 : end);
    const isFolded = text !== '' && /^[ \t]/.test(next);
    if (isFolded) text += next.slice(1);
    else {
      if (text !== '') yield { text, raw: calendar.slice(begun, ended) };
      text = next;
      begun = from;
    }
    from = end + 1;
    ended = from;
  }
  if (text !== '') yield { text, raw: calendar.slice(begun, ended) };
}
