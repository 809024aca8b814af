import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { WORDS as BOOKING_WORDS } from '../../../subgraphs/booking/words/tell.js';
import { WORDS as PROCUREMENT_WORDS } from '../../../subgraphs/procurement/words/tell.js';
import { SHARED_WORDS } from '../../../subgraphs/shared/words/said/shared-words.js';
import type { Translations } from '../../../subgraphs/shared/words/said/tell.js';

/** All that the sources in a folder say by `say`. */
function templatesIn(folder: string): Set<string> {
  const templates = new Set<string>();
  const look = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'say') {
      templates.add(templateOf(node.template));
    }
    ts.forEachChild(node, look);
  };
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || name.endsWith('.generated.ts')) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    if (text.includes('say`')) look(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true));
  }
  return templates;
}

/** As `say` makes it. */
function templateOf(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  const { head, templateSpans } = template;
  return templateSpans.reduce(
    (text, { literal }, index) => `${text}{${index}}${literal.text}`,
    head.text,
  );
}

const hasWords = (template: string): boolean => /\p{L}/u.test(template.replaceAll(/\{\d+\}/g, ''));
const placesOf = (text: string): string[] => [...text.matchAll(/\{\d+\}/g)].map(([place]) => place);

const shared = templatesIn('subgraphs/shared');
const SUBGRAPHS: readonly [string, Translations][] = [
  ['booking', BOOKING_WORDS],
  ['procurement', PROCUREMENT_WORDS],
];

describe.each(SUBGRAPHS)('what %s says', (name, words) => {
  const own = templatesIn(`subgraphs/${name}`);

  it('has a translation in every language', () => {
    const said = [...own, ...shared].filter(hasWords);
    expect(said.length).toBeGreaterThan(50);
    expect(said.filter((template) => !Object.hasOwn(words, template))).toEqual([]);
  });

  it('is all that is translated', () => {
    const ofOthers = new Set(
      SUBGRAPHS.flatMap(([other]) => [...templatesIn(`subgraphs/${other}`)]),
    );
    const isSaid = (template: string): boolean =>
      own.has(template) ||
      shared.has(template) ||
      (Object.hasOwn(SHARED_WORDS, template) && ofOthers.has(template));
    expect(Object.keys(words).filter((template) => !isSaid(template))).toEqual([]);
  });

  it('has the same places in every language', () => {
    for (const [template, { fi, sv }] of Object.entries(words)) {
      const places = placesOf(template).sort();
      expect([template, placesOf(fi).sort(), placesOf(sv).sort()]).toEqual([
        template,
        places,
        places,
      ]);
    }
  });
});

it('what one process says is said by `say` where it is told in another language only', () => {
  const others = ['catalogue', 'cooperative', 'local'].flatMap((name) => [
    ...templatesIn(`subgraphs/${name}`),
  ]);
  expect([...others, ...templatesIn('gateway')]).toEqual([]);
});
