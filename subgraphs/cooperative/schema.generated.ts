export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** ISO 3166-1 alpha-2 country code in upper case, such as `FI`. */
  CountryCode: { input: string; output: string; }
  /** CPV 2008 code: 8 digits, such as `90910000`. On input the check digit may follow a hyphen (`90910000-9`); output never carries it. */
  CpvCode: { input: string; output: string; }
  /** A calendar date, ISO 8601, such as `2027-03-22`. */
  Date: { input: string; output: string; }
  /** An instant, RFC 3339 with an offset, such as `2027-03-22T09:00:00Z`. Compared as an instant; answered in UTC. */
  DateTime: { input: string; output: string | Date; }
  /** ISO 639-1 language code in lower case, such as `fi`. Texts exist in `fi`, `sv` and `en`. */
  LanguageCode: { input: string; output: string; }
  /** Time of day on the wall, `HH:MM`, such as `07:30`; `24:00` is the end of the day. */
  LocalTime: { input: string; output: string; }
  /** A municipality: country, hyphen, national code with its leading zeros, such as `FI-609` or `SE-0580`. */
  MunicipalityCode: { input: string; output: string; }
};

/** A price that was agreed, without value added tax; the rate of that is the service's own. */
export type AgreedPriceInput = {
  /** In which currency; another than the service's own is refused (`BAD_USER_INPUT`). */
  currency: CurrencyCode;
  /** Of one unit. Decimal string of at most two decimals. */
  net: Scalars['String']['input'];
  /** What one unit of it buys; another than the service's own is refused (`BAD_USER_INPUT`). */
  unit: PriceUnit;
};

/** What was done with personal data. */
export type AuditAct =
  /** They were written, or it was changed who may read them. */
  | 'CHANGED'
  /** They were taken away. */
  | 'ERASED'
  /** They were given out as a whole, to the person whose they are. */
  | 'EXPORTED'
  /** They were read. */
  | 'READ';

/**
 * Who did what with which personal fields of which record. It has no name and no value. What one person reads of one record within a second
 * is one entry.
 */
export type AuditEntry = {
  __typename?: 'AuditEntry';
  /** What was done. */
  act: AuditAct;
  /** When, by the network's clock. */
  at: Scalars['DateTime']['output'];
  /** Names of the fields, such as `email`. */
  fields: Array<Scalars['String']['output']>;
  /** Stable id; opaque to clients. */
  id: Scalars['ID']['output'];
  /** The process of the network that asked; null where none did. */
  process: Maybe<Scalars['String']['output']>;
  /** Of what: a member, a booking, an order, a request; the id under which it is found in the graph. A cooperative's id: its import. */
  record: Scalars['ID']['output'];
  /** In which roles; empty for the public. */
  roles: Array<ViewerRole>;
  /** The same for one person at one process, another at each other; null for the public, and where a process asked for itself. */
  subject: Maybe<Scalars['String']['output']>;
};

/** A page of an audit log. */
export type AuditEntryConnection = {
  __typename?: 'AuditEntryConnection';
  /** The entries of this page. */
  edges: Array<AuditEntryEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** An entry's place in the log. */
export type AuditEntryEdge = {
  __typename?: 'AuditEntryEdge';
  /** Cursor of this row. */
  cursor: Scalars['String']['output'];
  /** The entry; null when this one row could not be read. */
  node: Maybe<AuditEntry>;
};

/** One day of a service, in the owner's zone. */
export type AvailabilityDay = {
  __typename?: 'AvailabilityDay';
  /** The day. */
  date: Scalars['Date']['output'];
  /**
   * Person-minutes that are neither booked nor beyond a budget; grid, buffer, minimum, lead time, what has passed and the length asked
   * for are left aside.
   */
  freeMinutes: Scalars['Int']['output'];
  /** The public holiday of the owner's country on this day, worked or not; null on other days. */
  holiday: Maybe<LocalizedString>;
  /** The starts with a place, earliest first. */
  starts: Array<AvailableStart>;
  /**
   * Whether a place for as long as asked can be had, and why not: of the start that comes nearest to it. Whoever orders that start
   * nevertheless is refused with the code of the same name; with `SLOT_TAKEN` where it is FULL, with `OUTSIDE_HOURS` where it is CLOSED.
   */
  status: AvailabilityStatus;
};


/** One day of a service, in the owner's zone. */
export type AvailabilityDayHolidayArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
};

/** Why a day can or cannot be booked for as long as asked. Values may be added: only OPEN means that it can. */
export type AvailabilityStatus =
  /** It could not fit even if nothing were booked: so long a booking is beyond a budget of minutes. A shorter one may fit. */
  | 'CAPACITY_EXCEEDED'
  /** No resource is open on the day, which is not over. */
  | 'CLOSED'
  /** It would fit but for other bookings, or for those who wait. */
  | 'FULL'
  /** All starts have passed, or those at which something was open for so long. */
  | 'IN_THE_PAST'
  /** Some start has a place. */
  | 'OPEN'
  /** Nothing is open for so long, counted from any start of the grid. A shorter booking may fit. */
  | 'OUTSIDE_HOURS'
  /** From every start that is left it would begin on, or reach into, a public holiday on which no resource of the service works. */
  | 'PUBLIC_HOLIDAY'
  /** It would end later than ten years from now. */
  | 'TOO_LATE'
  /** A start would have a place but for the lead time. */
  | 'TOO_SOON';

/** A time at which a booking may begin. */
export type AvailableStart = {
  __typename?: 'AvailableStart';
  /** The largest quantity that one leg may ask for; it may be spread over several resources. */
  places: Scalars['Int']['output'];
  /** When. */
  time: Scalars['DateTime']['output'];
};

/** A leg of an order as its owner has it. */
export type BookedLeg = {
  __typename?: 'BookedLeg';
  /** One for each resource over which it is spread; empty while it waits. */
  bookings: Array<Booking>;
  /** Until when the hold is kept; null when it is none. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** Number of the leg in its order, from 0. */
  leg: Scalars['Int']['output'];
  /** How long it lasts, in minutes. */
  minutes: Scalars['Int']['output'];
  /** How many in all. */
  quantity: Scalars['Int']['output'];
  /** What it costs, one line. */
  quote: Quote;
  /** What was booked. */
  service: Service;
  /** When it begins. */
  start: Scalars['DateTime']['output'];
  /** Where it stands; REQUESTED while it is on the waiting list. */
  state: BookingState;
  /** How many wait before it who could take its place, of whatever service or start; null when it does not wait. */
  waitingPosition: Maybe<Scalars['Int']['output']>;
};

/** Result of a command on an order's bookings. */
export type BookedLegsPayload = {
  __typename?: 'BookedLegsPayload';
  /** The legs concerned, after the change, by number. Empty when nothing was done. */
  legs: Array<BookedLeg>;
  /** Why legs were refused: `field` is `legs`, the position in the input, and what of it. Nothing was done to those. */
  userErrors: Array<UserError>;
};

/** A time for which one resource of a cooperative is taken. A leg of an order has one, or several where it is spread. */
export type Booking = {
  __typename?: 'Booking';
  /**
   * Whether it was booked on the owner's spoken yes, for which lead time and opening hours did not count; null when the owner's system does
   * not tell.
   */
  agreedByPhone: Maybe<Scalars['Boolean']['output']>;
  /** For whom; for the cooperative's own staff and the member who does the work, null for everybody else and until it is confirmed. */
  customer: Maybe<Customer>;
  /** Minutes delivered, as the owner reported them; null until it is completed. */
  deliveredMinutes: Maybe<Scalars['Int']['output']>;
  /** When it ends. */
  end: Scalars['DateTime']['output'];
  /** Until when the hold is kept; null once it is no hold any more. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** What happened to it, oldest first; only ever added to. */
  history: Array<BookingEvent>;
  /** Stable id, `<cooperative>:<local>`; opaque to clients. */
  id: Scalars['ID']['output'];
  /** From start to end, in minutes. */
  minutes: Scalars['Int']['output'];
  /** The network's order to which it belongs; null for the cooperative's own. */
  orderReference: Maybe<Scalars['String']['output']>;
  /** How many units of the resource. */
  quantity: Scalars['Int']['output'];
  /**
   * The resource that does it, `<cooperative>:<local>`. Where it was asked for by a sealed name, that name until it is confirmed, for all but the
   * cooperative's own staff and the member who does the work.
   */
  resourceId: Scalars['ID']['output'];
  /** What was booked. */
  service: Maybe<Service>;
  /** When it begins. */
  start: Scalars['DateTime']['output'];
  /** Where it stands now; a hold that has run out is EXPIRED at once. */
  state: BookingState;
};

/** Names one booking. */
export type BookingActionInput = {
  /** The booking. */
  id: Scalars['ID']['input'];
  /** Any text of 1 to 200 characters that the caller chooses once for this act: sending it again has no further effect. */
  idempotencyKey: Scalars['String']['input'];
};

