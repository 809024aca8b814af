import { decide, type Refused } from './decide.js';
import { organisationsSent } from './places.js';
import { NOBODYS, type Asker, type Row } from './rule.js';

/**
 * Refuses a root field before its owner is asked: only what the owner would refuse too, whatever it finds. The gateway knows what was
 * sent, and not whose that is.
 * @param args - Arguments as GraphQL gives them to a resolver.
 * @returns Null where the owner must decide, or would allow it.
 */
export function refuseUnasked(
  row: Row,
  asker: Asker,
  args: Readonly<Record<string, unknown>>,
): Refused | null {
  const sent = row.of === null ? [] : organisationsSent(row.of, args);
  const likeliest = {
    organisations: [...sent, ...mayBeOf(sent, asker)],
    isOwn: true,
    isOpened: true,
  };
  if (decide(row, asker, likeliest).kind === 'allowed') return null;
  const decision = decide(row, asker, { ...NOBODYS, organisations: sent });
  return decision.kind === 'refused' ? decision : null;
}

/**
 * Organisations of the caller that may be those whose it is. A cooperative that was sent is named by its id, and its own program is known
 * by its business id; where none was sent, that is for whoever is asked to say.
 */
function mayBeOf(sent: readonly string[], { caller }: Asker): readonly string[] {
  const grants = caller?.grants ?? [];
  return grants.flatMap(({ role, organisation }) =>
    organisation !== null && (sent.length === 0 || role === 'MACHINE') ? [organisation] : [],
  );
}
