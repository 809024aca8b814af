/** Whoever does not answer for so long keeps the next ones waiting no more. */
const STAGE_MS = 300;
/** Of a first stage: some will not be able to. */
const LEAST_STAGE = 5;
/** Less is not worth a question. */
const SHORTEST_QUESTION_MS = 50;

/** What was asked of whom. */
export interface StagedAnswers<Answer> {
  /** In the order of asking; null of those who did not answer in time. */
  readonly answers: ReadonlyMap<string, Answer | null>;
  /** In the order in which they would have been asked. */
  readonly notAsked: readonly string[];
}

/**
 * Asks some after others, until enough of them can. Each stage asks at least as many as are missing, and twice as many as the one before
 * where those were of no use; it begins when the one before has answered, or after 300 ms. So 155 silent ones take 1.2 seconds.
 * @param order - Whom to ask first.
 * @param ask - Never rejects; null for no answer within so many milliseconds.
 * @param canDo - Whether one counts towards `enough`.
 * @param deadline - Of all of it, by `performance.now()`. Where enough are found before, those of earlier stages are waited for no longer.
 */
export async function askInStages<Answer>(
  order: readonly string[],
  ask: (one: string, timeoutMs: number) => Promise<Answer | null>,
  canDo: (answer: Answer) => boolean,
  { enough, deadline }: { readonly enough: number; readonly deadline: number },
): Promise<StagedAnswers<Answer>> {
  const answers = new Map<string, Answer | null>();
  const leftMs = (): number => Math.floor(deadline - performance.now());
  const missing = (): number =>
    enough - [...answers.values()].filter((answer) => answer !== null && canDo(answer)).length;
  const everybody: Promise<unknown>[] = [];
  let asked = 0;
  for (let stage = 0; asked < order.length && missing() > 0; stage += 1) {
    if (leftMs() < SHORTEST_QUESTION_MS) break;
    const size = Math.max(missing(), LEAST_STAGE) * 2 ** stage;
    const group = order.slice(asked, asked + size);
    asked += group.length;
    for (const one of group) answers.set(one, null);
    const answered = Promise.all(
      group.map(async (one) => answers.set(one, await ask(one, leftMs()))),
    );
    everybody.push(answered);
    await Promise.race([answered, passing(Math.min(STAGE_MS, leftMs()))]);
  }
  if (missing() > 0) await Promise.all(everybody);
  return { answers: new Map(answers), notAsked: order.slice(asked) };
}

function passing(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
