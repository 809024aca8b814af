import { describe, expect, it } from '@jest/globals';
import { FailingOwners } from '../../../subgraphs/shared/owners/failing-owners.js';
import { createLogger } from '../../../subgraphs/shared/process/logger.js';

describe('a cooperative that goes silent', () => {
  it('is told at warn once, and at warn again when it comes back', () => {
    const lines: string[] = [];
    const log = createLogger('test', 'warn', { write: (line) => void lines.push(line) });
    const owners = new FailingOwners();

    owners.recover('karhu', log);
    owners.fail('karhu', 'did not answer in time', log);
    owners.fail('karhu', 'did not answer in time', log);
    owners.recover('karhu', log);

    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { level: 40, cooperative: 'karhu', reason: 'did not answer in time' },
      { level: 40, cooperative: 'karhu', msg: 'Cooperative answers again.' },
    ]);
  });
});
