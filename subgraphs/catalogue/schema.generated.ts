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

/** A time in which something shall be free. */
export type AvailabilityInput = {
  /** First day, in the owner's zone. */
  from: Scalars['Date']['input'];
  /** How long one place is wanted, in one piece, beginning on any of these days: 1 to 525600 minutes. */
  minutes: Scalars['Int']['input'];
  /** Last day, included. */
  to: Scalars['Date']['input'];
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

/** A page of search results. */
export type CatalogueConnection = {
  __typename?: 'CatalogueConnection';
  /** How many of the matches have no copied capacity for all of the time in `available`; 0 where that is not asked. */
  availabilityUnknown: Scalars['Int']['output'];
  /** The rows of this page. */
  edges: Array<CatalogueEdge>;
  /** How the matches divide. */
  facets: CatalogueFacets;
  /** Where this page stands, `unlisted` included. */
  pageInfo: PageInfo;
  /** What of the search is not known or did not count; empty when all of it did. */
  remarks: Array<SearchRemark>;
  /** What the index knows of each cooperative, so that a reader knows what may be missing. */
  sources: Array<CatalogueSource>;
  /** What else to look for; only where nothing was found. Each finds something; at most 5, the likeliest first. */
  suggestions: Array<SearchSuggestion>;
  /** How many services match in all. */
  totalCount: Scalars['Int']['output'];
  /**
   * What lies on this page of all services that are no longer listed, earliest first: to be removed by who keeps a copy. Of the whole network and for
   * good, whatever is searched for; who does not have one of them passes it over. One that is listed again is a row again, later in the walk.
   * Empty without `withUnlisted`.
   */
  unlisted: Array<UnlistedService>;
};

/** A match and why it matched. */
export type CatalogueEdge = {
  __typename?: 'CatalogueEdge';
  /** Cursor of this row. */
  cursor: Scalars['String']['output'];
  /** Kilometres from the place asked for, to 0.1 km; null without `near`. */
  distanceKm: Maybe<Scalars['Float']['output']>;
  /** How surely it is what was asked for; null where nothing was searched for. */
  fit: Maybe<MatchFit>;
  /** Whether the copied capacity covers all of the time in `available`; null where that is not asked. */
  isAvailabilityKnown: Maybe<Scalars['Boolean']['output']>;
  /** Why it matched; empty where nothing was searched for. */
  matchedBy: Array<MatchReason>;
  /** The service; null when this one row could not be read. */
  node: Maybe<Service>;
  /** How well it matches; comparable within one search only; null where nothing was searched for. */
  score: Maybe<Scalars['Float']['output']>;
};

/** Counts of the matches by property. Each list: most first. */
export type CatalogueFacets = {
  __typename?: 'CatalogueFacets';
  /** By scheme of evidence that the cooperative holds and that is valid on `validOn`. */
  certifications: Array<Facet>;
  /** By cooperative. */
  cooperatives: Array<Facet>;
  /** By CPV division: the first two digits, written as a code. */
  cpvDivisions: Array<Facet>;
  /** By kind. */
  kinds: Array<Facet>;
  /** By municipality in which it is offered. */
  municipalities: Array<Facet>;
  /** By trade, as people name it. A service counts for each trade that it does and for the broader ones of which that is a part. */
  trades: Array<Facet>;
};

/** What to look for. Conditions of different fields must all hold; of the values of one list, any. */
export type CatalogueSearch = {
  /**
   * Can probably be booked, by the copied capacity summary: nobody is asked, and the owner's live answer decides. What is not
   * known, such as days beyond the summary, does not exclude a service: `isAvailabilityKnown` says so, and among equals it comes
   * after what is known to be free. Of days that have passed nothing can be had any more, be it known or not.
   */
  available?: InputMaybe<AvailabilityInput>;
  /** The cooperative holds evidence of every one of these schemes, valid on `validOn`. */
  certifications?: InputMaybe<Array<EvidenceScheme>>;
  /** Only of these cooperatives. */
  cooperatives?: InputMaybe<Array<Scalars['ID']['input']>>;
  /**
   * These codes and all below them; offers under a broader code match too, marked `CPV_BROADER` and ranked after. One that no
   * list knows matches by its place in the tree, with a remark.
   */
  cpv?: InputMaybe<Array<Scalars['CpvCode']['input']>>;
  /** And every one of these, of its grade or a better one, valid on `validOn`. At most 100. */
  evidence?: InputMaybe<Array<WantedEvidenceInput>>;
  /** Only these services. What there is not, or is not on offer, is not found. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Only these kinds. */
  kinds?: InputMaybe<Array<ServiceKind>>;
  /**
   * The caller's language, by default that of `Accept-Language`. Offers that are written in it come before those that fit as well or hardly better; facets are
   * labelled and titles sorted in it.
   */
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
  /** Net price of one unit at most this much. Offers in another currency do not match. */
  maxNetPrice?: InputMaybe<MoneyInput>;
  /**
   * Offered in any of these municipalities. One that has merged into another counts as that, with a remark. One that no list
   * knows is remarked on too, and matches what owners wrote.
   */
  municipalities?: InputMaybe<Array<Scalars['MunicipalityCode']['input']>>;
  /** Offered within a distance of a place. */
  near?: InputMaybe<NearInput>;
  /**
   * Words or a sentence in Finnish, Swedish or English: word forms, parts of compounds, beginnings of words and small typos match.
   * A trade that it names leads to what is of that trade, however that is written; its other words raise what has them. Without
   * one, all words count that say what is wanted. What did not count is in `remarks`.
   */
  text?: InputMaybe<Scalars['String']['input']>;
  /** Only of any of these trades, by their ids as `facets` has them. A substitute for a trade is not of that trade. */
  trades?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** The day on which `certifications` and `evidence` must be valid; today where absent. */
  validOn?: InputMaybe<Scalars['Date']['input']>;
};

/** Order of search results. The id breaks ties. */
export type CatalogueSort =
  /** Nearest first; needs `near`. */
  | 'DISTANCE'
  /** Cheapest unit first, within each currency: first all in EUR, then all in SEK. */
  | 'NET_PRICE'
  /** Best match first; without `text` or `cpv` the same as `TITLE`. */
  | 'RELEVANCE'
  /** By title in the language asked for, in that language's alphabet. */
  | 'TITLE'
  /**
   * By `updatedAt`, earliest first. Walks everything: a row that changes on the way is met again later, none is missed. A later walk goes on from the
   * last cursor. With `withUnlisted` it meets what is no longer listed, too.
   */
  | 'UPDATED';

/** What the index knows of one cooperative. */
export type CatalogueSource = {
  __typename?: 'CatalogueSource';
  /** The cooperative. */
  cooperative: Cooperative;
  /** Why the state is not FRESH; null when it is. */
  reason: Maybe<Scalars['String']['output']>;
  /** How far the copy can be trusted. */
  state: SourceState;
  /** When the copy last equalled the cooperative's own data; null when it never did. */
  syncedAt: Maybe<Scalars['DateTime']['output']>;
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
  /** Y-tunnus or organisationsnummer in its canonical form; null until its data were read for the first time. */
  businessId: Maybe<Scalars['String']['output']>;
  /** How to reach it; null when it gives no contact. */
  contact: Maybe<Contact>;
  /** Where that is on a map; null when it gives none. */
  coordinates: Maybe<Coordinates>;
  /** Country in which it is registered; null until its data were read for the first time. */
  country: Maybe<Scalars['CountryCode']['output']>;
  /** What it is and does; null when it wrote nothing. */
  description: Maybe<LocalizedString>;
  /** Certificates, ratings and declarations, valid or not. */
  evidence: Array<Evidence>;
  /** The cooperative's slug, unique in the network; opaque to clients. */
  id: Scalars['ID']['output'];
  /** Languages in which it can be spoken to; the first is its default. */
  languages: Array<Scalars['LanguageCode']['output']>;
  /** Its logo; null when it gives none. */
  logo: Maybe<Image>;
  /** Where it has its seat; null until its data were read for the first time. */
  municipality: Maybe<Scalars['MunicipalityCode']['output']>;
  /** Registered name; its id until its data were read for the first time. */
  name: Scalars['String']['output'];
  /** Where it works, unless a service says otherwise. */
  serves: Array<Scalars['MunicipalityCode']['output']>;
  /** What it has on offer, from the index, in the order of ids. */
  services: ServiceConnection;
  /** Where it stands in the network. */
  status: CooperativeStatus;
  /**
   * What its endpoint itself wrote where looking at it failed, at most 500 characters; null when there is nothing of the kind. For the
   * coordinator and the cooperative's own staff; null for all others.
   */
  statusDetail: Maybe<Scalars['String']['output']>;
  /** Why it stands there, for people; null when there is nothing to explain. */
  statusReason: Maybe<Scalars['String']['output']>;
  /** Since when it stands there. */
  statusSince: Scalars['DateTime']['output'];
  /** IANA time zone in which its opening hours are meant; null until its data were read for the first time. */
  timeZone: Maybe<Scalars['String']['output']>;
};


/** A cooperative: a company owned by its members. */
export type CooperativeDescriptionArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
};


