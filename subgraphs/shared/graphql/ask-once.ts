import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import { Turns } from '../turns/turns.js';
import type { Waited } from './answer-who-waits.js';

/** What one request has asked, by field and arguments. */
class Asked {
  readonly #answers = new Map<string, Promise<unknown>>();
  readonly #turns: Turns;

  constructor({ signal }: Waited) {
    this.#turns = new Turns(signal);
  }

  once(question: string, answer: () => unknown): Promise<unknown> {
    const known = this.#answers.get(question);
    if (known) return known;
    const asked = this.#turns.passInLine().then(answer);
    this.#answers.set(question, asked);
    return asked;
  }
}

/**
 * Has a request's root fields that ask the same, under whatever names, be answered once. Others have their turn between two that
 * take long, and those that nobody waits for any more are not begun. Fields of federation itself are left alone.
 * @param schema - Changed, and returned.
 */
export function askOnce(schema: GraphQLSchema): GraphQLSchema {
  const askedBy = new WeakMap<Waited, Asked>();
  const askedIn = (context: Waited): Asked => {
    const asked = askedBy.get(context) ?? new Asked(context);
    askedBy.set(context, asked);
    return asked;
  };
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const { name, resolve } = field;
    if (!resolve || name.startsWith('_')) continue;
    const once: GraphQLFieldResolver<unknown, Waited> = (source, args, context, info) =>
      askedIn(context).once(`${name} ${JSON.stringify(args)}`, () =>
        resolve(source, args, context, info),
      );
    field.resolve = once;
  }
  return schema;
}
