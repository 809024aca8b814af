/**
 * Fields of a cooperative's endpoint whose null says that the owner could not be asked, or that a row could not be read. An
 * owner that was asked never answers one of them with null unless an error says why.
 */
export const LIVE_FIELDS: ReadonlySet<string> = new Set([
  'AuditEntryEdge.node',
  'BookingEdge.node',
  'Cooperative.auditEntries',
  'Cooperative.bookings',
  'Cooperative.calendarLinks',
  'Cooperative.freeCapacity',
  'Cooperative.freeSubstitutes',
  'Cooperative.members',
  'Cooperative.waitingList',
  'MemberEdge.node',
  'Service.availability',
  'Service.published',
  'Service.quote',
  'UnplacedBooking.booking',
]);
