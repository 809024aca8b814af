import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ServiceRecord, CooperativeRecord, MemberRecord, ImageParent } from './model.js';
import type { CooperativeContext } from './context.js';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
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
  /** A municipality: country, hyphen, national code with its leading zeros, such as `FI-609` or `SE-0580`. */
  MunicipalityCode: { input: string; output: string; }
  _FieldSet: { input: unknown; output: unknown; }
};

/** The latest state of one row. Exactly one of `service` and `cooperative` is given. */
export type CatalogueChange = {
  __typename?: 'CatalogueChange';
  /** The cooperative's own profile. */
  cooperative?: Maybe<Cooperative>;
  /** The revision at which the row came into this state. */
  revision: Scalars['Int']['output'];
  /** The service as it is now, or as it was when it was withdrawn. */
  service?: Maybe<Service>;
  /** When the service was withdrawn; null while it is on offer. */
  withdrawnAt?: Maybe<Scalars['DateTime']['output']>;
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

/** How to reach a cooperative. */
export type Contact = {
  __typename?: 'Contact';
  /** E-mail address; null when none is given. */
  email?: Maybe<Scalars['String']['output']>;
  /** Telephone number as the cooperative writes it; null when none is given. */
  phone?: Maybe<Scalars['String']['output']>;
  /** The cooperative's own site; null when none is given. */
  url?: Maybe<Scalars['String']['output']>;
};

/** A cooperative: a company owned by its members. */
export type Cooperative = {
  __typename?: 'Cooperative';
  /** Y-tunnus or organisationsnummer in its canonical form, such as `1572860-0` or `779311-2041`. */
  businessId: Scalars['String']['output'];
  /** How to reach it; null when it gives no contact. */
  contact?: Maybe<Contact>;
  /** Country in which it is registered. */
  country: Scalars['CountryCode']['output'];
  /** Certificates, ratings and declarations, valid or not. */
  evidence: Array<Evidence>;
  /** The cooperative's slug, unique in the network; opaque to clients. */
  id: Scalars['ID']['output'];
  /** Languages in which it can be spoken to; the first is its default. */
  languages: Array<Scalars['LanguageCode']['output']>;
  /**
   * Live from the owner: its members in a stable order, each with only what that person has made public; null when the owner
   * could not be asked.
   */
  members?: Maybe<MemberConnection>;
  /** Where it has its seat. */
  municipality: Scalars['MunicipalityCode']['output'];
  /** Registered name. */
  name: Scalars['String']['output'];
  /** Where it works, unless a service says otherwise. */
  serves: Array<Scalars['MunicipalityCode']['output']>;
  /** IANA time zone in which its opening hours are meant, such as `Europe/Helsinki`. */
  timeZone: Scalars['String']['output'];
};


/** A cooperative: a company owned by its members. */
export type CooperativeMembersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: Scalars['Int']['input'];
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
  disadvantagedShare?: Maybe<Scalars['Float']['output']>;
  /** The grade given, such as `AAA`; null for evidence without grades. */
  grade?: Maybe<Scalars['String']['output']>;
  /** Who issued it; null for the cooperative's own statements. */
  issuer?: Maybe<Scalars['String']['output']>;
  /** The issuer's number for it; null when it has none. */
  number?: Maybe<Scalars['String']['output']>;
  /** What kind of evidence this is. */
  scheme: EvidenceScheme;
  /** First day on which it is valid; null when unlimited. */
  validFrom?: Maybe<Scalars['Date']['output']>;
  /** Last day on which it is valid; null when unlimited. */
  validTo?: Maybe<Scalars['Date']['output']>;
};

/** Who vouches for a cooperative, and for what. */
export type EvidenceScheme =
  /** A rating agency's grade of the company's credit. */
  | 'CREDIT_RATING'
  /** The cooperative's own statement, checked by nobody. */
  | 'SELF_DECLARED'
  /** Work integration social enterprise, registered with the authority of its country. */
  | 'WISE';

/** A picture of a service. */
export type Image = {
  __typename?: 'Image';
  /** What the picture shows, for those who do not see it; null when the owner wrote none. */
  alt?: Maybe<LocalizedString>;
  /** Where the picture is, over HTTPS. */
  url: Scalars['String']['output'];
};


/** A picture of a service. */
export type ImageAltArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
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
  cooperative?: Maybe<Cooperative>;
  /** Well-formed codes that no loaded list knows: accepted, but worth a second look. */
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

/** A text in one language. */
export type LocalizedString = {
  __typename?: 'LocalizedString';
  /** The language the text is in; another than the one asked for where that one is missing. */
  language: Scalars['LanguageCode']['output'];
  /** The text itself. */
  text: Scalars['String']['output'];
};

