import { z } from 'zod';
import {
  BOOKED_STATES,
  BOOKING_EVENT_KINDS,
  CURRENCY_CODES,
  PRICE_UNITS,
  WAITING_STATES,
} from '../words/closed-sets.js';
import * as forms from './forms.js';

const AN_OBJECT = { error: 'an object' };

/** As many as a cooperative comes to in years: what was exported must be read again. */
const MOST_ROWS = 1_000_000;

/** What was accepted once is not refused when it comes back. */
function asItWas(longest = 2_000) {
  const error = `a text of at most ${longest} characters`;
  return z.string({ error }).max(longest, { error });
}

const Order = z
  .strictObject(
    {
      id: asItWas().describe('The network’s id of the order.'),
      reference: asItWas().describe('What people call it by.'),
      leg: forms.wholeNumber(0).describe('Number of the leg, from 0.'),
      resource: forms.LocalId.exactOptional().describe('The only one that was asked for, if any.'),
      sealed: forms.LocalId.exactOptional().describe(
        'The sealed name by which that was asked for, until the leg is confirmed.',
      ),
      isReplaced: forms.Flag.exactOptional().describe('True where it is no part of the leg now.'),
    },
    AN_OBJECT,
  )
  .describe('The order of the network of which it is a part.');

const DEGREES = { error: 'a number of degrees' };

const Place = z.strictObject(
  {
    street: asItWas(),
    postalCode: asItWas(),
    municipality: forms.MunicipalityCode,
    latitude: z.number(DEGREES).min(-90, DEGREES).max(90, DEGREES).nullable(),
    longitude: z.number(DEGREES).min(-180, DEGREES).max(180, DEGREES).nullable(),
    accessNote: asItWas().nullable(),
  },
  AN_OBJECT,
);

const Details = z
  .strictObject(
    {
      place: Place.nullable(),
      wish: asItWas().nullable(),
      reference: asItWas().nullable(),
      invoicing: z
        .strictObject({ eInvoiceAddress: asItWas(), operator: asItWas().nullable() }, AN_OBJECT)
        .nullable(),
      language: forms.LanguageCode.nullable(),
    },
    AN_OBJECT,
  )
  .describe('What the order says beside what and when.');

const Customer = z
  .strictObject(
    {
      name: asItWas(),
      phone: asItWas().exactOptional(),
      email: asItWas().exactOptional(),
      municipality: forms.MunicipalityCode,
      details: Details.exactOptional(),
    },
    AN_OBJECT,
  )
  .describe('For whom. Personal data.');

const UnitPrice = z
  .strictObject(
    {
      net: forms.Amount,
      currency: forms.oneOf(CURRENCY_CODES),
      vatRate: forms.VatRate.describe('Per cent.'),
      unit: forms.oneOf(PRICE_UNITS),
    },
    AN_OBJECT,
  )
  .describe('What a unit cost when the leg was agreed.');

const Event = z
  .strictObject(
    {
      at: forms.Instant,
      kind: forms.oneOf(BOOKING_EVENT_KINDS),
      startsAt: forms.Instant,
      endsAt: forms.Instant,
    },
    AN_OBJECT,
  )
  .describe('What happened to it, and its times from then on.');

export const Booking = z
  .strictObject(
    {
      id: forms.LocalId,
      service: forms.LocalId,
      resource: forms.LocalId,
      from: forms.DateTimeText,
      to: forms.DateTimeText,
      quantity: forms.wholeNumber(1).default(1),
      state: forms.oneOf(BOOKED_STATES).default('CONFIRMED'),
      startsAt: forms.Instant.exactOptional().describe(
        'The instant of `from`, where the clocks show that time twice.',
      ),
      endsAt: forms.Instant.exactOptional().describe('The instant of `to`, likewise.'),
      expiresAt: forms.Instant.exactOptional().describe('When a hold runs out; never if absent.'),
      order: Order.exactOptional(),
      customer: Customer.exactOptional(),
      deliveredMinutes: forms.wholeNumber(0).exactOptional(),
      price: UnitPrice.exactOptional(),
      isAgreed: forms.Flag.exactOptional().describe(
        'True where the owner had said yes, so that lead time and hours did not count.',
      ),
      history: forms.listOf(Event, 'events').exactOptional().describe('Oldest first.'),
    },
    AN_OBJECT,
  )
  .describe(
    'An existing booking, wall time in the cooperative’s zone. What comes after `state` is written by an export; leave it as it is.',
  );

const Waiting = z
  .strictObject(
    {
      id: forms.LocalId,
      order: Order,
      service: forms.LocalId,
      startsAt: forms.Instant,
      endsAt: forms.Instant,
      quantity: forms.wholeNumber(1),
      customer: Customer.exactOptional(),
      price: UnitPrice,
      state: forms.oneOf(WAITING_STATES),
      since: forms.Instant,
      turn: forms.wholeNumber(0),
    },
    AN_OBJECT,
  )
  .describe('A leg that waits for a place, or did.');

const KnownOrder = z
  .strictObject({ id: asItWas(), isClosed: forms.Flag, at: forms.Instant }, AN_OBJECT)
  .describe('An order that was heard of; where it is closed, nothing more is booked for it.');

const AnsweredCommand = z
  .strictObject(
    {
      key: asItWas(),
      hash: asItWas(),
      at: forms.Instant,
      answer: z
        .record(z.string(), z.unknown(), AN_OBJECT)
        .describe('Instants are written {"$date": "2027-03-01T08:00:00.000Z"}.'),
    },
    AN_OBJECT,
  )
  .describe('What was answered to a command, so that the same one again is answered the same.');

/** What an export has of the network's orders, beside the bookings. */
export const Hub = z
  .strictObject(
    {
      waiting: forms.listOf(Waiting, 'waiting legs', MOST_ROWS).default([]),
      orders: forms.listOf(KnownOrder, 'orders', MOST_ROWS).default([]),
      answers: forms.listOf(AnsweredCommand, 'answers', MOST_ROWS).default([]),
    },
    AN_OBJECT,
  )
  .describe(
    'What was agreed with the network, written by an export; leave it as it is. Holds customers’ personal data.',
  );

export const BookingList = forms.listOf(Booking, 'bookings', MOST_ROWS);

export type BookingRow = z.output<typeof Booking>;
export type HubRows = z.output<typeof Hub>;
export type WaitingRow = HubRows['waiting'][number];