/** A page of a cooperative's bookings. */
export type BookingConnection = {
  __typename?: 'BookingConnection';
  /** The bookings of this page. */
  edges: Array<BookingEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A booking's place in the list. */
export type BookingEdge = {
  __typename?: 'BookingEdge';
  /** Cursor of this row. */
  cursor: Scalars['String']['output'];
  /** The booking; null when this one row could not be read. */
  node: Maybe<Booking>;
};

/** One thing that happened to a booking. */
export type BookingEvent = {
  __typename?: 'BookingEvent';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** The end from then on. */
  end: Scalars['DateTime']['output'];
  /** What. */
  kind: BookingEventKind;
  /** The start from then on. */
  start: Scalars['DateTime']['output'];
};

/** What can happen to a booking. */
export type BookingEventKind =
  /** Called off. */
  | 'CANCELLED'
  /** Completed. */
  | 'COMPLETED'
  /** Confirmed. */
  | 'CONFIRMED'
  /** Refused by the owner. */
  | 'DECLINED'
  /** Its hold was made longer. */
  | 'EXTENDED'
  /** Held for a caller. */
  | 'HELD'
  /** Imported from a network file. */
  | 'IMPORTED'
  /** Moved to another time. */
  | 'MOVED'
  /** Confirmed out of the waiting list, when a place became free. */
  | 'MOVED_UP'
  /** The customer did not come. */
  | 'NO_SHOW'
  /** Its hold was given back. */
  | 'RELEASED'
  /** Begun. */
  | 'STARTED';

/** What a booking has lost by an import. */
export type BookingLoss =
  /** Its resource has become too small for all that is booked of it at the time. */
  | 'PLACES'
  /** Its resource: the file does not have it. */
  | 'RESOURCE'
  /** The service is not done by that resource any more. */
  | 'RESOURCE_OF_SERVICE'
  /** Its service: the file does not have it. */
  | 'SERVICE';

/** Result of a staff command on one booking. */
export type BookingPayload = {
  __typename?: 'BookingPayload';
  /** The booking after the change; null when `userErrors` is not empty. */
  booking: Maybe<Booking>;
  /** What the caller can correct; empty on success. */
  userErrors: Array<UserError>;
};

/** By which rules a service is booked, for a form. Whether there is room, and why not, is in `availability`. */
export type BookingRules = {
  __typename?: 'BookingRules';
  /** How long a course takes, in minutes, which is for how long it is booked; null for what is no course, and where its owner does not say. */
  courseMinutes: Maybe<Scalars['Int']['output']>;
  /** Minutes between starts, counted from 00:00 on the wall clock of each day in the owner's zone. */
  gridMinutes: Scalars['Int']['output'];
  /** How long before its start a booking has to be made at the latest, in minutes. */
  leadTimeMinutes: Scalars['Int']['output'];
  /** The shortest booking, in minutes. */
  minMinutes: Scalars['Int']['output'];
  /**
   * When a booking can lie: the weekly hours of all resources that do the service, put together, by weekday and time. Closures and public
   * holidays are not taken off. At most 500.
   */
  openingHours: Array<OpeningHours>;
};

/** Where a booking stands. */
export type BookingState =
  /** Given back or called off. */
  | 'CANCELLED'
  /** Done; `deliveredMinutes` says how much. */
  | 'COMPLETED'
  /** Agreed. */
  | 'CONFIRMED'
  /** The owner refused it, or could not give it. */
  | 'DECLINED'
  /** The hold ran out before it was confirmed. */
  | 'EXPIRED'
  /** Kept for a while; ends by itself at `expiresAt`. */
  | 'HELD'
  /** The customer, or the participant, did not come. */
  | 'NO_SHOW'
  /** Asked for, with no answer of the owner yet, or on a waiting list. Only an order's leg can be in it. */
  | 'REQUESTED'
  /** The work has begun. */
  | 'STARTED';

/** The secret link of a worker's calendar. */
export type CalendarLink = {
  __typename?: 'CalendarLink';
  /** Path and query at the network's gateway, with the key: `/cooperatives/karhu/busy.ics?resource=w1&key=…`. */
  path: Scalars['String']['output'];
  /** The worker, `<cooperative>:<local>`. */
  resourceId: Scalars['ID']['output'];
};

/** For each day from `from` on, how long one place can be booked for. It narrows a search; the owner's live answer decides. */
export type CapacitySummary = {
  __typename?: 'CapacitySummary';
  /** The first day, in the owner's zone. */
  from: Scalars['Date']['output'];
  /** One entry a day: the longest booking of one place that may begin on it, in minutes; 0 when none may. */
  longestMinutes: Array<Scalars['Int']['output']>;
  /** The shortest booking, in minutes. */
  minMinutes: Scalars['Int']['output'];
};

/** The latest state of one row. Exactly one of `service` and `cooperative` is given. */
export type CatalogueChange = {
  __typename?: 'CatalogueChange';
  /** The cooperative's own profile. */
  cooperative: Maybe<Cooperative>;
  /** The revision at which the row came into this state. */
  revision: Scalars['Int']['output'];
  /** The service as it is now, or as it was when it was withdrawn. */
  service: Maybe<Service>;
  /** When the service was withdrawn; null while it is on offer. */
  withdrawnAt: Maybe<Scalars['DateTime']['output']>;
};

/** One page of a cooperative's change feed. */
export type CatalogueChanges = {
  __typename?: 'CatalogueChanges';
  /** The changes, in rising order of revision. */
  changes: Array<CatalogueChange>;
  /**
   * Names this database's history. It changes when the database is restored, replaced or emptied; revisions of different
   * epochs must not be compared, and the reader starts again from 0.
   */
  epoch: Scalars['ID']['output'];
  /** Whether more changes follow after the last of these. */
  hasMore: Scalars['Boolean']['output'];
  /** The latest revision there is, whether or not this page reaches it. */
  revision: Scalars['Int']['output'];
};

/** What `changeBookings` takes. */
export type ChangeBookingsInput = {
  /** The cooperative that is asked. */
  cooperative: Scalars['ID']['input'];
  /** True judges only: nothing is changed, and `userErrors` says which legs would be refused. */
  dryRun?: Scalars['Boolean']['input'];
  /** Chosen once for this act by the booking process. */
  idempotencyKey: Scalars['String']['input'];
  /** True changes what can be changed; false all or none. */
  isEachForItself?: Scalars['Boolean']['input'];
  /** 1 to 100 legs, held or confirmed, judged in this order, each after those before it. */
  legs: Array<ChangeLegInput>;
  /** The network's id of the order. */
  orderId: Scalars['ID']['input'];
};

/** What one leg becomes. */
export type ChangeLegInput = {
  /** What one unit of the leg costs by agreement, as when it was held; absent: what the service's own price is now. */
  agreedPrice?: InputMaybe<AgreedPriceInput>;
  /** Number of the leg in its order, from 0. */
  leg: Scalars['Int']['input'];
  /** How long it is to last. */
  minutes: Scalars['Int']['input'];
  /** When it is to begin. */
  start: Scalars['DateTime']['input'];
};

/** What `completeBooking` takes. */
export type CompleteBookingInput = {
  /** Minutes delivered: 0 to 100000. */
  deliveredMinutes: Scalars['Int']['input'];
  /** The booking. */
  id: Scalars['ID']['input'];
  /** Any text of 1 to 200 characters that the caller chooses once for this act: sending it again has no further effect. */
  idempotencyKey: Scalars['String']['input'];
};

/** What `confirmBookings` takes. */
export type ConfirmBookingsInput = {
  /** The cooperative that is asked. */
  cooperative: Scalars['ID']['input'];
  /** For whom. */
  customer: CustomerInput;
  /**
   * What the order says beside what and when, `place` with its municipality. A hub sends it only where there is something; where the endpoint does not know it, it is
   * asked again without, and the order says so.
   */
  details?: InputMaybe<OrderDetailsInput>;
  /** Chosen once for this act by the booking process. */
  idempotencyKey: Scalars['String']['input'];
  /** Numbers of the legs; all held ones of this cooperative where absent. */
  legs?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** The network's id of the order. */
  orderId: Scalars['ID']['input'];
};

/** How to reach a cooperative. */
export type Contact = {
  __typename?: 'Contact';
  /** E-mail address; null when none is given. */
  email: Maybe<Scalars['String']['output']>;
  /** Telephone number as the cooperative writes it; null when none is given. */
  phone: Maybe<Scalars['String']['output']>;
  /** The cooperative's own site; null when none is given. */
  url: Maybe<Scalars['String']['output']>;
};

/** A cooperative: a company owned by its members. */
export type Cooperative = {
  __typename?: 'Cooperative';
  /** Where it is; null when it gives no address. */
  address: Maybe<PostalAddress>;
  /**
   * Live from the owner, for the auditor: who read or changed personal data of its members and customers, the latest first; null
   * when the owner could not be asked.
   */
  auditEntries: Maybe<AuditEntryConnection>;
  /**
   * Live from the owner, for its own staff, and for a member of those that are that member's work: bookings that touch these days, by
   * start; null when the owner could not be asked.
   */
  bookings: Maybe<BookingConnection>;
  /** Y-tunnus or organisationsnummer in its canonical form, such as `1572860-0` or `779311-2041`. */
  businessId: Scalars['String']['output'];
  /**
   * Live from the owner, for its own staff: the secret links of its workers' calendars, by resource; at most 500;
   * null when the owner could not be asked. Whoever has one sees when that worker is taken, and nothing else. Calendars of rooms, seats
   * and pools are open.
   */
  calendarLinks: Maybe<Array<CalendarLink>>;
  /** How to reach it; null when it gives no contact. */
  contact: Maybe<Contact>;
  /** Where that is on a map; null when it gives none. */
  coordinates: Maybe<Coordinates>;
  /** Country in which it is registered. */
  country: Scalars['CountryCode']['output'];
  /** What it is and does; null when it wrote nothing. */
  description: Maybe<LocalizedString>;
  /** Certificates, ratings and declarations, valid or not. */
  evidence: Array<Evidence>;
  /**
   * Live from the owner, for the network's procurement process alone: how much is free of what does these services, each resource once; null
   * when the owner could not be asked. Services that are not on offer, or not the owner's, are left out. What is booked by anybody counts, a
   * hold that has not run out too; grid, buffer, minimum, lead time and what has passed are left aside, as in `availability`.
   */
  freeCapacity: Maybe<FreeCapacity>;
  /**
   * Live from the owner, for the network's procurement process alone: when the workers of the SUBSTITUTION services on offer are free, and by
   * which rules a stretch of that can be booked; null when the owner could not be asked.
   */
  freeSubstitutes: Maybe<FreeSubstitutes>;
  /** The cooperative's slug, unique in the network; opaque to clients. */
  id: Scalars['ID']['output'];
  /** Languages in which it can be spoken to; the first is its default. */
  languages: Array<Scalars['LanguageCode']['output']>;
  /** Its logo; null when it gives none. */
  logo: Maybe<Image>;
  /**
   * Live from the owner: its members in a stable order, each with only what that person has made public; null when the owner
   * could not be asked.
   */
  members: Maybe<MemberConnection>;
  /** Where it has its seat. */
  municipality: Scalars['MunicipalityCode']['output'];
  /** Registered name. */
  name: Scalars['String']['output'];
  /** Where it works, unless a service says otherwise. */
  serves: Array<Scalars['MunicipalityCode']['output']>;
  /** IANA time zone in which its opening hours are meant, such as `Europe/Helsinki`. */
  timeZone: Scalars['String']['output'];
  /**
   * Live from the owner, for its own staff: who waits for a place in a course or room, in the order of waiting; at most 500; null
   * when the owner could not be asked.
   */
  waitingList: Maybe<Array<WaitingEntry>>;
};


/** A cooperative: a company owned by its members. */
export type CooperativeAuditEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  from: Scalars['DateTime']['input'];
  record?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


/** A cooperative: a company owned by its members. */
export type CooperativeBookingsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  from: Scalars['Date']['input'];
  resourceId?: InputMaybe<Scalars['ID']['input']>;
  states?: InputMaybe<Array<BookingState>>;
  to?: InputMaybe<Scalars['Date']['input']>;
};


