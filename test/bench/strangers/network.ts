import { honest, startFakeEndpoint } from '../../support/fakes/endpoint.js';
import {
  bookingSchema,
  catalogueSchema,
  cooperativeSchema,
} from '../../support/fakes/gateway-schemas.js';
import { startFakeRegistry } from '../../support/fakes/registry.js';

/** Where what is behind the gateway answers. */
export interface BehindTheGateway {
  readonly catalogue: string;
  readonly booking: string;
  readonly registry: string;
}

const COOPERATIVES = ['karhu', 'lumo', 'tuki'];
/** Requests are kept by the fakes; nobody looks at them here. */
const FORGET_EVERY_MS = 1_000;

const registry = await startFakeRegistry();
const catalogue = await startFakeEndpoint(honest(catalogueSchema(COOPERATIVES)));
const booking = await startFakeEndpoint(honest(bookingSchema()));
const endpoints = [catalogue, booking];
for (const id of COOPERATIVES) {
  const owner = await startFakeEndpoint(honest(cooperativeSchema(id)));
  endpoints.push(owner);
  registry.set({ id, url: owner.url });
}
setInterval(() => {
  for (const { requests } of endpoints) requests.length = 0;
  registry.answered.length = 0;
}, FORGET_EVERY_MS);

const told: BehindTheGateway = {
  catalogue: catalogue.url,
  booking: booking.url,
  registry: registry.url,
};
process.send?.(told);
process.once('disconnect', () => process.exit(0));
