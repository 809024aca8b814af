import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { CpvListEntry } from '../words/cpv.js';
import { dropEmpty, TEXT_LANGUAGES } from '../words/localized.js';
import type { MunicipalityEntry } from '../words/municipality.js';

const Texts = z.partialRecord(z.enum(TEXT_LANGUAGES), z.string().min(1));
const CpvRows = z.array(
  z.strictObject({
    code: z.string().regex(/^\d{8}$/),
    checkDigit: z.string().regex(/^\d$/).nullable(),
    label: Texts,
  }),
);
const MunicipalityRows = z.array(
  z.strictObject({
    code: z.string().regex(/^(FI-\d{3}|SE-\d{4})$/),
    country: z.enum(['FI', 'SE']),
    name: Texts.refine((name) => Object.keys(name).length > 0, 'wanted a name, got none'),
    latitude: z.number().min(-90).max(90).nullable(),
    longitude: z.number().min(-180).max(180).nullable(),
  }),
);

function readCsv(csv: string, file: string, wanted: readonly string[]): Record<string, string>[] {
  let rows: Record<string, string>[];
  try {
    rows = parse(csv, { columns: true, bom: true, skip_empty_lines: true, trim: true });
  } catch (error) {
    throw new Error(`${file}: not CSV with a header row: ${(error as Error).message}`, {
      cause: error,
    });
  }
  if (rows[0] === undefined)
    throw new Error(`${file}: no rows, wanted a header row and at least one more.`);
  const missing = wanted.filter((column) => !(column in (rows[0] ?? {})));
  if (missing.length > 0)
    throw new Error(`${file}: the columns ${missing.join(', ')} are missing.`);
  return rows;
}

function checkRows<Row extends { readonly code: string }>(
  shape: z.ZodType<Row[]>,
  rows: readonly unknown[],
  file: string,
): Row[] {
  const parsed = shape.safeParse(rows);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const [index, ...path] = issue?.path ?? [];
    // The header is line 1.
    throw new Error(
      `${file}: line ${Number(index) + 2}, ${path.join('.')}: ${issue?.message ?? 'is wrong'}.`,
    );
  }
  const seen = new Set<string>();
  for (const [index, { code }] of parsed.data.entries()) {
    if (seen.has(code))
      throw new Error(`${file}: line ${index + 2}: the code ${code} is there twice.`);
    seen.add(code);
  }
  return parsed.data;
}

/**
 * Reads a CPV list. Columns `code` (8 digits), `check`, `name_fi`, `name_sv`, `name_en`; others are ignored.
 * @param file - Named in errors. @throws Error naming the line at fault.
 */
export function parseCpvCsv(csv: string, file: string): CpvListEntry[] {
  const rows = readCsv(csv, file, ['code', 'check', 'name_fi', 'name_sv', 'name_en']);
  const entries = rows.map((row) => ({
    code: row['code'],
    checkDigit: row['check'] === '' ? null : row['check'],
    label: dropEmpty({ fi: row['name_fi'], sv: row['name_sv'], en: row['name_en'] }),
  }));
  return checkRows(CpvRows, entries, file);
}

/**
 * Reads a list of municipalities. Columns `code` (3 digits: Finnish, 4 digits: Swedish), `name_fi` and/or `name_sv`, `lat`,
 * `lon`; others are ignored.
 * @param file - Named in errors. @throws Error naming the line at fault.
 */
export function parseMunicipalityCsv(csv: string, file: string): MunicipalityEntry[] {
  const rows = readCsv(csv, file, ['code', 'lat', 'lon']);
  const number = (text: string | undefined): number | null => (text ? Number(text) : null);
  const entries = rows.map((row) => {
    const country = row['code']?.length === 3 ? 'FI' : 'SE';
    // A Finnish name of a Swedish municipality would be somebody's translation, and the other way round is official.
    const name = dropEmpty({ fi: row['name_fi'], sv: row['name_sv'] });
    return {
      code: `${country}-${row['code'] ?? ''}`,
      country,
      name,
      latitude: number(row['lat']),
      longitude: number(row['lon']),
    };
  });
  return checkRows(MunicipalityRows, entries, file);
}