/** A cooperative: a company owned by its members. */
export type CooperativeCalendarLinksArgs = {
  resourceId?: InputMaybe<Scalars['ID']['input']>;
};


/** A cooperative: a company owned by its members. */
export type CooperativeDescriptionArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
};


/** A cooperative: a company owned by its members. */
export type CooperativeFreeCapacityArgs = {
  from: Scalars['Date']['input'];
  serviceIds: Array<Scalars['ID']['input']>;
  to: Scalars['Date']['input'];
};


/** A cooperative: a company owned by its members. */
export type CooperativeFreeSubstitutesArgs = {
  from: Scalars['Date']['input'];
  serviceIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  to: Scalars['Date']['input'];
};


/** A cooperative: a company owned by its members. */
export type CooperativeMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** A cooperative: a company owned by its members. */
export type CooperativeWaitingListArgs = {
  serviceId?: InputMaybe<Scalars['ID']['input']>;
};

/** A point on the earth, WGS 84. */
export type Coordinates = {
  __typename?: 'Coordinates';
  /** Degrees north: -90 to 90. */
  latitude: Scalars['Float']['output'];
  /** Degrees east: -180 to 180. */
  longitude: Scalars['Float']['output'];
};

/** Currency of a price. Amounts of different currencies are never compared or added. */
export type CurrencyCode =
  /** Euro. */
  | 'EUR'
  /** Swedish krona. */
  | 'SEK';

/** Whom a booking is for. Personal data: known to the owner once the booking is confirmed, and to nobody else. */
export type Customer = {
  __typename?: 'Customer';
  /** What the order says beside what and when; null when it says nothing, and for bookings that are no network's. */
  details: Maybe<OrderDetails>;
  /** E-mail address; null when none was given. */
  email: Maybe<Scalars['String']['output']>;
  /** Where the customer is. */
  municipality: Scalars['MunicipalityCode']['output'];
  /** Name. */
  name: Scalars['String']['output'];
  /** Telephone number; null when none was given. */
  phone: Maybe<Scalars['String']['output']>;
};

/** Whom a booking is for. */
export type CustomerInput = {
  /** E-mail address. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Where the customer is. */
  municipality: Scalars['MunicipalityCode']['input'];
  /** Name. */
  name: Scalars['String']['input'];
  /** Telephone number. */
  phone?: InputMaybe<Scalars['String']['input']>;
};

/** What `enrolBookings` takes. */
export type EnrolBookingsInput = {
  /** The cooperative that is asked. */
  cooperative: Scalars['ID']['input'];
  /** For whom. */
  customer: CustomerInput;
  /** What the order says beside what and when, as with `ConfirmBookingsInput.details`; while it waits it is kept as the customer is. */
  details?: InputMaybe<OrderDetailsInput>;
  /** Chosen once for this act by the booking process. */
  idempotencyKey: Scalars['String']['input'];
  /** The one leg. */
  leg: HoldLegInput;
  /** The network's id of the order. */
  orderId: Scalars['ID']['input'];
  /** What people call the order by. */
  orderReference: Scalars['String']['input'];
};

/** What `erasePersons` takes. */
export type ErasePersonsInput = {
  /** Where the stretch ends: only others whose `at` is before it are `unsent`; null for all. */
  before?: InputMaybe<Scalars['DateTime']['input']>;
  /** The cooperative that is asked. */
  cooperative: Scalars['ID']['input'];
  /** At most 500; none where it is only asked what is known. */
  erasures: Array<ErasureInput>;
  /** The stretch of time of these erasures: only others whose `at` is not before it are `unsent`; null for all. */
  from?: InputMaybe<Scalars['DateTime']['input']>;
  /** As in `ExportPersonsInput`. */
  key: Scalars['String']['input'];
};

