import {
  priceLeg,
  type LegPrice,
  type Purchase,
  type UnitPrice,
} from '../../../shared/words/money.js';
import { dateAt } from '../../capacity/index.js';

/** What a leg costs, as one line; days are those of the cooperative's zone. */
export function quoteLeg(price: UnitPrice, purchase: Purchase, timeZone: string): LegPrice {
  return priceLeg(price, purchase, (instant) => dateAt(timeZone, instant));
}
