import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordToOcds } from '../../../subgraphs/procurement/records/export/ocds.js';
import type { KeptRecord } from '../../../subgraphs/procurement/records/kept-record.js';
import { lookAtOcds } from './ocds-tools.js';
import { keptRecord, lot, need, openedRecord } from './sample-record.js';

describe('records in the hands of OCDS tools', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ocds-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  const write = (record: Partial<KeptRecord>, index: number): string => {
    const file = join(folder, `${String(index)}.json`);
    writeFileSync(file, recordToOcds(openedRecord(record)));
    return file;
  };

  it('are without a fault, and merge so that a withdrawn lot stays', () => {
    const first = keptRecord({ estimatedValue: { amount: '120500.50', currency: 'EUR' } });
    const procurement = { ...first.procurement, continues: first.id };
    const second: Partial<KeptRecord> = {
      ...{ id: '5f0c2a56-5f0e-4b6c-9a39-0d5f2f7a4a12', at: '2027-05-03T09:00:00.500Z' },
      ...{ title: 'Siivous', organisationName: 'Porin kaupunki' },
      procurement: { ...procurement, withdrawnLots: [lot({ id: '2' })] },
      need: need({ lots: [lot()], reserved: 'RES_PUB_SER' }),
    };

    const findings = lookAtOcds([second, first].map(write));

    if (findings === null) return;
    expect(findings.faults).toEqual([{}, {}]);
    // The tools have looked: spoilt packages were told of.
    expect(findings.unseen).toEqual([]);
    expect(findings.merged).toMatchObject({
      date: second.at,
      tender: {
        title: 'Siivous',
        lots: [
          { id: '1', status: 'planning' },
          { id: '2', status: 'cancelled' },
        ],
      },
    });
  });

  it('merge so that nothing stays of what a later one has no more', () => {
    const estimatedValue = { amount: '100000.00', currency: 'EUR' } as const;
    const first = keptRecord({ estimatedValue, need: need({ reserved: 'RES_WS' }) });
    const second: Partial<KeptRecord> = {
      ...{ id: '5f0c2a56-5f0e-4b6c-9a39-0d5f2f7a4a12', at: '2027-05-03T09:00:00.500Z' },
      ...{ title: null, estimatedValue: null, need: need({ reserved: null }) },
      procurement: { ...first.procurement, continues: first.id },
    };

    const findings = lookAtOcds([first, second].map(write));

    if (findings === null) return;
    expect(findings.faults).toEqual([{}, {}]);
    const { title, value, lots } = findings.merged.tender;
    expect({ title, value }).toEqual({ title: undefined, value: {} });
    expect(lots.map(({ otherRequirements }) => otherRequirements)).toEqual([{}, {}]);
  });
});
