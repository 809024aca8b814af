import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { at } from '../../support/json-path.js';
import { bookableFile } from '../bookings/support.js';
import { serviceRow, startCooperative, type RunningCooperative } from '../support.js';

const QUERY = `{ _entities(representations: [{ __typename: "Service", id: "karhu:siivous" }]) {
  ... on Service {
    title { text } description { text } images { alt { text } }
    availability(from: "2027-03-26", to: "2027-03-26") { holiday { text } }
  } } }`;

describe('Accept-Language at a cooperative', () => {
  let karhu: RunningCooperative;

  beforeAll(async () => {
    karhu = await startCooperative();
    const texts = { fi: 'Siivous', sv: 'Städning' };
    const images = [{ url: 'https://example.org/a.jpg', alt: texts }];
    const row = serviceRow({ title: texts, description: texts, images, resources: ['w1'] });
    await karhu.import(bookableFile({ services: [row] }));
  });
  afterAll(() => karhu.close());

  const read = async (accepted: string): Promise<unknown> => {
    const response = await fetch(`${karhu.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': accepted },
      body: JSON.stringify({ query: QUERY }),
    });
    const service = at(await response.json(), 'data._entities.0');
    return [
      'title.text',
      'description.text',
      'images.0.alt.text',
      'availability.0.holiday.text',
    ].map((path) => at(service, path));
  };

  it('is the default of every language', async () => {
    expect(await read('sv-FI, fi;q=0.5')).toEqual([
      ...['Städning', 'Städning', 'Städning', 'långfredagen'],
    ]);
    expect(await read('de')).toEqual(['Siivous', 'Siivous', 'Siivous', 'pitkäperjantai']);
  });
});
