import type { CooperativeContext } from './context.js';
import type { MutationResolvers } from './resolvers.generated.js';

type Command = (
  root: unknown,
  args: unknown,
  context: CooperativeContext,
  info: unknown,
) => unknown;

/** The same commands, each of which is carried out once the table of access allows it to whoever asks. */
export function guardCommands<Commands extends MutationResolvers>(commands: Commands): Commands {
  const guarded = Object.entries(commands as Record<string, Command>).map(
    ([name, command]): [string, Command] => [
      name,
      async (root, args, context, info) => {
        const { input } = args as { readonly input: { readonly id?: unknown } };
        const isOwn = context.access.isAbout(input.id);
        await context.access.checkCommand(`Mutation.${name}`, { isOwn });
        return command(root, args, context, info);
      },
    ],
  );
  return Object.fromEntries(guarded) as unknown as Commands;
}
