import { expect, it } from '@jest/globals';
import { readEnvelope } from '../../../gateway/answers/subgraph-errors.js';

/** What becomes of an error of one of the hub's own processes. */
function readError(code: string) {
  const extensions = { code, argument: 'need.to', stacktrace: ['at x'] };
  const error = { message: 'Wanted a later day.', path: ['search'], locations: [], extensions };
  const answer = { data: null, errors: [error], isRequestError: false, extensions: {} };
  return readEnvelope('procurement', answer).errors[0];
}

it.each(['BAD_USER_INPUT', 'PERIOD_REVERSED', 'CPV_UNKNOWN', 'TOO_BUSY', 'FORBIDDEN', 'GONE'])(
  'what a client can correct keeps its code: %s',
  (code) => {
    expect(readError(code)).toMatchObject({
      ...{ code, message: 'Wanted a later day.', extensions: { argument: 'need.to' } },
    });
  },
);

it.each(['GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST', 'INTERNAL_SERVER_ERROR', 'SOMETHING', ''])(
  'what it cannot is a fault of the process: %s',
  (code) => {
    expect(readError(code)).toMatchObject({
      ...{
        code: 'DOWNSTREAM_SERVICE_ERROR',
        message: '"procurement" failed here.',
        extensions: {},
      },
    });
  },
);
