import type * as Types from '../schema.generated.js';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { OrderRecord, OrderEventRecord, ConflictRecord } from '../store/records.js';
import type { OrderLegParent, CostShareParent } from '../store/parents.js';
import type { WhyNobody } from '../exchange/candidates/candidates.js';
import type { WorkCandidateParent, WorkOfferParent } from '../exchange/parents.js';
import type { WorkRequestRecord } from '../exchange/request/records.js';
import type { NetworkFigures, FiguresOfMonths } from '../figures/network-figures.js';
import type { CooperativeFiguresParent } from '../figures/parents.js';
import type { Figures } from '../figures/count/figures.js';
import type { Settlement } from '../figures/settlement.js';
import type { SettlementTotal, SettledLine } from '../figures/count/settle-lines.js';
import type { AddressRecord, MessageRecord } from '../telling/messages/records.js';
import type { Refusal } from '../store/refusal.js';
import type { BookingContext } from './context.js';
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
  AcceptOfferInput: Types.AcceptOfferInput;
  String: ResolverTypeWrapper<Types.Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Types.Scalars['ID']['output']>;
  AuditAct: Types.AuditAct;
  AuditEntry: ResolverTypeWrapper<Types.AuditEntry>;
  AuditEntryConnection: ResolverTypeWrapper<Types.AuditEntryConnection>;
  AuditEntryEdge: ResolverTypeWrapper<Types.AuditEntryEdge>;
  Benefit: ResolverTypeWrapper<Types.Benefit>;
  Booking: ResolverTypeWrapper<Types.Booking>;
  BookingRules: ResolverTypeWrapper<Types.BookingRules>;
  Int: ResolverTypeWrapper<Types.Scalars['Int']['output']>;
  BookingState: Types.BookingState;
  Buyer: ResolverTypeWrapper<Types.Buyer>;
  BuyerInput: Types.BuyerInput;
  CancelLegInput: Types.CancelLegInput;
  CandidateAnswer: Types.CandidateAnswer;
  ChangeSeriesInput: Types.ChangeSeriesInput;
  Boolean: ResolverTypeWrapper<Types.Scalars['Boolean']['output']>;
  ChannelFigures: ResolverTypeWrapper<Omit<Types.ChannelFigures, 'figures'> & { figures: ResolversTypes['Figures'] }>;
  CloseRequestInput: Types.CloseRequestInput;
  Contact: ResolverTypeWrapper<Types.Contact>;
  Cooperative: ResolverTypeWrapper<Types.Cooperative>;
  CooperativeFigures: ResolverTypeWrapper<CooperativeFiguresParent>;
  Coordinates: ResolverTypeWrapper<Types.Coordinates>;
  Float: ResolverTypeWrapper<Types.Scalars['Float']['output']>;
  CostShare: ResolverTypeWrapper<CostShareParent>;
  CostShareInput: Types.CostShareInput;
  CountryCode: ResolverTypeWrapper<Types.Scalars['CountryCode']['output']>;
  CpvCode: ResolverTypeWrapper<Types.Scalars['CpvCode']['output']>;
  CreateRequestInput: Types.CreateRequestInput;
  CurrencyCode: Types.CurrencyCode;
  Date: ResolverTypeWrapper<Types.Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Types.Scalars['DateTime']['output']>;
  DeclineOfferInput: Types.DeclineOfferInput;
  EnrolInput: Types.EnrolInput;
  ErasePersonInput: Types.ErasePersonInput;
  ErasePersonPayload: ResolverTypeWrapper<Omit<Types.ErasePersonPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  Evidence: ResolverTypeWrapper<Types.Evidence>;
  EvidenceScheme: Types.EvidenceScheme;
  ExportPersonInput: Types.ExportPersonInput;
  ExportPersonPayload: ResolverTypeWrapper<Omit<Types.ExportPersonPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  FigureName: Types.FigureName;
  Figures: ResolverTypeWrapper<Figures>;
  HoldOrderInput: Types.HoldOrderInput;
  Image: ResolverTypeWrapper<Types.Image>;
  Invoicing: ResolverTypeWrapper<Types.Invoicing>;
  InvoicingInput: Types.InvoicingInput;
  LanguageCode: ResolverTypeWrapper<Types.Scalars['LanguageCode']['output']>;
  LegDisagreement: Types.LegDisagreement;
  LocalTime: ResolverTypeWrapper<Types.Scalars['LocalTime']['output']>;
  LocalizedString: ResolverTypeWrapper<Types.LocalizedString>;
  MatchFit: Types.MatchFit;
  MessageInput: Types.MessageInput;
  MessagePayload: ResolverTypeWrapper<Omit<Types.MessagePayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  MissingCooperative: ResolverTypeWrapper<Types.MissingCooperative>;
  Money: ResolverTypeWrapper<Types.Money>;
  MoveOrderInput: Types.MoveOrderInput;
  MunicipalityCode: ResolverTypeWrapper<Types.Scalars['MunicipalityCode']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Network: ResolverTypeWrapper<NetworkFigures>;
  NetworkFigures: ResolverTypeWrapper<FiguresOfMonths>;
  NobodyReason: Types.NobodyReason;
  NotBookableReason: Types.NotBookableReason;
  NotificationChannel: Types.NotificationChannel;
  NotificationEvent: Types.NotificationEvent;
  NotificationLanguage: Types.NotificationLanguage;
  NotificationSettings: ResolverTypeWrapper<AddressRecord>;
  OfferRequestInput: Types.OfferRequestInput;
  OpeningHours: ResolverTypeWrapper<Types.OpeningHours>;
  Order: ResolverTypeWrapper<OrderRecord>;
  OrderActionInput: Types.OrderActionInput;
  OrderChannel: Types.OrderChannel;
  OrderConnection: ResolverTypeWrapper<Omit<Types.OrderConnection, 'edges'> & { edges: Array<ResolversTypes['OrderEdge']> }>;
  OrderDetails: ResolverTypeWrapper<Types.OrderDetails>;
  OrderDetailsInput: Types.OrderDetailsInput;
  OrderEdge: ResolverTypeWrapper<Omit<Types.OrderEdge, 'node'> & { node?: Types.Maybe<ResolversTypes['Order']> }>;
  OrderEvent: ResolverTypeWrapper<OrderEventRecord>;
  OrderFilter: Types.OrderFilter;
  OrderLeg: ResolverTypeWrapper<OrderLegParent>;
  OrderLegInput: Types.OrderLegInput;
  OrderPayload: ResolverTypeWrapper<Omit<Types.OrderPayload, 'order' | 'userErrors'> & { order?: Types.Maybe<ResolversTypes['Order']>, userErrors: Array<ResolversTypes['UserError']> }>;
  OrderPolicy: Types.OrderPolicy;
  OrderState: Types.OrderState;
  PageInfo: ResolverTypeWrapper<Types.PageInfo>;
  PersonalField: ResolverTypeWrapper<Types.PersonalField>;
  PersonalRecord: ResolverTypeWrapper<Types.PersonalRecord>;
  PersonalRecordKind: Types.PersonalRecordKind;
  PlaceSeriesInput: Types.PlaceSeriesInput;
  PostalAddress: ResolverTypeWrapper<Types.PostalAddress>;
  Price: ResolverTypeWrapper<Types.Price>;
  PriceUnit: Types.PriceUnit;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Quote: ResolverTypeWrapper<Types.Quote>;
  QuoteLine: ResolverTypeWrapper<Types.QuoteLine>;
  ResponseTimes: ResolverTypeWrapper<Types.ResponseTimes>;
  Role: Types.Role;
  Series: ResolverTypeWrapper<Types.Series>;
  SeriesConflict: ResolverTypeWrapper<ConflictRecord>;
  SeriesPayload: ResolverTypeWrapper<Omit<Types.SeriesPayload, 'conflicts' | 'order' | 'userErrors'> & { conflicts: Array<ResolversTypes['SeriesConflict']>, order?: Types.Maybe<ResolversTypes['Order']>, userErrors: Array<ResolversTypes['UserError']> }>;
  SeriesWeekday: ResolverTypeWrapper<Types.SeriesWeekday>;
  Service: ResolverTypeWrapper<Types.Service>;
  ServiceKind: Types.ServiceKind;
  SetNotificationsInput: Types.SetNotificationsInput;
  SetNotificationsPayload: ResolverTypeWrapper<Omit<Types.SetNotificationsPayload, 'settings' | 'userErrors'> & { settings?: Types.Maybe<ResolversTypes['NotificationSettings']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Settlement: ResolverTypeWrapper<Settlement>;
  SettlementLine: ResolverTypeWrapper<SettledLine>;
  SettlementLineConnection: ResolverTypeWrapper<Omit<Types.SettlementLineConnection, 'edges'> & { edges: Array<ResolversTypes['SettlementLineEdge']> }>;
  SettlementLineEdge: ResolverTypeWrapper<Omit<Types.SettlementLineEdge, 'node'> & { node?: Types.Maybe<ResolversTypes['SettlementLine']> }>;
  SettlementTotal: ResolverTypeWrapper<SettlementTotal>;
  SpokenAnswerInput: Types.SpokenAnswerInput;
  Turnover: ResolverTypeWrapper<Types.Turnover>;
  UndeliveredMessage: ResolverTypeWrapper<MessageRecord>;
  UndeliveredMessageConnection: ResolverTypeWrapper<Omit<Types.UndeliveredMessageConnection, 'edges'> & { edges: Array<ResolversTypes['UndeliveredMessageEdge']> }>;
  UndeliveredMessageEdge: ResolverTypeWrapper<Omit<Types.UndeliveredMessageEdge, 'node'> & { node?: Types.Maybe<ResolversTypes['UndeliveredMessage']> }>;
  UserError: ResolverTypeWrapper<Refusal>;
  UserErrorCode: Types.UserErrorCode;
  Viewer: ResolverTypeWrapper<Types.Viewer>;
  ViewerRole: ResolverTypeWrapper<Types.ViewerRole>;
  Weekday: Types.Weekday;
  WhyNobody: ResolverTypeWrapper<WhyNobody>;
  WithheldFigure: ResolverTypeWrapper<Types.WithheldFigure>;
  WorkCandidate: ResolverTypeWrapper<WorkCandidateParent>;
  WorkCandidates: ResolverTypeWrapper<Omit<Types.WorkCandidates, 'candidates' | 'whyNobody'> & { candidates: Array<ResolversTypes['WorkCandidate']>, whyNobody?: Types.Maybe<ResolversTypes['WhyNobody']> }>;
  WorkNeedInput: Types.WorkNeedInput;
  WorkOffer: ResolverTypeWrapper<WorkOfferParent>;
  WorkOfferPayload: ResolverTypeWrapper<Omit<Types.WorkOfferPayload, 'offer' | 'order' | 'userErrors'> & { offer?: Types.Maybe<ResolversTypes['WorkOffer']>, order?: Types.Maybe<ResolversTypes['Order']>, userErrors: Array<ResolversTypes['UserError']> }>;
  WorkOfferState: Types.WorkOfferState;
  WorkPlace: ResolverTypeWrapper<Types.WorkPlace>;
  WorkPlaceInput: Types.WorkPlaceInput;
  WorkRequest: ResolverTypeWrapper<WorkRequestRecord>;
  WorkRequestConnection: ResolverTypeWrapper<Omit<Types.WorkRequestConnection, 'edges'> & { edges: Array<ResolversTypes['WorkRequestEdge']> }>;
  WorkRequestEdge: ResolverTypeWrapper<Omit<Types.WorkRequestEdge, 'node'> & { node?: Types.Maybe<ResolversTypes['WorkRequest']> }>;
  WorkRequestFilter: Types.WorkRequestFilter;
  WorkRequestPayload: ResolverTypeWrapper<Omit<Types.WorkRequestPayload, 'request' | 'userErrors'> & { request?: Types.Maybe<ResolversTypes['WorkRequest']>, userErrors: Array<ResolversTypes['UserError']> }>;
  WorkRequestState: Types.WorkRequestState;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AcceptOfferInput: Types.AcceptOfferInput;
  String: Types.Scalars['String']['output'];
  ID: Types.Scalars['ID']['output'];
  AuditEntry: Types.AuditEntry;
  AuditEntryConnection: Types.AuditEntryConnection;
  AuditEntryEdge: Types.AuditEntryEdge;
  Benefit: Types.Benefit;
  Booking: Types.Booking;
  BookingRules: Types.BookingRules;
  Int: Types.Scalars['Int']['output'];
  Buyer: Types.Buyer;
  BuyerInput: Types.BuyerInput;
  CancelLegInput: Types.CancelLegInput;
  ChangeSeriesInput: Types.ChangeSeriesInput;
  Boolean: Types.Scalars['Boolean']['output'];
  ChannelFigures: Omit<Types.ChannelFigures, 'figures'> & { figures: ResolversParentTypes['Figures'] };
  CloseRequestInput: Types.CloseRequestInput;
  Contact: Types.Contact;
  Cooperative: Types.Cooperative;
  CooperativeFigures: CooperativeFiguresParent;
  Coordinates: Types.Coordinates;
  Float: Types.Scalars['Float']['output'];
  CostShare: CostShareParent;
  CostShareInput: Types.CostShareInput;
  CountryCode: Types.Scalars['CountryCode']['output'];
  CpvCode: Types.Scalars['CpvCode']['output'];
  CreateRequestInput: Types.CreateRequestInput;
  Date: Types.Scalars['Date']['output'];
  DateTime: Types.Scalars['DateTime']['output'];
  DeclineOfferInput: Types.DeclineOfferInput;
  EnrolInput: Types.EnrolInput;
  ErasePersonInput: Types.ErasePersonInput;
  ErasePersonPayload: Omit<Types.ErasePersonPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  Evidence: Types.Evidence;
  ExportPersonInput: Types.ExportPersonInput;
  ExportPersonPayload: Omit<Types.ExportPersonPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  Figures: Figures;
  HoldOrderInput: Types.HoldOrderInput;
  Image: Types.Image;
  Invoicing: Types.Invoicing;
  InvoicingInput: Types.InvoicingInput;
  LanguageCode: Types.Scalars['LanguageCode']['output'];
  LocalTime: Types.Scalars['LocalTime']['output'];
  LocalizedString: Types.LocalizedString;
  MessageInput: Types.MessageInput;
  MessagePayload: Omit<Types.MessagePayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  MissingCooperative: Types.MissingCooperative;
  Money: Types.Money;
  MoveOrderInput: Types.MoveOrderInput;
  MunicipalityCode: Types.Scalars['MunicipalityCode']['output'];
  Mutation: Record<PropertyKey, never>;
  Network: NetworkFigures;
  NetworkFigures: FiguresOfMonths;
  NotificationSettings: AddressRecord;
  OfferRequestInput: Types.OfferRequestInput;
  OpeningHours: Types.OpeningHours;
  Order: OrderRecord;
  OrderActionInput: Types.OrderActionInput;
  OrderConnection: Omit<Types.OrderConnection, 'edges'> & { edges: Array<ResolversParentTypes['OrderEdge']> };
  OrderDetails: Types.OrderDetails;
  OrderDetailsInput: Types.OrderDetailsInput;
  OrderEdge: Omit<Types.OrderEdge, 'node'> & { node?: Types.Maybe<ResolversParentTypes['Order']> };
  OrderEvent: OrderEventRecord;
  OrderFilter: Types.OrderFilter;
  OrderLeg: OrderLegParent;
  OrderLegInput: Types.OrderLegInput;
  OrderPayload: Omit<Types.OrderPayload, 'order' | 'userErrors'> & { order?: Types.Maybe<ResolversParentTypes['Order']>, userErrors: Array<ResolversParentTypes['UserError']> };
  PageInfo: Types.PageInfo;
  PersonalField: Types.PersonalField;
  PersonalRecord: Types.PersonalRecord;
  PlaceSeriesInput: Types.PlaceSeriesInput;
  PostalAddress: Types.PostalAddress;
  Price: Types.Price;
  Query: Record<PropertyKey, never>;
  Quote: Types.Quote;
  QuoteLine: Types.QuoteLine;
  ResponseTimes: Types.ResponseTimes;
  Series: Types.Series;
  SeriesConflict: ConflictRecord;
  SeriesPayload: Omit<Types.SeriesPayload, 'conflicts' | 'order' | 'userErrors'> & { conflicts: Array<ResolversParentTypes['SeriesConflict']>, order?: Types.Maybe<ResolversParentTypes['Order']>, userErrors: Array<ResolversParentTypes['UserError']> };
  SeriesWeekday: Types.SeriesWeekday;
  Service: Types.Service;
  SetNotificationsInput: Types.SetNotificationsInput;
  SetNotificationsPayload: Omit<Types.SetNotificationsPayload, 'settings' | 'userErrors'> & { settings?: Types.Maybe<ResolversParentTypes['NotificationSettings']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Settlement: Settlement;
  SettlementLine: SettledLine;
  SettlementLineConnection: Omit<Types.SettlementLineConnection, 'edges'> & { edges: Array<ResolversParentTypes['SettlementLineEdge']> };
  SettlementLineEdge: Omit<Types.SettlementLineEdge, 'node'> & { node?: Types.Maybe<ResolversParentTypes['SettlementLine']> };
  SettlementTotal: SettlementTotal;
  SpokenAnswerInput: Types.SpokenAnswerInput;
  Turnover: Types.Turnover;
  UndeliveredMessage: MessageRecord;
  UndeliveredMessageConnection: Omit<Types.UndeliveredMessageConnection, 'edges'> & { edges: Array<ResolversParentTypes['UndeliveredMessageEdge']> };
  UndeliveredMessageEdge: Omit<Types.UndeliveredMessageEdge, 'node'> & { node?: Types.Maybe<ResolversParentTypes['UndeliveredMessage']> };
  UserError: Refusal;
  Viewer: Types.Viewer;
  ViewerRole: Types.ViewerRole;
  WhyNobody: WhyNobody;
  WithheldFigure: Types.WithheldFigure;
  WorkCandidate: WorkCandidateParent;
  WorkCandidates: Omit<Types.WorkCandidates, 'candidates' | 'whyNobody'> & { candidates: Array<ResolversParentTypes['WorkCandidate']>, whyNobody?: Types.Maybe<ResolversParentTypes['WhyNobody']> };
  WorkNeedInput: Types.WorkNeedInput;
  WorkOffer: WorkOfferParent;
  WorkOfferPayload: Omit<Types.WorkOfferPayload, 'offer' | 'order' | 'userErrors'> & { offer?: Types.Maybe<ResolversParentTypes['WorkOffer']>, order?: Types.Maybe<ResolversParentTypes['Order']>, userErrors: Array<ResolversParentTypes['UserError']> };
  WorkPlace: Types.WorkPlace;
  WorkPlaceInput: Types.WorkPlaceInput;
  WorkRequest: WorkRequestRecord;
  WorkRequestConnection: Omit<Types.WorkRequestConnection, 'edges'> & { edges: Array<ResolversParentTypes['WorkRequestEdge']> };
  WorkRequestEdge: Omit<Types.WorkRequestEdge, 'node'> & { node?: Types.Maybe<ResolversParentTypes['WorkRequest']> };
  WorkRequestFilter: Types.WorkRequestFilter;
  WorkRequestPayload: Omit<Types.WorkRequestPayload, 'request' | 'userErrors'> & { request?: Types.Maybe<ResolversParentTypes['WorkRequest']>, userErrors: Array<ResolversParentTypes['UserError']> };
};

export type AuditEntryResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  act?: Resolver<ResolversTypes['AuditAct'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  process?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  record?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['ViewerRole']>, ParentType, ContextType>;
  subject?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
};

export type BenefitResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Benefit'] = ResolversParentTypes['Benefit']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  fee?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gained?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  withheld?: Resolver<Array<ResolversTypes['WithheldFigure']>, ParentType, ContextType>;
};