/** Result of `erasePersons`. */
export type ErasePersonsPayload = {
  __typename?: 'ErasePersonsPayload';
  /** Ids of the erasures that are done now, or were done before. */
  done: Array<Scalars['ID']['output']>;
  /** The `sealed` texts of erasures that are known here and were not sent, the latest first, at most 100; null where none are kept. */
  unsent: Maybe<Array<Scalars['String']['output']>>;
  /** Why it was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** A person who is to be forgotten. */
export type ErasureInput = {
  /** When it was asked for, by the network's clock: bookings that were made later stay as they are. */
  at: Scalars['DateTime']['input'];
  /** As in `ExportPersonsInput`. */
  digests: Array<Scalars['String']['input']>;
  /** Stable id of this erasure. */
  id: Scalars['ID']['input'];
  /** The network's ids of orders. */
  orderIds: Array<Scalars['ID']['input']>;
  /**
   * What the booking process itself has to know of this erasure, in a text that it alone can make: to be kept with the erasure, and given back as
   * it is. Null where nothing is to be given back.
   */
  sealed?: InputMaybe<Scalars['String']['input']>;
};

/** A certificate, rating or declaration of a cooperative. */
export type Evidence = {
  __typename?: 'Evidence';
  /** Share of disadvantaged workers among all, from 0 to 1; null when not stated. */
  disadvantagedShare: Maybe<Scalars['Float']['output']>;
  /** The grade given, such as `AAA`, or which standard, label or insurance it is; null for evidence without. */
  grade: Maybe<Scalars['String']['output']>;
  /** Who issued it; null for the cooperative's own statements. */
  issuer: Maybe<Scalars['String']['output']>;
  /** The issuer's number for it, never the business id of another cooperative; null when it has none. */
  number: Maybe<Scalars['String']['output']>;
  /** What kind of evidence this is. */
  scheme: EvidenceScheme;
  /** First day on which it is valid; null when unlimited. */
  validFrom: Maybe<Scalars['Date']['output']>;
  /** Last day on which it is valid; null when unlimited. */
  validTo: Maybe<Scalars['Date']['output']>;
};

/** Who vouches for a cooperative, and for what. */
export type EvidenceScheme =
  /** A collective agreement that it is bound by. */
  | 'COLLECTIVE_AGREEMENT'
  /** A rating agency's grade of the company's credit. */
  | 'CREDIT_RATING'
  /** An eco-label; `grade` says which. */
  | 'ECO_LABEL'
  /** An insurance, such as of liability or of workers; `grade` says which. */
  | 'INSURANCE'
  /** A certificate by an ISO standard; `grade` says which, such as `ISO 9001`. */
  | 'ISO'
  /** The cooperative's own statement, checked by nobody. */
  | 'SELF_DECLARED'
  /** Entered in a tax register: in Finland that of prepayments (ennakkoperintärekisteri), in Sweden with F-tax (F-skatt). */
  | 'TAX_REGISTER'
  /** Work integration social enterprise, registered with the authority of its country. */
  | 'WISE';

/** What `exportPersons` takes. A record is the person's when its order, its e-mail address or its telephone number is. */
export type ExportPersonsInput = {
  /** The cooperative that is asked. */
  cooperative: Scalars['ID']['input'];
  /**
   * Of each address and number HMAC-SHA-256, in base64url, of `email:` and the address in lower case, or of `phone:` and the number with its
   * country, such as `phone:+358401234567`.
   */
  digests: Array<Scalars['String']['input']>;
  /** The secret with which digests are made: 32 bytes in base64url. */
  key: Scalars['String']['input'];
  /** The network's ids of orders. */
  orderIds: Array<Scalars['ID']['input']>;
};

/** Result of `exportPersons`. */
export type ExportPersonsPayload = {
  __typename?: 'ExportPersonsPayload';
  /** What is stored, one row a record; empty when nothing is. */
  records: Array<PersonalRecord>;
  /** Why it was refused; empty on success. */
  userErrors: Array<UserError>;
};

/** What `extendBookings` takes. */
export type ExtendBookingsInput = {
  /** The cooperative that is asked. */
  cooperative: Scalars['ID']['input'];
  /** How long to keep the places from now on, in minutes: 1 to 1440. */
  holdMinutes: Scalars['Int']['input'];
  /** Chosen once for this act by the booking process. */
  idempotencyKey: Scalars['String']['input'];
  /** The network's id of the order. */
  orderId: Scalars['ID']['input'];
};

/** What may still be given of services together on each day, on whatever resources. */
export type FreeBudget = {
  __typename?: 'FreeBudget';
  /** The budget, less what of them is booked; never below 0. */
  minutes: Array<Scalars['Int']['output']>;
  /** Of which of the services asked about. */
  serviceIds: Array<Scalars['ID']['output']>;
};

/** How much is free of what does some services. In person-minutes, one number a day from `from` on. */
export type FreeCapacity = {
  __typename?: 'FreeCapacity';
  /** One for each of these services that may only be given so much of on a day. */
  budgets: Array<FreeBudget>;
  /** The first day, in the owner's zone. */
  from: Scalars['Date']['output'];
  /** Each resource that does one of the services asked about, once, in no order that tells anything. */
  resources: Array<FreeResource>;
};

/** A resource that does services asked about. */
export type FreeResource = {
  __typename?: 'FreeResource';
  /**
   * A sealed name, `<cooperative>:<sealed>`, another in each answer. A leg is held by it as by the resource's own id, and tells that id once it is
   * confirmed.
   */
  id: Scalars['ID']['output'];
  /** What is neither booked nor beyond its own budget for the day: open minutes times its size, less what is booked; never below 0. */
  minutes: Array<Scalars['Int']['output']>;
  /** Which of the services asked about it does. */
  serviceIds: Array<Scalars['ID']['output']>;
};

/** Somebody who can stand in. Neither a name nor whose member it is. */
export type FreeSubstitute = {
  __typename?: 'FreeSubstitute';
  /**
   * When they are open and not taken, buffers of what is booked before included: in order, apart from each other, over midnights too. Cut at the
   * ends of the days asked about, and at the first `earliestStart` of their services.
   */
  free: Array<FreeTime>;
  /**
   * A sealed name, `<cooperative>:<sealed>`, another in each answer. A leg is held by it as by the worker's own id, and tells that id once it is
   * confirmed.
   */
  id: Scalars['ID']['output'];
  /** What they speak. */
  languages: Array<Scalars['LanguageCode']['output']>;
  /** Minutes that they may still be given on each day from `from` on, of all services together; null without a limit. */
  minutes: Maybe<Array<Scalars['Int']['output']>>;
  /** From where they come: the cooperative's seat where they have no other. */
  municipality: Scalars['MunicipalityCode']['output'];
  /** How far they go from the middle of it; null without a limit. */
  radiusKm: Maybe<Scalars['Float']['output']>;
  /** Which of the services asked about they do. */
  serviceIds: Array<Scalars['ID']['output']>;
  /** What they can do, in the owner's words. */
  skills: Array<Scalars['String']['output']>;
};

/**
 * When substitutes are free. One of them can be booked for a service that they do, from a start on its grid and at its `earliestStart` or later, for
 * its minimum or longer, within one of their free times, if on each day that it lies on its minutes there, with those of whatever is booked beside it,
 * are within their budget and the service's, if it ends the service's buffer before they are taken next, and if nobody waits for that start.
 */
export type FreeSubstitutes = {
  __typename?: 'FreeSubstitutes';
  /** The first day, in the owner's zone. */
  from: Scalars['Date']['output'];
  /** The services asked about that are on offer. */
  services: Array<SubstituteService>;
  /** Their workers, each once, in no order that tells anything; also those who have nothing free. */
  substitutes: Array<FreeSubstitute>;
  /** IANA time zone of the days, and of the clock on which grids are counted from 00:00. */
  timeZone: Scalars['String']['output'];
};

/** A time in which somebody is free; its end not included. */
export type FreeTime = {
  __typename?: 'FreeTime';
  /** When it begins. */
  from: Scalars['DateTime']['output'];
  /** When they are taken next, at `to` or later; null when nothing is booked so soon that a buffer reaches it. */
  takenFrom: Maybe<Scalars['DateTime']['output']>;
  /** When it ends: they are closed or taken then, or the days asked about are over. */
  to: Scalars['DateTime']['output'];
};

/** What `holdBookings` takes. */
export type HoldBookingsInput = {
  /**
   * True: the owner has said yes to these very legs, as on the phone. Lead time, opening hours and public holidays are no reason to refuse
   * then; all else is, closures, places, budgets and buffers above all. Absent counts as false. A hub sends it only with a recorded yes, and
   * where the endpoint does not know it asks again without.
   */
  agreedByPhone?: InputMaybe<Scalars['Boolean']['input']>;
  /** The cooperative that is asked. */
  cooperative: Scalars['ID']['input'];
  /** True judges only: nothing is held, and `userErrors` says which legs would be refused. */
  dryRun?: Scalars['Boolean']['input'];
  /** How long to keep the places, in minutes: 1 to 1440. */
  holdMinutes: Scalars['Int']['input'];
  /** Chosen once for this act by the booking process. */
  idempotencyKey: Scalars['String']['input'];
  /** True holds what can be held; false holds all or none. */
  isEachForItself?: Scalars['Boolean']['input'];
  /** 1 to 100 legs, judged in this order, each after those before it. */
  legs: Array<HoldLegInput>;
  /** Where the buyer is. */
  municipality: Scalars['MunicipalityCode']['input'];
  /** The network's id of the order. */
  orderId: Scalars['ID']['input'];
  /** What people call the order by. */
  orderReference: Scalars['String']['input'];
};

/** One leg to hold. */
export type HoldLegInput = {
  /**
   * What one unit costs by an agreement of the buyer's with the cooperative, in place of the service's own price: quote and booking are at it.
   * Absent: the service's own. A hub sends it only where an agreement has a price; an endpoint that does not know it is not booked at another one.
   */
  agreedPrice?: InputMaybe<AgreedPriceInput>;
  /** Number of the leg in its order, from 0. */
  leg: Scalars['Int']['input'];
  /** How long it lasts. */
  minutes: Scalars['Int']['input'];
  /** How many. */
  quantity: Scalars['Int']['input'];
  /** Only this resource, by its id or by a sealed name from `freeCapacity` or `freeSubstitutes`; any of the service where absent. */
  resourceId?: InputMaybe<Scalars['ID']['input']>;
  /** What to book. */
  serviceId: Scalars['ID']['input'];
  /** When it begins. */
  start: Scalars['DateTime']['input'];
};

/** A picture of a service, or the logo of a cooperative. */
export type Image = {
  __typename?: 'Image';
  /** What the picture shows, for those who do not see it; null when the owner wrote none. */
  alt: Maybe<LocalizedString>;
  /** Where the picture is, over HTTPS. */
  url: Scalars['String']['output'];
};


/** A picture of a service, or the logo of a cooperative. */
export type ImageAltArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
};

