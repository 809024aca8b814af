import { describe, expect, it } from '@jest/globals';
import { ask, closeAfterEach, made, network, now, open } from './support/begun.js';
import {
  acceptOffer,
  decline,
  offerRequest,
  offersOf,
  recordSpokenAnswer,
  type SeenRequest,
} from './support/exchange-support.js';
import { work, type FakeWork } from './support/exchange-works.js';

const LOOSE = { fit: 'LOOSE', score: 0.1 } as const;

closeAfterEach();

const offered = (request: SeenRequest | null): (string | undefined)[] =>
  (request?.offers ?? []).map(({ service }) => service.id);

describe('offerRequest with services', () => {
  const start = async (): Promise<void> => {
    await open([
      work('karhu:siivous'),
      work('karhu:muuttosiivous', { score: 0.8 }),
      work('lumo:sijainen', LOOSE),
      work('tuki:siivous'),
      work('tuki:full', { refusal: 'SLOT_TAKEN' }),
      work('zeta:siivous'),
    ]);
    await ask({ roundSize: 1 });
    expect(offersOf(made.request)).toEqual(['karhu OFFERED']);
  };

  it('offers it with those, also with one that fits only perhaps', async () => {
    await start();
    await decline(network, made.request?.offers[0]?.id);

    const { request } = await offerRequest(network, made.request?.id, {
      services: ['karhu:muuttosiivous', 'lumo:sijainen'],
    });

    expect(offered(request).slice(-2)).toEqual(['karhu:muuttosiivous', 'lumo:sijainen']);
  });

  it('lets the others that are named have their best-fitting one', async () => {
    await start();

    const { request } = await offerRequest(network, made.request?.id, {
      cooperatives: ['lumo', 'tuki'],
      services: ['lumo:sijainen'],
    });

    expect(offered(request).slice(1)).toEqual(['lumo:sijainen', 'tuki:siivous']);
  });

  it.each([
    ['one that there is not', ['tuki:nothing'], 'NOT_FOUND', 'services.0'],
    ['one of a cooperative that is no candidate', ['nobody:siivous'], 'NOT_FOUND', 'services.0'],
    ['one that cannot be had', ['zeta:siivous', 'tuki:full'], 'SLOT_TAKEN', 'services.1'],
    ['one whose cooperative has it on offer', ['karhu:siivous'], 'INVALID_STATE', 'services.0'],
    ['two of a cooperative', ['tuki:siivous', 'tuki:full'], 'BAD_USER_INPUT', 'services.1'],
    ['what is no service', ['tuki'], 'BAD_USER_INPUT', 'services.0'],
    ['none', [], 'BAD_USER_INPUT', 'services'],
  ])('refuses %s, and offers it to nobody', async (_what, services, code, field) => {
    await start();

    const { request, userErrors } = await offerRequest(network, made.request?.id, { services });

    expect(request).toBeNull();
    expect(userErrors).toMatchObject([{ code, field: field.split('.') }]);
    expect((await now())?.offers).toHaveLength(1);
  });

  it.each([
    ['services', 'tuki:nothing', 'tuki:nothing is none of the services that tuki offers there.'],
    ['services', 'nobody:siivous', 'There is no cooperative nobody in the network.'],
    ['cooperatives', 'nobody', 'There is no cooperative nobody in the network.'],
    ['cooperatives', 'muutto', 'muutto offers no service that fits.'],
  ])('says what is amiss with %s: %s', async (field, id, message) => {
    await start();
    network.works.push(work('muutto:muutto', { cpv: '98392000' }));

    const { userErrors } = await offerRequest(network, made.request?.id, { [field]: [id] });

    expect(userErrors).toMatchObject([{ message: expect.stringContaining(message) }]);
  });

  it('refuses a service of a cooperative that is not among those named', async () => {
    await start();

    const { userErrors } = await offerRequest(network, made.request?.id, {
      cooperatives: ['tuki'],
      services: ['lumo:sijainen'],
    });

    expect(userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', field: ['services', '0'] }]);
  });
});

describe('a service that the words of the request do not find', () => {
  const SUBSTITUTE = work('karhu:sijainen', { title: 'Keikkatyö' });
  const WANTED = { what: 'Siivous', cpv: null, roundSize: 1 };
  const NAMED = { services: ['karhu:sijainen'] };

  it('is offered where the coordinator chooses it, and by no round', async () => {
    await open([work('aalto:siivous'), SUBSTITUTE]);
    await ask(WANTED);
    const further = await offerRequest(network, made.request?.id, {});

    const { request } = await offerRequest(network, made.request?.id, NAMED);

    expect(further.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(offered(request)).toEqual(['aalto:siivous', 'karhu:sijainen']);
  });

  it('is found among however many its cooperative has', async () => {
    const others = Array.from({ length: 520 }, (_none, index) =>
      work(`karhu:other-${index}`, { title: 'Muu' }),
    );
    await open([...others, SUBSTITUTE]);
    await ask(WANTED);

    const { request } = await offerRequest(network, made.request?.id, NAMED);

    expect(offered(request)).toEqual(['karhu:sijainen']);
  });

  it('is looked for only where it was not found, and then by its id alone', async () => {
    await open([work('aalto:siivous'), work('berg:siivous'), SUBSTITUTE]);
    await ask(WANTED);
    network.catalogue.requests.length = 0;

    await offerRequest(network, made.request?.id, { services: ['berg:siivous', 'karhu:sijainen'] });

    expect(network.catalogue.requests.map(({ variables }) => variables)).toMatchObject([
      { all: { text: 'Siivous', ids: null } },
      { all: { text: null, ids: ['karhu:sijainen'], municipalities: ['FI-609'] } },
    ]);
  });

  it('costs one question where its cooperative has it not, however much that has', async () => {
    const others = Array.from({ length: 250 }, (_none, index) =>
      work(`karhu:other-${index}`, { title: 'Muu' }),
    );
    await open([work('aalto:siivous'), ...others]);
    await ask(WANTED);
    network.catalogue.requests.length = 0;

    const { userErrors } = await offerRequest(network, made.request?.id, NAMED);

    expect(userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['services', '0'] }]);
    expect(network.catalogue.requests).toHaveLength(2);
  });

  it.each([
    ['is not offered in the municipality', { offeredIn: 'FI-684' }, 'NOT_FOUND'],
    ['has no place', { refusal: 'SLOT_TAKEN' }, 'SLOT_TAKEN'],
  ] as const)('is refused where it %s', async (_what, change, code) => {
    await open([work('aalto:siivous'), { ...SUBSTITUTE, ...change }]);
    await ask(WANTED);

    const { request, userErrors } = await offerRequest(network, made.request?.id, NAMED);

    expect(request).toBeNull();
    expect(userErrors).toMatchObject([{ code, field: ['services', '0'] }]);
  });

  it('needs a spoken yes where its lead time is in the way', async () => {
    await open([{ ...SUBSTITUTE, refusal: 'TOO_SOON', agreed: 'CAN' }]);
    await ask(WANTED);

    const { request } = await offerRequest(network, made.request?.id, NAMED);

    expect(request?.offers).toMatchObject([{ needsSpokenYes: true }]);
  });
});

