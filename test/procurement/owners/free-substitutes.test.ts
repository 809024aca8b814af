import { describe, expect, it } from '@jest/globals';
import { askFreeSubstitutes } from '../../../subgraphs/procurement/owners/free-substitutes.js';
import type { OwnerReply } from '../../../subgraphs/shared/owners/client/read-reply.js';

const QUESTION = {
  ...{ cooperative: 'karhu', from: '2027-06-21', to: '2027-06-22' },
  services: ['karhu:sijainen'],
};
const SERVICE = {
  ...{ id: 'karhu:sijainen', municipalities: ['FI-609'], unit: 'HOUR' },
  price: { net: '28.00', vatRate: '25.5', currency: 'EUR' },
  ...{ minMinutes: 120, gridMinutes: 30, bufferMinutes: 30, minutes: null },
  ...{ earliestStart: '2027-05-03T08:00:30Z', waitedFor: ['2027-06-21T06:00:00Z'] },
};
const TIME = {
  ...{ from: '2027-06-21T05:00:30Z', to: '2027-06-21T09:00:30Z' },
  takenFrom: '2027-06-21T09:15:30Z',
};
const PERSON = {
  ...{ id: 'karhu:x', skills: ['cafe-service'], languages: ['fi'], municipality: 'FI-609' },
  ...{ radiusKm: 50, serviceIds: ['karhu:sijainen'], minutes: [480, 0], free: [TIME] },
};
const ANSWER = {
  ...{ from: '2027-06-21', timeZone: 'Europe/Helsinki' },
  ...{ services: [SERVICE], substitutes: [PERSON] },
};

/** A cooperative that answers with this. */
const answering = (freeSubstitutes: unknown) => ({
  ask: <Data>(_id: string, _operation: object, read: (data: unknown) => Data) =>
    Promise.resolve().then((): OwnerReply<Data> => {
      try {
        return { kind: 'answer', data: read({ _entities: [{ freeSubstitutes }] }) };
      } catch {
        return { kind: 'unknown', reason: 'is of no use', isAnswered: true };
      }
    }),
});
const codeOf = async (freeSubstitutes: unknown, services = QUESTION.services) => {
  const question = { ...QUESTION, services };
  const told = await askFreeSubstitutes(answering(freeSubstitutes), question, 1_000);
  return told.kind === 'told' ? 'told' : told.reason.code;
};
const ofPerson = (change: object): object => ({
  ...ANSWER,
  substitutes: [{ ...PERSON, ...change }],
});
const ofService = (change: object): object => ({
  ...ANSWER,
  services: [{ ...SERVICE, ...change }],
});
const minute = (instant: string): number => Date.parse(instant) / 60_000;

describe('what a cooperative says of its substitutes', () => {
  it('is taken as it says, in whole minutes within what it says', async () => {
    const { services, substitutes, ...rest } = ANSWER;
    const [{ unit, price, ...service } = SERVICE] = services;

    expect(await askFreeSubstitutes(answering(ANSWER), QUESTION, 1_000)).toEqual({
      kind: 'told',
      data: {
        ...{ cooperative: 'karhu', ...rest },
        services: [
          {
            ...service,
            price: { netMinor: 2800, vatHundredths: 2550, currency: price.currency, unit },
            earliestStart: minute('2027-05-03T08:01:00Z'),
            waitedFor: new Set([minute('2027-06-21T06:00:00Z')]),
          },
        ],
        substitutes: substitutes.map((person) => ({
          ...person,
          free: [
            {
              from: minute('2027-06-21T05:01:00Z'),
              to: minute('2027-06-21T09:00:00Z'),
              takenFrom: minute('2027-06-21T09:15:00Z'),
            },
          ],
        })),
      },
    });
  });

  it.each<[what: string, freeSubstitutes: unknown]>([
    ['people of another', ofPerson({ id: 'lumo:x' })],
    ['people twice', { ...ANSWER, substitutes: [PERSON, PERSON] }],
    ['services that nobody asked about', ofPerson({ serviceIds: ['karhu:muu'] })],
    ['terms that nobody asked about', ofService({ id: 'karhu:muu' })],
    ['terms twice', { ...ANSWER, services: [SERVICE, SERVICE] }],
    ['no grid', ofService({ gridMinutes: 0 })],
    ['a price that is none', ofService({ price: { ...SERVICE.price, net: '-1' } })],
    ['fewer days', ofPerson({ minutes: [480] })],
    ['parts of minutes', ofPerson({ minutes: [480, 0.5] })],
    ['times in no order', ofPerson({ free: [TIME, TIME] })],
    [
      'who is taken before they are free no more',
      ofPerson({ free: [{ ...TIME, takenFrom: TIME.from }] }),
    ],
    ['no instants', ofPerson({ free: [{ ...TIME, from: '08:00' }] })],
    ['no place', ofPerson({ municipality: 'Pori' })],
    ['another first day', { ...ANSWER, from: '2027-06-22' }],
    ['no zone', { ...ANSWER, timeZone: 'Europe/Pori' }],
    ['no people', { ...ANSWER, substitutes: null }],
    ['a text', 'many'],
  ])('is of no use where it is %s', async (_what, freeSubstitutes) => {
    expect(await codeOf(freeSubstitutes)).toBe('USELESS_ANSWER');
  });

  it('is not asked about more services than the contract lets', async () => {
    const services = Array.from({ length: 201 }, (_, n) => `karhu:s${n}`);

    expect(await codeOf(ANSWER, services)).toBe('TOO_MANY_SERVICES');
  });
});