/** What `importBusyCalendar` takes. */
export type ImportBusyCalendarInput = {
  /** True checks and counts only, and changes nothing. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The iCalendar text, at most 1 MB. Recurring events are followed for a year from today. */
  ics: Scalars['String']['input'];
  /** The resource, `<cooperative>:<local>`. */
  id: Scalars['ID']['input'];
};

/** Result of `importBusyCalendar`. */
export type ImportBusyCalendarPayload = {
  __typename?: 'ImportBusyCalendarPayload';
  /** How many closures the calendar gives from today on; null when `userErrors` is not empty. */
  closures: Maybe<Scalars['Int']['output']>;
  /** How many confirmed bookings lie in one of them and should be moved by somebody; null when `userErrors` is not empty. */
  conflictingBookings: Maybe<Scalars['Int']['output']>;
  /** What the caller can correct; empty on success. */
  userErrors: Array<UserError>;
};

/** What `importCooperative` takes. */
export type ImportCooperativeInput = {
  /** The cooperative whose data these are; must equal the file's `id`. */
  cooperative: Scalars['ID']['input'];
  /** True checks and counts only, and changes nothing. */
  dryRun?: InputMaybe<Scalars['Boolean']['input']>;
  /** The JSON text of `cooperatives/ID.json`, as schema/network.schema.json describes it. */
  json: Scalars['String']['input'];
};

/** Result of `importCooperative`. */
export type ImportCooperativePayload = {
  __typename?: 'ImportCooperativePayload';
  /** How many rows of each type were, or on a dry run would be, added, changed and withdrawn. */
  changes: Array<ImportCount>;
  /** The cooperative after the change; null when `userErrors` is not empty. */
  cooperative: Maybe<Cooperative>;
  /** How many there are of them in all; null likewise. */
  keptBookingCount: Maybe<Scalars['Int']['output']>;
  /**
   * Bookings of network orders that the file has otherwise than they are here: an import never changes or removes these. The first
   * 100; null when `userErrors` is not empty, or the owner's system does not tell.
   */
  keptBookings: Maybe<Array<Booking>>;
  /** How many there are of them in all; null likewise. */
  unplacedBookingCount: Maybe<Scalars['Int']['output']>;
  /**
   * Bookings of network orders that stand and are still to come, and by this file have no place any more: somebody has to find them
   * another, or call them off. By start, the first 100; null when `userErrors` is not empty, or the owner's system does not tell.
   */
  unplacedBookings: Maybe<Array<UnplacedBooking>>;
  /** Well-formed codes that no loaded list knows, and municipalities that have merged, whose successors are taken: accepted, but worth a second look. */
  unverified: Array<Scalars['String']['output']>;
  /** What the caller can correct; empty on success. */
  userErrors: Array<UserError>;
};

/** How an import changed the rows of one type. */
export type ImportCount = {
  __typename?: 'ImportCount';
  /** Rows that were not there before. */
  added: Scalars['Int']['output'];
  /** Rows that differ from before. */
  changed: Scalars['Int']['output'];
  /** Rows that are no longer there; a service is withdrawn, the others are removed. */
  removed: Scalars['Int']['output'];
  /** The type: `cooperative`, `members`, `resources`, `services` or `bookings`. */
  type: Scalars['String']['output'];
  /** Rows that were there already, exactly so. */
  unchanged: Scalars['Int']['output'];
};

/** Where an invoice is sent. */
export type Invoicing = {
  __typename?: 'Invoicing';
  /** Address for e-invoices, such as `0216:003715728600`. */
  eInvoiceAddress: Scalars['String']['output'];
  /** The operator that takes them in, such as `003721291126`; null when none was named. */
  operator: Maybe<Scalars['String']['output']>;
};

/** Where an invoice is sent. */
export type InvoicingInput = {
  /**
   * Address for e-invoices: a Peppol participant `<scheme>:<number>` such as `0216:003715728600`, `0007:5567037485` or `0088:7300010000001`, a Finnish
   * OVT such as `003715728600`, or a GLN. Check digits are checked where the scheme has them.
   */
  eInvoiceAddress: Scalars['String']['input'];
  /** The operator that takes them in: at most 100 characters. */
  operator?: InputMaybe<Scalars['String']['input']>;
};

/** A text in one language. */
export type LocalizedString = {
  __typename?: 'LocalizedString';
  /** The language the text is in; another than the one asked for where that one is missing. */
  language: Scalars['LanguageCode']['output'];
  /** The text itself. */
  text: Scalars['String']['output'];
};

/**
 * A person who is a member of a cooperative. Every field but `id` is null, until that person has made it public, to everybody but that person
 * and the cooperative's staff.
 */
export type Member = {
  __typename?: 'Member';
  /** E-mail address; null unless made public or one's own. */
  email: Maybe<Scalars['String']['output']>;
  /** Stable id, `<cooperative>:<local>`; opaque to clients. */
  id: Scalars['ID']['output'];
  /** Languages spoken; null unless made public or one's own. */
  languages: Maybe<Array<Scalars['LanguageCode']['output']>>;
  /** Name; null unless made public or one's own. */
  name: Maybe<Scalars['String']['output']>;
  /** Telephone number; null unless made public or one's own. */
  phone: Maybe<Scalars['String']['output']>;
};

/** A page of a cooperative's members. */
export type MemberConnection = {
  __typename?: 'MemberConnection';
  /** The members of this page. */
  edges: Array<MemberEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many members there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** A member's place in the list. */
export type MemberEdge = {
  __typename?: 'MemberEdge';
  /** Cursor of this row. */
  cursor: Scalars['String']['output'];
  /** The member; null when this one row could not be read. */
  node: Maybe<Member>;
};

/** A field of a member that the member can open to everybody. */
export type MemberField =
  /** The e-mail address. */
  | 'EMAIL'
  /** The languages spoken. */
  | 'LANGUAGES'
  /** The name. */
  | 'NAME'
  /** The telephone number. */
  | 'PHONE';

/** What `moveBookings` takes. */
export type MoveBookingsInput = {
  /** What one unit of the leg costs by agreement, as when it was held; absent: what the service's own price is now. */
  agreedPrice?: InputMaybe<AgreedPriceInput>;
  /** The cooperative that is asked. */
  cooperative: Scalars['ID']['input'];
  /** Chosen once for this act by the booking process. */
  idempotencyKey: Scalars['String']['input'];
  /** Number of the leg. */
  leg: Scalars['Int']['input'];
  /** The network's id of the order. */
  orderId: Scalars['ID']['input'];
  /** The new start. */
  start: Scalars['DateTime']['input'];
};

/** What can be done; safe to repeat. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Calls off held, confirmed and waiting legs of an order, all or none. Without `legs` a hold that arrives later is refused. */
  cancelBookings: Maybe<BookedLegsPayload>;
  /**
   * Gives several legs other starts and lengths, in one step: their places are free to all of them, and whoever is refused keeps its own. All or
   * none, or each for itself. A hub asks it for the visits of a series; those of an endpoint that does not know it can only be moved one by one.
   */
  changeBookings: Maybe<BookedLegsPayload>;
  /** Completes a confirmed or started booking and says what was delivered. For the owner's staff. */
  completeBooking: Maybe<BookingPayload>;
  /** Confirms the held legs of an order, all or none. */
  confirmBookings: Maybe<BookedLegsPayload>;
  /** Refuses a held or confirmed booking: its place is free again. For the owner's staff. */
  declineBooking: Maybe<BookingPayload>;
  /**
   * Confirms one leg, or puts it on the waiting list when it would fit but for other bookings. A waiting leg is confirmed by itself,
   * first come first served, as soon as its places are free.
   */
  enrolBookings: Maybe<BookedLegsPayload>;
  /**
   * Takes away who it was for in what was stored before an erasure was asked for: bookings stay with their times and prices. Only the network's
   * booking process asks it, with the scope `privacy`, and again from time to time with all erasures: what is known to be done costs nothing, and a
   * store that was restored does it anew. What is known here and was not sent is told, so that a booking process that was restored learns it.
   */
  erasePersons: Maybe<ErasePersonsPayload>;
  /** What is stored of a person. Only the network's booking process asks it, with the scope `privacy`, when that person's data are to be given out. */
  exportPersons: Maybe<ExportPersonsPayload>;
  /** Keeps the held legs of an order for longer, all or none. */
  extendBookings: Maybe<BookedLegsPayload>;
  /**
   * Keeps places for the legs of a network order, all or none, or each for itself. Only the network's booking process asks it, as
   * with every command on an order's bookings.
   */
  holdBookings: Maybe<BookedLegsPayload>;
  /**
   * Replaces the closures that were imported from a resource's own calendar: every event of the iCalendar text (RFC 5545) that is not
   * transparent or cancelled closes the resource. All or nothing. Repeating it changes nothing. Bookings stand as they are.
   */
  importBusyCalendar: Maybe<ImportBusyCalendarPayload>;
  /**
   * Replaces the cooperative's data by those of a network file: what is new is added, what differs is changed, services
   * that are missing are withdrawn. All or nothing. Repeating it changes nothing.
   */
  importCooperative: Maybe<ImportCooperativePayload>;
  /** Gives one leg another start, in one step: the old place is kept unless the new one is had. */
  moveBookings: Maybe<BookedLegsPayload>;
  /** Puts a service on offer or withdraws it. Repeating it changes nothing. */
  publishService: Maybe<PublishServicePayload>;
  /** The legs of an order as they stand; changes nothing. No row for legs of which nothing is known. */
  readBookings: Maybe<BookedLegsPayload>;
  /** Says that the customer did not come. For the owner's staff. */
  recordNoShow: Maybe<BookingPayload>;
  /**
   * Gives back the held legs of an order; what is not held stays as it is. Without `legs` a hold of this order that arrives later is
   * refused.
   */
  releaseBookings: Maybe<BookedLegsPayload>;
  /**
   * Gives the workers' calendars other secret links: the ones from before open nothing any more, so repeating it ends those of the time before. For
   * the owner's staff.
   */
  renewCalendarLinks: Maybe<RenewCalendarLinksPayload>;
  /** Says that the work of a confirmed booking has begun. Repeating it changes nothing. For the owner's staff. */
  startBooking: Maybe<BookingPayload>;
  /**
   * Says which fields of a member everybody may read: these and no others. By the member, or by the owner's staff on the member's word, which
   * the audit log keeps. Repeating it changes nothing.
   */
  updateMemberSharing: Maybe<UpdateMemberSharingPayload>;
};


