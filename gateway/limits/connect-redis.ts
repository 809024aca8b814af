import { Redis } from 'ioredis';
import type { Logger } from '../../subgraphs/shared/process/logger.js';

/** No request waits for Redis for longer: then this process counts for itself. */
const TIMEOUT_MS = 200;

/** A connection that is never waited for, and comes back by itself. */
export function connectRedis(url: string, log: Logger): Redis {
  const redis = new Redis(url, {
    commandTimeout: TIMEOUT_MS,
    connectTimeout: TIMEOUT_MS,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
  });
  let isGone = false;
  redis.on('error', (error: unknown) => {
    if (!isGone) log.warn({ err: error }, 'Redis is gone: this process counts for itself.');
    isGone = true;
  });
  redis.on('ready', () => {
    if (isGone) log.warn('Redis is back.');
    isGone = false;
  });
  return redis;
}
