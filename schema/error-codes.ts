/** Whose fault an error is, and whether sending the same request again can help. */
interface ErrorCode {
  readonly meaning: string;
  readonly fault: 'caller' | 'hub' | 'cooperative';
  readonly retryHelps: boolean;
}

/** Every `extensions.code` that leaves the hub. Codes are added, never renamed. */
export const ERROR_CODES = {
  BAD_USER_INPUT: {
    meaning: 'An argument is malformed, out of range or unknown; the message says what was wanted.',
    fault: 'caller',
    retryHelps: false,
  },
  PERIOD_REVERSED: {
    meaning: 'A period ends before it begins.',
    fault: 'caller',
    retryHelps: false,
  },
  PERIOD_TOO_LONG: {
    meaning: 'A period has more days than can be asked about.',
    fault: 'caller',
    retryHelps: false,
  },
  PERIOD_IN_THE_PAST: {
    meaning: 'A period is over: its last day is before today, by the clocks of the place.',
    fault: 'caller',
    retryHelps: false,
  },
  NO_WEEKDAY: {
    meaning: 'Work is wanted on no day of the week.',
    fault: 'caller',
    retryHelps: false,
  },
  NO_WORKING_DAY: {
    meaning:
      'A period has no day on which work is wanted, or only public holidays and days that are over.',
    fault: 'caller',
    retryHelps: false,
  },
  TIMES_REVERSED: {
    meaning: 'A time of day ends before it begins.',
    fault: 'caller',
    retryHelps: false,
  },
  TOO_MANY_WISHES: {
    meaning: 'More skills, languages or codes are wanted than can be asked about.',
    fault: 'caller',
    retryHelps: false,
  },
  HANDOVERS_OUT_OF_RANGE: {
    meaning: 'The person may change less than never, or more often than can be planned.',
    fault: 'caller',
    retryHelps: false,
  },
  CPV_UNKNOWN: {
    meaning: 'No list of the network has the CPV code.',
    fault: 'caller',
    retryHelps: false,
  },
  CPV_CHECK_DIGIT: {
    meaning: 'The check digit of a CPV code is another.',
    fault: 'caller',
    retryHelps: false,
  },
  MINUTES_OUT_OF_RANGE: {
    meaning: 'No time is wanted, or more than can be asked about.',
    fault: 'caller',
    retryHelps: false,
  },
  MUNICIPALITY_UNKNOWN: {
    meaning: 'No list of the network has the municipality.',
    fault: 'caller',
    retryHelps: false,
  },
  MUNICIPALITY_MERGED: {
    meaning: 'There is no such municipality any more; `successor` is the one that it is part of.',
    fault: 'caller',
    retryHelps: false,
  },
  LOTS_OUT_OF_RANGE: {
    meaning: 'A need has no lots, or more than can be asked about.',
    fault: 'caller',
    retryHelps: false,
  },
  LOT_ID_INVALID: {
    meaning: 'The id of a lot is empty, too long, or cannot be written.',
    fault: 'caller',
    retryHelps: false,
  },
  LOT_ID_DUPLICATE: {
    meaning: 'Two lots have the same id.',
    fault: 'caller',
    retryHelps: false,
  },
  OCID_PREFIX_MISSING: {
    meaning:
      'The network had no prefix of its own for Open Contracting IDs (`OCID_PREFIX`) when the search was saved, so it cannot be published.',
    fault: 'hub',
    retryHelps: false,
  },
  GRAPHQL_PARSE_FAILED: {
    meaning: 'The document is not GraphQL.',
    fault: 'caller',
    retryHelps: false,
  },
  GRAPHQL_VALIDATION_FAILED: {
    meaning:
      'The document asks for what the schema does not have, or for more than a document may.',
    fault: 'caller',
    retryHelps: false,
  },
  QUERY_TOO_COSTLY: {
    meaning:
      'The document costs more than one may, `cost` and `limit` say how much: ask for fewer fields, rows or days at a time.',
    fault: 'caller',
    retryHelps: false,
  },
  OPERATION_RESOLUTION_FAILURE: {
    meaning:
      'The request leaves open which operation of the document is meant, or names none that is served.',
    fault: 'caller',
    retryHelps: false,
  },
  PERSISTED_QUERY_NOT_FOUND: {
    meaning: 'The hash is not known here yet; send it again together with the document.',
    fault: 'caller',
    retryHelps: false,
  },
  BAD_REQUEST: {
    meaning: 'The HTTP request is not one that GraphQL over HTTP knows.',
    fault: 'caller',
    retryHelps: false,
  },
  UNAUTHENTICATED: {
    meaning: 'It must be known who asks.',
    fault: 'caller',
    retryHelps: false,
  },
  FORBIDDEN: { meaning: 'The caller may not do this.', fault: 'caller', retryHelps: false },
  NOT_FOUND: { meaning: 'What the id names does not exist.', fault: 'caller', retryHelps: false },
  PHONE_ONLY: {
    meaning:
      'The cooperative takes no bookings over the network, and its endpoint does not tell when something is free, or what it would cost: call it.',
    fault: 'caller',
    retryHelps: false,
  },
  GONE: {
    meaning: 'What the id names existed and was withdrawn at `withdrawnAt`.',
    fault: 'caller',
    retryHelps: false,
  },
  CONFLICT: {
    meaning: 'Something else changed the same thing first.',
    fault: 'caller',
    retryHelps: true,
  },
  DOWNSTREAM_SERVICE_ERROR: {
    meaning: 'A process behind the gateway failed, could not be reached or answered nonsense.',
    fault: 'cooperative',
    retryHelps: true,
  },
  GATEWAY_TIMEOUT: {
    meaning: 'A process behind the gateway did not answer before the deadline.',
    fault: 'cooperative',
    retryHelps: true,
  },
  DATABASE_UNAVAILABLE: {
    meaning:
      'The database of the process that was asked does not answer. Where the message does not say that nothing was begun, whether a command was carried out is not known; the same one, with the same key, may be sent again.',
    fault: 'cooperative',
    retryHelps: true,
  },
  STORAGE_FULL: {
    meaning:
      'The database of the process that was asked has no room left: it answers questions and deletes, and stores nothing new.',
    fault: 'cooperative',
    retryHelps: false,
  },
  COOPERATIVE_UNAVAILABLE: {
    meaning:
      'A cooperative was not asked, because it has not answered for some time or has as much in hand as it may; `retryAfterSeconds` says when to come back.',
    fault: 'cooperative',
    retryHelps: true,
  },
  RATE_LIMITED: {
    meaning:
      'Whoever asks has asked for more than may be asked for at a time; `Retry-After` says when to come back.',
    fault: 'caller',
    retryHelps: true,
  },
  TOO_BUSY: {
    meaning:
      'So much is asked at once that this was not begun; where `Retry-After` is there it says when to come back.',
    fault: 'hub',
    retryHelps: true,
  },
  INTERNAL_SERVER_ERROR: {
    meaning: 'The hub failed; the log has the details under the request id.',
    fault: 'hub',
    retryHelps: true,
  },
} as const satisfies Record<string, ErrorCode>;

export type ErrorCodeName = keyof typeof ERROR_CODES;
