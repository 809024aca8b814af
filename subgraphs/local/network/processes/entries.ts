/** Compiled entries of the processes of a network, below `dist/`. */
export const ENTRIES = {
  catalogue: 'subgraphs/catalogue/main.js',
  booking: 'subgraphs/booking/main.js',
  procurement: 'subgraphs/procurement/main.js',
  cooperative: 'subgraphs/cooperative/main.js',
  gateway: 'gateway/main.js',
  provider: 'subgraphs/local/provider/main.js',
} as const;
