import { isAtOrBelowCpv } from '../../../shared/words/cpv.js';
import type { Trade } from '../../../shared/lists/trade.js';
import type { ServiceKind } from '../../store/listing.js';
import type { WordRemark } from '../parts/search-types.js';
import { questionOf, type Question, type Term, type Way } from '../text/question.js';
import { withoutDots } from '../../../shared/words/fold-accents.js';
import { isStopWord } from '../text/words.js';
import { shareKind, type Mention } from '../trades/phrase.js';
import type { Thesaurus } from '../trades/thesaurus.js';
import type { TradeRows } from '../trades/trade-rows.js';
import { withRepair } from './broken-things.js';
import { chooseTrades, tradesOf, type ChosenTrades } from './choose-trades.js';
import { meantBy } from './misspelt.js';
import { isOfLanguages, languagesAskedIn } from './named-languages.js';
import type { NamedPlaces } from './place-names.js';
import { smallWordOf, type SmallWord } from './small-words.js';
import { RemarkedText } from './word-remarks.js';

/** What a text asks for. */
export interface Understanding {
  /** What a row must have. */
  readonly question: Question;
  /** What raises a row that has it: all words that tell something, where a trade decides. */
  readonly extras: Question;
  /** What is asked for: a row that is in none of their groups is no good match. None where no trade is named. */
  readonly trades: readonly Trade[];
  /** Whether the trades are a guess: no trade has a word as it is written, and what it was meant to be is not sure. */
  readonly isGuessed: boolean;
  /** Languages of which one is asked for, where the trades differ by language; none else. See `languagesAskedIn`. */
  readonly languages: readonly string[];
  /** Codes of the municipalities that it names: what is offered there comes first. */
  readonly places: readonly string[];
  readonly remarks: readonly WordRemark[];
  /** What else to remark where the question finds nothing: what was not understood, unless a trade surely was. */
  readonly remarksOnNothing: readonly WordRemark[];
  /** The words that tell what is wanted, as normalized, known or not. */
  readonly words: readonly string[];
}

/** What is known outside the text. */
export interface Known {
  readonly trades: TradeRows;
  /** The kinds to which the search is limited; none where it is not. */
  readonly kinds: readonly ServiceKind[];
  /** The codes to which it is limited, 8 digits each; none where it is not. */
  readonly cpv: readonly string[];
  /** Whether any row or label has the word, be it with a small typo. */
  readonly knows: (word: string) => boolean;
  /** Whether any of them has the very word. */
  readonly isWritten: (word: string) => boolean;
  /** Whether some cooperative is called so. */
  readonly isName: (word: string) => boolean;
  /** The municipalities that some words name, which say where and not what. */
  readonly placesIn: (words: readonly string[]) => NamedPlaces;
}

/** What belonging to a trade is worth beside the very words in a title. */
const TRADE_FACTOR = 0.9;
/** What is left of a trade's worth when its word is misspelt. */
const MISSPELT_FACTOR = 0.9;

/** Stands for a word that is not to be read as one of a trade. */
const NO_WORD = '-';

/** A word that tells something, with its place in the text. */
interface Word {
  readonly text: string;
  readonly at: number;
}

/**
 * Understands what somebody wrote who looks for something: a word or a sentence, in Finnish, Swedish or English. Where it
 * names a trade, that decides, and its other words raise what has them; where it does not, all words must be found that tell
 * something. What is asked for depends on the text and the trades alone, so that pages stay stable while rows come and go.
 */
