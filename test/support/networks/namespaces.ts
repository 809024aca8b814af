import { spawnSync } from 'node:child_process';

/**
 * What to put before a command so that it runs in namespaces of its own, as in a container.
 * @param kinds - Options of unshare(1).
 * @returns Null where that is not allowed; why stands on standard output.
 */
export function inNamespaces(kinds: readonly string[]): readonly string[] | null {
  const command = ['unshare', '--user', '--map-root-user', '--fork', '--kill-child', ...kinds];
  const { status, stderr, error } = spawnSync(command[0] as string, [...command.slice(1), 'true'], {
    encoding: 'utf8',
  });
  if (status === 0) return command;
  process.stdout.write(`No namespaces here (${error?.message ?? stderr.trim()}): skipped.\n`);
  return null;
}