describe('a service that is chosen while its cooperative has another one on offer', () => {
  const MOVING = { services: ['karhu:muuttosiivous'] };
  const start = async (moving: Partial<FakeWork> = {}): Promise<void> => {
    await open([
      work('aalto:siivous'),
      work('karhu:siivous'),
      work('karhu:muuttosiivous', { score: 0.8, ...moving }),
    ]);
    await ask({ roundSize: 2 });
    expect(offersOf(made.request)).toEqual(['aalto OFFERED', 'karhu OFFERED']);
  };

  it('takes its place, and can be accepted', async () => {
    await start();

    const { request } = await offerRequest(network, made.request?.id, MOVING);
    const before = await acceptOffer(network, request?.offers[1]?.id);
    const spoken = await recordSpokenAnswer(network, request?.offers[1]?.id, { accepted: true });
    const after = await acceptOffer(network, request?.offers[2]?.id);

    expect(offered(request)).toEqual(['aalto:siivous', 'karhu:siivous', 'karhu:muuttosiivous']);
    expect(offersOf(request)).toEqual(['aalto OFFERED', 'karhu WITHDRAWN', 'karhu OFFERED']);
    for (const { userErrors } of [before, spoken]) {
      expect(userErrors).toMatchObject([
        { code: 'INVALID_STATE', message: expect.stringContaining('WITHDRAWN'), retry: false },
      ]);
    }
    expect(after.offer).toMatchObject({ state: 'ACCEPTED' });
    expect(network.orders.placed).toMatchObject([{ legs: [{ serviceId: 'karhu:muuttosiivous' }] }]);
  });

  it.each([
    ['has no place', { refusal: 'SLOT_TAKEN' }, MOVING, 'SLOT_TAKEN'],
    ['is not offered there', { title: 'Muutto', offeredIn: 'FI-684' }, MOVING, 'NOT_FOUND'],
    [
      'is one of two that are wanted',
      {},
      { services: ['karhu:muuttosiivous', 'aalto:no'] },
      'NOT_FOUND',
    ],
    ['is not named', {}, { cooperatives: ['karhu'] }, 'INVALID_STATE'],
  ] as const)('leaves the offer as it is where it %s', async (_what, moving, named, code) => {
    await start(moving);

    const { request, userErrors } = await offerRequest(network, made.request?.id, named);

    expect(request).toBeNull();
    expect(userErrors).toMatchObject([{ code }]);
    expect(offersOf(await now())).toEqual(['aalto OFFERED', 'karhu OFFERED']);
  });

  it('comes too late where the offer is accepted while its owner is asked', async () => {
    await start();
    const karhu = network.owners.get('karhu');
    const answer = karhu?.behaviour;
    if (!karhu || !answer) throw new Error('There is no karhu.');
    karhu.behaviour = (request, response) => {
      karhu.behaviour = answer;
      void acceptOffer(network, made.request?.offers[1]?.id).then(() => {
        answer(request, response);
      });
    };

    const { request, userErrors } = await offerRequest(network, made.request?.id, MOVING);

    expect(request).toBeNull();
    expect(userErrors).toMatchObject([
      { code: 'INVALID_STATE', message: expect.stringContaining('TAKEN'), field: ['requestId'] },
    ]);
    expect(offersOf(await now())).toEqual(['aalto WITHDRAWN', 'karhu ACCEPTED']);
    expect(network.orders.placed).toMatchObject([{ legs: [{ serviceId: 'karhu:siivous' }] }]);
  });
});
