import type {
  WorkOfferRecord,
  WorkRequestRecord,
} from '../../../subgraphs/booking/exchange/request/records.js';

export const OFFERED_AT = new Date('2027-03-01T08:00:00Z');

/** Open for an hour. @param id - The cooperative's too. */
export function anOffer(id: string, more: Partial<WorkOfferRecord> = {}): WorkOfferRecord {
  return {
    ...{ id, cooperative: id, service: `${id}:siivous`, state: 'OFFERED', round: 1 },
    ...{ offeredAt: OFFERED_AT, deadline: new Date(OFFERED_AT.getTime() + 3_600_000) },
    ...{ answeredAt: null, isSpoken: false, note: null, booking: null },
    ...more,
  };
}

/** A request that was offered; who asked can be told from everybody else. */
export function aRequest(
  offers: readonly WorkOfferRecord[],
  more: Partial<WorkRequestRecord> = {},
): WorkRequestRecord {
  return {
    ...{ _id: 'a-request', version: 1, reference: '7KD-4PM', state: 'OFFERED' },
    ...{ what: 'MARKER-what', cpv: [], municipality: 'FI-609', minutes: 180, quantity: 1 },
    start: new Date('2027-03-22T07:00:00Z'),
    channel: 'PHONE',
    caller: {
      ...{ name: 'MARKER-name', municipality: 'FI-609', organisationId: null },
      ...{ email: 'MARKER-caller@example.org', phone: '+358 40 7654321' },
    },
    ...{ roundSize: 3, answerMinutes: 60, round: 1, offers, order: null, outcome: null },
    ...{ problem: null, createdAt: OFFERED_AT, recordedAt: OFFERED_AT, nextTryAt: null },
    ...{ secretHash: '', sealedSecret: '', commands: [] },
    ...more,
  };
}