/** What can be done; safe to repeat. */
export type MutationCancelBookingsArgs = {
  input: OrderBookingsInput;
};


/** What can be done; safe to repeat. */
export type MutationChangeBookingsArgs = {
  input: ChangeBookingsInput;
};


/** What can be done; safe to repeat. */
export type MutationCompleteBookingArgs = {
  input: CompleteBookingInput;
};


/** What can be done; safe to repeat. */
export type MutationConfirmBookingsArgs = {
  input: ConfirmBookingsInput;
};


/** What can be done; safe to repeat. */
export type MutationDeclineBookingArgs = {
  input: BookingActionInput;
};


/** What can be done; safe to repeat. */
export type MutationEnrolBookingsArgs = {
  input: EnrolBookingsInput;
};


/** What can be done; safe to repeat. */
export type MutationErasePersonsArgs = {
  input: ErasePersonsInput;
};


/** What can be done; safe to repeat. */
export type MutationExportPersonsArgs = {
  input: ExportPersonsInput;
};


/** What can be done; safe to repeat. */
export type MutationExtendBookingsArgs = {
  input: ExtendBookingsInput;
};


/** What can be done; safe to repeat. */
export type MutationHoldBookingsArgs = {
  input: HoldBookingsInput;
};


/** What can be done; safe to repeat. */
export type MutationImportBusyCalendarArgs = {
  input: ImportBusyCalendarInput;
};


/** What can be done; safe to repeat. */
export type MutationImportCooperativeArgs = {
  input: ImportCooperativeInput;
};


/** What can be done; safe to repeat. */
export type MutationMoveBookingsArgs = {
  input: MoveBookingsInput;
};


/** What can be done; safe to repeat. */
export type MutationPublishServiceArgs = {
  input: PublishServiceInput;
};


/** What can be done; safe to repeat. */
export type MutationReadBookingsArgs = {
  input: ReadBookingsInput;
};


/** What can be done; safe to repeat. */
export type MutationRecordNoShowArgs = {
  input: BookingActionInput;
};


/** What can be done; safe to repeat. */
export type MutationReleaseBookingsArgs = {
  input: OrderBookingsInput;
};


/** What can be done; safe to repeat. */
export type MutationRenewCalendarLinksArgs = {
  input: RenewCalendarLinksInput;
};


/** What can be done; safe to repeat. */
export type MutationStartBookingArgs = {
  input: BookingActionInput;
};


/** What can be done; safe to repeat. */
export type MutationUpdateMemberSharingArgs = {
  input: UpdateMemberSharingInput;
};

/** Why a service cannot be booked through the network, though its owner lists it. Values may be added. */
export type NotBookableReason =
  /** What does it is never open. */
  | 'NO_HOURS'
  /** Its owner has named nobody and nothing that does it. */
  | 'NO_RESOURCE'
  /** Its cooperative is not asked for a time. */
  | 'PAUSED'
  /** Its cooperative takes no bookings over the network: call it. `contact` has its number. */
  | 'PHONE_ONLY'
  /** It is no longer on offer. */
  | 'WITHDRAWN';

/** Hours on one day of the week, on the wall clock in the owner's zone. */
export type OpeningHours = {
  __typename?: 'OpeningHours';
  /** From when. */
  from: Scalars['LocalTime']['output'];
  /** Until when; after `from`. */
  to: Scalars['LocalTime']['output'];
  /** First day on which they hold; null when unlimited. */
  validFrom: Maybe<Scalars['Date']['output']>;
  /** Last day on which they hold; null when unlimited. */
  validTo: Maybe<Scalars['Date']['output']>;
  /** The day. */
  weekday: Weekday;
};

/** Names legs of an order. */
export type OrderBookingsInput = {
  /** The cooperative that is asked. */
  cooperative: Scalars['ID']['input'];
  /** Chosen once for this act by the booking process. */
  idempotencyKey: Scalars['String']['input'];
  /** Numbers of the legs; all of this cooperative where absent. */
  legs?: InputMaybe<Array<Scalars['Int']['input']>>;
  /** The network's id of the order. */
  orderId: Scalars['ID']['input'];
};

/** Where an order came from. */
export type OrderChannel =
  /** An advertisement. */
  | 'AD'
  /** A partner of the network. */
  | 'PARTNER'
  /** The coordinator's telephone. */
  | 'PHONE'
  /** A procurement of a municipality or another public buyer. */
  | 'PROCUREMENT'
  /** Radio. */
  | 'RADIO'
  /** Social media. */
  | 'SOCIAL'
  /** The network's or a cooperative's site. */
  | 'WEB';

/**
 * What an order says beside what and when. Personal data: whoever may read who ordered may read it, and a cooperative knows it once its part of the
 * order is confirmed.
 */
export type OrderDetails = {
  __typename?: 'OrderDetails';
  /** Where an invoice is sent; null when that was not said. */
  invoicing: Maybe<Invoicing>;
  /** The language in which the customer is spoken to, such as `fi`; null when that was not said. */
  language: Maybe<Scalars['LanguageCode']['output']>;
  /** Where the work is done; null when that was not said. */
  place: Maybe<WorkPlace>;
  /** The customer's own reference, which an invoice is to bear; null when none was given. */
  reference: Maybe<Scalars['String']['output']>;
  /** What the customer wishes, in their own words; null when nothing. */
  wish: Maybe<Scalars['String']['output']>;
};

/** What an order says beside what and when; each part only where there is something to say. */
export type OrderDetailsInput = {
  /** Where an invoice is sent, to an organisation. */
  invoicing?: InputMaybe<InvoicingInput>;
  /** The language in which the customer is to be spoken to. */
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
  /** Where the work is done. */
  place?: InputMaybe<WorkPlaceInput>;
  /** The customer's own reference, which an invoice is to bear: at most 100 characters. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** What the customer wishes, in their own words: at most 1000 characters. */
  wish?: InputMaybe<Scalars['String']['input']>;
};

/** Where an order stands. */
export type OrderState =
  /** Called off. */
  | 'CANCELLED'
  /** Agreed. */
  | 'CONFIRMED'
  /** The hold ran out. */
  | 'EXPIRED'
  /** It could not be had; nothing is left of it. */
  | 'FAILED'
  /** Kept until `expiresAt`. */
  | 'HELD'
  /** Some owner's answer is still awaited, or it waits for a place; `problem` says what is amiss. */
  | 'PENDING';

/** Where a page stands in its list (Relay Cursor Connections). */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last row of this page, to be given as `after`; null on an empty page. */
  endCursor: Maybe<Scalars['String']['output']>;
  /** Whether rows follow after `endCursor`. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether rows precede `startCursor`. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first row of this page; null on an empty page. */
  startCursor: Maybe<Scalars['String']['output']>;
};

