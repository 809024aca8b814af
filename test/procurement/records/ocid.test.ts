import { expect, it } from '@jest/globals';
import type { ProcurementContext } from '../../../subgraphs/procurement/graph/context.js';
import { recordResolvers } from '../../../subgraphs/procurement/graph/record-resolvers.js';
import { ProcurementSettings } from '../../../subgraphs/procurement/settings.js';
import { parseConfig } from '../../../subgraphs/shared/process/config.js';
import { keptRecord, openedRecord } from './sample-record.js';

/** How a record is given that was kept with a prefix. */
function given(prefix: string, format: 'OCDS' | 'CSV', isProduction: boolean): string {
  const { procurement } = keptRecord();
  const opened = openedRecord({ procurement: { ...procurement, ocid: `${prefix}-1` } });
  const context = { isProduction } as ProcurementContext;
  return recordResolvers.SearchRecord.export({ ...opened, jws: '' }, { format }, context);
}

const USUAL = parseConfig(ProcurementSettings, {}).OCID_PREFIX;

it('what was kept with the prefix of examples is not given as OCDS in production, by a code that names the setting', () => {
  expect(() => given(USUAL, 'OCDS', true)).toThrow(
    expect.objectContaining({
      message: expect.stringMatching(/^OCID_PREFIX: wanted a prefix that the network/),
      extensions: { code: 'OCID_PREFIX_MISSING', setting: 'OCID_PREFIX' },
    }),
  );
  expect(given(USUAL, 'CSV', true)).toContain('pappila');
  expect(given('ocds-a1b2c3', 'OCDS', true)).toContain('"ocid": "ocds-a1b2c3-1"');
});

it('what is for examples is given as OCDS outside production', () => {
  expect(given(USUAL, 'OCDS', false)).toContain(`"ocid": "${USUAL}-1"`);
});
