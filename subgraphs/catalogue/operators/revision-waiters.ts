/** Far more than a network has processes. Whoever comes beyond that is answered at once and asks again after a pause. */
const MOST_WAITING = 200;
const LONGEST_WAIT_MS = 30_000;

/** Requests that wait until the registry's revision is another. */
export class RevisionWaiters {
  readonly #waiting = new Set<() => void>();
  #isClosed = false;

  /**
   * Waits for the next revision, for `waitMs` or 30 s, or until `gone`, whatever comes first.
   * @returns Whether it waited: at once false where too many wait already, or the process is about to end.
   */
  async wait(waitMs: number, gone: AbortSignal): Promise<boolean> {
    if (this.#isClosed || gone.aborted || this.#waiting.size >= MOST_WAITING) return false;
    await new Promise<void>((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        gone.removeEventListener('abort', end);
        this.#waiting.delete(end);
        resolve();
      };
      const timer = setTimeout(end, Math.min(waitMs, LONGEST_WAIT_MS));
      gone.addEventListener('abort', end);
      this.#waiting.add(end);
    });
    return true;
  }

  /** The revision is another. */
  wake(): void {
    for (const end of [...this.#waiting]) end();
  }

  /** Lets everybody go, and nobody wait any more. */
  close(): void {
    this.#isClosed = true;
    this.wake();
  }
}

/** Milliseconds that a client would wait (RFC 7240, 4.3); null when it says nothing of it. */
export function preferredWaitMs(prefer: string | string[] | undefined): number | null {
  const seconds = /(?:^|[,;\s])wait\s*=\s*"?(\d{1,5})"?/i.exec(String(prefer ?? ''))?.[1];
  return seconds === undefined ? null : Number(seconds) * 1_000;
}
