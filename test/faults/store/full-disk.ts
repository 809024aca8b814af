import type { Collection } from 'mongodb';
import { createRandom } from '../../bench/random.js';
import { connect, startStore, temporaryFolder, type Stored } from '../../local/store/support.js';
import { inNamespaces, onSmallDisk } from '../../support/networks/namespaces.js';

const ROUNDS = 4;
const FULL = 14031;

/**
 * Fills the small disk of a store again and again, and tidies up in between.
 * @returns What must not be: another refusal than that the disk is full, a document that is not as it was acknowledged, a deletion
 *   that is refused, or no room after it; null where no namespaces are allowed.
 */
export async function runFullDisk(seed: number): Promise<string[] | null> {
  const apart = inNamespaces(['--mount']);
  if (apart === null) return null;
  const random = createRandom(seed);
  const folder = temporaryFolder();
  const faults: string[] = [];
  const store = await startStore(
    ['--data', folder.path, '--port', '0'],
    onSmallDisk(apart, folder.path, `${7 + Math.floor(random() * 4)}m`),
  );
  try {
    const { client } = await connect(store.uri);
    const all = client.db('faults').collection<Stored>('all');
    const kept = new Map<number, number>();
    let next = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      let isFull = false;
      while (!isFull) {
        const [_id, length] = [(next += 1), Math.floor(random() ** 3 * 30_000)];
        const code = await codeOf(all.insertOne({ _id, text: 'x'.repeat(length) }));
        if (code === null) kept.set(_id, length);
        else if (code !== FULL) faults.push(`round ${round}: refused by ${code}`);
        isFull = code !== null;
      }
      await findOthers(all, kept, faults);
      const from = Math.floor(random() * next * 0.5);
      const removed = { $gte: from, $lt: from + Math.ceil(next * 0.4) };
      const code = await codeOf(all.deleteMany({ _id: removed }));
      if (code !== null) faults.push(`round ${round}: deleting is refused by ${code}`);
      else for (const id of kept.keys()) if (id >= from && id < removed.$lt) kept.delete(id);
      await findOthers(all, kept, faults);
      const small = await codeOf(all.insertOne({ _id: (next += 1), text: '' }));
      if (small === null) kept.set(next, 0);
      else faults.push(`round ${round}: there is no room after deleting: ${small}`);
    }
    await client.close(true);
    return faults;
  } finally {
    await store.stop('SIGKILL');
    folder.remove();
  }
}

async function codeOf(work: Promise<unknown>): Promise<number | string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    return (error as { code?: number | string }).code ?? String(error);
  }
}

async function findOthers(
  all: Collection<Stored>,
  kept: ReadonlyMap<number, number>,
  faults: string[],
): Promise<void> {
  const found = await all.find().sort({ _id: 1 }).toArray();
  const told = found.map(({ _id, ...rest }) => [_id, String(rest['text']).length]);
  if (JSON.stringify(told) !== JSON.stringify([...kept]))
    faults.push(`${found.length} documents are there, not the ${kept.size} that were stored`);
}
