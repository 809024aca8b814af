import type * as Types from '../schema.generated.js';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ServiceListing, EvidenceListing } from '../store/listing.js';
import type { CooperativeEntry } from '../following/registry.js';
import type { CatalogueConnectionParent, CatalogueEdgeParent, CatalogueFacetsParent, CatalogueSourceParent, CooperativeConnectionParent, CpvEntryParent, FacetParent, ImageParent, MunicipalityParent, PriceParent, SearchSuggestionParent, ServiceConnectionParent } from './parents.js';
import type { CatalogueContext } from './context.js';
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };


export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Types.Maybe<T> extends T ? Types.Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
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
) => Types.Maybe<TTypes> | Promise<Types.Maybe<TTypes>>;

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
  Cooperative: Types.Cooperative;
  Service: Types.Service;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Cooperative:
    ( { __typename: 'Cooperative' }
    & GraphQLRecursivePick<FederationTypes['Cooperative'], {"id":true}> );
  Service:
    ( { __typename: 'Service' }
    & GraphQLRecursivePick<FederationTypes['Service'], {"id":true}> );
};



/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AuditAct: Types.AuditAct;
  AuditEntry: ResolverTypeWrapper<Types.AuditEntry>;
  String: ResolverTypeWrapper<Types.Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Types.Scalars['ID']['output']>;
  AuditEntryConnection: ResolverTypeWrapper<Types.AuditEntryConnection>;
  AuditEntryEdge: ResolverTypeWrapper<Types.AuditEntryEdge>;
  AvailabilityInput: Types.AvailabilityInput;
  Int: ResolverTypeWrapper<Types.Scalars['Int']['output']>;
  BookingRules: ResolverTypeWrapper<Types.BookingRules>;
  BookingState: Types.BookingState;
  CatalogueConnection: ResolverTypeWrapper<CatalogueConnectionParent>;
  CatalogueEdge: ResolverTypeWrapper<CatalogueEdgeParent>;
  Float: ResolverTypeWrapper<Types.Scalars['Float']['output']>;
  Boolean: ResolverTypeWrapper<Types.Scalars['Boolean']['output']>;
  CatalogueFacets: ResolverTypeWrapper<CatalogueFacetsParent>;
  CatalogueSearch: Types.CatalogueSearch;
  CatalogueSort: Types.CatalogueSort;
  CatalogueSource: ResolverTypeWrapper<CatalogueSourceParent>;
  Contact: ResolverTypeWrapper<Types.Contact>;
  Cooperative: ResolverTypeWrapper<CooperativeEntry>;
  CooperativeConnection: ResolverTypeWrapper<CooperativeConnectionParent>;
  CooperativeEdge: ResolverTypeWrapper<Omit<Types.CooperativeEdge, 'node'> & { node?: Types.Maybe<ResolversTypes['Cooperative']> }>;
  CooperativeFilter: Types.CooperativeFilter;
  CooperativeStatus: Types.CooperativeStatus;
  Coordinates: ResolverTypeWrapper<Types.Coordinates>;
  CountryCode: ResolverTypeWrapper<Types.Scalars['CountryCode']['output']>;
  CpvCode: ResolverTypeWrapper<Types.Scalars['CpvCode']['output']>;
  CpvEntry: ResolverTypeWrapper<CpvEntryParent>;
  CurrencyCode: Types.CurrencyCode;
  Date: ResolverTypeWrapper<Types.Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Types.Scalars['DateTime']['output']>;
  Evidence: ResolverTypeWrapper<EvidenceListing>;
  EvidenceScheme: Types.EvidenceScheme;
  Facet: ResolverTypeWrapper<FacetParent>;
  Image: ResolverTypeWrapper<ImageParent>;
  Invoicing: ResolverTypeWrapper<Types.Invoicing>;
  InvoicingInput: Types.InvoicingInput;
  LanguageCode: ResolverTypeWrapper<Types.Scalars['LanguageCode']['output']>;
  LocalTime: ResolverTypeWrapper<Types.Scalars['LocalTime']['output']>;
  LocalizedString: ResolverTypeWrapper<Types.LocalizedString>;
  MatchFit: Types.MatchFit;
  MatchReason: Types.MatchReason;
  MoneyInput: Types.MoneyInput;
  Municipality: ResolverTypeWrapper<MunicipalityParent>;
  MunicipalityCode: ResolverTypeWrapper<Types.Scalars['MunicipalityCode']['output']>;
  NearInput: Types.NearInput;
  NotBookableReason: Types.NotBookableReason;
  OpeningHours: ResolverTypeWrapper<Types.OpeningHours>;
  OrderChannel: Types.OrderChannel;
  OrderDetails: ResolverTypeWrapper<Types.OrderDetails>;
  OrderDetailsInput: Types.OrderDetailsInput;
  OrderState: Types.OrderState;
  PageInfo: ResolverTypeWrapper<Types.PageInfo>;
  PersonalField: ResolverTypeWrapper<Types.PersonalField>;
  PersonalRecord: ResolverTypeWrapper<Types.PersonalRecord>;
  PersonalRecordKind: Types.PersonalRecordKind;
  PostalAddress: ResolverTypeWrapper<Types.PostalAddress>;
  Price: ResolverTypeWrapper<PriceParent>;
  PriceUnit: Types.PriceUnit;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Quote: ResolverTypeWrapper<Types.Quote>;
  QuoteLine: ResolverTypeWrapper<Types.QuoteLine>;
  Role: Types.Role;
  SearchRemark: ResolverTypeWrapper<Types.SearchRemark>;
  SearchRemarkCode: Types.SearchRemarkCode;
  SearchSuggestion: ResolverTypeWrapper<SearchSuggestionParent>;
  SearchSuggestionKind: Types.SearchSuggestionKind;
  Service: ResolverTypeWrapper<ServiceListing>;
  ServiceConnection: ResolverTypeWrapper<ServiceConnectionParent>;
  ServiceEdge: ResolverTypeWrapper<Omit<Types.ServiceEdge, 'node'> & { node?: Types.Maybe<ResolversTypes['Service']> }>;
  ServiceKind: Types.ServiceKind;
  SourceState: Types.SourceState;
  UnlistedReason: Types.UnlistedReason;
  UnlistedService: ResolverTypeWrapper<ServiceListing>;
  UserError: ResolverTypeWrapper<Types.UserError>;
  UserErrorCode: Types.UserErrorCode;
  ViewerRole: ResolverTypeWrapper<Types.ViewerRole>;
  WantedEvidenceInput: Types.WantedEvidenceInput;
  Weekday: Types.Weekday;
  WorkPlace: ResolverTypeWrapper<Types.WorkPlace>;
  WorkPlaceInput: Types.WorkPlaceInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AuditEntry: Types.AuditEntry;
  String: Types.Scalars['String']['output'];
  ID: Types.Scalars['ID']['output'];
  AuditEntryConnection: Types.AuditEntryConnection;
  AuditEntryEdge: Types.AuditEntryEdge;
  AvailabilityInput: Types.AvailabilityInput;
  Int: Types.Scalars['Int']['output'];
  BookingRules: Types.BookingRules;
  CatalogueConnection: CatalogueConnectionParent;
  CatalogueEdge: CatalogueEdgeParent;
  Float: Types.Scalars['Float']['output'];
  Boolean: Types.Scalars['Boolean']['output'];
  CatalogueFacets: CatalogueFacetsParent;
  CatalogueSearch: Types.CatalogueSearch;
  CatalogueSource: CatalogueSourceParent;
  Contact: Types.Contact;
  Cooperative: CooperativeEntry;
  CooperativeConnection: CooperativeConnectionParent;
  CooperativeEdge: Omit<Types.CooperativeEdge, 'node'> & { node?: Types.Maybe<ResolversParentTypes['Cooperative']> };
  CooperativeFilter: Types.CooperativeFilter;
  Coordinates: Types.Coordinates;
  CountryCode: Types.Scalars['CountryCode']['output'];
  CpvCode: Types.Scalars['CpvCode']['output'];
  CpvEntry: CpvEntryParent;
  Date: Types.Scalars['Date']['output'];
  DateTime: Types.Scalars['DateTime']['output'];
  Evidence: EvidenceListing;
  Facet: FacetParent;
  Image: ImageParent;
  Invoicing: Types.Invoicing;
  InvoicingInput: Types.InvoicingInput;
  LanguageCode: Types.Scalars['LanguageCode']['output'];
  LocalTime: Types.Scalars['LocalTime']['output'];
  LocalizedString: Types.LocalizedString;
  MoneyInput: Types.MoneyInput;
  Municipality: MunicipalityParent;
  MunicipalityCode: Types.Scalars['MunicipalityCode']['output'];
  NearInput: Types.NearInput;
  OpeningHours: Types.OpeningHours;
  OrderDetails: Types.OrderDetails;
  OrderDetailsInput: Types.OrderDetailsInput;
  PageInfo: Types.PageInfo;
  PersonalField: Types.PersonalField;
  PersonalRecord: Types.PersonalRecord;
  PostalAddress: Types.PostalAddress;
  Price: PriceParent;
  Query: Record<PropertyKey, never>;
  Quote: Types.Quote;
  QuoteLine: Types.QuoteLine;
  SearchRemark: Types.SearchRemark;
  SearchSuggestion: SearchSuggestionParent;
  Service: ServiceListing;
  ServiceConnection: ServiceConnectionParent;
  ServiceEdge: Omit<Types.ServiceEdge, 'node'> & { node?: Types.Maybe<ResolversParentTypes['Service']> };
  UnlistedService: ServiceListing;
  UserError: Types.UserError;
  ViewerRole: Types.ViewerRole;
  WantedEvidenceInput: Types.WantedEvidenceInput;
  WorkPlace: Types.WorkPlace;
  WorkPlaceInput: Types.WorkPlaceInput;
};