/** A person who is a member of a cooperative. Every field but `id` is null until that person has made it public. */
export type Member = {
  __typename?: 'Member';
  /** E-mail address; null unless made public. */
  email?: Maybe<Scalars['String']['output']>;
  /** Stable id, `<cooperative>:<local>`; opaque to clients. */
  id: Scalars['ID']['output'];
  /** Languages spoken; null unless made public. */
  languages?: Maybe<Array<Scalars['LanguageCode']['output']>>;
  /** Name; null unless made public. */
  name?: Maybe<Scalars['String']['output']>;
  /** Telephone number; null unless made public. */
  phone?: Maybe<Scalars['String']['output']>;
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
  node?: Maybe<Member>;
};

export type Mutation = {
  __typename?: 'Mutation';
  /**
   * Replaces the cooperative's data by those of a network file: what is new is added, what differs is changed, services
   * that are missing are withdrawn. All or nothing. Repeating it changes nothing.
   */
  importCooperative?: Maybe<ImportCooperativePayload>;
  /** Puts a service on offer or withdraws it. Repeating it changes nothing. */
  publishService?: Maybe<PublishServicePayload>;
};


export type MutationImportCooperativeArgs = {
  input: ImportCooperativeInput;
};


export type MutationPublishServiceArgs = {
  input: PublishServiceInput;
};

/** Where a page stands in its list (Relay Cursor Connections). */
export type PageInfo = {
  __typename?: 'PageInfo';
  /** Cursor of the last row of this page, to be given as `after`; null on an empty page. */
  endCursor?: Maybe<Scalars['String']['output']>;
  /** Whether rows follow after `endCursor`. */
  hasNextPage: Scalars['Boolean']['output'];
  /** Whether rows precede `startCursor`. */
  hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first row of this page; null on an empty page. */
  startCursor?: Maybe<Scalars['String']['output']>;
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
  service?: Maybe<Service>;
  /** What the caller can correct; empty on success. */
  userErrors: Array<UserError>;
};

export type Query = {
  __typename?: 'Query';
  /**
   * The change feed, which only the network's catalogue reads. Every change to a listing gets the next revision; a row
   * appears once, at its latest revision, in rising order. A withdrawn service stays in the feed, marked so.
   */
  catalogueChanges?: Maybe<CatalogueChanges>;
};


export type QueryCatalogueChangesArgs = {
  first?: Scalars['Int']['input'];
  since?: Scalars['Int']['input'];
};

/** Something that a cooperative offers. */
export type Service = {
  __typename?: 'Service';
  /** What it is in the EU's common procurement vocabulary; without check digits. */
  cpv: Array<Scalars['CpvCode']['output']>;
  /** What is included; null when the owner wrote nothing. */
  description?: Maybe<LocalizedString>;
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
  /** Price of one unit. */
  price: Price;
  /** Live from the owner: whether it is on offer at this moment; null when the owner could not be asked. */
  published?: Maybe<Scalars['Boolean']['output']>;
  /** Short name of the offer. */
  title: LocalizedString;
  /** What one unit of the price buys. */
  unit: PriceUnit;
  /** When the listing last changed. */
  updatedAt: Scalars['DateTime']['output'];
};


