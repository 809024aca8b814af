import type * as Types from '../schema.generated.js';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ProcurementContext } from './context.js';


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
  CpvCode: ResolverTypeWrapper<Types.Scalars['CpvCode']['output']>;
  CurrencyCode: Types.CurrencyCode;
  Date: ResolverTypeWrapper<Types.Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Types.Scalars['DateTime']['output']>;
  Evidence: ResolverTypeWrapper<Types.Evidence>;
  Float: ResolverTypeWrapper<Types.Scalars['Float']['output']>;
  EvidenceScheme: Types.EvidenceScheme;
  Image: ResolverTypeWrapper<Types.Image>;
  LanguageCode: ResolverTypeWrapper<Types.Scalars['LanguageCode']['output']>;
  LocalizedString: ResolverTypeWrapper<Types.LocalizedString>;
  MunicipalityCode: ResolverTypeWrapper<Types.Scalars['MunicipalityCode']['output']>;
  OrderChannel: Types.OrderChannel;
  PageInfo: ResolverTypeWrapper<Types.PageInfo>;
  Boolean: ResolverTypeWrapper<Types.Scalars['Boolean']['output']>;
  PersonalField: ResolverTypeWrapper<Types.PersonalField>;
  PersonalRecord: ResolverTypeWrapper<Types.PersonalRecord>;
  PersonalRecordKind: Types.PersonalRecordKind;
  Price: ResolverTypeWrapper<Types.Price>;
  PriceUnit: Types.PriceUnit;
  Quote: ResolverTypeWrapper<Types.Quote>;
  QuoteLine: ResolverTypeWrapper<Types.QuoteLine>;
  Role: Types.Role;
  Service: ResolverTypeWrapper<Types.Service>;
  ServiceKind: Types.ServiceKind;
  UserError: ResolverTypeWrapper<Types.UserError>;
  UserErrorCode: Types.UserErrorCode;
  ViewerRole: ResolverTypeWrapper<Types.ViewerRole>;
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
  CpvCode: Types.Scalars['CpvCode']['output'];
  Date: Types.Scalars['Date']['output'];
  DateTime: Types.Scalars['DateTime']['output'];
  Evidence: Types.Evidence;
  Float: Types.Scalars['Float']['output'];
  Image: Types.Image;
  LanguageCode: Types.Scalars['LanguageCode']['output'];
  LocalizedString: Types.LocalizedString;
  MunicipalityCode: Types.Scalars['MunicipalityCode']['output'];
  PageInfo: Types.PageInfo;
  Boolean: Types.Scalars['Boolean']['output'];
  PersonalField: Types.PersonalField;
  PersonalRecord: Types.PersonalRecord;
  Price: Types.Price;
  Quote: Types.Quote;
  QuoteLine: Types.QuoteLine;
  Service: Types.Service;
  UserError: Types.UserError;
  ViewerRole: Types.ViewerRole;
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

export type ServiceResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Service'] = ResolversParentTypes['Service']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
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
  CpvCode?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Evidence?: EvidenceResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  LanguageCode?: GraphQLScalarType;
  LocalizedString?: LocalizedStringResolvers<ContextType>;
  MunicipalityCode?: GraphQLScalarType;
  PageInfo?: PageInfoResolvers<ContextType>;
  PersonalField?: PersonalFieldResolvers<ContextType>;
  PersonalRecord?: PersonalRecordResolvers<ContextType>;
  Price?: PriceResolvers<ContextType>;
  Quote?: QuoteResolvers<ContextType>;
  QuoteLine?: QuoteLineResolvers<ContextType>;
  Service?: ServiceResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  ViewerRole?: ViewerRoleResolvers<ContextType>;
};

