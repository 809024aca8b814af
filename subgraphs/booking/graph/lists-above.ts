import type { GraphQLResolveInfo } from 'graphql';

/** In how many lists a field of an answer stands, one in another: none where it is read by itself. */
export function listsAbove(path: GraphQLResolveInfo['path']): number {
  let lists = 0;
  for (let at: typeof path | undefined = path; at; at = at.prev) {
    if (typeof at.key === 'number') lists += 1;
  }
  return lists;
}
