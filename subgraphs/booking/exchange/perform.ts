import { refuse, type Refusal } from '../refusal.js';
import { hashBody, hashKey } from '../secrets.js';
import { untilDone, type ExchangeDataSource } from './data-source.js';
import type { CommandRecord, WorkRequestRecord } from './model.js';
import { isRefusal } from './transitions.js';

/** A command as it is told from others. */
export type Command = Omit<CommandRecord, 'refusals'>;

/** What became of a command. */
export type Performed =
  | { readonly kind: 'done'; readonly request: WorkRequestRecord }
  | { readonly kind: 'refused'; readonly userErrors: readonly Refusal[] };

/**
 * @param name - The mutation's.
 * @param body - All of its input by which it is told from another one with the same key.
 * @param offer - The offer that it is about, if any.
 */
export function commandOf(
  name: string,
  idempotencyKey: string,
  body: object,
  offer: string | null,
): Command {
  return { key: hashKey(idempotencyKey), body: hashBody([name, body]), offer };
}

export function refused(
  ...userErrors: readonly Refusal[]
): Extract<Performed, { kind: 'refused' }> {
  return { kind: 'refused', userErrors };
}

/** What a repeated command is answered; null when it is the first of its key. One query. */
export async function findRepeated(
  requests: ExchangeDataSource,
  command: Command,
): Promise<Performed | null> {
  const request = await requests.findByCommand(command.key);
  return request && repeatedIn(request, command);
}

function repeatedIn(request: WorkRequestRecord, { key, body }: Command): Performed | null {
  const before = request.commands.find((command) => command.key === key);
  if (!before) return null;
  return before.body === body
    ? { kind: 'done', request }
    : refused(
        refuse('IDEMPOTENCY_CONFLICT', 'The key was used before, with another input.', [
          'idempotencyKey',
        ]),
      );
}

/**
 * Carries a command out once: its effect and the command itself are written at the same time. A refused one leaves no trace.
 * @param find - Loads the request that it is about.
 * @param step - What it does. It is called again with the request as it is then when somebody else was faster.
 */
export function perform(
  requests: ExchangeDataSource,
  command: Command,
  find: () => Promise<WorkRequestRecord | null>,
  step: (request: WorkRequestRecord) => Promise<WorkRequestRecord | Refusal>,
): Promise<Performed> {
  return untilDone(async (): Promise<Performed | null> => {
    const repeated = await findRepeated(requests, command);
    if (repeated) return repeated;
    const request = await find();
    if (request === null) {
      const [what, field] =
        command.offer === null ? ['request', 'requestId'] : ['offer', 'offerId'];
      return refused(refuse('NOT_FOUND', `There is no such ${what}.`, [field]));
    }
    // It may have been carried out between the two queries.
    const carriedOut = repeatedIn(request, command);
    if (carriedOut) return carriedOut;
    const changed = await step(request);
    if (isRefusal(changed)) return refused(changed);
    const commands = [...changed.commands, { ...command, refusals: [] }];
    const stored = await requests.replace({ ...changed, commands });
    return stored && { kind: 'done', request: stored };
  });
}
