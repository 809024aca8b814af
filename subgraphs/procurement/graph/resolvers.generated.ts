import type * as Types from '../schema.generated.js';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Refusal } from '../store/refusal.js';
import type { SupplierSearchResult, FoundVerdict, LotCoverage, FoundOffer, OwnerAnswer } from '../search/result.js';
import type { Evidence, VerifiedEvidence, Coverage, Need, Lot, WantedEvidence } from '../need/need.js';
import type { VerificationRecord } from '../store/verification-records.js';
import type { VerificationOutcome } from '../verifications/verifications.js';
import type { ReasonParent } from './reason-words.js';
import type { Proposal, Share } from '../matching/proposals.js';
import type { AgreementRecord, AgreementPriceRecord, ComplaintRecord } from '../store/agreement-records.js';
import type { AgreementOutcome } from '../agreements/agreements.js';
import type { UseOfAgreement, LatestOrder, FollowUp } from '../agreements/follow-up.js';
import type { ThresholdCheck, ThresholdFinding } from '../rules/threshold-check.js';
import type { DeadlineEnd } from '../rules/deadlines.js';
import type { RateInForce } from '../rules/vat-rates.js';
import type { SubstituteSearchResult } from '../substitutes/substitute-search.js';
import type { Plan } from '../substitutes/plan/plans.js';
import type { Time, Segment, Candidate } from '../substitutes/plan/types.js';
import type { Excluded } from '../substitutes/plan/judge-substitutes.js';
import type { ReadRecord } from '../records/read-record.js';
import type { SearchRecordRow } from '../store/records.js';
import type { ProcurementContext } from './context.js';
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
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
  Agreement: ResolverTypeWrapper<AgreementRecord>;
  String: ResolverTypeWrapper<Types.Scalars['String']['output']>;
  Int: ResolverTypeWrapper<Types.Scalars['Int']['output']>;
  ID: ResolverTypeWrapper<Types.Scalars['ID']['output']>;
  AgreementConnection: ResolverTypeWrapper<Omit<Types.AgreementConnection, 'edges'> & { edges: Array<ResolversTypes['AgreementEdge']> }>;
  AgreementEdge: ResolverTypeWrapper<Omit<Types.AgreementEdge, 'node'> & { node?: Types.Maybe<ResolversTypes['Agreement']> }>;
  AgreementKind: Types.AgreementKind;
  AgreementPayload: ResolverTypeWrapper<AgreementOutcome>;
  AgreementPrice: ResolverTypeWrapper<AgreementPriceRecord>;
  AgreementPriceInput: Types.AgreementPriceInput;
  AgreementUse: ResolverTypeWrapper<UseOfAgreement>;
  AuditAct: Types.AuditAct;
  AuditEntry: ResolverTypeWrapper<Types.AuditEntry>;
  AuditEntryConnection: ResolverTypeWrapper<Types.AuditEntryConnection>;
  AuditEntryEdge: ResolverTypeWrapper<Types.AuditEntryEdge>;
  BookingRules: ResolverTypeWrapper<Types.BookingRules>;
  BookingState: Types.BookingState;
  BuyerKind: Types.BuyerKind;
  CallOff: ResolverTypeWrapper<LatestOrder>;
  Complaint: ResolverTypeWrapper<ComplaintRecord>;
  ComplaintConnection: ResolverTypeWrapper<Omit<Types.ComplaintConnection, 'edges'> & { edges: Array<ResolversTypes['ComplaintEdge']> }>;
  ComplaintEdge: ResolverTypeWrapper<Omit<Types.ComplaintEdge, 'node'> & { node?: Types.Maybe<ResolversTypes['Complaint']> }>;
  ComplaintKind: Types.ComplaintKind;
  Contact: ResolverTypeWrapper<Types.Contact>;
  ContractKind: Types.ContractKind;
  Cooperative: ResolverTypeWrapper<Types.Cooperative>;
  Coordinates: ResolverTypeWrapper<Types.Coordinates>;
  Float: ResolverTypeWrapper<Types.Scalars['Float']['output']>;
  CountryCode: ResolverTypeWrapper<Types.Scalars['CountryCode']['output']>;
  Coverage: ResolverTypeWrapper<Coverage>;
  CpvCode: ResolverTypeWrapper<Types.Scalars['CpvCode']['output']>;
  CpvMatch: Types.CpvMatch;
  CurrencyCode: Types.CurrencyCode;
  Date: ResolverTypeWrapper<Types.Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Types.Scalars['DateTime']['output']>;
  Deadline: ResolverTypeWrapper<DeadlineEnd>;
  DeadlineInput: Types.DeadlineInput;
  DeclaredEvidenceInput: Types.DeclaredEvidenceInput;
  DocumentKind: Types.DocumentKind;
  EndAgreementInput: Types.EndAgreementInput;
  EndpointAnswer: ResolverTypeWrapper<OwnerAnswer>;
  EstimatedValue: ResolverTypeWrapper<Types.EstimatedValue>;
  Evidence: ResolverTypeWrapper<Evidence>;
  EvidenceScheme: Types.EvidenceScheme;
  EvidenceVerification: ResolverTypeWrapper<VerificationRecord>;
  Boolean: ResolverTypeWrapper<Types.Scalars['Boolean']['output']>;
  EvidenceVerificationConnection: ResolverTypeWrapper<Omit<Types.EvidenceVerificationConnection, 'edges'> & { edges: Array<ResolversTypes['EvidenceVerificationEdge']> }>;
  EvidenceVerificationEdge: ResolverTypeWrapper<Omit<Types.EvidenceVerificationEdge, 'node'> & { node?: Types.Maybe<ResolversTypes['EvidenceVerification']> }>;
  EvidenceVerificationPayload: ResolverTypeWrapper<VerificationOutcome>;
  ExcludedCandidate: ResolverTypeWrapper<Excluded>;
  FollowUp: ResolverTypeWrapper<FollowUp>;
  Image: ResolverTypeWrapper<Types.Image>;
  Interval: ResolverTypeWrapper<Time>;
  Invoicing: ResolverTypeWrapper<Types.Invoicing>;
  InvoicingInput: Types.InvoicingInput;
  LanguageCode: ResolverTypeWrapper<Types.Scalars['LanguageCode']['output']>;
  LocalTime: ResolverTypeWrapper<Types.Scalars['LocalTime']['output']>;
  LocalizedString: ResolverTypeWrapper<Types.LocalizedString>;
  Lot: ResolverTypeWrapper<Lot>;
  LotCoverage: ResolverTypeWrapper<LotCoverage>;
  LotInput: Types.LotInput;
  LotOffer: ResolverTypeWrapper<FoundOffer>;
  MakeAgreementInput: Types.MakeAgreementInput;
  MoneyInput: Types.MoneyInput;
  MunicipalityCode: ResolverTypeWrapper<Types.Scalars['MunicipalityCode']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Need: ResolverTypeWrapper<Need>;
  NeedInput: Types.NeedInput;
  NotBookableReason: Types.NotBookableReason;
  OpeningHours: ResolverTypeWrapper<Types.OpeningHours>;
  OrderChannel: Types.OrderChannel;
  OrderDetails: ResolverTypeWrapper<Types.OrderDetails>;
  OrderDetailsInput: Types.OrderDetailsInput;
  OrderState: Types.OrderState;
  PageInfo: ResolverTypeWrapper<Types.PageInfo>;
  PassedOverDay: ResolverTypeWrapper<Types.PassedOverDay>;
  PersonalField: ResolverTypeWrapper<Types.PersonalField>;
  PersonalRecord: ResolverTypeWrapper<Types.PersonalRecord>;
  PersonalRecordKind: Types.PersonalRecordKind;
  PlanSegment: ResolverTypeWrapper<Segment>;
  PostalAddress: ResolverTypeWrapper<Types.PostalAddress>;
  Price: ResolverTypeWrapper<Types.Price>;
  PriceUnit: Types.PriceUnit;
  Proposal: ResolverTypeWrapper<Proposal>;
  ProposalShare: ResolverTypeWrapper<Share>;
  Pseudonym: ResolverTypeWrapper<Candidate>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Quote: ResolverTypeWrapper<Types.Quote>;
  QuoteLine: ResolverTypeWrapper<Types.QuoteLine>;
  Reason: ResolverTypeWrapper<ReasonParent>;
  ReasonValue: ResolverTypeWrapper<Types.ReasonValue>;
  RecordComplaintInput: Types.RecordComplaintInput;
  RecordFormat: Types.RecordFormat;
  ReservedKind: Types.ReservedKind;
  Role: Types.Role;
  SaveSupplierSearchInput: Types.SaveSupplierSearchInput;
  SaveSupplierSearchPayload: ResolverTypeWrapper<Omit<Types.SaveSupplierSearchPayload, 'record' | 'userErrors'> & { record?: Types.Maybe<ResolversTypes['SearchRecord']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SearchRecord: ResolverTypeWrapper<ReadRecord>;
  SearchRecordConnection: ResolverTypeWrapper<Omit<Types.SearchRecordConnection, 'edges'> & { edges: Array<ResolversTypes['SearchRecordEdge']> }>;
  SearchRecordEdge: ResolverTypeWrapper<Omit<Types.SearchRecordEdge, 'node'> & { node?: Types.Maybe<ResolversTypes['SearchRecordSummary']> }>;
  SearchRecordSummary: ResolverTypeWrapper<SearchRecordRow>;
  Service: ResolverTypeWrapper<Types.Service>;
  ServiceKind: Types.ServiceKind;
  Shortfall: ResolverTypeWrapper<Types.Shortfall>;
  SubstituteNeedInput: Types.SubstituteNeedInput;
  SubstitutePlan: ResolverTypeWrapper<Plan>;
  SubstituteSearch: ResolverTypeWrapper<SubstituteSearchResult>;
  SupplierSearch: ResolverTypeWrapper<SupplierSearchResult>;
  SupplierVerdict: ResolverTypeWrapper<FoundVerdict>;
  ThresholdCheck: ResolverTypeWrapper<ThresholdCheck>;
  ThresholdCheckInput: Types.ThresholdCheckInput;
  ThresholdLimit: ResolverTypeWrapper<ThresholdFinding>;
  ThresholdScope: Types.ThresholdScope;
  UserError: ResolverTypeWrapper<Refusal>;
  UserErrorCode: Types.UserErrorCode;
  VatRate: ResolverTypeWrapper<RateInForce>;
  VerificationWithdrawal: ResolverTypeWrapper<Types.VerificationWithdrawal>;
  VerifiedEvidence: ResolverTypeWrapper<VerifiedEvidence>;
  VerifyEvidenceInput: Types.VerifyEvidenceInput;
  ViewerRole: ResolverTypeWrapper<Types.ViewerRole>;
  WantedEvidence: ResolverTypeWrapper<WantedEvidence>;
  WantedEvidenceInput: Types.WantedEvidenceInput;
  Weekday: Types.Weekday;
  WithdrawVerificationInput: Types.WithdrawVerificationInput;
  WorkPlace: ResolverTypeWrapper<Types.WorkPlace>;
  WorkPlaceInput: Types.WorkPlaceInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Agreement: AgreementRecord;
  String: Types.Scalars['String']['output'];
  Int: Types.Scalars['Int']['output'];
  ID: Types.Scalars['ID']['output'];
  AgreementConnection: Omit<Types.AgreementConnection, 'edges'> & { edges: Array<ResolversParentTypes['AgreementEdge']> };
  AgreementEdge: Omit<Types.AgreementEdge, 'node'> & { node?: Types.Maybe<ResolversParentTypes['Agreement']> };
  AgreementPayload: AgreementOutcome;
  AgreementPrice: AgreementPriceRecord;
  AgreementPriceInput: Types.AgreementPriceInput;
  AgreementUse: UseOfAgreement;
  AuditEntry: Types.AuditEntry;
  AuditEntryConnection: Types.AuditEntryConnection;
  AuditEntryEdge: Types.AuditEntryEdge;
  BookingRules: Types.BookingRules;
  CallOff: LatestOrder;
  Complaint: ComplaintRecord;
  ComplaintConnection: Omit<Types.ComplaintConnection, 'edges'> & { edges: Array<ResolversParentTypes['ComplaintEdge']> };
  ComplaintEdge: Omit<Types.ComplaintEdge, 'node'> & { node?: Types.Maybe<ResolversParentTypes['Complaint']> };
  Contact: Types.Contact;
  Cooperative: Types.Cooperative;
  Coordinates: Types.Coordinates;
  Float: Types.Scalars['Float']['output'];
  CountryCode: Types.Scalars['CountryCode']['output'];
  Coverage: Coverage;
  CpvCode: Types.Scalars['CpvCode']['output'];
  Date: Types.Scalars['Date']['output'];
  DateTime: Types.Scalars['DateTime']['output'];
  Deadline: DeadlineEnd;
  DeadlineInput: Types.DeadlineInput;
  DeclaredEvidenceInput: Types.DeclaredEvidenceInput;
  EndAgreementInput: Types.EndAgreementInput;
  EndpointAnswer: OwnerAnswer;
  EstimatedValue: Types.EstimatedValue;
  Evidence: Evidence;
  EvidenceVerification: VerificationRecord;
  Boolean: Types.Scalars['Boolean']['output'];
  EvidenceVerificationConnection: Omit<Types.EvidenceVerificationConnection, 'edges'> & { edges: Array<ResolversParentTypes['EvidenceVerificationEdge']> };
  EvidenceVerificationEdge: Omit<Types.EvidenceVerificationEdge, 'node'> & { node?: Types.Maybe<ResolversParentTypes['EvidenceVerification']> };
  EvidenceVerificationPayload: VerificationOutcome;
  ExcludedCandidate: Excluded;
  FollowUp: FollowUp;
  Image: Types.Image;
  Interval: Time;
  Invoicing: Types.Invoicing;
  InvoicingInput: Types.InvoicingInput;
  LanguageCode: Types.Scalars['LanguageCode']['output'];
  LocalTime: Types.Scalars['LocalTime']['output'];
  LocalizedString: Types.LocalizedString;
  Lot: Lot;
  LotCoverage: LotCoverage;
  LotInput: Types.LotInput;
  LotOffer: FoundOffer;
  MakeAgreementInput: Types.MakeAgreementInput;
  MoneyInput: Types.MoneyInput;
  MunicipalityCode: Types.Scalars['MunicipalityCode']['output'];
  Mutation: Record<PropertyKey, never>;
  Need: Need;
  NeedInput: Types.NeedInput;
  OpeningHours: Types.OpeningHours;
  OrderDetails: Types.OrderDetails;
  OrderDetailsInput: Types.OrderDetailsInput;
  PageInfo: Types.PageInfo;
  PassedOverDay: Types.PassedOverDay;
  PersonalField: Types.PersonalField;
  PersonalRecord: Types.PersonalRecord;
  PlanSegment: Segment;
  PostalAddress: Types.PostalAddress;
  Price: Types.Price;
  Proposal: Proposal;
  ProposalShare: Share;
  Pseudonym: Candidate;
  Query: Record<PropertyKey, never>;
  Quote: Types.Quote;
  QuoteLine: Types.QuoteLine;
  Reason: ReasonParent;
  ReasonValue: Types.ReasonValue;
  RecordComplaintInput: Types.RecordComplaintInput;
  SaveSupplierSearchInput: Types.SaveSupplierSearchInput;
  SaveSupplierSearchPayload: Omit<Types.SaveSupplierSearchPayload, 'record' | 'userErrors'> & { record?: Types.Maybe<ResolversParentTypes['SearchRecord']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SearchRecord: ReadRecord;
  SearchRecordConnection: Omit<Types.SearchRecordConnection, 'edges'> & { edges: Array<ResolversParentTypes['SearchRecordEdge']> };
  SearchRecordEdge: Omit<Types.SearchRecordEdge, 'node'> & { node?: Types.Maybe<ResolversParentTypes['SearchRecordSummary']> };
  SearchRecordSummary: SearchRecordRow;
  Service: Types.Service;
  Shortfall: Types.Shortfall;
  SubstituteNeedInput: Types.SubstituteNeedInput;
  SubstitutePlan: Plan;
  SubstituteSearch: SubstituteSearchResult;
  SupplierSearch: SupplierSearchResult;
  SupplierVerdict: FoundVerdict;
  ThresholdCheck: ThresholdCheck;
  ThresholdCheckInput: Types.ThresholdCheckInput;
  ThresholdLimit: ThresholdFinding;
  UserError: Refusal;
  VatRate: RateInForce;
  VerificationWithdrawal: Types.VerificationWithdrawal;
  VerifiedEvidence: VerifiedEvidence;
  VerifyEvidenceInput: Types.VerifyEvidenceInput;
  ViewerRole: Types.ViewerRole;
  WantedEvidence: WantedEvidence;
  WantedEvidenceInput: Types.WantedEvidenceInput;
  WithdrawVerificationInput: Types.WithdrawVerificationInput;
  WorkPlace: Types.WorkPlace;
  WorkPlaceInput: Types.WorkPlaceInput;
};

export type AgreementResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Agreement'] = ResolversParentTypes['Agreement']> = {
  ceiling?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  complaints?: Resolver<ResolversTypes['ComplaintConnection'], ParentType, ContextType, RequireFields<Types.AgreementComplaintsArgs, 'first'>>;
  cooperatives?: Resolver<Array<ResolversTypes['Cooperative']>, ParentType, ContextType>;
  cpv?: Resolver<Array<ResolversTypes['CpvCode']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  followUp?: Resolver<Types.Maybe<Array<ResolversTypes['FollowUp']>>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['AgreementKind'], ParentType, ContextType>;
  organisationId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  prices?: Resolver<Array<ResolversTypes['AgreementPrice']>, ParentType, ContextType>;
  reserved?: Resolver<Types.Maybe<ResolversTypes['ReservedKind']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  unit?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  use?: Resolver<Types.Maybe<ResolversTypes['AgreementUse']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['Reason']>, ParentType, ContextType>;
};

