import type { Trade } from '../../../shared/lists/trade.js';
import type { ServiceKind } from '../../store/listing.js';
import { absenceOf, isOfOne } from './absence.js';
import { isForStaff } from './for-staff.js';
import { isStandIn, shareKind, type Mention } from '../trades/phrase.js';

/** What a question is about, as its words have it. */
export interface ChosenTrades {
  /** The trades that it names, with the phrases that name them. */
  readonly mentions: readonly Mention[];
  /** The kinds for which it asks beside a trade, as `sijainen` does; none where it does not. */
  readonly kinds: readonly ServiceKind[];
  /** Places of all words that say this. */
  readonly places: ReadonlySet<number>;
}

/** Whether it surely names its trade: what people say in passing does so only in several words. */
function isFirm({ phrase, places }: Mention): boolean {
  return phrase.role !== 'everyday' || places.length > 1 || phrase.words.length > 1;
}

const isOfWholeKind = ({ phrase }: Mention): boolean => phrase.trade.isWholeKind;

/** What stands between what is done and what it is done to: `städning av mötesrum`, `cleaning of the hall`. */
const OF = new Set(['av', 'of']);
const ARTICLE = new Set(['the', 'a', 'an']);

/** Whether it is what another mention is done to, as its case or the word before it says: `kokoushuoneen siivous`. */
function isWorkedOn({ places }: Mention, done: Mention, words: readonly string[]): boolean {
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const before = ARTICLE.has(words[first - 1] ?? '') ? first - 2 : first - 1;
  if (OF.has(words[before] ?? '')) return done.places.includes(before - 1);
  return (words[last] ?? '').endsWith('n') && done.places.includes(last + 1);
}

/**
 * Leaves out what names but the thing that something of another kind is done to: `siivota kokoushuone` and `kokoushuoneen siivous`
 * ask for no room. Beside a verb that is whatever is no verb.
 */
function withoutThings(mentions: readonly Mention[], words: readonly string[]): Mention[] {
  return mentions.filter(
    (mention) =>
      !mentions.some(
        (done) =>
          !shareKind(mention.phrase.trade, done.phrase.trade) &&
          ((done.isVerb && !mention.isVerb) || isWorkedOn(mention, done, words)),
      ),
  );
}

/** Leaves out staff for whom something else is wanted: `hieronta henkilökunnalle` asks for no staff. */
function withoutStaff(mentions: readonly Mention[], words: readonly string[]): readonly Mention[] {
  const isOfStaff = (mention: Mention): boolean =>
    isStandIn(mention) && mention.places.every((at) => isForStaff(at, words));
  return mentions.every(isOfWholeKind)
    ? mentions
    : mentions.filter((mention) => !isOfStaff(mention));
}

/** Whether it surely names work that another may do in somebody's place. */
function isOfRole(mention: Mention): boolean {
  const { kinds, isWholeKind } = mention.phrase.trade;
  const isWork = kinds.includes('SERVICE') || kinds.includes('SUBSTITUTION');
  return isWork && !isWholeKind && isFirm(mention);
}

/** Whether it names somebody who does work, so that what is said of standing in is said of that work: `siivooja sairastui`. */
function isOfPerson(mention: Mention): boolean {
  return mention.phrase.role === 'person' && isOfRole(mention);
}

const isWithin = ({ places }: Mention, other: Mention): boolean =>
  places.every((place) => other.places.includes(place));

const isApart = ({ places }: Mention, other: Mention): boolean =>
  !places.some((place) => other.places.includes(place));

/**
 * Whether a substitute is asked for in a role that is named, and the mention but says where (`siivoojan sijainen kouluun`), or is
 * another meaning of a verb that says to stand in (`trukkikuski paikkaamaan`).
 */
function isBesideRole(mention: Mention, standIn: Mention, mentions: readonly Mention[]): boolean {
  const isMore = mention.isVerb || mention.places.length > standIn.places.length;
  return (
    isMore &&
    !isOfWholeKind(mention) &&
    isWithin(standIn, mention) &&
    mentions.some(
      (role) =>
        isOfRole(role) && role.phrase.trade !== mention.phrase.trade && isApart(role, standIn),
    )
  );
}

/**
 * Chooses what a question is about. What is done, or who does it, outweighs things mentioned along with it; a trade that is a
 * whole kind (`sijainen`, `kurssi`) counts as one where no other is named, and says which kind of the others is wanted else. Of a
 * substitute the role decides, and not the workplace.
 * @param words - The question's, to whose places the mentions point.
 */
export function chooseTrades(all: readonly Mention[], words: readonly string[]): ChosenTrades {
  const mentions = withoutStaff(all, words);
  const standIns = mentions.filter(isStandIn);
  const surelyAsked = new Set<Mention>();
  const others = mentions.filter((mention) => {
    const asking = standIns.filter((standIn) => isBesideRole(mention, standIn, mentions));
    for (const standIn of asking) surelyAsked.add(standIn);
    return asking.length === 0 && !isOfWholeKind(mention);
  });
  const firm = others.filter(isFirm);
  const named = withoutThings(firm.length > 0 ? firm : others, words);
  const wholeKinds = mentions.filter(isOfWholeKind);
  const workers = named.filter((who) => isOfPerson(who) && !isOfOne(who.places[0] ?? 0, words));
  const isOfWhoIsNamed = (mention: Mention): boolean =>
    isStandIn(mention) &&
    !mentions.some((other) => !isOfWholeKind(other) && isWithin(mention, other)) &&
    workers.some((who) => isApart(who, mention));
  const isAsked = (mention: Mention): boolean =>
    isFirm(mention) || surelyAsked.has(mention) || isOfWhoIsNamed(mention);
  const asked = named.length > 0 ? wholeKinds.filter(isAsked) : [];
  const chosen = named.length > 0 ? named : wholeKinds;
  const absences = workers.flatMap(({ places }) => absenceOf(Math.max(...places), words) ?? []);
  const standsIn: readonly ServiceKind[] = absences.length > 0 ? ['SUBSTITUTION'] : [];
  return {
    mentions: chosen,
    kinds: [...new Set([...asked.flatMap(({ phrase }) => phrase.trade.kinds), ...standsIn])],
    places: new Set([...[...chosen, ...asked].flatMap(({ places }) => places), ...absences]),
  };
}

/** The trades of some mentions, each once. */
export function tradesOf(mentions: readonly Mention[]): Trade[] {
  return [...new Set(mentions.map(({ phrase }) => phrase.trade))];
}
