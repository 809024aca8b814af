import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  cooperativeFile,
  serviceRow,
  startCooperative,
  type RunningCooperative,
} from '../support.js';

const ENTITIES = `query Entities($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on Service { id published title { text } }
    ... on Member { id name }
    ... on Cooperative { id registeredName: name }
  }
}`;

interface Entities {
  readonly _entities: readonly ({ readonly id: string } | null)[];
}

const service = (id: string) => ({ __typename: 'Service', id });
const member = (id: string) => ({ __typename: 'Member', id });
const cooperative = (id: string) => ({ __typename: 'Cooperative', id });

describe('References from the gateway', () => {
  let karhu: RunningCooperative;
  const queries: string[] = [];

  beforeAll(async () => {
    karhu = await startCooperative();
    const services = [
      serviceRow({ id: 'a' }),
      serviceRow({ id: 'b' }),
      serviceRow({ id: 'draft', published: false }),
    ];
    const members = [
      { id: 'm1', name: 'Aino', public: ['name'] },
      { id: 'm2', name: 'Pentti', public: ['name'] },
    ];
    await karhu.import(cooperativeFile({ services, members }));
    karhu.database.connection.set('debug', (collection: string, method: string) => {
      queries.push(`${collection}.${method}`);
    });
  });
  afterAll(() => karhu.close());

  it('cost one query for each type, however many there are', async () => {
    queries.length = 0;
    const representations = [
      service('karhu:a'),
      member('karhu:m1'),
      service('karhu:b'),
      service('karhu:a'),
      cooperative('karhu'),
      member('karhu:m2'),
      service('karhu:none'),
    ];

    const { data, errors } = await karhu.ask<Entities>(ENTITIES, { representations });

    expect(errors).toBeUndefined();
    expect(data._entities).toEqual([
      { id: 'karhu:a', published: true, title: { text: 'Siivouspalvelut' } },
      { id: 'karhu:m1', name: 'Aino' },
      { id: 'karhu:b', published: true, title: { text: 'Siivouspalvelut' } },
      { id: 'karhu:a', published: true, title: { text: 'Siivouspalvelut' } },
      { id: 'karhu', registeredName: 'Osuuskunta Karhunkynsi' },
      { id: 'karhu:m2', name: 'Pentti' },
      null,
    ]);
    expect([...queries].sort()).toEqual(['cooperatives.find', 'members.find', 'services.find']);
  });

  it('are refused one by one when they are of somebody else or malformed', async () => {
    const strangers = ['lumo:a', 'a', 'karhu:', 'karhu:a:b', '', 'karhu:$where'];
    const representations = [
      ...strangers.map(service),
      service('karhu:a'),
      cooperative('lumo'),
      member('lumo:m1'),
    ];

    const { data, errors } = await karhu.ask<Entities>(ENTITIES, { representations });

    const refused = [0, 1, 2, 3, 4, 5, 7, 8];
    expect(data._entities.filter(Boolean)).toHaveLength(1);
    expect(data._entities[6]?.id).toBe('karhu:a');
    expect(errors?.map(({ path }) => path?.[1]).sort()).toEqual(refused);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(
      new Set(['NOT_FOUND']),
    );
    expect(errors?.map(({ message }) => message)).toContain('karhu does not own "lumo:a".');
  });

  it.each([[{ $ne: null }], [7], [null], [undefined], [['karhu:a']]])(
    'are refused alone when the id is %j',
    async (id) => {
      const representations = [{ __typename: 'Service', id }, service('karhu:a')];

      const { data, errors } = await karhu.ask<Entities>(ENTITIES, { representations });

      expect(data._entities).toEqual([null, expect.objectContaining({ id: 'karhu:a' })]);
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    },
  );

  it('say of a service that was never published that it is not, and nothing else', async () => {
    const query = (field: string) =>
      karhu.ask<Entities>(
        `query ($representations: [_Any!]!) {
          _entities(representations: $representations) { ... on Service { id ${field} } }
        }`,
        { representations: [service('karhu:draft')] },
      );

    const live = await query('published');
    const texts = await query('title { text }');

    expect(live.data._entities).toEqual([{ id: 'karhu:draft', published: false }]);
    expect(texts.data._entities).toEqual([null]);
    expect(texts.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });
});
