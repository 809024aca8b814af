import { readFileSync } from 'node:fs';
import { projectPath } from '../../schema/sdl.js';

/** The README's text. */
export function readme(): string {
  return readFileSync(projectPath('README.md'), 'utf8');
}

/** A section of the README, without its heading. @throws Error when there is none. */
export function sectionOf(text: string, heading: string): string {
  const [, section] = text.split(new RegExp(`^## ${heading}$`, 'm'));
  if (section === undefined) throw new Error(`The README has no section "${heading}".`);
  return section.split(/^## /m)[0] ?? '';
}

/** The blocks of code in a text, in their order. @param language - As after the fence: `json`. */
export function codeBlocks(text: string, language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm');
  return [...text.matchAll(fence)].map(([, code]) => code ?? '');
}

/** The rows of the first table of a text, as cells; the head is not among them. */
export function tableRows(text: string): string[][] {
  const lines = text.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

/** What is written as code in a text: `PORT`, `HOST`. */
export function codeWords(text: string): string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word ?? '');
}
