import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ResourceRecord } from '../store/records.js';

/** Whether a resource's calendar is somebody's working time, which its link alone opens. Rooms, seats and pools are open to all. */
export function needsLink({ kind }: Pick<ResourceRecord, 'kind'>): boolean {
  return kind === 'WORKER';
}

/**
 * The key that a resource's link ends with: 256 bits in base64url, the same until the secret is another.
 * @param secret - Of the cooperative's links.
 * @param resource - Local id.
 */
export function linkKeyOf(secret: string, resource: string): string {
  return createHmac('sha256', secret).update(resource).digest('base64url');
}

/** Takes equally long whatever was given. */
export function isLinkKey(secret: string, resource: string, given: string): boolean {
  const [wanted, shown] = [Buffer.from(linkKeyOf(secret, resource)), Buffer.from(given)];
  return wanted.length === shown.length && timingSafeEqual(wanted, shown);
}

/** @returns Path and query, the same at the endpoint and at the gateway. */
export function linkPathOf(cooperative: string, secret: string, resource: string): string {
  const query = new URLSearchParams({ resource, key: linkKeyOf(secret, resource) });
  return `/cooperatives/${cooperative}/busy.ics?${query.toString()}`;
}
