import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCpvCsv, parseMunicipalityCsv } from '../shared/reference-lists.js';
import type { ListName, ListRecord } from './model.js';

/** A list as it was read from a file, ready to be stored. */
export type ImportedList = Omit<ListRecord, 'sequence'>;

function toList(name: ListName, content: Pick<ListRecord, 'cpv' | 'municipalities'>): ImportedList {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { _id: name, digest, ...content };
}

/** Reads a CPV list. @throws Error naming the line at fault. */
export function readCpvFile(file: string): ImportedList[] {
  const cpv = parseCpvCsv(readFileSync(file, 'utf8'), file);
  return [toList('cpv', { cpv, municipalities: [] })];
}

/** Reads a list of municipalities: one list for each country that it has. @throws Error naming the line at fault. */
export function readMunicipalityFile(file: string): ImportedList[] {
  const rows = parseMunicipalityCsv(readFileSync(file, 'utf8'), file);
  const ofCountry = (country: string) => rows.filter((row) => row.country === country);
  return [
    toList('municipalities_fi', { cpv: [], municipalities: ofCountry('FI') }),
    toList('municipalities_se', { cpv: [], municipalities: ofCountry('SE') }),
  ].filter(({ municipalities }) => municipalities.length > 0);
}

/**
 * Reads the lists of a folder, those that are there: `cpv.csv`, `municipalities_fi.csv`, `municipalities_se.csv`.
 * @throws Error naming file and line at fault.
 */
export function readListFolder(listsDir: string): ImportedList[] {
  const read = (name: string, readFile: (file: string) => ImportedList[]): ImportedList[] => {
    const file = join(listsDir, name);
    return existsSync(file) ? readFile(file) : [];
  };
  return [
    ...read('cpv.csv', readCpvFile),
    ...read('municipalities_fi.csv', readMunicipalityFile),
    ...read('municipalities_se.csv', readMunicipalityFile),
  ];
}