/** A cooperative: a company owned by its members. */
export type CooperativeServicesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
};

/** A page of cooperatives. */
export type CooperativeConnection = {
  __typename?: 'CooperativeConnection';
  /** The rows of this page. */
  edges: Array<CooperativeEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** What of the filter is not known or did not count; empty when all of it did. */
  remarks: Array<SearchRemark>;
  /** What the index knows of each cooperative. */
  sources: Array<CatalogueSource>;
  /** How many cooperatives match in all. */
  totalCount: Scalars['Int']['output'];
};

/** A cooperative's place in the list. */
export type CooperativeEdge = {
  __typename?: 'CooperativeEdge';
  /** Cursor of this row. */
  cursor: Scalars['String']['output'];
  /** The cooperative; null when this one row could not be read. */
  node: Maybe<Cooperative>;
};

/** Which cooperatives to list. Conditions of different fields must all hold; of the values of one list, any. */
export type CooperativeFilter = {
  /** Holding evidence of every one of these schemes, valid on `validOn`. */
  certifications?: InputMaybe<Array<EvidenceScheme>>;
  /** Registered in any of these countries. */
  countries?: InputMaybe<Array<Scalars['CountryCode']['input']>>;
  /** And every one of these, of its grade or a better one, valid on `validOn`. At most 100. */
  evidence?: InputMaybe<Array<WantedEvidenceInput>>;
  /** Only these. */
  ids?: InputMaybe<Array<Scalars['ID']['input']>>;
  /** Working in any of these municipalities. One that has merged into another counts as that, with a remark. */
  municipalities?: InputMaybe<Array<Scalars['MunicipalityCode']['input']>>;
  /** In any of these states. */
  statuses?: InputMaybe<Array<CooperativeStatus>>;
  /** The day on which `certifications` and `evidence` must be valid; today where absent. */
  validOn?: InputMaybe<Scalars['Date']['input']>;
};

