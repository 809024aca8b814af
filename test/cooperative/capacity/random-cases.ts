import fc from 'fast-check';
import {
  addDays,
  parseWallTime,
  type CapacityInput,
  type Leg,
  type Occupation,
  type ResourceRules,
} from '../../../subgraphs/cooperative/capacity/index.js';
import { EVERY_DAY } from './builders.js';
import { filmOf, SlowModel } from './slow-model.js';

const MINUTE = 60_000;
/** In minutes. */
const TEN_YEARS = 3653 * 1440;
/** Days that are asked about; open time ends a bit later, and the film after that. */
export const DAYS = 3;
const OPEN_DAYS = DAYS + 3;

/** Each with a change of the clocks or public holidays near. */
const SCENES = [
  { timeZone: 'Europe/Helsinki', country: 'FI', first: '2027-03-26' },
  { timeZone: 'Europe/Helsinki', country: 'FI', first: '2027-10-30' },
  { timeZone: 'Europe/Helsinki', country: 'FI', first: '2027-12-04' },
  { timeZone: 'Europe/Stockholm', country: 'SE', first: '2027-06-04' },
  { timeZone: 'Europe/Stockholm', country: 'SE', first: '2027-10-30' },
] as const;
type Scene = (typeof SCENES)[number];

export interface RandomCase {
  readonly first: string;
  readonly input: CapacityInput;
  readonly model: SlowModel;
  /** For availability: at least the service's minimum. */
  readonly minutes: number;
  readonly legs: readonly Leg[];
}

function clock(quarters: number): string {
  const [hours, minutes] = [Math.floor(quarters / 4), (quarters % 4) * 15];
  return [hours, minutes].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Null so many times in ten. */
function nullable<Value>(times: number, value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.oneof(
    { weight: times, arbitrary: fc.constant(null) },
    { weight: 10 - times, arbitrary: value },
  );
}

/** Quarters of an hour since midnight, the small hours often. */
const quarter = fc.oneof(fc.integer({ min: 4, max: 20 }), fc.integer({ min: 0, max: 95 }));

const openingTimes: fc.Arbitrary<readonly [number, number]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant([0, 96] as const) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 48, max: 96 })),
  },
  { weight: 1, arbitrary: fc.tuple(quarter, quarter) },
);

function dateIn(scene: Scene): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: OPEN_DAYS - 1 }).map((day) => addDays(scene.first, day));
}

function hoursIn(scene: Scene): fc.Arbitrary<ResourceRules['hours'][number]> {
  const last = addDays(scene.first, OPEN_DAYS - 1);
  return fc
    .record({
      days: fc.oneof(
        fc.constant([...EVERY_DAY]),
        fc.constant([...EVERY_DAY]),
        fc.subarray([...EVERY_DAY], { minLength: 3 }),
      ),
      times: openingTimes,
      validFrom: nullable(8, dateIn(scene)),
      validTo: nullable(8, dateIn(scene)),
    })
    .map(({ days, times: [from, to], validFrom, validTo }) => ({
      ...{ days, from: clock(from), to: clock(to) },
      ...(validFrom !== null && { validFrom }),
      validTo: validTo ?? last,
    }));
}

function resourceIn(scene: Scene, id: string): fc.Arbitrary<ResourceRules> {
  const closure = fc
    .record({ date: dateIn(scene), from: quarter, quarters: fc.integer({ min: 1, max: 24 }) })
    .map(({ date, from, quarters }) => {
      const to = from + quarters;
      const end = to < 96 ? `${date}T${clock(to)}` : `${addDays(date, 1)}T${clock(to - 96)}`;
      return { from: `${date}T${clock(from)}`, to: end };
    });
  return fc.record({
    id: fc.constant(id),
    size: fc.integer({ min: 1, max: 3 }),
    hours: fc.array(hoursIn(scene), { minLength: 1, maxLength: 3 }),
    worksOnPublicHolidays: fc.constantFrom(true, true, false),
    minutesPerDay: nullable(6, fc.integer({ min: 30, max: 2_500 })),
    closures: fc.array(closure, { maxLength: 2 }),
  });
}

