import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { projectPath } from '../../../schema/sdl.js';

const Release = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/);
const PackageFile = z.object({ version: Release });

/** The release that this is, such as `0.2.0`. */
export const RELEASE = PackageFile.parse(
  JSON.parse(readFileSync(projectPath('package.json'), 'utf8')),
).version;

/** What was written by a release that this one may not know: it could misread it, or drop what it does not see. */
class NewerData extends Error {}

/**
 * Whether data were written by this release, by an older one or before releases were noted.
 * @param what - Names the data, such as `The database "karhu"`.
 * @param writtenBy - As it was found; undefined where nothing was.
 * @throws NewerData when a later release wrote them; Error when what was found is no release.
 */
export function checkRelease(what: string, writtenBy: unknown): 'this' | 'older' {
  if (writtenBy === undefined) return 'older';
  const release = Release.safeParse(writtenBy).data;
  if (release === undefined) {
    throw new Error(`${what} does not say which release wrote it: wanted one such as ${RELEASE}.`);
  }
  const order = compare(release, RELEASE);
  if (order <= 0) return order === 0 ? 'this' : 'older';
  throw new NewerData(
    `${what} was written by release ${release}, which is newer than this one, ${RELEASE}: start release ${release} or a later one.`,
  );
}

function compare(left: string, right: string): number {
  const others = right.split('.').map(Number);
  const differences = left.split('.').map((part, index) => Number(part) - (others[index] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
