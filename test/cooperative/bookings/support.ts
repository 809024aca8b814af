import { randomUUID } from 'node:crypto';
import { parseWallTime } from '../../../subgraphs/cooperative/capacity/index.js';
import { cooperativeFile, serviceRow, type Json, type RunningCooperative } from '../support.js';

const WORKING_WEEK = ['MO', 'TU', 'WE', 'TH', 'FR'];

/** A Monday on which nothing is closed: no holiday near. */
export const MONDAY = '2027-03-22';

/** The instant of a wall time in Helsinki, as the API writes it. */
export function at(wallTime: string): string {
  return new Date(parseWallTime('Europe/Helsinki', wallTime)).toISOString();
}

/** Monday to Friday 08 to 16, of one unit unless a test says otherwise. */
export function resourceRow(row: Json = {}): Json {
  return {
    id: 'w1',
    kind: 'WORKER',
    size: 1,
    hours: [{ days: WORKING_WEEK, from: '08:00', to: '16:00' }],
    ...row,
  };
}

/** A file whose one service, on an hourly grid, can be booked for an hour or more. */
export function bookableFile({ resources, services, ...file }: Json = {}): Json {
  return cooperativeFile({
    resources: resources ?? [resourceRow()],
    services: services ?? [serviceRow({ gridMinutes: 60 })],
    ...file,
  });
}

export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly field: readonly string[] | null;
  readonly alternatives: readonly string[] | null;
}

export interface BookingView {
  readonly id: string;
  readonly resourceId: string;
  readonly start: string;
  readonly end: string;
  readonly minutes: number;
  readonly quantity: number;
  readonly state: string;
  readonly expiresAt: string | null;
  readonly deliveredMinutes: number | null;
  readonly orderReference: string | null;
  readonly customer: { readonly name: string } | null;
  readonly agreedByPhone: boolean | null;
  readonly history: readonly { readonly kind: string; readonly start: string }[];
}

export interface LegView {
  readonly leg: number;
  readonly service: { readonly id: string };
  readonly state: string;
  readonly start: string;
  readonly minutes: number;
  readonly quantity: number;
  readonly expiresAt: string | null;
  readonly waitingPosition: number | null;
  readonly quote: { readonly net: string; readonly gross: string; readonly currency: string };
  readonly bookings: readonly BookingView[];
}

export interface LegsPayload {
  readonly legs: readonly LegView[];
  readonly userErrors: readonly UserError[];
}

export interface BookingPayload {
  readonly booking: BookingView | null;
  readonly userErrors: readonly UserError[];
}

const BOOKING = `id resourceId start end minutes quantity state expiresAt deliveredMinutes orderReference
  customer { name } agreedByPhone history { kind start }`;
const USER_ERRORS = 'userErrors { code message field alternatives }';
const LEGS = `legs { leg service { id } state start minutes quantity expiresAt waitingPosition
  quote { net gross currency } bookings { ${BOOKING} } } ${USER_ERRORS}`;

/** What a booking process asks of a cooperative; each command has a key of its own unless one is given. */
export class Desk {
  constructor(private readonly running: Pick<RunningCooperative, 'ask'>) {}

  hold(input: Json = {}): Promise<LegsPayload> {
    const { legs, ...rest } = input;
    return this.onOrder('holdBookings', 'HoldBookingsInput', {
      orderReference: 'KARHU-1',
      municipality: 'FI-609',
      holdMinutes: 15,
      legs: ((legs ?? [{}]) as Json[]).map(legInput),
      ...rest,
    });
  }

  enrol({ leg, ...input }: Json = {}): Promise<LegsPayload> {
    return this.onOrder('enrolBookings', 'EnrolBookingsInput', {
      orderReference: 'KARHU-1',
      customer: customer(),
      leg: legInput((leg ?? {}) as Json, 0),
      ...input,
    });
  }

  confirm(input: Json): Promise<LegsPayload> {
    return this.onOrder('confirmBookings', 'ConfirmBookingsInput', {
      customer: customer(),
      ...input,
    });
  }

  extend(input: Json): Promise<LegsPayload> {
    return this.onOrder('extendBookings', 'ExtendBookingsInput', { holdMinutes: 15, ...input });
  }

