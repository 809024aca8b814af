import { describe, expect, it } from '@jest/globals';
import { FeedFault } from '../../../subgraphs/catalogue/feed/feed-fault.js';
import type { Standing } from '../../../subgraphs/catalogue/store/records.js';
import { standingAfter, type LookResult } from '../../../subgraphs/catalogue/following/standing.js';

const BEFORE = new Date('2026-11-23T10:00:00Z');
const NOW = new Date('2026-11-23T10:00:05Z');

function standing(parts: Partial<Standing> = {}): Standing {
  const fresh = { state: 'FRESH', stateReason: null, syncedAt: BEFORE } as const;
  return { status: 'ACTIVE', reason: null, since: BEFORE, ...fresh, ...parts };
}

function look(parts: Partial<LookResult>): LookResult {
  return { fault: null, silentLooks: 0, now: NOW, freshForMs: 6_000, ...parts };
}

const silent = new FeedFault('silent', 'connection refused');
const invalid = new FeedFault('invalid', 'answered with an invalid feed');

describe('where a cooperative stands after a look', () => {
  it('does not change while it answers', () => {
    const before = standing();
    expect(standingAfter(before, look({}))).toBe(before);
  });

  it('becomes ACTIVE and FRESH with the first reading', () => {
    const before = standing({ status: 'JOINING', state: 'NEVER', syncedAt: null, reason: 'x' });
    expect(standingAfter(before, look({}))).toEqual({
      status: 'ACTIVE',
      reason: null,
      since: NOW,
      state: 'FRESH',
      stateReason: null,
      syncedAt: NOW,
    });
  });

  it('does not change with one silent look while the copy is young, and is STALE when it is old', () => {
    const before = standing();
    const once = { fault: silent, silentLooks: 1 };
    expect(standingAfter(before, look(once))).toBe(before);
    expect(standingAfter(before, look({ ...once, freshForMs: 4_000 }))).toMatchObject({
      status: 'ACTIVE',
      state: 'STALE',
      since: BEFORE,
    });
  });

  it('is UNREACHABLE after two silent looks, since then', () => {
    expect(standingAfter(standing(), look({ fault: silent, silentLooks: 2 }))).toEqual({
      status: 'UNREACHABLE',
      reason: 'connection refused',
      since: NOW,
      state: 'UNREACHABLE',
      stateReason: 'connection refused',
      syncedAt: BEFORE,
    });
  });

  it('is ACTIVE again when it answers, were it nonsense', () => {
    const before = standing({ status: 'UNREACHABLE', state: 'UNREACHABLE', reason: 'x' });
    expect(standingAfter(before, look({ fault: invalid }))).toMatchObject({
      status: 'ACTIVE',
      reason: 'answered with an invalid feed',
      state: 'STALE',
    });
  });

  it('stays NEVER and JOINING until it was read once, with the latest reason', () => {
    const before = standing({ status: 'JOINING', state: 'NEVER', syncedAt: null });
    expect(standingAfter(before, look({ fault: silent, silentLooks: 9 }))).toMatchObject({
      status: 'JOINING',
      reason: 'connection refused',
      since: BEFORE,
      state: 'NEVER',
    });
  });

  it('keeps a probation and its reason, whatever the endpoint does', () => {
    const before = standing({ status: 'PROBATION', reason: 'Two complaints.' });
    const unreachable = standingAfter(before, look({ fault: silent, silentLooks: 2 }));
    expect(unreachable).toMatchObject({
      status: 'PROBATION',
      reason: 'Two complaints.',
      since: BEFORE,
      state: 'UNREACHABLE',
      stateReason: 'connection refused',
    });
    expect(standingAfter(unreachable, look({}))).toMatchObject({
      status: 'PROBATION',
      reason: 'Two complaints.',
      state: 'FRESH',
      stateReason: null,
    });
  });
});
