import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { projectPath } from '../../schema/sdl.js';
import { codeWords, readme, sectionOf, tableRows } from './readme.js';

/** Licences that ask for no more than that they be kept with the text. */
const PERMISSIVE = [
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0'],
  ...['ISC', 'MIT', 'MIT-0', 'PSF-2.0', 'Python-2.0', 'Unlicense'],
];

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
}

const { packages } = JSON.parse(readFileSync(projectPath('package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
const locked = Object.entries(packages).filter(([path, { link }]) => path !== '' && !link);

/** What an installed package says of itself; null for those of other platforms. */
function licenceOf(path: string): { name: string; licence: string } | null {
  const file = projectPath(path, 'package.json');
  if (!existsSync(file)) return null;
  const { name, license } = JSON.parse(readFileSync(file, 'utf8')) as {
    name: string;
    license?: string | { type: string };
  };
  return { name, licence: typeof license === 'object' ? license.type : (license ?? 'none') };
}

/** Whether all that the licence is made of is permissive, or one of several to choose from. */
function isPermissive(licence: string): boolean {
  const words = licence.split(/[() ]+/).filter((word) => word !== '' && word !== 'AND');
  if (!words.includes('OR')) return words.every((word) => PERMISSIVE.includes(word));
  return words.some((word) => PERMISSIVE.includes(word));
}

describe('the licences of all installed packages', () => {
  it('are named in the README unless they are permissive, each with its packages, and no others', () => {
    const found = new Map<string, Set<string>>();
    for (const [path] of locked) {
      const installed = licenceOf(path);
      if (!installed || isPermissive(installed.licence)) continue;
      const names = found.get(installed.licence) ?? new Set();
      found.set(installed.licence, names.add(installed.name));
    }
    const wanted = Object.fromEntries(
      [...found].map(([licence, names]) => [licence, [...names].sort()]),
    );

    const rows = tableRows(sectionOf(readme(), 'Licence'));
    const told = Object.fromEntries(
      rows.map(([licence = '', names = '']) => [
        licence.replaceAll('`', ''),
        codeWords(names).sort(),
      ]),
    );

    expect(told).toEqual(wanted);
  });
});

describe('each package of the lock file', () => {
  it('is known by its content: a registry cannot put another in its place', () => {
    const without = locked.filter(
      ([, { integrity }]) => !/^sha512-\S{86}==$/.test(integrity ?? ''),
    );

    expect(without.map(([path, { version }]) => `${path}@${version ?? ''}`)).toEqual([]);
  });

  it('is taken from whatever registry is set, of which no address is written down', () => {
    expect(locked.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });
});
