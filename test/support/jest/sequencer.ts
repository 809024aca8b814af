import type { Test } from '@jest/test-result';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { default: Sequencer } =
  require('@jest/test-sequencer') as typeof import('@jest/test-sequencer');

const isWhole = ({ path }: Test): boolean => path.endsWith('.whole.test.ts');

/**
 * The order of the suites: those that boot processes first. Where it does not know how long a suite takes, Jest takes the largest
 * file for the longest; those of the longest suites are small, and at the end each would run for minutes beside nothing.
 */
export default class WholeFirst extends Sequencer {
  override sort(tests: Test[]): Test[] {
    const sorted = super.sort(tests) as Test[];
    return [...sorted.filter(isWhole), ...sorted.filter((test) => !isWhole(test))];
  }
}
