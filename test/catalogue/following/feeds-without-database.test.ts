import { expect, it } from '@jest/globals';
import { mongo } from 'mongoose';
import {
  FollowedFeed,
  type FollowOptions,
} from '../../../subgraphs/catalogue/following/followed-feed.js';
import { createLogger } from '../../../subgraphs/shared/process/logger.js';
import { Gate } from '../../../subgraphs/shared/turns/gate.js';

it('feeds that cannot be stored say so once, and of no cooperative', async () => {
  const lines: { level: number; msg: string }[] = [];
  const log = createLogger('catalogue', 'warn', {
    write: (line) => lines.push(JSON.parse(line) as (typeof lines)[number]),
  });
  let isAway = false;
  const registry = {
    findRecord: () => {
      if (isAway) throw new mongo.MongoNetworkError('Gone.');
      return null;
    },
  };
  const gates = { answering: new Gate(9), failing: new Gate(9) };
  const options = { log, gates, replica: { registry }, pollIntervalMs: 600_000 };
  const feeds = ['karhu', 'susi', 'ilves'].map(
    (id) => new FollowedFeed(id, options as unknown as FollowOptions),
  );
  isAway = true;
  for (const feed of feeds) feed.setPolling(true, '');
  await Promise.all(feeds.map((feed) => feed.look().catch(() => null)));
  await Promise.all(feeds.map((feed) => feed.stop()));

  expect(lines).toEqual([
    expect.objectContaining({
      level: 40,
      msg: 'What feeds say cannot be stored.',
      reason: 'Gone.',
    }),
  ]);
  expect(lines[0]).not.toHaveProperty('cooperative');
});
