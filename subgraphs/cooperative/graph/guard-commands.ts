import type { CooperativeContext } from './context.js';
import type { MutationResolvers } from './resolvers.generated.js';

interface CommandArguments {
  readonly input: { readonly id?: unknown; readonly dryRun?: unknown };
}

type Command = (
  root: unknown,
  args: unknown,
  context: CooperativeContext,
  info: unknown,
) => unknown;

/**
 * The same commands, each of which is carried out once the table of access allows it to whoever asks. One that is only tried out is not
 * begun where nobody waits for it any more.
 */
export function guardCommands<Commands extends MutationResolvers>(commands: Commands): Commands {
  const guarded = Object.entries(commands as Record<string, Command>).map(
    ([name, command]): [string, Command] => [
      name,
      async (root, args, context, info) => {
        const { input } = args as CommandArguments;
        const isOwn = context.access.isAbout(input.id);
        await context.access.checkCommand(`Mutation.${name}`, { isOwn });
        if (input.dryRun === true) context.signal.throwIfAborted();
        return command(root, args, context, info);
      },
    ],
  );
  return Object.fromEntries(guarded) as unknown as Commands;
}