export type BookingResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Booking'] = ResolversParentTypes['Booking']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type BookingRulesResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['BookingRules'] = ResolversParentTypes['BookingRules']> = {
  courseMinutes?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  gridMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  leadTimeMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openingHours?: Resolver<Array<ResolversTypes['OpeningHours']>, ParentType, ContextType>;
};

export type BuyerResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Buyer'] = ResolversParentTypes['Buyer']> = {
  email?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  organisationId?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChannelFiguresResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['ChannelFigures'] = ResolversParentTypes['ChannelFigures']> = {
  channel?: Resolver<ResolversTypes['OrderChannel'], ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['Figures'], ParentType, ContextType>;
};

export type ContactResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact']> = {
  email?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CooperativeResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Cooperative'] = ResolversParentTypes['Cooperative']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CooperativeFiguresResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['CooperativeFigures'] = ResolversParentTypes['CooperativeFigures']> = {
  benefit?: Resolver<Array<ResolversTypes['Benefit']>, ParentType, ContextType>;
  channels?: Resolver<Array<ResolversTypes['ChannelFigures']>, ParentType, ContextType>;
  cooperative?: Resolver<ResolversTypes['Cooperative'], ParentType, ContextType>;
  figures?: Resolver<ResolversTypes['Figures'], ParentType, ContextType>;
};