export function understand(text: string, known: Known): Understanding {
  const said = new RemarkedText(text);
  const all = said.words.map((word, at) => ({ text: word, at }));
  const telling = all.filter((word) => !isStopWord(word.text));
  const smallAt = (at: number): SmallWord | null =>
    smallWordOf(said.words[at] ?? '', said.words[at - 1], said.words[at + 1]);
  const big = telling.filter(({ at }) => smallAt(at) === null);
  const { words, places, placeNames } = tellPlacesApart(big, known);
  const isPassed =
    (kinds: readonly SmallWord[], used: ReadonlySet<number>) =>
    (at: number): boolean => {
      const small = smallAt(at);
      return small !== null && kinds.includes(small) && !used.has(at);
    };
  const isName = (word: Word): boolean => placeNames.includes(word) || known.isName(word.text);
  const isUnknown = (word: Word): boolean => isStrange(word, known) && !isName(word);
  const remarksOn = (rest: readonly Word[]): WordRemark[] => [
    ...said.remarkOn('PLACE_NAMED', placeNames.map(atOf)),
    ...said.remarkOn('UNKNOWN_WORD', rest.filter(isUnknown).map(atOf)),
  ];
  // A name of a place has no parts that say something: Uppsala is no sal.
  const isPlace = new Set(placeNames.map(atOf));
  const spoken = said.words.map((word, at) => (isPlace.has(at) ? NO_WORD : word));
  const named = namedBy(spoken, words, known);
  if (named !== null) {
    const { chosen, meant } = named;
    const used = chosen.places;
    const trades = tradesOf(chosen.mentions);
    return {
      question: { terms: [termOf(named, known)] },
      extras: questionOf(words.map(({ at }) => meant[at] ?? '').join(' ')),
      trades,
      languages: trades.some(isOfLanguages) ? languagesAskedIn(meant) : [],
      isGuessed: named.spelling === 'guessed',
      places,
      remarks: [
        ...said.passedOver(isPassed(['when', 'amount', 'number'], used)),
        ...remarksOn(words.filter(({ at }) => !used.has(at))),
      ],
      remarksOnNothing: named.spelling === 'guessed' ? said.remarkOnUnknown([...used]) : [],
      words: words.map((word) => word.text),
    };
  }
  // A number may be a part of a name where there is no trade: EA 2.
  const needed = telling.filter((word) => words.includes(word) || smallAt(word.at) === 'number');
  const asked = [needed, telling, all].find(({ length }) => length > 0) ?? [];
  return {
    question: questionOf(textOf(asked)),
    extras: { terms: [] },
    trades: [],
    languages: [],
    isGuessed: false,
    places,
    remarks: [
      ...(needed.length > 0 ? said.passedOver(isPassed(['when', 'amount'], new Set())) : []),
      ...remarksOn(needed),
    ],
    remarksOnNothing: said.remarkOnUnknown(
      asked
        .filter((word) => !needed.includes(word) || !isStrange(word, known))
        .filter((word) => !isName(word))
        .map(atOf),
    ),
    words: asked.map((word) => word.text),
  };
}

const atOf = ({ at }: Word): number => at;

/**
 * Tells the words that say where from those that say what. Where there are no others, the names of places are what is looked for, and
 * nothing is ranked by them.
 */
function tellPlacesApart(
  words: readonly Word[],
  { trades, placesIn }: Known,
): {
  words: readonly Word[];
  places: readonly string[];
  placeNames: readonly Word[];
} {
  const strange = words.filter(({ text }) => !trades.thesaurus.knowsWhole(text));
  const { codes, at } = placesIn(strange.map(({ text }) => text));
  const placeNames = strange.filter((_, place) => at.has(place));
  if (placeNames.length === words.length) return { words, places: [], placeNames };
  const others = words.filter((word) => !placeNames.includes(word));
  return { words: others, places: codes, placeNames };
}

/** Whether nothing knows the word. */
function isStrange({ text }: Word, { trades, knows }: Known): boolean {
  return !knows(text) && !trades.thesaurus.knows(text);
}

function textOf(words: readonly Word[]): string {
  return words.map((word) => word.text).join(' ');
}

/** The trades that a text names. */
interface Named {
  readonly chosen: ChosenTrades;
  /** All words of the text as they were meant. */
  readonly meant: readonly string[];
  /** How the words that name them are written: right, surely meant so, or perhaps. */
  readonly spelling: 'right' | 'meant' | 'guessed';
}

/**
 * Null where the text names no trade, however it is spelled.
 * @param said - All its words.
 * @param words - Those that tell what is wanted.
 */
function namedBy(said: readonly string[], words: readonly Word[], known: Known): Named | null {
  const { thesaurus } = known.trades;
  const strange = words.filter(({ text }) => !thesaurus.knowsWhole(text));
  const slips = new Map(
    strange
      .filter(({ text }) => !known.isWritten(text))
      .map(({ text, at }) => [at, meantBy(text, thesaurus)]),
  );
  const forgiven = (at: number): 'dots' | 'slip' => (slips.has(at) ? 'slip' : 'dots');
  const spelled = said.map((word, at) => slips.get(at) ?? word);
  const first = chosenIn(spelled, forgiven, thesaurus);
  // Who writes one word without its dots writes all so: garden is no English there.
  const dotted = first.meant.some((word, at) => lacksDots(said[at] ?? '', word))
    ? first.meant.map((word) => thesaurus.dottedOf(word)[0] ?? word)
    : first.meant;
  const read = dotted === first.meant ? first : chosenIn(dotted, forgiven, thesaurus);
  const { chosen, meant } = repairedIn(read, forgiven, thesaurus) ?? read;
  if (chosen.mentions.length > 0) {
    const isSlipped = [...chosen.places].some((at) => meant[at] !== said[at]);
    return { chosen, meant, spelling: isSlipped ? 'meant' : 'right' };
  }
  const guessed = chooseTrades(
    strange.flatMap(({ text, at }) =>
      thesaurus
        .guess(text)
        .map((phrase): Mention => ({ phrase, places: [at], isPart: false, isVerb: false })),
    ),
    said,
  );
  return guessed.mentions.length > 0 ? { chosen: guessed, meant: said, spelling: 'guessed' } : null;
}

