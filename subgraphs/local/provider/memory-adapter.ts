import { LRUCache } from 'lru-cache';
import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import { systemClock } from '../../shared/process/clock.js';

/** Sessions, sign-ins under way, codes and grants that are kept; the oldest go first. */
const MOST_KEPT = 5_000;

/**
 * What the provider remembers, in memory alone: after a new start everybody signs in again.
 * @param findClient - Clients that are not in the list: null where there is none of that id.
 */
export function createMemoryAdapters(
  findClient: (id: string) => AdapterPayload | null,
): AdapterFactory {
  const kept = new LRUCache<string, AdapterPayload>({ max: MOST_KEPT });
  const search = (model: string, has: (payload: AdapterPayload) => boolean): string | null => {
    for (const [key, payload] of kept.entries()) {
      if (key.startsWith(`${model}:`) && has(payload)) return key;
    }
    return null;
  };
  const done = Promise.resolve();
  return (model): Adapter => {
    const keyOf = (id: string): string => `${model}:${id}`;
    const get = (key: string | null): Promise<AdapterPayload | undefined> =>
      Promise.resolve(key === null ? undefined : kept.get(key));
    return {
      upsert: (id, payload, expiresIn) => {
        kept.set(keyOf(id), payload, expiresIn === undefined ? {} : { ttl: expiresIn * 1_000 });
        return done;
      },
      find: (id) =>
        model === 'Client' ? Promise.resolve(findClient(id) ?? undefined) : get(keyOf(id)),
      findByUid: (uid) => get(search(model, (payload) => payload.uid === uid)),
      findByUserCode: (code) => get(search(model, (payload) => payload.userCode === code)),
      consume: (id) => {
        const payload = kept.get(keyOf(id));
        if (payload) payload.consumed = Math.floor(systemClock.now().getTime() / 1_000);
        return done;
      },
      destroy: (id) => {
        kept.delete(keyOf(id));
        return done;
      },
      revokeByGrantId: (grantId) => {
        for (const [key, payload] of kept.entries()) {
          if (payload.grantId === grantId) kept.delete(key);
        }
        return done;
      },
    };
  };
}
