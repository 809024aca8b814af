import { Thesaurus } from '../../subgraphs/catalogue/index/trades/thesaurus.js';
import { loadTrades } from '../../subgraphs/shared/lists/trade-list.js';

/** The trades that ship with the project, learnt once a worker: that takes longer than most tests. */
export const BUILT_IN_THESAURUS = new Thesaurus(loadTrades());
