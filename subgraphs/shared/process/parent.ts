const LOOK_EVERY_MS = 500;

/**
 * Calls back when whoever started this process is no more. npm passes no signal on to what a script runs: it ends, its shell
 * ends, and the script's process would go on alone. Only under npm, for elsewhere a process may well outlive its parent
 * (`setsid`, service managers); on Windows a parent's end is not seen.
 */
export function watchParent(onEnd: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onEnd();
  }, LOOK_EVERY_MS);
  timer.unref();
}
