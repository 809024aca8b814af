/** How long personal data of a kind is kept, in days. */
export const KEPT_DAYS = {
  /**
   * From the end of the work. Claims of a contract lapse after three years: 728/2003 4 § in Finland, konsumenttjänstlagen
   * (1985:716) 17 § in Sweden.
   */
  order: 3 * 365 + 1,
  /** From the day of the work that was asked for: what came of it is an order, which has its own time. */
  request: 90,
  /** Of commands' answers, and of who waited for a place, from their day. */
  passing: 30,
  /** Of entries in audit logs, from when they were noted. */
  audit: 365,
  /**
   * Of searches that officers keep. A framework agreement may run for four years, and how it was awarded is to be documented for three years
   * from then: Directive 2014/24/EU, articles 33(1) and 84(2). Courts and auditors may ask for some years more.
   */
  searchRecord: 10 * 365 + 3,
  /** Of who has verified evidence, from when it was done: as long as a search that rests on it. */
  verification: 10 * 365 + 3,
  /** Of erasures, from when they were asked for: no backup may be kept for longer. */
  erasure: 365,
} as const;

/** What takes the place of a text that was forgotten and may not be absent. */
export const FORGOTTEN = '–';

/** Stored fields with personal data for which the same holds. */
export interface PersonalData {
  /** Whose database. */
  readonly process: 'booking' | 'catalogue' | 'cooperative' | 'procurement';
  readonly collection: string;
  /** Paths in its documents; what lies below a path belongs to it. */
  readonly paths: readonly string[];
  readonly whose: string;
  /** Who decides why and how (GDPR, article 4(7)). */
  readonly controller: string;
  readonly purpose: string;
  /** GDPR, article 6(1). */
  readonly basis: string;
  readonly recipients: string;
  readonly retention: string;
}

const NETWORK = "the network's association";
const COOPERATIVE = 'the cooperative';
const CONTRACT = '(b): the contract, or what is needed before it';
const ORDER_TIME = `${KEPT_DAYS.order} days after the work, then anonymised`;
const REQUEST_TIME = `${KEPT_DAYS.request} days after the day of the work, then anonymised`;
const PASSING_TIME = `${KEPT_DAYS.passing} days`;
const AUDIT = {
  collection: 'audit',
  paths: ['subject'],
  whose: 'whoever reads or changes personal data, by a pseudonym',
  purpose: 'to find out who has read or changed what of whom',
  basis: '(c): security of processing and accountability, articles 32 and 5(2)',
  recipients: 'the auditor',
  retention: `${KEPT_DAYS.audit} days, and the latest million entries at most`,
} as const;

const ERASURE = {
  collection: 'erasures',
  paths: ['digests'],
  whose: 'whoever was forgotten, by keyed hashes of e-mail address and telephone number',
  purpose: 'to forget them again in a backup that is restored',
  basis: '(c): erasure, article 17',
  retention: `${KEPT_DAYS.erasure} days, longer than any backup may be kept`,
} as const;

const VERIFICATION = {
  collection: 'verifications',
  basis: '(f): to show on what the network’s word was based',
  recipients: 'the coordinator; the auditor',
  retention: `${KEPT_DAYS.verification} days, then anonymised`,
} as const;

