import { MINUTE_MS } from '../../../shared/words/dates.js';
import type {
  ChangeBookingsInput,
  ConfirmBookingsInput,
  EnrolBookingsInput,
  ExtendBookingsInput,
  HoldBookingsInput,
  MoveBookingsInput,
  OrderBookingsInput,
  ReadBookingsInput,
} from '../../schema.generated.js';
import { legsOf } from '../decide/booked-legs.js';
import type { Answer, BookingCommand, LegsDecision } from '../decide/booking-command.js';
import type { BookingDesk } from '../desk/booking-desk.js';
import { decideChange } from '../decide/decide-change.js';
import { decideEnrol } from '../decide/decide-enrol.js';
import { decideHold } from '../decide/decide-hold.js';
import { decideMove, type LegChange } from '../decide/decide-move.js';
import {
  decideCancel,
  decideConfirm,
  decideExtend,
  decideRelease,
} from '../decide/decide-order.js';
import { readDetails } from '../../../shared/order-details/read-details.js';
import { hashInput } from './hash-input.js';
import {
  firstOf,
  refuseCustomer,
  type ForCustomer,
  refuseHoldMinutes,
  refuseLegNumbers,
  refuseStranger,
  refuseText,
} from './input-checks.js';
import { faultOfAmounts, localIdOf, type LegRequest } from '../decide/leg-checks.js';
import type { Ledger } from '../rules/ledger.js';
import type { CustomerRecord } from '../../store/booking-records.js';
import type { Refusal } from '../rules/refusal.js';
import type { Rulebook } from '../rules/rulebook.js';
import {
  NOTHING,
  scopeOfLeg,
  scopeOfRows,
  unite,
  type Scope,
  type Time,
  type Rows,
} from '../rules/scope.js';

/** An answer about legs. Nothing is in it where the command was refused. */
export type LegsAnswer = Answer<LegsDecision>;

/** What every command on an order names. */
interface OrderInput {
  readonly idempotencyKey: string;
  readonly cooperative: string;
  readonly orderId: string;
}

type LegNumbers = readonly number[] | null | undefined;

/** What the network's booking process commands. Who may is checked before. */
export class BookingCommands {
  constructor(
    private readonly cooperativeId: string,
    private readonly desk: BookingDesk,
  ) {}

  async hold(input: HoldBookingsInput): Promise<LegsAnswer> {
    const { orderId, orderReference, municipality, holdMinutes, legs } = input;
    const fault = firstOf(
      this.refuse(input),
      refuseText(orderReference, 'orderReference'),
      refuseHoldMinutes(holdMinutes),
      refuseLegNumbers(legs),
    );
    if (fault) return refused(fault);
    const isEachForItself = input.isEachForItself ?? false;
    const request = {
      ...{ orderId, orderReference, municipality, holdMinutes, isEachForItself, legs },
      isAgreed: input.agreedByPhone ?? false,
    };
    const command = this.command(
      'hold',
      input,
      (ledger) => decideHold(this.cooperativeId, ledger, request),
      (rulebook) => this.scopeOfLegs(rulebook, legs),
    );
    return input.dryRun ? this.desk.rehearse(command) : this.desk.execute(command);
  }

  async enrol(input: EnrolBookingsInput): Promise<LegsAnswer> {
    const { orderId, orderReference, leg } = input;
    const fault = firstOf(
      this.refuse(input),
      refuseText(orderReference, 'orderReference'),
      refuseCustomer(input),
      refuseLegNumbers([leg]),
    );
    if (fault) return refused(fault);
    const request = { orderId, orderReference, customer: customerRecord(input), leg };
    const command = this.command(
      'enrol',
      input,
      (ledger) => decideEnrol(this.cooperativeId, ledger, request),
      (rulebook) => this.scopeOfLegs(rulebook, [leg]),
    );
    return this.desk.execute(command);
  }

  async confirm(input: ConfirmBookingsInput): Promise<LegsAnswer> {
    const fault = firstOf(this.refuse(input), refuseCustomer(input));
    if (fault) return refused(fault);
    const customer = customerRecord(input);
    const request = { ...namedLegs(input), customer };
    const command = this.command('confirm', input, (ledger) => decideConfirm(ledger, request));
    return this.desk.execute(command);
  }

  async extend(input: ExtendBookingsInput): Promise<LegsAnswer> {
    const fault = firstOf(this.refuse(input), refuseHoldMinutes(input.holdMinutes));
    if (fault) return refused(fault);
    const command = this.command('extend', input, (ledger) => decideExtend(ledger, input));
    return this.desk.execute(command);
  }

  async release(input: OrderBookingsInput): Promise<LegsAnswer> {
    const fault = this.refuse(input);
    if (fault) return refused(fault);
    const request = namedLegs(input);
    const command = this.command('release', input, (ledger) => decideRelease(ledger, request));
    return this.desk.execute(command);
  }