export type AgreementConnectionResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['AgreementConnection'] = ResolversParentTypes['AgreementConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AgreementEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AgreementEdgeResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['AgreementEdge'] = ResolversParentTypes['AgreementEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Agreement']>, ParentType, ContextType>;
};

export type AgreementPayloadResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['AgreementPayload'] = ResolversParentTypes['AgreementPayload']> = {
  agreement?: Resolver<Types.Maybe<ResolversTypes['Agreement']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type AgreementPriceResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['AgreementPrice'] = ResolversParentTypes['AgreementPrice']> = {
  cpv?: Resolver<ResolversTypes['CpvCode'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['PriceUnit'], ParentType, ContextType>;
};

export type AgreementUseResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['AgreementUse'] = ResolversParentTypes['AgreementUse']> = {
  latest?: Resolver<Array<ResolversTypes['CallOff']>, ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  orders?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type BookingRulesResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['BookingRules'] = ResolversParentTypes['BookingRules']> = {
  courseMinutes?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  gridMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  leadTimeMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openingHours?: Resolver<Array<ResolversTypes['OpeningHours']>, ParentType, ContextType>;
};

export type CallOffResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['CallOff'] = ResolversParentTypes['CallOff']> = {
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  orderId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OrderState'], ParentType, ContextType>;
};

export type ComplaintResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Complaint'] = ResolversParentTypes['Complaint']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cooperative?: Resolver<ResolversTypes['Cooperative'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ComplaintKind'], ParentType, ContextType>;
  orderReference?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ComplaintConnectionResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['ComplaintConnection'] = ResolversParentTypes['ComplaintConnection']> = {
  edges?: Resolver<Array<ResolversTypes['ComplaintEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type ComplaintEdgeResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['ComplaintEdge'] = ResolversParentTypes['ComplaintEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Complaint']>, ParentType, ContextType>;
};

export type ContactResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact']> = {
  email?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CooperativeResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Cooperative'] = ResolversParentTypes['Cooperative']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CoordinatesResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Coordinates'] = ResolversParentTypes['Coordinates']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
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

export type DeadlineResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Deadline'] = ResolversParentTypes['Deadline']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  notice?: Resolver<ResolversTypes['LocalizedString'], ParentType, ContextType, Partial<Types.DeadlineNoticeArgs>>;
  passedOver?: Resolver<Array<ResolversTypes['PassedOverDay']>, ParentType, ContextType>;
};

export type EndpointAnswerResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['EndpointAnswer'] = ResolversParentTypes['EndpointAnswer']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cooperative?: Resolver<ResolversTypes['Cooperative'], ParentType, ContextType>;
  hash?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Types.Maybe<ResolversTypes['Reason']>, ParentType, ContextType>;
};

