import { describe, expect, it } from '@jest/globals';
import { request } from 'undici';
import { at } from '../../support/json-path.js';
import { openForEach } from '../opening.js';
import { leg, orderOf, type RunningBooking } from '../support.js';

describe('Accept-Language at the booking process', () => {
  let booking: RunningBooking;
  openForEach(['karhu'], (opened) => {
    ({ booking } = opened);
  });

  it('is the default of the language of what was ordered', async () => {
    const { order, secret } = await booking.command('placeOrder', orderOf([leg('karhu')]));
    const query = `query ($id: ID!, $secret: String) {
      order(id: $id, secret: $secret) { legs { title { language } } } }`;
    const read = async (accepted: string): Promise<unknown> => {
      const { body } = await request(`${booking.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': accepted },
        body: JSON.stringify({ query, variables: { id: order?.id, secret } }),
      });
      return at(await body.json(), 'data.order.legs.0.title.language');
    };

    expect(await read('sv')).toBe('sv');
    expect(await read('*')).toBe('fi');
  });
});