export type AuditEntryResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  act?: Resolver<ResolversTypes['AuditAct'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  process?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  record?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['ViewerRole']>, ParentType, ContextType>;
  subject?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
};

export type BookingRulesResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['BookingRules'] = ResolversParentTypes['BookingRules']> = {
  courseMinutes?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  gridMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  leadTimeMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openingHours?: Resolver<Array<ResolversTypes['OpeningHours']>, ParentType, ContextType>;
};

export type CatalogueConnectionResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['CatalogueConnection'] = ResolversParentTypes['CatalogueConnection']> = {
  availabilityUnknown?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  edges?: Resolver<Array<ResolversTypes['CatalogueEdge']>, ParentType, ContextType>;
  facets?: Resolver<ResolversTypes['CatalogueFacets'], ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  remarks?: Resolver<Array<ResolversTypes['SearchRemark']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['CatalogueSource']>, ParentType, ContextType>;
  suggestions?: Resolver<Array<ResolversTypes['SearchSuggestion']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unlisted?: Resolver<Array<ResolversTypes['UnlistedService']>, ParentType, ContextType>;
};

export type CatalogueEdgeResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['CatalogueEdge'] = ResolversParentTypes['CatalogueEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  distanceKm?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  fit?: Resolver<Types.Maybe<ResolversTypes['MatchFit']>, ParentType, ContextType>;
  isAvailabilityKnown?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  matchedBy?: Resolver<Array<ResolversTypes['MatchReason']>, ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
  score?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
};