/** Where a cooperative stands in the network. */
export type CooperativeStatus =
  /** A full member whose endpoint answers. */
  | 'ACTIVE'
  /** Registered, its data not read yet. */
  | 'JOINING'
  /** No longer a member. */
  | 'LEFT'
  /** Neither listed nor asked, for a time. */
  | 'PAUSED'
  /** Listed and asked, under observation. */
  | 'PROBATION'
  /** A member whose endpoint does not answer; its last listing stays. */
  | 'UNREACHABLE';

/** A point on the earth, WGS 84. */
export type Coordinates = {
  __typename?: 'Coordinates';
  /** Degrees north: -90 to 90. */
  latitude: Scalars['Float']['output'];
  /** Degrees east: -180 to 180. */
  longitude: Scalars['Float']['output'];
};

/** An entry of the common procurement vocabulary. */
export type CpvEntry = {
  __typename?: 'CpvEntry';
  /** The official check digit; null when a loaded list gives none. */
  checkDigit: Maybe<Scalars['String']['output']>;
  /** The code, without its check digit. */
  code: Scalars['CpvCode']['output'];
  /** What the code means; null where no list with labels of it has been loaded. */
  label: Maybe<LocalizedString>;
  /** The nearest broader code that there is; null for a division. */
  parent: Maybe<Scalars['CpvCode']['output']>;
  /** How many services on offer carry this code or one below it. */
  services: Scalars['Int']['output'];
};


