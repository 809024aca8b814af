import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { recordToCsv } from '../../../subgraphs/procurement/records/export/csv.js';
import { keptRecord, openedRecord } from './sample-record.js';

const HEADER =
  'record,hash,searched_at,organisation,organisation_name,title,complete,lot,cpv,municipality,minutes_per_day,demand_minutes,covered_minutes,strict_minutes,cooperative,name,business_id,eligible,reasons,warnings,services,capacity,verified';

const rowsOf = (csv: string) =>
  parse<Record<string, string>>(csv, { columns: true, record_delimiter: '\r\n' });

describe('a record as comma-separated values', () => {
  it('has the same header for every record', () => {
    const nobody = { ...keptRecord().result, suppliers: [] };

    expect(recordToCsv(openedRecord()).split('\r\n')[0]).toBe(HEADER);
    expect(recordToCsv(openedRecord({ result: nobody }))).toBe(`${HEADER}\r\n`);
  });

  it('has a line for each lot and cooperative', () => {
    const rows = rowsOf(recordToCsv(openedRecord()));

    expect(rows.map(({ lot, cooperative }) => [lot, cooperative])).toEqual(
      ['1', '2'].flatMap((lot) => ['pappila', 'qvist', 'ranta'].map((id) => [lot, id])),
    );
    expect(rows[1]).toMatchObject({
      ...{ lot: '1', demand_minutes: '1800', covered_minutes: '1740', strict_minutes: '1620' },
      ...{ name: 'Kooperativet Qvist', eligible: 'yes', reasons: '', complete: 'no' },
      warnings: 'EVIDENCE_EXPIRES_IN_PERIOD validTo=2027-06-22',
      ...{ services: 'qvist:siivous EXACT', capacity: 'not answered' },
    });
    expect(rows[5]).toMatchObject({
      ...{ lot: '2', eligible: 'no', reasons: 'SHARE_BELOW_30 share=0.20' },
      ...{ services: '', capacity: 'not asked' },
    });
  });

  it('runs nothing in a spreadsheet, and keeps what is quoted', () => {
    const { result } = keptRecord();
    const [first, ...others] = result.suppliers.map((each) => ({ ...each, name: '+358' }));
    const suppliers = [{ ...first, name: 'Töm, "Väli"\nOy' }, ...others] as typeof others;
    const [row, other] = rowsOf(
      recordToCsv(
        openedRecord({
          title: '=HYPERLINK("https://x.example")',
          result: { ...result, suppliers },
        }),
      ),
    );

    expect(row).toMatchObject({
      title: '\'=HYPERLINK("https://x.example")',
      name: 'Töm, "Väli"\nOy',
    });
    expect(other).toMatchObject({ name: "'+358" });
  });

  it.each(['=1', '+1', '-1', '@x', '\t=1', '\r=1', '＝1'])(
    'makes the cell %j harmless',
    (title) => {
      expect(rowsOf(recordToCsv(openedRecord({ title })))[0]?.['title']).toBe(`'${title}`);
    },
  );
});
