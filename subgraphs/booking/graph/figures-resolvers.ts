import { formatMinorUnits } from '../../shared/words/money.js';
import { NOBODYS_OWN, ofCooperative } from '../access/owned.js';
import { benefitsOf, Figures } from '../figures/count/figures.js';
import type { ShownMonths } from '../figures/count/shown-months.js';
import { ORDER_CHANNELS } from '../store/closed-sets.js';
import { stub } from './order-resolvers.js';
import type { Resolvers } from './resolvers.generated.js';

export const figuresResolvers = {
  Query: {
    network: (_root, _arguments, { figures, orders, asker }) => {
      orders.access.check('Query.network', asker, NOBODYS_OWN);
      return figures;
    },
  },
  Network: {
    figures: (network, { from, to }, { loaders }) =>
      network.figures(from, to, (months) => loaders.tallyByMonth.load(months)),
    settlement: (network, { month, cooperative }, { orders, asker }) => {
      const owned = cooperative == null ? NOBODYS_OWN : ofCooperative(cooperative);
      orders.access.check('Network.settlement', asker, owned);
      return network.settlement(month, cooperative ?? null);
    },
  },
  NetworkFigures: {
    all: ({ shown }) => new Figures(shown, { cooperative: null, channel: null }),
    channels: ({ shown }) => channelsOf(shown, null),
    benefit: ({ shown }) => benefitsOf(shown, null),
    cooperatives: ({ shown, cooperatives }) =>
      cooperatives.map((cooperative) => ({ cooperative, shown })),
  },
  CooperativeFigures: {
    cooperative: ({ cooperative }) => stub(cooperative),
    figures: ({ shown, cooperative }) => new Figures(shown, { cooperative, channel: null }),
    channels: ({ shown, cooperative }) => channelsOf(shown, cooperative),
    benefit: ({ shown, cooperative }) => benefitsOf(shown, cooperative),
  },
  Settlement: {
    lines: (settlement, { first, after }) => settlement.page(first, after ?? null),
  },
  SettlementTotal: {
    cooperative: ({ cooperative }) => stub(cooperative),
    net: ({ netMinor }) => formatMinorUnits(netMinor),
    fee: ({ feeMinor }) => formatMinorUnits(feeMinor),
  },
  SettlementLine: {
    cooperative: ({ cooperative }) => stub(cooperative),
    net: ({ netMinor }) => formatMinorUnits(netMinor),
    fee: ({ feeMinor }) => formatMinorUnits(feeMinor),
  },
} satisfies Resolvers;

function channelsOf(shown: ShownMonths, cooperative: string | null) {
  return ORDER_CHANNELS.map((channel) => ({
    channel,
    figures: new Figures(shown, { cooperative, channel }),
  }));
}
