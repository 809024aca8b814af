import { describe, expect, it } from '@jest/globals';
import asyncHooks, { AsyncLocalStorage } from 'node:async_hooks';
import { withStorageInTurn } from '../support/jest/in-turn.js';

describe('what Jest keeps of the test that runs', () => {
  it('is there until its work is done, and what was there before comes back', async () => {
    const storage = withStorageInTurn(() => new asyncHooks.AsyncLocalStorage<string>());
    const seen: (string | undefined)[] = [];
    const look = async (): Promise<void> => {
      await Promise.resolve();
      seen.push(storage.getStore());
    };

    await storage.run('suite', async () => {
      await look();
      await storage.run('test', look);
      await expect(storage.run('failing', () => Promise.reject(new Error('x')))).rejects.toThrow();
      await look();
    });
    await look();

    expect(seen).toEqual(['suite', 'test', 'suite', undefined]);
    expect(storage).not.toBeInstanceOf(AsyncLocalStorage);
  });

  it('is made so for Jest alone', () => {
    withStorageInTurn(() => undefined);

    expect(asyncHooks.AsyncLocalStorage).toBe(AsyncLocalStorage);
  });
});
