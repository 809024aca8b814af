import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { recordToCsv } from '../../../subgraphs/procurement/records/export/csv.js';
import { keptRecord, NAMES, openedRecord } from './sample-record.js';

const HEADER =
  'record,hash,searched_at,organisation,organisation_name,title,complete,lot,cpv,municipality,minutes_per_day,demand_minutes,covered_minutes,strict_minutes,cooperative,name,business_id,eligible,reasons,warnings,services,capacity,verified,period_from,period_to,weekdays,working_days,past_days,shortfall_days,shortfall,joint_demand_minutes,joint_covered_minutes,joint_strict_minutes,joint_shortfall_days,proposals,why,notice';

const rowsOf = (csv: string) =>
  parse<Record<string, string>>(csv, { columns: true, record_delimiter: '\r\n' });

describe('a record as comma-separated values', () => {
  it('has the same header for every record', () => {
    const nobody = { ...keptRecord().result, suppliers: [] };

    expect(recordToCsv(openedRecord(), NAMES).split('\r\n')[0]).toBe(HEADER);
    expect(recordToCsv(openedRecord({ result: nobody }), NAMES)).toBe(`${HEADER}\r\n`);
  });

  it('has a line for each lot and cooperative', () => {
    const rows = rowsOf(recordToCsv(openedRecord(), NAMES));

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

  it('tells the need, what all can deliver together, on which days too little, by whom, and why', () => {
    const { result } = keptRecord();
    const [first, ...others] = result.lots;
    const shortfall = [21, 22, 24].map((day) => ({ date: `2027-06-${day}`, minutes: 10 }));
    const lots = [{ ...first, shortfall }, ...others] as typeof others;
    const rows = rowsOf(recordToCsv(openedRecord({ result: { ...result, lots } }), NAMES));

    expect(rows[1]).toMatchObject({
      ...{ period_from: '2027-06-21', period_to: '2027-06-25', weekdays: 'MO TU WE TH FR' },
      ...{ working_days: '5', past_days: '0', shortfall_days: '3' },
      shortfall: '2027-06-21/2027-06-22; 2027-06-24',
      joint_demand_minutes: String(result.joint.demandMinutes),
      joint_covered_minutes: String(result.joint.coveredMinutes),
      joint_strict_minutes: String(result.joint.strictMinutes),
      joint_shortfall_days: String(result.joint.shortfall.length),
      ...{ why: 'EVIDENCE_EXPIRES_IN_PERIOD 2027-06-22', notice: NAMES.notice },
    });
    expect(rows.slice(0, 3).map(({ proposals }) => proposals)).toEqual([
      '1 lead minutes=0',
      '1 minutes=900',
      '',
    ]);
  });

  it('opens in the Excel of Finland and Sweden, and reads the same', () => {
    const csv = recordToCsv(openedRecord(), NAMES, true);
    const options = { columns: true, record_delimiter: '\r\n', delimiter: ';', bom: true } as const;

    expect(csv.startsWith('\uFEFFrecord;hash;')).toBe(true);
    expect(parse(csv, options)).toEqual(rowsOf(recordToCsv(openedRecord(), NAMES)));
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
        NAMES,
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
      expect(rowsOf(recordToCsv(openedRecord({ title }), NAMES))[0]?.['title']).toBe(`'${title}`);
    },
  );
});
