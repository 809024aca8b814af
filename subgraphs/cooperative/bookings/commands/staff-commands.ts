import type { BookingActionInput, CompleteBookingInput } from '../../schema.generated.js';
import type { Answer, BookingCommand, BookingDecision } from '../decide/booking-command.js';
import type { BookingDesk } from '../desk/booking-desk.js';
import { decideStaffAct, type StaffAct } from '../decide/decide-staff.js';
import { hashInput } from './hash-input.js';
import { badInput, refuseText } from './input-checks.js';
import { localIdOf } from '../decide/leg-checks.js';
import type { Refusal } from '../rules/refusal.js';
import { scopeOfRows } from '../rules/scope.js';

export type BookingAnswer = Answer<BookingDecision>;

const LARGEST_DELIVERY_MINUTES = 100_000;

/** What a cooperative's own staff do to one booking, of the hub or of its file. Who may is checked before. */
export class StaffCommands {
  constructor(
    private readonly cooperativeId: string,
    private readonly desk: BookingDesk,
  ) {}

  start(input: BookingActionInput): Promise<BookingAnswer> {
    return this.act(input, {
      into: 'STARTED',
      from: ['CONFIRMED'],
      isForFuture: true,
      deliveredMinutes: null,
    });
  }

  async complete(input: CompleteBookingInput): Promise<BookingAnswer> {
    const { deliveredMinutes } = input;
    if (deliveredMinutes < 0 || deliveredMinutes > LARGEST_DELIVERY_MINUTES) {
      const wanted = `Wanted 0 to ${LARGEST_DELIVERY_MINUTES} minutes, got ${deliveredMinutes}.`;
      return refused(badInput(wanted, 'deliveredMinutes'));
    }
    return this.act(input, {
      into: 'COMPLETED',
      from: ['CONFIRMED', 'STARTED'],
      isForFuture: false,
      deliveredMinutes,
    });
  }

  decline(input: BookingActionInput): Promise<BookingAnswer> {
    return this.act(input, {
      into: 'DECLINED',
      from: ['HELD', 'CONFIRMED'],
      isForFuture: true,
      deliveredMinutes: null,
    });
  }

  recordNoShow(input: BookingActionInput): Promise<BookingAnswer> {
    return this.act(input, {
      into: 'NO_SHOW',
      from: ['CONFIRMED', 'STARTED'],
      isForFuture: false,
      deliveredMinutes: null,
    });
  }

  private async act(input: BookingActionInput, act: StaffAct): Promise<BookingAnswer> {
    const { idempotencyKey, id } = input;
    const keyFault = refuseText(idempotencyKey, 'idempotencyKey');
    if (keyFault) return refused(keyFault);
    const booking = localIdOf(this.cooperativeId, id);
    if ('code' in booking) return refused({ ...booking, field: ['id'] });
    const command: BookingCommand<BookingDecision> = {
      record: { key: idempotencyKey, hash: hashInput(act.into, input) },
      orderId: null,
      bookingId: booking.local,
      refuse: refused,
      scopeOf: scopeOfRows,
      decide: (ledger) => decideStaffAct(ledger, booking.local, act),
    };
    return this.desk.execute(command);
  }
}

function refused(refusal: Refusal): BookingAnswer {
  return { booking: null, userErrors: [refusal] };
}
