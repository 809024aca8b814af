import { FORGOTTEN, KEPT_DAYS } from '../../../../schema/privacy.js';
import { DAY_MS } from '../../../shared/words/dates.js';
import { forgottenBuyer, isForgotten } from '../../orders/order/forgetting.js';
import type { WorkRequestRecord } from './records.js';

/** When a request's caller is to be forgotten; null once that is done. */
export function forgetAt({
  caller,
  start,
}: Pick<WorkRequestRecord, 'caller' | 'start'>): Date | null {
  return isForgotten(caller) ? null : new Date(start.getTime() + KEPT_DAYS.request * DAY_MS);
}

/** The request without its caller, and without what people wrote in their own words; what became of it stands as it was. */
export function forgetCaller(request: WorkRequestRecord): WorkRequestRecord {
  if (isForgotten(request.caller)) return request;
  return {
    ...request,
    caller: forgottenBuyer(request.caller),
    what: FORGOTTEN,
    offers: request.offers.map((offer) => ({ ...offer, note: null })),
  };
}
