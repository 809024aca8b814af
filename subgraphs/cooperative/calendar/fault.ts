/** A calendar that cannot be taken over. The message says what was wanted and what came. */
export class CalendarFault extends Error {}

/** What came, short enough for a message. */
export function shown(came: unknown): string {
  const text = JSON.stringify(came) as string | undefined;
  if (text === undefined) return 'nothing';
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
