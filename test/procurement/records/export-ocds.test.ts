import { describe, expect, it } from '@jest/globals';
import { recordToOcds } from '../../../subgraphs/procurement/records/export/ocds.js';
import type { KeptRecord } from '../../../subgraphs/procurement/records/kept-record.js';
import { keptRecord, lot, need, openedRecord } from './sample-record.js';

interface Organisation {
  id: string;
  name: string;
}

interface ReleasePackage {
  version: string;
  extensions: string[];
  releases: [
    {
      date: string;
      tag: string[];
      parties: (Organisation & { roles: string[]; identifier: object })[];
      buyer: Organisation;
      tender: {
        procuringEntity: Organisation;
        value?: object;
        items: { id: string; relatedLot: string; quantity: number; classification: object }[];
        lots: { id: string; status: string; otherRequirements?: object }[];
      };
    },
  ];
}

const packageOf = (given: Partial<KeptRecord> = {}): ReleasePackage =>
  JSON.parse(recordToOcds(openedRecord(given))) as ReleasePackage;

describe('a record as a release package of OCDS 1.1', () => {
  it('names the version and its extensions, each pinned', () => {
    const { version, extensions } = packageOf();

    expect(version).toBe('1.1');
    expect(extensions).toEqual([
      expect.stringMatching(/ocds_lots_extension\/v1\.1\.5\/extension\.json$/),
      expect.stringMatching(/ocds_otherRequirements_extension\/[0-9a-f]{40}\/extension\.json$/),
    ]);
  });

  it('says who buys in one way everywhere', () => {
    const { parties, buyer, tender } = packageOf({ organisationName: 'Porin kaupunki' })
      .releases[0];
    const reference = { id: 'FI-PRO-0137323-9', name: 'Porin kaupunki' };

    expect(buyer).toEqual(reference);
    expect(tender.procuringEntity).toEqual(reference);
    expect(parties).toEqual([
      {
        ...reference,
        identifier: { scheme: 'FI-PRO', id: '0137323-9' },
        roles: ['buyer', 'procuringEntity'],
      },
    ]);
  });

  it('knows a Swedish organisation by its organisation number', () => {
    const { parties } = packageOf({ organisation: '212000-0449' }).releases[0];

    expect(parties[0]).toMatchObject({
      id: 'SE-ON-212000-0449',
      name: '212000-0449',
      identifier: { scheme: 'SE-ON', id: '212000-0449' },
    });
  });

  it('has lots with text ids, to which its items belong, in whole minutes', () => {
    const { items, lots } = packageOf().releases[0].tender;

    expect(lots.map(({ id }) => id)).toEqual(['1', '2']);
    expect(items).toMatchObject([
      { relatedLot: '1', quantity: 1800, classification: { scheme: 'CPV', id: '90911200' } },
      { relatedLot: '2', quantity: 1500, classification: { scheme: 'CPV', id: '77314000' } },
    ]);
  });

  it.each([
    ['RES_WS', { reservedParticipation: ['shelteredWorkshop'] }],
    ['RES_PUB_SER', { reservedParticipation: ['publicServiceMissionOrganization'] }],
    [null, undefined],
  ] as const)('says of each lot for whom it is reserved: %s', (reserved, wanted) => {
    const { lots } = packageOf({ need: need({ reserved }) }).releases[0].tender;

    expect(lots.map(({ otherRequirements }) => otherRequirements)).toEqual([wanted, wanted]);
  });

  it('keeps a lot that was withdrawn, as cancelled', () => {
    const { tag, tender } = packageOf({
      procurement: {
        ...keptRecord().procurement,
        ...{ continues: 'a-record', withdrawnLots: [lot({ id: '3' })] },
      },
    }).releases[0];

    expect(tag).toEqual(['planningUpdate']);
    expect(tender.lots.map(({ id, status }) => [id, status])).toEqual([
      ['1', 'planning'],
      ['2', 'planning'],
      ['3', 'cancelled'],
    ]);
    expect(tender.items.map(({ relatedLot }) => relatedLot)).toEqual(['1', '2']);
  });

  it('says in an update that there is none of what an earlier release may have told', () => {
    const procurement = { ...keptRecord().procurement, continues: 'a-record' };
    const given = { procurement, title: null, need: need({ reserved: null }) };
    const { tender } = packageOf({ ...given, estimatedValue: null }).releases[0];

    expect(tender).toMatchObject({ title: null, value: { amount: null, currency: null } });
    expect(tender.lots.map(({ otherRequirements }) => otherRequirements)).toEqual(
      Array.from({ length: 2 }, () => ({ reservedParticipation: null })),
    );
  });

  it('has amounts that are numbers', () => {
    const estimatedValue = { amount: '120500.50', currency: 'EUR' } as const;

    expect(packageOf({ estimatedValue }).releases[0].tender.value).toEqual({
      amount: 120_500.5,
      currency: 'EUR',
    });
  });

  it('writes every date in UTC with one precision, and no field that is empty', () => {
    const json = recordToOcds(openedRecord({ title: null }));
    const dates = [...json.matchAll(/"[^"]*Date": "([^"]*)"|"date": "([^"]*)"/g)];

    expect(dates.length).toBeGreaterThan(3);
    for (const [, named, date = named] of dates) {
      expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    }
    expect(json).not.toMatch(/: (null|""|\[\]|\{\})/);
  });
});
