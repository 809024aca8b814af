import { z } from 'zod';
import { invalidFeed, statusFault } from './feed-fault.js';

/** An endpoint's answer taken apart; the changes are not judged yet. */
export type FeedAnswer =
  | { readonly kind: 'changes'; readonly changes: unknown }
  /** It did not take the question. The messages come from the endpoint; one at least. */
  | { readonly kind: 'refused'; readonly messages: readonly string[] };

const Envelope = z.object({
  data: z.object({ catalogueChanges: z.unknown() }).nullish(),
  errors: z.array(z.object({ message: z.string() })).nullish(),
});

/** @throws FeedFault when it is no GraphQL answer, or one that is broken in part. */
export function readFeedAnswer(statusCode: number, text: string): FeedAnswer {
  const { data, errors } = readEnvelope(text);
  const messages = errors?.map(({ message }) => message) ?? [];
  if (!data && messages.length > 0) return { kind: 'refused', messages };
  if (statusCode !== 200) throw statusFault(statusCode);
  if (errors) throw errorsFault(messages);
  return { kind: 'changes', changes: data?.catalogueChanges };
}

/** @param messages - Of the errors that came. */
export function errorsFault(messages: readonly string[]) {
  return invalidFeed(`it has errors: ${messages[0] ?? 'none named'}`);
}

function readEnvelope(text: string): z.output<typeof Envelope> {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    throw invalidFeed('wanted JSON, got something else');
  }
  const envelope = Envelope.safeParse(answer);
  if (!envelope.success) throw invalidFeed('wanted a GraphQL answer, got other JSON');
  return envelope.data;
}
