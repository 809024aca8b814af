import { describe, expect, it } from '@jest/globals';
import { hanging } from '../../../support/fakes/endpoint.js';
import { ask, closeAfterEach, made, network, now, open } from '../support/begun.js';
import { START } from '../support/exchange-network.js';
import { decline, type SeenWhy } from '../support/exchange-support.js';
import { work } from '../support/exchange-works.js';

const TEXT = 'siivous';
/** As the catalogue suggests it: the very text, in another place. */
const IN_RAUMA = {
  ...{ kind: 'PLACE', text: TEXT, trade: null, count: 2 },
  ...{ municipality: 'FI-684', municipalityName: { text: 'Rauma', language: 'fi' } },
  distanceKm: 43.1,
};
const NOT_OFFERED = {
  ...{ reason: 'NOT_OFFERED', municipality: null, distanceKm: null, leastMinutes: null },
  message: 'Nobody in the network offers this: Cleaning.',
};
const NOT_THERE = {
  ...{ reason: 'NOT_THERE', municipality: 'FI-684', distanceKm: 43.1, leastMinutes: null },
  message: 'Nobody offers this there: the nearest is in Rauma, 43.1 km away.',
};

const TOO_SHORT = {
  ...{ reason: 'TOO_SHORT', municipality: null, distanceKm: null, leastMinutes: 240 },
  message: 'It is shorter than whoever offers this there takes, which is at least 240 minutes.',
};

const why = async (need: object = { text: TEXT }): Promise<SeenWhy | null> => {
  const { data } = await network.ask<{ whoCanTake: { whyNobody: SeenWhy | null } }>(
    `query ($need: WorkNeedInput!) {
      whoCanTake(need: $need) { whyNobody { reason municipality distanceKm leastMinutes message } }
    }`,
    { need: { municipality: 'FI-609', start: START, minutes: 180, ...need } },
  );
  return data.whoCanTake.whyNobody;
};
const askInWords = (): Promise<void> => ask({ what: TEXT, cpv: [] });

closeAfterEach();

describe('whoCanTake with nobody', () => {
  it('says that nobody in the network does it', async () => {
    await open([]);
    network.notOffered = ['Cleaning'];

    expect(await why()).toEqual(NOT_OFFERED);
  });

  it('says where the nearest is who does it, by words and by codes', async () => {
    await open([]);
    network.suggestions = [{ ...IN_RAUMA, kind: 'TRADE', trade: 'laundry' }, IN_RAUMA];

    expect(await why()).toEqual(NOT_THERE);

    network.suggestions = [{ ...IN_RAUMA, text: '' }];
    expect(await why({ cpv: ['90910000'] })).toEqual(NOT_THERE);
  });

  it.each([
    ['another trade', { trade: 'laundry' }],
    ['anything at all', { text: '' }],
  ])('does not take for it where there is %s', async (_what, change) => {
    await open([]);
    network.notOffered = ['Cleaning'];
    network.suggestions = [{ ...IN_RAUMA, ...change }];

    expect(await why()).toEqual(NOT_OFFERED);
  });

  it('says that the words were not understood', async () => {
    await open([]);
    network.unknownWords = ['siivous'];

    expect(await why()).toMatchObject({ reason: 'NOT_UNDERSTOOD' });
  });

  it('says that words and codes exclude each other', async () => {
    await open([
      work('aalto:siivous'),
      work('berg:maalaus', { title: 'Maalaus', cpv: '45440000' }),
    ]);
    network.excluding = ['cpv', 'municipalities'];

    expect(await why({ text: TEXT, cpv: ['45440000'] })).toMatchObject({
      ...{ reason: 'WORDS_AGAINST_CODES', municipality: null },
      message: 'What the words say and the codes exclude each other: look for one of them.',
    });
    expect(await why({ cpv: ['33000000'] })).toMatchObject({ reason: 'NOT_OFFERED' });
    expect(await why({ text: TEXT, cpv: ['90910000'] })).toBeNull();

    network.excluding = ['municipalities'];
    expect(await why({ text: 'muu', cpv: ['45440000'] })).toMatchObject({ reason: 'NOT_OFFERED' });
  });

  it('says that those who do it cannot then', async () => {
    await open([work('aalto:siivous', { refusal: 'CAPACITY_EXCEEDED' })]);

    expect(await why()).toMatchObject({ reason: 'NONE_CAN' });
  });

  it('says that it is too short, and what would be long enough', async () => {
    const short = { refusal: 'TOO_SHORT' } as const;
    await open([
      work('aalto:siivous', { ...short, leastMinutes: 360 }),
      work('berg:siivous', { ...short, leastMinutes: 240 }),
    ]);

    expect(await why()).toMatchObject(TOO_SHORT);

    network.works = [
      work('aalto:siivous', { refusal: 'SLOT_TAKEN' }),
      work('berg:siivous', { ...short, leastMinutes: 240 }),
    ];
    expect(await why()).toMatchObject({
      ...{ reason: 'NONE_CAN', leastMinutes: 240 },
      message:
        'Nobody who offers this there can take it then; it is shorter than some take, which is at least 240 minutes.',
    });
  });

  it('says nothing where somebody can or perhaps can, or nothing is known', async () => {
    const full = work('aalto:siivous', { refusal: 'CAPACITY_EXCEEDED' });
    await open([full, work('berg:siivous')]);
    expect(await why()).toBeNull();

    await network.owners.get('berg')?.close();
    expect(await why()).toBeNull();

    network.works = [full];
    network.catalogue.behaviour = hanging;
    expect(await why()).toBeNull();
  });

  it('says nothing where a yes on the phone would do', async () => {
    await open([work('aalto:siivous', { refusal: 'TOO_SOON', agreed: 'CAN' })]);

    expect(await why()).toBeNull();
  });
});

describe('a request for which nobody is found', () => {
  it('is unfilled and carries why', async () => {
    await open([]);
    network.notOffered = ['Cleaning'];
    await askInWords();

    expect(made.request).toMatchObject({ state: 'UNFILLED', whyNobody: NOT_OFFERED });
    expect(made.request?.outcome).toContain(NOT_OFFERED.message);
  });

  it('says what would be long enough', async () => {
    await open([work('aalto:siivous', { refusal: 'TOO_SHORT', leastMinutes: 240 })]);
    await askInWords();

    expect(made.request).toMatchObject({ state: 'UNFILLED', whyNobody: TOO_SHORT });
    expect(made.request?.outcome).toContain(TOO_SHORT.message);
    expect(await now()).toMatchObject({ whyNobody: TOO_SHORT });
  });

  it('carries it too where it is looked for again', async () => {
    await open([]);
    network.unknownWords = ['siivous'];
    await askInWords();

    expect(made.request).toMatchObject({ state: 'OPEN', whyNobody: { reason: 'NOT_UNDERSTOOD' } });

    network.unknownWords = [];
    network.suggestions = [IN_RAUMA];
    network.pass(15);
    await network.exchange.sweep();
    expect(await now()).toMatchObject({ state: 'UNFILLED', whyNobody: NOT_THERE });
  });

  it('leaves it to the offers where there were any', async () => {
    await open([work('aalto:siivous')]);
    await askInWords();
    network.works = [];
    network.notOffered = ['Cleaning'];
    await decline(network, made.request?.offers[0]?.id);

    expect(await now()).toMatchObject({ state: 'UNFILLED', whyNobody: null });
  });
});