export type EstimatedValueResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['EstimatedValue'] = ResolversParentTypes['EstimatedValue']> = {
  amount?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
};

export type EvidenceResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  disadvantagedShare?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  grade?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issuer?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scheme?: Resolver<ResolversTypes['EvidenceScheme'], ParentType, ContextType>;
  validFrom?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type EvidenceVerificationResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['EvidenceVerification'] = ResolversParentTypes['EvidenceVerification']> = {
  cooperative?: Resolver<ResolversTypes['Cooperative'], ParentType, ContextType>;
  document?: Resolver<ResolversTypes['DocumentKind'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['Evidence'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isDeclared?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  verifiedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  verifiedBy?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  withdrawal?: Resolver<Types.Maybe<ResolversTypes['VerificationWithdrawal']>, ParentType, ContextType>;
};

export type EvidenceVerificationConnectionResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['EvidenceVerificationConnection'] = ResolversParentTypes['EvidenceVerificationConnection']> = {
  edges?: Resolver<Array<ResolversTypes['EvidenceVerificationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type EvidenceVerificationEdgeResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['EvidenceVerificationEdge'] = ResolversParentTypes['EvidenceVerificationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['EvidenceVerification']>, ParentType, ContextType>;
};

export type EvidenceVerificationPayloadResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['EvidenceVerificationPayload'] = ResolversParentTypes['EvidenceVerificationPayload']> = {
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
  verification?: Resolver<Types.Maybe<ResolversTypes['EvidenceVerification']>, ParentType, ContextType>;
};

export type ExcludedCandidateResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['ExcludedCandidate'] = ResolversParentTypes['ExcludedCandidate']> = {
  candidate?: Resolver<ResolversTypes['Pseudonym'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['Reason']>, ParentType, ContextType>;
};

export type FollowUpResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['FollowUp'] = ResolversParentTypes['FollowUp']> = {
  complaints?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cooperative?: Resolver<ResolversTypes['Cooperative'], ParentType, ContextType>;
  deliveredMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  promisedMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  unreportedMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  workIntegrationMinutes?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ImageResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  alt?: Resolver<Types.Maybe<ResolversTypes['LocalizedString']>, ParentType, ContextType, Partial<Types.ImageAltArgs>>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IntervalResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Interval'] = ResolversParentTypes['Interval']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type InvoicingResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Invoicing'] = ResolversParentTypes['Invoicing']> = {
  eInvoiceAddress?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operator?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface LanguageCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LanguageCode'], any> {
  name: 'LanguageCode';
}

export interface LocalTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalTime'], any> {
  name: 'LocalTime';
}

export type LocalizedStringResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['LocalizedString'] = ResolversParentTypes['LocalizedString']> = {
  language?: Resolver<ResolversTypes['LanguageCode'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LotResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Lot'] = ResolversParentTypes['Lot']> = {
  certifications?: Resolver<Array<ResolversTypes['WantedEvidence']>, ParentType, ContextType>;
  cpv?: Resolver<ResolversTypes['CpvCode'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minutesPerDay?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
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

export type MutationResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  endAgreement?: Resolver<Types.Maybe<ResolversTypes['AgreementPayload']>, ParentType, ContextType, RequireFields<Types.MutationEndAgreementArgs, 'input'>>;
  makeAgreement?: Resolver<Types.Maybe<ResolversTypes['AgreementPayload']>, ParentType, ContextType, RequireFields<Types.MutationMakeAgreementArgs, 'input'>>;
  recordComplaint?: Resolver<Types.Maybe<ResolversTypes['AgreementPayload']>, ParentType, ContextType, RequireFields<Types.MutationRecordComplaintArgs, 'input'>>;
  saveSupplierSearch?: Resolver<Types.Maybe<ResolversTypes['SaveSupplierSearchPayload']>, ParentType, ContextType, RequireFields<Types.MutationSaveSupplierSearchArgs, 'input'>>;
  verifyEvidence?: Resolver<Types.Maybe<ResolversTypes['EvidenceVerificationPayload']>, ParentType, ContextType, RequireFields<Types.MutationVerifyEvidenceArgs, 'input'>>;
  withdrawVerification?: Resolver<Types.Maybe<ResolversTypes['EvidenceVerificationPayload']>, ParentType, ContextType, RequireFields<Types.MutationWithdrawVerificationArgs, 'input'>>;
};

export type NeedResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Need'] = ResolversParentTypes['Need']> = {
  excludePublicHolidays?: Resolver<Types.Maybe<ResolversTypes['CountryCode']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  lots?: Resolver<Array<ResolversTypes['Lot']>, ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  reserved?: Resolver<Types.Maybe<ResolversTypes['ReservedKind']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  weekdays?: Resolver<Array<ResolversTypes['Weekday']>, ParentType, ContextType>;
};

export type OpeningHoursResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['OpeningHours'] = ResolversParentTypes['OpeningHours']> = {
  from?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  validFrom?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  weekday?: Resolver<ResolversTypes['Weekday'], ParentType, ContextType>;
};

export type OrderDetailsResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['OrderDetails'] = ResolversParentTypes['OrderDetails']> = {
  invoicing?: Resolver<Types.Maybe<ResolversTypes['Invoicing']>, ParentType, ContextType>;
  language?: Resolver<Types.Maybe<ResolversTypes['LanguageCode']>, ParentType, ContextType>;
  place?: Resolver<Types.Maybe<ResolversTypes['WorkPlace']>, ParentType, ContextType>;
  reference?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  wish?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PassedOverDayResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['PassedOverDay'] = ResolversParentTypes['PassedOverDay']> = {
  day?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  sources?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
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

export type PlanSegmentResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['PlanSegment'] = ResolversParentTypes['PlanSegment']> = {
  candidate?: Resolver<ResolversTypes['Pseudonym'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  serviceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PostalAddressResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['PostalAddress'] = ResolversParentTypes['PostalAddress']> = {
  locality?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  street?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type PseudonymResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Pseudonym'] = ResolversParentTypes['Pseudonym']> = {
  cooperative?: Resolver<ResolversTypes['Cooperative'], ParentType, ContextType>;
  distanceKm?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['LanguageCode']>, ParentType, ContextType>;
  skills?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  agreement?: Resolver<Types.Maybe<ResolversTypes['Agreement']>, ParentType, ContextType, RequireFields<Types.QueryAgreementArgs, 'id'>>;
  agreements?: Resolver<Types.Maybe<ResolversTypes['AgreementConnection']>, ParentType, ContextType, RequireFields<Types.QueryAgreementsArgs, 'first'>>;
  deadline?: Resolver<Types.Maybe<ResolversTypes['Deadline']>, ParentType, ContextType, RequireFields<Types.QueryDeadlineArgs, 'input'>>;
  evidenceVerifications?: Resolver<Types.Maybe<ResolversTypes['EvidenceVerificationConnection']>, ParentType, ContextType, RequireFields<Types.QueryEvidenceVerificationsArgs, 'cooperativeId' | 'first'>>;
  searchRecord?: Resolver<Types.Maybe<ResolversTypes['SearchRecord']>, ParentType, ContextType, RequireFields<Types.QuerySearchRecordArgs, 'id'>>;
  searchRecords?: Resolver<Types.Maybe<ResolversTypes['SearchRecordConnection']>, ParentType, ContextType, RequireFields<Types.QuerySearchRecordsArgs, 'first'>>;
  substituteSearch?: Resolver<Types.Maybe<ResolversTypes['SubstituteSearch']>, ParentType, ContextType, RequireFields<Types.QuerySubstituteSearchArgs, 'need'>>;
  supplierSearch?: Resolver<Types.Maybe<ResolversTypes['SupplierSearch']>, ParentType, ContextType, RequireFields<Types.QuerySupplierSearchArgs, 'need'>>;
  thresholdCheck?: Resolver<Types.Maybe<ResolversTypes['ThresholdCheck']>, ParentType, ContextType, RequireFields<Types.QueryThresholdCheckArgs, 'input'>>;
  vatRates?: Resolver<Types.Maybe<Array<ResolversTypes['VatRate']>>, ParentType, ContextType, RequireFields<Types.QueryVatRatesArgs, 'country'>>;
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

export type SaveSupplierSearchPayloadResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['SaveSupplierSearchPayload'] = ResolversParentTypes['SaveSupplierSearchPayload']> = {
  record?: Resolver<Types.Maybe<ResolversTypes['SearchRecord']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SearchRecordResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['SearchRecord'] = ResolversParentTypes['SearchRecord']> = {
  answers?: Resolver<Array<ResolversTypes['EndpointAnswer']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  continues?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  estimatedValue?: Resolver<Types.Maybe<ResolversTypes['EstimatedValue']>, ParentType, ContextType>;
  export?: Resolver<ResolversTypes['String'], ParentType, ContextType, RequireFields<Types.SearchRecordExportArgs, 'format'>>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  jws?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  need?: Resolver<ResolversTypes['Need'], ParentType, ContextType>;
  ocid?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  organisationId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organisationName?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  result?: Resolver<ResolversTypes['SupplierSearch'], ParentType, ContextType>;
  title?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  withdrawnLots?: Resolver<Array<ResolversTypes['Lot']>, ParentType, ContextType>;
};

export type SearchRecordConnectionResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['SearchRecordConnection'] = ResolversParentTypes['SearchRecordConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SearchRecordEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type SearchRecordEdgeResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['SearchRecordEdge'] = ResolversParentTypes['SearchRecordEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['SearchRecordSummary']>, ParentType, ContextType>;
};

export type SearchRecordSummaryResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['SearchRecordSummary'] = ResolversParentTypes['SearchRecordSummary']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  hash?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  organisationId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ServiceResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Service'] = ResolversParentTypes['Service']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type ShortfallResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['Shortfall'] = ResolversParentTypes['Shortfall']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubstitutePlanResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['SubstitutePlan'] = ResolversParentTypes['SubstitutePlan']> = {
  coveredMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  gaps?: Resolver<Array<ResolversTypes['Interval']>, ParentType, ContextType>;
  handovers?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  price?: Resolver<Array<ResolversTypes['Quote']>, ParentType, ContextType>;
  segments?: Resolver<Array<ResolversTypes['PlanSegment']>, ParentType, ContextType>;
};

export type SubstituteSearchResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['SubstituteSearch'] = ResolversParentTypes['SubstituteSearch']> = {
  allPlansTried?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  demandMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  excluded?: Resolver<Array<ResolversTypes['ExcludedCandidate']>, ParentType, ContextType>;
  excludedTotalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  notAnswering?: Resolver<Array<ResolversTypes['Cooperative']>, ParentType, ContextType>;
  notAnsweringReasons?: Resolver<Array<ResolversTypes['Reason']>, ParentType, ContextType>;
  plans?: Resolver<Array<ResolversTypes['SubstitutePlan']>, ParentType, ContextType>;
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
  pastDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  proposals?: Resolver<Array<ResolversTypes['Proposal']>, ParentType, ContextType>;
  proposalsCut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  suppliers?: Resolver<Array<ResolversTypes['SupplierVerdict']>, ParentType, ContextType>;
  workingDays?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SupplierVerdictResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['SupplierVerdict'] = ResolversParentTypes['SupplierVerdict']> = {
  cooperative?: Resolver<ResolversTypes['Cooperative'], ParentType, ContextType>;
  eligible?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reasons?: Resolver<Array<ResolversTypes['Reason']>, ParentType, ContextType>;
  verified?: Resolver<Array<ResolversTypes['VerifiedEvidence']>, ParentType, ContextType>;
  warnings?: Resolver<Array<ResolversTypes['Reason']>, ParentType, ContextType>;
};

export type ThresholdCheckResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['ThresholdCheck'] = ResolversParentTypes['ThresholdCheck']> = {
  limits?: Resolver<Array<ResolversTypes['ThresholdLimit']>, ParentType, ContextType>;
  notice?: Resolver<ResolversTypes['LocalizedString'], ParentType, ContextType, Partial<Types.ThresholdCheckNoticeArgs>>;
  unknown?: Resolver<Array<ResolversTypes['ThresholdScope']>, ParentType, ContextType>;
};

export type ThresholdLimitResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['ThresholdLimit'] = ResolversParentTypes['ThresholdLimit']> = {
  amount?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  isReached?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  scope?: Resolver<ResolversTypes['ThresholdScope'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  alternatives?: Resolver<Types.Maybe<Array<ResolversTypes['DateTime']>>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  field?: Resolver<Types.Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retry?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type VatRateResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['VatRate'] = ResolversParentTypes['VatRate']> = {
  covers?: Resolver<ResolversTypes['LocalizedString'], ParentType, ContextType, Partial<Types.VatRateCoversArgs>>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type VerificationWithdrawalResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['VerificationWithdrawal'] = ResolversParentTypes['VerificationWithdrawal']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  by?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type VerifiedEvidenceResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['VerifiedEvidence'] = ResolversParentTypes['VerifiedEvidence']> = {
  document?: Resolver<ResolversTypes['DocumentKind'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['Evidence'], ParentType, ContextType>;
  verificationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  verifiedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ViewerRoleResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['ViewerRole'] = ResolversParentTypes['ViewerRole']> = {
  organisation?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type WantedEvidenceResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['WantedEvidence'] = ResolversParentTypes['WantedEvidence']> = {
  grade?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scheme?: Resolver<ResolversTypes['EvidenceScheme'], ParentType, ContextType>;
};

export type WorkPlaceResolvers<ContextType = ProcurementContext, ParentType extends ResolversParentTypes['WorkPlace'] = ResolversParentTypes['WorkPlace']> = {
  accessNote?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latitude?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  street?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = ProcurementContext> = {
  Agreement?: AgreementResolvers<ContextType>;
  AgreementConnection?: AgreementConnectionResolvers<ContextType>;
  AgreementEdge?: AgreementEdgeResolvers<ContextType>;
  AgreementPayload?: AgreementPayloadResolvers<ContextType>;
  AgreementPrice?: AgreementPriceResolvers<ContextType>;
  AgreementUse?: AgreementUseResolvers<ContextType>;
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  BookingRules?: BookingRulesResolvers<ContextType>;
  CallOff?: CallOffResolvers<ContextType>;
  Complaint?: ComplaintResolvers<ContextType>;
  ComplaintConnection?: ComplaintConnectionResolvers<ContextType>;
  ComplaintEdge?: ComplaintEdgeResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  Cooperative?: CooperativeResolvers<ContextType>;
  Coordinates?: CoordinatesResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  Coverage?: CoverageResolvers<ContextType>;
  CpvCode?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  Deadline?: DeadlineResolvers<ContextType>;
  EndpointAnswer?: EndpointAnswerResolvers<ContextType>;
  EstimatedValue?: EstimatedValueResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  EvidenceVerification?: EvidenceVerificationResolvers<ContextType>;
  EvidenceVerificationConnection?: EvidenceVerificationConnectionResolvers<ContextType>;
  EvidenceVerificationEdge?: EvidenceVerificationEdgeResolvers<ContextType>;
  EvidenceVerificationPayload?: EvidenceVerificationPayloadResolvers<ContextType>;
  ExcludedCandidate?: ExcludedCandidateResolvers<ContextType>;
  FollowUp?: FollowUpResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  Interval?: IntervalResolvers<ContextType>;
  Invoicing?: InvoicingResolvers<ContextType>;
  LanguageCode?: GraphQLScalarType;
  LocalTime?: GraphQLScalarType;
  LocalizedString?: LocalizedStringResolvers<ContextType>;
  Lot?: LotResolvers<ContextType>;
  LotCoverage?: LotCoverageResolvers<ContextType>;
  LotOffer?: LotOfferResolvers<ContextType>;
  MunicipalityCode?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  Need?: NeedResolvers<ContextType>;
  OpeningHours?: OpeningHoursResolvers<ContextType>;
  OrderDetails?: OrderDetailsResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PassedOverDay?: PassedOverDayResolvers<ContextType>;
  PersonalField?: PersonalFieldResolvers<ContextType>;
  PersonalRecord?: PersonalRecordResolvers<ContextType>;
  PlanSegment?: PlanSegmentResolvers<ContextType>;
  PostalAddress?: PostalAddressResolvers<ContextType>;
  Price?: PriceResolvers<ContextType>;
  Proposal?: ProposalResolvers<ContextType>;
  ProposalShare?: ProposalShareResolvers<ContextType>;
  Pseudonym?: PseudonymResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Quote?: QuoteResolvers<ContextType>;
  QuoteLine?: QuoteLineResolvers<ContextType>;
  Reason?: ReasonResolvers<ContextType>;
  ReasonValue?: ReasonValueResolvers<ContextType>;
  SaveSupplierSearchPayload?: SaveSupplierSearchPayloadResolvers<ContextType>;
  SearchRecord?: SearchRecordResolvers<ContextType>;
  SearchRecordConnection?: SearchRecordConnectionResolvers<ContextType>;
  SearchRecordEdge?: SearchRecordEdgeResolvers<ContextType>;
  SearchRecordSummary?: SearchRecordSummaryResolvers<ContextType>;
  Service?: ServiceResolvers<ContextType>;
  Shortfall?: ShortfallResolvers<ContextType>;
  SubstitutePlan?: SubstitutePlanResolvers<ContextType>;
  SubstituteSearch?: SubstituteSearchResolvers<ContextType>;
  SupplierSearch?: SupplierSearchResolvers<ContextType>;
  SupplierVerdict?: SupplierVerdictResolvers<ContextType>;
  ThresholdCheck?: ThresholdCheckResolvers<ContextType>;
  ThresholdLimit?: ThresholdLimitResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  VatRate?: VatRateResolvers<ContextType>;
  VerificationWithdrawal?: VerificationWithdrawalResolvers<ContextType>;
  VerifiedEvidence?: VerifiedEvidenceResolvers<ContextType>;
  ViewerRole?: ViewerRoleResolvers<ContextType>;
  WantedEvidence?: WantedEvidenceResolvers<ContextType>;
  WorkPlace?: WorkPlaceResolvers<ContextType>;
};

