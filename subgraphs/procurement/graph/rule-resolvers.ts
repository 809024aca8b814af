import { badUserInput } from '../../../schema/errors.js';
import { formatMinorUnits, parseMinorUnits } from '../../shared/words/money.js';
import { shown } from '../../shared/words/plain-text.js';
import { deadlineEnd, FIRST_DEADLINE } from '../rules/deadlines.js';
import { thresholdCheck } from '../rules/threshold-check.js';
import { vatRates } from '../rules/vat-rates.js';
import { NOTICE } from '../suppliers/word-reason.js';
import type { ProcurementContext } from './context.js';
import type { Resolvers } from './resolvers.generated.js';
import { wordsIn } from './words-in.js';

const LATEST_DEADLINE = '2199-12-31';
const MOST_DAYS = 3_660;

export const ruleResolvers = {
  Query: {
    thresholdCheck: (_root, { input }, context) => {
      const { kind, buyer = 'SUB_CENTRAL', value, currency, on } = input;
      const country = checkCountry(input.country, 'input.country');
      const minor = parseMinorUnits(value);
      if (minor === null) {
        const message = `Wanted an amount such as "216000.00", got ${shown(value)}.`;
        throw badUserInput(message, 'input.value');
      }
      const day = on ?? today(context);
      return thresholdCheck({ country, kind, buyer, value: { minor, currency }, day });
    },
    deadline: (_root, { input }) => {
      const { from, days } = input;
      const country = checkCountry(input.country, 'input.country');
      if (from < FIRST_DEADLINE || from > LATEST_DEADLINE) {
        const message = `Wanted a day from ${FIRST_DEADLINE} to ${LATEST_DEADLINE}, got ${from}.`;
        throw badUserInput(message, 'input.from');
      }
      if (days < 0 || days > MOST_DAYS) {
        throw badUserInput(`Wanted 0 to ${MOST_DAYS} days, got ${days}.`, 'input.days');
      }
      return deadlineEnd(country, from, days);
    },
    vatRates: (_root, { country, on }, context) =>
      vatRates(checkCountry(country, 'country'), on ?? today(context)),
  },
  ThresholdCheck: {
    limits: ({ limits }) => [...limits],
    unknown: ({ unknown }) => [...unknown],
    notice: (_check, { language }, context) => wordsIn(NOTICE, language ?? context.language),
  },
  ThresholdLimit: {
    amount: ({ amount }) => (amount === null ? null : formatMinorUnits(amount * 100)),
  },
  Deadline: {
    passedOver: ({ passedOver }) =>
      passedOver.map(({ day, sources }) => ({ day, sources: [...sources] })),
    notice: (_deadline, { language }, context) => wordsIn(NOTICE, language ?? context.language),
  },
  VatRate: {
    percent: ({ rule }) => rule.percent,
    covers: ({ rule }, { language }, context) => wordsIn(rule.covers, language ?? context.language),
  },
} satisfies Resolvers;

/** @throws BAD_USER_INPUT for a country of which there are no rules. */
function checkCountry(country: string, argument: string): 'FI' | 'SE' {
  if (country === 'FI' || country === 'SE') return country;
  throw badUserInput(`Wanted "FI" or "SE", got ${shown(country)}.`, argument);
}

/** By the network's clock, in UTC. */
function today({ clock }: ProcurementContext): string {
  return clock.now().toISOString().slice(0, 10);
}
