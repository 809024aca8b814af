import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type {
  ConflictRecord,
  LegChangeRecord,
  OrderLegRecord,
  OrderRecord,
} from '../../store/records.js';
import type { OwnerClient, OwnerOperation } from '../../../shared/owners/client/owner-client.js';
import type { OwnerReply } from '../../../shared/owners/client/read-reply.js';
import { asMessage } from '../../store/refusal.js';
import { decidesNothing, UserError } from './answer-schemas.js';
import { dryRunOf } from './dry-run.js';
import { changeOf } from './owner-operations.js';
import { sentenceOf, type AskedFor } from './refusal-words.js';
import { isTimeZone } from '../../../shared/words/dates.js';

const ZONE_QUERY = `query TimeZone($of: [_Any!]!) {
  _entities(representations: $of) { ... on Cooperative { id timeZone } }
}`;

const JUDGE_QUERY = `mutation JudgeBookings($input: HoldBookingsInput!) {
  holdBookings(input: $input) { userErrors { code message field alternatives } }
}`;

const CHANGE_QUERY = `mutation JudgeChanges($input: ChangeBookingsInput!) {
  changeBookings(input: $input) { userErrors { code message field alternatives } }
}`;

const Zone = z.object({
  _entities: z.tuple([z.object({ id: z.string(), timeZone: z.string().refine(isTimeZone) })]),
});

const Judgement = z.object({ userErrors: z.array(UserError).max(1_000) });
const HoldJudgement = z.object({ holdBookings: Judgement });
const ChangeJudgement = z.object({ changeBookings: Judgement });

/** The zone in which a cooperative's opening hours are meant. */
export function askTimeZone(
  owners: OwnerClient,
  cooperative: string,
  timeoutMs: number,
): Promise<OwnerReply<string>> {
  const of = [{ __typename: 'Cooperative', id: cooperative }];
  const operation = { query: ZONE_QUERY, variables: { of } };
  const read = (data: unknown): string => {
    const [found] = Zone.parse(data)._entities;
    if (found.id !== cooperative) throw new Error('It answered for another cooperative.');
    return found.timeZone;
  };
  return owners.ask(cooperative, operation, read, timeoutMs);
}

/**
 * Has the owner judge visits, each after those before it; holds nothing.
 * @returns Those that cannot be had, by start.
 */
export function judgeVisits(
  owners: OwnerClient,
  cooperative: string,
  visits: readonly OrderLegRecord[],
  municipality: string,
  timeoutMs: number,
): Promise<OwnerReply<ConflictRecord[]>> {
  const read = (data: unknown): ConflictRecord[] =>
    conflictsOf(HoldJudgement.parse(data).holdBookings, visits, { cooperative, municipality });
  const operation = judgeOperation(cooperative, visits, municipality);
  return owners.ask(cooperative, operation, read, timeoutMs);
}

/**
 * Has the owner judge what visits of an order are to become, each after those before it; changes nothing.
 * @param isEachForItself - Whether those that cannot be stay as they are, and the others are changed.
 * @returns Those that cannot be had, in the order of the changes.
 */
export function judgeChanges(
  owners: OwnerClient,
  cooperative: string,
  { _id: orderId, legs, buyer: { municipality } }: Pick<OrderRecord, '_id' | 'legs' | 'buyer'>,
  changes: readonly LegChangeRecord[],
  isEachForItself: boolean,
  timeoutMs: number,
): Promise<OwnerReply<ConflictRecord[]>> {
  const visits = changes.map(({ leg, ...change }) => ({
    quantity: legs[leg]?.quantity ?? 1,
    ...change,
  }));
  const read = (data: unknown): ConflictRecord[] =>
    conflictsOf(ChangeJudgement.parse(data).changeBookings, visits, { cooperative, municipality });
  const input = {
    ...{ idempotencyKey: randomUUID(), cooperative, orderId, isEachForItself, dryRun: true },
    legs: changes.map((change) => changeOf({ legs }, change)),
  };
  const operation = { query: CHANGE_QUERY, variables: { input }, isDryRun: true } as const;
  return owners.ask(cooperative, operation, read, timeoutMs);
}

type Visit = Pick<OrderLegRecord, 'start' | 'minutes' | 'quantity'>;

function conflictsOf(
  { userErrors }: z.output<typeof Judgement>,
  visits: readonly Visit[],
  asked: Pick<AskedFor, 'cooperative' | 'municipality'>,
): ConflictRecord[] {
  // Who does not let us ask says nothing of its room.
  if (userErrors.some(decidesNothing)) throw new Error('It did not judge.');
  return visits.flatMap((what, leg) => conflictOf(userErrors, { ...asked, of: [], what, leg }));
}

/** The owner's first objection to a visit; one that names no visit is to all of them. */
function conflictOf(
  userErrors: readonly z.output<typeof UserError>[],
  visit: AskedFor & { readonly what: Visit; readonly leg: number },
): ConflictRecord[] {
  const isMeant = ({ field }: z.output<typeof UserError>): boolean =>
    field?.[0] !== 'legs' || field[1] === undefined || field[1] === String(visit.leg);
  const error = userErrors.find(isMeant);
  if (!error) return [];
  const { code, alternatives } = error;
  const { start } = visit.what;
  const message = asMessage(sentenceOf(code, { ...visit, leg: null }));
  // An owner that has looked for other starts says that there are none; one that has not says nothing.
  const isSearched = alternatives != null;
  return [{ start, code, ...message, alternatives: (alternatives ?? []).slice(0, 3), isSearched }];
}

function judgeOperation(
  cooperative: string,
  visits: readonly OrderLegRecord[],
  municipality: string,
): OwnerOperation {
  const legs = visits.map(({ serviceId, start, minutes, quantity, resourceId }, leg) => {
    return { leg, serviceId, start, minutes, quantity, resourceId };
  });
  const input = dryRunOf(cooperative, municipality, legs);
  return { query: JUDGE_QUERY, variables: { input }, isDryRun: true };
}
