import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bookableFile, resourceRow } from '../bookings/support.js';
import { parseCooperativeFile } from '../../../subgraphs/shared/network-file/index.js';
import { BUILT_IN_LISTS } from '../../support/built-in-lists.js';
import { serviceRow, startCooperative, type RunningCooperative } from '../support.js';

interface Link {
  readonly resourceId: string;
  readonly path: string;
}

let karhu: RunningCooperative;

const FILE = bookableFile({
  resources: [resourceRow(), resourceRow({ id: 'w2' }), resourceRow({ id: 'sali', kind: 'ROOM' })],
  services: [serviceRow({ gridMinutes: 60, resources: ['w1', 'w2', 'sali'] })],
});

const start = async (): Promise<void> => {
  karhu = await startCooperative();
  const text = JSON.stringify(FILE);
  const { cooperative } = parseCooperativeFile(text, 'karhu.json', BUILT_IN_LISTS, 'karhu');
  await karhu.server.dataSource.import(cooperative, false);
};
const LINKS = `query ($resource: ID) { _entities(representations: [{ __typename: "Cooperative", id: "karhu" }]) {
  ... on Cooperative { calendarLinks(resourceId: $resource) { resourceId path } } } }`;
const links = async (resource: string | null = null) => {
  const { data, errors } = await karhu.ask<{ _entities: { calendarLinks: Link[] | null }[] }>(
    LINKS,
    { resource },
  );
  return errors?.[0]?.extensions.code ?? data._entities[0]?.calendarLinks ?? [];
};
const renew = async (cooperative = 'karhu') => {
  const { data } = await karhu.ask<{
    renewCalendarLinks: { links: Link[]; userErrors: { code: string }[] };
  }>(
    `mutation ($cooperative: ID!) { renewCalendarLinks(input: { cooperative: $cooperative }) {
      links { resourceId path } userErrors { code } } }`,
    { cooperative },
  );
  return data.renewCalendarLinks;
};
const statusOf = async ({ path }: Link): Promise<number> =>
  (await fetch(`${karhu.url}${path}`)).status;

afterEach(() => karhu.close());

describe('the links of workers’ calendars', () => {
  beforeEach(start);

  it('are one for each worker, stay the same, and open its calendar', async () => {
    const found = (await links()) as Link[];

    expect(found.map(({ resourceId }) => resourceId)).toEqual(['karhu:w1', 'karhu:w2']);
    expect(await links()).toEqual(found);
    expect(await links('karhu:w2')).toEqual(found.slice(1));
    expect(await links('karhu:sali')).toEqual([]);
    expect(await Promise.all(found.map(statusOf))).toEqual([200, 200]);
    const open = await fetch(`${karhu.url}/cooperatives/karhu/busy.ics?resource=sali`);
    expect(open.status).toBe(200);
  });

  it('end all when others are given', async () => {
    const before = (await links()) as Link[];

    const { links: after, userErrors } = await renew();

    expect(userErrors).toEqual([]);
    expect(await links()).toEqual(after);
    expect(await Promise.all(before.map(statusOf))).toEqual([404, 404]);
    expect(await Promise.all(after.map(statusOf))).toEqual([200, 200]);
  });

  it('are not those of another cooperative', async () => {
    expect(await links('lumo:w1')).toBe('BAD_USER_INPUT');
    expect((await renew('lumo')).userErrors).toMatchObject([{ code: 'FORBIDDEN' }]);
  });
});