export type CatalogueFacetsResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['CatalogueFacets'] = ResolversParentTypes['CatalogueFacets']> = {
  certifications?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType>;
  cooperatives?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType>;
  cpvDivisions?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType>;
  kinds?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType>;
  municipalities?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType>;
  trades?: Resolver<Array<ResolversTypes['Facet']>, ParentType, ContextType>;
};

export type CatalogueSourceResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['CatalogueSource'] = ResolversParentTypes['CatalogueSource']> = {
  cooperative?: Resolver<ResolversTypes['Cooperative'], ParentType, ContextType>;
  reason?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['SourceState'], ParentType, ContextType>;
  syncedAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ContactResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact']> = {
  email?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CooperativeResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Cooperative'] = ResolversParentTypes['Cooperative'], FederationReferenceType extends FederationReferenceTypes['Cooperative'] = FederationReferenceTypes['Cooperative']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Cooperative']> | FederationReferenceType, FederationReferenceType, ContextType>;
  address?: Resolver<Types.Maybe<ResolversTypes['PostalAddress']>, ParentType, ContextType>;
  businessId?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contact?: Resolver<Types.Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  coordinates?: Resolver<Types.Maybe<ResolversTypes['Coordinates']>, ParentType, ContextType>;
  country?: Resolver<Types.Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  description?: Resolver<Types.Maybe<ResolversTypes['LocalizedString']>, ParentType, ContextType, Partial<Types.CooperativeDescriptionArgs>>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['LanguageCode']>, ParentType, ContextType>;
  logo?: Resolver<Types.Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  municipality?: Resolver<Types.Maybe<ResolversTypes['MunicipalityCode']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  serves?: Resolver<Array<ResolversTypes['MunicipalityCode']>, ParentType, ContextType>;
  services?: Resolver<ResolversTypes['ServiceConnection'], ParentType, ContextType, RequireFields<Types.CooperativeServicesArgs, 'first'>>;
  status?: Resolver<ResolversTypes['CooperativeStatus'], ParentType, ContextType>;
  statusDetail?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statusReason?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  statusSince?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  timeZone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CooperativeConnectionResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['CooperativeConnection'] = ResolversParentTypes['CooperativeConnection']> = {
  edges?: Resolver<Array<ResolversTypes['CooperativeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  remarks?: Resolver<Array<ResolversTypes['SearchRemark']>, ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['CatalogueSource']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CooperativeEdgeResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['CooperativeEdge'] = ResolversParentTypes['CooperativeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Cooperative']>, ParentType, ContextType>;
};

export type CoordinatesResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Coordinates'] = ResolversParentTypes['Coordinates']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export interface CpvCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CpvCode'], any> {
  name: 'CpvCode';
}

