import { describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { mongo } from 'mongoose';
import { undecided } from '../../../../subgraphs/shared/mongo/limits/database-limits.js';
import { databaseFaultOf } from '../../../../subgraphs/shared/process/errors/database-fault.js';
import { createLogger } from '../../../../subgraphs/shared/process/logger.js';
import { createErrorMask } from '../../../../subgraphs/shared/process/errors/mask-error.js';

const conflict = new mongo.MongoServerError({
  message: 'Write conflict.',
  code: 112,
  errorLabels: ['TransientTransactionError'],
});
const tooSlow = new mongo.MongoServerError({ message: 'Too slow.', code: 50 });
const full = new mongo.MongoServerError({ message: 'No room.', code: 14_031 });
const gone = new mongo.MongoNetworkError('Gone.');

describe('What is wrong with the database', () => {
  it.each([
    ['a lost connection', gone, 'DATABASE_UNAVAILABLE'],
    ['a cause', new Error('Not read.', { cause: gone }), 'DATABASE_UNAVAILABLE'],
    ['a question that took too long', tooSlow, 'DATABASE_UNAVAILABLE'],
    ['what passes', conflict, 'DATABASE_UNAVAILABLE'],
    ['work that was given up', undecided(), 'DATABASE_UNAVAILABLE'],
    ['a full disk', full, 'STORAGE_FULL'],
    ['a fault of the code', new mongo.MongoServerError({ code: 11_000 }), undefined],
    ['another refusal', new GraphQLError('No.', { extensions: { code: 'FORBIDDEN' } }), undefined],
    ['no error', 'gone', undefined],
  ])('is told from %s', (_name, error, code) => {
    expect(databaseFaultOf(error)?.code).toBe(code);
  });

  it('is what a client is told, without a word of the driver', () => {
    const mask = createErrorMask(createLogger('mask', 'silent'));
    const formatted = { message: 'Secret.', path: ['orders'], extensions: { stacktrace: ['x'] } };
    const thrown = new GraphQLError('Secret.', { path: ['orders'], originalError: gone });

    const { message, ...facts } = mask(formatted, thrown);

    expect(facts).toEqual({ path: ['orders'], extensions: { code: 'DATABASE_UNAVAILABLE' } });
    expect(message).toContain('send the same request again');
    expect(message).not.toContain('Secret');
  });
});