/** A field and what stands there. */
export type PersonalField = {
  __typename?: 'PersonalField';
  /** Its name, such as `email`. */
  name: Scalars['String']['output'];
  /** Its value, as a text. */
  value: Scalars['String']['output'];
};

/** What is stored of a person in one record. */
export type PersonalRecord = {
  __typename?: 'PersonalRecord';
  /** The personal fields that are not empty. */
  fields: Array<PersonalField>;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** What it is. */
  kind: PersonalRecordKind;
};

/** What a record with personal data is. */
export type PersonalRecordKind =
  /** A booking in a cooperative's own system. */
  | 'BOOKING'
  /** How to reach a cooperative; its id is the cooperative's. */
  | 'CONTACT'
  /** A member of a cooperative. */
  | 'MEMBER'
  /** An order of the network. */
  | 'ORDER'
  /** A request of the work exchange. */
  | 'REQUEST'
  /** A place on a cooperative's waiting list; its id is the order's. */
  | 'WAITING';

/** Where letters and visitors go. */
export type PostalAddress = {
  __typename?: 'PostalAddress';
  /** Post town. */
  locality: Scalars['String']['output'];
  /** Postal code, such as `28100` or `582 22`. */
  postalCode: Scalars['String']['output'];
  /** Street and number, or box. */
  street: Scalars['String']['output'];
};

/** What one unit costs. Decimal strings with two decimals. */
export type Price = {
  __typename?: 'Price';
  /** Currency of `net` and `gross`. */
  currency: CurrencyCode;
  /** Price with value added tax, rounded half-up. */
  gross: Scalars['String']['output'];
  /** Price without value added tax. */
  net: Scalars['String']['output'];
  /** Value added tax in per cent, such as `25.5`. */
  vatRate: Scalars['String']['output'];
};

/** What one unit of a price buys. */
export type PriceUnit =
  /** One working day. */
  | 'DAY'
  /** One hour of one worker, or of one room. */
  | 'HOUR'
  /** One piece or one occasion. */
  | 'PIECE'
  /** One seat on a course. */
  | 'SEAT';

/** What `publishService` changes. */
export type PublishServiceInput = {
  /** The service. */
  id: Scalars['ID']['input'];
  /** True puts it on offer, false withdraws it. */
  published: Scalars['Boolean']['input'];
};

/** Result of `publishService`. */
export type PublishServicePayload = {
  __typename?: 'PublishServicePayload';
  /** The service after the change; null when `userErrors` is not empty. */
  service: Maybe<Service>;
  /** What the caller can correct; empty on success. */
  userErrors: Array<UserError>;
};

/** What can be asked. */
export type Query = {
  __typename?: 'Query';
  /**
   * The change feed, which only the network's catalogue reads. Every change to a listing gets the next revision; a row
   * appears once, at its latest revision, in rising order. A withdrawn service stays in the feed, marked so. Without `hasMore` the
   * last change has the latest revision; within an epoch the latest revision never falls. A feed that breaks this is refused.
   */
  catalogueChanges: Maybe<CatalogueChanges>;
};


/** What can be asked. */
export type QueryCatalogueChangesArgs = {
  first?: Scalars['Int']['input'];
  since?: Scalars['Int']['input'];
};

/** What something costs. Decimal strings with two decimals, rounded half-up; never a sum over currencies. */
export type Quote = {
  __typename?: 'Quote';
  /** Currency of all amounts. */
  currency: CurrencyCode;
  /** Sum of the lines with value added tax. */
  gross: Scalars['String']['output'];
  /** One line for each leg. */
  lines: Array<QuoteLine>;
  /** Sum of the lines without value added tax. */
  net: Scalars['String']['output'];
  /** Value added tax, the sum of the lines. */
  vat: Scalars['String']['output'];
};

/** One line of a quote. */
export type QuoteLine = {
  __typename?: 'QuoteLine';
  /** Amount with value added tax, rounded half-up. */
  gross: Scalars['String']['output'];
  /** Amount without value added tax. */
  net: Scalars['String']['output'];
  /** What a unit is. */
  unit: PriceUnit;
  /** Price of one unit without value added tax. */
  unitNet: Scalars['String']['output'];
  /** Units of the service's price that are charged, such as `3` or `1.5`; at most four decimals, rounded half-up for showing. */
  units: Scalars['String']['output'];
  /** `gross` less `net`. */
  vat: Scalars['String']['output'];
  /** Value added tax in per cent, such as `25.5`. */
  vatRate: Scalars['String']['output'];
};

/** What `readBookings` takes. */
export type ReadBookingsInput = {
  /** The cooperative that is asked. */
  cooperative: Scalars['ID']['input'];
  /** The network's id of the order. */
  orderId: Scalars['ID']['input'];
};

/** What `renewCalendarLinks` takes. */
export type RenewCalendarLinksInput = {
  /** The cooperative whose links are to end. */
  cooperative: Scalars['ID']['input'];
};

/** Result of `renewCalendarLinks`. */
export type RenewCalendarLinksPayload = {
  __typename?: 'RenewCalendarLinksPayload';
  /** The new links, by resource, at most 500; empty when `userErrors` is not. */
  links: Array<CalendarLink>;
  /** What the caller can correct; empty on success. */
  userErrors: Array<UserError>;
};

/** What somebody may be. Values may be added. */
export type Role =
  /** Reads the audit log. */
  | 'AUDITOR'
  /** The network's coordinator, who acts for those who call. */
  | 'COORDINATOR'
  /** Somebody whose e-mail address or telephone number is verified. */
  | 'HOUSEHOLD'
  /** A program that acts for one organisation. */
  | 'MACHINE'
  /** A member of a cooperative. */
  | 'MEMBER'
  /** A procurement officer of an organisation. */
  | 'OFFICER'
  /** Staff of a cooperative. */
  | 'STAFF';

/** Something that a cooperative offers. */
export type Service = {
  __typename?: 'Service';
  /**
   * Live from the owner: when it can be booked, one row a day; null when the owner could not be asked. At most 93 days, fewer on a
   * grid finer than three minutes or with very many resources, and none later than ten years from now. One request may ask an owner
   * for at most 20 different combinations of `from`, `to` and `minutes`, for any number of services and under any aliases. What it
   * asks of one owner is refused as a whole (`BAD_USER_INPUT`) when it is more than that, when the answer would have over 500000 days
   * and starts, or when over 4464000 starts, each counted once for each resource, would have to be looked at. A hundred services for
   * a month are well within.
   */
  availability: Maybe<Array<AvailabilityDay>>;
  /** By which rules it is booked; null from an endpoint that does not tell. */
  booking: Maybe<BookingRules>;
  /** A coarse summary of what can still be booked; null while none was made yet, and to everybody but the network's catalogue. */
  capacity: Maybe<CapacitySummary>;
  /** What it is in the EU's common procurement vocabulary; without check digits. */
  cpv: Array<Scalars['CpvCode']['output']>;
  /** What is included; null when the owner wrote nothing. */
  description: Maybe<LocalizedString>;
  /** Stable id, `<cooperative>:<local>`; opaque to clients. */
  id: Scalars['ID']['output'];
  /** Pictures, the most telling first. */
  images: Array<Image>;
  /** What kind of offer this is. */
  kind: ServiceKind;
  /** The languages in which the title or the description exists, the owner's first language first. */
  languages: Array<Scalars['LanguageCode']['output']>;
  /** Where it is offered. */
  municipalities: Array<Scalars['MunicipalityCode']['output']>;
  /**
   * Why it cannot be booked though it is on offer: NO_RESOURCE, NO_HOURS, or PHONE_ONLY, which holds for all services of an endpoint without
   * `holdBookings` and need not be said there. Null when it can be booked, and from an endpoint that does not tell.
   */
  notBookableBecause: Maybe<NotBookableReason>;
  /** Price of one unit. */
  price: Price;
  /** Live from the owner: whether it is on offer at this moment; null when the owner could not be asked. */
  published: Maybe<Scalars['Boolean']['output']>;
  /** Live from the owner: what a booking would cost, whether or not a place is free; null when the owner could not be asked. */
  quote: Maybe<Quote>;
  /** Short name of the offer. */
  title: LocalizedString;
  /** What one unit of the price buys. */
  unit: PriceUnit;
  /** When the listing last changed. */
  updatedAt: Scalars['DateTime']['output'];
};


/** Something that a cooperative offers. */
export type ServiceAvailabilityArgs = {
  from: Scalars['Date']['input'];
  minutes?: InputMaybe<Scalars['Int']['input']>;
  to: Scalars['Date']['input'];
};


/** Something that a cooperative offers. */
export type ServiceDescriptionArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
};


/** Something that a cooperative offers. */
export type ServiceQuoteArgs = {
  minutes: Scalars['Int']['input'];
  quantity?: InputMaybe<Scalars['Int']['input']>;
  start: Scalars['DateTime']['input'];
};


/** Something that a cooperative offers. */
export type ServiceTitleArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
};

