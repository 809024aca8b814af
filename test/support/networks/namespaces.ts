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

/**
 * What to put before a command so that a folder of it is on a small disk of its own, which goes with the command.
 * @param apart - From `inNamespaces`, with `--mount`.
 * @param size - As tmpfs(5) takes it, such as `8m`.
 */
export function onSmallDisk(
  apart: readonly string[],
  folder: string,
  size: string,
): readonly string[] {
  const mount = `mount -t tmpfs -o size=${size},mode=700 none "$0" && exec "$@"`;
  return [...apart, 'sh', '-c', mount, folder];
}
