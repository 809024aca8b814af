import { parseArgs } from 'node:util';

export const USAGE =
  'Usage: npm run store -- [--data DIR | --memory] [--salvage DIR] [--port N] [--at URI] [--fail-points] [--conflicts SHARE] [--seed N] [--no-sync] [--with-parent]';

/** What the store was asked to do. */
export interface StoreSettings {
  /** Null to keep nothing. */
  readonly dataDir: string | null;
  /** A new folder to write out to what is whole in the data folder, instead of serving; null to serve. */
  readonly salvageDir: string | null;
  readonly port: number | null;
  /** Where it listened before, as it said when it was ready; null to choose. */
  readonly at: string | null;
  readonly failPoints: boolean;
  readonly conflicts: number;
  readonly seed: number;
  readonly noSync: boolean;
  readonly withParent: boolean;
}

/** @throws Error saying which flag or value is wrong. */
export function parseSettings(args: readonly string[]): StoreSettings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      memory: { type: 'boolean', default: false },
      salvage: { type: 'string' },
      port: { type: 'string' },
      at: { type: 'string' },
      'fail-points': { type: 'boolean', default: false },
      conflicts: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      'no-sync': { type: 'boolean', default: false },
      'with-parent': { type: 'boolean', default: false },
    },
  });
  const { memory, data, salvage, port, at } = values;
  if (memory && data !== undefined) throw new Error('--data and --memory exclude each other.');
  if (memory && salvage !== undefined)
    throw new Error('--salvage and --memory exclude each other.');
  if (data === '') throw new Error('--data must name a folder.');
  if (salvage === '') throw new Error('--salvage must name a folder.');
  return {
    dataDir: memory ? null : (data ?? '.data'),
    salvageDir: salvage ?? null,
    port: port === undefined ? null : parseNumber('--port', port, 65_535, true),
    at: at ?? null,
    failPoints: values['fail-points'],
    conflicts: parseNumber('--conflicts', values.conflicts, 1, false),
    seed: parseNumber('--seed', values.seed, 0xffffffff, true),
    noSync: values['no-sync'],
    withParent: values['with-parent'],
  };
}

function parseNumber(flag: string, text: string, largest: number, isWhole: boolean): number {
  const number = text.trim() === '' ? NaN : Number(text);
  if (number >= 0 && number <= largest && (!isWhole || Number.isInteger(number))) return number;
  throw new Error(
    `${flag} must be a ${isWhole ? 'whole ' : ''}number from 0 to ${largest}, got "${text}".`,
  );
}
