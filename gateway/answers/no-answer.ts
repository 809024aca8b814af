import {
  retryAfterSecondsOf,
  wordsOf,
  type NoGraphqlAnswer,
} from '../../subgraphs/shared/owners/outcome.js';
import { failureOf, type Cause } from './subgraph-errors.js';

/** Why a process gave no GraphQL answer. */
export interface NoAnswer extends Cause {
  /** Whether it may have carried out what it was asked. */
  readonly mayHaveArrived: boolean;
  /** Of one that was not asked: when it may be. */
  readonly retryAfterSeconds?: number;
}

/** Says of a process why it gave no GraphQL answer. */
export function noAnswerOf(name: string, outcome: NoGraphqlAnswer): NoAnswer {
  if (outcome.kind === 'held-back') {
    const retryAfterSeconds = retryAfterSecondsOf(outcome);
    const cause = failureOf(name, wordsOf(outcome), 'COOPERATIVE_UNAVAILABLE');
    return {
      ...cause,
      extensions: { retryAfterSeconds },
      mayHaveArrived: false,
      retryAfterSeconds,
    };
  }
  const isTimeout = outcome.kind === 'too-slow';
  const code = isTimeout ? 'GATEWAY_TIMEOUT' : 'DOWNSTREAM_SERVICE_ERROR';
  const mayHaveArrived = isTimeout ? outcome.stage === 'sent' : outcome.kind !== 'unreachable';
  return { ...failureOf(name, wordsOf(outcome), code), mayHaveArrived };
}