export type CoordinatesResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Coordinates'] = ResolversParentTypes['Coordinates']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type CostShareResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['CostShare'] = ResolversParentTypes['CostShare']> = {
  cooperative?: Resolver<Types.Maybe<ResolversTypes['Cooperative']>, ParentType, ContextType>;
  gross?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  net?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  percent?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
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

export type ErasePersonPayloadResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['ErasePersonPayload'] = ResolversParentTypes['ErasePersonPayload']> = {
  at?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  isDoneHere?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  missing?: Resolver<Array<ResolversTypes['MissingCooperative']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EvidenceResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  disadvantagedShare?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  grade?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issuer?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scheme?: Resolver<ResolversTypes['EvidenceScheme'], ParentType, ContextType>;
  validFrom?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ExportPersonPayloadResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['ExportPersonPayload'] = ResolversParentTypes['ExportPersonPayload']> = {
  missing?: Resolver<Array<ResolversTypes['MissingCooperative']>, ParentType, ContextType>;
  records?: Resolver<Array<ResolversTypes['PersonalRecord']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type FiguresResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Figures'] = ResolversParentTypes['Figures']> = {
  declined?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  given?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  minutes?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  offerResponse?: Resolver<Types.Maybe<ResolversTypes['ResponseTimes']>, ParentType, ContextType>;
  orderResponse?: Resolver<Types.Maybe<ResolversTypes['ResponseTimes']>, ParentType, ContextType>;
  received?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  requestsFilled?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  requestsMade?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  turnover?: Resolver<Array<ResolversTypes['Turnover']>, ParentType, ContextType>;
  unrecorded?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  withheld?: Resolver<Array<ResolversTypes['WithheldFigure']>, ParentType, ContextType>;
};

export type ImageResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  alt?: Resolver<Types.Maybe<ResolversTypes['LocalizedString']>, ParentType, ContextType, Partial<Types.ImageAltArgs>>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type InvoicingResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Invoicing'] = ResolversParentTypes['Invoicing']> = {
  eInvoiceAddress?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operator?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface LanguageCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LanguageCode'], any> {
  name: 'LanguageCode';
}

