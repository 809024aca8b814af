import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { PEOPLE } from '../../booking/access/people.js';
import { ask } from '../../support/ask.js';
import { asking } from '../../support/fakes/hub-keys.js';
import { at } from '../../support/json-path.js';
import { startAgreements } from './agreements-network.js';

const TERMS = {
  ...{ country: 'FI', kind: 'FRAMEWORK', title: 'Koulujen siivous', currency: 'EUR' },
  ...{ cpv: ['90910000'], cooperatives: ['karhu'], ceiling: '70.00' },
  ...{ from: '2027-01-01', to: '2027-12-31' },
};

describe('why an agreement is refused', () => {
  let network: Awaited<ReturnType<typeof startAgreements>>;

  beforeAll(async () => {
    network = await startAgreements();
  });
  afterAll(() => network.close());

  const messageFor = async (language: string, change: object): Promise<unknown> => {
    const input = { idempotencyKey: randomUUID(), ...TERMS, ...change };
    const { data } = await ask<unknown>(
      network.url,
      'mutation ($input: MakeAgreementInput!) { makeAgreement(input: $input) { userErrors { message } } }',
      { input },
      (body) => ({
        ...asking('procurement', body, PEOPLE.officer.caller),
        'accept-language': language,
      }),
    );
    return at(data, 'makeAgreement.userErrors.0.message');
  };

  it.each([
    ['what is malformed', { ceiling: '0.00' }, 'Summan pitäisi olla yli 0, oli 0.'],
    [
      'a period that is too long',
      { to: '2037-01-01' },
      '"input.to": päiviä pitäisi olla enintään 3653, alku 2027-01-01; oli 3654, loppu 2037-01-01.',
    ],
    [
      'a code',
      { cpv: ['90910000-1'] },
      '"input.cpv.0": koodin 90910000 tarkistusnumero on 9, ei 1.',
    ],
    [
      'who is to supply',
      { cooperatives: ['lumo'] },
      'Osuuskuntien pitäisi tarjota jotain näistä: 90910000, valuutassa EUR; lumo ei tarjoa niitä.',
    ],
    ['a stranger', { cooperatives: ['nobody'] }, 'Verkostossa ei ole osuuskuntaa "nobody".'],
  ])('is told in the language of the caller: %s', async (_what, change, inFinnish) => {
    expect(await messageFor('fi', change)).toBe(inFinnish);
    expect(await messageFor('sv', change)).not.toBe(inFinnish);
  });

  it('is in English where no language of ours is wanted', async () => {
    expect(await messageFor('sv', { ceiling: '0.00' })).toBe('Beloppet ska vara över 0, var 0.');
    expect(await messageFor('de', { ceiling: '0.00' })).toBe('Wanted an amount above 0, got 0.');
  });
});