export type CpvEntryResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['CpvEntry'] = ResolversParentTypes['CpvEntry']> = {
  checkDigit?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['CpvCode'], ParentType, ContextType>;
  label?: Resolver<Types.Maybe<ResolversTypes['LocalizedString']>, ParentType, ContextType, Partial<Types.CpvEntryLabelArgs>>;
  parent?: Resolver<Types.Maybe<ResolversTypes['CpvCode']>, ParentType, ContextType>;
  services?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type EvidenceResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  disadvantagedShare?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  grade?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issuer?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scheme?: Resolver<ResolversTypes['EvidenceScheme'], ParentType, ContextType>;
  validFrom?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type FacetResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Facet'] = ResolversParentTypes['Facet']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  label?: Resolver<Types.Maybe<ResolversTypes['LocalizedString']>, ParentType, ContextType, Partial<Types.FacetLabelArgs>>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImageResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  alt?: Resolver<Types.Maybe<ResolversTypes['LocalizedString']>, ParentType, ContextType, Partial<Types.ImageAltArgs>>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InvoicingResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Invoicing'] = ResolversParentTypes['Invoicing']> = {
  eInvoiceAddress?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operator?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface LanguageCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LanguageCode'], any> {
  name: 'LanguageCode';
}

export interface LocalTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalTime'], any> {
  name: 'LocalTime';
}

export type LocalizedStringResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['LocalizedString'] = ResolversParentTypes['LocalizedString']> = {
  language?: Resolver<ResolversTypes['LanguageCode'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MunicipalityResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Municipality'] = ResolversParentTypes['Municipality']> = {
  code?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  latitude?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['LocalizedString'], ParentType, ContextType, Partial<Types.MunicipalityNameArgs>>;
};

export interface MunicipalityCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MunicipalityCode'], any> {
  name: 'MunicipalityCode';
}

