import { parentPort } from 'node:worker_threads';
import type { FreeCapacity, LotOffer } from '../need/need.js';
import { match, type Matched, type Matching } from './match.js';

/** What the thread is told: a matching in pieces, each cooperative's in one, so that none takes long to copy. */
export type Told =
  | ({ readonly kind: 'need' } & Pick<Matching, 'days' | 'lots'>)
  | {
      readonly kind: 'supplier';
      readonly capacity: FreeCapacity;
      readonly offers: readonly LotOffer[];
    }
  | { readonly kind: 'end' };

/** What is being told. */
const told = {
  days: [] as readonly string[],
  lots: [] as Matching['lots'],
  offers: [] as LotOffer[],
  capacities: [] as FreeCapacity[],
};

/** Answers with what comes of it. A failure ends the thread. */
async function answer(): Promise<void> {
  const matched: Matched = await match(told);
  parentPort?.postMessage(matched);
}

parentPort?.on('message', (piece: Told) => {
  switch (piece.kind) {
    case 'need':
      Object.assign(told, { ...piece, offers: [], capacities: [] });
      break;
    case 'supplier':
      told.offers.push(...piece.offers);
      told.capacities.push(piece.capacity);
      break;
    case 'end':
      void answer();
      break;
  }
});
