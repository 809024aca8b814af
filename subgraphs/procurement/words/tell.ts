import { SHARED_WORDS } from '../../shared/words/said/shared-words.js';
import { createTell } from '../../shared/words/said/tell.js';
import { REFUSAL_WORDS } from './refusal-words.js';

/** All that this subgraph says by `say`. */
export const WORDS = { ...SHARED_WORDS, ...REFUSAL_WORDS };

export const tell = createTell(WORDS);