export type OpeningHoursResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['OpeningHours'] = ResolversParentTypes['OpeningHours']> = {
  from?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  validFrom?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  weekday?: Resolver<ResolversTypes['Weekday'], ParentType, ContextType>;
};

export type OrderDetailsResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['OrderDetails'] = ResolversParentTypes['OrderDetails']> = {
  invoicing?: Resolver<Types.Maybe<ResolversTypes['Invoicing']>, ParentType, ContextType>;
  language?: Resolver<Types.Maybe<ResolversTypes['LanguageCode']>, ParentType, ContextType>;
  place?: Resolver<Types.Maybe<ResolversTypes['WorkPlace']>, ParentType, ContextType>;
  reference?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  wish?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonalFieldResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['PersonalField'] = ResolversParentTypes['PersonalField']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PersonalRecordResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['PersonalRecord'] = ResolversParentTypes['PersonalRecord']> = {
  fields?: Resolver<Array<ResolversTypes['PersonalField']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PersonalRecordKind'], ParentType, ContextType>;
};

export type PostalAddressResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['PostalAddress'] = ResolversParentTypes['PostalAddress']> = {
  locality?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  street?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PriceResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Price'] = ResolversParentTypes['Price']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vatRate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  catalogue?: Resolver<Types.Maybe<ResolversTypes['CatalogueConnection']>, ParentType, ContextType, RequireFields<Types.QueryCatalogueArgs, 'first' | 'sort' | 'withUnlisted'>>;
  cooperative?: Resolver<Types.Maybe<ResolversTypes['Cooperative']>, ParentType, ContextType, RequireFields<Types.QueryCooperativeArgs, 'id'>>;
  cooperatives?: Resolver<Types.Maybe<ResolversTypes['CooperativeConnection']>, ParentType, ContextType, RequireFields<Types.QueryCooperativesArgs, 'first'>>;
  cpvCodes?: Resolver<Types.Maybe<Array<ResolversTypes['CpvEntry']>>, ParentType, ContextType, Partial<Types.QueryCpvCodesArgs>>;
  municipalities?: Resolver<Types.Maybe<Array<ResolversTypes['Municipality']>>, ParentType, ContextType, Partial<Types.QueryMunicipalitiesArgs>>;
  service?: Resolver<Types.Maybe<ResolversTypes['Service']>, ParentType, ContextType, RequireFields<Types.QueryServiceArgs, 'id'>>;
  services?: Resolver<Types.Maybe<Array<Types.Maybe<ResolversTypes['Service']>>>, ParentType, ContextType, RequireFields<Types.QueryServicesArgs, 'ids'>>;
};

export type QuoteResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Quote'] = ResolversParentTypes['Quote']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['QuoteLine']>, ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QuoteLineResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['QuoteLine'] = ResolversParentTypes['QuoteLine']> = {
  gross?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['PriceUnit'], ParentType, ContextType>;
  unitNet?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vatRate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SearchRemarkResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['SearchRemark'] = ResolversParentTypes['SearchRemark']> = {
  code?: Resolver<ResolversTypes['SearchRemarkCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SearchSuggestionResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['SearchSuggestion'] = ResolversParentTypes['SearchSuggestion']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  distanceKm?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['SearchSuggestionKind'], ParentType, ContextType>;
  municipality?: Resolver<Types.Maybe<ResolversTypes['MunicipalityCode']>, ParentType, ContextType>;
  municipalityName?: Resolver<Types.Maybe<ResolversTypes['LocalizedString']>, ParentType, ContextType, Partial<Types.SearchSuggestionMunicipalityNameArgs>>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trade?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ServiceResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['Service'] = ResolversParentTypes['Service'], FederationReferenceType extends FederationReferenceTypes['Service'] = FederationReferenceTypes['Service']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Service']> | FederationReferenceType, FederationReferenceType, ContextType>;
  bookable?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  booking?: Resolver<Types.Maybe<ResolversTypes['BookingRules']>, ParentType, ContextType>;
  cooperative?: Resolver<Types.Maybe<ResolversTypes['Cooperative']>, ParentType, ContextType>;
  cpv?: Resolver<Array<ResolversTypes['CpvCode']>, ParentType, ContextType>;
  description?: Resolver<Types.Maybe<ResolversTypes['LocalizedString']>, ParentType, ContextType, Partial<Types.ServiceDescriptionArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  images?: Resolver<Array<ResolversTypes['Image']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ServiceKind'], ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['LanguageCode']>, ParentType, ContextType>;
  municipalities?: Resolver<Array<ResolversTypes['MunicipalityCode']>, ParentType, ContextType>;
  notBookableBecause?: Resolver<Types.Maybe<ResolversTypes['NotBookableReason']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Price'], ParentType, ContextType>;
  title?: Resolver<ResolversTypes['LocalizedString'], ParentType, ContextType, Partial<Types.ServiceTitleArgs>>;
  unit?: Resolver<ResolversTypes['PriceUnit'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  withdrawnAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type ServiceConnectionResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['ServiceConnection'] = ResolversParentTypes['ServiceConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ServiceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ServiceEdgeResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['ServiceEdge'] = ResolversParentTypes['ServiceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
};

export type UnlistedServiceResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['UnlistedService'] = ResolversParentTypes['UnlistedService']> = {
  because?: Resolver<ResolversTypes['UnlistedReason'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  unlistedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  alternatives?: Resolver<Types.Maybe<Array<ResolversTypes['DateTime']>>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  field?: Resolver<Types.Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retry?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ViewerRoleResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['ViewerRole'] = ResolversParentTypes['ViewerRole']> = {
  organisation?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type WorkPlaceResolvers<ContextType = CatalogueContext, ParentType extends ResolversParentTypes['WorkPlace'] = ResolversParentTypes['WorkPlace']> = {
  accessNote?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latitude?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  street?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = CatalogueContext> = {
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  BookingRules?: BookingRulesResolvers<ContextType>;
  CatalogueConnection?: CatalogueConnectionResolvers<ContextType>;
  CatalogueEdge?: CatalogueEdgeResolvers<ContextType>;
  CatalogueFacets?: CatalogueFacetsResolvers<ContextType>;
  CatalogueSource?: CatalogueSourceResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  Cooperative?: CooperativeResolvers<ContextType>;
  CooperativeConnection?: CooperativeConnectionResolvers<ContextType>;
  CooperativeEdge?: CooperativeEdgeResolvers<ContextType>;
  Coordinates?: CoordinatesResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  CpvCode?: GraphQLScalarType;
  CpvEntry?: CpvEntryResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Evidence?: EvidenceResolvers<ContextType>;
  Facet?: FacetResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  Invoicing?: InvoicingResolvers<ContextType>;
  LanguageCode?: GraphQLScalarType;
  LocalTime?: GraphQLScalarType;
  LocalizedString?: LocalizedStringResolvers<ContextType>;
  Municipality?: MunicipalityResolvers<ContextType>;
  MunicipalityCode?: GraphQLScalarType;
  OpeningHours?: OpeningHoursResolvers<ContextType>;
  OrderDetails?: OrderDetailsResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PersonalField?: PersonalFieldResolvers<ContextType>;
  PersonalRecord?: PersonalRecordResolvers<ContextType>;
  PostalAddress?: PostalAddressResolvers<ContextType>;
  Price?: PriceResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Quote?: QuoteResolvers<ContextType>;
  QuoteLine?: QuoteLineResolvers<ContextType>;
  SearchRemark?: SearchRemarkResolvers<ContextType>;
  SearchSuggestion?: SearchSuggestionResolvers<ContextType>;
  Service?: ServiceResolvers<ContextType>;
  ServiceConnection?: ServiceConnectionResolvers<ContextType>;
  ServiceEdge?: ServiceEdgeResolvers<ContextType>;
  UnlistedService?: UnlistedServiceResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  ViewerRole?: ViewerRoleResolvers<ContextType>;
  WorkPlace?: WorkPlaceResolvers<ContextType>;
};

