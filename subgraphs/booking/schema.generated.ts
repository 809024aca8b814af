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

/** What `acceptOffer` takes. */
export type AcceptOfferInput = {
  /** Any text of 1 to 200 characters that the caller chooses once for this act. */
  idempotencyKey: Scalars['String']['input'];
  /** The offer's id. */
  offerId: Scalars['ID']['input'];
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

/** What the network brought, beside what it costs, in one currency. */
export type Benefit = {
  __typename?: 'Benefit';
  /** The currency. */
  currency: CurrencyCode;
  /** The network's fee of all turnover that is told. Decimal string with two decimals; null where that is none. */
  fee: Maybe<Scalars['String']['output']>;
  /**
   * Turnover of orders of others' customers and of those of the network, without value added tax: of all but those that the cooperative itself answers for or has
   * ordered. Decimal string with two decimals, of the months in which what is left of the turnover is told too; null where there is none.
   */
  gained: Maybe<Scalars['String']['output']>;
  /** What is left out of these two. */
  withheld: Array<WithheldFigure>;
};

/** A time for which one resource of a cooperative is taken. */
export type Booking = {
  __typename?: 'Booking';
  /** Stable id, `<cooperative>:<local>`; opaque to clients. */
  id: Scalars['ID']['output'];
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

/** Who ordered. */
export type Buyer = {
  __typename?: 'Buyer';
  /** E-mail address; null when none was given, and in lists of orders and requests: read the one by itself. */
  email: Maybe<Scalars['String']['output']>;
  /** Where the work is done, or where the buyer is. */
  municipality: Scalars['MunicipalityCode']['output'];
  /** Name of the person or organisation; `–` once it was forgotten, as it is when its time is over. */
  name: Scalars['String']['output'];
  /** Business id of an organisation, a Finnish or Swedish one in its canonical form; null when none was given. */
  organisationId: Maybe<Scalars['String']['output']>;
  /** Telephone number; null when none was given, and in lists of orders and requests. */
  phone: Maybe<Scalars['String']['output']>;
};

/** Who orders. */
export type BuyerInput = {
  /**
   * E-mail address. Callers without a role give this or `phone`, and by each of both it is counted what they hold and have ahead: beyond
   * what strangers may have at once commands are RATE_LIMITED.
   */
  email?: InputMaybe<Scalars['String']['input']>;
  /**
   * Where the work is done, or where the buyer is; decides whether a service is offered there. One that has merged into another
   * counts as that, and the order's history says so.
   */
  municipality: Scalars['MunicipalityCode']['input'];
  /** Name of the person or organisation: 1 to 200 characters. */
  name: Scalars['String']['input'];
  /**
   * Business id of an organisation, such as a Y-tunnus; the number of a person is refused. Where an officer or a program gives none, it is
   * that of theirs. Of another's it is FORBIDDEN to officers, programs, households and members. Without a token anybody may give any: that
   * opens nothing to the organisation's people.
   */
  organisationId?: InputMaybe<Scalars['String']['input']>;
  /**
   * Telephone number, with 3 digits at least. Of callers without a role one that can be dialled: with its country, or as it is dialled in that of
   * `municipality`.
   */
  phone?: InputMaybe<Scalars['String']['input']>;
};

/** What `cancelLeg` takes. */
export type CancelLegInput = {
  /** Any text of 1 to 200 characters that the caller chooses once for this act: sending the same again has no further effect. */
  idempotencyKey: Scalars['String']['input'];
  /** Number of the leg, from 0. */
  leg: Scalars['Int']['input'];
  /** The order's id. */
  orderId: Scalars['ID']['input'];
  /** The secret that was returned when it was made. FORBIDDEN without it, but for those whose order it is and the coordinator. */
  secret?: InputMaybe<Scalars['String']['input']>;
};

/** Whether a service can take a piece of work. */
export type CandidateAnswer =
  /**
   * Its cooperative takes no bookings over the network: call it. `contact` has its number, and so has `message`, where it gives one. No
   * round offers work to it.
   */
  | 'CALL'
  /** The owner says so now. */
  | 'CAN'
  /** The owner says no; `reason` says why. */
  | 'CANNOT'
  /** The owner does not answer; nothing known speaks against it. A call may help. */
  | 'UNKNOWN';

/** What `changeSeries` takes. One change: `start` or `minutes` or both of them, `until`, or `end`. */
export type ChangeSeriesInput = {
  /** True lists the conflicts and changes nothing. */
  dryRun?: Scalars['Boolean']['input'];
  /** True calls off all of the visits. */
  end?: Scalars['Boolean']['input'];
  /** Number of the leg that is the first visit concerned, from 0. */
  fromLeg: Scalars['Int']['input'];
  /** Any text of 1 to 200 characters that the caller chooses once for this act: sending the same again has no further effect. */
  idempotencyKey: Scalars['String']['input'];
  /** How long each of the visits is to last, in minutes. */
  minutes?: InputMaybe<Scalars['Int']['input']>;
  /** The order's id. INVALID_STATE where it is no series: its visits are not of one service, or not at one hour of one weekday. */
  orderId: Scalars['ID']['input'];
  /** The secret that was returned when it was made. FORBIDDEN without it, but for those whose order it is and the coordinator. */
  secret?: InputMaybe<Scalars['String']['input']>;
  /** True changes the visits that can be, or adds those that can be had; the others stay as they are, or are left out. */
  skipConflicts?: Scalars['Boolean']['input'];
  /**
   * When that visit is to begin. The others begin earlier or later by as many days, hours and minutes on the owner's clocks: so another weekday
   * or another hour is given to all of them. Of a call-off within the time of its agreement (`OUTSIDE_AGREEMENT`).
   */
  start?: InputMaybe<Scalars['DateTime']['input']>;
  /**
   * The last day of the series from now on, in the owner's zone, included. Visits after an earlier one are called off; to a later one visits are
   * added, as the series goes: for at most a year, and up to 100 legs in all.
   */
  until?: InputMaybe<Scalars['Date']['input']>;
};

/** What came by one channel. */
export type ChannelFigures = {
  __typename?: 'ChannelFigures';
  /** Where it came from. */
  channel: OrderChannel;
  /** What came from there. */
  figures: Figures;
};

/** What `closeRequest` takes. */
export type CloseRequestInput = {
  /** Any text of 1 to 200 characters that the caller chooses once for this act. */
  idempotencyKey: Scalars['String']['input'];
  /** How it ended, at most 500 characters. */
  outcome: Scalars['String']['input'];
  /** The request's id. */
  requestId: Scalars['ID']['input'];
  /** The secret that was returned when it was made. FORBIDDEN without it, but for those whose request it is and the coordinator. */
  secret?: InputMaybe<Scalars['String']['input']>;
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
  /** The cooperative's slug, unique in the network; opaque to clients. */
  id: Scalars['ID']['output'];
};

/** What one cooperative has done. */
export type CooperativeFigures = {
  __typename?: 'CooperativeFigures';
  /** What the network brought to it, and what it costs, one entry a currency. */
  benefit: Array<Benefit>;
  /** The same by where it came from, one entry a channel. */
  channels: Array<ChannelFigures>;
  /** Which. */
  cooperative: Cooperative;
  /** By all channels. */
  figures: Figures;
};

/** A point on the earth, WGS 84. */
export type Coordinates = {
  __typename?: 'Coordinates';
  /** Degrees north: -90 to 90. */
  latitude: Scalars['Float']['output'];
  /** Degrees east: -180 to 180. */
  longitude: Scalars['Float']['output'];
};

/** A part of a leg's cost. The parts add up to the whole exactly: what is left from rounding goes to the largest remainders. */
export type CostShare = {
  __typename?: 'CostShare';
  /** Who bears it. */
  cooperative: Maybe<Cooperative>;
  /** Amount with value added tax; null while the cost is unknown. */
  gross: Maybe<Scalars['String']['output']>;
  /** Amount without value added tax; null while the cost is unknown. */
  net: Maybe<Scalars['String']['output']>;
  /** Per cent, such as `33.33`. */
  percent: Scalars['String']['output'];
};

/** A part of a leg's cost. */
export type CostShareInput = {
  /** The cooperative that bears it. */
  cooperative: Scalars['ID']['input'];
  /** Per cent, a decimal string with at most two decimals, such as `33.33`. */
  percent: Scalars['String']['input'];
};

/** What `createRequest` takes. */
export type CreateRequestInput = {
  /** How long each has to answer, in minutes: 1 to 10080. */
  answerMinutes?: Scalars['Int']['input'];
  /** Who asks. */
  caller: BuyerInput;
  /** Where the request comes from. */
  channel: OrderChannel;
  /**
   * CPV codes of it. Where absent the words of `what` are searched for, as many whole ones as 200 characters hold; `problem` says what of it
   * was left out.
   */
  cpv?: InputMaybe<Array<Scalars['CpvCode']['input']>>;
  /**
   * Where exactly the work is done, what the caller wishes, and what an invoice needs. Whoever is offered the work knows the municipality alone; who
   * has taken it knows all of it with its booking.
   */
  details?: InputMaybe<OrderDetailsInput>;
  /** Any text of 1 to 200 characters that the caller chooses once for this request, hard to guess. */
  idempotencyKey: Scalars['String']['input'];
  /** How long, in minutes. */
  minutes: Scalars['Int']['input'];
  /** Where. A municipality that has merged into another counts as that. */
  municipality: Scalars['MunicipalityCode']['input'];
  /** How many workers or places. */
  quantity?: Scalars['Int']['input'];
  /** How many cooperatives are offered it at a time: 1 to 20. */
  roundSize?: Scalars['Int']['input'];
  /** When it begins. */
  start: Scalars['DateTime']['input'];
  /** What is to be done: 1 to 1000 characters. No names or numbers of people: every cooperative that is offered it reads it. */
  what: Scalars['String']['input'];
};

/** Currency of a price. Amounts of different currencies are never compared or added. */
export type CurrencyCode =
  /** Euro. */
  | 'EUR'
  /** Swedish krona. */
  | 'SEK';

/** What `declineOffer` takes. */
export type DeclineOfferInput = {
  /** Any text of 1 to 200 characters that the caller chooses once for this act. */
  idempotencyKey: Scalars['String']['input'];
  /** Why, at most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The offer's id. */
  offerId: Scalars['ID']['input'];
};

/** What `enrol` takes. */
export type EnrolInput = {
  /** Who orders. */
  buyer: BuyerInput;
  /** Where the order comes from. */
  channel: OrderChannel;
  /** What it says beside what and when, as with `HoldOrderInput.details`; whoever keeps the waiting list knows it while it waits. */
  details?: InputMaybe<OrderDetailsInput>;
  /** Any text of 1 to 200 characters that the caller chooses once for this order, hard to guess. */
  idempotencyKey: Scalars['String']['input'];
  /** The course or room, and when. */
  leg: OrderLegInput;
};

/** What `erasePerson` takes, as `exportPerson` does. */
export type ErasePersonInput = {
  /** Only at this cooperative; everywhere where absent. */
  cooperative?: InputMaybe<Scalars['ID']['input']>;
  /** An e-mail address; upper and lower case are the same. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Any text of 1 to 200 characters that the caller chooses once for this act: sending it again says how far it has come. */
  idempotencyKey: Scalars['String']['input'];
  /** One order, with its bookings. */
  orderId?: InputMaybe<Scalars['ID']['input']>;
  /** A telephone number with its country, such as `+358 40 1234567`. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** One request of the work exchange. */
  requestId?: InputMaybe<Scalars['ID']['input']>;
  /** The secret of that order or request, where neither role nor sign-in opens it. */
  secret?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `erasePerson`. */
export type ErasePersonPayload = {
  __typename?: 'ErasePersonPayload';
  /** When it was asked for, by the network's clock: what is made later is another matter. Null when `userErrors` is not empty. */
  at: Maybe<Scalars['DateTime']['output']>;
  /** Whether it is done in all orders and requests; one that is just being confirmed or cancelled follows in seconds. */
  isDoneHere: Scalars['Boolean']['output'];
  /** Cooperatives that have not done so yet, and are asked again. */
  missing: Array<MissingCooperative>;
  /** What the caller can correct; empty on success. */
  userErrors: Array<UserError>;
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

/** What `exportPerson` takes. At least one of `email`, `phone`, `orderId` and `requestId`; records are given that have any of them. */
export type ExportPersonInput = {
  /** Only what this cooperative has; everything where absent. */
  cooperative?: InputMaybe<Scalars['ID']['input']>;
  /** An e-mail address; upper and lower case are the same. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** One order, with its bookings. */
  orderId?: InputMaybe<Scalars['ID']['input']>;
  /** A telephone number with its country, such as `+358 40 1234567`. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /** One request of the work exchange. */
  requestId?: InputMaybe<Scalars['ID']['input']>;
  /** The secret of that order or request, where neither role nor sign-in opens it. */
  secret?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `exportPerson`. */
export type ExportPersonPayload = {
  __typename?: 'ExportPersonPayload';
  /** Cooperatives that could not be asked: there may be more at these. */
  missing: Array<MissingCooperative>;
  /** What is stored, one row a record; empty when nothing is, or `userErrors` is not empty. */
  records: Array<PersonalRecord>;
  /** What the caller can correct; empty on success. */
  userErrors: Array<UserError>;
};

/** A figure. */
export type FigureName =
  /** `Figures.declined`. */
  | 'DECLINED'
  /** `Benefit.fee`. */
  | 'FEE'
  /** `Benefit.gained`. */
  | 'GAINED'
  /** `Figures.given`. */
  | 'GIVEN'
  /** `Figures.minutes`. */
  | 'MINUTES'
  /** `Figures.offerResponse`. */
  | 'OFFER_RESPONSE'
  /** `Figures.orderResponse`. */
  | 'ORDER_RESPONSE'
  /** `Figures.received`. */
  | 'RECEIVED'
  /** `Figures.requestsFilled`. */
  | 'REQUESTS_FILLED'
  /** `Figures.requestsMade`. */
  | 'REQUESTS_MADE'
  /** `Turnover.net`. */
  | 'TURNOVER'
  /** `Figures.unrecorded`. */
  | 'UNRECORDED';

/**
 * Orders and requests count in the month in which they were made, work in that on whose days it ended, in its cooperative's zone. A figure is null where it is
 * told of none of the months.
 */
export type Figures = {
  __typename?: 'Figures';
  /** Of these, those of which it agreed to nothing, or declined afterwards all it had agreed to. */
  declined: Maybe<Scalars['Int']['output']>;
  /** Orders of its customers that others carry out: of those that it answers for (`leadCooperative`) or has ordered itself. */
  given: Maybe<Scalars['Int']['output']>;
  /** Person-minutes of the work that was recorded as completed: as they were reported, and as agreed where its cooperative tells no minutes. */
  minutes: Maybe<Scalars['Int']['output']>;
  /** How long it took from an offer until the cooperative answered; offers without an answer do not count. Null also where there was none. */
  offerResponse: Maybe<ResponseTimes>;
  /** How long it took from an order until its owner said yes or no; null also where there was none, which `withheld` does not name then. */
  orderResponse: Maybe<ResponseTimes>;
  /**
   * Orders that it was asked to carry out and has agreed or declined; one of two cooperatives counts at both, also for all together. What was refused by a rule
   * that who ordered has not kept, such as the opening hours, is none.
   */
  received: Maybe<Scalars['Int']['output']>;
  /** Of these, those that it has taken, or that somebody has. */
  requestsFilled: Maybe<Scalars['Int']['output']>;
  /** Requests of the work exchange: of a cooperative those that it was offered, of all those that were made. */
  requestsMade: Maybe<Scalars['Int']['output']>;
  /** Price of the work that was recorded as completed, one entry a currency. */
  turnover: Array<Turnover>;
  /**
   * Pieces of work that are over and of which it is not known here what became of them. They count in neither minutes nor turnover until they are known to be
   * completed.
   */
  unrecorded: Maybe<Scalars['Int']['output']>;
  /** What is left out of these figures, because there are few people behind it; empty where they are whole. */
  withheld: Array<WithheldFigure>;
};

/** What `holdOrder` and `placeOrder` take. */
export type HoldOrderInput = {
  /**
   * The agreement under which it is ordered: a call-off. For the coordinator, and for officers and programs of the organisation whose agreement
   * it is. Each leg is of a cooperative of the agreement, lies within its time, and is of what it buys: a code of the service is one of its codes,
   * or lies above or below one (`OUTSIDE_AGREEMENT`). Legs are priced as `Agreement.prices` says.
   */
  agreementId?: InputMaybe<Scalars['ID']['input']>;
  /** Who orders. */
  buyer: BuyerInput;
  /** Where the order comes from. */
  channel: OrderChannel;
  /**
   * Where the work is done, what the customer wishes, and what an invoice needs. Each owner knows it once its legs are confirmed, and nobody before; where
   * its system does not take it, the order's history says so.
   */
  details?: InputMaybe<OrderDetailsInput>;
  /**
   * Any text of 1 to 200 characters that the caller chooses once for this order, hard to guess: sending the same again has no further
   * effect and gives the same answer. The same key of somebody else who is signed in is another order's.
   */
  idempotencyKey: Scalars['String']['input'];
  /** Which cooperative answers for a joint order; none in particular where absent. */
  leadCooperative?: InputMaybe<Scalars['ID']['input']>;
  /** 1 to 100 legs. */
  legs: Array<OrderLegInput>;
  /** What becomes of it when some legs cannot be had. */
  policy?: OrderPolicy;
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

/** How the owner of a leg has it otherwise than the order. */
export type LegDisagreement =
  /** Its owner knows nothing of it, though it is held, agreed, or waits. */
  | 'NOT_KNOWN'
  /** Its owner has it at another start than was agreed; `start` is the owner's. Moving it there agrees to that. */
  | 'OTHER_START'
  /** Its owner has it in a state that cannot follow from ours, such as a hold of what was confirmed. */
  | 'OTHER_STATE'
  /** Its owner keeps fewer places, or wants another price, than was agreed. */
  | 'OTHER_TERMS'
  /** It is called off, refused or run out here, and stands in its owner's books. Its owner is asked once, by itself, to call it off. */
  | 'STILL_STANDING'
  /** Its owner says of it what cannot be, or not be of what was ordered. */
  | 'UNREADABLE';

/** A text in one language. */
export type LocalizedString = {
  __typename?: 'LocalizedString';
  /** The language the text is in; another than the one asked for where that one is missing. */
  language: Scalars['LanguageCode']['output'];
  /** The text itself. */
  text: Scalars['String']['output'];
};

/** How surely a match is what was asked for. */
export type MatchFit =
  /** It does what was asked for. */
  | 'GOOD'
  /** Perhaps: it matches by a typo, by part of the question, by its description alone, or is of another kind. */
  | 'LOOSE';

/** What `retryMessage` and `dropMessage` take. */
export type MessageInput = {
  /** The message's id. */
  id: Scalars['ID']['input'];
};

/** Result of a command on a message. */
export type MessagePayload = {
  __typename?: 'MessagePayload';
  /** The message's id; null when `userErrors` is not empty. */
  id: Maybe<Scalars['ID']['output']>;
  /** What the caller can correct; empty on success. */
  userErrors: Array<UserError>;
};

/** A cooperative that has not answered. */
export type MissingCooperative = {
  __typename?: 'MissingCooperative';
  /** Which. */
  cooperative: Cooperative;
  /** Why, such as `could not be reached`; null while it was not asked yet. */
  reason: Maybe<Scalars['String']['output']>;
  /** Since when it has been asked, in real time. */
  since: Scalars['DateTime']['output'];
};

/** A sum of money in one currency. */
export type Money = {
  __typename?: 'Money';
  /** With value added tax. Decimal string with two decimals. */
  amount: Scalars['String']['output'];
  /** The currency. */
  currency: CurrencyCode;
  /** Without value added tax. */
  net: Scalars['String']['output'];
  /** Value added tax. */
  vat: Scalars['String']['output'];
};

/** What `moveOrder` takes. */
export type MoveOrderInput = {
  /** Any text of 1 to 200 characters that the caller chooses once for this act: sending the same again has no further effect. */
  idempotencyKey: Scalars['String']['input'];
  /** Number of the leg, from 0. */
  leg?: Scalars['Int']['input'];
  /** The order's id. */
  orderId: Scalars['ID']['input'];
  /** The secret that was returned when it was made. FORBIDDEN without it, but for those whose order it is and the coordinator. */
  secret?: InputMaybe<Scalars['String']['input']>;
  /** Its new start; of a call-off within the time of its agreement (`OUTSIDE_AGREEMENT`). */
  start: Scalars['DateTime']['input'];
};

/** What can be done; safe to repeat. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Takes an offer: the work is booked with the cooperative at once. For its staff, or its own system. */
  acceptOffer: Maybe<WorkOfferPayload>;
  /** Calls off one leg of an order; so one visit of a series is skipped, and the others stand. Repeating it changes nothing. */
  cancelLeg: Maybe<OrderPayload>;
  /** Calls off an order. Repeating it changes nothing. */
  cancelOrder: Maybe<OrderPayload>;
  /**
   * Changes a series from one visit on, as one thing: moves the visits, gives them another length, ends it earlier or later, or ends it at
   * once. All visits that are still to come and begin no earlier than that one are meant; whatever has begun stays as it is. Every visit is
   * judged before anything is changed: if some cannot be had they are listed, and nothing is changed unless `skipConflicts` lets them stay as
   * they are. Visits keep their places until they have the new ones. Single visits are moved with `moveOrder` and skipped with `cancelLeg`.
   */
  changeSeries: Maybe<SeriesPayload>;
  /** Ends a request that nobody needs any more. An order that was made for it stands. For who asked, or the coordinator. */
  closeRequest: Maybe<WorkRequestPayload>;
  /** Confirms a held order: all its legs or none. */
  confirmOrder: Maybe<OrderPayload>;
  /**
   * Records work that nobody has taken yet and offers it to the cooperatives that can do it, in rounds, until one takes it or
   * none is left.
   */
  createRequest: Maybe<WorkRequestPayload>;
  /** Declines an offer. For the cooperative's staff, or its own system. */
  declineOffer: Maybe<WorkOfferPayload>;
  /** Takes a message that reached nobody off the list. For the coordinator. */
  dropMessage: Maybe<MessagePayload>;
  /**
   * Enrols in a course or books a room at a fixed time. Where it is full the order waits, and is confirmed by itself when places become
   * free, first come first served.
   */
  enrol: Maybe<OrderPayload>;
  /**
   * Forgets a person everywhere: orders, requests and bookings stay, with times and money, without who it was. For whom `exportPerson` is. A
   * cooperative that does not answer is asked until it has done so; the same command with the same key says who is still missing. Cannot be undone.
   */
  erasePerson: Maybe<ErasePersonPayload>;
  /**
   * All that the network stores of a person: in orders and requests, and at cooperatives. By e-mail address and telephone number for the coordinator,
   * and at `cooperative` alone for its staff; of one order or request also for who made it. It is noted in the audit logs.
   */
  exportPerson: Maybe<ExportPersonPayload>;
  /**
   * Keeps the places of a held order for another while: until 30 minutes after it was made at most, or as long as the network says; then
   * it is RATE_LIMITED.
   */
  extendHold: Maybe<OrderPayload>;
  /**
   * Keeps places for a while: the caller is still on the phone. While as many orders are made as can be at once, a new one is TOO_BUSY, as
   * are those of `placeOrder`, `placeSeries` and `enrol`; nothing of it is begun.
   */
  holdOrder: Maybe<OrderPayload>;
  /** Gives one leg another start, all or nothing: the old place is kept until the new one is had. */
  moveOrder: Maybe<OrderPayload>;
  /**
   * Offers a request to further cooperatives now, without waiting for the round to end. For the coordinator, who may also name one that fits
   * but for its lead time or hours: then a yes on the phone books it.
   */
  offerRequest: Maybe<WorkRequestPayload>;
  /** Holds and confirms in one. */
  placeOrder: Maybe<OrderPayload>;
  /**
   * Orders weekly visits for up to a year, as one order. Every visit is judged before anything is held: if some cannot be had they are
   * listed, and nothing is ordered unless `skipConflicts` leaves them out.
   */
  placeSeries: Maybe<SeriesPayload>;
  /**
   * Records what a cooperative said on the phone. A spoken yes is pending until its system is reached and the booking is made there, for
   * which its lead time and opening hours do not count; places do. For the coordinator.
   */
  recordSpokenAnswer: Maybe<WorkOfferPayload>;
  /** Tries a message that reached nobody anew, for three days more. One that has arrived meanwhile is left as it is. For the coordinator. */
  retryMessage: Maybe<MessagePayload>;
  /**
   * Says where and of what a cooperative wants to be told, whole: what is left out is not told any more. Each message is tried for three days. For
   * the cooperative's staff, its own system and the coordinator.
   */
  setNotifications: Maybe<SetNotificationsPayload>;
};


/** What can be done; safe to repeat. */
export type MutationAcceptOfferArgs = {
  input: AcceptOfferInput;
};


/** What can be done; safe to repeat. */
export type MutationCancelLegArgs = {
  input: CancelLegInput;
};


/** What can be done; safe to repeat. */
export type MutationCancelOrderArgs = {
  input: OrderActionInput;
};


/** What can be done; safe to repeat. */
export type MutationChangeSeriesArgs = {
  input: ChangeSeriesInput;
};


/** What can be done; safe to repeat. */
export type MutationCloseRequestArgs = {
  input: CloseRequestInput;
};


/** What can be done; safe to repeat. */
export type MutationConfirmOrderArgs = {
  input: OrderActionInput;
};


/** What can be done; safe to repeat. */
export type MutationCreateRequestArgs = {
  input: CreateRequestInput;
};


/** What can be done; safe to repeat. */
export type MutationDeclineOfferArgs = {
  input: DeclineOfferInput;
};


/** What can be done; safe to repeat. */
export type MutationDropMessageArgs = {
  input: MessageInput;
};


/** What can be done; safe to repeat. */
export type MutationEnrolArgs = {
  input: EnrolInput;
};


/** What can be done; safe to repeat. */
export type MutationErasePersonArgs = {
  input: ErasePersonInput;
};


/** What can be done; safe to repeat. */
export type MutationExportPersonArgs = {
  input: ExportPersonInput;
};


/** What can be done; safe to repeat. */
export type MutationExtendHoldArgs = {
  input: OrderActionInput;
};


/** What can be done; safe to repeat. */
export type MutationHoldOrderArgs = {
  input: HoldOrderInput;
};


/** What can be done; safe to repeat. */
export type MutationMoveOrderArgs = {
  input: MoveOrderInput;
};


/** What can be done; safe to repeat. */
export type MutationOfferRequestArgs = {
  input: OfferRequestInput;
};


/** What can be done; safe to repeat. */
export type MutationPlaceOrderArgs = {
  input: HoldOrderInput;
};


/** What can be done; safe to repeat. */
export type MutationPlaceSeriesArgs = {
  input: PlaceSeriesInput;
};


/** What can be done; safe to repeat. */
export type MutationRecordSpokenAnswerArgs = {
  input: SpokenAnswerInput;
};


/** What can be done; safe to repeat. */
export type MutationRetryMessageArgs = {
  input: MessageInput;
};


/** What can be done; safe to repeat. */
export type MutationSetNotificationsArgs = {
  input: SetNotificationsInput;
};

/** The network as a whole, counted of the orders and requests that it has brought; no cooperative is asked. */
export type Network = {
  __typename?: 'Network';
  /**
   * What was done in whole months: those in which the two days lie, and all between them. Of a smaller time figures could be told by subtraction, behind which
   * there are few people; so could figures of a month that is not over, by asking again, so such a month is left out (`openMonths`). A figure behind which there
   * are fewer than 5 people in a month is withheld for that month, and so are as many others as it takes that nobody can subtract it, not even a cooperative
   * that knows its own. A figure of several months is the sum of the months that tell it; `withheld` names the others.
   */
  figures: Maybe<NetworkFigures>;
  /**
   * The network's fee for the work of a month, line by line. For the members and staff of the cooperative; of all, for the coordinator and the auditor. FORBIDDEN
   * for everybody else. NOT_FOUND where the network has no such cooperative.
   */
  settlement: Maybe<Settlement>;
};


/** The network as a whole, counted of the orders and requests that it has brought; no cooperative is asked. */
export type NetworkFiguresArgs = {
  from: Scalars['Date']['input'];
  to: Scalars['Date']['input'];
};


/** The network as a whole, counted of the orders and requests that it has brought; no cooperative is asked. */
export type NetworkSettlementArgs = {
  cooperative?: InputMaybe<Scalars['ID']['input']>;
  month: Scalars['String']['input'];
};

/** What was done in some months. */
export type NetworkFigures = {
  __typename?: 'NetworkFigures';
  /** Of all cooperatives together. */
  all: Figures;
  /** What the network brought to all, and what it costs, one entry a currency. */
  benefit: Array<Benefit>;
  /** The same by where it came from, one entry a channel. */
  channels: Array<ChannelFigures>;
  /** Of each cooperative, by id; at most 1,000. */
  cooperatives: Array<CooperativeFigures>;
  /** The first day that is counted: the first of a month. */
  from: Scalars['Date']['output'];
  /** Whether the last month is not over, and therefore not among the figures. */
  isPreliminary: Scalars['Boolean']['output'];
  /** The months that are not over, such as `2027-05`: they are in none of the figures. */
  openMonths: Array<Scalars['String']['output']>;
  /** The last day that is counted: the last of a month. */
  to: Scalars['Date']['output'];
};

/** Why nobody was found: of several reasons the first. */
export type NobodyReason =
  /** Whoever does it there was asked and cannot take it then; `reason` of each candidate says why. */
  | 'NONE_CAN'
  /** Nobody in the network does it, as far as the catalogue has read. */
  | 'NOT_OFFERED'
  /** Nobody does it there, and somebody does elsewhere: `municipality`. */
  | 'NOT_THERE'
  /** What is to be done was not understood: `notUnderstood`, or the request's `problem`, has the words. */
  | 'NOT_UNDERSTOOD'
  /** It is too short for everybody who does it there: `leastMinutes`. */
  | 'TOO_SHORT'
  /** Nothing is both what `text` says and of the codes in `cpv`, though the words alone find something. */
  | 'WORDS_AGAINST_CODES';

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

/** On which way somebody is told. */
export type NotificationChannel =
  /** An e-mail. */
  | 'EMAIL'
  /** An HTTP request to the receiver's own system, signed as Standard Webhooks has it. */
  | 'WEBHOOK';

/** What is told of. As a webhook's `type` the name is in small letters, with a dot after the first word: `offer.made`. */
export type NotificationEvent =
  /** The cooperative's own system does not answer. Told once an hour at most, to the coordinator and to the cooperative. */
  | 'COOPERATIVE_UNREACHABLE'
  /**
   * A quarter of the time for an answer is left, and five minutes at least where there are more than ten in all; nobody has answered. Once for each
   * offer.
   */
  | 'OFFER_EXPIRING'
  /** The cooperative was offered work. */
  | 'OFFER_MADE'
  /** Another cooperative has taken the work that was offered. */
  | 'OFFER_TAKEN'
  /** Work that was agreed, or for a place of which the order waited, is called off, by whoever it was. */
  | 'ORDER_CANCELLED'
  /** Work of the order is agreed. */
  | 'ORDER_CONFIRMED'
  /** Work that was agreed has another start. */
  | 'ORDER_MOVED'
  /** The order has got a place for which it waited. */
  | 'ORDER_PLACE_GIVEN';

/** In which language e-mails are written. */
export type NotificationLanguage =
  /** English. */
  | 'EN'
  /** Finnish. */
  | 'FI'
  /** Swedish. */
  | 'SV';

/** Where and of what a cooperative wants to be told. */
export type NotificationSettings = {
  __typename?: 'NotificationSettings';
  /** When it was last said, by the network's clock. */
  changedAt: Scalars['DateTime']['output'];
  /** Which. */
  cooperative: Maybe<Cooperative>;
  /** Where it takes e-mails; null where it wants none. */
  email: Maybe<Scalars['String']['output']>;
  /** Of what it is told. */
  events: Array<NotificationEvent>;
  /** In which language its e-mails are. */
  language: NotificationLanguage;
  /** Whether this network sends e-mails at all. */
  sendsEmail: Scalars['Boolean']['output'];
  /** Where its own system takes webhooks; null where it wants none. */
  webhookUrl: Maybe<Scalars['String']['output']>;
};

/** What `offerRequest` takes. */
export type OfferRequestInput = {
  /** Cooperatives to offer it to, 1 to 20, each with its best-fitting service; the next round where this and `services` are absent. */
  cooperatives?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Any text of 1 to 200 characters that the caller chooses once for this act. */
  idempotencyKey: Scalars['String']['input'];
  /** The request's id. */
  requestId: Scalars['ID']['input'];
  /**
   * Services to offer it with, 1 to 20, one of a cooperative: any that it offers in the municipality, also one that fits less or that the
   * words and codes of the request do not find. Beside `cooperatives` they must be of those; the others of them get their best-fitting one. Where the cooperative has it on offer with another service, and has not
   * answered, that offer is withdrawn for this one.
   */
  services?: InputMaybe<Array<Scalars['ID']['input']>>;
};

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

/** One customer's order of one or more legs. */
export type Order = {
  __typename?: 'Order';
  /** The agreement under which it was ordered; null when it is no call-off. */
  agreementId: Maybe<Scalars['ID']['output']>;
  /** Who ordered. */
  buyer: Buyer;
  /** Where it came from. */
  channel: OrderChannel;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /**
   * What it says beside what and when; null when nothing, once that was forgotten, and wherever the order is one of a list: read it by itself. For
   * whom `buyer` is.
   */
  details: Maybe<OrderDetails>;
  /** When the first of its holds runs out; null unless it is held. */
  expiresAt: Maybe<Scalars['DateTime']['output']>;
  /** What happened to it, oldest first; only ever added to. */
  history: Array<OrderEvent>;
  /** Random; opaque to clients. */
  id: Scalars['ID']['output'];
  /** Which cooperative answers for a joint order; null when none was named. */
  leadCooperative: Maybe<Cooperative>;
  /** In the order in which they were asked for. */
  legs: Array<OrderLeg>;
  /** What keeps it from going on, for people, in the language of `Accept-Language`, else in English; null when nothing does. */
  problem: Maybe<Scalars['String']['output']>;
  /** Short, to be said on the phone, such as `7KD-4PM`. Names an order, proves nothing. */
  reference: Scalars['String']['output'];
  /** The series that its legs are; null when it is none, and of an earlier release's until it is changed. */
  series: Maybe<Series>;
  /** Where it stands. */
  state: OrderState;
  /** What the legs that stand cost, one entry for each currency. */
  total: Array<Money>;
};

/** Names an order, by someone who knows its secret or whose it is. */
export type OrderActionInput = {
  /** Any text of 1 to 200 characters that the caller chooses once for this act: sending the same again has no further effect. */
  idempotencyKey: Scalars['String']['input'];
  /** The order's id. */
  orderId: Scalars['ID']['input'];
  /** The secret that was returned when it was made. FORBIDDEN without it, but for those whose order it is and the coordinator. */
  secret?: InputMaybe<Scalars['String']['input']>;
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

/** A page of orders. */
export type OrderConnection = {
  __typename?: 'OrderConnection';
  /** The orders of this page. */
  edges: Array<OrderEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

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

/** An order's place in the list. */
export type OrderEdge = {
  __typename?: 'OrderEdge';
  /** Cursor of this row. */
  cursor: Scalars['String']['output'];
  /** The order; null when this one row could not be read. */
  node: Maybe<Order>;
};

/** One thing that happened to an order. */
export type OrderEvent = {
  __typename?: 'OrderEvent';
  /** When. */
  at: Scalars['DateTime']['output'];
  /** What, for people, in the language of `Accept-Language`; in English where none of ours is wanted, and in orders of earlier releases. */
  text: Scalars['String']['output'];
};

/** Which orders to list. Conditions of different fields must all hold. */
export type OrderFilter = {
  /** Some leg begins on this day, in Finland. */
  day?: InputMaybe<Scalars['Date']['input']>;
  /** Beginning of any word of the buyer's name; case and accents do not matter, nor do the dots and rings of å, ä and ö. */
  name?: InputMaybe<Scalars['String']['input']>;
  /**
   * True: only those of which some owner has a leg otherwise than the order, so that a person has to see to it (`disagreement` of the
   * leg says how); false: only the others.
   */
  needsAttention?: InputMaybe<Scalars['Boolean']['input']>;
  /** This telephone number; its last 7 digits are compared, all of a shorter one. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /**
   * This very reference; hyphen, spaces and case do not matter. One or two letters that references never use (0, 1, A, E, I, L, O, U, Y) are
   * taken for any others where that leaves one reading among what may be listed; else it is BAD_USER_INPUT.
   */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** Only in this state. */
  state?: InputMaybe<OrderState>;
};

/** One thing ordered from one cooperative. */
export type OrderLeg = {
  __typename?: 'OrderLeg';
  /** One for each resource over which it is spread; empty when it could not be had, or waits. */
  bookings: Maybe<Array<Booking>>;
  /** Who does it. */
  cooperative: Maybe<Cooperative>;
  /** Who bears the cost; empty when the buyer does alone. */
  costShares: Array<CostShare>;
  /** Person-minutes that were delivered, as its owner reported them; null until it is completed, and where the owner does not tell. */
  deliveredMinutes: Maybe<Scalars['Int']['output']>;
  /**
   * How its owner has it otherwise, so that a person has to see to it, as after a backup was restored there; null while they agree, or the
   * owner has not been asked. Nothing that was agreed is dropped for it.
   */
  disagreement: Maybe<LegDisagreement>;
  /** How long it lasts, in minutes. */
  minutes: Scalars['Int']['output'];
  /** Its number in the order, from 0. */
  number: Scalars['Int']['output'];
  /** Why it could not be had, or how its owner has it otherwise, in the language of `Accept-Language`, else in English; null otherwise. */
  problem: Maybe<Scalars['String']['output']>;
  /** How many. */
  quantity: Scalars['Int']['output'];
  /** What it costs; null when its owner never answered. */
  quote: Maybe<Quote>;
  /** What was ordered, as the catalogue has it now. */
  service: Maybe<Service>;
  /** When it begins. */
  start: Scalars['DateTime']['output'];
  /** Where it stands, as last known. */
  state: BookingState;
  /** When the owner last said so; null when it never did. */
  stateAsOf: Maybe<Scalars['DateTime']['output']>;
  /** Name of the service as it was when ordered; null when its owner never answered. */
  title: Maybe<LocalizedString>;
  /** How many wait before it who could take its place, of whatever service or start; null when it does not wait. */
  waitingPosition: Maybe<Scalars['Int']['output']>;
};


/** One thing ordered from one cooperative. */
export type OrderLegTitleArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
};

/** One thing ordered from one cooperative. */
export type OrderLegInput = {
  /** Who bears the cost, as of a room used together; together 100 per cent. The buyer alone where absent. */
  costShares?: InputMaybe<Array<CostShareInput>>;
  /** How long it lasts, in minutes. */
  minutes: Scalars['Int']['input'];
  /** How many places, workers or pieces: at least 1. */
  quantity?: Scalars['Int']['input'];
  /** Only this resource, `<cooperative>:<resource>`, by its id or by the pseudonym of a search; any of the service where absent. */
  resourceId?: InputMaybe<Scalars['ID']['input']>;
  /** What to book. */
  serviceId: Scalars['ID']['input'];
  /** When it begins. */
  start: Scalars['DateTime']['input'];
};

/** Result of a command on an order. */
export type OrderPayload = {
  __typename?: 'OrderPayload';
  /** The order after the change; null when the command had no effect. */
  order: Maybe<Order>;
  /** Proves later that the order is the caller's. Only in the answer to the command that made it; keep it. */
  secret: Maybe<Scalars['String']['output']>;
  /** What the caller can correct, and with BEST_EFFORT which legs could not be had; empty on success. */
  userErrors: Array<UserError>;
};

/** What becomes of an order of which some legs cannot be had. */
export type OrderPolicy =
  /** Nothing is ordered. */
  | 'ALL_OR_NOTHING'
  /** The other legs are ordered. */
  | 'BEST_EFFORT';

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

/** What `placeSeries` takes. */
export type PlaceSeriesInput = {
  /** The agreement under which it is ordered, as with `HoldOrderInput.agreementId`; all visits begin while it runs. */
  agreementId?: InputMaybe<Scalars['ID']['input']>;
  /** Who orders. */
  buyer: BuyerInput;
  /** Where the order comes from. */
  channel: OrderChannel;
  /** What it says beside what and when, as with `HoldOrderInput.details`. */
  details?: InputMaybe<OrderDetailsInput>;
  /** True lists the conflicts and orders nothing. */
  dryRun?: Scalars['Boolean']['input'];
  /** Every how many weeks: 1 to 52. */
  everyWeeks?: Scalars['Int']['input'];
  /** Any text of 1 to 200 characters that the caller chooses once for this order, hard to guess. */
  idempotencyKey: Scalars['String']['input'];
  /** How long each visit lasts, in minutes. */
  minutes: Scalars['Int']['input'];
  /** How many places, workers or pieces. */
  quantity?: Scalars['Int']['input'];
  /** Only this resource; any of the service where absent. */
  resourceId?: InputMaybe<Scalars['ID']['input']>;
  /** What to book. */
  serviceId: Scalars['ID']['input'];
  /** True orders the visits that can be had and leaves the others out. */
  skipConflicts?: Scalars['Boolean']['input'];
  /** The first visit. The others are at the same wall time in the owner's zone, on the same weekday. */
  start: Scalars['DateTime']['input'];
  /** Last day, in the owner's zone, included; at most a year after the first visit. */
  until: Scalars['Date']['input'];
};

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

/** What can be asked. */
export type Query = {
  __typename?: 'Query';
  /**
   * Who read or changed personal data of orders and requests, the latest first. What cooperatives have noted of theirs is in
   * `Cooperative.auditEntries`. For the auditor.
   */
  auditEntries: Maybe<AuditEntryConnection>;
  /**
   * What the network has done together. For members and staff of every cooperative, the coordinator and the auditor; UNAUTHENTICATED or FORBIDDEN for
   * everybody else.
   */
  network: Maybe<Network>;
  /**
   * Where and of what a cooperative wants to be told; null where it has not said so yet. For its staff, its own system and the coordinator;
   * UNAUTHENTICATED or FORBIDDEN for everybody else.
   */
  notificationSettings: Maybe<NotificationSettings>;
  /**
   * One order; null when there is none with this id. Its legs are as their owners have them, or as last known where an owner does
   * not answer.
   */
  order: Maybe<Order>;
  /**
   * The orders that one may read, the latest first: those that one made, those of one's organisation, all for the coordinator. UNAUTHENTICATED
   * or FORBIDDEN for everybody else.
   */
  orders: Maybe<OrderConnection>;
  /**
   * Messages that reached nobody, the latest first: those of the last 30 days, and the latest 1,000 at most. For the coordinator; UNAUTHENTICATED
   * or FORBIDDEN for everybody else.
   */
  undeliveredMessages: Maybe<UndeliveredMessageConnection>;
  /** Who asks, as the network knows them. */
  viewer: Maybe<Viewer>;
  /**
   * Who could take a piece of work, while the caller waits: of each cooperative the services that fit best, with its live answer. Cooperatives
   * are asked in stages, the best-fitting and nearest first, until enough of them can or 1.4 seconds have passed; a larger `first` goes on.
   */
  whoCanTake: Maybe<WorkCandidates>;
  /**
   * What a cooperative was offered, the latest first, at most 200. For its staff, its own system and the coordinator; UNAUTHENTICATED or
   * FORBIDDEN for everybody else.
   */
  workOffers: Maybe<Array<WorkOffer>>;
  /** One request of the work exchange; null when there is none with this id. */
  workRequest: Maybe<WorkRequest>;
  /**
   * The requests of the work exchange that one may read, the latest first: those that one made, those of one's organisation, all for the
   * coordinator. UNAUTHENTICATED or FORBIDDEN for everybody else.
   */
  workRequests: Maybe<WorkRequestConnection>;
};


/** What can be asked. */
export type QueryAuditEntriesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  from: Scalars['DateTime']['input'];
  record?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['DateTime']['input']>;
};


/** What can be asked. */
export type QueryNotificationSettingsArgs = {
  cooperative: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryOrderArgs = {
  id: Scalars['ID']['input'];
  secret?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryOrdersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<OrderFilter>;
  first?: Scalars['Int']['input'];
};


/** What can be asked. */
export type QueryUndeliveredMessagesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** What can be asked. */
export type QueryWhoCanTakeArgs = {
  first?: Scalars['Int']['input'];
  need: WorkNeedInput;
};


/** What can be asked. */
export type QueryWorkOffersArgs = {
  cooperative: Scalars['ID']['input'];
  states?: InputMaybe<Array<WorkOfferState>>;
};


/** What can be asked. */
export type QueryWorkRequestArgs = {
  id: Scalars['ID']['input'];
  secret?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryWorkRequestsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<WorkRequestFilter>;
  first?: Scalars['Int']['input'];
  states?: InputMaybe<Array<WorkRequestState>>;
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

/** How long answers took, to the whole minute below. */
export type ResponseTimes = {
  __typename?: 'ResponseTimes';
  /** Half of the answers took no longer. */
  medianMinutes: Scalars['Int']['output'];
  /** Nine tenths of the answers took no longer. */
  p90Minutes: Scalars['Int']['output'];
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

/** The weekly visits of an order, as they go on. */
export type Series = {
  __typename?: 'Series';
  /** Every how many weeks. */
  everyWeeks: Scalars['Int']['output'];
  /** How long each visit lasts that is added, in minutes. */
  minutes: Scalars['Int']['output'];
  /** The last day, in the owner's zone, included; `changeSeries` makes it an earlier or a later one. */
  until: Scalars['Date']['output'];
};

/** A visit that cannot be had. */
export type SeriesConflict = {
  __typename?: 'SeriesConflict';
  /** At most three other starts on that day or soon after, earliest first; for TOO_SHORT, with `booking.minMinutes` of the service. */
  alternatives: Array<Scalars['DateTime']['output']>;
  /**
   * True: other starts were looked for, so that there are none within a fortnight where `alternatives` is empty. False: none was looked for, as
   * where no other start would help, or for the last of very many visits.
   */
  alternativesSearched: Scalars['Boolean']['output'];
  /** Why not. */
  code: UserErrorCode;
  /** Why not, for people, in the language of `Accept-Language`, else in English. */
  message: Scalars['String']['output'];
  /** When it would have begun. */
  start: Scalars['DateTime']['output'];
};

/** Result of `placeSeries` and `changeSeries`. */
export type SeriesPayload = {
  __typename?: 'SeriesPayload';
  /** The visits that cannot be had, by start. */
  conflicts: Array<SeriesConflict>;
  /** The order; null when nothing was ordered or changed. */
  order: Maybe<Order>;
  /**
   * Other weekdays on which fewer visits conflict at the same hour of the same weeks, those with the fewest first; where the first has none,
   * the whole series can be had then. Asked where visits conflict and nothing is ordered or changed; null where that was not asked, or the
   * owner did not say in time.
   */
  otherWeekdays: Maybe<Array<SeriesWeekday>>;
  /** Proves later that the order is the caller's. Keep it. Null in the answer to `changeSeries`. */
  secret: Maybe<Scalars['String']['output']>;
  /** What the caller can correct; empty on success. */
  userErrors: Array<UserError>;
};

/** The visits of a series on another weekday. */
export type SeriesWeekday = {
  __typename?: 'SeriesWeekday';
  /** How many of the visits cannot be had then. */
  conflicts: Scalars['Int']['output'];
  /** When the first visit would begin. */
  start: Scalars['DateTime']['output'];
};

/** Something that a cooperative offers. */
export type Service = {
  __typename?: 'Service';
  /** Stable id, `<cooperative>:<local>`; opaque to clients. */
  id: Scalars['ID']['output'];
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

/** What `setNotifications` takes. */
export type SetNotificationsInput = {
  /** The cooperative. */
  cooperative: Scalars['ID']['input'];
  /** Where it takes e-mails. None where absent. */
  email?: InputMaybe<Scalars['String']['input']>;
  /** Of what it is told; of everything where absent. */
  events?: InputMaybe<Array<NotificationEvent>>;
  /** Any text of 1 to 200 characters that the caller chooses once for this act. */
  idempotencyKey: Scalars['String']['input'];
  /** In which language its e-mails are. */
  language?: NotificationLanguage;
  /** Whether webhooks get another secret now. Both are used for a day, so that nothing is lost meanwhile. */
  rotateSecret?: Scalars['Boolean']['input'];
  /**
   * Where its own system takes webhooks: https in production, and no address of a private network there, without a user name, at most 500 characters.
   * None where absent.
   */
  webhookUrl?: InputMaybe<Scalars['String']['input']>;
};

/** Result of `setNotifications`. */
export type SetNotificationsPayload = {
  __typename?: 'SetNotificationsPayload';
  /**
   * With what webhooks are signed, `whsec_` and 32 bytes in base64. Only in the answer to the command that made it: with the first
   * `webhookUrl`, and with `rotateSecret`; keep it.
   */
  secret: Maybe<Scalars['String']['output']>;
  /** As they are now; null when `userErrors` is not empty. */
  settings: Maybe<NotificationSettings>;
  /** What the caller can correct; empty on success. */
  userErrors: Array<UserError>;
};

/**
 * The network's fee for the work of a month: of what was agreed for it, without value added tax. Work counts when its cooperative has recorded it as
 * completed, in the month in which it ended, in the cooperative's zone. What was cancelled, declined or ended as a no-show costs nothing.
 */
export type Settlement = {
  __typename?: 'Settlement';
  /** All as CSV (RFC 4180) with a line of headings: the lines (`line`), then the totals (`total`), each with the name and business id of its cooperative and the rate. */
  csv: Scalars['String']['output'];
  /** Its first day. */
  from: Scalars['Date']['output'];
  /** Whether the month is not over, so that there will be more. */
  isPreliminary: Scalars['Boolean']['output'];
  /** The work, by cooperative, currency, day and order. */
  lines: SettlementLineConnection;
  /** The month, such as `2027-05`. */
  month: Scalars['String']['output'];
  /** Per cent of the fee, such as `15.00`. */
  rate: Scalars['String']['output'];
  /** Its last day. */
  to: Scalars['Date']['output'];
  /** What is owed, one entry for each cooperative and currency with any work. */
  totals: Array<SettlementTotal>;
  /**
   * Pieces of work that are over and of which it is not known here what became of them: the cooperatives of up to 20 orders were asked for this answer, and
   * those of all are asked once a day. They count as soon as they are known to be completed.
   */
  unrecorded: Scalars['Int']['output'];
};


/**
 * The network's fee for the work of a month: of what was agreed for it, without value added tax. Work counts when its cooperative has recorded it as
 * completed, in the month in which it ended, in the cooperative's zone. What was cancelled, declined or ended as a no-show costs nothing.
 */
export type SettlementLinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** A piece of work that was done. */
export type SettlementLine = {
  __typename?: 'SettlementLine';
  /** Who did it. */
  cooperative: Cooperative;
  /** The currency. */
  currency: CurrencyCode;
  /** The day on which it ended, where the cooperative is. */
  date: Scalars['Date']['output'];
  /** Its part of the fee: rounded down, and up where that makes the parts add up to the whole. Decimal string with two decimals. */
  fee: Scalars['String']['output'];
  /** How long it took as agreed, in minutes. */
  minutes: Scalars['Int']['output'];
  /** What was agreed for it, without value added tax. Decimal string with two decimals. */
  net: Scalars['String']['output'];
  /** Reference of its order. */
  order: Scalars['String']['output'];
};

/** Lines of a settlement. */
export type SettlementLineConnection = {
  __typename?: 'SettlementLineConnection';
  /** The lines of this page. */
  edges: Array<SettlementLineEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many lines there are in all. */
  totalCount: Scalars['Int']['output'];
};

/** A line's place in the settlement. */
export type SettlementLineEdge = {
  __typename?: 'SettlementLineEdge';
  /** Cursor of this row. */
  cursor: Scalars['String']['output'];
  /** The line. */
  node: Maybe<SettlementLine>;
};

/** What one cooperative owes in one currency. */
export type SettlementTotal = {
  __typename?: 'SettlementTotal';
  /** Who owes it. */
  cooperative: Cooperative;
  /** The currency. */
  currency: CurrencyCode;
  /** The fee of that sum, rounded half-up. Decimal string with two decimals. */
  fee: Scalars['String']['output'];
  /** How many lines it has. */
  lines: Scalars['Int']['output'];
  /** Sum of the lines without value added tax. Decimal string with two decimals. */
  net: Scalars['String']['output'];
};

/** What `recordSpokenAnswer` takes. */
export type SpokenAnswerInput = {
  /** Whether they said yes. */
  accepted: Scalars['Boolean']['input'];
  /** Any text of 1 to 200 characters that the caller chooses once for this act. */
  idempotencyKey: Scalars['String']['input'];
  /** What was said and by whom, at most 500 characters. */
  note?: InputMaybe<Scalars['String']['input']>;
  /** The offer's id. */
  offerId: Scalars['ID']['input'];
};

/** Price of work that was done, in one currency. */
export type Turnover = {
  __typename?: 'Turnover';
  /** The currency. */
  currency: CurrencyCode;
  /** Without value added tax. Decimal string with two decimals; null where it is told of none of the months. */
  net: Maybe<Scalars['String']['output']>;
};

/** A message that reached nobody. */
export type UndeliveredMessage = {
  __typename?: 'UndeliveredMessage';
  /** Which order, request or cooperative it is about, by its id. */
  about: Scalars['ID']['output'];
  /** When it happened, by the network's clock. */
  at: Scalars['DateTime']['output'];
  /** How often it was tried. */
  attempts: Scalars['Int']['output'];
  /** On which way. */
  channel: NotificationChannel;
  /** Which cooperative was to be told; null where it was a customer or the coordinator. */
  cooperative: Maybe<Cooperative>;
  /** When it was given up; real time. */
  endedAt: Scalars['DateTime']['output'];
  /** Of what. */
  event: NotificationEvent;
  /** Stable; a webhook's `webhook-id`. */
  id: Scalars['ID']['output'];
  /** Whether the customer was to be told. */
  isForCustomer: Scalars['Boolean']['output'];
  /** How the last attempt ended, such as `HTTP 503`. */
  reason: Scalars['String']['output'];
};

/** A page of messages that reached nobody. */
export type UndeliveredMessageConnection = {
  __typename?: 'UndeliveredMessageConnection';
  /** The messages of this page. */
  edges: Array<UndeliveredMessageEdge>;
  /** Where the page stands in the whole list. */
  pageInfo: PageInfo;
};

/** A message in a page. */
export type UndeliveredMessageEdge = {
  __typename?: 'UndeliveredMessageEdge';
  /** Where the message stands in the list. */
  cursor: Scalars['String']['output'];
  /** The message. */
  node: Maybe<UndeliveredMessage>;
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

/** Who asks. */
export type Viewer = {
  __typename?: 'Viewer';
  /** How the person or program is called; null for the public, and where that is not told. */
  name: Maybe<Scalars['String']['output']>;
  /** What they may be; empty for the public, which is who shows no token. */
  roles: Array<ViewerRole>;
};

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

/** Why nobody was found for a piece of work. */
export type WhyNobody = {
  __typename?: 'WhyNobody';
  /** Kilometres from where the work is to its centre, to 0.1 km; null where one of them is unknown, and unless `reason` is `NOT_THERE`. */
  distanceKm: Maybe<Scalars['Float']['output']>;
  /** Where it is too short for some, the shortest that one of them takes; null otherwise, and where that is not known. */
  leastMinutes: Maybe<Scalars['Int']['output']>;
  /** The same for people, in the language of `Accept-Language`, else in English. */
  message: Scalars['String']['output'];
  /** The nearest municipality in which somebody does it; null unless `reason` is `NOT_THERE`. */
  municipality: Maybe<Scalars['MunicipalityCode']['output']>;
  /** Which of the reasons. */
  reason: NobodyReason;
};

/** Months of which a figure is not told, because there are few people behind it, or behind another that could be told by it. */
export type WithheldFigure = {
  __typename?: 'WithheldFigure';
  /** Of which currency; null where it is no amount of money. */
  currency: Maybe<CurrencyCode>;
  /** Which figure. */
  figure: FigureName;
  /** The months, such as `2027-05`, the first first; never empty. */
  months: Array<Scalars['String']['output']>;
};

/** A service that fits a piece of work. */
export type WorkCandidate = {
  __typename?: 'WorkCandidate';
  /** At most three other starts that would do, earliest first; for TOO_SHORT, with `booking.minMinutes` of the service. */
  alternatives: Array<Scalars['DateTime']['output']>;
  /** Whether it can take it. */
  answer: CandidateAnswer;
  /** Whose. */
  cooperative: Maybe<Cooperative>;
  /** Kilometres from where the work is to where the cooperative is, to 0.1 km; null where one of the places is not known. */
  distanceKm: Maybe<Scalars['Float']['output']>;
  /**
   * Where only its lead time, its hours or a holiday are in the way: the first start from the one asked for on that its owner can take by
   * its own rules. It may be offered the work all the same. Null otherwise, or when there is none within a year or its owner does not say.
   */
  earliestStart: Maybe<Scalars['DateTime']['output']>;
  /**
   * How surely it is what was asked for. LOOSE only where nobody's is GOOD, or where the coordinator asks for such a one; no round offers
   * work to it.
   */
  fit: MatchFit;
  /** The same, for people; null otherwise. */
  message: Maybe<Scalars['String']['output']>;
  /** What it would cost; null when the owner does not answer. */
  quote: Maybe<Quote>;
  /** Why it cannot, or `PHONE_ONLY` where it is to be called; null otherwise. */
  reason: Maybe<UserErrorCode>;
  /** Which. */
  service: Maybe<Service>;
};

/** Who could take a piece of work. */
export type WorkCandidates = {
  __typename?: 'WorkCandidates';
  /**
   * Those who can take it first, then those who perhaps can, those who could but for lead time or hours, and those who cannot. Among them the
   * best-fitting first, then the nearest, then the cheapest.
   */
  candidates: Array<WorkCandidate>;
  /** Whether this is all: every cooperative that fits was asked and has answered, the catalogue too, and the words and codes were understood. */
  complete: Scalars['Boolean']['output'];
  /** Those who did not answer though they had the time, or cannot be reached. */
  notAnswering: Array<Cooperative>;
  /**
   * Those who fit and were not asked, or could not be waited for, since enough others can or the time was up; the best-fitting first. A
   * larger `first` asks them too.
   */
  notAsked: Array<Cooperative>;
  /** The words and codes that were not understood, as they were given: they could not count. */
  notUnderstood: Array<Scalars['String']['output']>;
  /** Why there is nobody; null where somebody can, perhaps can, or could but for lead time or hours, and while the catalogue does not answer. */
  whyNobody: Maybe<WhyNobody>;
};

/** A piece of work for which somebody is looked for. */
export type WorkNeedInput = {
  /** CPV codes; services under any of them, or under a broader code, can do it. At least one of `cpv` and `text`. */
  cpv?: InputMaybe<Array<Scalars['CpvCode']['input']>>;
  /** How long, in minutes. */
  minutes: Scalars['Int']['input'];
  /** Where. A municipality that has merged into another counts as that. */
  municipality: Scalars['MunicipalityCode']['input'];
  /** How many workers or places. */
  quantity?: Scalars['Int']['input'];
  /** When it begins. */
  start: Scalars['DateTime']['input'];
  /** What is to be done, in words as the catalogue's search takes them: at most 200 characters. */
  text?: InputMaybe<Scalars['String']['input']>;
};

/** A request as one cooperative was offered it. */
export type WorkOffer = {
  __typename?: 'WorkOffer';
  /** When it was answered; null before. */
  answeredAt: Maybe<Scalars['DateTime']['output']>;
  /** Who asked; null until the cooperative has taken it. */
  caller: Maybe<Buyer>;
  /** To whom. */
  cooperative: Maybe<Cooperative>;
  /** Until when an answer is awaited; real time, even where the network's clock is stopped. */
  deadline: Scalars['DateTime']['output'];
  /** Random; opaque to clients. */
  id: Scalars['ID']['output'];
  /** Whether the coordinator recorded a spoken answer. */
  isSpoken: Scalars['Boolean']['output'];
  /** How long, in minutes. */
  minutes: Scalars['Int']['output'];
  /** Where. */
  municipality: Scalars['MunicipalityCode']['output'];
  /** Whether the start is within its lead time or outside its hours, so that nothing but a yes on the phone books it. */
  needsSpokenYes: Scalars['Boolean']['output'];
  /** What was said, or why it could not be booked; null when nothing was, and for everybody but the cooperative asked and the coordinator. */
  note: Maybe<Scalars['String']['output']>;
  /** How many workers or places. */
  quantity: Scalars['Int']['output'];
  /** Which round it belongs to, from 1. */
  round: Scalars['Int']['output'];
  /** With which of its services it could do it. */
  service: Maybe<Service>;
  /** When it begins. */
  start: Scalars['DateTime']['output'];
  /** Where it stands. */
  state: WorkOfferState;
  /** What is to be done; `–` once that was forgotten together with who asked. */
  what: Scalars['String']['output'];
};

/** Result of a command on an offer. */
export type WorkOfferPayload = {
  __typename?: 'WorkOfferPayload';
  /** The offer after the change; null when `userErrors` is not empty. */
  offer: Maybe<WorkOffer>;
  /** The order that was made; null when none was. */
  order: Maybe<Order>;
  /** What the caller can correct; empty on success. */
  userErrors: Array<UserError>;
};

/** Where an offer stands. */
export type WorkOfferState =
  /** Taken, and booked. */
  | 'ACCEPTED'
  /** Declined. */
  | 'DECLINED'
  /** Accepted, but it could not be booked; `note` says why. */
  | 'FAILED'
  /** An answer is awaited until `deadline`. */
  | 'OFFERED'
  /** A spoken yes; the booking waits for the cooperative's system. */
  | 'PENDING'
  /** No answer by the deadline. */
  | 'TIMED_OUT'
  /** Somebody else took it, it is offered with another service instead, or it is not needed any more. */
  | 'WITHDRAWN';

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

/** Work that somebody asked for. */
export type WorkRequest = {
  __typename?: 'WorkRequest';
  /** Who asked. */
  caller: Buyer;
  /** Where the request came from. */
  channel: OrderChannel;
  /** CPV codes of it. */
  cpv: Array<Scalars['CpvCode']['output']>;
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What it says beside what and when, which no offer tells; null when nothing, once that was forgotten, and wherever the request is one of a list. */
  details: Maybe<OrderDetails>;
  /** Random; opaque to clients. */
  id: Scalars['ID']['output'];
  /** How long, in minutes. */
  minutes: Scalars['Int']['output'];
  /** Where. */
  municipality: Scalars['MunicipalityCode']['output'];
  /** To whom it was offered, in the order of offering. */
  offers: Array<WorkOffer>;
  /** The order that was made of it; null until it is taken. */
  order: Maybe<Order>;
  /** How it ended, for people: in the language of `Accept-Language`, else in English, but as it was written by who closed it. Null until it has. */
  outcome: Maybe<Scalars['String']['output']>;
  /** What keeps it from going on, and whom to call, in the language of `Accept-Language`, else in English; null when there is nothing to do but wait. */
  problem: Maybe<Scalars['String']['output']>;
  /** How many workers or places. */
  quantity: Scalars['Int']['output'];
  /** Short, to be said on the phone. */
  reference: Scalars['String']['output'];
  /** Number of the latest round, from 1; 0 before the first. */
  round: Scalars['Int']['output'];
  /** When it begins. */
  start: Scalars['DateTime']['output'];
  /** Where it stands. */
  state: WorkRequestState;
  /** What is to be done; `–` once that was forgotten together with who asked. */
  what: Scalars['String']['output'];
  /** Why nobody could be offered it, as it was when somebody was last looked for; null where somebody was, or could be by a yes on the phone. */
  whyNobody: Maybe<WhyNobody>;
};

/** A page of requests. */
export type WorkRequestConnection = {
  __typename?: 'WorkRequestConnection';
  /** The requests of this page. */
  edges: Array<WorkRequestEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A request's place in the list. */
export type WorkRequestEdge = {
  __typename?: 'WorkRequestEdge';
  /** Cursor of this row. */
  cursor: Scalars['String']['output'];
  /** The request; null when this one row could not be read. */
  node: Maybe<WorkRequest>;
};

/** Which requests to list. Conditions of different fields must all hold. */
export type WorkRequestFilter = {
  /** The work begins on this day, in Finland. */
  day?: InputMaybe<Scalars['Date']['input']>;
  /** Beginning of any word of the name of who asked; case and accents do not matter, nor do the dots and rings of å, ä and ö. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** This telephone number of who asked; its last 7 digits are compared, all of a shorter one. */
  phone?: InputMaybe<Scalars['String']['input']>;
  /**
   * This very reference; hyphen, spaces and case do not matter. One or two letters that references never use (0, 1, A, E, I, L, O, U, Y) are
   * taken for any others where that leaves one reading among what may be listed; else it is BAD_USER_INPUT.
   */
  reference?: InputMaybe<Scalars['String']['input']>;
};

/** Result of a command on a request. */
export type WorkRequestPayload = {
  __typename?: 'WorkRequestPayload';
  /** The request after the change; null when `userErrors` is not empty. */
  request: Maybe<WorkRequest>;
  /** Proves later that the request is the caller's. Only in the answer to the command that made it; keep it. */
  secret: Maybe<Scalars['String']['output']>;
  /** What the caller can correct; empty on success. */
  userErrors: Array<UserError>;
};

/** Where a request stands. */
export type WorkRequestState =
  /** Ended because nobody needs it any more. */
  | 'CLOSED'
  /** Offered to some; an answer is awaited, or others are looked for, and `problem` says what is missing. */
  | 'OFFERED'
  /** Nobody has been offered it yet; `problem` says what is missing, or whom to call. */
  | 'OPEN'
  /** A cooperative said yes on the phone; the booking is made when its system is back. */
  | 'PENDING'
  /** Taken: `order` is with the cooperative that does it. */
  | 'TAKEN'
  /**
   * Everyone who fits was asked and has answered, and whoever could have taken it, be it by a yes on the phone alone, has declined, let it
   * time out, or could not book it; or its start has passed.
   */
  | 'UNFILLED';
