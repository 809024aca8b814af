import { mkdirSync, writeFileSync } from 'node:fs';
import { projectPath } from '../../../schema/sdl.js';

/** Node finds a package of this name here first for whatever lies in `dist`. */
const FOLDER = projectPath('dist', 'node_modules', '@jest', 'globals');

/**
 * Gives compiled suites `./globals.js` for `@jest/globals`, a package that cannot be loaded outside of Jest's own module loader. Hooks
 * of Node's own loader could too, in a thread that takes a worker a second to start.
 */
export function giveGlobals(): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/package.json`, '{ "type": "module", "exports": "./index.js" }');
  writeFileSync(`${FOLDER}/index.js`, "export * from '../../../test/support/jest/globals.js';");
}
