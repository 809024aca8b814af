import { mayTake, type Candidate, type CandidateList } from '../candidates/candidates.js';
import { notSearched } from '../candidates/search-words.js';
import type { WorkRequestRecord } from './records.js';

// What is left to do, in sentences for the coordinator.

const CATALOGUE_SILENT = 'The catalogue does not answer.';

/** Why it cannot be said that everyone who fits was found, asked and has answered; null when it can. */
export function tellMissing(request: WorkRequestRecord, found: CandidateList): string | null {
  if (!found.isCatalogueAnswering) return CATALOGUE_SILENT;
  const left = notOfferedOf(request);
  return joined(
    tell('No answer from', found.notAnswering.filter(left), ''),
    tell('Not asked yet:', found.notAsked.filter(left), ''),
    found.hasMore ? 'More fits than could be looked through.' : null,
    tell('Not understood:', found.notUnderstood.map(quoted), ''),
    tell(
      'To be called, for they take no bookings over the network:',
      cooperativesOf(found, left, ({ answer }) => answer === 'CALL'),
      '',
    ),
    tell(
      'Perhaps, by what they offer:',
      cooperativesOf(found, left, isLoose),
      'Offer it to them by name, or ask in other words.',
    ),
  );
}

/** Who would fit but for lead time or hours, so that a call may help; null when nobody would. */
export function tellAgreeable(request: WorkRequestRecord, found: CandidateList): string | null {
  const agreeable = cooperativesOf(found, notOfferedOf(request), ({ isAgreeable }) => isAgreeable);
  return tell(
    'Only by a yes on the phone, for lead time or hours:',
    agreeable,
    'Call them, and offer it to them by name.',
  );
}

/** What to see to while offers are open: whom to call, and what of the words nobody was looked for by; null when nothing is. */
export function tellOpen({
  offers,
  what,
  cpv,
}: Pick<WorkRequestRecord, 'offers' | 'what' | 'cpv'>): string | null {
  const isOpen = offers.filter(({ state }) => state === 'OFFERED');
  const spoken = isOpen.filter(({ needsSpokenYes }) => needsSpokenYes);
  const silent = isOpen.filter((offer) => offer.isUnheard && !spoken.includes(offer));
  const advice = 'Call them, and record what they say.';
  return joined(
    tell('Their systems do not answer:', silent.map(cooperativeOf), advice),
    tell('Nothing but a yes on the phone books it:', spoken.map(cooperativeOf), advice),
    tell('Not searched for:', cpv.length > 0 ? [] : notSearched(what).map(quoted), ''),
  );
}

/** Null where none of the sentences is needed. */
export function joined(...sentences: readonly (string | null | undefined)[]): string | null {
  const needed = sentences.filter((sentence) => sentence != null);
  return needed.length === 0 ? null : needed.join(' ');
}

/** Whether a cooperative was not offered it yet. */
export function notOfferedOf({ offers }: WorkRequestRecord): (cooperative: string) => boolean {
  const offered = new Set(offers.map(({ cooperative }) => cooperative));
  return (cooperative) => !offered.has(cooperative);
}

function isLoose(candidate: Candidate): boolean {
  return candidate.fit === 'LOOSE' && mayTake(candidate);
}

function cooperativesOf(
  { candidates }: CandidateList,
  isMeant: (cooperative: string) => boolean,
  isSo: (candidate: Candidate) => boolean,
): string[] {
  const meant = candidates.filter((one) => isMeant(one.cooperative) && isSo(one));
  return [...new Set(meant.map(cooperativeOf))];
}

function cooperativeOf({ cooperative }: { readonly cooperative: string }): string {
  return cooperative;
}

const MOST_NAMED = 10;

function tell(what: string, names: readonly string[], advice: string): string | null {
  if (names.length === 0) return null;
  const more = names.length - MOST_NAMED;
  const named = names.slice(0, MOST_NAMED).join(', ');
  const sentence = `${what} ${named}${more > 0 ? ` and ${more} more` : ''}.`;
  return advice === '' ? sentence : `${sentence} ${advice}`;
}

function quoted(word: string): string {
  return JSON.stringify(word);
}