/** Every stored field with personal data: `PRIVACY.md` is written from it. */
export const PERSONAL_DATA: readonly PersonalData[] = [
  {
    process: 'booking',
    collection: 'orders',
    paths: ['buyer', 'details'],
    whose: 'buyers',
    controller: NETWORK,
    purpose: 'to carry out what was ordered, and to reach the buyer',
    basis: CONTRACT,
    recipients: 'the cooperatives of the order, once it is confirmed; the coordinator',
    retention: ORDER_TIME,
  },
  {
    process: 'booking',
    collection: 'orders',
    paths: ['nameWords', 'phoneTail'],
    whose: 'buyers',
    controller: NETWORK,
    purpose: 'to find an order while its buyer is on the phone',
    basis: CONTRACT,
    recipients: 'nobody',
    retention: ORDER_TIME,
  },
  {
    process: 'booking',
    collection: 'orders',
    paths: ['maker'],
    whose: 'whoever ordered, signed in: a pseudonym',
    controller: NETWORK,
    purpose: 'that they can read and change what they have ordered',
    basis: CONTRACT,
    recipients: 'nobody',
    retention: ORDER_TIME,
  },
  {
    process: 'booking',
    collection: 'requests',
    paths: ['caller', 'details', 'what'],
    whose: 'callers',
    controller: NETWORK,
    purpose: 'to find somebody for the work that was asked for, and to reach the caller',
    basis: CONTRACT,
    recipients:
      'the coordinator; what is to be done: the cooperatives that are offered it; who asks, where and with which wishes: the one that takes it',
    retention: REQUEST_TIME,
  },
  {
    process: 'booking',
    collection: 'requests',
    paths: ['nameWords', 'phoneTail'],
    whose: 'callers',
    controller: NETWORK,
    purpose: 'to find a request while its caller is on the phone',
    basis: CONTRACT,
    recipients: 'nobody',
    retention: REQUEST_TIME,
  },
  {
    process: 'booking',
    collection: 'requests',
    paths: ['maker'],
    whose: 'whoever asked for work, signed in: a pseudonym',
    controller: NETWORK,
    purpose: 'that they can read and close what they have asked for',
    basis: CONTRACT,
    recipients: 'nobody',
    retention: REQUEST_TIME,
  },
  {
    process: 'booking',
    collection: 'requests',
    paths: ['offers.note'],
    whose: 'callers, and whoever answers for a cooperative',
    controller: NETWORK,
    purpose: 'to keep what was said with an answer',
    basis: '(f): to know what was agreed on the phone',
    recipients: 'the coordinator; the cooperative that answered',
    retention: REQUEST_TIME,
  },
  {
    process: 'booking',
    collection: 'accounts',
    paths: ['_id'],
    whose:
      'whoever ordered or asked without signing in, by keyed hashes of e-mail address and telephone number',
    controller: NETWORK,
    purpose: 'to count what one contact holds and has ahead, so that nobody takes all places',
    basis: '(f): that places are there for everybody',
    recipients: 'nobody',
    retention: 'until the work last ordered or asked for is over',
  },
  {
    process: 'booking',
    collection: 'addresses',
    paths: ['email'],
    whose: 'whoever reads a cooperative’s mail, where the address names them',
    controller: COOPERATIVE,
    purpose: 'to tell the cooperative of offers and orders',
    basis: '(f): to be reached',
    recipients: "the cooperative's staff; the coordinator",
    retention: 'until the cooperative changes it',
  },
  {
    process: 'booking',
    collection: 'mailed',
    paths: ['_id'],
    whose: 'customers who were sent an e-mail, by a keyed hash of the address',
    controller: NETWORK,
    purpose: 'that nobody is sent many e-mails because somebody else has typed their address',
    basis: '(f): that strangers’ addresses are not misused',
    recipients: 'nobody',
    retention: 'an hour',
  },
  { process: 'booking', controller: NETWORK, ...AUDIT },
  {
    ...{ process: 'booking', controller: NETWORK, ...ERASURE },
    recipients: 'the cooperatives that have to forget them',
  },
  {
    process: 'cooperative',
    collection: 'bookings',
    paths: ['customer'],
    whose: 'customers',
    controller: COOPERATIVE,
    purpose: 'to do the work, and to reach the customer',
    basis: CONTRACT,
    recipients: "the cooperative's staff",
    retention: `${KEPT_DAYS.order} days after the work, then taken away`,
  },
  {
    process: 'cooperative',
    collection: 'waiting',
    paths: ['customer'],
    whose: 'customers',
    controller: COOPERATIVE,
    purpose: 'to give the place that becomes free',
    basis: CONTRACT,
    recipients: "the cooperative's staff",
    retention: `until it is called off or a place is given, else ${PASSING_TIME} after the day`,
  },
  {
    process: 'cooperative',
    collection: 'members',
    paths: ['name', 'email', 'phone', 'languages'],
    whose: 'members',
    controller: COOPERATIVE,
    purpose: 'to show who does the work',
    basis: '(b): membership; what is shown to others: (a): consent, field by field',
    recipients: "the cooperative's staff; everybody, of fields that the member has opened",
    retention: 'until the cooperative or the member takes it away',
  },
  {
    process: 'cooperative',
    collection: 'cooperatives',
    paths: ['contact'],
    whose: 'whoever answers for the cooperative',
    controller: COOPERATIVE,
    purpose: 'that customers reach it',
    basis: '(f): to be reached',
    recipients: 'everybody',
    retention: 'until the cooperative changes it',
  },
  { process: 'cooperative', controller: COOPERATIVE, ...AUDIT },
  {
    ...{ process: 'cooperative', controller: COOPERATIVE, ...ERASURE },
    paths: ['digests', 'sealed'],
    recipients: 'the booking process, which has made them',
  },
  {
    process: 'procurement',
    collection: 'search_records',
    paths: ['jws'],
    whose:
      'people who work for cooperatives: how much each has free on a day, under a name that is another in each answer',
    controller: NETWORK,
    purpose: 'to show years later on what an officer’s search was based',
    basis: '(f): to show that suppliers were looked for fairly',
    recipients: 'the officers of the organisation that kept it',
    retention: `${KEPT_DAYS.searchRecord} days, then deleted`,
  },
  {
    ...{ process: 'procurement', controller: NETWORK, ...VERIFICATION },
    paths: ['verifiedBy', 'withdrawal.by'],
    whose: 'the coordinators who have seen a document, or have taken that back: a pseudonym',
    purpose: 'to know who answers for what was verified',
  },
  {
    ...{ process: 'procurement', controller: NETWORK, ...VERIFICATION },
    paths: ['reference', 'withdrawal.reason'],
    whose: 'whoever these texts name all the same: they are to name nobody',
    purpose: 'to find the document again, and to know why it does not count any more',
  },
  {
    process: 'catalogue',
    collection: 'registrations',
    paths: ['profile.contact'],
    whose: 'whoever answers for a cooperative',
    controller: COOPERATIVE,
    purpose: 'that customers reach it while its own system does not answer',
    basis: '(f): to be reached',
    recipients: 'everybody',
    retention: 'until the cooperative changes it, or has left',
  },
];
