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

/** What an organisation has agreed with cooperatives. Orders that name it are its call-offs. */
export type Agreement = {
  __typename?: 'Agreement';
  /** The most that may be ordered, without value added tax. Decimal string with two decimals. */
  ceiling: Scalars['String']['output'];
  /** What its buyer was not content with, the latest first. */
  complaints: ComplaintConnection;
  /** Who supplies. */
  cooperatives: Array<Cooperative>;
  /**
   * What is bought, in the EU's common procurement vocabulary. A call-off is of a service with one of these codes, or one above or below it in the
   * tree, as searches match offers.
   */
  cpv: Array<Scalars['CpvCode']['output']>;
  /** Currency of ceiling and prices. */
  currency: CurrencyCode;
  /** What each cooperative has delivered; null while the booking process cannot be asked. */
  followUp: Maybe<Array<FollowUp>>;
  /** First day, in the buyer's country. */
  from: Scalars['Date']['output'];
  /** Stable id; opaque to clients. Taken as `agreementId` of an order. */
  id: Scalars['ID']['output'];
  /** Of what kind it is. */
  kind: AgreementKind;
  /** Business id of the buyer. */
  organisationId: Scalars['String']['output'];
  /**
   * What was agreed to be paid. A leg of a call-off costs, by the unit of its service, the most special of these prices whose code is or lies above
   * one of the service's; where none does, the only one below; where that is not one either, the service's own price. The cooperative books it at
   * the same price; one whose system does not know agreed prices refuses the order rather than charge another.
   */
  prices: Array<AgreementPrice>;
  /** For whom the contract was reserved; null for nobody. */
  reserved: Maybe<ReservedKind>;
  /** How the buyer names it. */
  title: Scalars['String']['output'];
  /** Last day, included. */
  to: Scalars['Date']['output'];
  /** The buyer's unit, such as a school; null for the whole organisation. */
  unit: Maybe<Scalars['String']['output']>;
  /** What was ordered under it; null while the booking process cannot be asked. */
  use: Maybe<AgreementUse>;
  /** What is to be looked at: 80 % and 100 % of the ceiling, 60 days before its end. */
  warnings: Array<Reason>;
};


