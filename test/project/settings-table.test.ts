import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { GatewaySettings } from '../../gateway/config.js';
import { BookingSettings } from '../../subgraphs/booking/settings.js';
import { CatalogueSettings } from '../../subgraphs/catalogue/settings.js';
import { CooperativeSettings } from '../../subgraphs/cooperative/settings.js';
import { ProcurementSettings } from '../../subgraphs/procurement/settings.js';
import { codeWords, readme, sectionOf, tableRows } from './readme.js';

const SETTINGS_BY_PROCESS: Record<string, z.ZodObject> = {
  booking: BookingSettings,
  catalogue: CatalogueSettings,
  cooperative: CooperativeSettings,
  gateway: GatewaySettings,
  procurement: ProcurementSettings,
};

/** Words of the table's first column. */
const PROCESSES_BY_WORD: Record<string, readonly string[]> = {
  all: ['booking', 'catalogue', 'cooperative', 'gateway', 'procurement'],
  'all but gateway': ['booking', 'catalogue', 'cooperative', 'procurement'],
  booking: ['booking'],
  catalogue: ['catalogue'],
  'coop.': ['cooperative'],
  cooperative: ['cooperative'],
  gateway: ['gateway'],
  procurement: ['procurement'],
  // What commands are told stands in the settings of the processes whose data they work on.
  commands: ['catalogue', 'cooperative'],
};

function processesOf(cell: string): string[] {
  const words = cell in PROCESSES_BY_WORD ? [cell] : cell.split(', ');
  return words.flatMap((word) => {
    const processes = PROCESSES_BY_WORD[word];
    if (processes) return processes;
    throw new Error(
      `The table of settings names the process "${word}": wanted one of ${Object.keys(PROCESSES_BY_WORD).join(', ')}.`,
    );
  });
}

/** `PROCESS SETTING` for each setting of each process. */
function pairsOf(settings: Record<string, readonly string[]>): string[] {
  return Object.entries(settings)
    .flatMap(([process, names]) => names.map((name) => `${process} ${name}`))
    .sort();
}

describe('the README’s table of settings', () => {
  const rows = tableRows(sectionOf(readme(), 'Settings'));
  const told: Record<string, string[]> = {};
  for (const [process = '', variables = ''] of rows) {
    for (const each of processesOf(process)) (told[each] ??= []).push(...codeWords(variables));
  }
  const known = Object.fromEntries(
    Object.entries(SETTINGS_BY_PROCESS).map(([process, { shape }]) => [
      process,
      Object.keys(shape),
    ]),
  );

  it('has a row for every setting of every process: add one for each of these', () => {
    expect(pairsOf(known).filter((pair) => !pairsOf(told).includes(pair))).toEqual([]);
  });

  it('has no row for a setting that its process does not know: take these out, or correct the process', () => {
    expect(pairsOf(told).filter((pair) => !pairsOf(known).includes(pair))).toEqual([]);
  });
});
