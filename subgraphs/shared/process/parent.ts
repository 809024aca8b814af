import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const LOOK_EVERY_MS = 500;

/**
 * Calls back when whoever started this process is no more: npm, which passes no signal on to what a script runs, or the shell in
 * which npm runs it. Where the shell stays between the two, it outlives an npm that is killed, so it is looked at too. Only under
 * npm, for elsewhere a process may well outlive its parent (`setsid`, service managers); on Windows a parent's end is not seen.
 */
export function watchParent(onEnd: () => void): void {
  const { npm_lifecycle_event: event, npm_lifecycle_script: script } = process.env;
  if (event !== undefined) void watch(process.ppid, script, onEnd);
}

async function watch(parent: number, script: string | undefined, onEnd: () => void): Promise<void> {
  const found = await look(parent);
  const isShell = script !== undefined && found?.command.includes(script) === true;
  const isThere = async (): Promise<boolean> => {
    if (process.ppid !== parent) return false;
    if (!isShell) return true;
    const now = await look(parent);
    return now === null || now.parent === found.parent;
  };
  while (await isThere()) await pause(LOOK_EVERY_MS, undefined, { ref: false });
  onEnd();
}

interface Seen {
  readonly parent: number;
  /** The command line, its words divided by spaces. */
  readonly command: string;
}

const HAS_PROC = existsSync('/proc/self/stat');

/** Looks at a process. @returns Null where it cannot be seen. */
async function look(pid: number): Promise<Seen | null> {
  try {
    return await (HAS_PROC ? lookInProc(pid) : askPs(pid));
  } catch {
    return null;
  }
}

/** By proc(5): the parent is the second field after the name, which stands in brackets and may hold any. */
async function lookInProc(pid: number): Promise<Seen> {
  const stat = await readFile(`/proc/${pid}/stat`, 'latin1');
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8');
  return {
    parent: Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]),
    command: commandLine.replaceAll('\0', ' '),
  };
}

/** By ps(1), as POSIX has it. */
async function askPs(pid: number): Promise<Seen> {
  const args = ['-o', 'ppid=', '-o', 'args=', '-p', String(pid)];
  const { stdout } = await promisify(execFile)('ps', args);
  const [, parent, command = ''] = /^\s*(\d+)\s+([^]*)$/.exec(stdout) ?? [];
  return { parent: Number(parent), command };
}