  release(input: Json): Promise<LegsPayload> {
    return this.onOrder('releaseBookings', 'OrderBookingsInput', input);
  }

  cancel(input: Json): Promise<LegsPayload> {
    return this.onOrder('cancelBookings', 'OrderBookingsInput', input);
  }

  move(input: Json): Promise<LegsPayload> {
    return this.onOrder('moveBookings', 'MoveBookingsInput', { leg: 0, ...input });
  }

  change(input: Json): Promise<LegsPayload> {
    return this.onOrder('changeBookings', 'ChangeBookingsInput', input);
  }

  read(orderId: string): Promise<LegsPayload> {
    return this.ask('readBookings', 'ReadBookingsInput', LEGS, { cooperative: 'karhu', orderId });
  }

  /** @param act - Such as `startBooking`. */
  staff(act: string, input: Json): Promise<BookingPayload> {
    const type = act === 'completeBooking' ? 'CompleteBookingInput' : 'BookingActionInput';
    const payload = `booking { ${BOOKING} } ${USER_ERRORS}`;
    return this.ask(act, type, payload, { idempotencyKey: randomUUID(), ...input });
  }

  /** For whom the bookings of an answer are, as the owner's staff see it. */
  async customersOf({ legs }: Pick<LegsPayload, 'legs'>): Promise<(string | null)[]> {
    const rows = legs.flatMap(({ bookings }) =>
      bookings.map(({ id }) => ({ __typename: 'Booking', id })),
    );
    const { data } = await this.running.ask<{ _entities: Pick<BookingView, 'customer'>[] }>(
      `query ($rows: [_Any!]!) {
        _entities(representations: $rows) { ... on Booking { customer { name } } }
      }`,
      { rows },
    );
    return data._entities.map(({ customer }) => customer?.name ?? null);
  }

  /** Names of the starts of a service on one day: `08:00 2`. */
  async starts(date = MONDAY, service = 'siivous', minutes = 60): Promise<string[]> {
    const { data } = await this.running.ask<{
      _entities: { availability: { starts: { time: string; places: number }[] }[] }[];
    }>(
      `query ($id: ID!, $date: Date!, $minutes: Int) {
        _entities(representations: [{ __typename: "Service", id: $id }]) {
          ... on Service { availability(from: $date, to: $date, minutes: $minutes) { starts { time places } } }
        }
      }`,
      { id: `karhu:${service}`, date, minutes },
    );
    const [day] = data._entities[0]?.availability ?? [];
    return (day?.starts ?? []).map(({ time, places }) => `${realClock(time)} ${places}`);
  }

  private onOrder(command: string, type: string, input: Json): Promise<LegsPayload> {
    return this.ask(command, type, LEGS, {
      idempotencyKey: randomUUID(),
      cooperative: 'karhu',
      orderId: 'order-1',
      ...input,
    });
  }

  private async ask<Payload>(
    command: string,
    type: string,
    payload: string,
    input: Json,
  ): Promise<Payload> {
    const { data, errors } = await this.running.ask<Record<string, Payload | null>>(
      `mutation Command($input: ${type}!) { ${command}(input: $input) { ${payload} } }`,
      { input },
    );
    const answer = data[command];
    if (!answer) throw new Error(`${command}: ${JSON.stringify(errors)}`);
    return answer;
  }
}

/** A leg for an hour on Monday at nine, of any resource. */
function legInput(leg: Json, index: number): Json {
  return {
    leg: index,
    serviceId: 'karhu:siivous',
    start: at(`${MONDAY}T09:00`),
    minutes: 60,
    quantity: 1,
    ...leg,
  };
}

export function customer(name = 'Maija Mehiläinen'): Json {
  return { name, phone: '+358 40 123', municipality: 'FI-609' };
}

export function codesOf({ userErrors }: { readonly userErrors: readonly UserError[] }): string[] {
  return userErrors.map(({ code }) => code);
}

export function statesOf({ legs }: LegsPayload): string[] {
  return legs.map(({ state }) => state);
}

function realClock(instant: string): string {
  return new Date(instant).toLocaleTimeString('en-GB', {
    timeZone: 'Europe/Helsinki',
    hour: '2-digit',
    minute: '2-digit',
  });
}