function occupationFrom(origin: number): fc.Arbitrary<Occupation> {
  return fc
    .record({
      resource: fc.constantFrom('a', 'a', 'b', 'b', 'elsewhere'),
      service: fc.constantFrom('this', 'other'),
      start: fc.integer({ min: 0, max: DAYS * 96 }),
      length: fc.oneof(fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 200 })),
      quantity: fc.constantFrom(1, 1, 2),
      bufferMinutes: fc.constantFrom(0, 5, 30),
    })
    .map(({ start, length, ...occupation }) => ({
      ...occupation,
      startsAt: origin + start * 15 * MINUTE,
      endsAt: origin + (start + length) * 15 * MINUTE,
    }));
}

const legMinutes = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 240 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3_000 }) },
);

function legFrom(origin: number): fc.Arbitrary<Leg> {
  const hour = fc.integer({ min: 0, max: DAYS * 24 }).map((hours) => hours * 60);
  const half = fc.integer({ min: 0, max: DAYS * 1440 * 2 }).map((halves) => halves / 2);
  return fc.record({
    startsAt: fc
      .oneof({ weight: 6, arbitrary: hour }, { weight: 1, arbitrary: half })
      .map((minute) => origin + minute * MINUTE),
    minutes: legMinutes,
    quantity: fc.constantFrom(1, 1, 1, 2, 2, 3, 4, 5),
    resource: fc.constantFrom(null, null, null, null, 'a', 'b', 'gone'),
  });
}

/** Bookings as they come, but for those that the model has no units for. */
function possibleOf(empty: CapacityInput, model: SlowModel, wished: Occupation[]): Occupation[] {
  const occupations: Occupation[] = [];
  for (const occupation of wished) {
    const rules = empty.resources.find(({ id }) => id === occupation.resource);
    if (!rules || model.assign(rules, [...occupations, occupation])) occupations.push(occupation);
  }
  return occupations;
}

export const randomCase: fc.Arbitrary<RandomCase> = fc.constantFrom(...SCENES).chain((scene) => {
  const { timeZone, country, first } = scene;
  const origin = parseWallTime(timeZone, `${first}T00:00`);
  const film = filmOf(timeZone, first, OPEN_DAYS + 4);
  return fc
    .record({
      resources: fc.oneof(
        fc.tuple(resourceIn(scene, 'a')),
        fc.tuple(resourceIn(scene, 'b'), resourceIn(scene, 'a')),
      ),
      service: fc.record({
        id: fc.constant('this'),
        resources: fc.constantFrom(['a', 'b'], ['gone', 'b', 'a'], ['a']),
        minMinutes: fc.constantFrom(1, 1, 1, 60),
        gridMinutes: fc.constantFrom(30, 60, 60, 75, 120),
        bufferMinutes: fc.constantFrom(0, 0, 10, 45),
        leadTimeMinutes: fc.constantFrom(0, 0, 61, 1440),
        maxMinutesPerDay: nullable(6, fc.integer({ min: 30, max: 2_500 })),
      }),
      wished: fc.array(occupationFrom(origin), { maxLength: 12 }),
      // Often before all that is asked about.
      nowMinute: nullable(7, fc.integer({ min: 0, max: DAYS * 1440 })),
      nowExtra: fc.constantFrom(0, 0, 1),
      // At times so early that ten years end within what is asked about.
      horizonMinute: nullable(9, fc.integer({ min: 0, max: DAYS * 1440 })),
      minutes: legMinutes,
      legs: fc.array(legFrom(origin), { minLength: 1, maxLength: 6 }),
    })
    .map(({ resources, service, wished, nowMinute, nowExtra, horizonMinute, minutes, legs }) => {
      const nowAt = horizonMinute === null ? (nowMinute ?? -3_000) : horizonMinute - TEN_YEARS;
      const now = origin + nowAt * MINUTE + nowExtra;
      const empty = { timeZone, country, service, resources, now, occupations: [] };
      const occupations = possibleOf(empty, new SlowModel(empty, film), wished);
      const input = { ...empty, occupations };
      const asked = Math.max(minutes, service.minMinutes);
      return { first, input, model: new SlowModel(input, film), minutes: asked, legs };
    });
});