export interface LocalTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalTime'], any> {
  name: 'LocalTime';
}

export type LocalizedStringResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['LocalizedString'] = ResolversParentTypes['LocalizedString']> = {
  language?: Resolver<ResolversTypes['LanguageCode'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MessagePayloadResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['MessagePayload'] = ResolversParentTypes['MessagePayload']> = {
  id?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type MissingCooperativeResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['MissingCooperative'] = ResolversParentTypes['MissingCooperative']> = {
  cooperative?: Resolver<ResolversTypes['Cooperative'], ParentType, ContextType>;
  reason?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export interface MunicipalityCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MunicipalityCode'], any> {
  name: 'MunicipalityCode';
}

export type MutationResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  acceptOffer?: Resolver<Types.Maybe<ResolversTypes['WorkOfferPayload']>, ParentType, ContextType, RequireFields<Types.MutationAcceptOfferArgs, 'input'>>;
  cancelLeg?: Resolver<Types.Maybe<ResolversTypes['OrderPayload']>, ParentType, ContextType, RequireFields<Types.MutationCancelLegArgs, 'input'>>;
  cancelOrder?: Resolver<Types.Maybe<ResolversTypes['OrderPayload']>, ParentType, ContextType, RequireFields<Types.MutationCancelOrderArgs, 'input'>>;
  changeSeries?: Resolver<Types.Maybe<ResolversTypes['SeriesPayload']>, ParentType, ContextType, RequireFields<Types.MutationChangeSeriesArgs, 'input'>>;
  closeRequest?: Resolver<Types.Maybe<ResolversTypes['WorkRequestPayload']>, ParentType, ContextType, RequireFields<Types.MutationCloseRequestArgs, 'input'>>;
  confirmOrder?: Resolver<Types.Maybe<ResolversTypes['OrderPayload']>, ParentType, ContextType, RequireFields<Types.MutationConfirmOrderArgs, 'input'>>;
  createRequest?: Resolver<Types.Maybe<ResolversTypes['WorkRequestPayload']>, ParentType, ContextType, RequireFields<Types.MutationCreateRequestArgs, 'input'>>;
  declineOffer?: Resolver<Types.Maybe<ResolversTypes['WorkOfferPayload']>, ParentType, ContextType, RequireFields<Types.MutationDeclineOfferArgs, 'input'>>;
  dropMessage?: Resolver<Types.Maybe<ResolversTypes['MessagePayload']>, ParentType, ContextType, RequireFields<Types.MutationDropMessageArgs, 'input'>>;
  enrol?: Resolver<Types.Maybe<ResolversTypes['OrderPayload']>, ParentType, ContextType, RequireFields<Types.MutationEnrolArgs, 'input'>>;
  erasePerson?: Resolver<Types.Maybe<ResolversTypes['ErasePersonPayload']>, ParentType, ContextType, RequireFields<Types.MutationErasePersonArgs, 'input'>>;
  exportPerson?: Resolver<Types.Maybe<ResolversTypes['ExportPersonPayload']>, ParentType, ContextType, RequireFields<Types.MutationExportPersonArgs, 'input'>>;
  extendHold?: Resolver<Types.Maybe<ResolversTypes['OrderPayload']>, ParentType, ContextType, RequireFields<Types.MutationExtendHoldArgs, 'input'>>;
  holdOrder?: Resolver<Types.Maybe<ResolversTypes['OrderPayload']>, ParentType, ContextType, RequireFields<Types.MutationHoldOrderArgs, 'input'>>;
  moveOrder?: Resolver<Types.Maybe<ResolversTypes['OrderPayload']>, ParentType, ContextType, RequireFields<Types.MutationMoveOrderArgs, 'input'>>;
  offerRequest?: Resolver<Types.Maybe<ResolversTypes['WorkRequestPayload']>, ParentType, ContextType, RequireFields<Types.MutationOfferRequestArgs, 'input'>>;
  placeOrder?: Resolver<Types.Maybe<ResolversTypes['OrderPayload']>, ParentType, ContextType, RequireFields<Types.MutationPlaceOrderArgs, 'input'>>;
  placeSeries?: Resolver<Types.Maybe<ResolversTypes['SeriesPayload']>, ParentType, ContextType, RequireFields<Types.MutationPlaceSeriesArgs, 'input'>>;
  recordSpokenAnswer?: Resolver<Types.Maybe<ResolversTypes['WorkOfferPayload']>, ParentType, ContextType, RequireFields<Types.MutationRecordSpokenAnswerArgs, 'input'>>;
  retryMessage?: Resolver<Types.Maybe<ResolversTypes['MessagePayload']>, ParentType, ContextType, RequireFields<Types.MutationRetryMessageArgs, 'input'>>;
  setNotifications?: Resolver<Types.Maybe<ResolversTypes['SetNotificationsPayload']>, ParentType, ContextType, RequireFields<Types.MutationSetNotificationsArgs, 'input'>>;
};

export type NetworkResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Network'] = ResolversParentTypes['Network']> = {
  figures?: Resolver<Types.Maybe<ResolversTypes['NetworkFigures']>, ParentType, ContextType, RequireFields<Types.NetworkFiguresArgs, 'from' | 'to'>>;
  settlement?: Resolver<Types.Maybe<ResolversTypes['Settlement']>, ParentType, ContextType, RequireFields<Types.NetworkSettlementArgs, 'month'>>;
};

export type NetworkFiguresResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['NetworkFigures'] = ResolversParentTypes['NetworkFigures']> = {
  all?: Resolver<ResolversTypes['Figures'], ParentType, ContextType>;
  benefit?: Resolver<Array<ResolversTypes['Benefit']>, ParentType, ContextType>;
  channels?: Resolver<Array<ResolversTypes['ChannelFigures']>, ParentType, ContextType>;
  cooperatives?: Resolver<Array<ResolversTypes['CooperativeFigures']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  isPreliminary?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  openMonths?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type NotificationSettingsResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['NotificationSettings'] = ResolversParentTypes['NotificationSettings']> = {
  changedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  cooperative?: Resolver<Types.Maybe<ResolversTypes['Cooperative']>, ParentType, ContextType>;
  email?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  events?: Resolver<Array<ResolversTypes['NotificationEvent']>, ParentType, ContextType>;
  language?: Resolver<ResolversTypes['NotificationLanguage'], ParentType, ContextType>;
  sendsEmail?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  webhookUrl?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OpeningHoursResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['OpeningHours'] = ResolversParentTypes['OpeningHours']> = {
  from?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  validFrom?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  weekday?: Resolver<ResolversTypes['Weekday'], ParentType, ContextType>;
};

export type OrderResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Order'] = ResolversParentTypes['Order']> = {
  agreementId?: Resolver<Types.Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  buyer?: Resolver<ResolversTypes['Buyer'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['OrderChannel'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  details?: Resolver<Types.Maybe<ResolversTypes['OrderDetails']>, ParentType, ContextType>;
  expiresAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['OrderEvent']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  leadCooperative?: Resolver<Types.Maybe<ResolversTypes['Cooperative']>, ParentType, ContextType>;
  legs?: Resolver<Array<ResolversTypes['OrderLeg']>, ParentType, ContextType>;
  problem?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  series?: Resolver<Types.Maybe<ResolversTypes['Series']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['OrderState'], ParentType, ContextType>;
  total?: Resolver<Array<ResolversTypes['Money']>, ParentType, ContextType>;
};

export type OrderConnectionResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['OrderConnection'] = ResolversParentTypes['OrderConnection']> = {
  edges?: Resolver<Array<ResolversTypes['OrderEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type OrderDetailsResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['OrderDetails'] = ResolversParentTypes['OrderDetails']> = {
  invoicing?: Resolver<Types.Maybe<ResolversTypes['Invoicing']>, ParentType, ContextType>;
  language?: Resolver<Types.Maybe<ResolversTypes['LanguageCode']>, ParentType, ContextType>;
  place?: Resolver<Types.Maybe<ResolversTypes['WorkPlace']>, ParentType, ContextType>;
  reference?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  wish?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type OrderEdgeResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['OrderEdge'] = ResolversParentTypes['OrderEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
};

export type OrderEventResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['OrderEvent'] = ResolversParentTypes['OrderEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type OrderLegResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['OrderLeg'] = ResolversParentTypes['OrderLeg']> = {
  bookings?: Resolver<Types.Maybe<Array<ResolversTypes['Booking']>>, ParentType, ContextType>;
  cooperative?: Resolver<Types.Maybe<ResolversTypes['Cooperative']>, ParentType, ContextType>;
  costShares?: Resolver<Array<ResolversTypes['CostShare']>, ParentType, ContextType>;
  deliveredMinutes?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  disagreement?: Resolver<Types.Maybe<ResolversTypes['LegDisagreement']>, ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  problem?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quote?: Resolver<Types.Maybe<ResolversTypes['Quote']>, ParentType, ContextType>;
  service?: Resolver<Types.Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['BookingState'], ParentType, ContextType>;
  stateAsOf?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  title?: Resolver<Types.Maybe<ResolversTypes['LocalizedString']>, ParentType, ContextType, Partial<Types.OrderLegTitleArgs>>;
  waitingPosition?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OrderPayloadResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['OrderPayload'] = ResolversParentTypes['OrderPayload']> = {
  order?: Resolver<Types.Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  secret?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonalFieldResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['PersonalField'] = ResolversParentTypes['PersonalField']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PersonalRecordResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['PersonalRecord'] = ResolversParentTypes['PersonalRecord']> = {
  fields?: Resolver<Array<ResolversTypes['PersonalField']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PersonalRecordKind'], ParentType, ContextType>;
};

export type PostalAddressResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['PostalAddress'] = ResolversParentTypes['PostalAddress']> = {
  locality?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  street?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PriceResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Price'] = ResolversParentTypes['Price']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vatRate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  auditEntries?: Resolver<Types.Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, RequireFields<Types.QueryAuditEntriesArgs, 'first' | 'from'>>;
  network?: Resolver<Types.Maybe<ResolversTypes['Network']>, ParentType, ContextType>;
  notificationSettings?: Resolver<Types.Maybe<ResolversTypes['NotificationSettings']>, ParentType, ContextType, RequireFields<Types.QueryNotificationSettingsArgs, 'cooperative'>>;
  order?: Resolver<Types.Maybe<ResolversTypes['Order']>, ParentType, ContextType, RequireFields<Types.QueryOrderArgs, 'id'>>;
  orders?: Resolver<Types.Maybe<ResolversTypes['OrderConnection']>, ParentType, ContextType, RequireFields<Types.QueryOrdersArgs, 'first'>>;
  undeliveredMessages?: Resolver<Types.Maybe<ResolversTypes['UndeliveredMessageConnection']>, ParentType, ContextType, RequireFields<Types.QueryUndeliveredMessagesArgs, 'first'>>;
  viewer?: Resolver<Types.Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
  whoCanTake?: Resolver<Types.Maybe<ResolversTypes['WorkCandidates']>, ParentType, ContextType, RequireFields<Types.QueryWhoCanTakeArgs, 'first' | 'need'>>;
  workOffers?: Resolver<Types.Maybe<Array<ResolversTypes['WorkOffer']>>, ParentType, ContextType, RequireFields<Types.QueryWorkOffersArgs, 'cooperative'>>;
  workRequest?: Resolver<Types.Maybe<ResolversTypes['WorkRequest']>, ParentType, ContextType, RequireFields<Types.QueryWorkRequestArgs, 'id'>>;
  workRequests?: Resolver<Types.Maybe<ResolversTypes['WorkRequestConnection']>, ParentType, ContextType, RequireFields<Types.QueryWorkRequestsArgs, 'first'>>;
};

export type QuoteResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Quote'] = ResolversParentTypes['Quote']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['QuoteLine']>, ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QuoteLineResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['QuoteLine'] = ResolversParentTypes['QuoteLine']> = {
  gross?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['PriceUnit'], ParentType, ContextType>;
  unitNet?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vatRate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ResponseTimesResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['ResponseTimes'] = ResolversParentTypes['ResponseTimes']> = {
  medianMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  p90Minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SeriesResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Series'] = ResolversParentTypes['Series']> = {
  everyWeeks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  until?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type SeriesConflictResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['SeriesConflict'] = ResolversParentTypes['SeriesConflict']> = {
  alternatives?: Resolver<Array<ResolversTypes['DateTime']>, ParentType, ContextType>;
  alternativesSearched?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SeriesPayloadResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['SeriesPayload'] = ResolversParentTypes['SeriesPayload']> = {
  conflicts?: Resolver<Array<ResolversTypes['SeriesConflict']>, ParentType, ContextType>;
  order?: Resolver<Types.Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  otherWeekdays?: Resolver<Types.Maybe<Array<ResolversTypes['SeriesWeekday']>>, ParentType, ContextType>;
  secret?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SeriesWeekdayResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['SeriesWeekday'] = ResolversParentTypes['SeriesWeekday']> = {
  conflicts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ServiceResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Service'] = ResolversParentTypes['Service']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type SetNotificationsPayloadResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['SetNotificationsPayload'] = ResolversParentTypes['SetNotificationsPayload']> = {
  secret?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  settings?: Resolver<Types.Maybe<ResolversTypes['NotificationSettings']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SettlementResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Settlement'] = ResolversParentTypes['Settlement']> = {
  csv?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  isPreliminary?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lines?: Resolver<ResolversTypes['SettlementLineConnection'], ParentType, ContextType, RequireFields<Types.SettlementLinesArgs, 'first'>>;
  month?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  totals?: Resolver<Array<ResolversTypes['SettlementTotal']>, ParentType, ContextType>;
  unrecorded?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SettlementLineResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['SettlementLine'] = ResolversParentTypes['SettlementLine']> = {
  cooperative?: Resolver<ResolversTypes['Cooperative'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  fee?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  order?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SettlementLineConnectionResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['SettlementLineConnection'] = ResolversParentTypes['SettlementLineConnection']> = {
  edges?: Resolver<Array<ResolversTypes['SettlementLineEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SettlementLineEdgeResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['SettlementLineEdge'] = ResolversParentTypes['SettlementLineEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['SettlementLine']>, ParentType, ContextType>;
};

export type SettlementTotalResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['SettlementTotal'] = ResolversParentTypes['SettlementTotal']> = {
  cooperative?: Resolver<ResolversTypes['Cooperative'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  fee?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lines?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TurnoverResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Turnover'] = ResolversParentTypes['Turnover']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  net?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type UndeliveredMessageResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['UndeliveredMessage'] = ResolversParentTypes['UndeliveredMessage']> = {
  about?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['NotificationChannel'], ParentType, ContextType>;
  cooperative?: Resolver<Types.Maybe<ResolversTypes['Cooperative']>, ParentType, ContextType>;
  endedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  event?: Resolver<ResolversTypes['NotificationEvent'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isForCustomer?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type UndeliveredMessageConnectionResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['UndeliveredMessageConnection'] = ResolversParentTypes['UndeliveredMessageConnection']> = {
  edges?: Resolver<Array<ResolversTypes['UndeliveredMessageEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type UndeliveredMessageEdgeResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['UndeliveredMessageEdge'] = ResolversParentTypes['UndeliveredMessageEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['UndeliveredMessage']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  alternatives?: Resolver<Types.Maybe<Array<ResolversTypes['DateTime']>>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  field?: Resolver<Types.Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retry?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['ViewerRole']>, ParentType, ContextType>;
};

export type ViewerRoleResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['ViewerRole'] = ResolversParentTypes['ViewerRole']> = {
  organisation?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type WhyNobodyResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['WhyNobody'] = ResolversParentTypes['WhyNobody']> = {
  distanceKm?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  leastMinutes?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  municipality?: Resolver<Types.Maybe<ResolversTypes['MunicipalityCode']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['NobodyReason'], ParentType, ContextType>;
};

export type WithheldFigureResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['WithheldFigure'] = ResolversParentTypes['WithheldFigure']> = {
  currency?: Resolver<Types.Maybe<ResolversTypes['CurrencyCode']>, ParentType, ContextType>;
  figure?: Resolver<ResolversTypes['FigureName'], ParentType, ContextType>;
  months?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WorkCandidateResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['WorkCandidate'] = ResolversParentTypes['WorkCandidate']> = {
  alternatives?: Resolver<Array<ResolversTypes['DateTime']>, ParentType, ContextType>;
  answer?: Resolver<ResolversTypes['CandidateAnswer'], ParentType, ContextType>;
  cooperative?: Resolver<Types.Maybe<ResolversTypes['Cooperative']>, ParentType, ContextType>;
  distanceKm?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  earliestStart?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  fit?: Resolver<ResolversTypes['MatchFit'], ParentType, ContextType>;
  message?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quote?: Resolver<Types.Maybe<ResolversTypes['Quote']>, ParentType, ContextType>;
  reason?: Resolver<Types.Maybe<ResolversTypes['UserErrorCode']>, ParentType, ContextType>;
  service?: Resolver<Types.Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
};

export type WorkCandidatesResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['WorkCandidates'] = ResolversParentTypes['WorkCandidates']> = {
  candidates?: Resolver<Array<ResolversTypes['WorkCandidate']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  notAnswering?: Resolver<Array<ResolversTypes['Cooperative']>, ParentType, ContextType>;
  notAsked?: Resolver<Array<ResolversTypes['Cooperative']>, ParentType, ContextType>;
  notUnderstood?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  whyNobody?: Resolver<Types.Maybe<ResolversTypes['WhyNobody']>, ParentType, ContextType>;
};

export type WorkOfferResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['WorkOffer'] = ResolversParentTypes['WorkOffer']> = {
  answeredAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  caller?: Resolver<Types.Maybe<ResolversTypes['Buyer']>, ParentType, ContextType>;
  cooperative?: Resolver<Types.Maybe<ResolversTypes['Cooperative']>, ParentType, ContextType>;
  deadline?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isSpoken?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  needsSpokenYes?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  note?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  round?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  service?: Resolver<Types.Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WorkOfferState'], ParentType, ContextType>;
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WorkOfferPayloadResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['WorkOfferPayload'] = ResolversParentTypes['WorkOfferPayload']> = {
  offer?: Resolver<Types.Maybe<ResolversTypes['WorkOffer']>, ParentType, ContextType>;
  order?: Resolver<Types.Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type WorkPlaceResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['WorkPlace'] = ResolversParentTypes['WorkPlace']> = {
  accessNote?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latitude?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  street?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type WorkRequestResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['WorkRequest'] = ResolversParentTypes['WorkRequest']> = {
  caller?: Resolver<ResolversTypes['Buyer'], ParentType, ContextType>;
  channel?: Resolver<ResolversTypes['OrderChannel'], ParentType, ContextType>;
  cpv?: Resolver<Array<ResolversTypes['CpvCode']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  details?: Resolver<Types.Maybe<ResolversTypes['OrderDetails']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  offers?: Resolver<Array<ResolversTypes['WorkOffer']>, ParentType, ContextType>;
  order?: Resolver<Types.Maybe<ResolversTypes['Order']>, ParentType, ContextType>;
  outcome?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  problem?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  round?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['WorkRequestState'], ParentType, ContextType>;
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  whyNobody?: Resolver<Types.Maybe<ResolversTypes['WhyNobody']>, ParentType, ContextType>;
};

export type WorkRequestConnectionResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['WorkRequestConnection'] = ResolversParentTypes['WorkRequestConnection']> = {
  edges?: Resolver<Array<ResolversTypes['WorkRequestEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type WorkRequestEdgeResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['WorkRequestEdge'] = ResolversParentTypes['WorkRequestEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['WorkRequest']>, ParentType, ContextType>;
};

export type WorkRequestPayloadResolvers<ContextType = BookingContext, ParentType extends ResolversParentTypes['WorkRequestPayload'] = ResolversParentTypes['WorkRequestPayload']> = {
  request?: Resolver<Types.Maybe<ResolversTypes['WorkRequest']>, ParentType, ContextType>;
  secret?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type Resolvers<ContextType = BookingContext> = {
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  Benefit?: BenefitResolvers<ContextType>;
  Booking?: BookingResolvers<ContextType>;
  BookingRules?: BookingRulesResolvers<ContextType>;
  Buyer?: BuyerResolvers<ContextType>;
  ChannelFigures?: ChannelFiguresResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  Cooperative?: CooperativeResolvers<ContextType>;
  CooperativeFigures?: CooperativeFiguresResolvers<ContextType>;
  Coordinates?: CoordinatesResolvers<ContextType>;
  CostShare?: CostShareResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  CpvCode?: GraphQLScalarType;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  ErasePersonPayload?: ErasePersonPayloadResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  ExportPersonPayload?: ExportPersonPayloadResolvers<ContextType>;
  Figures?: FiguresResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  Invoicing?: InvoicingResolvers<ContextType>;
  LanguageCode?: GraphQLScalarType;
  LocalTime?: GraphQLScalarType;
  LocalizedString?: LocalizedStringResolvers<ContextType>;
  MessagePayload?: MessagePayloadResolvers<ContextType>;
  MissingCooperative?: MissingCooperativeResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  MunicipalityCode?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  Network?: NetworkResolvers<ContextType>;
  NetworkFigures?: NetworkFiguresResolvers<ContextType>;
  NotificationSettings?: NotificationSettingsResolvers<ContextType>;
  OpeningHours?: OpeningHoursResolvers<ContextType>;
  Order?: OrderResolvers<ContextType>;
  OrderConnection?: OrderConnectionResolvers<ContextType>;
  OrderDetails?: OrderDetailsResolvers<ContextType>;
  OrderEdge?: OrderEdgeResolvers<ContextType>;
  OrderEvent?: OrderEventResolvers<ContextType>;
  OrderLeg?: OrderLegResolvers<ContextType>;
  OrderPayload?: OrderPayloadResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PersonalField?: PersonalFieldResolvers<ContextType>;
  PersonalRecord?: PersonalRecordResolvers<ContextType>;
  PostalAddress?: PostalAddressResolvers<ContextType>;
  Price?: PriceResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Quote?: QuoteResolvers<ContextType>;
  QuoteLine?: QuoteLineResolvers<ContextType>;
  ResponseTimes?: ResponseTimesResolvers<ContextType>;
  Series?: SeriesResolvers<ContextType>;
  SeriesConflict?: SeriesConflictResolvers<ContextType>;
  SeriesPayload?: SeriesPayloadResolvers<ContextType>;
  SeriesWeekday?: SeriesWeekdayResolvers<ContextType>;
  Service?: ServiceResolvers<ContextType>;
  SetNotificationsPayload?: SetNotificationsPayloadResolvers<ContextType>;
  Settlement?: SettlementResolvers<ContextType>;
  SettlementLine?: SettlementLineResolvers<ContextType>;
  SettlementLineConnection?: SettlementLineConnectionResolvers<ContextType>;
  SettlementLineEdge?: SettlementLineEdgeResolvers<ContextType>;
  SettlementTotal?: SettlementTotalResolvers<ContextType>;
  Turnover?: TurnoverResolvers<ContextType>;
  UndeliveredMessage?: UndeliveredMessageResolvers<ContextType>;
  UndeliveredMessageConnection?: UndeliveredMessageConnectionResolvers<ContextType>;
  UndeliveredMessageEdge?: UndeliveredMessageEdgeResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  ViewerRole?: ViewerRoleResolvers<ContextType>;
  WhyNobody?: WhyNobodyResolvers<ContextType>;
  WithheldFigure?: WithheldFigureResolvers<ContextType>;
  WorkCandidate?: WorkCandidateResolvers<ContextType>;
  WorkCandidates?: WorkCandidatesResolvers<ContextType>;
  WorkOffer?: WorkOfferResolvers<ContextType>;
  WorkOfferPayload?: WorkOfferPayloadResolvers<ContextType>;
  WorkPlace?: WorkPlaceResolvers<ContextType>;
  WorkRequest?: WorkRequestResolvers<ContextType>;
  WorkRequestConnection?: WorkRequestConnectionResolvers<ContextType>;
  WorkRequestEdge?: WorkRequestEdgeResolvers<ContextType>;
  WorkRequestPayload?: WorkRequestPayloadResolvers<ContextType>;
};

