import { z } from 'zod';

/** Whether a command line asks how the command is called. */
function asksForHelp(args: readonly string[]): boolean {
  return args.includes('--help') || args.includes('-h');
}

/**
 * For `--help`: prints how a command is called, and ends the process.
 * @param usage - Begins with `Usage:`.
 */
export function answerHelp(args: readonly string[], usage: string): void {
  if (!asksForHelp(args)) return;
  process.stdout.write(`${usage}\n`);
  process.exit(0);
}

/** For a process that has settings alone: answers `--help`, and ends with exit code 1 where it is given anything else. */
export function takeNoArguments(args: readonly string[], usage: string): void {
  answerHelp(args, usage);
  if (args.length === 0) return;
  process.stderr.write(`Wanted no arguments, got ${args.join(' ')}.\n${usage}\n`);
  process.exit(1);
}

/**
 * How a process is called that is told all by its environment.
 * @param call - Such as `npm run booking`.
 * @param does - One sentence.
 */
export function usageOf(call: string, does: string, settings: z.ZodObject): string {
  const { properties = {} } = z.toJSONSchema(settings, { io: 'input', unrepresentable: 'any' });
  const lines = Object.entries(properties).map(([name, property]) => {
    const { description = '', default: standard } = typeof property === 'boolean' ? {} : property;
    const shown = typeof standard === 'string' ? standard : JSON.stringify(standard);
    const otherwise = standard === undefined ? '' : ` (${shown})`;
    return `  ${name.padEnd(22)} ${description}${otherwise}`;
  });
  return [`Usage: ${call}`, does, 'Settings, from the environment:', ...lines].join('\n');
}
