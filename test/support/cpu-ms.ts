/** CPU time that this process has taken so far, in milliseconds: what is between two readings is no longer on a busy machine. */
export function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
