import { randomUUID } from 'node:crypto';
import type {
  CandidateAnswer,
  UserErrorCode,
} from '../../../../subgraphs/booking/schema.generated.js';
import { START, type FakeNetwork } from './exchange-network.js';

/** Whatever answers the exchange's questions. */
export type Asked = Pick<FakeNetwork, 'ask'>;

/** What `whoCanTake` answers. */
export interface Candidates {
  readonly whoCanTake: {
    readonly candidates: readonly {
      readonly cooperative: { readonly id: string };
      readonly service: { readonly id: string };
      readonly answer: CandidateAnswer;
      readonly reason: UserErrorCode | null;
      readonly quote: { readonly gross: string; readonly currency: string } | null;
      readonly alternatives: readonly string[];
    }[];
    readonly complete: boolean;
    readonly notAnswering: readonly { readonly id: string }[];
  };
}

interface UserError {
  readonly code: UserErrorCode;
  readonly message: string;
  readonly field: readonly string[] | null;
  readonly retry: boolean;
}

/** An offer as its cooperative sees it. */
export interface SeenOffer {
  readonly id: string;
  readonly cooperative: { readonly id: string };
  readonly service: { readonly id: string };
  readonly state: string;
  readonly round: number;
  readonly note: string | null;
  readonly isSpoken: boolean;
  readonly needsSpokenYes: boolean;
  readonly answeredAt: string | null;
  readonly deadline: string;
  readonly caller: { readonly name: string } | null;
}

/** Why nobody was found. */
export interface SeenWhy {
  readonly reason: string;
  readonly municipality: string | null;
  readonly distanceKm: number | null;
  readonly leastMinutes: number | null;
  readonly message: string;
}

export interface SeenRequest {
  readonly id: string;
  readonly reference: string;
  readonly state: string;
  readonly round: number;
  readonly offers: readonly SeenOffer[];
  readonly order: { readonly id: string } | null;
  readonly outcome: string | null;
  readonly problem: string | null;
  readonly whyNobody: SeenWhy | null;
  readonly caller: { readonly name: string };
}

export interface RequestPayload {
  readonly request: SeenRequest | null;
  readonly secret: string | null;
  readonly userErrors: readonly UserError[];
}

export interface OfferPayload {
  readonly offer: SeenOffer | null;
  readonly order: { readonly id: string } | null;
  readonly userErrors: readonly UserError[];
}

export const OFFER = `id cooperative { id } service { id } state round note isSpoken needsSpokenYes answeredAt deadline
  caller { name phone }`;
const REQUEST = `id reference state what cpv start round order { id } outcome problem caller { name }
  whyNobody { reason municipality distanceKm leastMinutes message }
  offers { ${OFFER} }`;
const OFFER_PAYLOAD = `{ offer { ${OFFER} } order { id } userErrors { code message field retry } }`;

/** Asks for work, by default for three hours of cleaning in Pori. */
/** The secrets of the requests that were made, by id. */
const secretOf = new Map<string | undefined, string | null>();

export async function createRequest(network: Asked, change: object = {}): Promise<RequestPayload> {
  const { data } = await network.ask<{ createRequest: RequestPayload }>(
    `mutation ($input: CreateRequestInput!) {
      createRequest(input: $input) {
        request { ${REQUEST} } secret userErrors { code message field retry }
      }
    }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        what: 'Ikkunoiden pesu',
        cpv: ['90910000-9'],
        municipality: 'FI-609',
        start: START,
        minutes: 180,
        caller: { name: 'Aino Aalto', municipality: 'FI-684', phone: '+358 40 1234567' },
        channel: 'PHONE',
        ...change,
      },
    },
  );
  const { request, secret } = data.createRequest;
  if (request) secretOf.set(request.id, secret);
  return data.createRequest;
}

/** Reads a request with its secret. */
export async function findRequest(
  network: Asked,
  id: string | undefined,
): Promise<SeenRequest | null> {
  const { data } = await network.ask<{ workRequest: SeenRequest | null }>(
    `query ($id: ID!, $secret: String) { workRequest(id: $id, secret: $secret) { ${REQUEST} } }`,
    { id, secret: secretOf.get(id) },
  );
  return data.workRequest;
}

/** Sends a command on an offer. @param name - The mutation. */
async function answerOffer(
  network: Asked,
  name: 'acceptOffer' | 'declineOffer' | 'recordSpokenAnswer',
  offerId: string | undefined,
  change: object = {},
): Promise<OfferPayload> {
  const type = {
    acceptOffer: 'AcceptOffer',
    declineOffer: 'DeclineOffer',
    recordSpokenAnswer: 'SpokenAnswer',
  };
  const { data } = await network.ask<Record<string, OfferPayload>>(
    `mutation ($input: ${type[name]}Input!) { ${name}(input: $input) ${OFFER_PAYLOAD} }`,
    { input: { idempotencyKey: randomUUID(), offerId, ...change } },
  );
  const payload = data[name];
  if (!payload) throw new Error(`${name} gave no answer.`);
  return payload;
}

export function acceptOffer(
  network: Asked,
  offerId: string | undefined,
  change: object = {},
): Promise<OfferPayload> {
  return answerOffer(network, 'acceptOffer', offerId, change);
}

export function recordSpokenAnswer(
  network: Asked,
  offerId: string | undefined,
  change: { readonly accepted: boolean; readonly [field: string]: unknown },
): Promise<OfferPayload> {
  return answerOffer(network, 'recordSpokenAnswer', offerId, change);
}

/** Closes a request that was made, with its secret. */
export async function closeRequest(
  network: Asked,
  { request, secret }: RequestPayload,
  change: object = {},
): Promise<RequestPayload> {
  const { data } = await network.ask<{ closeRequest: RequestPayload }>(
    `mutation ($input: CloseRequestInput!) {
      closeRequest(input: $input) { request { ${REQUEST} } userErrors { code field retry } }
    }`,
    {
      input: {
        idempotencyKey: randomUUID(),
        requestId: request?.id,
        secret,
        outcome: 'Hoitui itse.',
        ...change,
      },
    },
  );
  return data.closeRequest;
}

export function decline(
  network: Asked,
  offerId: string | undefined,
  note: string | null = null,
): Promise<OfferPayload> {
  return answerOffer(network, 'declineOffer', offerId, { note });
}

/** "aalto OFFERED" of each offer, in the order of offering. */
export function offersOf(request: SeenRequest | null): string[] {
  return (request?.offers ?? []).map(({ cooperative, state }) => `${cooperative.id} ${state}`);
}

/** Offers a request to these cooperatives, or to the next ones. */
export async function offerRequest(
  network: Asked,
  requestId: string | undefined,
  change: object = {},
): Promise<RequestPayload> {
  const { data } = await network.ask<{ offerRequest: RequestPayload }>(
    `mutation ($input: OfferRequestInput!) {
      offerRequest(input: $input) { request { ${REQUEST} } userErrors { code message field retry } }
    }`,
    { input: { idempotencyKey: randomUUID(), requestId, ...change } },
  );
  return data.offerRequest;
}
