import type { Resolvers } from './resolvers.generated.js';

export const viewerResolvers = {
  Query: {
    viewer: (_root, _arguments, { asker: { caller } }) => ({
      name: caller?.name ?? null,
      roles: (caller?.grants ?? []).map(({ role, organisation }) => ({ role, organisation })),
    }),
  },
} satisfies Resolvers;