/** An entry of the common procurement vocabulary. */
export type CpvEntryLabelArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
};

/** Currency of a price. Amounts of different currencies are never compared or added. */
export type CurrencyCode =
  /** Euro. */
  | 'EUR'
  /** Swedish krona. */
  | 'SEK';

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

/** One value and how many matches have it. */
export type Facet = {
  __typename?: 'Facet';
  /** How many matches have it. */
  count: Scalars['Int']['output'];
  /** The value for people; null when no name is known. */
  label: Maybe<LocalizedString>;
  /** The value, as it is given in a search. */
  value: Scalars['String']['output'];
};


/** One value and how many matches have it. */
export type FacetLabelArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
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

/** Why a service matched. */
export type MatchReason =
  /** Its CPV code is broader than the one asked for. */
  | 'CPV_BROADER'
  /** Its CPV code is the one asked for, or below it. */
  | 'CPV_EXACT'
  /** Words of its CPV code's label, in any language. */
  | 'CPV_LABEL'
  /** Words of the description. */
  | 'DESCRIPTION'
  /** Words that differ by a small typo. */
  | 'FUZZY'
  /** Words of the title. */
  | 'TITLE'
  /** It belongs to the trade that was named. */
  | 'TRADE';

/** An amount of money. */
export type MoneyInput = {
  /** Decimal string with at most two decimals, such as `28.00`. */
  amount: Scalars['String']['input'];
  /** Its currency. */
  currency: CurrencyCode;
};

/** A municipality of a loaded list. */
export type Municipality = {
  __typename?: 'Municipality';
  /** Country and national code. */
  code: Scalars['MunicipalityCode']['output'];
  /** Its country. */
  country: Scalars['CountryCode']['output'];
  /** Degrees north of its centre, WGS 84; null when the list gives none. */
  latitude: Maybe<Scalars['Float']['output']>;
  /** Degrees east of its centre, WGS 84; null when the list gives none. */
  longitude: Maybe<Scalars['Float']['output']>;
  /** Its name. */
  name: LocalizedString;
};


/** A municipality of a loaded list. */
export type MunicipalityNameArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
};

/** A place and a distance around it, over the earth's surface to the centre of a municipality in which the service is offered. */
export type NearInput = {
  /** Degrees north, WGS 84: -90 to 90. */
  latitude: Scalars['Float']['input'];
  /** Degrees east, WGS 84: -180 to 180. */
  longitude: Scalars['Float']['input'];
  /** Kilometres: more than 0, at most 2000. */
  radiusKm: Scalars['Float']['input'];
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

/** What can be asked. */
export type Query = {
  __typename?: 'Query';
  /** Searches the whole network. Answered from the index, whatever the state of the cooperatives. */
  catalogue: Maybe<CatalogueConnection>;
  /** One cooperative; null when the network has none with this id. */
  cooperative: Maybe<Cooperative>;
  /** The cooperatives of the network in the order of their names. */
  cooperatives: Maybe<CooperativeConnection>;
  /**
   * The CPV codes that have a label here, in the order of their codes; under a code, or by the beginning of one, all that there are,
   * with or without a label. At most 500.
   */
  cpvCodes: Maybe<Array<CpvEntry>>;
  /** The municipalities of the loaded lists, by name; those that ship with the network are all of Finland and Sweden. At most 1000. */
  municipalities: Maybe<Array<Municipality>>;
  /**
   * One service on offer; null when there never was one with this id. An id whose service was withdrawn gives null and an
   * error with the code `GONE` and `withdrawnAt`.
   */
  service: Maybe<Service>;
  /**
   * Services by their ids, each as `service` has it: in the order asked, one row for each id, doubles too. Null for one that there is not, or
   * that was withdrawn; neither is an error.
   */
  services: Maybe<Array<Maybe<Service>>>;
};


/** What can be asked. */
export type QueryCatalogueArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
  search?: InputMaybe<CatalogueSearch>;
  sort?: InputMaybe<CatalogueSort>;
  withUnlisted?: Scalars['Boolean']['input'];
};


