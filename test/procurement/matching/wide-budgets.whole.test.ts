import { describe, expect, it } from '@jest/globals';
import { budget, jointly, offer, resource } from './cases.js';

const HOUR = 60;

describe('a budget over several services', () => {
  it('is obeyed, though it makes the day no flow', async () => {
    const { coveredMinutes } = await jointly(
      ['1', '2', '3'],
      [offer('1', 'x:a'), offer('2', 'x:b'), offer('3', 'x:c')],
      [resource('x:r', ['x:a', 'x:b', 'x:c'], 3 * HOUR)],
      [budget(['x:a', 'x:b'], HOUR), budget(['x:b', 'x:c'], HOUR), budget(['x:a', 'x:c'], HOUR)],
    );

    // Half an hour each.
    expect(coveredMinutes).toBe(5 * 1.5 * HOUR);
  });

  it('halves no minute', async () => {
    const { coveredMinutes } = await jointly(
      ['1', '2', '3'],
      [offer('1', 'x:a'), offer('2', 'x:b'), offer('3', 'x:c')],
      [resource('x:r', ['x:a', 'x:b', 'x:c'], 3 * HOUR)],
      [budget(['x:a', 'x:b'], 1), budget(['x:b', 'x:c'], 1), budget(['x:a', 'x:c'], 1)],
    );

    expect(coveredMinutes).toBe(5);
  });
});
