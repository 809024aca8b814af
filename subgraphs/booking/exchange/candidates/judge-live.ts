import { z } from 'zod';
import { decidesNothing, Quote, UserError } from '../../orders/owners/answer-schemas.js';
import { dryRunOf } from '../../orders/owners/dry-run.js';
import { sentenceOf } from '../../orders/owners/refusal-words.js';
import { asMessage } from '../../store/refusal.js';
import type { Said } from '../../../shared/words/said/say.js';
import type { OwnerClient, OwnerOperation } from '../../../shared/owners/client/owner-client.js';
import type { UserErrorCode } from '../../schema.generated.js';
import { mayWaive, type CandidateJudgement, type WorkNeed } from './candidates.js';

const MOST_ALTERNATIVES = 3;
const NOTHING_AMISS = {
  ...{ reason: null, message: null, leastMinutes: null },
  ...{ isAgreeable: false, earliestStart: null, alternatives: [] },
};

const Verdict = z
  .object({
    legs: z.array(z.object({ leg: z.literal(0), quote: Quote })).max(1),
    userErrors: z.array(UserError).max(100),
  })
  .nullable();

/** By service. One of which its owner says neither what it costs nor why it cannot be had is missing: only what was said counts. */
export type Judgements = ReadonlyMap<string, CandidateJudgement>;

/**
 * Has one owner judge a piece of work for each of its services: one request, nothing is held. A field for each service, so that
 * two services of the same people are not judged as if both were booked.
 * @param isAgreed - Whether to judge as if the owner had said yes on the phone. Who does not know what that is gives no answer.
 * @returns Null when the owner does not answer in time.
 */
export async function judgeLive(
  owners: Pick<OwnerClient, 'ask'>,
  cooperative: string,
  services: readonly string[],
  need: WorkNeed,
  timeoutMs: number,
  isAgreed = false,
): Promise<Judgements | null> {
  const operation = operationOf(cooperative, services, need, isAgreed);
  const reply = await owners.ask(
    cooperative,
    operation,
    (data) => readVerdicts(data, cooperative, services, need, isAgreed),
    timeoutMs,
  );
  return reply.kind === 'answer' ? reply.data : null;
}

function operationOf(
  cooperative: string,
  services: readonly string[],
  need: WorkNeed,
  isAgreed: boolean,
): OwnerOperation {
  const { municipality, start, minutes, quantity } = need;
  const inputs = services.map((serviceId) => ({
    ...dryRunOf(cooperative, municipality, [{ leg: 0, serviceId, start, minutes, quantity }]),
    ...(isAgreed && { agreedByPhone: true }),
  }));
  const variables = inputs.map((_input, index) => `$i${index}: HoldBookingsInput!`);
  const fields = inputs.map(
    (_input, index) => `s${index}: holdBookings(input: $i${index}) { ...verdict }`,
  );
  const query = `mutation WhoCanTake(${variables.join(', ')}) { ${fields.join('\n')} }
    fragment verdict on BookedLegsPayload {
      legs { leg quote { net vat gross currency lines { units unit unitNet net vatRate vat gross } } }
      userErrors { code message field alternatives }
    }`;
  return {
    query,
    isDryRun: true,
    variables: Object.fromEntries(inputs.map((input, index) => [`i${index}`, input])),
  };
}

function readVerdicts(
  data: unknown,
  cooperative: string,
  services: readonly string[],
  need: WorkNeed,
  isAgreed: boolean,
): Judgements {
  const verdicts = z.record(z.string(), z.unknown()).parse(data);
  return new Map(
    services.flatMap((service, index) => {
      const verdict = Verdict.safeParse(verdicts[`s${index}`]).data;
      const judgement = verdict ? judgementOf(verdict, cooperative, need, isAgreed) : null;
      return judgement ? [[service, judgement] as const] : [];
    }),
  );
}

/** Null where nothing was said: neither a quote nor a reason, or that we may not ask. */
function judgementOf(
  { legs, userErrors }: NonNullable<z.output<typeof Verdict>>,
  cooperative: string,
  need: WorkNeed,
  isAgreed: boolean,
): CandidateJudgement | null {
  if (userErrors.some(decidesNothing)) return null;
  const [refusal] = userErrors;
  if (!refusal) {
    const [held] = legs;
    return held ? { ...NOTHING_AMISS, answer: 'CAN', quote: held.quote } : null;
  }
  const { code } = refusal;
  const alternatives = [...(refusal.alternatives ?? [])];
  const message = asMessage(wordsFor(code, cooperative, need));
  const isAgreeable = !isAgreed && mayWaive(code);
  return {
    ...{ reason: code, leastMinutes: null, quote: null, isAgreeable, ...message },
    answer: code === 'PHONE_ONLY' ? 'CALL' : 'CANNOT',
    earliestStart: isAgreeable ? earliestOf(alternatives, need.start) : null,
    alternatives: alternatives.slice(0, MOST_ALTERNATIVES),
  };
}

/** Why an owner cannot take it, in our words. @param leastMinutes - The shortest that it takes, where it has said so. */
export function wordsFor(
  code: UserErrorCode,
  cooperative: string,
  need: WorkNeed,
  leastMinutes?: number,
): Said {
  const { municipality } = need;
  return sentenceOf(code, {
    ...{ cooperative, leg: null, what: need, municipality, of: [], leastMinutes },
  });
}

/** The earliest from `start` on: an owner names the first ones of the day, which may all lie before it. */
function earliestOf(starts: readonly Date[], start: Date): Date | null {
  const inOrder = starts.toSorted((one, other) => one.getTime() - other.getTime());
  return inOrder.find((one) => one >= start) ?? null;
}
