import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '../../../schema/sdl.js';
import { recordToOcds } from '../../../subgraphs/procurement/records/export/ocds.js';
import type { KeptRecord } from '../../../subgraphs/procurement/records/kept-record.js';
import { keptRecord, lot, need, openedRecord } from './sample-record.js';

const SCRIPT = projectPath('test', 'procurement', 'records', 'check_ocds.py');

/** What check_ocds.py prints. */
interface Findings {
  readonly faults: readonly object[];
  readonly unseen: readonly string[];
  readonly merged: {
    date: string;
    tender: { title: string; lots: { id: string; status: string }[] };
  };
}

describe('records in the hands of OCDS tools', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ocds-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  /** Null, and said so, where the tools or the standard are not to be had; OCDS_MIRROR may name a folder with the latter. */
  function look(records: readonly Partial<KeptRecord>[]): Findings | null {
    const files = records.map((record, index) => {
      const file = join(folder, `${String(index)}.json`);
      writeFileSync(file, recordToOcds(openedRecord(record)));
      return file;
    });
    const mirror = process.env['OCDS_MIRROR'];
    const python = process.env['OCDS_PYTHON'] ?? 'python3';
    const options = mirror === undefined ? [] : ['--mirror', mirror];
    const ran = spawnSync(python, [SCRIPT, ...files, ...options], { encoding: 'utf8' });
    if (ran.error !== undefined || ran.stdout.startsWith('skipped')) {
      const why = ran.error === undefined ? ran.stdout.trim() : 'there is no Python';
      process.stderr.write(`The OCDS tools are not asked: ${why}.\n`);
      return null;
    }
    if (ran.status !== 0) throw new Error(ran.stderr);
    return JSON.parse(ran.stdout) as Findings;
  }

  it('are without a fault, and merge so that a withdrawn lot stays', () => {
    const first = keptRecord({ estimatedValue: { amount: '120500.50', currency: 'EUR' } });
    const procurement = { ...first.procurement, continues: first.id };
    const second: Partial<KeptRecord> = {
      ...{ id: '5f0c2a56-5f0e-4b6c-9a39-0d5f2f7a4a12', at: '2027-05-03T09:00:00.500Z' },
      ...{ title: 'Siivous', organisationName: 'Porin kaupunki' },
      procurement: { ...procurement, withdrawnLots: [lot({ id: '2' })] },
      need: need({ lots: [lot()], reserved: 'RES_PUB_SER' }),
    };

    const findings = look([second, first]);

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
});
