/** A network as files: what a start script and a cooperative's import read. Knows no database and no GraphQL. */
export type { BookingRow, HubRows, WaitingRow } from './booking-row.js';
export type { CooperativeFile, MemberRow, ResourceRow, ServiceRow } from './cooperative-file.js';
export { NetworkFileError, sentenceOf, type Fault } from './fault.js';
export { networkFileJsonSchema } from './json-schema.js';
export { LARGEST_FILE_BYTES } from './json-text.js';
export { parseNetworkJson } from './network-json.js';
export { findCooperativeId, parseCooperativeFile } from './parse-cooperative.js';
