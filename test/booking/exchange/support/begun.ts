import { afterEach } from '@jest/globals';
import { startNetwork, type FakeNetwork, type NetworkOptions } from './exchange-network.js';
import {
  createRequest,
  findRequest,
  type RequestPayload,
  type SeenRequest,
} from './exchange-support.js';
import { work, type FakeWork } from './exchange-works.js';

const works = (...cooperatives: string[]): FakeWork[] =>
  cooperatives.map((id, index) => work(`${id}:siivous`, { gross: `${index + 1}0.00` }));

/** Works of so many cooperatives, the cheapest first. */
export const THREE = works('aalto', 'berg', 'cirrus');
export const FOUR = works('aalto', 'berg', 'cirrus', 'dahl');

/** The network of the test that runs, and the request that was made in it. */
export let network: FakeNetwork;
export let made: RequestPayload;

/** Starts a network; it ends with the test, where `closeAfterEach` was called. */
export async function open(offered: readonly FakeWork[], options?: NetworkOptions): Promise<void> {
  network = await startNetwork(offered, options);
}

/** Makes the request. */
export async function ask(change?: object): Promise<void> {
  made = await createRequest(network, change);
}

/** Both: three cooperatives, of which two are offered the work. */
export async function start(change: object = {}, options?: NetworkOptions): Promise<void> {
  await open(THREE, options);
  await ask({ roundSize: 2, ...change });
}

/** The request as it stands now. */
export const now = (): Promise<SeenRequest | null> => findRequest(network, made.request?.id);
export const offerId = (index: number): string | undefined => made.request?.offers[index]?.id;

/** To be called once a suite. */
export function closeAfterEach(): void {
  afterEach(() => network.close());
}
