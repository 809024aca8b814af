import { FORGOTTEN, KEPT_DAYS } from '../../../../schema/privacy.js';
import { DAY_MS } from '../../../shared/words/dates.js';
import { forgottenBuyer, isForgotten } from '../../orders/order/forgetting.js';
import type { WorkRequestRecord } from './records.js';

/** When a request's caller is to be forgotten; null once that is done. */
export function forgetAt({
  caller: buyer,
  start,
  ...rest
}: Pick<WorkRequestRecord, 'caller' | 'details' | 'maker' | 'start'>): Date | null {
  if (isForgotten({ buyer, ...rest })) return null;
  return new Date(start.getTime() + KEPT_DAYS.request * DAY_MS);
}

/** The request without its caller, who made it, and what people wrote in their own words; what became of it stands as it was. */
export function forgetCaller(request: WorkRequestRecord): WorkRequestRecord {
  const { caller } = request;
  if (isForgotten({ ...request, buyer: caller })) return request;
  return {
    ...request,
    caller: forgottenBuyer(caller),
    details: null,
    maker: null,
    what: FORGOTTEN,
    offers: request.offers.map((offer) => ({ ...offer, note: null })),
  };
}
