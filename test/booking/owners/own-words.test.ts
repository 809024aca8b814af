import { describe, expect, it } from '@jest/globals';
import type { Question } from '../../../subgraphs/booking/orders/order/question.js';
import { ownWordsOf } from '../../../subgraphs/booking/orders/owners/owner-answers.js';
import { readDetails } from '../../../subgraphs/shared/order-details/read-details.js';
import { newOrder } from '../saga/order-records.js';

const place = { street: 'Itsenäisyydenkatu 4', postalCode: '28100' };
const details = readDetails({ place }, 'FI-609');

describe('the own words of an owner that refuses', () => {
  const wordsOf = (act: Question['act'], message: string, told = details): string[] => {
    const order = { ...newOrder('ALL_OR_NOTHING', ['karhu']), details: told };
    const question = {
      ...{ cooperative: 'karhu', act, key: '' },
      legs: [0],
      isForAll: false,
      start: null,
    };
    const error = { code: 'INVALID_STATE', message, field: null, alternatives: null };
    const payload = { legs: [], userErrors: [error] };
    return ownWordsOf({ [`${act}Bookings`]: payload }, question, order);
  };

  it('are told to its operator without the buyer', () => {
    expect(wordsOf('hold', 'Anna Virtanen is banned.')).toEqual(['… is banned.']);
    expect(wordsOf('confirm', 'Anna Virtanen is banned.', null)).toEqual(['… is banned.']);
  });

  it.each(['confirm', 'enrol', 'move', 'cancel'] as const)(
    'are not told where it may know where the work is done, of which it may repeat a part: %s',
    (act) => {
      expect(wordsOf(act, 'No work in Itsenäisyydenkatu.')).toEqual([]);
    },
  );
});
