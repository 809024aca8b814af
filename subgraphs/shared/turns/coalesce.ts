/**
 * Runs `run` at most once at a time. A call while one is under way may have come too late for it, so all such calls
 * share one more run after it: whoever calls gets a run that began after the call.
 */
export function coalesce<Result>(run: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<Result> | null = null;
  let next: Promise<Result> | null = null;
  const start = (): Promise<Result> => {
    running = run().finally(() => {
      running = null;
    });
    return running;
  };
  return () => {
    if (next !== null) return next;
    if (running === null) return start();
    const again = (): Promise<Result> => {
      next = null;
      return start();
    };
    next = running.then(again, again);
    return next;
  };
}