/** What an organisation has agreed with cooperatives. Orders that name it are its call-offs. */
export type AgreementComplaintsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** A page of agreements. */
export type AgreementConnection = {
  __typename?: 'AgreementConnection';
  /** The agreements of this page. */
  edges: Array<AgreementEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** An agreement's place in the list. */
export type AgreementEdge = {
  __typename?: 'AgreementEdge';
  /** Cursor of this row. */
  cursor: Scalars['String']['output'];
  /** The agreement; null when this one row could not be read. */
  node: Maybe<Agreement>;
};

/** For how long and how much, with whom. */
export type AgreementKind =
  /** A contract with one or several cooperatives, without a competition. */
  | 'DIRECT'
  /** A framework agreement: what is ordered is called off from it. */
  | 'FRAMEWORK';

/** What came of a command on an agreement. */
export type AgreementPayload = {
  __typename?: 'AgreementPayload';
  /** The agreement after the change; null when nothing was done. */
  agreement: Maybe<Agreement>;
  /** What the caller can correct; empty on success. */
  userErrors: Array<UserError>;
};

/** A price that was agreed. */
export type AgreementPrice = {
  __typename?: 'AgreementPrice';
  /** For what. */
  cpv: Scalars['CpvCode']['output'];
  /** Price of one unit without value added tax, in the agreement's currency. Decimal string with two decimals. */
  net: Scalars['String']['output'];
  /** What one unit of the price buys. */
  unit: PriceUnit;
};

/** A price that was agreed. */
export type AgreementPriceInput = {
  /** For what: a code of the agreement, or one below it. */
  cpv: Scalars['CpvCode']['input'];
  /** Price of one unit without value added tax. Decimal string of at most two decimals. */
  net: Scalars['String']['input'];
  /** What one unit of the price buys. */
  unit: PriceUnit;
};

/** What was ordered under an agreement: what was confirmed and not called off. */
export type AgreementUse = {
  __typename?: 'AgreementUse';
  /** The latest that name it, whatever became of them, at most 50. */
  latest: Array<CallOff>;
  /** Without value added tax, in the agreement's currency; other currencies are not added. Decimal string with two decimals. */
  net: Scalars['String']['output'];
  /** How many orders under it stand, or were carried out: those that were refused, only held or called off are not counted. */
  orders: Scalars['Int']['output'];
  /** Per cent of the ceiling, one decimal, rounded half-up, such as `79.5`. */
  percent: Scalars['String']['output'];
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

/** Who buys. */
export type BuyerKind =
  /** An authority of central government. */
  | 'CENTRAL'
  /** Any other, such as a municipality. */
  | 'SUB_CENTRAL';

/** An order under an agreement. */
export type CallOff = {
  __typename?: 'CallOff';
  /** When it was made. */
  createdAt: Scalars['DateTime']['output'];
  /** What of it counts against the ceiling, without value added tax, in the agreement's currency: 0.00 where nothing of it stands. */
  net: Scalars['String']['output'];
  /** Id of the order. */
  orderId: Scalars['ID']['output'];
  /** Its reference, to be said on the phone. */
  reference: Scalars['String']['output'];
  /** Where it stands. */
  state: OrderState;
};

/** Something that the buyer was not content with. */
export type Complaint = {
  __typename?: 'Complaint';
  /** When it was recorded. */
  at: Scalars['DateTime']['output'];
  /** About whose work. */
  cooperative: Cooperative;
  /** What it is about. */
  kind: ComplaintKind;
  /** Reference of the order that it is about; null for none. */
  orderReference: Maybe<Scalars['String']['output']>;
};

/** A page of complaints. */
export type ComplaintConnection = {
  __typename?: 'ComplaintConnection';
  /** The complaints of this page. */
  edges: Array<ComplaintEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A complaint's place in the list. */
export type ComplaintEdge = {
  __typename?: 'ComplaintEdge';
  /** Cursor of this row. */
  cursor: Scalars['String']['output'];
  /** The complaint; null when this one row could not be read. */
  node: Maybe<Complaint>;
};

/** What a complaint is about. */
export type ComplaintKind =
  /** What was charged. */
  | 'BILLING'
  /** It came late. */
  | 'DELAY'
  /** It was not done. */
  | 'NOT_DONE'
  /** Something else. */
  | 'OTHER'
  /** How well it was done. */
  | 'QUALITY';

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

/** What is bought, as procurement law divides it. */
export type ContractKind =
  /** Other special services of that annex. */
  | 'OTHER_SPECIAL_SERVICES'
  /** Services, cleaning and caretaking among them. */
  | 'SERVICES'
  /** Social and health services of Annex XIV of Directive 2014/24/EU. */
  | 'SOCIAL_AND_HEALTH_SERVICES'
  /** Supplies. */
  | 'SUPPLIES'
  /** Works. */
  | 'WORKS';

/** A cooperative: a company owned by its members. */
export type Cooperative = {
  __typename?: 'Cooperative';
  /** The cooperative's slug, unique in the network; opaque to clients. */
  id: Scalars['ID']['output'];
};

/** A point on the earth, WGS 84. */
export type Coordinates = {
  __typename?: 'Coordinates';
  /** Degrees north: -90 to 90. */
  latitude: Scalars['Float']['output'];
  /** Degrees east: -180 to 180. */
  longitude: Scalars['Float']['output'];
};

/** How much of what is wanted can be delivered, in person-minutes over the whole period. */
export type Coverage = {
  __typename?: 'Coverage';
  /** What all who are eligible can deliver. */
  coveredMinutes: Scalars['Int']['output'];
  /** What is wanted. */
  demandMinutes: Scalars['Int']['output'];
  /** Days on which `coveredMinutes` falls short. */
  shortfall: Array<Shortfall>;
  /** What can be delivered when each is counted only on days on which its evidence is valid. */
  strictMinutes: Scalars['Int']['output'];
};

/** How well the CPV codes of an offer match a lot's. */
export type CpvMatch =
  /** A code above the lot's: the offer is broader. */
  | 'BROADER'
  /** The same code. */
  | 'EXACT'
  /** A code below the lot's: the offer is a part of it, and is not counted. */
  | 'PARTIAL';

/** Currency of a price. Amounts of different currencies are never compared or added. */
export type CurrencyCode =
  /** Euro. */
  | 'EUR'
  /** Swedish krona. */
  | 'SEK';

/** The last day of a time limit. */
export type Deadline = {
  __typename?: 'Deadline';
  /** With which it ends. */
  day: Scalars['Date']['output'];
  /** That all this is indicative, in words. */
  notice: LocalizedString;
  /** Days to which it would have come first; empty where it is not moved. */
  passedOver: Array<PassedOverDay>;
};


/** The last day of a time limit. */
export type DeadlineNoticeArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
};

/** A time limit. */
export type DeadlineInput = {
  /** Whose days off count: `FI` or `SE`. */
  country: Scalars['CountryCode']['input'];
  /** How many days it has, 0 to 3660; 0 for a last day that is named. */
  days: Scalars['Int']['input'];
  /** The day from which it counts, from 1995-01-01 to 2199-12-31; it is not counted itself. */
  from: Scalars['Date']['input'];
};

/** Evidence just as a cooperative declares it; what is absent here is absent there. */
export type DeclaredEvidenceInput = {
  /** Share of disadvantaged workers among all, from 0 to 1. */
  disadvantagedShare?: InputMaybe<Scalars['Float']['input']>;
  /** Which grade, standard, label or insurance. */
  grade?: InputMaybe<Scalars['String']['input']>;
  /** Who issued it. */
  issuer?: InputMaybe<Scalars['String']['input']>;
  /** The issuer's number for it. */
  number?: InputMaybe<Scalars['String']['input']>;
  /** Of what kind. */
  scheme: EvidenceScheme;
  /** First day on which it is valid. */
  validFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Last day on which it is valid. */
  validTo?: InputMaybe<Scalars['Date']['input']>;
};

/** A kind of document that shows what evidence says. */
export type DocumentKind =
  /** A certificate. */
  | 'CERTIFICATE'
  /** A contract or a policy, such as of an insurance. */
  | 'CONTRACT'
  /** A decision of an authority. */
  | 'DECISION'
  /** Another document. */
  | 'OTHER'
  /** An extract from a register. */
  | 'REGISTER_EXTRACT'
  /** A statement of somebody else than the cooperative, such as its auditor. */
  | 'STATEMENT';

/** What `endAgreement` takes. */
export type EndAgreementInput = {
  /** The agreement. */
  agreementId: Scalars['ID']['input'];
  /** Its last day from now on: today in the buyer's country or later, and no later than it has. What was called off beyond it stands until it is called off. */
  on: Scalars['Date']['input'];
};

/** What came of asking one cooperative what it has free. */
export type EndpointAnswer = {
  __typename?: 'EndpointAnswer';
  /** When it came, or was waited for no longer, by the network's clock. */
  at: Scalars['DateTime']['output'];
  /** Whose it is. */
  cooperative: Cooperative;
  /** SHA-256 of the answer's canonical JSON, in lower-case hexadecimal; null when there was none. */
  hash: Maybe<Scalars['String']['output']>;
  /** Why there was none; null when there was one. */
  reason: Maybe<Reason>;
};

/** A sum of money that was estimated, without value added tax. */
export type EstimatedValue = {
  __typename?: 'EstimatedValue';
  /** Decimal string with two decimals. */
  amount: Scalars['String']['output'];
  /** The currency. */
  currency: CurrencyCode;
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

/** That the coordinator has seen a document for evidence of a cooperative. */
export type EvidenceVerification = {
  __typename?: 'EvidenceVerification';
  /** Whose evidence. */
  cooperative: Cooperative;
  /** What kind of document was seen. */
  document: DocumentKind;
  /** The evidence, as it was declared when the document was seen. */
  evidence: Evidence;
  /** Stable id; opaque to clients. */
  id: Scalars['ID']['output'];
  /** Whether the cooperative declares the very same now: if not, this verifies nothing. Null while the catalogue cannot be asked. */
  isDeclared: Maybe<Scalars['Boolean']['output']>;
  /** Which document; `–` after ten years. */
  reference: Scalars['String']['output'];
  /** When, by the network's clock. */
  verifiedAt: Scalars['DateTime']['output'];
  /** Who saw it, by a pseudonym; null after ten years. */
  verifiedBy: Maybe<Scalars['String']['output']>;
  /** That it was taken back; null where it stands. */
  withdrawal: Maybe<VerificationWithdrawal>;
};

/** A page of verifications. */
export type EvidenceVerificationConnection = {
  __typename?: 'EvidenceVerificationConnection';
  /** The verifications of this page. */
  edges: Array<EvidenceVerificationEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A verification's place in the list. */
export type EvidenceVerificationEdge = {
  __typename?: 'EvidenceVerificationEdge';
  /** Cursor of this row. */
  cursor: Scalars['String']['output'];
  /** The verification; null when this one row could not be read. */
  node: Maybe<EvidenceVerification>;
};

/** What came of a command on a verification. */
export type EvidenceVerificationPayload = {
  __typename?: 'EvidenceVerificationPayload';
  /** What the caller can correct; empty on success. */
  userErrors: Array<UserError>;
  /** The verification after the change; null when nothing was done. */
  verification: Maybe<EvidenceVerification>;
};

/** Somebody who could not. */
export type ExcludedCandidate = {
  __typename?: 'ExcludedCandidate';
  /** Who. */
  candidate: Pseudonym;
  /** Why: all that apply. */
  reasons: Array<Reason>;
};

/** What one cooperative has delivered under an agreement. Person-minutes. */
export type FollowUp = {
  __typename?: 'FollowUp';
  /** How many complaints there were. */
  complaints: Scalars['Int']['output'];
  /** The cooperative. */
  cooperative: Cooperative;
  /** What it reported as delivered. */
  deliveredMinutes: Scalars['Int']['output'];
  /** Of all that was ordered and has ended: its time is over, or the cooperative has reported on it. */
  promisedMinutes: Scalars['Int']['output'];
  /** Of what has ended: of which it is not known here yet whether it was done; those who supply were asked for this answer. */
  unreportedMinutes: Scalars['Int']['output'];
  /**
   * Of what it delivered, the share that is work of disabled or disadvantaged people by its evidence of today, rounded half-up; null where it has
   * no such evidence, or the catalogue cannot be asked.
   */
  workIntegrationMinutes: Maybe<Scalars['Int']['output']>;
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

/** A time, its end not included. */
export type Interval = {
  __typename?: 'Interval';
  /** When it begins. */
  from: Scalars['DateTime']['output'];
  /** When it ends. */
  to: Scalars['DateTime']['output'];
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

/** One lot of a need. */
export type Lot = {
  __typename?: 'Lot';
  /** What a supplier of it has to hold. */
  certifications: Array<WantedEvidence>;
  /** What is wanted. */
  cpv: Scalars['CpvCode']['output'];
  /** The officer's own id of it. */
  id: Scalars['ID']['output'];
  /** Person-minutes wanted on each working day. */
  minutesPerDay: Scalars['Int']['output'];
  /** Where. */
  municipality: Scalars['MunicipalityCode']['output'];
};

/** How much of one lot can be delivered, as if it were the only one; in person-minutes over the whole period. */
export type LotCoverage = {
  __typename?: 'LotCoverage';
  /** What all who are eligible can deliver. */
  coveredMinutes: Scalars['Int']['output'];
  /** What is wanted. */
  demandMinutes: Scalars['Int']['output'];
  /** The lot. */
  lotId: Scalars['ID']['output'];
  /** What is offered for it by those who are eligible; those that match partly are not counted. */
  offers: Array<LotOffer>;
  /** Days on which `coveredMinutes` falls short. */
  shortfall: Array<Shortfall>;
  /** What can be delivered when each is counted only on days on which its evidence is valid. */
  strictMinutes: Scalars['Int']['output'];
};

/** One lot of a need. */
export type LotInput = {
  /** What a supplier of this lot has to hold on the day, beside what the reservation asks for. */
  certifications?: InputMaybe<Array<WantedEvidenceInput>>;
  /** What is wanted, in the EU's common procurement vocabulary; an offer of this code or of one above it counts. */
  cpv: Scalars['CpvCode']['input'];
  /**
   * The officer's own id of it, unique in the need; 1 to 64 characters that can be seen. Blanks around it do not count, and letters are composed (NFC): what
   * is answered has it so.
   */
  id: Scalars['ID']['input'];
  /** Person-minutes wanted on each working day, 1 to 1000000. */
  minutesPerDay: Scalars['Int']['input'];
  /** Where, if elsewhere than the need says. */
  municipality?: InputMaybe<Scalars['MunicipalityCode']['input']>;
};

/** An offer for a lot. */
export type LotOffer = {
  __typename?: 'LotOffer';
  /** How its codes match the lot's. */
  cpvMatch: CpvMatch;
  /** The service; null where the catalogue does not know it any more. */
  service: Maybe<Service>;
};

/** What `makeAgreement` takes. */
export type MakeAgreementInput = {
  /** The most that may be ordered, without value added tax; above 0. Decimal string of at most two decimals. */
  ceiling: Scalars['String']['input'];
  /** Who supplies; 1 to 200 cooperatives, each of which offers something of `cpv`, priced in `currency`. */
  cooperatives: Array<Scalars['ID']['input']>;
  /** The buyer's country, `FI` or `SE`: that of its business id. */
  country: Scalars['CountryCode']['input'];
  /** What is bought; 1 to 50 codes. */
  cpv: Array<Scalars['CpvCode']['input']>;
  /** Currency of ceiling and prices. */
  currency: CurrencyCode;
  /** First day. */
  from: Scalars['Date']['input'];
  /** Any text of 1 to 200 characters that the caller chooses once for this agreement: sending the same again has no further effect. */
  idempotencyKey: Scalars['String']['input'];
  /** Of what kind it is. */
  kind: AgreementKind;
  /** Business id of the buyer; an officer's own organisation where absent. */
  organisationId?: InputMaybe<Scalars['String']['input']>;
  /** What was agreed to be paid; at most 200, each for another code or unit. */
  prices?: InputMaybe<Array<AgreementPriceInput>>;
  /** For whom the contract was reserved; nobody where absent. By Art. 77 it lasts at most three years, and all codes are of that article. */
  reserved?: InputMaybe<ReservedKind>;
  /** How the buyer names it, 1 to 200 characters. */
  title: Scalars['String']['input'];
  /** Last day, included; at most ten years with `from`. */
  to: Scalars['Date']['input'];
  /** The buyer's unit, at most 200 characters. */
  unit?: InputMaybe<Scalars['String']['input']>;
};

/** An amount of money. */
export type MoneyInput = {
  /** Decimal string with at most two decimals, such as `28.00`. */
  amount: Scalars['String']['input'];
  /** Its currency. */
  currency: CurrencyCode;
};

/** What can be done; safe to repeat. */
export type Mutation = {
  __typename?: 'Mutation';
  /** Ends an agreement earlier than was agreed. Repeating it changes nothing. */
  endAgreement: Maybe<AgreementPayload>;
  /** Makes an agreement. For the buyer's officers and programs, and the coordinator. */
  makeAgreement: Maybe<AgreementPayload>;
  /** Counts a complaint against a cooperative. */
  recordComplaint: Maybe<AgreementPayload>;
  /**
   * Searches anew and keeps need, result, time and endpoints' answers, hashed and signed. For officers, in their organisation's name: what that has awarded by
   * Art. 77, as its agreements here say, counts against whom it was awarded to (`ART77_AWARDED_RECENTLY`). `supplierSearch` knows no buyer.
   */
  saveSupplierSearch: Maybe<SaveSupplierSearchPayload>;
  /**
   * Notes that a document was seen for evidence that a cooperative declares. It holds for that very declaration: whatever the cooperative changes
   * in it is its own word again. For the coordinator.
   */
  verifyEvidence: Maybe<EvidenceVerificationPayload>;
  /** Takes a verification back; it stays in the list, with the reason. Repeating it changes nothing. For the coordinator. */
  withdrawVerification: Maybe<EvidenceVerificationPayload>;
};


/** What can be done; safe to repeat. */
export type MutationEndAgreementArgs = {
  input: EndAgreementInput;
};


/** What can be done; safe to repeat. */
export type MutationMakeAgreementArgs = {
  input: MakeAgreementInput;
};


/** What can be done; safe to repeat. */
export type MutationRecordComplaintArgs = {
  input: RecordComplaintInput;
};


/** What can be done; safe to repeat. */
export type MutationSaveSupplierSearchArgs = {
  input: SaveSupplierSearchInput;
};


/** What can be done; safe to repeat. */
export type MutationVerifyEvidenceArgs = {
  input: VerifyEvidenceInput;
};


/** What can be done; safe to repeat. */
export type MutationWithdrawVerificationArgs = {
  input: WithdrawVerificationInput;
};

/** A need as it was given. */
export type Need = {
  __typename?: 'Need';
  /** Country whose public holidays are skipped; null for none. */
  excludePublicHolidays: Maybe<Scalars['CountryCode']['output']>;
  /** First day. */
  from: Scalars['Date']['output'];
  /** The lots. */
  lots: Array<Lot>;
  /** Where the work is. */
  municipality: Scalars['MunicipalityCode']['output'];
  /** For whom the contract is reserved; null for nobody. */
  reserved: Maybe<ReservedKind>;
  /** Last day, included. */
  to: Scalars['Date']['output'];
  /** The days of the week on which work is wanted. */
  weekdays: Array<Weekday>;
};

/** What an officer looks for. */
export type NeedInput = {
  /** Country whose public holidays are skipped, `FI` or `SE`; none are where absent. */
  excludePublicHolidays?: InputMaybe<Scalars['CountryCode']['input']>;
  /** First day. */
  from: Scalars['Date']['input'];
  /** The lots, 1 to 50. */
  lots: Array<LotInput>;
  /** Where the work is. */
  municipality: Scalars['MunicipalityCode']['input'];
  /** For whom the contract is reserved; for nobody where absent. */
  reserved?: InputMaybe<ReservedKind>;
  /** Last day, included; at most two years with `from`, so before the same day two years later, and not before today: days that are over are left out. */
  to: Scalars['Date']['input'];
  /** The days of the week on which work is wanted; at least one. */
  weekdays: Array<Weekday>;
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

/** A day with which a time limit does not end. */
export type PassedOverDay = {
  __typename?: 'PassedOverDay';
  /** Which. */
  day: Scalars['Date']['output'];
  /** Where it stands that it does not; several may apply. */
  sources: Array<Scalars['String']['output']>;
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

/** One uninterrupted stretch of one person on one day. */
export type PlanSegment = {
  __typename?: 'PlanSegment';
  /** Who. */
  candidate: Pseudonym;
  /** When it begins. */
  from: Scalars['DateTime']['output'];
  /** How long, in minutes. */
  minutes: Scalars['Int']['output'];
  /** As which service it is booked. */
  serviceId: Scalars['ID']['output'];
  /** When it ends. */
  to: Scalars['DateTime']['output'];
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

/** A set of cooperatives that could deliver together. */
export type Proposal = {
  __typename?: 'Proposal';
  /** The cooperatives, by id; none could be left out. */
  cooperatives: Array<Cooperative>;
  /** How much the set delivers, all lots together. */
  coverage: Coverage;
  /** Who answers for all: the one with the most minutes. */
  lead: Cooperative;
  /** Who delivers how much of which lot, in one way of sharing the work. */
  shares: Array<ProposalShare>;
  /** Where it could break, the weakest first. */
  weakestLinks: Array<Reason>;
};

/** What one cooperative would deliver of one lot. */
export type ProposalShare = {
  __typename?: 'ProposalShare';
  /** The cooperative. */
  cooperative: Cooperative;
  /** The lot. */
  lotId: Scalars['ID']['output'];
  /** Person-minutes over the whole period. */
  minutes: Scalars['Int']['output'];
};

/** A person without a name; another pseudonym in each search, until an order is confirmed. */
export type Pseudonym = {
  __typename?: 'Pseudonym';
  /** Whose person it is. */
  cooperative: Cooperative;
  /** From the middle of their municipality to the middle of the need's, to 0.1 km; null where a middle is not known. */
  distanceKm: Maybe<Scalars['Float']['output']>;
  /** Sealed by the owner; taken as `resourceId` of an order's leg. */
  id: Scalars['ID']['output'];
  /** What they speak. */
  languages: Array<Scalars['LanguageCode']['output']>;
  /** What they can do. */
  skills: Array<Scalars['String']['output']>;
};

/** What can be asked. */
export type Query = {
  __typename?: 'Query';
  /** One agreement; null when there is none with this id. For its buyer, the cooperatives that supply, and the coordinator. */
  agreement: Maybe<Agreement>;
  /** The agreements that one may read, the latest first. */
  agreements: Maybe<AgreementConnection>;
  /**
   * The day with which a time limit of procurement law ends, such as a standstill or a reply by: none of the days off for time limits, which are more
   * than those on which people do not work, and no sooner than with the second working day where it has two days or more. Not for limits that count
   * backwards or in hours. Indicative: the contracting authority decides.
   */
  deadline: Maybe<Deadline>;
  /**
   * What the coordinator has verified of a cooperative's evidence, the latest first, what was withdrawn among it. For the coordinator and the
   * auditor.
   */
  evidenceVerifications: Maybe<EvidenceVerificationConnection>;
  /**
   * One saved search; null when there is none with this id. For the officers of the organisation that saved it; UNAUTHENTICATED or FORBIDDEN
   * for everybody else. At most 3 different ones in one request.
   */
  searchRecord: Maybe<SearchRecord>;
  /** The saved searches of the organisations whose officer one is, the latest first. */
  searchRecords: Maybe<SearchRecordConnection>;
  /**
   * Who could stand in, in plans of one or several people, and why others could not. Each cooperative is asked live; those that do not answer
   * are listed. Nobody is named before an order is confirmed. A plan is booked as one order, a leg for each segment.
   */
  substituteSearch: Maybe<SubstituteSearch>;
  /**
   * Which cooperatives could deliver, each and together, day by day, and why others could not. Each is asked live for what it has free; those
   * that do not answer are listed in `notAnswering`, and not in `extensions.coverage`, which tells of what the gateway itself asks. Indicative: the
   * contracting authority decides.
   */
  supplierSearch: Maybe<SupplierSearch>;
  /**
   * Which limits of procurement law an estimated value reaches, by the tables in force on the day: the EU's and the buyer's country's. Indicative:
   * the contracting authority decides.
   */
  thresholdCheck: Maybe<ThresholdCheck>;
  /**
   * The rates of value added tax in a country on a day, the general one first; empty where none are known. What the network adds up in gross follows the
   * rate that each cooperative states; these are the rates in force beside it.
   */
  vatRates: Maybe<Array<VatRate>>;
};


/** What can be asked. */
export type QueryAgreementArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryAgreementsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** What can be asked. */
export type QueryDeadlineArgs = {
  input: DeadlineInput;
};


/** What can be asked. */
export type QueryEvidenceVerificationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  cooperativeId: Scalars['ID']['input'];
  first?: Scalars['Int']['input'];
};


/** What can be asked. */
export type QuerySearchRecordArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QuerySearchRecordsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};


/** What can be asked. */
export type QuerySubstituteSearchArgs = {
  need: SubstituteNeedInput;
};


/** What can be asked. */
export type QuerySupplierSearchArgs = {
  need: NeedInput;
};


/** What can be asked. */
export type QueryThresholdCheckArgs = {
  input: ThresholdCheckInput;
};


/** What can be asked. */
export type QueryVatRatesArgs = {
  country: Scalars['CountryCode']['input'];
  on?: InputMaybe<Scalars['Date']['input']>;
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

/** Why, in a form that programs and people can read. */
export type Reason = {
  __typename?: 'Reason';
  /** Which reason, such as `SHARE_BELOW_30`; values may be added. */
  code: Scalars['String']['output'];
  /** The reason in words; always indicative: the contracting authority decides. */
  text: LocalizedString;
  /** The figures, days and names behind it. */
  values: Array<ReasonValue>;
};


/** Why, in a form that programs and people can read. */
export type ReasonTextArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
};

/** One value behind a reason. */
export type ReasonValue = {
  __typename?: 'ReasonValue';
  /** What it is, such as `share`, `validTo`, `distanceKm`. */
  name: Scalars['String']['output'];
  /** As text, such as `0.20`. */
  value: Scalars['String']['output'];
};

/** What `recordComplaint` takes. */
export type RecordComplaintInput = {
  /** The agreement. */
  agreementId: Scalars['ID']['input'];
  /** About whose work; one of those who supply. */
  cooperative: Scalars['ID']['input'];
  /** Any text of 1 to 200 characters that the caller chooses once for this complaint: sending the same again has no further effect. */
  idempotencyKey: Scalars['String']['input'];
  /** What it is about. */
  kind: ComplaintKind;
  /** Reference of the order that it is about, such as `7KD-4PM`: a call-off of this agreement with this cooperative. */
  orderReference?: InputMaybe<Scalars['String']['input']>;
};

/** A form that a record is given in. */
export type RecordFormat =
  /** Comma-separated values (RFC 4180), one line for each lot and cooperative, under a header that is always the same. */
  | 'CSV'
  /** The same with semicolons and a byte order mark, which Excel opens by a double click where a comma is in decimals, as in Finland and Sweden. */
  | 'CSV_EXCEL'
  /** A page to be printed on A4, in HTML. */
  | 'HTML'
  /**
   * A release package of the Open Contracting Data Standard 1.1, as JSON. OCID_PREFIX_MISSING in production where the network had no prefix of its own when
   * the record was made.
   */
  | 'OCDS';

/** For whom a contract is reserved. */
export type ReservedKind =
  /** Art. 77 of Directive 2014/24/EU: organisations with a public service mission; its 115 CPV codes alone, for at most three years. */
  | 'RES_PUB_SER'
  /** Art. 20 of Directive 2014/24/EU: at least 30 % disabled or disadvantaged workers; any CPV code. */
  | 'RES_WS';

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

/** What is searched and kept. */
export type SaveSupplierSearchInput = {
  /**
   * The record of the same organisation that this one continues: both have one `ocid`, and lots of that one which this need has no more are withdrawn. An
   * id of a lot names the same lot in both. A record is continued once: INVALID_STATE names the one that continues it already.
   */
  continues?: InputMaybe<Scalars['ID']['input']>;
  /** What the procurement is estimated to be worth, without value added tax. */
  estimatedValue?: InputMaybe<MoneyInput>;
  /** Chosen by the caller, 8 to 200 characters: the same key with the same input is carried out once in an organisation's name. */
  idempotencyKey: Scalars['String']['input'];
  /** What is needed. */
  need: NeedInput;
  /** Business id of the organisation in whose name; needed where the officer has several. */
  organisationId?: InputMaybe<Scalars['String']['input']>;
  /**
   * How the organisation is called in what is printed and published, at most 200 characters; as in the record that this one continues where absent, or by
   * its business id.
   */
  organisationName?: InputMaybe<Scalars['String']['input']>;
  /** How the officer names it, at most 200 characters. */
  title?: InputMaybe<Scalars['String']['input']>;
};

/** What came of keeping a search. */
export type SaveSupplierSearchPayload = {
  __typename?: 'SaveSupplierSearchPayload';
  /** The record; null when nothing was kept. */
  record: Maybe<SearchRecord>;
  /** What was wrong; empty when it was kept. What is wrong with the need is an error with a code of its own, as in `supplierSearch`. */
  userErrors: Array<UserError>;
};

/** A search that was kept, as it was. It never changes. */
export type SearchRecord = {
  __typename?: 'SearchRecord';
  /** What came of asking each cooperative; the answers themselves are in `jws`. */
  answers: Array<EndpointAnswer>;
  /** When it was made, by the network's clock. */
  at: Scalars['DateTime']['output'];
  /** The record that this one continues; null for the first of a procurement. */
  continues: Maybe<Scalars['ID']['output']>;
  /** What the officer estimated it to be worth; null for nothing. */
  estimatedValue: Maybe<EstimatedValue>;
  /** The record in another form. */
  export: Scalars['String']['output'];
  /** SHA-256 of the record's canonical JSON (RFC 8785), in lower-case hexadecimal. */
  hash: Scalars['String']['output'];
  /** Stable id; opaque to clients. */
  id: Scalars['ID']['output'];
  /** The record as a JWS in its compact form (RFC 7515), signed with the network's published key: its payload is the canonical JSON. At most 4 MB. */
  jws: Scalars['String']['output'];
  /** What was needed. */
  need: Need;
  /** Open Contracting ID of the procurement, the same for all records of which each continues one before. */
  ocid: Scalars['ID']['output'];
  /** Business id of the organisation whose it is. */
  organisationId: Scalars['String']['output'];
  /** How the organisation is called, as the officer wrote it; null for nothing. */
  organisationName: Maybe<Scalars['String']['output']>;
  /** What was found. */
  result: SupplierSearch;
  /** How the officer named it; null for nothing. */
  title: Maybe<Scalars['String']['output']>;
  /** Lots of records before that the need has no more. */
  withdrawnLots: Array<Lot>;
};


/** A search that was kept, as it was. It never changes. */
export type SearchRecordExportArgs = {
  format: RecordFormat;
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
};

/** A page of saved searches. */
export type SearchRecordConnection = {
  __typename?: 'SearchRecordConnection';
  /** The records of this page. */
  edges: Array<SearchRecordEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
};

/** A record's place in the list. */
export type SearchRecordEdge = {
  __typename?: 'SearchRecordEdge';
  /** Cursor of this row. */
  cursor: Scalars['String']['output'];
  /** What is listed of the record; null when this one row could not be read. */
  node: Maybe<SearchRecordSummary>;
};

/** A saved search as it is listed; `searchRecord` has the rest. */
export type SearchRecordSummary = {
  __typename?: 'SearchRecordSummary';
  /** When it was made, by the network's clock. */
  at: Scalars['DateTime']['output'];
  /** SHA-256 of the record's canonical JSON (RFC 8785), in lower-case hexadecimal. */
  hash: Scalars['String']['output'];
  /** The record's id. */
  id: Scalars['ID']['output'];
  /** Business id of the organisation whose it is. */
  organisationId: Scalars['String']['output'];
  /** How the officer named it; null for nothing. */
  title: Maybe<Scalars['String']['output']>;
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

/** A day on which not all can be delivered. */
export type Shortfall = {
  __typename?: 'Shortfall';
  /** The day. */
  date: Scalars['Date']['output'];
  /** Person-minutes that are missing. */
  minutes: Scalars['Int']['output'];
};

/** Who is needed to stand in, on whose days and hours; public holidays among them. */
export type SubstituteNeedInput = {
  /** Only services of these codes, of one below or of one above; all where absent; at most 20. */
  cpv?: InputMaybe<Array<Scalars['CpvCode']['input']>>;
  /** From when on each day, wall time at the place. */
  dailyFrom: Scalars['LocalTime']['input'];
  /** Until when on each day; after `dailyFrom`. */
  dailyTo: Scalars['LocalTime']['input'];
  /** First day. */
  from: Scalars['Date']['input'];
  /** Languages that each person has to speak; at most 10. */
  languages: Array<Scalars['LanguageCode']['input']>;
  /** How often the person may change: 0 to 10. */
  maxHandovers?: InputMaybe<Scalars['Int']['input']>;
  /** Where. */
  municipality: Scalars['MunicipalityCode']['input'];
  /** Skills that each person has to have, such as `cafe-service`; at most 20. */
  skills: Array<Scalars['String']['input']>;
  /** Last day, included; at most 93 days with `from`, and not before today: times that are over are left out. */
  to: Scalars['Date']['input'];
  /** The days of the week; at least one. */
  weekdays: Array<Weekday>;
};

/** One way to be stood in for. */
export type SubstitutePlan = {
  __typename?: 'SubstitutePlan';
  /** Minutes of the need that it covers. */
  coveredMinutes: Scalars['Int']['output'];
  /** What stays uncovered; adjacent ones are merged. */
  gaps: Array<Interval>;
  /** How often the person changes. */
  handovers: Scalars['Int']['output'];
  /** What booking its segments costs, one in each currency, with a line for each segment. Plans in the currency of the place come before others as good. */
  price: Array<Quote>;
  /** Who works when, in order; each books as one leg of an order. */
  segments: Array<PlanSegment>;
};

/** Who could stand in. */
export type SubstituteSearch = {
  __typename?: 'SubstituteSearch';
  /**
   * Whether every plan was tried. Where false, each of `plans` can be booked as it stands, but others may be better: with very many people and
   * handovers, or budgets of odd minutes, the search ends after a counted number of steps.
   */
  allPlansTried: Scalars['Boolean']['output'];
  /** Whether nobody is missing. */
  complete: Scalars['Boolean']['output'];
  /** Minutes wanted in all. */
  demandMinutes: Scalars['Int']['output'];
  /** Who could not, and why: at most 200, those first whom the fewest reasons keep away, then the nearest. */
  excluded: Array<ExcludedCandidate>;
  /** How many could not, beyond those in `excluded` too. */
  excludedTotalCount: Scalars['Int']['output'];
  /** The cooperatives that did not answer, or of which nothing could be read yet: their people are missing. */
  notAnswering: Array<Cooperative>;
  /** Why each of `notAnswering` is there, in the same order. */
  notAnsweringReasons: Array<Reason>;
  /**
   * Plans, the best first: more covered, fewer handovers, cheaper; at most 20. For the same people at most one: what covers most, then with
   * the fewest handovers, then changing person as late as possible. None that another beats: covering more with no more handovers.
   */
  plans: Array<SubstitutePlan>;
};

/** What was found. */
export type SupplierSearch = {
  __typename?: 'SupplierSearch';
  /** When, by the network's clock. */
  at: Scalars['DateTime']['output'];
  /** Whether nobody is missing. */
  complete: Scalars['Boolean']['output'];
  /** Public holidays on wanted weekdays from the day of the search on, which were skipped. */
  holidaysSkipped: Array<Scalars['Date']['output']>;
  /** All lots together: nobody's people counted twice. */
  joint: Coverage;
  /** Each lot as if it were the only one. */
  lots: Array<LotCoverage>;
  /** The cooperatives that did not tell what they have free, or of which nothing could be read yet: their part of every total is missing. */
  notAnswering: Array<Cooperative>;
  /** Why each of `notAnswering` is there, in the same order. */
  notAnsweringReasons: Array<Reason>;
  /** That all this is indicative, in words. */
  notice: LocalizedString;
  /** Days on which work was wanted before the day of the search: they are left out of every figure. */
  pastDays: Scalars['Int']['output'];
  /**
   * The smallest sets of cooperatives that deliver together, on each day, as much as all who are eligible could; at most 5. First those that
   * deliver more on days on which their evidence is valid, then those in which fewer lots hang on one cooperative.
   */
  proposals: Array<Proposal>;
  /** Whether the search for them was broken off: there may be other sets, and smaller ones. */
  proposalsCut: Scalars['Boolean']['output'];
  /** What is said of each cooperative of the network, and of those that have left it. */
  suppliers: Array<SupplierVerdict>;
  /** Days on which work is wanted, from the day of the search on. */
  workingDays: Scalars['Int']['output'];
};


/** What was found. */
export type SupplierSearchNoticeArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
};

/** What is said of one cooperative. */
export type SupplierVerdict = {
  __typename?: 'SupplierVerdict';
  /** The cooperative. */
  cooperative: Cooperative;
  /** Whether it may supply some lot. */
  eligible: Scalars['Boolean']['output'];
  /** Why not: all that apply. */
  reasons: Array<Reason>;
  /**
   * What the coordinator had verified at the time, of the evidence that was asked for and is valid on some working day. Where it is on each day
   * on which the cooperative counts, there is no `SELF_DECLARED_ONLY` among the warnings.
   */
  verified: Array<VerifiedEvidence>;
  /** What is to be looked at, though it is eligible. */
  warnings: Array<Reason>;
};

/** The limits that a procurement has to look at. */
export type ThresholdCheck = {
  __typename?: 'ThresholdCheck';
  /** The EU's before the country's own. */
  limits: Array<ThresholdLimit>;
  /** That all this is indicative, in words. */
  notice: LocalizedString;
  /** Whose limits are not known for that day, or not in the value's currency: of them nothing is said. */
  unknown: Array<ThresholdScope>;
};


/** The limits that a procurement has to look at. */
export type ThresholdCheckNoticeArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
};

/** What is to be bought, and for how much. */
export type ThresholdCheckInput = {
  /** Who buys. */
  buyer?: BuyerKind;
  /** The buyer's country, `FI` or `SE`. */
  country: Scalars['CountryCode']['input'];
  /** Currency of the value. Amounts are never converted. */
  currency: CurrencyCode;
  /** What is bought. */
  kind: ContractKind;
  /** Day on which the procurement begins; today where absent. */
  on?: InputMaybe<Scalars['Date']['input']>;
  /** What it is estimated to be worth over all its time, options included, without value added tax. Decimal string of at most two decimals. */
  value: Scalars['String']['input'];
};

/** A limit, and on which side of it the value lies. */
export type ThresholdLimit = {
  __typename?: 'ThresholdLimit';
  /** From how much on it is reached, in the value's currency; null where it is not known in that currency. Decimal string with two decimals. */
  amount: Maybe<Scalars['String']['output']>;
  /** First day on which the limit is in force. */
  from: Scalars['Date']['output'];
  /** Whether the value is as high or higher; null where `amount` is. */
  isReached: Maybe<Scalars['Boolean']['output']>;
  /** Whose. */
  scope: ThresholdScope;
  /** Where it stands. */
  source: Scalars['String']['output'];
  /** Last day; null while no end is known. */
  to: Maybe<Scalars['Date']['output']>;
};

/** Whose limits. */
export type ThresholdScope =
  /** The European Union's, which apply in each country. */
  | 'EU'
  /** Finland's. */
  | 'FI'
  /** Sweden's. */
  | 'SE';

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

/** A rate of value added tax, and when it is in force. */
export type VatRate = {
  __typename?: 'VatRate';
  /** What it is for, as far as the network's trades are concerned. */
  covers: LocalizedString;
  /** First day on which it is in force. */
  from: Scalars['Date']['output'];
  /** Per cent, such as `25.5`. */
  percent: Scalars['String']['output'];
  /** Where it stands. */
  source: Scalars['String']['output'];
  /** Last day; null while no end is known. */
  to: Maybe<Scalars['Date']['output']>;
};


/** A rate of value added tax, and when it is in force. */
export type VatRateCoversArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
};

/** That a verification was taken back. */
export type VerificationWithdrawal = {
  __typename?: 'VerificationWithdrawal';
  /** When, by the network's clock. */
  at: Scalars['DateTime']['output'];
  /** Who took it back, by a pseudonym; null after ten years. */
  by: Maybe<Scalars['String']['output']>;
  /** Why; `–` after ten years. */
  reason: Scalars['String']['output'];
};

/** Evidence that the coordinator has verified as the cooperative declares it. */
export type VerifiedEvidence = {
  __typename?: 'VerifiedEvidence';
  /** What kind of document it was. */
  document: DocumentKind;
  /** The evidence. */
  evidence: Evidence;
  /** Id of the coordinator's record. */
  verificationId: Scalars['ID']['output'];
  /** When the coordinator saw the document, by the network's clock. */
  verifiedAt: Scalars['DateTime']['output'];
};

/** What `verifyEvidence` takes. */
export type VerifyEvidenceInput = {
  /** Whose evidence. */
  cooperativeId: Scalars['ID']['input'];
  /** What kind of document was seen. */
  document: DocumentKind;
  /** The evidence; NOT_FOUND where the cooperative does not declare it so. */
  evidence: DeclaredEvidenceInput;
  /** Any text of 1 to 200 characters that the caller chooses once for this verification: sending the same again has no further effect. */
  idempotencyKey: Scalars['String']['input'];
  /** Which document, such as who made it, when, and its number: 1 to 200 characters; no person is to be named. */
  reference: Scalars['String']['input'];
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

/** Evidence that a supplier has to hold. */
export type WantedEvidence = {
  __typename?: 'WantedEvidence';
  /** This grade or a better one; null for any. */
  grade: Maybe<Scalars['String']['output']>;
  /** Of what kind. */
  scheme: EvidenceScheme;
};

/** Evidence that a supplier has to hold. */
export type WantedEvidenceInput = {
  /** This grade or a better one; any where absent. */
  grade?: InputMaybe<Scalars['String']['input']>;
  /** Of what kind. */
  scheme: EvidenceScheme;
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

/** What `withdrawVerification` takes. */
export type WithdrawVerificationInput = {
  /** Why: 1 to 200 characters; no person is to be named. */
  reason: Scalars['String']['input'];
  /** The verification. */
  verificationId: Scalars['ID']['input'];
};

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
