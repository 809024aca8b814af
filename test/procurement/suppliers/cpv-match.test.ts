import { describe, expect, it } from '@jest/globals';
import { cpvMatch } from '../../../subgraphs/procurement/suppliers/cpv-match.js';

describe('the CPV codes of an offer', () => {
  it.each([
    ['90911200', '90911200', 'EXACT'],
    ['90910000', '90911200', 'BROADER'],
    ['90000000', '90911200', 'BROADER'],
    ['90911200', '90910000', 'PARTIAL'],
    ['90911300', '90911200', null],
    ['77314000', '90911200', null],
    // Codes that no list has stand in the same tree.
    ['03111100', '03111199', 'BROADER'],
    ['30192121', '30192120', 'PARTIAL'],
  ])('%s, where %s is wanted, match: %s', (offered, wanted, match) => {
    expect(cpvMatch([offered], wanted)).toBe(match);
  });

  it('match as the best of them does', () => {
    expect(cpvMatch(['90911210', '90910000', '77314000'], '90911200')).toBe('BROADER');
    expect(cpvMatch(['90911210', '90911200'], '90911200')).toBe('EXACT');
    expect(cpvMatch([], '90911200')).toBeNull();
  });
});
