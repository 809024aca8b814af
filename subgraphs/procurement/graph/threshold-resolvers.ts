import { badUserInput } from '../../../schema/errors.js';
import { formatMinorUnits, parseMinorUnits } from '../../shared/words/money.js';
import { shown } from '../../shared/words/plain-text.js';
import { thresholdCheck } from '../rules/threshold-check.js';
import { NOTICE } from '../suppliers/word-reason.js';
import type { Resolvers } from './resolvers.generated.js';
import { wordsIn } from './words-in.js';

export const thresholdResolvers = {
  Query: {
    thresholdCheck: (_root, { input }, { clock }) => {
      const { country, kind, buyer = 'SUB_CENTRAL', value, currency, on } = input;
      if (country !== 'FI' && country !== 'SE') {
        throw badUserInput(`Wanted "FI" or "SE", got ${shown(country)}.`, 'input.country');
      }
      const minor = parseMinorUnits(value);
      if (minor === null) {
        const message = `Wanted an amount such as "216000.00", got ${shown(value)}.`;
        throw badUserInput(message, 'input.value');
      }
      const day = on ?? clock.now().toISOString().slice(0, 10);
      return thresholdCheck({ country, kind, buyer, value: { minor, currency }, day });
    },
  },
  ThresholdCheck: {
    limits: ({ limits }) => [...limits],
    unknown: ({ unknown }) => [...unknown],
    notice: (_check, { language }, context) => wordsIn(NOTICE, language ?? context.language),
  },
  ThresholdLimit: {
    amount: ({ amount }) => (amount === null ? null : formatMinorUnits(amount * 100)),
  },
} satisfies Resolvers;
