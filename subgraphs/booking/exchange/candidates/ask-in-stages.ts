/** Whoever does not answer for so long keeps the next ones waiting no more. */
const STAGE_MS = 300;
/** Of a first stage: some will not be able to. */
const LEAST_STAGE = 5;
/** Who was given less has not been silent, so nobody is asked for less. */
export const FAIR_MS = 400;

/** What was asked of whom. */
export interface StagedAnswers<Answer> {
  /** In the order of asking; null of those who did not answer in a fair time. */
  readonly answers: ReadonlyMap<string, Answer | null>;
  /** In the order of asking, those who were not, or of whom enough others left too little time to tell. */
  readonly notAsked: readonly string[];
}

/**
 * Asks some after others, until enough of them can. Each stage asks at least as many as are missing, and twice as many as the one before
 * where those were of no use; it begins when the one before has answered, or after 300 ms. So 75 silent ones take 0.9 seconds.
 * @param order - Whom to ask first.
 * @param ask - Never rejects; null for no answer within so many milliseconds, 400 at least.
 * @param canDo - Whether one counts towards `enough`.
 * @param deadline - Of all of it, by `performance.now()`. Where enough are found before, those of earlier stages are waited for no longer.
 */
export async function askInStages<Answer>(
  order: readonly string[],
  ask: (one: string, timeoutMs: number) => Promise<Answer | null>,
  canDo: (answer: Answer) => boolean,
  { enough, deadline }: { readonly enough: number; readonly deadline: number },
): Promise<StagedAnswers<Answer>> {
  const answered = new Map<string, Answer | null>();
  const askedAt = new Map<string, number>();
  const leftMs = (): number => Math.floor(deadline - performance.now());
  const missing = (): number =>
    enough - [...answered.values()].filter((answer) => answer !== null && canDo(answer)).length;
  const everybody: Promise<unknown>[] = [];
  for (let stage = 0; askedAt.size < order.length && missing() > 0; stage += 1) {
    if (leftMs() < FAIR_MS) break;
    const size = Math.max(missing(), LEAST_STAGE) * 2 ** stage;
    const group = order.slice(askedAt.size, askedAt.size + size);
    for (const one of group) askedAt.set(one, performance.now());
    const allOfIt = Promise.all(
      group.map(async (one) => answered.set(one, await ask(one, leftMs()))),
    );
    everybody.push(allOfIt);
    await Promise.race([allOfIt, passing(Math.min(STAGE_MS, leftMs()))]);
  }
  if (missing() > 0) await Promise.all(everybody);
  const endedAt = performance.now();
  const isHeard = (one: string): boolean =>
    answered.has(one) || endedAt - (askedAt.get(one) ?? endedAt) >= FAIR_MS;
  return {
    answers: new Map(order.filter(isHeard).map((one) => [one, answered.get(one) ?? null])),
    notAsked: order.filter((one) => !isHeard(one)),
  };
}

/** Resolves after so long; keeps no process alive. */
export function passing(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
