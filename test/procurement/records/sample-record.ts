import type { NamesForPage } from '../../../subgraphs/procurement/records/export/page-context.js';
import type {
  KeptRecord,
  OpenedRecord,
} from '../../../subgraphs/procurement/records/kept-record.js';
import { canonicalJson, signContent } from '../../../subgraphs/procurement/records/seal-record.js';
import type { Lot, Need } from '../../../subgraphs/procurement/need/need.js';
import {
  makeProcessKey,
  parseProcessKey,
  publicPartOf,
  type ProcessJwk,
} from '../../../subgraphs/shared/identity/processes/process-key.js';
import type { PublicJwk } from '../../../subgraphs/shared/identity/processes/public-keys.js';

const WEEK = ['2027-06-21', '2027-06-22', '2027-06-23', '2027-06-24', '2027-06-25'];

export const lot = (given: Partial<Lot> = {}): Lot => ({
  ...{ id: '1', cpv: '90911200', minutesPerDay: 360, municipality: 'FI-609', certifications: [] },
  ...given,
});

export const need = (given: Partial<Need> = {}): Need => ({
  ...{ municipality: 'FI-609', from: '2027-06-21', to: '2027-06-25' },
  ...{ weekdays: ['MO', 'TU', 'WE', 'TH', 'FR'], excludePublicHolidays: 'FI', reserved: 'RES_WS' },
  lots: [lot(), lot({ id: '2', cpv: '77314000', minutesPerDay: 300 })],
  ...given,
});

/** Cleaning and grounds for a week in Pori: P and Q may, R may not, and Q did not answer. */
export function keptRecord(given: Partial<KeptRecord> = {}): KeptRecord {
  const id = '3f0c2a56-5f0e-4b6c-9a39-0d5f2f7a4a11';
  const shortfall = [{ date: '2027-06-24', minutes: 60 }];
  return {
    ...{ version: 1, id, at: '2027-05-03T09:00:00.000Z' },
    ...{ organisation: '0137323-9', organisationName: null, title: 'Siivous ja viheralueet' },
    procurement: { ocid: `ocds-213czf-${id}`, continues: null, withdrawnLots: [] },
    estimatedValue: null,
    need: need(),
    result: {
      ...{ workingDays: WEEK, holidaysSkipped: [] },
      suppliers: [
        supplier({ cooperative: 'pappila', name: 'Osuuskunta Pappila' }),
        supplier({
          ...{ cooperative: 'qvist', name: 'Kooperativet Qvist' },
          warnings: [
            {
              code: 'EVIDENCE_EXPIRES_IN_PERIOD',
              values: [{ name: 'validTo', value: '2027-06-22' }],
            },
          ],
        }),
        supplier({
          ...{ cooperative: 'ranta', name: 'Osuuskunta Ranta', eligible: false },
          reasons: [{ code: 'SHARE_BELOW_30', values: [{ name: 'share', value: '0.20' }] }],
        }),
      ],
      lots: [
        {
          ...{
            lot: '1',
            demandMinutes: 1800,
            coveredMinutes: 1740,
            strictMinutes: 1620,
            shortfall,
          },
          offers: [
            { cooperative: 'pappila', service: 'pappila:siivous', match: 'BROADER' },
            { cooperative: 'qvist', service: 'qvist:siivous', match: 'EXACT' },
          ],
        },
        {
          ...{ lot: '2', demandMinutes: 1500, coveredMinutes: 1500, strictMinutes: 1500 },
          shortfall: [],
          offers: [{ cooperative: 'pappila', service: 'pappila:piha', match: 'EXACT' }],
        },
      ],
      joint: { demandMinutes: 3300, coveredMinutes: 3240, strictMinutes: 2760, shortfall },
      proposals: [
        {
          ...{ cooperatives: ['pappila', 'qvist'], lead: 'pappila' },
          coverage: { demandMinutes: 3300, coveredMinutes: 3240, strictMinutes: 2760, shortfall },
          shares: [{ lot: '1', cooperative: 'qvist', minutes: 900 }],
          weakestLinks: [{ code: 'SINGLE_SUPPLIER', values: [{ name: 'lot', value: '2' }] }],
        },
      ],
      proposalsCut: false,
      complete: false,
    },
    answers: [
      {
        ...{ cooperative: 'pappila', at: '2027-05-03T09:00:00.120Z', reason: null },
        answer: {
          ...{ cooperative: 'pappila', from: '2027-06-21', budgets: [] },
          resources: [
            { id: 'pappila:x', services: ['pappila:siivous'], minutes: [480, 480, 480, 0, 480] },
          ],
        },
      },
      {
        ...{ cooperative: 'qvist', at: '2027-05-03T09:00:02.000Z', answer: null },
        reason: { code: 'NO_ANSWER', values: [] },
      },
    ],
    ...given,
  };
}

function supplier(
  given: Partial<KeptRecord['result']['suppliers'][number]>,
): KeptRecord['result']['suppliers'][number] {
  return {
    ...{ cooperative: '', name: '', businessId: '1572860-0', eligible: true },
    ...{ reasons: [], warnings: [] },
    ...given,
  };
}

/** As if it had been read from its JWS. */
export function openedRecord(given: Partial<KeptRecord> = {}): OpenedRecord {
  return {
    ...{ record: keptRecord(given), hash: 'ab'.repeat(32), kid: 'a-key' },
    signedAt: new Date('2027-05-03T09:00:03Z'),
  };
}

/** A key of the procurement process, and what is published of it. */
export interface RecordKey {
  readonly jwk: ProcessJwk;
  readonly published: PublicJwk;
}

export function recordKey(issuer = 'procurement'): RecordKey {
  const jwk = makeProcessKey(issuer, false);
  return { jwk, published: publicPartOf(jwk) };
}

export const SIGNED_AT = new Date('2026-11-30T08:00:00Z');

export function sign(
  { jwk }: RecordKey,
  record: KeptRecord = keptRecord(),
  now = SIGNED_AT,
): Promise<string> {
  const key = parseProcessKey(JSON.stringify(jwk), { issuer: jwk.iss, isProduction: false });
  return signContent(canonicalJson(record), key, now);
}

export const NAMES: NamesForPage = {
  place: (code) => (code === 'FI-609' ? 'Pori' : null),
  cpv: () => null,
  reason: ({ code, values }) => `${code} ${values.map(({ value }) => value).join(' ')}`,
  link: ({ code }) => code,
  notice: 'Suuntaa antava: hankintayksikkö päättää.',
};
