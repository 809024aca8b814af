import { describe, expect, it } from '@jest/globals';
import { JointQuestions } from '../../../gateway/owners/joint-questions.js';
import type { GraphqlOutcome } from '../../../subgraphs/shared/owners/outcome.js';
import { TimeLimit } from '../../../subgraphs/shared/process/time-limit.js';
import { units } from '../../support/unit.js';

const ANSWER: GraphqlOutcome = { kind: 'broken-off', code: 'the one answer' };
const TOO_SLOW: GraphqlOutcome = { kind: 'too-slow', stage: 'sent' };

/** An owner that answers when it is told to. */
function startOwner() {
  const limits: TimeLimit[] = [];
  const waiting: ((outcome: GraphqlOutcome) => void)[] = [];
  return {
    /** Of what was sent. */
    limits,
    send: (limit: TimeLimit) => {
      limits.push(limit);
      return new Promise<GraphqlOutcome>((resolve) => waiting.push(resolve));
    },
    answer: () => {
      for (const resolve of waiting) resolve(ANSWER);
    },
  };
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));
const long = () => TimeLimit.within(units(100));

describe('a question that several ask', () => {
  it('is sent once when they ask at the same moment, and all have the answer', async () => {
    const [joint, owner] = [new JointQuestions(), startOwner()];
    const asked = [1, 2, 3].map(() => joint.ask('same', long(), owner.send));
    await nextTurn();
    owner.answer();

    expect(await Promise.all(asked)).toEqual([ANSWER, ANSWER, ANSWER]);
    expect(owner.limits).toHaveLength(1);
  });

  it('is sent anew for whoever asks once it is sent, though no answer has come', async () => {
    const [joint, owner] = [new JointQuestions(), startOwner()];
    const first = joint.ask('same', long(), owner.send);
    await nextTurn();
    const second = joint.ask('same', long(), owner.send);
    await nextTurn();
    owner.answer();

    expect(await Promise.all([first, second])).toEqual([ANSWER, ANSWER]);
    expect(owner.limits).toHaveLength(2);
  });

  it('is another one when anything of it differs', async () => {
    const [joint, owner] = [new JointQuestions(), startOwner()];
    const asked = ['one', 'other'].map((text) => joint.ask(text, long(), owner.send));
    await nextTurn();
    owner.answer();

    await Promise.all(asked);
    expect(owner.limits).toHaveLength(2);
  });

  it('goes on for the others when the time of one is over, and ends with the last', async () => {
    const [joint, owner] = [new JointQuestions(), startOwner()];
    const limits = [long(), long()];
    const asked = limits.map((limit) => joint.ask('same', limit, owner.send));
    await nextTurn();
    const [shared] = owner.limits;
    limits[0]?.end();
    expect(await asked[0]).toEqual(TOO_SLOW);
    expect(shared?.isOver).toBe(false);

    limits[1]?.end();
    expect(await asked[1]).toEqual(TOO_SLOW);
    expect(shared?.isOver).toBe(true);
  });

  it('may take as long as the most patient of them waits', async () => {
    const [joint, owner] = [new JointQuestions(), startOwner()];
    const patient = TimeLimit.within(units(1_000));
    const asked = [long(), patient, long()].map((limit) => joint.ask('same', limit, owner.send));
    await nextTurn();
    const [shared] = owner.limits;
    owner.answer();

    await Promise.all(asked);
    expect(shared?.remainingMs).toBeGreaterThan(units(900));
  });
});
