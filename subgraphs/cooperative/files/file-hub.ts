import type { HubRows, WaitingRow } from '../../shared/network-file/index.js';
import { fromAnswerJson, toAnswerJson } from './answer-json.js';
import {
  customerOf,
  fileCustomer,
  fileOrder,
  filePrice,
  orderPartOf,
  unitPriceOfRow,
} from './file-bookings.js';
import type { AnswerRecord, OrderNoteRecord, WaitingRecord } from '../store/booking-records.js';
import { keyId, nameOfNote, orderId } from '../bookings/rows/note-ids.js';

/** What is stored of the network's orders beside the bookings. */
export interface HubRecords {
  readonly waiting: readonly WaitingRecord[];
  readonly orders: readonly OrderNoteRecord[];
  readonly answers: readonly AnswerRecord[];
}

export const NO_HUB: HubRecords = { waiting: [], orders: [], answers: [] };

/** As a file has it; null when there is nothing. */
export function fileHub({ waiting, orders, answers }: HubRecords): HubRows | null {
  if (waiting.length + orders.length + answers.length === 0) return null;
  return {
    waiting: waiting.map(fileWaiting),
    orders: orders.map(({ _id, isClosed, at }) => ({
      id: nameOfNote(_id),
      isClosed,
      at: at.toISOString(),
    })),
    answers: answers.map(({ _id, hash, answer, at }) => ({
      key: nameOfNote(_id),
      hash,
      at: at.toISOString(),
      answer: toAnswerJson(answer) as Record<string, unknown>,
    })),
  };
}

/** As it is stored. @throws RangeError for an answer that no command gives. */
export function hubOfFile({ waiting, orders, answers }: HubRows): HubRecords {
  return {
    waiting: waiting.map(waitingOfFile),
    orders: orders.map(({ id, isClosed, at }) => ({
      ...{ _id: orderId(id), isClosed },
      writes: 0,
      at: new Date(at),
    })),
    answers: answers.map(({ key, hash, at, answer }) => ({
      ...{ _id: keyId(key), hash },
      answer: fromAnswerJson(answer),
      at: new Date(at),
    })),
  };
}

function fileWaiting(entry: WaitingRecord): WaitingRow {
  const { _id, order, service, startsAt, endsAt, quantity, customer, price, state, since, turn } =
    entry;
  return {
    id: _id,
    order: fileOrder(order),
    service,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    quantity,
    ...(customer && { customer: fileCustomer(customer) }),
    price: filePrice(price),
    ...{ state, since: since.toISOString(), turn },
  };
}

function waitingOfFile(row: WaitingRow): WaitingRecord {
  const { id, order, service, quantity, customer, price, state, turn } = row;
  return {
    _id: id,
    order: orderPartOf(order),
    service,
    startsAt: new Date(row.startsAt),
    endsAt: new Date(row.endsAt),
    quantity,
    customer: customer ? customerOf(customer) : null,
    price: unitPriceOfRow(price),
    ...{ state, since: new Date(row.since), turn },
  };
}
