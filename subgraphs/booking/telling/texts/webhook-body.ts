import type { NotificationEvent } from '../../schema.generated.js';
import type { Facts, WorkFacts } from './facts.js';

/** How an event is called in a webhook: `offer.made`. */
function webhookType(event: NotificationEvent): string {
  return event.toLowerCase().replace('_', '.');
}

/** What a webhook says, as JSON: ids, times and places, and nothing of who ordered or asked. */
export function webhookBody(facts: Facts): string {
  const { event, at, cooperative, order, offer, municipality, works } = facts;
  const data = {
    cooperative,
    ...(order && { order: order.id, reference: order.reference }),
    ...(municipality !== null && { municipality }),
    ...(order && { legs: works.map(legOf) }),
    ...(offer && { offer: offer.id }),
    ...(offer && works[0] && { ...workOf(works[0]), deadline: offer.deadline.toISOString() }),
    ...(offer && works[0] && { needsSpokenYes: offer.needsSpokenYes }),
  };
  return JSON.stringify({ type: webhookType(event), timestamp: at.toISOString(), data });
}

function legOf(work: WorkFacts) {
  return { number: work.number, ...workOf(work) };
}

function workOf({ service, start, minutes, quantity }: WorkFacts) {
  return { service, start: start.toISOString(), minutes, quantity };
}