/** What can be asked. */
export type QueryCooperativeArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryCooperativesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<CooperativeFilter>;
  first?: Scalars['Int']['input'];
};


/** What can be asked. */
export type QueryCpvCodesArgs = {
  text?: InputMaybe<Scalars['String']['input']>;
  under?: InputMaybe<Scalars['CpvCode']['input']>;
};


/** What can be asked. */
export type QueryMunicipalitiesArgs = {
  country?: InputMaybe<Scalars['CountryCode']['input']>;
  text?: InputMaybe<Scalars['String']['input']>;
};


/** What can be asked. */
export type QueryServiceArgs = {
  id: Scalars['ID']['input'];
};


/** What can be asked. */
export type QueryServicesArgs = {
  ids: Array<Scalars['ID']['input']>;
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

/** Something of a search that is not known or did not count. */
export type SearchRemark = {
  __typename?: 'SearchRemark';
  /** What about it. */
  code: SearchRemarkCode;
  /** The same for people, in English. */
  message: Scalars['String']['output'];
  /** The code or word as it was given; the name of the trade in the searcher's language, the condition's as in `CatalogueSearch`. */
  value: Scalars['String']['output'];
};

/** Why something of a search is remarked on. */
export type SearchRemarkCode =
  /** Nothing was found: without this condition something would be; where none alone is in the way, without all that are named so. */
  | 'CONDITION_EXCLUDES_ALL'
  /** The municipality has merged into another, which was searched instead. */
  | 'MERGED_MUNICIPALITY'
  /**
   * Nothing was found: nobody in the network offers this trade, which was understood, whatever the other conditions. It is named, or a word is
   * said of it more than of others.
   */
  | 'NOT_OFFERED'
  /** Nobody does what was asked for in the place that the text names; `message` says where the nearest is who does. What was found is elsewhere. */
  | 'NOT_OFFERED_THERE'
  /** The word names a municipality: what is offered there comes first. `municipalities` shows that alone. */
  | 'PLACE_NAMED'
  /** No list knows this CPV code: it matches by its place in the tree. */
  | 'UNKNOWN_CPV'
  /** No list knows this municipality. */
  | 'UNKNOWN_MUNICIPALITY'
  /**
   * What the word asks for was not understood: nothing in the network or its lists is written so, or nothing was found and no trade is named.
   * Of a text that only asks (`tarvitsen apua`, I need help) each of its words, for none says what for.
   */
  | 'UNKNOWN_WORD'
  /** The word says nothing of what is wanted and did not count. */
  | 'WORD_PASSED_OVER';

/** Another search that finds something where this one does not. */
export type SearchSuggestion = {
  __typename?: 'SearchSuggestion';
  /** How many services it finds that are surely meant. */
  count: Scalars['Int']['output'];
  /** Kilometres from the nearest place asked for to its centre, to 0.1 km; null where one of them is unknown, and unless `kind` is `PLACE`. */
  distanceKm: Maybe<Scalars['Float']['output']>;
  /** In what it differs. */
  kind: SearchSuggestionKind;
  /** The municipality; null unless `kind` is `PLACE`. */
  municipality: Maybe<Scalars['MunicipalityCode']['output']>;
  /** Its name; null where no list knows it, and unless `kind` is `PLACE`. */
  municipalityName: Maybe<LocalizedString>;
  /** What to write as `text`; empty where nothing was written. */
  text: Scalars['String']['output'];
  /** The trade's id, as `trades` takes it, where it is another than was asked for; null otherwise. */
  trade: Maybe<Scalars['ID']['output']>;
};


/** Another search that finds something where this one does not. */
export type SearchSuggestionMunicipalityNameArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
};