  async cancel(input: OrderBookingsInput): Promise<LegsAnswer> {
    const fault = this.refuse(input);
    if (fault) return refused(fault);
    const request = namedLegs(input);
    const command = this.command('cancel', input, (ledger) => decideCancel(ledger, request));
    return this.desk.execute(command);
  }

  async move(input: MoveBookingsInput): Promise<LegsAnswer> {
    const fault = this.refuse(input);
    if (fault) return refused(fault);
    const command = this.command(
      'move',
      input,
      (ledger) => decideMove(ledger, input),
      (rulebook, own) => scopeOfChanges(rulebook, own, [input]),
    );
    return this.desk.execute(command);
  }

  async change(input: ChangeBookingsInput): Promise<LegsAnswer> {
    const { orderId, legs } = input;
    const fault = firstOf(this.refuse(input), refuseLegNumbers(legs));
    if (fault) return refused(fault);
    const request = { orderId, isEachForItself: input.isEachForItself ?? false, legs };
    const command = this.command(
      'change',
      input,
      (ledger) => decideChange(ledger, request),
      (rulebook, own) => scopeOfChanges(rulebook, own, legs),
    );
    return input.dryRun ? this.desk.rehearse(command) : this.desk.execute(command);
  }

  /** The legs of an order as they stand. Four queries. */
  async read({ cooperative, orderId }: ReadBookingsInput): Promise<LegsAnswer> {
    const fault = refuseStranger(this.cooperativeId, cooperative, 'cooperative');
    if (fault) return refused(fault);
    const ledger = await this.desk.viewOrder(orderId);
    return { legs: legsOf(ledger, orderId), userErrors: [] };
  }

  /** @param scopeOf - Where it takes or frees places; where its order has some, when absent. */
  private command(
    name: string,
    input: OrderInput,
    decide: (ledger: Ledger) => LegsDecision,
    scopeOf: BookingCommand<LegsDecision>['scopeOf'] = scopeOfRows,
  ): BookingCommand<LegsDecision> {
    const { idempotencyKey, orderId } = input;
    return {
      record: { key: idempotencyKey, hash: hashInput(name, input) },
      orderId,
      bookingId: null,
      canComeLater: name === 'hold' || name === 'enrol',
      refuse: refused,
      scopeOf,
      decide,
    };
  }

  private refuse({ cooperative, idempotencyKey, orderId }: OrderInput): Refusal | null {
    return firstOf(
      refuseStranger(this.cooperativeId, cooperative, 'cooperative'),
      refuseText(idempotencyKey, 'idempotencyKey'),
      refuseText(orderId, 'orderId'),
    );
  }

  /** Where legs are asked for; those that will be refused whatever is booked want nothing. */
  private scopeOfLegs(rulebook: Rulebook, legs: readonly LegRequest[]): Scope {
    const scopes = legs.flatMap(({ serviceId, resourceId, start, minutes, quantity }) => {
      const service = localIdOf(this.cooperativeId, serviceId);
      const name = resourceId ? localIdOf(this.cooperativeId, resourceId) : null;
      if ('code' in service || faultOfAmounts(minutes, quantity)) return [];
      if (name && 'code' in name) return [];
      const resource = name && rulebook.findCandidate(service.local, name.local);
      if (name && resource === null) return [];
      return [scopeOfLeg(rulebook, service.local, resource, timeOf(start, minutes))];
    });
    return unite(scopes);
  }
}

/** Where legs lie, and where they are to lie. Nowhere where the order has none of them. */
function scopeOfChanges(rulebook: Rulebook, own: Rows, changes: readonly LegChange[]): Scope {
  // One that waits may have moved up by the time that it is judged.
  const rows = [...own.bookings, ...own.waiting];
  const scopes = changes.flatMap((change) =>
    rows
      .filter(({ order }) => order?.leg === change.leg && !order.isReplaced)
      .map(({ service, order, startsAt, endsAt }) => {
        const { minutes = (endsAt.getTime() - startsAt.getTime()) / MINUTE_MS } = change;
        const time = timeOf(change.start, faultOfAmounts(minutes, 1) ? 1 : minutes);
        return scopeOfLeg(rulebook, service, order?.resource ?? null, time);
      }),
  );
  return scopes.length > 0 ? unite([scopeOfRows(rulebook, own), ...scopes]) : NOTHING;
}

function timeOf(start: string, minutes: number): Time {
  const from = Date.parse(start);
  return { from, to: from + minutes * MINUTE_MS };
}

function namedLegs({ orderId, legs }: { readonly orderId: string; readonly legs?: LegNumbers }) {
  return { orderId, legs: legs ?? null };
}

function customerRecord({ customer, details }: ForCustomer): CustomerRecord {
  const { name, phone, email, municipality } = customer;
  const said = readDetails(details, municipality);
  const contact = { name, phone: phone ?? null, email: email ?? null, municipality };
  return { ...contact, ...(said && { details: said }) };
}

function refused(refusal: Refusal): LegsAnswer {
  return { legs: [], userErrors: [refusal] };
}
