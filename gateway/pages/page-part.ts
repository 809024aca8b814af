import { readFileSync } from 'node:fs';
import { projectPath } from '../../schema/sdl.js';

/** A file of this folder that becomes part of a page. */
export function readPagePart(name: string): string {
  return readFileSync(projectPath('gateway', 'pages', name), 'utf8');
}

/** As the content of an element, or of an attribute in quotes. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
