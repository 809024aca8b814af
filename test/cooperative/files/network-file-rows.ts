import {
  NetworkFileError,
  parseCooperativeFile,
} from '../../../subgraphs/shared/network-file/index.js';
import { loadBuiltInLists } from '../../../subgraphs/shared/lists/reference-lists.js';
import { cooperativeFile, serviceRow, type Json } from '../support.js';

export const lists = loadBuiltInLists();

export function parse(file: Json | string) {
  const text = typeof file === 'string' ? file : JSON.stringify(file);
  return parseCooperativeFile(text, 'karhu.json', lists);
}

/** The faults as sentences without the file's name; fails when there are none. */
export function faultsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (!(error instanceof NetworkFileError)) throw error;
    return error.message.split('\n').map((line) => line.replace(/^\S+\.json: /, ''));
  }
  throw new Error('The file was accepted.');
}

const resource = (row: Json = {}): Json => ({
  id: 'w1',
  kind: 'WORKER',
  size: 1,
  hours: [],
  ...row,
});
const hours = (row: Json = {}): Json => ({
  days: ['MO'],
  from: '08:00',
  to: '16:00',
  ...row,
});
export const booking = (row: Json = {}): Json => ({
  id: 'b1',
  service: 'siivous',
  resource: 'w1',
  from: '2027-03-22T08:00',
  to: '2027-03-22T11:00',
  ...row,
});
export const withResource = (row: Json) =>
  cooperativeFile({ members: [], resources: [resource(row)] });
export const withHours = (row: Json) => withResource({ hours: [hours(row)] });
export const withService = (row: Json) => cooperativeFile({ services: [serviceRow(row)] });
export const withPrice = (row: Json) =>
  withService({ price: { net: '28.00', currency: 'EUR', vatRate: '25.5', ...row } });
export const withEvidence = (row: Json) =>
  cooperativeFile({ evidence: [{ scheme: 'WISE', ...row }] });
export const withBooking = (row: Json) => cooperativeFile({ bookings: [booking(row)] });
