import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readTextFile } from '../../shared/process/read-text-file.js';
import { parseCpvCsv, parseMunicipalityCsv } from '../../shared/lists/parse-list.js';
import { findListFiles } from '../../shared/lists/reference-lists.js';
import type { ListName, ListRecord } from './records.js';

/** A list as it was read from a file, ready to be stored. */
export type ImportedList = Omit<ListRecord, 'sequence'>;

function toList(name: ListName, content: Pick<ListRecord, 'cpv' | 'municipalities'>): ImportedList {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { _id: name, digest, ...content };
}

/** Reads a CPV list. @throws Error naming the line at fault. */
export function readCpvFile(file: string): ImportedList[] {
  const cpv = parseCpvCsv(readTextFile(file, 'a list as CSV'), file);
  return [toList('cpv', { cpv, municipalities: [] })];
}

/** Reads a list of municipalities: one list for each country that it has. @throws Error naming the line at fault. */
export function readMunicipalityFile(file: string): ImportedList[] {
  const rows = parseMunicipalityCsv(readTextFile(file, 'a list as CSV'), file);
  const ofCountry = (country: string) => rows.filter((row) => row.country === country);
  return [
    toList('municipalities_fi', { cpv: [], municipalities: ofCountry('FI') }),
    toList('municipalities_se', { cpv: [], municipalities: ofCountry('SE') }),
  ].filter(({ municipalities }) => municipalities.length > 0);
}

/**
 * Reads the lists of a folder, those that are there: `cpv.csv`, `municipalities_fi.csv`, `municipalities_se.csv`.
 * @throws Error naming file and line at fault, or the folder that has none of them.
 */
export function readListFolder(listsDir: string): ImportedList[] {
  return findListFiles(listsDir).flatMap((name) => {
    const file = join(listsDir, name);
    return name === 'cpv.csv' ? readCpvFile(file) : readMunicipalityFile(file);
  });
}