/** What is offered. */
export type ServiceKind =
  /** Work done for a customer, such as cleaning or transport. */
  | 'SERVICE'
  /** A room, a kitchen, a hall: a place to be used for a time. */
  | 'SPACE'
  /** A person who stands in for an entrepreneur or employee. */
  | 'SUBSTITUTION'
  /** A course with seats. */
  | 'TRAINING';

/** By which rules a service of substitutes can be booked. */
export type SubstituteService = {
  __typename?: 'SubstituteService';
  /** How long before the worker is taken again a booking has to end, in minutes. */
  bufferMinutes: Scalars['Int']['output'];
  /** The first start that the lead time allows, by the owner's clock as it answers; on the grid or not. */
  earliestStart: Scalars['DateTime']['output'];
  /** Minutes between starts, counted from 00:00 on the wall clock of each day. */
  gridMinutes: Scalars['Int']['output'];
  /** `<cooperative>:<local>`. */
  id: Scalars['ID']['output'];
  /** The shortest booking, in minutes. */
  minMinutes: Scalars['Int']['output'];
  /** Minutes that may still be given of it on each day from `from` on, to all workers together; null without a limit. */
  minutes: Maybe<Array<Scalars['Int']['output']>>;
  /** Where it is offered. */
  municipalities: Array<Scalars['MunicipalityCode']['output']>;
  /** Price of one unit: what a booking is charged by now. */
  price: Price;
  /** What one unit of the price buys. */
  unit: PriceUnit;
  /** Starts on these days for which others wait, and which nobody else may have. */
  waitedFor: Array<Scalars['DateTime']['output']>;
};

/** A booking that stands, and has lost its place by an import. */
export type UnplacedBooking = {
  __typename?: 'UnplacedBooking';
  /** The booking; null when this one row could not be read. */
  booking: Maybe<Booking>;
  /** What it has lost. */
  lost: BookingLoss;
};

/** What `updateMemberSharing` takes. */
export type UpdateMemberSharingInput = {
  /** The fields that everybody may read from now on; none where empty. */
  fields: Array<MemberField>;
  /** The member. */
  id: Scalars['ID']['input'];
};

/** Result of `updateMemberSharing`. */
export type UpdateMemberSharingPayload = {
  __typename?: 'UpdateMemberSharingPayload';
  /** The member after the change, as the caller may see it; null when `userErrors` is not empty. */
  member: Maybe<Member>;
  /** What the caller can correct; empty on success. */
  userErrors: Array<UserError>;
};

/** Something in a mutation's input that the caller can correct. Nothing was changed. */
export type UserError = {
  __typename?: 'UserError';
  /**
   * At most three starts at which the same leg would succeed now, earliest first: of the requested local day, else of the first
   * of the next 14 days that has any. For TOO_SHORT, at which it would succeed if it were as long as `booking.minMinutes` of its service.
   * Empty or null where that is not the point.
   */
  alternatives: Maybe<Array<Scalars['DateTime']['output']>>;
  /** What is wrong, for programs. */
  code: UserErrorCode;
  /** Path into the input, list positions counted from 0; null when no single field is at fault. */
  field: Maybe<Array<Scalars['String']['output']>>;
  /** What was wanted and what came, for people. */
  message: Scalars['String']['output'];
  /**
   * True when nothing was decided: the idempotency key is not used up, and the same command, sent again with it, may be carried out. In
   * every other case the same command with the same key is answered the same for ever. Null counts as false.
   */
  retry: Maybe<Scalars['Boolean']['output']>;
};

/** What a caller can correct, in a form that programs can match. */
export type UserErrorCode =
  /** The input is malformed or contradicts itself; the message says what was wanted and what came. */
  | 'BAD_USER_INPUT'
  /** It could not fit even if nothing else were booked: more than the resources' size or their budget of minutes. */
  | 'CAPACITY_EXCEEDED'
  /** The cooperative could not be reached, did not answer in time, or has as many orders to answer as may wait for it. */
  | 'COOPERATIVE_UNAVAILABLE'
  /** The caller may not do this: the secret is missing or wrong, or a role is needed. */
  | 'FORBIDDEN'
  /** The hold has expired; nothing is kept any more. */
  | 'HOLD_EXPIRED'
  /** The idempotency key was used before, with another input. */
  | 'IDEMPOTENCY_CONFLICT'
  /** The booking, order, request or offer is not in a state in which this can be done. */
  | 'INVALID_STATE'
  /** The start has passed. */
  | 'IN_THE_PAST'
  /** What the id names does not exist, or is not on offer. */
  | 'NOT_FOUND'
  /** The start does not lie on the service's grid, counted from local midnight. */
  | 'OFF_GRID'
  /** It is not what the agreement buys: another code, currency, cooperative or time; the message names what was agreed and what came. */
  | 'OUTSIDE_AGREEMENT'
  /** The buyer's municipality is not one in which the service is offered. */
  | 'OUTSIDE_AREA'
  /** Outside the opening hours of every resource that could do it, or in a closure. */
  | 'OUTSIDE_HOURS'
  /** The cooperative takes no bookings over the network: call it. `contact` has its number, and so has the message, where it gives one. */
  | 'PHONE_ONLY'
  /** It would begin on, or reach into, a public holiday on which no resource of the service works. */
  | 'PUBLIC_HOLIDAY'
  /** More than one caller may have at once; the message names the limit and what it is, and the header `Retry-After` when to come back. */
  | 'RATE_LIMITED'
  /** It would fit but for other bookings; `alternatives` names starts that would do. */
  | 'SLOT_TAKEN'
  /** So much is asked at once that this was not begun, whoever asks; the header `Retry-After` says when to come back. */
  | 'TOO_BUSY'
  /** It would end later than ten years from now. */
  | 'TOO_LATE'
  /** Shorter than the service's minimum; `alternatives` names starts at which the minimum would do. */
  | 'TOO_SHORT'
  /** The start is nearer than the service's lead time allows. */
  | 'TOO_SOON';

/** A role, and for whom. */
export type ViewerRole = {
  __typename?: 'ViewerRole';
  /**
   * The cooperative's id of its members and staff; the business id of an officer's and a program's organisation; null where the role is not one
   * of an organisation.
   */
  organisation: Maybe<Scalars['String']['output']>;
  /** The role. */
  role: Role;
};

/** Somebody who waits for a place. */
export type WaitingEntry = {
  __typename?: 'WaitingEntry';
  /** How long it lasts. */
  minutes: Scalars['Int']['output'];
  /** The network's order that waits. */
  orderReference: Scalars['String']['output'];
  /** How many places are wanted, all at once. */
  quantity: Scalars['Int']['output'];
  /** For what. */
  service: Maybe<Service>;
  /** Since when. */
  since: Scalars['DateTime']['output'];
  /** The start waited for. */
  start: Scalars['DateTime']['output'];
};

/** A day of the week. */
export type Weekday =
  /** Friday. */
  | 'FR'
  /** Monday. */
  | 'MO'
  /** Saturday. */
  | 'SA'
  /** Sunday. */
  | 'SU'
  /** Thursday. */
  | 'TH'
  /** Tuesday. */
  | 'TU'
  /** Wednesday. */
  | 'WE';

/** Where work is done. */
export type WorkPlace = {
  __typename?: 'WorkPlace';
  /** How one comes in, such as a stairwell or who has the key; null when nothing was said. */
  accessNote: Maybe<Scalars['String']['output']>;
  /** Degrees north, by WGS 84; null when no point was given. */
  latitude: Maybe<Scalars['Float']['output']>;
  /** Degrees east, by WGS 84; null when no point was given. */
  longitude: Maybe<Scalars['Float']['output']>;
  /** In which municipality. */
  municipality: Scalars['MunicipalityCode']['output'];
  /** Postal code: `28100` in Finland, `582 22` in Sweden. */
  postalCode: Scalars['String']['output'];
  /** Street and number. */
  street: Scalars['String']['output'];
};

/** Where work is done. */
export type WorkPlaceInput = {
  /** How one comes in: at most 500 characters. */
  accessNote?: InputMaybe<Scalars['String']['input']>;
  /** Degrees north, by WGS 84: -90 to 90. Both or neither. */
  latitude?: InputMaybe<Scalars['Float']['input']>;
  /** Degrees east, by WGS 84: -180 to 180. Both or neither. */
  longitude?: InputMaybe<Scalars['Float']['input']>;
  /**
   * In which municipality; where absent that of the buyer, or of the request. It decides whether a service is offered there; with `enrol` the
   * buyer's does. Of a request no other than the request's.
   */
  municipality?: InputMaybe<Scalars['MunicipalityCode']['input']>;
  /** Postal code: five digits, in Sweden with or without a blank after the third. */
  postalCode: Scalars['String']['input'];
  /** Street and number: 1 to 200 characters. */
  street: Scalars['String']['input'];
};
