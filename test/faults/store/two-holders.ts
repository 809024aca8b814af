import { createRandom } from '../../bench/random.js';
import { connect, startStore, temporaryFolder, type Stored } from '../../local/store/support.js';
import { inNamespaces } from '../../support/networks/namespaces.js';

const ROUNDS = 5;
/** Documents that are written in a round. */
const WRITES = 40;

/**
 * Starts stores on one data folder by turns, some in namespaces of their own as containers are, each time a second one beside the
 * first; writes to whichever runs, and kills it or lets it end.
 * @returns What must not be: a second holder, or an acknowledged write that is lost; null where no namespaces are allowed.
 */
export async function runTwoHolders(seed: number): Promise<string[] | null> {
  const apart = inNamespaces(['--pid', '--mount-proc', '--uts', '--ipc']);
  if (apart === null) return null;
  const random = createRandom(seed);
  const folder = temporaryFolder();
  const faults: string[] = [];
  const acknowledged = new Set<unknown>();
  const args = ['--data', folder.path, '--with-parent'];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const isApart = random() < 0.5;
      const first = await startStore(args, isApart ? apart : []);
      await startStore(args, isApart ? [] : apart).then(
        async (second) => {
          faults.push(`round ${round}: two stores hold the folder`);
          await second.stop('SIGKILL');
        },
        (error: unknown) => {
          if (!String(error).includes('in use')) faults.push(`round ${round}: ${String(error)}`);
        },
      );
      const { client } = await connect(first.uri);
      const all = client.db('faults').collection<Stored>('all');
      const kept = new Set((await all.find().toArray()).map(({ _id }) => _id));
      const lost = [...acknowledged].filter((id) => !kept.has(id as number));
      if (lost.length > 0) faults.push(`round ${round}: ${lost.length} documents are lost`);
      for (let count = 0; count < WRITES; count += 1) {
        const _id = round * WRITES + count;
        await all.insertOne({ _id }, { writeConcern: { w: 'majority', journal: true } });
        acknowledged.add(_id);
      }
      await client.close(true);
      await (random() < 0.5 ? first.stop('SIGKILL') : first.hangUp());
    }
    return faults;
  } finally {
    folder.remove();
  }
}
