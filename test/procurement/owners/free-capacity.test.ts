import { describe, expect, it } from '@jest/globals';
import { askFreeCapacity } from '../../../subgraphs/procurement/owners/free-capacity.js';
import type { OwnerReply } from '../../../subgraphs/shared/owners/client/read-reply.js';

const QUESTION = {
  ...{ cooperative: 'quido', from: '2027-06-21', to: '2027-06-23' },
  services: ['quido:ikkunat', 'quido:siivous'],
};
const RESOURCE = { id: 'quido:x', serviceIds: ['quido:siivous'], minutes: [180, 0, 180] };
const BUDGET = { serviceIds: ['quido:siivous'], minutes: [60, 60, 60] };
const ANSWER = { from: '2027-06-21', resources: [RESOURCE], budgets: [BUDGET] };

/** A cooperative that answers with this. */
const answering = (freeCapacity: unknown) => ({
  ask: <Data>(_id: string, _operation: object, read: (data: unknown) => Data) =>
    Promise.resolve().then((): OwnerReply<Data> => {
      try {
        return { kind: 'answer', data: read({ _entities: [{ freeCapacity }] }) };
      } catch {
        return { kind: 'unknown', reason: 'is of no use', isAnswered: true };
      }
    }),
});
const codeOf = async (freeCapacity: unknown, services = QUESTION.services) => {
  const told = await askFreeCapacity(answering(freeCapacity), { ...QUESTION, services }, 1_000);
  return told.kind === 'told' ? 'told' : told.reason.code;
};
const ofResource = (change: object): object => ({
  ...ANSWER,
  resources: [{ ...RESOURCE, ...change }],
});

describe('what a cooperative says that it has free', () => {
  it('is taken as it says', async () => {
    expect(await askFreeCapacity(answering(ANSWER), QUESTION, 1_000)).toEqual({
      kind: 'told',
      data: {
        ...{ cooperative: 'quido', from: '2027-06-21' },
        resources: [{ id: 'quido:x', services: ['quido:siivous'], minutes: [180, 0, 180] }],
        budgets: [{ services: ['quido:siivous'], minutes: [60, 60, 60] }],
      },
    });
  });

  it.each<[what: string, freeCapacity: unknown]>([
    ['fewer days', ofResource({ minutes: [180, 180] })],
    ['more days', ofResource({ minutes: [1, 1, 1, 1] })],
    ['no days', ofResource({ minutes: null })],
    ['less than nothing', ofResource({ minutes: [1, 1, -1] })],
    ['parts of minutes', ofResource({ minutes: [1, 1, 0.5] })],
    ['more than can be', ofResource({ minutes: [1, 1, 2 ** 31] })],
    ['texts', ofResource({ minutes: ['1', 1, 1] })],
    ['services that nobody asked about', ofResource({ serviceIds: ['quido:muu'] })],
    ['a service twice', ofResource({ serviceIds: ['quido:siivous', 'quido:siivous'] })],
    ['people of another', ofResource({ id: 'paavo:x' })],
    ['people without a name', ofResource({ id: 'quido' })],
    ['people twice', { ...ANSWER, resources: [RESOURCE, RESOURCE] }],
    [
      'too many people',
      {
        ...ANSWER,
        resources: Array.from({ length: 1_001 }, (_, n) => ({ ...RESOURCE, id: `quido:${n}` })),
      },
    ],
    ['budgets of fewer days', { ...ANSWER, budgets: [{ ...BUDGET, minutes: [60] }] }],
    ['another first day', { ...ANSWER, from: '2027-06-22' }],
    ['no budgets', { from: '2027-06-21', resources: [] }],
    ['a text', 'much'],
  ])('is of no use where it is %s', async (_what, freeCapacity) => {
    expect(await codeOf(freeCapacity)).toBe('USELESS_ANSWER');
  });

  it('is not told where it is null', async () => {
    expect(await codeOf(null)).toBe('REFUSED');
  });

  it('is not asked about more services than the contract lets', async () => {
    const services = Array.from({ length: 201 }, (_, n) => `quido:s${n}`);

    expect(await codeOf(ANSWER, services)).toBe('TOO_MANY_SERVICES');
  });
});
