import { decodeDocument, documentLength, MalformedBsonError } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import { CommandError } from '../bson/errors.js';
import type { Doc } from '../bson/value.js';
import { crc32c } from './crc32c.js';

/** Limits told in `hello` and enforced here; MongoDB's own. */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;
export const MAX_MESSAGE_BYTES = 48_000_000;
export const MAX_WRITE_BATCH = 100_000;

const HEADER_BYTES = 16;
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;

const CHECKSUM_PRESENT = 1;
const MORE_TO_COME = 2;
/** Bits 0 to 15 must be understood, the others may be ignored. */
const REQUIRED_BITS = 0xffff;

/** Bytes that are no message of the protocol: the connection has to go. */
class MalformedMessageError extends Error {
  constructor(message: string) {
    super(`Malformed message: ${message}`);
    this.name = 'MalformedMessageError';
  }
}

/** One command as it arrived. */
export interface Request {
  readonly id: number;
  /** OP_QUERY is for the first handshake only and wants an OP_REPLY. */
  readonly form: 'query' | 'message';
  readonly body: Doc;
  /** Documents of kind 1 sections by name, not decoded. */
  readonly sequences: ReadonlyMap<string, readonly Buffer[]>;
  /** Why the body cannot be read as it came, which is then empty; null where it can. */
  readonly refusal: CommandError | null;
  /** False when the client does not listen for an answer (`moreToCome`). */
  readonly wantsReply: boolean;
}

/** Length of the message that begins `bytes`; null while its header is not complete. */
export function messageLength(bytes: Buffer): number | null {
  if (bytes.length < 4) return null;
  const length = bytes.readInt32LE(0);
  if (length < HEADER_BYTES + 5 || length > MAX_MESSAGE_BYTES) {
    throw new MalformedMessageError(`it claims ${length} bytes`);
  }
  return length;
}

/**
 * Reads one whole message (MongoDB manual, "MongoDB Wire Protocol").
 * @throws MalformedMessageError | MalformedBsonError
 */
export function parseMessage(bytes: Buffer): Request {
  const id = bytes.readInt32LE(4);
  const operation = bytes.readInt32LE(12);
  switch (operation) {
    case OP_MSG:
      return parseOpMsg(id, bytes);
    case OP_QUERY:
      return parseOpQuery(id, bytes);
    default:
      throw new MalformedMessageError(`operation ${operation} is not supported`);
  }
}

function parseOpMsg(id: number, bytes: Buffer): Request {
  const flags = bytes.readUInt32LE(HEADER_BYTES);
  if ((flags & REQUIRED_BITS & ~(CHECKSUM_PRESENT | MORE_TO_COME)) !== 0) {
    throw new MalformedMessageError(`unknown flags ${flags.toString(16)}`);
  }
  let end = bytes.length;
  if ((flags & CHECKSUM_PRESENT) !== 0) {
    end -= 4;
    if (end < HEADER_BYTES + 4 || bytes.readUInt32LE(end) !== crc32c(bytes.subarray(0, end))) {
      throw new MalformedMessageError('the checksum is wrong');
    }
  }
  const sequences = new Map<string, readonly Buffer[]>();
  let body: Body | null = null;
  let at = HEADER_BYTES + 4;
  while (at < end) {
    const kind = bytes[at];
    at += 1;
    if (kind === 0) {
      const length = documentLength(bytes, at, end);
      if (body !== null) throw new MalformedMessageError('it has two bodies');
      body = readBody(bytes.subarray(at, at + length));
      at += length;
    } else if (kind === 1) {
      at = parseSequence(bytes, at, end, sequences);
    } else {
      throw new MalformedMessageError(`unknown section kind ${String(kind)}`);
    }
  }
  if (body === null) throw new MalformedMessageError('it has no body');
  return { id, form: 'message', ...body, sequences, wantsReply: (flags & MORE_TO_COME) === 0 };
}

type Body = Pick<Request, 'body' | 'refusal'>;

/** @throws MalformedBsonError */
function readBody(bytes: Buffer): Body {
  try {
    return { body: decodeDocument(bytes), refusal: null };
  } catch (error) {
    if (error instanceof CommandError) return { body: new Map(), refusal: error };
    throw error;
  }
}

function parseSequence(
  bytes: Buffer,
  start: number,
  limit: number,
  sequences: Map<string, readonly Buffer[]>,
): number {
  if (start + 4 > limit) throw new MalformedMessageError('a section is cut off');
  const end = start + bytes.readInt32LE(start);
  const nameEnd = bytes.indexOf(0, start + 4);
  if (end > limit || nameEnd < 0 || nameEnd >= end) {
    throw new MalformedMessageError('a section does not fit the message');
  }
  const name = bytes.toString('utf8', start + 4, nameEnd);
  const documents: Buffer[] = [];
  let at = nameEnd + 1;
  while (at < end) {
    const length = documentLength(bytes, at, end);
    documents.push(bytes.subarray(at, at + length));
    at += length;
  }
  if (sequences.has(name)) throw new MalformedMessageError(`it has two sections "${name}"`);
  sequences.set(name, documents);
  return end;
}

function parseOpQuery(id: number, bytes: Buffer): Request {
  const nameStart = HEADER_BYTES + 4;
  const nameEnd = bytes.indexOf(0, nameStart);
  if (nameEnd < 0 || nameEnd + 9 > bytes.length) {
    throw new MalformedMessageError('the query has no namespace');
  }
  const namespace = bytes.toString('utf8', nameStart, nameEnd);
  if (!namespace.endsWith('.$cmd')) {
    throw new MalformedMessageError('OP_QUERY is supported for the handshake only');
  }
  const at = nameEnd + 9;
  const length = documentLength(bytes, at, bytes.length);
  const { body, refusal } = readBody(bytes.subarray(at, at + length));
  body.set('$db', namespace.slice(0, -'.$cmd'.length));
  return { id, form: 'query', body, refusal, sequences: new Map(), wantsReply: true };
}

/** Writes the answer to a request. */
export function encodeReply(
  request: Request,
  replyId: number,
  reply: Readonly<Record<string, unknown>>,
): Buffer[] {
  const body = encodeDocument(reply);
  const isQuery = request.form === 'query';
  const head = Buffer.alloc(isQuery ? HEADER_BYTES + 20 : HEADER_BYTES + 5);
  head.writeInt32LE(head.length + body.length, 0);
  head.writeInt32LE(replyId, 4);
  head.writeInt32LE(request.id, 8);
  head.writeInt32LE(isQuery ? OP_REPLY : OP_MSG, 12);
  if (isQuery) head.writeInt32LE(1, HEADER_BYTES + 16);
  return [head, body];
}

export function isMalformed(error: unknown): boolean {
  return error instanceof MalformedMessageError || error instanceof MalformedBsonError;
}
