import type * as Types from '../schema.generated.js';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { SupplierSearchResult, LotCoverage } from '../search/result.js';
import type { Verdict, Coverage, LotOffer } from '../need/need.js';
import type { ReasonParent } from './reason-words.js';
import type { Proposal, Share } from '../matching/proposals.js';
import type { ProcurementContext } from './context.js';
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };


export type ResolverTypeWrapper<T> = Promise<T> | T;


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





/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  AuditAct: Types.AuditAct;
  AuditEntry: ResolverTypeWrapper<Types.AuditEntry>;
  String: ResolverTypeWrapper<Types.Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Types.Scalars['ID']['output']>;
  AuditEntryConnection: ResolverTypeWrapper<Types.AuditEntryConnection>;
  AuditEntryEdge: ResolverTypeWrapper<Types.AuditEntryEdge>;
  BookingState: Types.BookingState;
  Contact: ResolverTypeWrapper<Types.Contact>;
  Cooperative: ResolverTypeWrapper<Types.Cooperative>;
  CountryCode: ResolverTypeWrapper<Types.Scalars['CountryCode']['output']>;
  Coverage: ResolverTypeWrapper<Coverage>;
  Int: ResolverTypeWrapper<Types.Scalars['Int']['output']>;
  CpvCode: ResolverTypeWrapper<Types.Scalars['CpvCode']['output']>;
  CpvMatch: Types.CpvMatch;
  CurrencyCode: Types.CurrencyCode;
  Date: ResolverTypeWrapper<Types.Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Types.Scalars['DateTime']['output']>;
  Evidence: ResolverTypeWrapper<Types.Evidence>;
  Float: ResolverTypeWrapper<Types.Scalars['Float']['output']>;
  EvidenceScheme: Types.EvidenceScheme;
  Image: ResolverTypeWrapper<Types.Image>;
  LanguageCode: ResolverTypeWrapper<Types.Scalars['LanguageCode']['output']>;
  LocalizedString: ResolverTypeWrapper<Types.LocalizedString>;
  LotCoverage: ResolverTypeWrapper<LotCoverage>;
  LotInput: Types.LotInput;
  LotOffer: ResolverTypeWrapper<LotOffer>;
  MunicipalityCode: ResolverTypeWrapper<Types.Scalars['MunicipalityCode']['output']>;
  NeedInput: Types.NeedInput;
  OrderChannel: Types.OrderChannel;
  PageInfo: ResolverTypeWrapper<Types.PageInfo>;
  Boolean: ResolverTypeWrapper<Types.Scalars['Boolean']['output']>;
  PersonalField: ResolverTypeWrapper<Types.PersonalField>;
  PersonalRecord: ResolverTypeWrapper<Types.PersonalRecord>;
  PersonalRecordKind: Types.PersonalRecordKind;
  Price: ResolverTypeWrapper<Types.Price>;
  PriceUnit: Types.PriceUnit;
  Proposal: ResolverTypeWrapper<Proposal>;
  ProposalShare: ResolverTypeWrapper<Share>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Quote: ResolverTypeWrapper<Types.Quote>;
  QuoteLine: ResolverTypeWrapper<Types.QuoteLine>;
  Reason: ResolverTypeWrapper<ReasonParent>;
  ReasonValue: ResolverTypeWrapper<Types.ReasonValue>;
  ReservedKind: Types.ReservedKind;
  Role: Types.Role;
  Service: ResolverTypeWrapper<Types.Service>;
  ServiceKind: Types.ServiceKind;
  Shortfall: ResolverTypeWrapper<Types.Shortfall>;
  SupplierSearch: ResolverTypeWrapper<SupplierSearchResult>;
  SupplierVerdict: ResolverTypeWrapper<Verdict>;
  UserError: ResolverTypeWrapper<Types.UserError>;
  UserErrorCode: Types.UserErrorCode;
  ViewerRole: ResolverTypeWrapper<Types.ViewerRole>;
  WantedEvidenceInput: Types.WantedEvidenceInput;
  Weekday: Types.Weekday;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AuditEntry: Types.AuditEntry;
  String: Types.Scalars['String']['output'];
  ID: Types.Scalars['ID']['output'];
  AuditEntryConnection: Types.AuditEntryConnection;
  AuditEntryEdge: Types.AuditEntryEdge;
  Contact: Types.Contact;
  Cooperative: Types.Cooperative;
  CountryCode: Types.Scalars['CountryCode']['output'];
  Coverage: Coverage;
  Int: Types.Scalars['Int']['output'];
  CpvCode: Types.Scalars['CpvCode']['output'];
  Date: Types.Scalars['Date']['output'];
  DateTime: Types.Scalars['DateTime']['output'];
  Evidence: Types.Evidence;
  Float: Types.Scalars['Float']['output'];
  Image: Types.Image;
  LanguageCode: Types.Scalars['LanguageCode']['output'];
  LocalizedString: Types.LocalizedString;
  LotCoverage: LotCoverage;
  LotInput: Types.LotInput;
  LotOffer: LotOffer;
  MunicipalityCode: Types.Scalars['MunicipalityCode']['output'];
  NeedInput: Types.NeedInput;
  PageInfo: Types.PageInfo;
  Boolean: Types.Scalars['Boolean']['output'];
  PersonalField: Types.PersonalField;
  PersonalRecord: Types.PersonalRecord;
  Price: Types.Price;
  Proposal: Proposal;
  ProposalShare: Share;
  Query: Record<PropertyKey, never>;
  Quote: Types.Quote;
  QuoteLine: Types.QuoteLine;
  Reason: ReasonParent;
  ReasonValue: Types.ReasonValue;
  Service: Types.Service;
  Shortfall: Types.Shortfall;
  SupplierSearch: SupplierSearchResult;
  SupplierVerdict: Verdict;
  UserError: Types.UserError;
  ViewerRole: Types.ViewerRole;
  WantedEvidenceInput: Types.WantedEvidenceInput;
};