/** Something that a cooperative offers. */
export type ServiceDescriptionArgs = {
  language?: InputMaybe<Scalars['LanguageCode']['input']>;
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

/** Something in a mutation's input that the caller can correct. Nothing was changed. */
export type UserError = {
  __typename?: 'UserError';
  /** What is wrong, for programs. */
  code: UserErrorCode;
  /** Path into the input; null when no single field is at fault. */
  field?: Maybe<Array<Scalars['String']['output']>>;
  /** What was wanted and what came, for people. */
  message: Scalars['String']['output'];
};

/** What a caller can correct, in a form that programs can match. */
export type UserErrorCode =
  /** The input is malformed or contradicts itself; the message says what was wanted and what came. */
  | 'BAD_USER_INPUT'
  /** The caller may not do this. */
  | 'FORBIDDEN'
  /** What the id names does not exist. */
  | 'NOT_FOUND';



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Cooperative: Cooperative;
  Member: Member;
  Service: Service;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Cooperative:
    ( { __typename: 'Cooperative' }
    & GraphQLRecursivePick<FederationTypes['Cooperative'], {"id":true}> );
  Member:
    ( { __typename: 'Member' }
    & GraphQLRecursivePick<FederationTypes['Member'], {"id":true}> );
  Service:
    ( { __typename: 'Service' }
    & GraphQLRecursivePick<FederationTypes['Service'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  CatalogueChange: ResolverTypeWrapper<Omit<CatalogueChange, 'cooperative' | 'service'> & { cooperative?: Maybe<ResolversTypes['Cooperative']>, service?: Maybe<ResolversTypes['Service']> }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  CatalogueChanges: ResolverTypeWrapper<Omit<CatalogueChanges, 'changes'> & { changes: Array<ResolversTypes['CatalogueChange']> }>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Contact: ResolverTypeWrapper<Contact>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Cooperative: ResolverTypeWrapper<CooperativeRecord>;
  CountryCode: ResolverTypeWrapper<Scalars['CountryCode']['output']>;
  CpvCode: ResolverTypeWrapper<Scalars['CpvCode']['output']>;
  CurrencyCode: CurrencyCode;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  Evidence: ResolverTypeWrapper<Evidence>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  EvidenceScheme: EvidenceScheme;
  Image: ResolverTypeWrapper<ImageParent>;
  ImportCooperativeInput: ImportCooperativeInput;
  ImportCooperativePayload: ResolverTypeWrapper<Omit<ImportCooperativePayload, 'cooperative'> & { cooperative?: Maybe<ResolversTypes['Cooperative']> }>;
  ImportCount: ResolverTypeWrapper<ImportCount>;
  LanguageCode: ResolverTypeWrapper<Scalars['LanguageCode']['output']>;
  LocalizedString: ResolverTypeWrapper<LocalizedString>;
  Member: ResolverTypeWrapper<MemberRecord>;
  MemberConnection: ResolverTypeWrapper<Omit<MemberConnection, 'edges'> & { edges: Array<ResolversTypes['MemberEdge']> }>;
  MemberEdge: ResolverTypeWrapper<Omit<MemberEdge, 'node'> & { node?: Maybe<ResolversTypes['Member']> }>;
  MunicipalityCode: ResolverTypeWrapper<Scalars['MunicipalityCode']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Price: ResolverTypeWrapper<Price>;
  PriceUnit: PriceUnit;
  PublishServiceInput: PublishServiceInput;
  PublishServicePayload: ResolverTypeWrapper<Omit<PublishServicePayload, 'service'> & { service?: Maybe<ResolversTypes['Service']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Service: ResolverTypeWrapper<ServiceRecord>;
  ServiceKind: ServiceKind;
  UserError: ResolverTypeWrapper<UserError>;
  UserErrorCode: UserErrorCode;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  CatalogueChange: Omit<CatalogueChange, 'cooperative' | 'service'> & { cooperative?: Maybe<ResolversParentTypes['Cooperative']>, service?: Maybe<ResolversParentTypes['Service']> };
  Int: Scalars['Int']['output'];
  CatalogueChanges: Omit<CatalogueChanges, 'changes'> & { changes: Array<ResolversParentTypes['CatalogueChange']> };
  ID: Scalars['ID']['output'];
  Boolean: Scalars['Boolean']['output'];
  Contact: Contact;
  String: Scalars['String']['output'];
  Cooperative: CooperativeRecord;
  CountryCode: Scalars['CountryCode']['output'];
  CpvCode: Scalars['CpvCode']['output'];
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  Evidence: Evidence;
  Float: Scalars['Float']['output'];
  Image: ImageParent;
  ImportCooperativeInput: ImportCooperativeInput;
  ImportCooperativePayload: Omit<ImportCooperativePayload, 'cooperative'> & { cooperative?: Maybe<ResolversParentTypes['Cooperative']> };
  ImportCount: ImportCount;
  LanguageCode: Scalars['LanguageCode']['output'];
  LocalizedString: LocalizedString;
  Member: MemberRecord;
  MemberConnection: Omit<MemberConnection, 'edges'> & { edges: Array<ResolversParentTypes['MemberEdge']> };
  MemberEdge: Omit<MemberEdge, 'node'> & { node?: Maybe<ResolversParentTypes['Member']> };
  MunicipalityCode: Scalars['MunicipalityCode']['output'];
  Mutation: Record<PropertyKey, never>;
  PageInfo: PageInfo;
  Price: Price;
  PublishServiceInput: PublishServiceInput;
  PublishServicePayload: Omit<PublishServicePayload, 'service'> & { service?: Maybe<ResolversParentTypes['Service']> };
  Query: Record<PropertyKey, never>;
  Service: ServiceRecord;
  UserError: UserError;
};

export type CatalogueChangeResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['CatalogueChange'] = ResolversParentTypes['CatalogueChange']> = {
  cooperative?: Resolver<Maybe<ResolversTypes['Cooperative']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  service?: Resolver<Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
  withdrawnAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CatalogueChangesResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['CatalogueChanges'] = ResolversParentTypes['CatalogueChanges']> = {
  changes?: Resolver<Array<ResolversTypes['CatalogueChange']>, ParentType, ContextType>;
  epoch?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ContactResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact']> = {
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CooperativeResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Cooperative'] = ResolversParentTypes['Cooperative'], FederationReferenceType extends FederationReferenceTypes['Cooperative'] = FederationReferenceTypes['Cooperative']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Cooperative']> | FederationReferenceType, FederationReferenceType, ContextType>;
  businessId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  contact?: Resolver<Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['LanguageCode']>, ParentType, ContextType>;
  members?: Resolver<Maybe<ResolversTypes['MemberConnection']>, ParentType, ContextType, RequireFields<CooperativeMembersArgs, 'first'>>;
  municipality?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  serves?: Resolver<Array<ResolversTypes['MunicipalityCode']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export interface CpvCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CpvCode'], any> {
  name: 'CpvCode';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type EvidenceResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  disadvantagedShare?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  grade?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issuer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scheme?: Resolver<ResolversTypes['EvidenceScheme'], ParentType, ContextType>;
  validFrom?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ImageResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  alt?: Resolver<Maybe<ResolversTypes['LocalizedString']>, ParentType, ContextType, Partial<ImageAltArgs>>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImportCooperativePayloadResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['ImportCooperativePayload'] = ResolversParentTypes['ImportCooperativePayload']> = {
  changes?: Resolver<Array<ResolversTypes['ImportCount']>, ParentType, ContextType>;
  cooperative?: Resolver<Maybe<ResolversTypes['Cooperative']>, ParentType, ContextType>;
  unverified?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ImportCountResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['ImportCount'] = ResolversParentTypes['ImportCount']> = {
  added?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  changed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  removed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unchanged?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface LanguageCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LanguageCode'], any> {
  name: 'LanguageCode';
}

export type LocalizedStringResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['LocalizedString'] = ResolversParentTypes['LocalizedString']> = {
  language?: Resolver<ResolversTypes['LanguageCode'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MemberResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  languages?: Resolver<Maybe<Array<ResolversTypes['LanguageCode']>>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MemberConnectionResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['MemberConnection'] = ResolversParentTypes['MemberConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MemberEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MemberEdgeResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['MemberEdge'] = ResolversParentTypes['MemberEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
};

export interface MunicipalityCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MunicipalityCode'], any> {
  name: 'MunicipalityCode';
}

export type MutationResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  importCooperative?: Resolver<Maybe<ResolversTypes['ImportCooperativePayload']>, ParentType, ContextType, RequireFields<MutationImportCooperativeArgs, 'input'>>;
  publishService?: Resolver<Maybe<ResolversTypes['PublishServicePayload']>, ParentType, ContextType, RequireFields<MutationPublishServiceArgs, 'input'>>;
};

export type PageInfoResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PriceResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Price'] = ResolversParentTypes['Price']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vatRate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PublishServicePayloadResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['PublishServicePayload'] = ResolversParentTypes['PublishServicePayload']> = {
  service?: Resolver<Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  catalogueChanges?: Resolver<Maybe<ResolversTypes['CatalogueChanges']>, ParentType, ContextType, RequireFields<QueryCatalogueChangesArgs, 'first' | 'since'>>;
};

export type ServiceResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Service'] = ResolversParentTypes['Service'], FederationReferenceType extends FederationReferenceTypes['Service'] = FederationReferenceTypes['Service']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Service']> | FederationReferenceType, FederationReferenceType, ContextType>;
  cpv?: Resolver<Array<ResolversTypes['CpvCode']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['LocalizedString']>, ParentType, ContextType, Partial<ServiceDescriptionArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  images?: Resolver<Array<ResolversTypes['Image']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ServiceKind'], ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['LanguageCode']>, ParentType, ContextType>;
  municipalities?: Resolver<Array<ResolversTypes['MunicipalityCode']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Price'], ParentType, ContextType>;
  published?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['LocalizedString'], ParentType, ContextType, Partial<ServiceTitleArgs>>;
  unit?: Resolver<ResolversTypes['PriceUnit'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  field?: Resolver<Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = CooperativeContext> = {
  CatalogueChange?: CatalogueChangeResolvers<ContextType>;
  CatalogueChanges?: CatalogueChangesResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  Cooperative?: CooperativeResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  CpvCode?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Evidence?: EvidenceResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  ImportCooperativePayload?: ImportCooperativePayloadResolvers<ContextType>;
  ImportCount?: ImportCountResolvers<ContextType>;
  LanguageCode?: GraphQLScalarType;
  LocalizedString?: LocalizedStringResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  MemberConnection?: MemberConnectionResolvers<ContextType>;
  MemberEdge?: MemberEdgeResolvers<ContextType>;
  MunicipalityCode?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Price?: PriceResolvers<ContextType>;
  PublishServicePayload?: PublishServicePayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Service?: ServiceResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
};

