import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  cooperativeFile,
  serviceRows,
  startCooperative,
  type RunningCooperative,
} from '../support.js';

describe('The change feed, read while it grows,', () => {
  let karhu: RunningCooperative;

  beforeEach(async () => {
    karhu = await startCooperative();
  });
  afterEach(() => karhu.close());

  it('reaches the latest revision with its last page while rows change', async () => {
    await karhu.import(cooperativeFile({ services: serviceRows(3) }));
    const change = async (): Promise<void> => {
      for (let n = 0; n < 60; n += 1) await karhu.publish('karhu:s03', n % 2 === 1);
    };
    const halves: object[] = [];

    const changes = change();
    for (let n = 0; n < 60; n += 1) {
      const { changes: rows, revision, hasMore } = await karhu.feed(3);
      if (rows.at(-1)?.revision !== revision || hasMore) halves.push({ rows, revision });
    }
    await changes;

    expect(halves).toEqual([]);
  });

  it('passes over no revision while 20 clients publish at the same time', async () => {
    await karhu.import(cooperativeFile({ services: serviceRows(20, { published: false }) }));
    const seen = new Map<number, string>();
    let cursor = 1;
    let isWriting = true;
    const follow = async () => {
      do {
        const page = await karhu.feed(cursor);
        for (const row of page.changes) seen.set(row.revision, row.service?.id ?? '');
        cursor = Math.max(cursor, page.revision);
      } while (isWriting);
    };

    const reader = follow();
    await Promise.all(serviceRows(20).map(({ id }) => karhu.publish(`karhu:${String(id)}`, true)));
    isWriting = false;
    await reader;

    const last = await karhu.feed();
    expect([...seen.keys()]).toEqual(Array.from({ length: 20 }, (_, index) => index + 2));
    expect(new Set(seen.values()).size).toBe(20);
    expect(last.revision).toBe(21);
  });
});
