import { describe, expect, it } from '@jest/globals';
import type { IncomingHttpHeaders } from 'node:http';
import { hanging, sendJson, type Behaviour } from '../../support/fakes/endpoint.js';
import { units } from '../../support/unit.js';
import { hoursOf, NEED, paavo, quido, risto, SEARCH, type Found } from '../pori.js';
import { startProcurement, type Member } from './procurement-network.js';

/** Searches a network of its own, with little time for each cooperative. */
async function search(members: readonly Member[]): Promise<NonNullable<Found['supplierSearch']>> {
  const network = await startProcurement(members, units(20));
  const { data, errors } = await network.ask<Found>(SEARCH, { need: NEED });
  await network.close();
  if (!data.supplierSearch) throw new Error(JSON.stringify(errors));
  return data.supplierSearch;
}

/** Says of a cooperative with quido's services that this is free. */
const telling =
  (id: string, minutes: readonly number[]): Behaviour =>
  (_request, response) => {
    const resources = [{ id: `${id}:x`, serviceIds: [`${id}:siivous`], minutes }];
    const freeCapacity = { from: '2027-06-21', resources, budgets: [] };
    sendJson(response, { data: { _entities: [{ freeCapacity }] } });
  };
const HONEST = telling('quido', [180, 180, 180, 180, 180]);

const breakingOff: Behaviour = (_request, response) => response.destroy();
const notKnowing: Behaviour = (_request, response) => {
  const message = 'Cannot query field "freeCapacity" on type "Cooperative".';
  sendJson(response, { errors: [{ message, locations: [{ line: 2, column: 5 }] }] }, 400);
};
const pointingNowhere: Behaviour = (_request, response) => {
  const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' };
  sendJson(response, { errors: [{ message: 'Unknown field.', extensions }] });
};
const refusing: Behaviour = (_request, response) => {
  const errors = [{ message: 'No.', path: ['_entities', 0, 'freeCapacity'] }];
  sendJson(response, { data: { _entities: [{ freeCapacity: null }] }, errors });
};

describe('cooperatives that are asked what they have free', () => {
  it('each cost their own figures alone where they do not tell, and are named with the reason', async () => {
    const found = await search([
      { file: quido, behaviour: HONEST },
      { file: { ...quido, id: 'qa' }, behaviour: hanging },
      { file: { ...quido, id: 'qb' }, behaviour: breakingOff },
      { file: { ...quido, id: 'qc' }, behaviour: notKnowing },
      { file: { ...quido, id: 'qd' }, behaviour: refusing },
      { file: { ...quido, id: 'qe' }, behaviour: telling('qe', [180, 180, 180, 180, -1]) },
      { file: { ...quido, id: 'qf' }, behaviour: pointingNowhere },
      { file: risto, behaviour: hanging },
      { file: { ...paavo, id: 'pauli' }, status: 'PAUSED', behaviour: hanging },
      { file: { ...paavo, id: 'pekka' }, status: 'LEFT', behaviour: hanging },
      { file: { ...paavo, id: 'uusi' }, isUnread: true, behaviour: hanging },
    ]);

    expect(hoursOf(found.joint)).toBe('55 15 6');
    expect(found.complete).toBe(false);
    const codes = found.notAnsweringReasons.map(({ code }) => code);
    expect(found.notAnswering.map(({ id }, index) => `${id} ${codes[index] ?? ''}`)).toEqual([
      'qa NO_ANSWER',
      'qb NO_ANSWER',
      'qc FIELD_NOT_SUPPORTED',
      'qd REFUSED',
      'qe USELESS_ANSWER',
      'qf FIELD_NOT_SUPPORTED',
      'uusi COOPERATIVE_JOINING',
    ]);
    expect(found.notAnsweringReasons[2]).toMatchObject({
      values: [{ name: 'field', value: 'freeCapacity' }],
      text: { text: expect.stringContaining('does not know the field freeCapacity') },
    });
    const saidOf = (id: string): string[] =>
      found.suppliers
        .filter(({ cooperative }) => cooperative.id === id)
        .flatMap(({ reasons, warnings }) => [...reasons, ...warnings].map(({ code }) => code));
    expect(saidOf('qa')).toContain('CAPACITY_UNKNOWN');
    expect(saidOf('pauli')).toEqual(['COOPERATIVE_PAUSED']);
    expect(saidOf('pekka')).toEqual(['COOPERATIVE_LEFT']);
    expect(saidOf('uusi')).toEqual(['COOPERATIVE_JOINING']);
  });

  it('are missing where nothing of them was ever read, though all who were asked have told', async () => {
    const found = await search([
      { file: quido, behaviour: HONEST },
      { file: { ...paavo, id: 'uusi' }, isUnread: true, behaviour: hanging },
    ]);

    expect(found.complete).toBe(false);
    expect(found.notAnswering).toEqual([{ id: 'uusi' }]);
  });

  it('are not told by which ids the request of whoever searches is known', async () => {
    const told: IncomingHttpHeaders[] = [];
    const listening: Behaviour = (request, response) => {
      told.push(request.headers);
      return HONEST(request, response);
    };
    const network = await startProcurement([{ file: quido, behaviour: listening }]);
    const given = { traceparent: '00-a', tracestate: 'pori=1', 'x-request-id': 'porin-kaupunki-1' };

    await network.ask<Found>(SEARCH, { need: NEED }, undefined, given);
    await network.close();

    expect(told).toHaveLength(1);
    expect(told[0]?.['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect(told[0]).not.toHaveProperty('traceparent');
    expect(told[0]).not.toHaveProperty('tracestate');
  });

  it('are asked once, about services and days alone; who is not eligible is not asked', async () => {
    const network = await startProcurement([
      { file: quido, behaviour: HONEST },
      { file: risto, behaviour: HONEST },
    ]);

    const { data } = await network.ask(
      `query ($need: NeedInput!) {
        one: supplierSearch(need: $need) { complete } other: supplierSearch(need: $need) { complete }
      }`,
      { need: NEED },
    );
    await network.close();

    expect(data).toEqual({ one: { complete: true }, other: { complete: true } });
    const [sent = '{}', ...more] = network.sent;
    expect(more).toEqual([]);
    expect((JSON.parse(sent) as { variables: object }).variables).toEqual({
      of: [{ __typename: 'Cooperative', id: 'quido' }],
      ...{ from: '2027-06-21', to: '2027-06-25', serviceIds: ['quido:siivous'] },
    });
  });
});
