import type { Child } from './child.js';
import { ENTRIES } from './entries.js';

/**
 * Makes anew what a store that keeps nothing lost when it died: the registry, then all that others read from their files.
 * @param children - All processes of the network.
 * @param registerOthers - Registers the cooperatives that no process of the network answers for.
 * @returns Once all are usable again.
 */
export async function beginAgain(
  children: readonly Child[],
  registerOthers: () => Promise<unknown>,
): Promise<void> {
  const restart = (isMeant: (entry: string) => boolean): Promise<unknown> =>
    Promise.all(children.filter(({ entry }) => isMeant(entry)).map((child) => child.restart()));
  await restart((entry) => entry === ENTRIES.catalogue);
  await registerOthers();
  const untouched: readonly string[] = [ENTRIES.catalogue, ENTRIES.provider];
  await restart((entry) => !untouched.includes(entry));
}
