/** A network as files: what a start script and a cooperative's import read. Knows no database and no GraphQL. */
export type {
  BookingRow,
  CooperativeFile,
  MemberRow,
  ResourceRow,
  ServiceRow,
} from './cooperative-file.js';
export { NetworkFileError, sentenceOf, type Fault } from './fault.js';
export { networkFileJsonSchema } from './json-schema.js';
export { parseNetworkJson } from './network-json.js';
export { findCooperativeId, parseCooperativeFile } from './parse-cooperative.js';
export { formatVatRate } from './vat-rate.js';
