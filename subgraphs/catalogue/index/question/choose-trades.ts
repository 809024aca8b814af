import type { Trade } from '../../../shared/lists/trade.js';
import type { ServiceKind } from '../../store/listing.js';
import type { Mention } from '../trades/phrase-index.js';

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
  return phrase.role !== 'everyday' || places.length > 1;
}

const isOfWholeKind = ({ phrase }: Mention): boolean => phrase.trade.isWholeKind;

/**
 * Chooses what a question is about. What is done, or who does it, outweighs things mentioned along with it; a trade that is a
 * whole kind (`sijainen`, `kurssi`) counts as one where no other is named, and says which kind of the others is wanted else.
 */
export function chooseTrades(mentions: readonly Mention[]): ChosenTrades {
  const others = mentions.filter((mention) => !isOfWholeKind(mention));
  const firm = others.filter(isFirm);
  const named = firm.length > 0 ? firm : others;
  const wholeKinds = mentions.filter(isOfWholeKind);
  const asked = named.length > 0 ? wholeKinds.filter(isFirm) : [];
  const chosen = named.length > 0 ? named : wholeKinds;
  return {
    mentions: chosen,
    kinds: [...new Set(asked.flatMap(({ phrase }) => phrase.trade.kinds))],
    places: new Set([...chosen, ...asked].flatMap(({ places }) => places)),
  };
}

/** The trades of some mentions, each once. */
export function tradesOf(mentions: readonly Mention[]): Trade[] {
  return [...new Set(mentions.map(({ phrase }) => phrase.trade))];
}
