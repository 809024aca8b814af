import { parentPort } from 'node:worker_threads';
import { matchSuppliers, type Field, type Matched } from './match.js';
import type { Supplier } from './suppliers.js';

/** What the thread is told: who counts in pieces, so that none takes long to copy. */
export type Told =
  | ({ readonly kind: 'need' } & Pick<Field, 'days' | 'lots'>)
  | { readonly kind: 'supplier'; readonly supplier: Supplier }
  | { readonly kind: 'end' };

/** What is being told. */
const told = {
  days: [] as Field['days'],
  lots: [] as Field['lots'],
  suppliers: [] as Supplier[],
};

/** Answers with what comes of it. A failure ends the thread. */
async function answer(): Promise<void> {
  const matched: Matched = await matchSuppliers(told);
  parentPort?.postMessage(matched);
}

parentPort?.on('message', (piece: Told) => {
  switch (piece.kind) {
    case 'need':
      Object.assign(told, { days: piece.days, lots: piece.lots, suppliers: [] });
      break;
    case 'supplier':
      told.suppliers.push(piece.supplier);
      break;
    case 'end':
      void answer();
      break;
  }
});
