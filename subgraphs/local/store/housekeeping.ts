import type { Services } from './call/call.js';
import type { Doc, Value } from './bson/value.js';
import { prepareFind } from './query/find.js';
import type { Collection } from './state/collection.js';
import { Pacer } from './state/pacer.js';
import { WriteUnit } from './state/write-unit.js';

/**
 * Now and then deletes what a TTL index calls expired, aborts transactions that take too long, and
 * forgets idle cursors and sessions.
 * @returns A function that stops it.
 */
export function startHousekeeping(services: Services, everySeconds: number): () => void {
  const timer = setInterval(() => {
    sweep(services).catch((error: unknown) => {
      services.log.error({ err: error }, 'Housekeeping failed.');
    });
  }, everySeconds * 1000);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}

async function sweep(services: Services): Promise<void> {
  const { cursors, sessions, store } = services;
  cursors.closeIdle();
  const expired = sessions.end(sessions.expired());
  if (expired.length > 0) await store.commitSessions(new Map(expired.map((key) => [key, null])));
  for (const collection of store.state.values()) {
    for (const { fields, expireAfterSeconds } of collection.specs()) {
      const [field] = fields;
      if (expireAfterSeconds === null || field === undefined) continue;
      const before = new Date(services.nowMs() - expireAfterSeconds * 1000);
      await deleteExpired(services, collection, field.name, before);
    }
  }
}

async function deleteExpired(
  services: Services,
  { identity }: Collection,
  field: string,
  before: Date,
): Promise<void> {
  const { store, log } = services;
  const release = await store.lock.acquire(Infinity);
  let durable: Promise<void>;
  try {
    const unit = new WriteUnit(store.state);
    const collection = unit.writable(identity.namespace);
    if (collection === undefined) return;
    const pacer = new Pacer(0);
    const range: Doc = new Map<string, Value>([['$lte', before]]);
    const query = { filter: new Map<string, Value>([[field, range]]), skip: 0, limit: 0 };
    let deleted = 0;
    for (const match of prepareFind(collection, query).matches()) {
      if (pacer.isDue()) await pacer.pause();
      if (match === null) continue;
      unit.remove(collection, match.id, match.doc);
      deleted += 1;
    }
    durable = store.commit(unit);
    if (deleted > 0)
      log.info({ namespace: identity.namespace, deleted }, 'Expired documents deleted.');
  } finally {
    release();
  }
  await durable;
}
