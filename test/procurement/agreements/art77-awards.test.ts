import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Asker } from '../../../subgraphs/shared/identity/policy/rule.js';
import { PEOPLE } from '../../booking/access/people.js';
import { sendJson } from '../../support/fakes/endpoint.js';
import { NEED, quido } from '../pori.js';
import { startProcurement, type ProcurementNetwork } from '../search/procurement-network.js';

const CARE = '85312000';
const TERMS = {
  ...{ country: 'FI', kind: 'DIRECT', reserved: 'RES_PUB_SER', title: 'Päivätoiminta' },
  ...{ cpv: [CARE], cooperatives: ['quido'], ceiling: '1000.00', currency: 'EUR' },
  ...{ from: '2025-01-01', to: '2026-12-31' },
};
const VERDICTS = 'suppliers { eligible reasons { code values { name value } } }';
const MAKE = `mutation ($input: MakeAgreementInput!) { makeAgreement(input: $input) {
  agreement { reserved } userErrors { code } } }`;
const SAVE = `mutation ($input: SaveSupplierSearchInput!) { saveSupplierSearch(input: $input) {
  record { result { ${VERDICTS} } } } }`;
const SEARCH = `query ($need: NeedInput!) { supplierSearch(need: $need) { ${VERDICTS} } }`;
const need = {
  ...{ ...NEED, reserved: 'RES_PUB_SER' },
  lots: [{ id: 'care', cpv: CARE, minutesPerDay: 60 }],
};

let network: ProcurementNetwork;
beforeAll(async () => {
  const services = (quido['services'] as object[]).map((row) => ({ ...row, cpv: [CARE] }));
  const file = { ...quido, services };
  network = await startProcurement([
    {
      file,
      behaviour: (_request, response) => {
        sendJson(response, { data: {} });
      },
    },
  ]);
});
afterAll(() => network.close());

const ask = async <Data>(query: string, variables: object, { caller }: Asker): Promise<Data> => {
  const { data, errors } = await network.ask<Data>(query, variables, caller ?? undefined);
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
};
const make = (given: object = {}) =>
  ask(MAKE, { input: { idempotencyKey: randomUUID(), ...TERMS, ...given } }, PEOPLE.officer);
const saved = (asker: Asker) => ask(SAVE, { input: { idempotencyKey: randomUUID(), need } }, asker);
const keptAs = (verdict: object) => ({
  saveSupplierSearch: { record: { result: { suppliers: [verdict] } } },
});
const ELIGIBLE = { eligible: true, reasons: [] };

it('what a buyer has awarded by Art. 77 counts in its own searches, and in nobody else’s', async () => {
  await make({ reserved: null });
  expect(await saved(PEOPLE.officer)).toEqual(keptAs(ELIGIBLE));

  expect(await make()).toEqual({
    makeAgreement: { agreement: { reserved: 'RES_PUB_SER' }, userErrors: [] },
  });

  const values = Object.entries({ lot: 'care', awarded: '2025-01-01', years: '3' });
  const reason = {
    code: 'ART77_AWARDED_RECENTLY',
    values: values.map(([name, value]) => ({ name, value })),
  };
  expect(await saved(PEOPLE.officer)).toEqual(keptAs({ eligible: false, reasons: [reason] }));
  expect(await saved(PEOPLE.officerOfTurku)).toEqual(keptAs(ELIGIBLE));
  expect(await ask(SEARCH, { need }, PEOPLE.officer)).toEqual({
    supplierSearch: { suppliers: [ELIGIBLE] },
  });
});
