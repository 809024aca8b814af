import { canonicalInput } from '../../shared/words/canonical-input.js';
import { readDetails } from '../../shared/order-details/read-details.js';
import { currentMunicipality } from '../../shared/words/merged-municipalities.js';
import { randomUUID } from 'node:crypto';
import { toBuyer } from '../orders/commands/order-input.js';
import { createReference } from '../store/references.js';
import type { CreateRequestInput } from '../schema.generated.js';
import { createSecret, hashSecret, openSecret, sealSecret } from '../store/secrets.js';
import type { WorkRequestRecord } from './request/records.js';
import type { ExchangeCommand } from './perform.js';
import type { RequestMoment } from './request/transitions.js';

/** A request that nobody has been offered yet, and the secret that proves whose it is. @param maker - As `makerOf` has it. */
export function draftRequest(
  input: CreateRequestInput,
  maker: string | null,
  command: ExchangeCommand,
  { now, elapsed }: RequestMoment,
): { readonly draft: WorkRequestRecord; readonly secret: string } {
  const { what, minutes, channel } = input;
  const municipality = currentMunicipality(input.municipality);
  const secret = createSecret();
  const draft: WorkRequestRecord = {
    _id: randomUUID(),
    version: 1,
    reference: createReference(),
    state: 'OPEN',
    what: what.trim(),
    cpv: withoutCheckDigits(input.cpv),
    ...{ municipality, minutes, channel },
    start: new Date(input.start),
    quantity: input.quantity ?? 1,
    caller: toBuyer(input.caller),
    details: readDetails(input.details, input.municipality),
    maker,
    roundSize: input.roundSize ?? 3,
    answerMinutes: input.answerMinutes ?? 60,
    round: 0,
    offers: [],
    order: null,
    outcome: null,
    problem: null,
    createdAt: now,
    recordedAt: elapsed,
    nextTryAt: null,
    secretHash: hashSecret(secret),
    sealedSecret: sealSecret(secret, input.idempotencyKey, canonicalInput(input)),
    commands: [{ ...command, refusals: [] }],
  };
  return { draft, secret };
}

/** The secret of the request that this very input made. */
export function secretOf({ sealedSecret }: WorkRequestRecord, input: CreateRequestInput): string {
  return openSecret(sealedSecret, input.idempotencyKey, canonicalInput(input));
}

/** Codes as the catalogue writes them, each once. */
export function withoutCheckDigits(codes: readonly string[] | null | undefined): string[] {
  return [...new Set((codes ?? []).map((code) => code.slice(0, 8)))];
}
