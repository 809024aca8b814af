import { readFileSync } from 'node:fs';
import { projectPath } from '../../schema/sdl.js';

/** A file of this folder that becomes part of a page. */
export function readPagePart(name: string): string {
  return readFileSync(projectPath('gateway', 'pages', name), 'utf8');
}