export type AuditEntryResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  act?: Resolver<ResolversTypes['AuditAct'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  process?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  record?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['ViewerRole']>, ParentType, ContextType>;
  subject?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
};

export type ContactResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact']> = {
  email?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CooperativeResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Cooperative'] = ResolversParentTypes['Cooperative']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export type CoverageResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Coverage'] = ResolversParentTypes['Coverage']> = {
  coveredMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  demandMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shortfall?: Resolver<Array<ResolversTypes['Shortfall']>, ParentType, ContextType>;
  strictMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export interface CpvCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CpvCode'], any> {
  name: 'CpvCode';
}

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type EvidenceResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  disadvantagedShare?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  grade?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issuer?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scheme?: Resolver<ResolversTypes['EvidenceScheme'], ParentType, ContextType>;
  validFrom?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ImageResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  alt?: Resolver<Types.Maybe<ResolversTypes['LocalizedString']>, ParentType, ContextType, Partial<Types.ImageAltArgs>>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface LanguageCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LanguageCode'], any> {
  name: 'LanguageCode';
}

export type LocalizedStringResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['LocalizedString'] = ResolversParentTypes['LocalizedString']> = {
  language?: Resolver<ResolversTypes['LanguageCode'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LotCoverageResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['LotCoverage'] = ResolversParentTypes['LotCoverage']> = {
  coveredMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  demandMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lotId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  offers?: Resolver<Array<ResolversTypes['LotOffer']>, ParentType, ContextType>;
  shortfall?: Resolver<Array<ResolversTypes['Shortfall']>, ParentType, ContextType>;
  strictMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type LotOfferResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['LotOffer'] = ResolversParentTypes['LotOffer']> = {
  cpvMatch?: Resolver<ResolversTypes['CpvMatch'], ParentType, ContextType>;
  service?: Resolver<Types.Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
};

export interface MunicipalityCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MunicipalityCode'], any> {
  name: 'MunicipalityCode';
}

export type PageInfoResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonalFieldResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['PersonalField'] = ResolversParentTypes['PersonalField']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PersonalRecordResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['PersonalRecord'] = ResolversParentTypes['PersonalRecord']> = {
  fields?: Resolver<Array<ResolversTypes['PersonalField']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PersonalRecordKind'], ParentType, ContextType>;
};

export type PriceResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Price'] = ResolversParentTypes['Price']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vatRate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ProposalResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Proposal'] = ResolversParentTypes['Proposal']> = {
  cooperatives?: Resolver<Array<ResolversTypes['Cooperative']>, ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  lead?: Resolver<ResolversTypes['Cooperative'], ParentType, ContextType>;
  shares?: Resolver<Array<ResolversTypes['ProposalShare']>, ParentType, ContextType>;
  weakestLinks?: Resolver<Array<ResolversTypes['Reason']>, ParentType, ContextType>;
};

export type ProposalShareResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['ProposalShare'] = ResolversParentTypes['ProposalShare']> = {
  cooperative?: Resolver<ResolversTypes['Cooperative'], ParentType, ContextType>;
  lotId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  supplierSearch?: Resolver<Types.Maybe<ResolversTypes['SupplierSearch']>, ParentType, ContextType, RequireFields<Types.QuerySupplierSearchArgs, 'need'>>;
};

export type QuoteResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Quote'] = ResolversParentTypes['Quote']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['QuoteLine']>, ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QuoteLineResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['QuoteLine'] = ResolversParentTypes['QuoteLine']> = {
  gross?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['PriceUnit'], ParentType, ContextType>;
  unitNet?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vatRate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ReasonResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Reason'] = ResolversParentTypes['Reason']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['LocalizedString'], ParentType, ContextType, Partial<Types.ReasonTextArgs>>;
  values?: Resolver<Array<ResolversTypes['ReasonValue']>, ParentType, ContextType>;
};

