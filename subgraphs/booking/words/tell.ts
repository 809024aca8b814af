import { SHARED_WORDS } from '../../shared/words/said/shared-words.js';
import { createTell } from '../../shared/words/said/tell.js';
import { EXCHANGE_WORDS } from './exchange-words.js';
import { INPUT_WORDS } from './input-words.js';
import { ORDER_WORDS } from './order-words.js';
import { OWNER_WORDS } from './owner-words.js';

/** All that this subgraph says. */
export const WORDS = {
  ...SHARED_WORDS,
  ...OWNER_WORDS,
  ...ORDER_WORDS,
  ...INPUT_WORDS,
  ...EXCHANGE_WORDS,
};

export const tell = createTell(WORDS);
