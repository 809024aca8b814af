import type { ShownMonths } from './count/shown-months.js';

// What the resolvers of each type receive as parent, where that is not what was counted.

export interface CooperativeFiguresParent {
  readonly cooperative: string;
  readonly shown: ShownMonths;
}
