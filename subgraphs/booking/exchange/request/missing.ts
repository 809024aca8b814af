import { say, sayAll, type Said, type Sentence } from '../../../shared/words/said/say.js';
import { mayTake, type Candidate, type CandidateList } from '../candidates/candidates.js';
import { notSearched } from '../candidates/search-words.js';
import type { WorkRequestRecord } from './records.js';

// What is left to do, in sentences for the coordinator.

export const CATALOGUE_SILENT = say`The catalogue does not answer.`;

/** Why it cannot be said that everyone who fits was found, asked and has answered; null when it can. */
export function tellMissing(request: WorkRequestRecord, found: CandidateList): Said | null {
  if (!found.isCatalogueAnswering) return CATALOGUE_SILENT;
  const left = notOfferedOf(request);
  return sayAll(
    about(found.notAnswering.filter(left), (names) => say`No answer from ${names}.`),
    about(found.notAsked.filter(left), (names) => say`Not asked yet: ${names}.`),
    found.hasMore ? say`More fits than could be looked through.` : null,
    about(found.notUnderstood.map(quoted), (words) => say`Not understood: ${words}.`),
    about(
      cooperativesOf(found, left, ({ answer }) => answer === 'CALL'),
      (names) => say`To be called, for they take no bookings over the network: ${names}.`,
    ),
    about(
      cooperativesOf(found, left, isLoose),
      (names) =>
        say`Perhaps, by what they offer: ${names}. Offer it to them by name, or ask in other words.`,
    ),
  );
}

/** Who would fit but for lead time or hours, so that a call may help; null when nobody would. */
export function tellAgreeable(request: WorkRequestRecord, found: CandidateList): Said | null {
  const agreeable = cooperativesOf(found, notOfferedOf(request), ({ isAgreeable }) => isAgreeable);
  return about(
    agreeable,
    (names) =>
      say`Only by a yes on the phone, for lead time or hours: ${names}. Call them, and offer it to them by name.`,
  );
}

/** What to see to while offers are open: whom to call, and what of the words nobody was looked for by; null when nothing is. */
export function tellOpen({
  offers,
  what,
  cpv,
}: Pick<WorkRequestRecord, 'offers' | 'what' | 'cpv'>): Said | null {
  const isOpen = offers.filter(({ state }) => state === 'OFFERED');
  const spoken = isOpen.filter(({ needsSpokenYes }) => needsSpokenYes);
  const silent = isOpen.filter((offer) => offer.isUnheard && !spoken.includes(offer));
  return sayAll(
    about(
      silent.map(cooperativeOf),
      (names) => say`Their systems do not answer: ${names}. Call them, and record what they say.`,
    ),
    about(
      spoken.map(cooperativeOf),
      (names) =>
        say`Nothing but a yes on the phone books it: ${names}. Call them, and record what they say.`,
    ),
    about(
      cpv.length > 0 ? [] : notSearched(what).map(quoted),
      (words) => say`Not searched for: ${words}.`,
    ),
  );
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

/** A sentence about those named, the first of them where they are many; null where there are none. */
function about(names: readonly string[], sentence: (names: Sentence) => Said): Said | null {
  if (names.length === 0) return null;
  const more = names.length - MOST_NAMED;
  const named = names.slice(0, MOST_NAMED).join(', ');
  return sentence(more > 0 ? say`${named} and ${more} more` : named);
}

function quoted(word: string): string {
  return JSON.stringify(word);
}
