import type { ApolloServerPlugin } from '@apollo/server';
import type { Refusal } from '../store/refusal.js';

/** When whoever was refused for asking too much may come back: the longest of all waits in one answer. */
export class RetryAfter {
  /** Null where nobody was refused so. */
  seconds: number | null = null;

  note(refusals: readonly Refusal[]): void {
    for (const { retryAfterSeconds } of refusals) {
      if (retryAfterSeconds === undefined) continue;
      this.seconds = Math.max(retryAfterSeconds, this.seconds ?? 0);
    }
  }
}

/** Says it in `extensions.retryAfterSeconds` of the answer; the gateway makes the header of it. */
export const reportRetryAfter: ApolloServerPlugin<{ readonly retryAfter: RetryAfter }> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body }, contextValue }) => {
        const { seconds } = contextValue.retryAfter;
        if (seconds !== null && body.kind === 'single') {
          const { singleResult } = body;
          singleResult.extensions = { ...singleResult.extensions, retryAfterSeconds: seconds };
        }
        return Promise.resolve();
      },
    }),
};
