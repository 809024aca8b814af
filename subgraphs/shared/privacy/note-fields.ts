import { defaultFieldResolver, type GraphQLFieldResolver } from 'graphql';
import type { AuditAct } from './audit-records.js';
import type { AuditContext } from './audit-page.js';

/** What of one field of the SDL goes into the audit log. */
export interface Noted {
  readonly act: AuditAct;
  /** Of a personal field its own name; of a command those that its arguments write. */
  readonly fieldsOf: (args: unknown) => readonly string[];
  /** Ids of the records concerned, of the field's answer, which is not null; empty where there is nothing to note. */
  readonly recordsOf: (
    answer: unknown,
    parent: unknown,
    args: unknown,
    context: unknown,
  ) => readonly string[];
}

/** Personal fields of a type, and commands, by their names in the SDL. */
export type NotedFields = Readonly<Record<string, Readonly<Record<string, Noted>>>>;

/**
 * A field that is personal: noted when it is read, and not null.
 * @param recordOf - Of the field's parent and the context, the id of whom or what; null where it may be read by everybody.
 */
export function reading(
  field: string,
  recordOf: (parent: never, context: never) => string | null,
): Noted {
  const find = recordOf as (parent: unknown, context: unknown) => string | null;
  return {
    act: 'READ',
    fieldsOf: () => [field],
    recordsOf: (_answer, parent, _args, context) => {
      const record = find(parent, context);
      return record === null ? [] : [record];
    },
  };
}

/**
 * A command that writes personal fields.
 * @param fieldsOf - Which, of its arguments.
 * @param recordsOf - Of payload and arguments, ids of what it has written; empty where it was refused.
 */
export function changing(
  fieldsOf: (args: never) => readonly string[],
  recordsOf: (payload: never, args: never) => readonly string[],
): Noted {
  const find = recordsOf as (payload: unknown, args: unknown) => readonly string[];
  return {
    act: 'CHANGED',
    fieldsOf: fieldsOf as Noted['fieldsOf'],
    recordsOf: (answer, _parent, args) => find(answer, args),
  };
}

type FieldResolver = GraphQLFieldResolver<unknown, AuditContext>;
type TypeResolvers = Readonly<Record<string, unknown>>;

/** The same resolvers, which note in the audit log what is asked of these fields. A change is in the log before it is answered. */
export function noteFields<Resolvers extends object>(
  resolvers: Resolvers,
  noted: NotedFields,
): Resolvers {
  const types = resolvers as Readonly<Record<string, TypeResolvers | undefined>>;
  const wrapped = Object.entries(noted).map(([type, fields]): [string, TypeResolvers] => {
    const before = types[type] ?? {};
    const after = Object.entries(fields).map(([field, note]): [string, FieldResolver] => [
      field,
      noting((before[field] as FieldResolver | undefined) ?? defaultFieldResolver, note),
    ]);
    return [type, { ...before, ...Object.fromEntries(after) }];
  });
  return { ...resolvers, ...Object.fromEntries(wrapped) };
}

function noting(resolve: FieldResolver, { act, fieldsOf, recordsOf }: Noted): FieldResolver {
  return async (parent, args, context, info) => {
    const answer: unknown = await resolve(parent, args, context, info);
    if (answer == null) return answer;
    const { audit, asker } = context;
    const records = recordsOf(answer, parent, args, context);
    const fields = fieldsOf(args);
    for (const record of records) audit.note(asker, act, record, fields);
    if (act !== 'READ' && records.length > 0) await audit.flush();
    return answer;
  };
}