/** What some words are about, and what they were meant to be. */
interface Read {
  readonly chosen: ChosenTrades;
  readonly meant: readonly string[];
}

/**
 * What a broken thing is about: who repairs it, where a trade says so of that thing. Null where none does, and where a trade says
 * itself what is broken.
 */
function repairedIn(
  { chosen, meant }: Read,
  forgiven: (at: number) => 'dots' | 'slip',
  thesaurus: Thesaurus,
): Read | null {
  const words = withRepair(meant);
  if (words === null) return null;
  const isBroken = (at: number): boolean => words[at] !== meant[at];
  if ([...chosen.places].some(isBroken)) return null;
  const repaired = chosenIn(words, forgiven, thesaurus);
  return [...repaired.chosen.places].some(isBroken) ? repaired : null;
}

function lacksDots(said: string, meant: string): boolean {
  return said !== meant && withoutDots(meant) !== meant && withoutDots(said) === said;
}

/** What words are about, and what they were meant to be. @param forgiven - See `Thesaurus.mentionsIn`. */
function chosenIn(
  words: readonly string[],
  forgiven: (at: number) => 'dots' | 'slip',
  thesaurus: Thesaurus,
): Read {
  const chosen = chooseTrades(thesaurus.mentionsIn(words, forgiven), words);
  const texts = new Map(chosen.mentions.flatMap(({ meant }) => [...(meant ?? [])]));
  return { chosen, meant: words.map((word, at) => texts.get(at) ?? word) };
}

/** Any of the trades, or the very words by which they are named. */
function termOf(
  { chosen: { mentions, kinds }, meant, spelling }: Named,
  { trades, kinds: limit, cpv }: Known,
): Term {
  const wanted = limit.length > 0 ? limit : kinds;
  const named = tradesOf(mentions);
  // Who stands in for a cleaner of offices is whoever stands in for cleaners.
  const ofOtherKinds = named.filter((trade) => !trade.kinds.some((kind) => kinds.includes(kind)));
  const broader = kinds.length > 0 ? tradesAbove(ofOtherKinds, trades.thesaurus) : [];
  const below = tradesBelow(named, cpv, trades.thesaurus).filter((trade) =>
    named.some((one) => shareKind(one, trade)),
  );
  const groups = [...named, ...broader, ...below].flatMap((trade) =>
    (wanted.length > 0 ? wanted : trade.kinds).map((kind) =>
      trades.groupOf(trades.thesaurus.numberOf(trade.id), kind),
    ),
  );
  const factor = spelling === 'meant' ? MISSPELT_FACTOR : 1;
  const byPlaces = new Map(mentions.map(({ places }) => [places.join(' '), places]));
  const spelled = [...byPlaces.values()].map((places): Way => ({
    words: places.map((place) => meant[place] ?? ''),
    factor,
    reason: null,
    isStrict: spelling !== 'guessed',
  }));
  const byTrade: Way = {
    words: [],
    groups: [...new Set(groups)],
    factor: TRADE_FACTOR * factor,
    reason: 'TRADE',
  };
  return { ways: [...spelled, byTrade] };
}

function tradesAbove(named: readonly Trade[], thesaurus: Thesaurus): Trade[] {
  return named
    .flatMap(({ id }) => thesaurus.withBroader(thesaurus.numberOf(id)))
    .flatMap((number) => thesaurus.trades[number] ?? []);
}

/** The trades of the codes asked for that lie below a code of a trade that is named: cleaning, by the code of windows. */
function tradesBelow(
  named: readonly Trade[],
  cpv: readonly string[],
  thesaurus: Thesaurus,
): Trade[] {
  const codes = named.flatMap(({ cpvPrefixes }) => cpvPrefixes.map((code) => code.padEnd(8, '0')));
  return cpv
    .filter((asked) => codes.some((code) => isAtOrBelowCpv(asked, code)))
    .flatMap((asked) => thesaurus.ofCode(asked))
    .flatMap((number) => thesaurus.trades[number] ?? []);
}
