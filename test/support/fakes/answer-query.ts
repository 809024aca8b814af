import {
  execute,
  parse,
  validate,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
} from 'graphql';

type Judged = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

/** By schema and text: to judge a text takes longer than to answer it. */
const judgedBySchema = new WeakMap<GraphQLSchema, Map<string, Judged>>();

function judge(schema: GraphQLSchema, text: string): Judged {
  try {
    const document = parse(text);
    const errors = validate(schema, document);
    return errors.length > 0 ? { errors } : { document };
  } catch (error) {
    return { errors: [error as GraphQLError] };
  }
}

/** A text that is judged once: its document, or what is wrong with it. */
export function judgedBy(schema: GraphQLSchema, text: string): Judged {
  const known = judgedBySchema.get(schema) ?? new Map<string, Judged>();
  judgedBySchema.set(schema, known);
  const judged = known.get(text) ?? judge(schema, text);
  known.set(text, judged);
  return judged;
}

/** As `graphql` answers, but each text is parsed and judged once. */
export async function answerQuery(
  text: string,
  args: Omit<ExecutionArgs, 'document'>,
): Promise<ExecutionResult> {
  const judged = judgedBy(args.schema, text);
  return 'errors' in judged ? judged : execute({ ...args, document: judged.document });
}
