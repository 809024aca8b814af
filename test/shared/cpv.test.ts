import { describe, expect, it } from '@jest/globals';
import {
  cpvAncestors,
  cpvDivision,
  cpvPrefix,
  isAtOrBelowCpv,
} from '../../subgraphs/shared/words/cpv.js';

describe('the CPV tree', () => {
  it.each([
    ['90910000', '9091'],
    ['90000000', '90'],
    ['03000000', '03'],
    ['30192121', '30192121'],
    ['85210000', '8521'],
  ])('has under %s all that begins with %s', (code, prefix) => {
    expect(cpvPrefix(code)).toBe(prefix);
  });

  it('knows what lies below what', () => {
    expect(isAtOrBelowCpv('90911200', '90910000')).toBe(true);
    expect(isAtOrBelowCpv('90910000', '90910000')).toBe(true);
    expect(isAtOrBelowCpv('90900000', '90910000')).toBe(false);
  });

  it('lists ancestors nearest first, whether or not a list has them', () => {
    expect(cpvAncestors('90911200')).toEqual(['90911000', '90910000', '90900000', '90000000']);
    expect(cpvAncestors('90000000')).toEqual([]);
    expect(cpvAncestors('30192121')).toContain('30192120');
    expect(cpvDivision('30192121')).toBe('30000000');
  });
});
