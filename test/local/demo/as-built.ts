import { readFileSync } from 'node:fs';
import { projectPath } from '../../../schema/sdl.js';

const { scripts } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};

/**
 * Printed commands with the programs that `npm run NAME --` starts, built before all tests, so that a shell runs them in any folder.
 * @throws Error where package.json has no such script, or one that starts no program of ours.
 */
export function asBuilt(commands: string): string {
  return commands.replaceAll(/npm run (?:--silent )?(\S+) --(?= )/g, (_printed, name: string) => {
    const [, entry] = / node (dist\/\S+)$/.exec(scripts[name] ?? '') ?? [];
    if (entry === undefined) throw new Error(`Wanted a script that starts a program, got ${name}.`);
    return `'${process.execPath}' '${projectPath(entry)}'`;
  });
}
