import { describe, expect, it } from '@jest/globals';
import { addressPayers, callerPayers } from '../../../gateway/limits/payers.js';
import { LimitsSchema } from '../../../subgraphs/shared/network-file/limits.js';
import { withRoles } from '../../shared/identity/policy/askers.js';

const { rates } = LimitsSchema.parse({});

describe('who pays for a question', () => {
  const payersOf = (...roles: readonly string[]): string[] => {
    const { caller } = withRoles(...roles);
    const payers = caller ? callerPayers(caller, rates) : [];
    return payers.map(({ kind, key }) => `${kind} ${key}`);
  };

  it.each([
    [['HOUSEHOLD'], ['household https://id.example p1']],
    [['HOUSEHOLD', 'COORDINATOR'], ['coordinator https://id.example p1']],
    [['OFFICER 0137323-9'], ['officer https://id.example p1', 'organisation 0137323-9']],
    [['MACHINE 0137323-9'], ['machine https://id.example p1', 'organisation 0137323-9']],
    [['STAFF karhu', 'OFFICER 0137323-9'], [expect.stringMatching(/^(staff|officer) /)]],
    [[], []],
  ])('is for %j %j', (roles, payers) => {
    expect(payersOf(...roles)).toEqual(payers);
  });

  it.each([
    ['198.51.100.7', ['198.51.100.7']],
    ['::ffff:198.51.100.7', ['198.51.100.7']],
    ['2001:db8::1', ['2001:db8:0:0']],
    ['2001:0DB8:0:0:ffff::1', ['2001:db8:0:0']],
    ['2001:db8:1:2:3:4:5:6', ['2001:db8:1:2']],
    ['127.0.0.1', []],
    ['::1', []],
    ['::ffff:127.0.0.9', []],
  ])('is at %s %j', (address, keys) => {
    expect(addressPayers(address, rates).map(({ key }) => key)).toEqual(keys);
  });

  it('is this machine too where that is counted', () => {
    const counted = { ...rates, countsLoopback: true };
    expect(addressPayers('127.0.0.1', counted)).toEqual([{ kind: 'address', key: '127.0.0.1' }]);
  });
});