export type ReasonValueResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['ReasonValue'] = ResolversParentTypes['ReasonValue']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ServiceResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Service'] = ResolversParentTypes['Service']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ShortfallResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Shortfall'] = ResolversParentTypes['Shortfall']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SupplierSearchResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['SupplierSearch'] = ResolversParentTypes['SupplierSearch']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  holidaysSkipped?: Resolver<Array<ResolversTypes['Date']>, ParentType, ContextType>;
  joint?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  lots?: Resolver<Array<ResolversTypes['LotCoverage']>, ParentType, ContextType>;
  notAnswering?: Resolver<Array<ResolversTypes['Cooperative']>, ParentType, ContextType>;
  notAnsweringReasons?: Resolver<Array<ResolversTypes['Reason']>, ParentType, ContextType>;
  notice?: Resolver<ResolversTypes['LocalizedString'], ParentType, ContextType, Partial<Types.SupplierSearchNoticeArgs>>;
  proposals?: Resolver<Array<ResolversTypes['Proposal']>, ParentType, ContextType>;
  proposalsCut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  suppliers?: Resolver<Array<ResolversTypes['SupplierVerdict']>, ParentType, ContextType>;
  workingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SupplierVerdictResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['SupplierVerdict'] = ResolversParentTypes['SupplierVerdict']> = {
  cooperative?: Resolver<ResolversTypes['Cooperative'], ParentType, ContextType>;
  eligible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['Reason']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['Reason']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  alternatives?: Resolver<Types.Maybe<Array<ResolversTypes['DateTime']>>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  field?: Resolver<Types.Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retry?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ViewerRoleResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['ViewerRole'] = ResolversParentTypes['ViewerRole']> = {
  organisation?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type Resolvers<ContextType = ProcurementContext> = {
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  Cooperative?: CooperativeResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  Coverage?: CoverageResolvers<ContextType>;
  CpvCode?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Evidence?: EvidenceResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  LanguageCode?: GraphQLScalarType;
  LocalizedString?: LocalizedStringResolvers<ContextType>;
  LotCoverage?: LotCoverageResolvers<ContextType>;
  LotOffer?: LotOfferResolvers<ContextType>;
  MunicipalityCode?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  PersonalField?: PersonalFieldResolvers<ContextType>;
  PersonalRecord?: PersonalRecordResolvers<ContextType>;
  Price?: PriceResolvers<ContextType>;
  Proposal?: ProposalResolvers<ContextType>;
  ProposalShare?: ProposalShareResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Quote?: QuoteResolvers<ContextType>;
  QuoteLine?: QuoteLineResolvers<ContextType>;
  Reason?: ReasonResolvers<ContextType>;
  ReasonValue?: ReasonValueResolvers<ContextType>;
  Service?: ServiceResolvers<ContextType>;
  Shortfall?: ShortfallResolvers<ContextType>;
  SupplierSearch?: SupplierSearchResolvers<ContextType>;
  SupplierVerdict?: SupplierVerdictResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  ViewerRole?: ViewerRoleResolvers<ContextType>;
};

