import { number, one, orNull, part, TEXT } from '../mongo/schema-parts.js';
import type { Invoicing, OrderDetails, WorkPlace } from './order-details.js';

const place = part<WorkPlace>({
  street: TEXT,
  postalCode: TEXT,
  municipality: TEXT,
  latitude: orNull(number(-90, 90)),
  longitude: orNull(number(-180, 180)),
  accessNote: orNull(TEXT),
});

const invoicing = part<Invoicing>({ eInvoiceAddress: TEXT, operator: orNull(TEXT) });

/** As it is stored with an order, a request, a booking. */
export const orderDetails = part<OrderDetails>({
  place: orNull(one(place)),
  wish: orNull(TEXT),
  reference: orNull(TEXT),
  invoicing: orNull(one(invoicing)),
  language: orNull(TEXT),
});
