import type { Occupation, Share } from '../../capacity/index.js';
import { legsOf } from './booked-legs.js';
import type { LegsDecision } from './booking-command.js';
import { changeLeg, readChange, type ChangeableLeg, type LegChange } from './decide-move.js';
import { occupationsOf } from './decide-hold.js';
import { judgeWanted } from './leg-checks.js';
import type { Ledger } from '../rules/ledger.js';
import type { Complaint } from '../rules/refusal.js';

/** What several legs of an order are to become. */
export interface ChangeRequest {
  readonly orderId: string;
  readonly isEachForItself: boolean;
  readonly legs: readonly LegChange[];
}

/** So often the others are judged again; then each is judged beside the places of all, so that there is an end to it. */
const MOST_ROUNDS = 8;

/** A leg that is to be changed. */
interface Going extends ChangeableLeg {
  /** In the input. */
  readonly position: number;
}

interface Refused {
  readonly going: Going;
  readonly complaint: Complaint;
}

/** What comes of some of them together. */
interface Judged {
  readonly placed: readonly { readonly going: Going; readonly shares: readonly Share[] }[];
  readonly refused: readonly Refused[];
}

/**
 * Gives several legs other starts and lengths: all or none, or those for which it can be. The places of all that are changed are free
 * to each of them; whoever is refused keeps its own, which are free to nobody then, so the others are judged again.
 */
export function decideChange(ledger: Ledger, request: ChangeRequest): LegsDecision {
  const { orderId, isEachForItself, legs } = request;
  const complaints = new Map<number, Complaint>();
  const same: number[] = [];
  let going: Going[] = [];
  for (const [position, change] of legs.entries()) {
    const found = readChange(ledger, orderId, change);
    if ('code' in found) {
      complaints.set(position, { ...found, field: [...pathOf(position), ...(found.field ?? [])] });
    } else if ('unchanged' in found) {
      same.push(change.leg);
    } else {
      going.push({ ...found, position });
    }
  }
  let judged = judgeAll(ledger, going, idsOf(going));
  for (let round = 1; isEachForItself && judged.refused.length > 0; round += 1) {
    for (const one of judged.refused) complaints.set(one.going.position, besideOthers(one));
    going = judged.placed.map((one) => one.going);
    if (round > MOST_ROUNDS) break;
    judged = judgeAll(ledger, going, round < MOST_ROUNDS ? idsOf(going) : null);
  }
  if (!isEachForItself) {
    for (const { going: one, complaint } of judged.refused) complaints.set(one.position, complaint);
  }
  const userErrors = [...complaints].sort(([a], [b]) => a - b).map(([, complaint]) => complaint);
  if (userErrors.length > 0 && !isEachForItself) return { legs: [], userErrors };
  for (const { going: one, shares } of judged.placed) changeLeg(ledger, one, shares);
  const changed = going.map(({ number }) => number);
  return { legs: legsOf(ledger, orderId, [...same, ...changed]), userErrors };
}

/** Each is judged after those before it. @param free - Ids of the bookings that are left; where null, each leaves its own alone. */
function judgeAll(ledger: Ledger, all: readonly Going[], free: readonly string[] | null): Judged {
  const beside: Occupation[] = [];
  const placed: { going: Going; shares: readonly Share[] }[] = [];
  const refused: Refused[] = [];
  for (const going of all) {
    const { wanted, position } = going;
    const without = free ?? idsOf([going]);
    const supposition = { without, beside: [...beside] };
    const found = judgeWanted(ledger, wanted, pathOf(position), supposition);
    if ('code' in found) {
      // Other starts are looked for beside all that can be changed, those after it too.
      const wish = found.wish && { ...found.wish, supposition: { without, beside } };
      refused.push({ going, complaint: { ...found, ...(wish && { wish }) } });
      continue;
    }
    placed.push({ going, shares: found.shares });
    beside.push(...occupationsOf(ledger, { wanted, shares: found.shares }));
  }
  return { placed, refused };
}

/** The complaint of a leg that stays: what the others become is in the ledger then, and must not count twice. */
function besideOthers({ going, complaint }: Refused): Complaint {
  const without = idsOf([going]);
  const { wish } = complaint;
  return wish ? { ...complaint, wish: { ...wish, supposition: { without } } } : complaint;
}

function idsOf(all: readonly Going[]): string[] {
  return all.flatMap(({ kept }) => kept.map(({ _id }) => _id));
}

function pathOf(position: number): string[] {
  return ['legs', String(position)];
}
