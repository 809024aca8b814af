import { say } from '../../shared/words/said/say.js';
import { refuse, type Refusal } from '../store/refusal.js';
import { hashBody, hashKey } from '../../shared/graphql/command-hash.js';
import { untilDone, type ExchangeDataSource } from './request/data-source.js';
import type { RequestCommandRecord, WorkRequestRecord } from './request/records.js';
import { isRefusal } from './request/transitions.js';

/** So many commands a request remembers; then it takes no more of them. */
const MOST_COMMANDS = 500;
const FULL = refuse(
  'INVALID_STATE',
  say`The request has had as many commands as it can remember; make another request.`,
);

/** A command as it is told from others. */
export type ExchangeCommand = Omit<RequestCommandRecord, 'refusals'>;

/** What became of a command. */
export type Performed =
  | { readonly kind: 'done'; readonly request: WorkRequestRecord }
  | { readonly kind: 'refused'; readonly userErrors: readonly Refusal[] };

/**
 * @param name - The mutation's.
 * @param body - All of its input by which it is told from another one with the same key.
 * @param offer - The offer that it is about, if any.
 * @param maker - Who sends it, where the same key of another is another command; null for the public.
 * @param isAwaiting - Whether its caller is answered only when the booking is made or refused.
 */
export function commandOf(
  name: string,
  idempotencyKey: string,
  body: object,
  offer: string | null,
  maker: string | null,
  isAwaiting = false,
): ExchangeCommand {
  return { key: hashKey(idempotencyKey, maker), body: hashBody([name, body]), offer, isAwaiting };
}

export function refused(
  ...userErrors: readonly Refusal[]
): Extract<Performed, { kind: 'refused' }> {
  return { kind: 'refused', userErrors };
}

/** What a repeated command is answered; null when it is the first of its key. One query. */
export async function findRepeated(
  requests: ExchangeDataSource,
  command: ExchangeCommand,
): Promise<Performed | null> {
  const request = await requests.findByCommand(command.key);
  return request && repeatedIn(request, command);
}

function repeatedIn(request: WorkRequestRecord, { key, body }: ExchangeCommand): Performed | null {
  const before = request.commands.find((command) => command.key === key);
  if (!before) return null;
  if (before.body !== body) {
    const message = say`The key was used before, with another input.`;
    return refused(refuse('IDEMPOTENCY_CONFLICT', message, ['idempotencyKey']));
  }
  return before.refusals.length > 0 ? refused(...before.refusals) : { kind: 'done', request };
}

/**
 * Carries a command out once: its effect, or why it was refused, and the command itself are written at the same time. One of which
 * nothing was decided leaves no trace.
 * @param find - Loads the request that it is about.
 * @param step - What it does. It is called again with the request as it is then when somebody else was faster.
 */
export function perform(
  requests: ExchangeDataSource,
  command: ExchangeCommand,
  find: () => Promise<WorkRequestRecord | null>,
  step: (request: WorkRequestRecord) => Promise<WorkRequestRecord | Refusal>,
): Promise<Performed> {
  return untilDone(async (): Promise<Performed | null> => {
    const repeated = await findRepeated(requests, command);
    if (repeated) return repeated;
    const request = await find();
    if (request === null) {
      return refused(
        command.offer === null
          ? refuse('NOT_FOUND', say`There is no such request.`, ['requestId'])
          : refuse('NOT_FOUND', say`There is no such offer.`, ['offerId']),
      );
    }
    // It may have been carried out between the two queries.
    const carriedOut = repeatedIn(request, command);
    if (carriedOut) return carriedOut;
    if (request.commands.length >= MOST_COMMANDS) return refused(FULL);
    const changed = await step(request);
    if (!isRefusal(changed)) {
      const commands = [...changed.commands, { ...command, refusals: [] }];
      const stored = await requests.replace(request, { ...changed, commands });
      return stored && { kind: 'done', request: stored };
    }
    if (changed.retry) return refused(changed);
    const { key, body, offer } = command;
    const commands = [...request.commands, { key, body, offer, refusals: [changed] }];
    return (await requests.replace(request, { ...request, commands })) && refused(changed);
  });
}
