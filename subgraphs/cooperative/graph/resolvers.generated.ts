import type * as Types from '../schema.generated.js';
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { ServiceRecord, CooperativeRecord, MemberRecord, ImageParent, BookingRecord, BookingEventRecord, WaitingRecord } from '../store/records.js';
import type { AvailabilityDayParent, BookedLegParent } from '../store/parents.js';
import type { CustomerRecord } from '../store/booking-records.js';
import type { Refusal } from '../bookings/rules/refusal.js';
import type { CooperativeContext } from './context.js';
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
  Booking: Types.Booking;
  Cooperative: Types.Cooperative;
  Member: Types.Member;
  Service: Types.Service;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Booking:
    ( { __typename: 'Booking' }
    & GraphQLRecursivePick<FederationTypes['Booking'], {"id":true}> );
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
  AgreedPriceInput: Types.AgreedPriceInput;
  String: ResolverTypeWrapper<Types.Scalars['String']['output']>;
  AuditAct: Types.AuditAct;
  AuditEntry: ResolverTypeWrapper<Types.AuditEntry>;
  ID: ResolverTypeWrapper<Types.Scalars['ID']['output']>;
  AuditEntryConnection: ResolverTypeWrapper<Types.AuditEntryConnection>;
  AuditEntryEdge: ResolverTypeWrapper<Types.AuditEntryEdge>;
  AvailabilityDay: ResolverTypeWrapper<AvailabilityDayParent>;
  Int: ResolverTypeWrapper<Types.Scalars['Int']['output']>;
  AvailabilityStatus: Types.AvailabilityStatus;
  AvailableStart: ResolverTypeWrapper<Types.AvailableStart>;
  BookedLeg: ResolverTypeWrapper<BookedLegParent>;
  BookedLegsPayload: ResolverTypeWrapper<Omit<Types.BookedLegsPayload, 'legs' | 'userErrors'> & { legs: Array<ResolversTypes['BookedLeg']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Booking: ResolverTypeWrapper<BookingRecord>;
  Boolean: ResolverTypeWrapper<Types.Scalars['Boolean']['output']>;
  BookingActionInput: Types.BookingActionInput;
  BookingConnection: ResolverTypeWrapper<Omit<Types.BookingConnection, 'edges'> & { edges: Array<ResolversTypes['BookingEdge']> }>;
  BookingEdge: ResolverTypeWrapper<Omit<Types.BookingEdge, 'node'> & { node?: Types.Maybe<ResolversTypes['Booking']> }>;
  BookingEvent: ResolverTypeWrapper<BookingEventRecord>;
  BookingEventKind: Types.BookingEventKind;
  BookingLoss: Types.BookingLoss;
  BookingPayload: ResolverTypeWrapper<Omit<Types.BookingPayload, 'booking' | 'userErrors'> & { booking?: Types.Maybe<ResolversTypes['Booking']>, userErrors: Array<ResolversTypes['UserError']> }>;
  BookingRules: ResolverTypeWrapper<Types.BookingRules>;
  BookingState: Types.BookingState;
  CalendarLink: ResolverTypeWrapper<Types.CalendarLink>;
  CapacitySummary: ResolverTypeWrapper<Types.CapacitySummary>;
  CatalogueChange: ResolverTypeWrapper<Omit<Types.CatalogueChange, 'cooperative' | 'service'> & { cooperative?: Types.Maybe<ResolversTypes['Cooperative']>, service?: Types.Maybe<ResolversTypes['Service']> }>;
  CatalogueChanges: ResolverTypeWrapper<Omit<Types.CatalogueChanges, 'changes'> & { changes: Array<ResolversTypes['CatalogueChange']> }>;
  ChangeBookingsInput: Types.ChangeBookingsInput;
  ChangeLegInput: Types.ChangeLegInput;
  CompleteBookingInput: Types.CompleteBookingInput;
  ConfirmBookingsInput: Types.ConfirmBookingsInput;
  Contact: ResolverTypeWrapper<Types.Contact>;
  Cooperative: ResolverTypeWrapper<CooperativeRecord>;
  Coordinates: ResolverTypeWrapper<Types.Coordinates>;
  Float: ResolverTypeWrapper<Types.Scalars['Float']['output']>;
  CountryCode: ResolverTypeWrapper<Types.Scalars['CountryCode']['output']>;
  CpvCode: ResolverTypeWrapper<Types.Scalars['CpvCode']['output']>;
  CurrencyCode: Types.CurrencyCode;
  Customer: ResolverTypeWrapper<CustomerRecord>;
  CustomerInput: Types.CustomerInput;
  Date: ResolverTypeWrapper<Types.Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Types.Scalars['DateTime']['output']>;
  EnrolBookingsInput: Types.EnrolBookingsInput;
  ErasePersonsInput: Types.ErasePersonsInput;
  ErasePersonsPayload: ResolverTypeWrapper<Omit<Types.ErasePersonsPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  ErasureInput: Types.ErasureInput;
  Evidence: ResolverTypeWrapper<Types.Evidence>;
  EvidenceScheme: Types.EvidenceScheme;
  ExportPersonsInput: Types.ExportPersonsInput;
  ExportPersonsPayload: ResolverTypeWrapper<Omit<Types.ExportPersonsPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  ExtendBookingsInput: Types.ExtendBookingsInput;
  FreeBudget: ResolverTypeWrapper<Types.FreeBudget>;
  FreeCapacity: ResolverTypeWrapper<Types.FreeCapacity>;
  FreeResource: ResolverTypeWrapper<Types.FreeResource>;
  FreeSubstitute: ResolverTypeWrapper<Types.FreeSubstitute>;
  FreeSubstitutes: ResolverTypeWrapper<Types.FreeSubstitutes>;
  FreeTime: ResolverTypeWrapper<Types.FreeTime>;
  HoldBookingsInput: Types.HoldBookingsInput;
  HoldLegInput: Types.HoldLegInput;
  Image: ResolverTypeWrapper<ImageParent>;
  ImportBusyCalendarInput: Types.ImportBusyCalendarInput;
  ImportBusyCalendarPayload: ResolverTypeWrapper<Omit<Types.ImportBusyCalendarPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  ImportCooperativeInput: Types.ImportCooperativeInput;
  ImportCooperativePayload: ResolverTypeWrapper<Omit<Types.ImportCooperativePayload, 'cooperative' | 'keptBookings' | 'unplacedBookings' | 'userErrors'> & { cooperative?: Types.Maybe<ResolversTypes['Cooperative']>, keptBookings?: Types.Maybe<Array<ResolversTypes['Booking']>>, unplacedBookings?: Types.Maybe<Array<ResolversTypes['UnplacedBooking']>>, userErrors: Array<ResolversTypes['UserError']> }>;
  ImportCount: ResolverTypeWrapper<Types.ImportCount>;
  Invoicing: ResolverTypeWrapper<Types.Invoicing>;
  InvoicingInput: Types.InvoicingInput;
  LanguageCode: ResolverTypeWrapper<Types.Scalars['LanguageCode']['output']>;
  LocalTime: ResolverTypeWrapper<Types.Scalars['LocalTime']['output']>;
  LocalizedString: ResolverTypeWrapper<Types.LocalizedString>;
  Member: ResolverTypeWrapper<MemberRecord>;
  MemberConnection: ResolverTypeWrapper<Omit<Types.MemberConnection, 'edges'> & { edges: Array<ResolversTypes['MemberEdge']> }>;
  MemberEdge: ResolverTypeWrapper<Omit<Types.MemberEdge, 'node'> & { node?: Types.Maybe<ResolversTypes['Member']> }>;
  MemberField: Types.MemberField;
  MoveBookingsInput: Types.MoveBookingsInput;
  MunicipalityCode: ResolverTypeWrapper<Types.Scalars['MunicipalityCode']['output']>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NotBookableReason: Types.NotBookableReason;
  OpeningHours: ResolverTypeWrapper<Types.OpeningHours>;
  OrderBookingsInput: Types.OrderBookingsInput;
  OrderChannel: Types.OrderChannel;
  OrderDetails: ResolverTypeWrapper<Types.OrderDetails>;
  OrderDetailsInput: Types.OrderDetailsInput;
  OrderState: Types.OrderState;
  PageInfo: ResolverTypeWrapper<Types.PageInfo>;
  PersonalField: ResolverTypeWrapper<Types.PersonalField>;
  PersonalRecord: ResolverTypeWrapper<Types.PersonalRecord>;
  PersonalRecordKind: Types.PersonalRecordKind;
  PostalAddress: ResolverTypeWrapper<Types.PostalAddress>;
  Price: ResolverTypeWrapper<Types.Price>;
  PriceUnit: Types.PriceUnit;
  PublishServiceInput: Types.PublishServiceInput;
  PublishServicePayload: ResolverTypeWrapper<Omit<Types.PublishServicePayload, 'service' | 'userErrors'> & { service?: Types.Maybe<ResolversTypes['Service']>, userErrors: Array<ResolversTypes['UserError']> }>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Quote: ResolverTypeWrapper<Types.Quote>;
  QuoteLine: ResolverTypeWrapper<Types.QuoteLine>;
  ReadBookingsInput: Types.ReadBookingsInput;
  RenewCalendarLinksInput: Types.RenewCalendarLinksInput;
  RenewCalendarLinksPayload: ResolverTypeWrapper<Omit<Types.RenewCalendarLinksPayload, 'userErrors'> & { userErrors: Array<ResolversTypes['UserError']> }>;
  Role: Types.Role;
  Service: ResolverTypeWrapper<ServiceRecord>;
  ServiceKind: Types.ServiceKind;
  SubstituteService: ResolverTypeWrapper<Types.SubstituteService>;
  UnplacedBooking: ResolverTypeWrapper<Omit<Types.UnplacedBooking, 'booking'> & { booking?: Types.Maybe<ResolversTypes['Booking']> }>;
  UpdateMemberSharingInput: Types.UpdateMemberSharingInput;
  UpdateMemberSharingPayload: ResolverTypeWrapper<Omit<Types.UpdateMemberSharingPayload, 'member' | 'userErrors'> & { member?: Types.Maybe<ResolversTypes['Member']>, userErrors: Array<ResolversTypes['UserError']> }>;
  UserError: ResolverTypeWrapper<Refusal>;
  UserErrorCode: Types.UserErrorCode;
  ViewerRole: ResolverTypeWrapper<Types.ViewerRole>;
  WaitingEntry: ResolverTypeWrapper<WaitingRecord>;
  Weekday: Types.Weekday;
  WorkPlace: ResolverTypeWrapper<Types.WorkPlace>;
  WorkPlaceInput: Types.WorkPlaceInput;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  AgreedPriceInput: Types.AgreedPriceInput;
  String: Types.Scalars['String']['output'];
  AuditEntry: Types.AuditEntry;
  ID: Types.Scalars['ID']['output'];
  AuditEntryConnection: Types.AuditEntryConnection;
  AuditEntryEdge: Types.AuditEntryEdge;
  AvailabilityDay: AvailabilityDayParent;
  Int: Types.Scalars['Int']['output'];
  AvailableStart: Types.AvailableStart;
  BookedLeg: BookedLegParent;
  BookedLegsPayload: Omit<Types.BookedLegsPayload, 'legs' | 'userErrors'> & { legs: Array<ResolversParentTypes['BookedLeg']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Booking: BookingRecord;
  Boolean: Types.Scalars['Boolean']['output'];
  BookingActionInput: Types.BookingActionInput;
  BookingConnection: Omit<Types.BookingConnection, 'edges'> & { edges: Array<ResolversParentTypes['BookingEdge']> };
  BookingEdge: Omit<Types.BookingEdge, 'node'> & { node?: Types.Maybe<ResolversParentTypes['Booking']> };
  BookingEvent: BookingEventRecord;
  BookingPayload: Omit<Types.BookingPayload, 'booking' | 'userErrors'> & { booking?: Types.Maybe<ResolversParentTypes['Booking']>, userErrors: Array<ResolversParentTypes['UserError']> };
  BookingRules: Types.BookingRules;
  CalendarLink: Types.CalendarLink;
  CapacitySummary: Types.CapacitySummary;
  CatalogueChange: Omit<Types.CatalogueChange, 'cooperative' | 'service'> & { cooperative?: Types.Maybe<ResolversParentTypes['Cooperative']>, service?: Types.Maybe<ResolversParentTypes['Service']> };
  CatalogueChanges: Omit<Types.CatalogueChanges, 'changes'> & { changes: Array<ResolversParentTypes['CatalogueChange']> };
  ChangeBookingsInput: Types.ChangeBookingsInput;
  ChangeLegInput: Types.ChangeLegInput;
  CompleteBookingInput: Types.CompleteBookingInput;
  ConfirmBookingsInput: Types.ConfirmBookingsInput;
  Contact: Types.Contact;
  Cooperative: CooperativeRecord;
  Coordinates: Types.Coordinates;
  Float: Types.Scalars['Float']['output'];
  CountryCode: Types.Scalars['CountryCode']['output'];
  CpvCode: Types.Scalars['CpvCode']['output'];
  Customer: CustomerRecord;
  CustomerInput: Types.CustomerInput;
  Date: Types.Scalars['Date']['output'];
  DateTime: Types.Scalars['DateTime']['output'];
  EnrolBookingsInput: Types.EnrolBookingsInput;
  ErasePersonsInput: Types.ErasePersonsInput;
  ErasePersonsPayload: Omit<Types.ErasePersonsPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  ErasureInput: Types.ErasureInput;
  Evidence: Types.Evidence;
  ExportPersonsInput: Types.ExportPersonsInput;
  ExportPersonsPayload: Omit<Types.ExportPersonsPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  ExtendBookingsInput: Types.ExtendBookingsInput;
  FreeBudget: Types.FreeBudget;
  FreeCapacity: Types.FreeCapacity;
  FreeResource: Types.FreeResource;
  FreeSubstitute: Types.FreeSubstitute;
  FreeSubstitutes: Types.FreeSubstitutes;
  FreeTime: Types.FreeTime;
  HoldBookingsInput: Types.HoldBookingsInput;
  HoldLegInput: Types.HoldLegInput;
  Image: ImageParent;
  ImportBusyCalendarInput: Types.ImportBusyCalendarInput;
  ImportBusyCalendarPayload: Omit<Types.ImportBusyCalendarPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  ImportCooperativeInput: Types.ImportCooperativeInput;
  ImportCooperativePayload: Omit<Types.ImportCooperativePayload, 'cooperative' | 'keptBookings' | 'unplacedBookings' | 'userErrors'> & { cooperative?: Types.Maybe<ResolversParentTypes['Cooperative']>, keptBookings?: Types.Maybe<Array<ResolversParentTypes['Booking']>>, unplacedBookings?: Types.Maybe<Array<ResolversParentTypes['UnplacedBooking']>>, userErrors: Array<ResolversParentTypes['UserError']> };
  ImportCount: Types.ImportCount;
  Invoicing: Types.Invoicing;
  InvoicingInput: Types.InvoicingInput;
  LanguageCode: Types.Scalars['LanguageCode']['output'];
  LocalTime: Types.Scalars['LocalTime']['output'];
  LocalizedString: Types.LocalizedString;
  Member: MemberRecord;
  MemberConnection: Omit<Types.MemberConnection, 'edges'> & { edges: Array<ResolversParentTypes['MemberEdge']> };
  MemberEdge: Omit<Types.MemberEdge, 'node'> & { node?: Types.Maybe<ResolversParentTypes['Member']> };
  MoveBookingsInput: Types.MoveBookingsInput;
  MunicipalityCode: Types.Scalars['MunicipalityCode']['output'];
  Mutation: Record<PropertyKey, never>;
  OpeningHours: Types.OpeningHours;
  OrderBookingsInput: Types.OrderBookingsInput;
  OrderDetails: Types.OrderDetails;
  OrderDetailsInput: Types.OrderDetailsInput;
  PageInfo: Types.PageInfo;
  PersonalField: Types.PersonalField;
  PersonalRecord: Types.PersonalRecord;
  PostalAddress: Types.PostalAddress;
  Price: Types.Price;
  PublishServiceInput: Types.PublishServiceInput;
  PublishServicePayload: Omit<Types.PublishServicePayload, 'service' | 'userErrors'> & { service?: Types.Maybe<ResolversParentTypes['Service']>, userErrors: Array<ResolversParentTypes['UserError']> };
  Query: Record<PropertyKey, never>;
  Quote: Types.Quote;
  QuoteLine: Types.QuoteLine;
  ReadBookingsInput: Types.ReadBookingsInput;
  RenewCalendarLinksInput: Types.RenewCalendarLinksInput;
  RenewCalendarLinksPayload: Omit<Types.RenewCalendarLinksPayload, 'userErrors'> & { userErrors: Array<ResolversParentTypes['UserError']> };
  Service: ServiceRecord;
  SubstituteService: Types.SubstituteService;
  UnplacedBooking: Omit<Types.UnplacedBooking, 'booking'> & { booking?: Types.Maybe<ResolversParentTypes['Booking']> };
  UpdateMemberSharingInput: Types.UpdateMemberSharingInput;
  UpdateMemberSharingPayload: Omit<Types.UpdateMemberSharingPayload, 'member' | 'userErrors'> & { member?: Types.Maybe<ResolversParentTypes['Member']>, userErrors: Array<ResolversParentTypes['UserError']> };
  UserError: Refusal;
  ViewerRole: Types.ViewerRole;
  WaitingEntry: WaitingRecord;
  WorkPlace: Types.WorkPlace;
  WorkPlaceInput: Types.WorkPlaceInput;
};

export type AuditEntryResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['AuditEntry'] = ResolversParentTypes['AuditEntry']> = {
  act?: Resolver<ResolversTypes['AuditAct'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  fields?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  process?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  record?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  roles?: Resolver<Array<ResolversTypes['ViewerRole']>, ParentType, ContextType>;
  subject?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type AuditEntryConnectionResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['AuditEntryConnection'] = ResolversParentTypes['AuditEntryConnection']> = {
  edges?: Resolver<Array<ResolversTypes['AuditEntryEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type AuditEntryEdgeResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['AuditEntryEdge'] = ResolversParentTypes['AuditEntryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['AuditEntry']>, ParentType, ContextType>;
};

export type AvailabilityDayResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['AvailabilityDay'] = ResolversParentTypes['AvailabilityDay']> = {
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  freeMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  holiday?: Resolver<Types.Maybe<ResolversTypes['LocalizedString']>, ParentType, ContextType, Partial<Types.AvailabilityDayHolidayArgs>>;
  starts?: Resolver<Array<ResolversTypes['AvailableStart']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AvailabilityStatus'], ParentType, ContextType>;
};

export type AvailableStartResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['AvailableStart'] = ResolversParentTypes['AvailableStart']> = {
  places?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  time?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type BookedLegResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['BookedLeg'] = ResolversParentTypes['BookedLeg']> = {
  bookings?: Resolver<Array<ResolversTypes['Booking']>, ParentType, ContextType>;
  expiresAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  leg?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  quote?: Resolver<ResolversTypes['Quote'], ParentType, ContextType>;
  service?: Resolver<ResolversTypes['Service'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['BookingState'], ParentType, ContextType>;
  waitingPosition?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type BookedLegsPayloadResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['BookedLegsPayload'] = ResolversParentTypes['BookedLegsPayload']> = {
  legs?: Resolver<Array<ResolversTypes['BookedLeg']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type BookingResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Booking'] = ResolversParentTypes['Booking'], FederationReferenceType extends FederationReferenceTypes['Booking'] = FederationReferenceTypes['Booking']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Booking']> | FederationReferenceType, FederationReferenceType, ContextType>;
  agreedByPhone?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  customer?: Resolver<Types.Maybe<ResolversTypes['Customer']>, ParentType, ContextType>;
  deliveredMinutes?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  expiresAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  history?: Resolver<Array<ResolversTypes['BookingEvent']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  orderReference?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  service?: Resolver<Types.Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['BookingState'], ParentType, ContextType>;
};

export type BookingConnectionResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['BookingConnection'] = ResolversParentTypes['BookingConnection']> = {
  edges?: Resolver<Array<ResolversTypes['BookingEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type BookingEdgeResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['BookingEdge'] = ResolversParentTypes['BookingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Booking']>, ParentType, ContextType>;
};

export type BookingEventResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['BookingEvent'] = ResolversParentTypes['BookingEvent']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['BookingEventKind'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type BookingPayloadResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['BookingPayload'] = ResolversParentTypes['BookingPayload']> = {
  booking?: Resolver<Types.Maybe<ResolversTypes['Booking']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type BookingRulesResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['BookingRules'] = ResolversParentTypes['BookingRules']> = {
  courseMinutes?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  gridMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  leadTimeMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  openingHours?: Resolver<Array<ResolversTypes['OpeningHours']>, ParentType, ContextType>;
};

export type CalendarLinkResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['CalendarLink'] = ResolversParentTypes['CalendarLink']> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  resourceId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type CapacitySummaryResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['CapacitySummary'] = ResolversParentTypes['CapacitySummary']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  longestMinutes?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  minMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type CatalogueChangeResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['CatalogueChange'] = ResolversParentTypes['CatalogueChange']> = {
  cooperative?: Resolver<Types.Maybe<ResolversTypes['Cooperative']>, ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  service?: Resolver<Types.Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
  withdrawnAt?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type CatalogueChangesResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['CatalogueChanges'] = ResolversParentTypes['CatalogueChanges']> = {
  changes?: Resolver<Array<ResolversTypes['CatalogueChange']>, ParentType, ContextType>;
  epoch?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  hasMore?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ContactResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact']> = {
  email?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type CooperativeResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Cooperative'] = ResolversParentTypes['Cooperative'], FederationReferenceType extends FederationReferenceTypes['Cooperative'] = FederationReferenceTypes['Cooperative']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Cooperative']> | FederationReferenceType, FederationReferenceType, ContextType>;
  address?: Resolver<Types.Maybe<ResolversTypes['PostalAddress']>, ParentType, ContextType>;
  auditEntries?: Resolver<Types.Maybe<ResolversTypes['AuditEntryConnection']>, ParentType, ContextType, RequireFields<Types.CooperativeAuditEntriesArgs, 'first' | 'from'>>;
  bookings?: Resolver<Types.Maybe<ResolversTypes['BookingConnection']>, ParentType, ContextType, RequireFields<Types.CooperativeBookingsArgs, 'first' | 'from'>>;
  businessId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  calendarLinks?: Resolver<Types.Maybe<Array<ResolversTypes['CalendarLink']>>, ParentType, ContextType, Partial<Types.CooperativeCalendarLinksArgs>>;
  contact?: Resolver<Types.Maybe<ResolversTypes['Contact']>, ParentType, ContextType>;
  coordinates?: Resolver<Types.Maybe<ResolversTypes['Coordinates']>, ParentType, ContextType>;
  country?: Resolver<ResolversTypes['CountryCode'], ParentType, ContextType>;
  description?: Resolver<Types.Maybe<ResolversTypes['LocalizedString']>, ParentType, ContextType, Partial<Types.CooperativeDescriptionArgs>>;
  evidence?: Resolver<Array<ResolversTypes['Evidence']>, ParentType, ContextType>;
  freeCapacity?: Resolver<Types.Maybe<ResolversTypes['FreeCapacity']>, ParentType, ContextType, RequireFields<Types.CooperativeFreeCapacityArgs, 'from' | 'serviceIds' | 'to'>>;
  freeSubstitutes?: Resolver<Types.Maybe<ResolversTypes['FreeSubstitutes']>, ParentType, ContextType, RequireFields<Types.CooperativeFreeSubstitutesArgs, 'from' | 'to'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['LanguageCode']>, ParentType, ContextType>;
  logo?: Resolver<Types.Maybe<ResolversTypes['Image']>, ParentType, ContextType>;
  members?: Resolver<Types.Maybe<ResolversTypes['MemberConnection']>, ParentType, ContextType, RequireFields<Types.CooperativeMembersArgs, 'first'>>;
  municipality?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  serves?: Resolver<Array<ResolversTypes['MunicipalityCode']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  waitingList?: Resolver<Types.Maybe<Array<ResolversTypes['WaitingEntry']>>, ParentType, ContextType, Partial<Types.CooperativeWaitingListArgs>>;
};

export type CoordinatesResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Coordinates'] = ResolversParentTypes['Coordinates']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export interface CountryCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CountryCode'], any> {
  name: 'CountryCode';
}

export interface CpvCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['CpvCode'], any> {
  name: 'CpvCode';
}

export type CustomerResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Customer'] = ResolversParentTypes['Customer']> = {
  details?: Resolver<Types.Maybe<ResolversTypes['OrderDetails']>, ParentType, ContextType>;
  email?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type ErasePersonsPayloadResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['ErasePersonsPayload'] = ResolversParentTypes['ErasePersonsPayload']> = {
  done?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  unsent?: Resolver<Types.Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type EvidenceResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  disadvantagedShare?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  grade?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issuer?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scheme?: Resolver<ResolversTypes['EvidenceScheme'], ParentType, ContextType>;
  validFrom?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type ExportPersonsPayloadResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['ExportPersonsPayload'] = ResolversParentTypes['ExportPersonsPayload']> = {
  records?: Resolver<Array<ResolversTypes['PersonalRecord']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type FreeBudgetResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['FreeBudget'] = ResolversParentTypes['FreeBudget']> = {
  minutes?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  serviceIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type FreeCapacityResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['FreeCapacity'] = ResolversParentTypes['FreeCapacity']> = {
  budgets?: Resolver<Array<ResolversTypes['FreeBudget']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  resources?: Resolver<Array<ResolversTypes['FreeResource']>, ParentType, ContextType>;
};

export type FreeResourceResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['FreeResource'] = ResolversParentTypes['FreeResource']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minutes?: Resolver<Array<ResolversTypes['Int']>, ParentType, ContextType>;
  serviceIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type FreeSubstituteResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['FreeSubstitute'] = ResolversParentTypes['FreeSubstitute']> = {
  free?: Resolver<Array<ResolversTypes['FreeTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['LanguageCode']>, ParentType, ContextType>;
  minutes?: Resolver<Types.Maybe<Array<ResolversTypes['Int']>>, ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  radiusKm?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  serviceIds?: Resolver<Array<ResolversTypes['ID']>, ParentType, ContextType>;
  skills?: Resolver<Array<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FreeSubstitutesResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['FreeSubstitutes'] = ResolversParentTypes['FreeSubstitutes']> = {
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  services?: Resolver<Array<ResolversTypes['SubstituteService']>, ParentType, ContextType>;
  substitutes?: Resolver<Array<ResolversTypes['FreeSubstitute']>, ParentType, ContextType>;
  timeZone?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FreeTimeResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['FreeTime'] = ResolversParentTypes['FreeTime']> = {
  from?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  takenFrom?: Resolver<Types.Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type ImageResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Image'] = ResolversParentTypes['Image']> = {
  alt?: Resolver<Types.Maybe<ResolversTypes['LocalizedString']>, ParentType, ContextType, Partial<Types.ImageAltArgs>>;
  url?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImportBusyCalendarPayloadResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['ImportBusyCalendarPayload'] = ResolversParentTypes['ImportBusyCalendarPayload']> = {
  closures?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  conflictingBookings?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ImportCooperativePayloadResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['ImportCooperativePayload'] = ResolversParentTypes['ImportCooperativePayload']> = {
  changes?: Resolver<Array<ResolversTypes['ImportCount']>, ParentType, ContextType>;
  cooperative?: Resolver<Types.Maybe<ResolversTypes['Cooperative']>, ParentType, ContextType>;
  keptBookingCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  keptBookings?: Resolver<Types.Maybe<Array<ResolversTypes['Booking']>>, ParentType, ContextType>;
  unplacedBookingCount?: Resolver<Types.Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unplacedBookings?: Resolver<Types.Maybe<Array<ResolversTypes['UnplacedBooking']>>, ParentType, ContextType>;
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

export type InvoicingResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Invoicing'] = ResolversParentTypes['Invoicing']> = {
  eInvoiceAddress?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  operator?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export interface LanguageCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LanguageCode'], any> {
  name: 'LanguageCode';
}

export interface LocalTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['LocalTime'], any> {
  name: 'LocalTime';
}

export type LocalizedStringResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['LocalizedString'] = ResolversParentTypes['LocalizedString']> = {
  language?: Resolver<ResolversTypes['LanguageCode'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MemberResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Member'] = ResolversParentTypes['Member'], FederationReferenceType extends FederationReferenceTypes['Member'] = FederationReferenceTypes['Member']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Member']> | FederationReferenceType, FederationReferenceType, ContextType>;
  email?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  languages?: Resolver<Types.Maybe<Array<ResolversTypes['LanguageCode']>>, ParentType, ContextType>;
  name?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MemberConnectionResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['MemberConnection'] = ResolversParentTypes['MemberConnection']> = {
  edges?: Resolver<Array<ResolversTypes['MemberEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MemberEdgeResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['MemberEdge'] = ResolversParentTypes['MemberEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Types.Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
};

export interface MunicipalityCodeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['MunicipalityCode'], any> {
  name: 'MunicipalityCode';
}

export type MutationResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  cancelBookings?: Resolver<Types.Maybe<ResolversTypes['BookedLegsPayload']>, ParentType, ContextType, RequireFields<Types.MutationCancelBookingsArgs, 'input'>>;
  changeBookings?: Resolver<Types.Maybe<ResolversTypes['BookedLegsPayload']>, ParentType, ContextType, RequireFields<Types.MutationChangeBookingsArgs, 'input'>>;
  completeBooking?: Resolver<Types.Maybe<ResolversTypes['BookingPayload']>, ParentType, ContextType, RequireFields<Types.MutationCompleteBookingArgs, 'input'>>;
  confirmBookings?: Resolver<Types.Maybe<ResolversTypes['BookedLegsPayload']>, ParentType, ContextType, RequireFields<Types.MutationConfirmBookingsArgs, 'input'>>;
  declineBooking?: Resolver<Types.Maybe<ResolversTypes['BookingPayload']>, ParentType, ContextType, RequireFields<Types.MutationDeclineBookingArgs, 'input'>>;
  enrolBookings?: Resolver<Types.Maybe<ResolversTypes['BookedLegsPayload']>, ParentType, ContextType, RequireFields<Types.MutationEnrolBookingsArgs, 'input'>>;
  erasePersons?: Resolver<Types.Maybe<ResolversTypes['ErasePersonsPayload']>, ParentType, ContextType, RequireFields<Types.MutationErasePersonsArgs, 'input'>>;
  exportPersons?: Resolver<Types.Maybe<ResolversTypes['ExportPersonsPayload']>, ParentType, ContextType, RequireFields<Types.MutationExportPersonsArgs, 'input'>>;
  extendBookings?: Resolver<Types.Maybe<ResolversTypes['BookedLegsPayload']>, ParentType, ContextType, RequireFields<Types.MutationExtendBookingsArgs, 'input'>>;
  holdBookings?: Resolver<Types.Maybe<ResolversTypes['BookedLegsPayload']>, ParentType, ContextType, RequireFields<Types.MutationHoldBookingsArgs, 'input'>>;
  importBusyCalendar?: Resolver<Types.Maybe<ResolversTypes['ImportBusyCalendarPayload']>, ParentType, ContextType, RequireFields<Types.MutationImportBusyCalendarArgs, 'input'>>;
  importCooperative?: Resolver<Types.Maybe<ResolversTypes['ImportCooperativePayload']>, ParentType, ContextType, RequireFields<Types.MutationImportCooperativeArgs, 'input'>>;
  moveBookings?: Resolver<Types.Maybe<ResolversTypes['BookedLegsPayload']>, ParentType, ContextType, RequireFields<Types.MutationMoveBookingsArgs, 'input'>>;
  publishService?: Resolver<Types.Maybe<ResolversTypes['PublishServicePayload']>, ParentType, ContextType, RequireFields<Types.MutationPublishServiceArgs, 'input'>>;
  readBookings?: Resolver<Types.Maybe<ResolversTypes['BookedLegsPayload']>, ParentType, ContextType, RequireFields<Types.MutationReadBookingsArgs, 'input'>>;
  recordNoShow?: Resolver<Types.Maybe<ResolversTypes['BookingPayload']>, ParentType, ContextType, RequireFields<Types.MutationRecordNoShowArgs, 'input'>>;
  releaseBookings?: Resolver<Types.Maybe<ResolversTypes['BookedLegsPayload']>, ParentType, ContextType, RequireFields<Types.MutationReleaseBookingsArgs, 'input'>>;
  renewCalendarLinks?: Resolver<Types.Maybe<ResolversTypes['RenewCalendarLinksPayload']>, ParentType, ContextType, RequireFields<Types.MutationRenewCalendarLinksArgs, 'input'>>;
  startBooking?: Resolver<Types.Maybe<ResolversTypes['BookingPayload']>, ParentType, ContextType, RequireFields<Types.MutationStartBookingArgs, 'input'>>;
  updateMemberSharing?: Resolver<Types.Maybe<ResolversTypes['UpdateMemberSharingPayload']>, ParentType, ContextType, RequireFields<Types.MutationUpdateMemberSharingArgs, 'input'>>;
};

export type OpeningHoursResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['OpeningHours'] = ResolversParentTypes['OpeningHours']> = {
  from?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['LocalTime'], ParentType, ContextType>;
  validFrom?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  validTo?: Resolver<Types.Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  weekday?: Resolver<ResolversTypes['Weekday'], ParentType, ContextType>;
};

export type OrderDetailsResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['OrderDetails'] = ResolversParentTypes['OrderDetails']> = {
  invoicing?: Resolver<Types.Maybe<ResolversTypes['Invoicing']>, ParentType, ContextType>;
  language?: Resolver<Types.Maybe<ResolversTypes['LanguageCode']>, ParentType, ContextType>;
  place?: Resolver<Types.Maybe<ResolversTypes['WorkPlace']>, ParentType, ContextType>;
  reference?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  wish?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonalFieldResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['PersonalField'] = ResolversParentTypes['PersonalField']> = {
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PersonalRecordResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['PersonalRecord'] = ResolversParentTypes['PersonalRecord']> = {
  fields?: Resolver<Array<ResolversTypes['PersonalField']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['PersonalRecordKind'], ParentType, ContextType>;
};

export type PostalAddressResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['PostalAddress'] = ResolversParentTypes['PostalAddress']> = {
  locality?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  street?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PriceResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Price'] = ResolversParentTypes['Price']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vatRate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PublishServicePayloadResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['PublishServicePayload'] = ResolversParentTypes['PublishServicePayload']> = {
  service?: Resolver<Types.Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  catalogueChanges?: Resolver<Types.Maybe<ResolversTypes['CatalogueChanges']>, ParentType, ContextType, RequireFields<Types.QueryCatalogueChangesArgs, 'first' | 'since'>>;
};

export type QuoteResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Quote'] = ResolversParentTypes['Quote']> = {
  currency?: Resolver<ResolversTypes['CurrencyCode'], ParentType, ContextType>;
  gross?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  lines?: Resolver<Array<ResolversTypes['QuoteLine']>, ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QuoteLineResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['QuoteLine'] = ResolversParentTypes['QuoteLine']> = {
  gross?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  net?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['PriceUnit'], ParentType, ContextType>;
  unitNet?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  units?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vat?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vatRate?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RenewCalendarLinksPayloadResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['RenewCalendarLinksPayload'] = ResolversParentTypes['RenewCalendarLinksPayload']> = {
  links?: Resolver<Array<ResolversTypes['CalendarLink']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ServiceResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['Service'] = ResolversParentTypes['Service'], FederationReferenceType extends FederationReferenceTypes['Service'] = FederationReferenceTypes['Service']> = {
  __resolveReference?: ReferenceResolver<Types.Maybe<ResolversTypes['Service']> | FederationReferenceType, FederationReferenceType, ContextType>;
  availability?: Resolver<Types.Maybe<Array<ResolversTypes['AvailabilityDay']>>, ParentType, ContextType, RequireFields<Types.ServiceAvailabilityArgs, 'from' | 'to'>>;
  booking?: Resolver<Types.Maybe<ResolversTypes['BookingRules']>, ParentType, ContextType>;
  capacity?: Resolver<Types.Maybe<ResolversTypes['CapacitySummary']>, ParentType, ContextType>;
  cpv?: Resolver<Array<ResolversTypes['CpvCode']>, ParentType, ContextType>;
  description?: Resolver<Types.Maybe<ResolversTypes['LocalizedString']>, ParentType, ContextType, Partial<Types.ServiceDescriptionArgs>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  images?: Resolver<Array<ResolversTypes['Image']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ServiceKind'], ParentType, ContextType>;
  languages?: Resolver<Array<ResolversTypes['LanguageCode']>, ParentType, ContextType>;
  municipalities?: Resolver<Array<ResolversTypes['MunicipalityCode']>, ParentType, ContextType>;
  notBookableBecause?: Resolver<Types.Maybe<ResolversTypes['NotBookableReason']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Price'], ParentType, ContextType>;
  published?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  quote?: Resolver<Types.Maybe<ResolversTypes['Quote']>, ParentType, ContextType, RequireFields<Types.ServiceQuoteArgs, 'minutes' | 'quantity' | 'start'>>;
  title?: Resolver<ResolversTypes['LocalizedString'], ParentType, ContextType, Partial<Types.ServiceTitleArgs>>;
  unit?: Resolver<ResolversTypes['PriceUnit'], ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type SubstituteServiceResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['SubstituteService'] = ResolversParentTypes['SubstituteService']> = {
  bufferMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  earliestStart?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  gridMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  minMinutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  minutes?: Resolver<Types.Maybe<Array<ResolversTypes['Int']>>, ParentType, ContextType>;
  municipalities?: Resolver<Array<ResolversTypes['MunicipalityCode']>, ParentType, ContextType>;
  price?: Resolver<ResolversTypes['Price'], ParentType, ContextType>;
  unit?: Resolver<ResolversTypes['PriceUnit'], ParentType, ContextType>;
  waitedFor?: Resolver<Array<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type UnplacedBookingResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['UnplacedBooking'] = ResolversParentTypes['UnplacedBooking']> = {
  booking?: Resolver<Types.Maybe<ResolversTypes['Booking']>, ParentType, ContextType>;
  lost?: Resolver<ResolversTypes['BookingLoss'], ParentType, ContextType>;
};

export type UpdateMemberSharingPayloadResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['UpdateMemberSharingPayload'] = ResolversParentTypes['UpdateMemberSharingPayload']> = {
  member?: Resolver<Types.Maybe<ResolversTypes['Member']>, ParentType, ContextType>;
  userErrors?: Resolver<Array<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  alternatives?: Resolver<Types.Maybe<Array<ResolversTypes['DateTime']>>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  field?: Resolver<Types.Maybe<Array<ResolversTypes['String']>>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retry?: Resolver<Types.Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ViewerRoleResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['ViewerRole'] = ResolversParentTypes['ViewerRole']> = {
  organisation?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['Role'], ParentType, ContextType>;
};

export type WaitingEntryResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['WaitingEntry'] = ResolversParentTypes['WaitingEntry']> = {
  minutes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  orderReference?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quantity?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  service?: Resolver<Types.Maybe<ResolversTypes['Service']>, ParentType, ContextType>;
  since?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type WorkPlaceResolvers<ContextType = CooperativeContext, ParentType extends ResolversParentTypes['WorkPlace'] = ResolversParentTypes['WorkPlace']> = {
  accessNote?: Resolver<Types.Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  latitude?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  longitude?: Resolver<Types.Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  municipality?: Resolver<ResolversTypes['MunicipalityCode'], ParentType, ContextType>;
  postalCode?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  street?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type Resolvers<ContextType = CooperativeContext> = {
  AuditEntry?: AuditEntryResolvers<ContextType>;
  AuditEntryConnection?: AuditEntryConnectionResolvers<ContextType>;
  AuditEntryEdge?: AuditEntryEdgeResolvers<ContextType>;
  AvailabilityDay?: AvailabilityDayResolvers<ContextType>;
  AvailableStart?: AvailableStartResolvers<ContextType>;
  BookedLeg?: BookedLegResolvers<ContextType>;
  BookedLegsPayload?: BookedLegsPayloadResolvers<ContextType>;
  Booking?: BookingResolvers<ContextType>;
  BookingConnection?: BookingConnectionResolvers<ContextType>;
  BookingEdge?: BookingEdgeResolvers<ContextType>;
  BookingEvent?: BookingEventResolvers<ContextType>;
  BookingPayload?: BookingPayloadResolvers<ContextType>;
  BookingRules?: BookingRulesResolvers<ContextType>;
  CalendarLink?: CalendarLinkResolvers<ContextType>;
  CapacitySummary?: CapacitySummaryResolvers<ContextType>;
  CatalogueChange?: CatalogueChangeResolvers<ContextType>;
  CatalogueChanges?: CatalogueChangesResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  Cooperative?: CooperativeResolvers<ContextType>;
  Coordinates?: CoordinatesResolvers<ContextType>;
  CountryCode?: GraphQLScalarType;
  CpvCode?: GraphQLScalarType;
  Customer?: CustomerResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  ErasePersonsPayload?: ErasePersonsPayloadResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  ExportPersonsPayload?: ExportPersonsPayloadResolvers<ContextType>;
  FreeBudget?: FreeBudgetResolvers<ContextType>;
  FreeCapacity?: FreeCapacityResolvers<ContextType>;
  FreeResource?: FreeResourceResolvers<ContextType>;
  FreeSubstitute?: FreeSubstituteResolvers<ContextType>;
  FreeSubstitutes?: FreeSubstitutesResolvers<ContextType>;
  FreeTime?: FreeTimeResolvers<ContextType>;
  Image?: ImageResolvers<ContextType>;
  ImportBusyCalendarPayload?: ImportBusyCalendarPayloadResolvers<ContextType>;
  ImportCooperativePayload?: ImportCooperativePayloadResolvers<ContextType>;
  ImportCount?: ImportCountResolvers<ContextType>;
  Invoicing?: InvoicingResolvers<ContextType>;
  LanguageCode?: GraphQLScalarType;
  LocalTime?: GraphQLScalarType;
  LocalizedString?: LocalizedStringResolvers<ContextType>;
  Member?: MemberResolvers<ContextType>;
  MemberConnection?: MemberConnectionResolvers<ContextType>;
  MemberEdge?: MemberEdgeResolvers<ContextType>;
  MunicipalityCode?: GraphQLScalarType;
  Mutation?: MutationResolvers<ContextType>;
  OpeningHours?: OpeningHoursResolvers<ContextType>;
  OrderDetails?: OrderDetailsResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  PersonalField?: PersonalFieldResolvers<ContextType>;
  PersonalRecord?: PersonalRecordResolvers<ContextType>;
  PostalAddress?: PostalAddressResolvers<ContextType>;
  Price?: PriceResolvers<ContextType>;
  PublishServicePayload?: PublishServicePayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Quote?: QuoteResolvers<ContextType>;
  QuoteLine?: QuoteLineResolvers<ContextType>;
  RenewCalendarLinksPayload?: RenewCalendarLinksPayloadResolvers<ContextType>;
  Service?: ServiceResolvers<ContextType>;
  SubstituteService?: SubstituteServiceResolvers<ContextType>;
  UnplacedBooking?: UnplacedBookingResolvers<ContextType>;
  UpdateMemberSharingPayload?: UpdateMemberSharingPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  ViewerRole?: ViewerRoleResolvers<ContextType>;
  WaitingEntry?: WaitingEntryResolvers<ContextType>;
  WorkPlace?: WorkPlaceResolvers<ContextType>;
};

