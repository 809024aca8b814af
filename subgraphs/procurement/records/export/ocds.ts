import type { Lot, ReservedKind } from '../../need/need.js';
import type { KeptRecord, OpenedRecord } from '../kept-record.js';
import { organisationIdentifier } from './organisation-identifier.js';

/** Of the Open Contracting Data Standard: major and minor alone. */
const VERSION = '1.1';

const EXTENSIONS = 'https://raw.githubusercontent.com/open-contracting-extensions';

/**
 * What the release has beside the standard, each pinned, for a release that was published must go on meaning what it did. Lots are so at
 * the tag 1.1.5, which refers to nothing but the standard itself; later ones refer to extensions that would have to be listed too, for
 * a checker that cannot resolve a reference checks no code list. Other requirements were never tagged: that is the commit which changed
 * their schema last.
 */
const EXTENSION_URLS = [
  `${EXTENSIONS}/ocds_lots_extension/v1.1.5/extension.json`,
  `${EXTENSIONS}/ocds_otherRequirements_extension/122d9a601e8a62774b4524f4cf0035da158f8845/extension.json`,
];

/** Codes of the code list reservedParticipation. */
const RESERVED_PARTICIPATION = {
  RES_WS: 'shelteredWorkshop',
  RES_PUB_SER: 'publicServiceMissionOrganization',
} as const satisfies Readonly<Record<ReservedKind, string>>;

/** Recommendation 20 of UN/CEFACT. */
const MINUTE = { scheme: 'UNCEFACT', id: 'MIN', name: 'minute' } as const;

/**
 * A record as a release package of the Open Contracting Data Standard 1.1, in JSON. It is market research, so it plans and tenders
 * nothing yet. The same for the same record, whenever it is made: releases of one procurement are merged by `ocid`, in the order of the
 * texts of their dates, which are all in UTC and have milliseconds.
 */
export function recordToOcds({ record }: OpenedRecord): string {
  const organisation = organisationIdentifier(record.organisation);
  const name = record.organisationName ?? record.organisation;
  const buyer = { id: organisation.id, name };
  const { ocid, continues } = record.procurement;
  const release = {
    ocid,
    id: record.id,
    date: record.at,
    tag: [continues === null ? 'planning' : 'planningUpdate'],
    initiationType: 'tender',
    parties: [
      {
        ...buyer,
        identifier: { scheme: organisation.scheme, id: record.organisation },
        roles: ['buyer', 'procuringEntity'],
      },
    ],
    buyer,
    tender: tenderOf(record, buyer),
  };
  const releasePackage = {
    uri: `urn:uuid:${record.id}`,
    version: VERSION,
    extensions: EXTENSION_URLS,
    publishedDate: record.at,
    publisher: { name, scheme: organisation.scheme, uid: record.organisation },
    releases: [release],
  };
  return `${JSON.stringify(releasePackage, null, 2)}\n`;
}

function tenderOf(record: KeptRecord, procuringEntity: object): object {
  const { title, need, procurement, estimatedValue, result } = record;
  const days = result.workingDays.length;
  return {
    id: procurement.ocid,
    ...told(record, title !== null, { title }),
    status: 'planning',
    procuringEntity,
    ...told(record, estimatedValue !== null, {
      value: {
        amount: estimatedValue && Number(estimatedValue.amount),
        currency: estimatedValue && estimatedValue.currency,
      },
    }),
    items: need.lots.map(({ id, cpv, minutesPerDay }) => ({
      id,
      classification: { scheme: 'CPV', id: cpv },
      quantity: minutesPerDay * days,
      unit: MINUTE,
      relatedLot: id,
    })),
    lots: [
      ...need.lots.map((lot) => lotOf(lot, record)),
      // What was published once stays in the merged release, whatever is left out of a later one.
      ...procurement.withdrawnLots.map(({ id }) => ({ id, status: 'cancelled' })),
    ],
    contractPeriod: periodOf(record),
  };
}

function lotOf({ id }: Lot, record: KeptRecord): object {
  const { reserved } = record.need;
  const reservedParticipation = reserved && [RESERVED_PARTICIPATION[reserved]];
  return {
    id,
    status: 'planning',
    contractPeriod: periodOf(record),
    ...told(record, reserved !== null, { otherRequirements: { reservedParticipation } }),
  };
}

/**
 * What an earlier release may have told stays in the merged one until it is told to be null; an object cannot be, but all that is in it
 * (Reference, "Merging"). The first release leaves out what there is not.
 * @param fields - With null in them where there is nothing to tell.
 */
function told<Fields extends object>(
  { procurement }: KeptRecord,
  isThere: boolean,
  fields: Fields,
): Partial<Fields> {
  return isThere || procurement.continues !== null ? fields : {};
}

/** A need has days and no times: the standard wants the first second of the first and the last of the last, in UTC (Reference, "Date"). */
function periodOf({ need }: KeptRecord): object {
  return { startDate: `${need.from}T00:00:00.000Z`, endDate: `${need.to}T23:59:59.000Z` };
}
