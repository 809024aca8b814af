import { describe, expect, it } from '@jest/globals';
import {
  checkNeed,
  type LotInput,
  type NeedInput,
} from '../../../subgraphs/procurement/need/check-need.js';
import { BUILT_IN_LISTS } from '../../support/built-in-lists.js';
import { lotInput, needInput } from './builders.js';

/** 23:30 of 2 May at Stockholm, half past midnight at Pori. */
const NOW = new Date('2027-05-02T21:30:00Z');
const check = (values: Partial<NeedInput> = {}, now = NOW) =>
  checkNeed(needInput(values), BUILT_IN_LISTS, now);
const checkLot = (values: Partial<LotInput>) => check({ lots: [lotInput(values)] });

describe('a need', () => {
  it('is gone on with in full, without check digits and with nothing left open', () => {
    const need = needInput({
      weekdays: ['MO', 'TU', 'MO'],
      lots: [
        lotInput({
          cpv: '90911200-8',
          certifications: [{ scheme: 'CREDIT_RATING', grade: ' AA ' }, { scheme: 'INSURANCE' }],
        }),
        lotInput({ id: '2', municipality: 'SE-0580' }),
      ],
    });

    expect(checkNeed(need, BUILT_IN_LISTS, NOW)).toEqual({
      need: {
        municipality: 'FI-609',
        from: '2027-06-21',
        to: '2027-06-25',
        weekdays: ['MO', 'TU'],
        excludePublicHolidays: null,
        reserved: null,
        lots: [
          {
            id: '1',
            cpv: '90911200',
            minutesPerDay: 360,
            municipality: 'FI-609',
            certifications: [
              { scheme: 'CREDIT_RATING', grade: 'AA' },
              { scheme: 'INSURANCE', grade: null },
            ],
          },
          {
            id: '2',
            cpv: '90911200',
            minutesPerDay: 360,
            municipality: 'SE-0580',
            certifications: [],
          },
        ],
      },
      working: { days: ['2027-06-21', '2027-06-22'], holidaysSkipped: [], pastDays: 0 },
    });
  });

  it('takes the widest that can be asked about', () => {
    const lots = Array.from({ length: 50 }, (_, index) =>
      lotInput({ id: `${index}`.padEnd(64, 'x'), minutesPerDay: 82_000 }),
    );

    const period = { from: '2027-01-01', to: '2028-12-31' };
    const { working } = check({ ...period, lots }, new Date('2026-12-01'));

    expect(working.days).toHaveLength(521);
  });

  it('reads ids of lots that look the same as the same', () => {
    expect(checkLot({ id: ' a\u0308 1 ' }).need.lots).toMatchObject([{ id: 'ä 1' }]);
    for (const [one, other] of [
      ['a', 'a '],
      ['ä', 'a\u0308'],
    ] as const) {
      expect(() => check({ lots: [lotInput({ id: one }), lotInput({ id: other })] })).toThrow(
        expect.objectContaining({
          extensions: expect.objectContaining({ code: 'LOT_ID_DUPLICATE' }),
        }),
      );
    }
  });

  it.each(['\u202ea', 'a\u2066b', 'a\u200bb', 'a\tb', 'a\nb', 'a\u2028b', '\ud800', '\u0085'])(
    'takes no id of a lot that cannot be seen whole: %j',
    (id) => {
      expect(() => checkLot({ id })).toThrow(
        expect.objectContaining({
          extensions: expect.objectContaining({ code: 'LOT_ID_INVALID' }),
        }),
      );
    },
  );

  it('takes two years by the calendar, whichever years they are', () => {
    const daysOf = (from: string, to: string) =>
      check({ from, to, weekdays: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] }).working.days.length;

    expect(daysOf('2027-06-21', '2029-06-20')).toBe(731);
    expect(daysOf('2029-01-01', '2030-12-31')).toBe(730);
    expect(daysOf('2028-02-29', '2030-02-28')).toBe(731);
    expect(daysOf('2030-03-01', '2032-02-29')).toBe(731);
  });

  it('takes codes that no list labels, and every municipality of the lists', () => {
    expect(BUILT_IN_LISTS.cpvByCode.has('03111000')).toBe(false);
    expect(checkLot({ cpv: '03111000' }).need.lots).toMatchObject([{ cpv: '03111000' }]);
    for (const municipality of BUILT_IN_LISTS.municipalityByCode.keys()) {
      expect(check({ municipality }).need).toMatchObject({ municipality });
    }
  });

  it.each<[code: string, values: Partial<NeedInput>, argument: string, message: RegExp]>([
    ['PERIOD_REVERSED', { to: '2027-06-20' }, 'need.to', /from 2027-06-21 on, got 2027-06-20/],
    ['PERIOD_TOO_LONG', { to: '2029-06-21' }, 'need.to', /at most 731 days .* got 732/],
    [
      'PERIOD_TOO_LONG',
      { from: '2029-01-01', to: '2031-01-01' },
      'need.to',
      /at most 730 days .* got 731/,
    ],
    ['NO_WEEKDAY', { weekdays: [] }, 'need.weekdays', /at least one weekday/],
    ['NO_WORKING_DAY', { weekdays: ['SA'] }, 'need', /wanted \(SA\), got 2027-06-21 to 2027-06-25/],
    ['MUNICIPALITY_UNKNOWN', { municipality: 'FI-999' }, 'need.municipality', /got "FI-999"/],
    ['MUNICIPALITY_MERGED', { municipality: 'FI-537' }, 'need.municipality', /FI-609 \(Pori\) now/],
    ['LOTS_OUT_OF_RANGE', { lots: [] }, 'need.lots', /1 to 50 lots, got 0/],
    ['BAD_USER_INPUT', { excludePublicHolidays: 'NO' }, 'need.excludePublicHolidays', /FI, SE/],
  ])('is refused as %s', (code, values, argument, message) => {
    expect(() => check(values)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(message),
        extensions: expect.objectContaining({ code, argument }),
      }),
    );
  });

  it('is not over on its last day, by the clocks of the place', () => {
    const lastDay = { from: '2027-04-26', to: '2027-05-02', weekdays: ['MO', 'SU'] } as const;

    expect(check({ ...lastDay, municipality: 'SE-0580' }).working).toMatchObject({
      ...{ days: ['2027-05-02'], pastDays: 1 },
    });
    expect(() => check(lastDay)).toThrow(
      expect.objectContaining({
        message: '"need.to": wanted a day from today, 2027-05-03, on, got 2027-05-02.',
        extensions: { code: 'PERIOD_IN_THE_PAST', argument: 'need.to' },
      }),
    );
    expect(() => check({ ...lastDay, to: '2027-05-04', weekdays: ['SU'] })).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/there is none but days that are over \(1\)/),
        extensions: { code: 'NO_WORKING_DAY', argument: 'need' },
      }),
    );
  });

  it('names the holidays that left no working day', () => {
    const values = { from: '2027-12-25', to: '2027-12-26', weekdays: ['SA', 'SU'] } as const;

    expect(check(values).working.days).toHaveLength(2);
    expect(() => check({ ...values, excludePublicHolidays: 'FI' })).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/but public holidays \(2027-12-25, 2027-12-26\)/),
        extensions: { code: 'NO_WORKING_DAY', argument: 'need' },
      }),
    );
  });

  it('names the successor of a municipality for programs too', () => {
    expect(() => checkLot({ municipality: 'FI-537' })).toThrow(
      expect.objectContaining({
        extensions: {
          code: 'MUNICIPALITY_MERGED',
          argument: 'need.lots.0.municipality',
          successor: 'FI-609',
        },
      }),
    );
  });
});

