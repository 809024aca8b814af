import { changing, reading, type NotedFields } from '../../shared/privacy/note-fields.js';
import type { BookingRecord, MemberRecord } from '../store/records.js';
import type { MutationImportCooperativeArgs } from '../schema.generated.js';
import type { CooperativeContext } from './context.js';

type MemberField = MemberRecord['public'][number];

/** What the audit log is told of. What a member has opened to everybody is read by everybody, and not noted. */
export const NOTED_FIELDS: NotedFields = {
  Member: {
    name: ofMember('name'),
    email: ofMember('email'),
    phone: ofMember('phone'),
    languages: ofMember('languages'),
  },
  Booking: {
    customer: reading(
      'customer',
      ({ _id }: BookingRecord, { cooperativeId }: CooperativeContext) => `${cooperativeId}:${_id}`,
    ),
  },
  Mutation: {
    confirmBookings: changing(() => ['customer'], ofOrder),
    enrolBookings: changing(() => ['customer'], ofOrder),
    updateMemberSharing: changing(
      () => ['public'],
      ({ member }: { readonly member: object | null }, { input }: OfId) =>
        member === null ? [] : [input.id],
    ),
    importCooperative: changing(
      () => ['members', 'customer', 'contact'],
      (
        { cooperative }: { readonly cooperative: object | null },
        { input }: MutationImportCooperativeArgs,
      ) => (cooperative === null || input.dryRun === true ? [] : [input.cooperative]),
    ),
  },
};

interface OfId {
  readonly input: { readonly id: string };
}

function ofMember(field: MemberField) {
  return reading(
    field,
    ({ _id, public: opened }: MemberRecord, { cooperativeId }: CooperativeContext) =>
      opened.includes(field) ? null : `${cooperativeId}:${_id}`,
  );
}

function ofOrder(
  { legs }: { readonly legs: readonly unknown[] },
  { input }: { readonly input: { readonly orderId: string } },
): readonly string[] {
  return legs.length === 0 ? [] : [input.orderId];
}
