import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendar, event, readShort } from './texts.js';

/** What is said about one of two daily events from the 23rd on, or about one of its days. */
interface Said {
  readonly uid: 'a' | 'b';
  /** Null for the event as a whole. */
  readonly day: number | null;
  readonly sequence: number;
  readonly hour: number;
  readonly isOff: boolean;
}

const FIRST = 23;
const DAYS = 4;

const history: fc.Arbitrary<Said[]> = fc.uniqueArray(
  fc.record({
    uid: fc.constantFrom('a' as const, 'b' as const),
    day: fc.option(fc.integer({ min: FIRST, max: FIRST + DAYS - 1 })),
    sequence: fc.nat(4),
    hour: fc.integer({ min: 6, max: 20 }),
    isOff: fc.boolean(),
  }),
  // Equal numbers have rules of their own.
  { selector: ({ uid, day, sequence }) => `${uid} ${day} ${sequence}`, maxLength: 14 },
);

const two = (number: number): string => String(number).padStart(2, '0');
const timeOf = (day: number, hour: number): string => `202703${two(day)}T${two(hour)}0000`;

/** The whole that a change was made to: the last one before it, or else the first. */
function wholeOf(said: readonly Said[], { uid, sequence }: Said): Said | null {
  const wholes = said
    .filter((one) => one.uid === uid && one.day === null)
    .sort((a, b) => a.sequence - b.sequence);
  return wholes.findLast((one) => one.sequence <= sequence) ?? wholes[0] ?? null;
}

function newest(said: readonly Said[]): Said | null {
  return said.reduce<Said | null>(
    (last, one) => (last && last.sequence > one.sequence ? last : one),
    null,
  );
}

/** The hours that are taken: `23 08`. */
function hoursOf(said: readonly Said[]): Set<string> {
  const hours = new Set<string>();
  for (const uid of ['a', 'b'] as const) {
    const own = said.filter((one) => one.uid === uid);
    const whole = newest(own.filter(({ day }) => day === null));
    for (let day = FIRST; day < FIRST + DAYS; day++) {
      const change = newest(
        own.filter(
          (one) =>
            one.day === day &&
            wholeOf(said, one) === whole &&
            (!whole?.isOff || one.sequence > whole.sequence),
        ),
      );
      const holds = change ?? whole;
      if (holds && !holds.isOff) hours.add(`${two(day)} ${two(holds.hour)}`);
    }
  }
  return hours;
}

function eventOf(one: Said, said: readonly Said[]): string[] {
  const { uid, day, sequence, hour, isOff } = one;
  const original = wholeOf(said, one)?.hour ?? 12;
  return event(
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTART:${timeOf(day ?? FIRST, hour)}`,
    'DURATION:PT1H',
    ...(day === null ? [`RRULE:FREQ=DAILY;COUNT=${DAYS}`] : []),
    ...(day === null ? [] : [`RECURRENCE-ID:${timeOf(day, original)}`]),
    ...(isOff ? ['STATUS:CANCELLED'] : []),
  );
}

/** The hours of closures, of which those beside each other are one. */
function hoursIn(closures: readonly string[]): Set<string> {
  return new Set(
    closures.flatMap((closure) => {
      const [, day, from, to] = /^(\d\d) (\d\d):00-(\d\d):00$/.exec(closure) ?? [];
      const length = Number(to) - Number(from);
      return Array.from({ length }, (_unused, hour) => `${day} ${two(Number(from) + hour)}`);
    }),
  );
}

describe('a history of revisions', () => {
  it('comes to what holds of it, in whatever order it is written', () => {
    const shuffled = history.chain((said) =>
      fc.shuffledSubarray(said, { minLength: said.length }).map((order) => ({ said, order })),
    );

    fc.assert(
      fc.property(shuffled, ({ said, order }) => {
        const text = calendar(...order.flatMap((one) => eventOf(one, said)));
        expect(hoursIn(readShort(text))).toEqual(hoursOf(said));
      }),
      { numRuns: 300 },
    );
  });

  it('comes to the same in whatever order mails of all kinds are put together', () => {
    const method = fc.constantFrom('PUBLISH', 'REQUEST', 'CANCEL', 'ADD', 'REPLY');
    const mails = history.chain((said) =>
      fc
        .tuple(...said.map((one) => fc.tuple(fc.constant(one), method, fc.nat(1))))
        .chain((sent) =>
          fc
            .shuffledSubarray(sent, { minLength: sent.length })
            .map((order) => ({ said, sent, order })),
        ),
    );
    const readMails = (
      said: readonly Said[],
      sent: readonly (readonly [Said, string, number])[],
    ): readonly string[] | string => {
      // Every second one has a twin of the same number at another time.
      const texts = sent.map(([one, kind, twins]) => {
        const twin = eventOf({ ...one, hour: one.hour + 1 }, said);
        return calendar(`METHOD:${kind}`, ...eventOf(one, said), ...(twins ? twin : []));
      });
      try {
        return readShort(texts.join(''));
      } catch {
        return 'refused';
      }
    };

    fc.assert(
      fc.property(
        mails.filter(({ sent }) => sent.length > 0),
        ({ said, sent, order }) => {
          expect(readMails(said, order)).toEqual(readMails(said, sent));
        },
      ),
      { numRuns: 300 },
    );
  });
});