/** In what a suggestion differs from what was asked. */
export type SearchSuggestionKind =
  /** Some of the words only, or a part of one. */
  | 'FEWER_WORDS'
  /** The nearest municipality that has what was asked for, or else the nearest trade; where the words are not understood, that has anything. */
  | 'PLACE'
  /** Did you mean this? A spelling that the network knows. */
  | 'SPELLING'
  /** The nearest trade that is offered; where none is near, what there is most of. */
  | 'TRADE';

/** Something that a cooperative offers. */
export type Service = {
  __typename?: 'Service';
  /**
   * Whether the network takes orders of it. Not whether there is room, which `availability` says, nor whether its owner answers now. Null where
   * its owner's endpoint was not asked yet. A change of it alone is none of `updatedAt` where its cooperative as a whole takes bookings, or no more.
   */
  bookable: Maybe<Scalars['Boolean']['output']>;
  /** By which rules it is booked; null where its owner's endpoint does not tell. */
  booking: Maybe<BookingRules>;
  /** Who offers it; null when the cooperative is unknown here. */
  cooperative: Maybe<Cooperative>;
  /** What it is in the EU's common procurement vocabulary; without check digits. */
  cpv: Array<Scalars['CpvCode']['output']>;
  /** What is included; null when the owner wrote nothing. */
  description: Maybe<LocalizedString>;
  /** Stable id; opaque to clients. */
  id: Scalars['ID']['output'];
  /** Pictures, the most telling first. */
  images: Array<Image>;
  /** What kind of offer this is. */
  kind: ServiceKind;
  /** The languages in which the title or the description exists, the owner's first language first. */
  languages: Array<Scalars['LanguageCode']['output']>;
  /** Where it is offered. */
  municipalities: Array<Scalars['MunicipalityCode']['output']>;
  /** Why not; null where `bookable` is not false. */
  notBookableBecause: Maybe<NotBookableReason>;
  /** Price of one unit. */
  price: Price;
  /** Short name of the offer. */
  title: LocalizedString;
  /** What one unit of the price buys. */
  unit: PriceUnit;
  /** When its last change reached the catalogue, or when it was listed again; later than that of every service whose change came before. */
  updatedAt: Scalars['DateTime']['output'];
  /** When it was withdrawn; null while it is on offer. A withdrawn service is met only through what refers to it. */
  withdrawnAt: Maybe<Scalars['DateTime']['output']>;
};


/** Something that a cooperative offers. */
export type ServiceDescriptionArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
};


/** Something that a cooperative offers. */
export type ServiceTitleArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
};

/** A page of one cooperative's services. */
export type ServiceConnection = {
  __typename?: 'ServiceConnection';
  /** The rows of this page. */
  edges: Array<ServiceEdge>;
  /** Where this page stands. */
  pageInfo: PageInfo;
  /** How many services the cooperative offers. */
  totalCount: Scalars['Int']['output'];
};

/** A service's place in its cooperative's list. */
export type ServiceEdge = {
  __typename?: 'ServiceEdge';
  /** Cursor of this row. */
  cursor: Scalars['String']['output'];
  /** The service; null when this one row could not be read. */
  node: Maybe<Service>;
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

/** How far the copy of a cooperative's listing can be trusted. */
export type SourceState =
  /** Equal to the cooperative's own data a moment ago. */
  | 'FRESH'
  /** Never read yet. */
  | 'NEVER'
  /** Not asked, because the cooperative is paused; its services are not listed. */
  | 'PAUSED'
  /** The cooperative answers, but its changes have not all been read for some time. */
  | 'STALE'
  /** The cooperative does not answer; the copy is the last one read. */
  | 'UNREACHABLE';

/** Why a service is no longer listed. Values may be added. */
export type UnlistedReason =
  /** Its cooperative is paused, and may come back. */
  | 'PAUSED'
  /** It was withdrawn by its owner, or its cooperative has left the network: `service` answers `GONE`. */
  | 'WITHDRAWN';

/** A service that searches do not find any more. */
export type UnlistedService = {
  __typename?: 'UnlistedService';
  /** Why. */
  because: UnlistedReason;
  /** Its id. */
  id: Scalars['ID']['output'];
  /** When that became so for the catalogue; later than every `updatedAt` of what changed before. */
  unlistedAt: Scalars['DateTime']['output'];
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
