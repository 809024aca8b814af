import { describe, expect, it } from '@jest/globals';
import { LocalDays } from '../../../subgraphs/cooperative/capacity/local-days.js';
import { epochDayOf } from '../../../subgraphs/shared/words/dates.js';

const FIRST = epochDayOf('2026-12-01');

describe('days that are worked out after others', () => {
  // With changes at midnight, by half an hour or two hours, in the other half of the year, for Ramadan, and none.
  it.each([
    ...['Europe/Helsinki', 'Africa/Cairo', 'Asia/Beirut', 'America/Havana', 'America/Santiago'],
    ...['Australia/Lord_Howe', 'Antarctica/Troll', 'Africa/Casablanca', 'Pacific/Kiritimati'],
    ...['Atlantic/Azores', 'America/St_Johns', 'UTC'],
  ])('are what each is alone: %s', (timeZone) => {
    const days = new LocalDays(timeZone);

    for (let day = FIRST; day < FIRST + 600; day += 1) {
      expect(days.at(day)).toEqual(new LocalDays(timeZone).at(day));
    }
  });
});
