import { existsSync, readFileSync } from 'node:fs';
import type { NetworkProcess } from './network-process.js';

/** Whether processes can be found by their titles here. */
export const canFindProcesses = existsSync('/proc/self/task');

/** Process id of a process of a network, by the title that system tools show. @param name - As in its `ready` line. */
export function pidOf({ pid }: Pick<NetworkProcess, 'pid'>, name: string): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  const titleOf = (child: string): string | undefined =>
    readFileSync(`/proc/${child}/cmdline`, 'utf8').split('\0')[0];
  const found = children.find((child) => titleOf(child) === `hub ${name}`);
  if (found === undefined) throw new Error(`${name} does not run.`);
  return Number(found);
}