describe('all lots on all days', () => {
  it('want no more than can be summed up', () => {
    const year = { from: '2028-01-01', to: '2028-12-31' };
    const lots = Array.from({ length: 50 }, (_, index) =>
      lotInput({ id: `${index}`, minutesPerDay: 1_000_000 }),
    );

    expect(check({ lots }).need.lots).toHaveLength(50);
    expect(() => check({ ...year, lots })).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/at most 2147483647 .* got 13000000000, on 260 days/),
        extensions: { code: 'MINUTES_OUT_OF_RANGE', argument: 'need.lots' },
      }),
    );
  });
});

describe('a lot', () => {
  it.each<[code: string, values: Partial<LotInput>, field: string, message: RegExp]>([
    ['CPV_UNKNOWN', { cpv: '90911299' }, 'cpv', /code of the CPV 2008 .* got "90911299"/],
    ['CPV_CHECK_DIGIT', { cpv: '90911200-9' }, 'cpv', /check digit of 90911200 is 8, got 9/],
    ['MINUTES_OUT_OF_RANGE', { minutesPerDay: 0 }, 'minutesPerDay', /1 to 1000000 .* got 0/],
    ['MINUTES_OUT_OF_RANGE', { minutesPerDay: 1_000_001 }, 'minutesPerDay', /got 1000001/],
    ['MUNICIPALITY_UNKNOWN', { municipality: 'SE-9999' }, 'municipality', /got "SE-9999"/],
    ['LOT_ID_INVALID', { id: '' }, 'id', /1 to 64 characters .* got "", 0 long/],
    ['LOT_ID_INVALID', { id: ' ' }, 'id', /got " ", 1 long/],
    ['LOT_ID_INVALID', { id: 'x'.repeat(65) }, 'id', /65 long/],
    [
      'BAD_USER_INPUT',
      { certifications: [{ scheme: 'ISO', grade: '' }] },
      'certifications.0.grade',
      /such as "AAA", got ""/,
    ],
    [
      'BAD_USER_INPUT',
      { certifications: [{ scheme: 'ISO' }, { scheme: 'CREDIT_RATING', grade: 'ZZ' }] },
      'certifications.1.grade',
      /a grade that there is of CREDIT_RATING, .* got "ZZ"/,
    ],
    [
      'BAD_USER_INPUT',
      { certifications: Array.from({ length: 21 }, () => ({ scheme: 'ISO' })) },
      'certifications',
      /at most 20 .* got 21/,
    ],
  ])('is refused as %s', (code, values, field, message) => {
    expect(() => checkLot(values)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(message),
        extensions: expect.objectContaining({ code, argument: `need.lots.0.${field}` }),
      }),
    );
  });

  it('is one of at most 50, with an id of its own', () => {
    const many = Array.from({ length: 51 }, (_, index) => lotInput({ id: `${index}` }));

    expect(() => check({ lots: many })).toThrow(/got 51/);
    expect(() => check({ lots: [lotInput(), lotInput({ id: '2' }), lotInput()] })).toThrow(
      expect.objectContaining({
        extensions: { code: 'LOT_ID_DUPLICATE', argument: 'need.lots.2.id' },
      }),
    );
  });
});
