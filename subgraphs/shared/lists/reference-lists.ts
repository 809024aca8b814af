import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectPath } from '../../../schema/sdl.js';
import type { CpvListEntry } from '../words/cpv.js';
import { dropEmpty } from '../words/localized.js';
import type { MunicipalityEntry } from '../words/municipality.js';
import { readTextFile } from '../process/read-text-file.js';
import { CpvCodes } from './cpv-codes.js';
import { parseCpvCsv, parseMunicipalityCsv } from './parse-list.js';

/** The official lists that a process knows: what ships with the project, and whole lists loaded over it. */
export interface ReferenceLists {
  /** All official codes. */
  readonly cpvCodes: CpvCodes;
  /** Those of which more is known than the number: what is labelled here, and all of a loaded list. */
  readonly cpvByCode: ReadonlyMap<string, CpvListEntry>;
  readonly municipalityByCode: ReadonlyMap<string, MunicipalityEntry>;
}

function byCode<Row extends { readonly code: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.code, row]));
}

/**
 * The lists that ship with the project. Every process reads them when it starts, so they are not checked here: a test holds them
 * against the check of lists that are loaded.
 */
export function loadBuiltInLists(): ReferenceLists {
  const read = (name: string): string =>
    readFileSync(projectPath('subgraphs', 'shared', 'lists', name), 'utf8');
  const cpvCodes = new CpvCodes(read('cpv_codes.txt'));
  return {
    cpvCodes,
    cpvByCode: byCode(readLabels(read('cpv_labels.txt'), cpvCodes)),
    municipalityByCode: byCode([
      ...readMunicipalities('FI', read('municipalities_fi.csv')),
      ...readMunicipalities('SE', read('municipalities_se.csv')),
    ]),
  };
}

/** @param text - Lines `code | Finnish | Swedish | English`. */
function readLabels(text: string, codes: CpvCodes): CpvListEntry[] {
  const lines = text.trimEnd().split('\n');
  return lines.map((line) => {
    const [code = '', fi, sv, en] = line.split(' | ');
    return { code, checkDigit: codes.checkDigitOf(code), label: dropEmpty({ fi, sv, en }) };
  });
}

/** @param csv - Lines `code,name_fi,name_sv,lat,lon`, the first naming these columns; nothing is quoted. */
function readMunicipalities(country: string, csv: string): MunicipalityEntry[] {
  const lines = csv.trimEnd().split('\n').slice(1);
  return lines.map((line) => {
    const [code = '', fi, sv, latitude, longitude] = line.split(',');
    return {
      code: `${country}-${code}`,
      country,
      name: dropEmpty({ fi, sv }),
      latitude: Number(latitude),
      longitude: Number(longitude),
    };
  });
}

/**
 * The built-in lists with the CSV files of a folder laid over them: `cpv.csv`, `municipalities_fi.csv`,
 * `municipalities_se.csv`, each optional.
 * @throws Error naming file and line of the first fault.
 */
export function loadReferenceLists(listsDir: string | undefined): ReferenceLists {
  const lists = loadBuiltInLists();
  if (listsDir === undefined) return lists;
  const files = findListFiles(listsDir);
  const read = (name: ListFile): string =>
    readTextFile(join(listsDir, name), 'an official list as CSV');
  const municipalities = files.flatMap((name) =>
    name === 'cpv.csv' ? [] : parseMunicipalityCsv(read(name), join(listsDir, name)),
  );
  const cpv = files.flatMap((name) =>
    name === 'cpv.csv' ? parseCpvCsv(read(name), join(listsDir, name)) : [],
  );
  return overlayLists(lists, cpv, municipalities);
}

/** What a network adds to the trades, beside its official lists. */
export const TRADES_FILE = 'trades.txt';

const LIST_FILES = ['cpv.csv', 'municipalities_fi.csv', 'municipalities_se.csv'] as const;
type ListFile = (typeof LIST_FILES)[number];

/**
 * The files of official lists in a folder, in the order in which they are laid over each other.
 * @throws Error when it is no folder, or has none of them and no trades either.
 */
export function findListFiles(listsDir: string): ListFile[] {
  const wanted = `wanted a folder with ${LIST_FILES.join(', ')} or ${TRADES_FILE}`;
  if (statSync(listsDir, { throwIfNoEntry: false })?.isDirectory() !== true) {
    throw new Error(`LISTS_DIR: ${wanted}, found no folder ${resolve(listsDir)}.`);
  }
  const files = LIST_FILES.filter((name) => existsSync(join(listsDir, name)));
  if (files.length === 0 && !existsSync(join(listsDir, TRADES_FILE)))
    throw new Error(`LISTS_DIR: ${wanted}, found none in ${resolve(listsDir)}.`);
  return files;
}

/** Lists with further rows laid over them; a row replaces the one with its code. */
export function overlayLists(
  lists: ReferenceLists,
  cpv: readonly CpvListEntry[],
  municipalities: readonly MunicipalityEntry[],
): ReferenceLists {
  return {
    ...lists,
    cpvByCode: new Map([...lists.cpvByCode, ...byCode(cpv)]),
    municipalityByCode: new Map([...lists.municipalityByCode, ...byCode(municipalities)]),
  };
}
