import { FORGOTTEN, KEPT_DAYS } from '../../../../schema/privacy.js';
import { DAY_MS } from '../../../shared/words/dates.js';
import { forgottenBuyer, isForgotten } from '../../orders/order/forgetting.js';
import type { WorkRequestRecord } from './records.js';

/** When a request's caller is to be forgotten; null once that is done. */
export function forgetAt({
  caller,
  maker = null,
  start,
}: Pick<WorkRequestRecord, 'caller' | 'maker' | 'start'>): Date | null {
  return isForgotten(caller, maker) ? null : new Date(start.getTime() + KEPT_DAYS.request * DAY_MS);
}

/** The request without its caller, who made it, and what people wrote in their own words; what became of it stands as it was. */
export function forgetCaller(request: WorkRequestRecord): WorkRequestRecord {
  const { caller, maker = null } = request;
  if (isForgotten(caller, maker)) return request;
  return {
    ...request,
    caller: forgottenBuyer(caller),
    maker: null,
    what: FORGOTTEN,
    offers: request.offers.map((offer) => ({ ...offer, note: null })),
  };
}
