import { isSkipped, type EndpointTable, type RegistryEntry } from './endpoint-table.js';

/** Where to ask a cooperative. */
export interface OwnerAddress {
  /** Of its endpoint. */
  readonly url: string;
  readonly businessId: string | null;
  /** Whether the registry has found that nothing answers there. */
  readonly isToldSilent: boolean;
}

/** Where to ask a cooperative, or why it is not asked. */
export type Whereabouts =
  | ({ readonly kind: 'address' } & OwnerAddress)
  /** It is to be left alone. */
  | {
      readonly kind: 'paused' | 'left';
      /** Completes the sentence `"karhu" …`. */
      readonly state: 'is paused' | 'has left the network';
      /** What the registry says of that. */
      readonly reason: string | null;
      /** ISO 8601; null when not known. */
      readonly since: string | null;
    }
  /** The network never had it. */
  | { readonly kind: 'none' }
  /** It is not known here, and the registry cannot be asked. */
  | { readonly kind: 'unasked'; readonly registry: 'does not answer' | 'was not read yet' };

/** Looks a cooperative up; asks the registry once more before it says that there is none. Never throws. */
export async function locateOwner(table: EndpointTable, owner: string): Promise<Whereabouts> {
  const entry = table.find(owner) ?? (await table.findOrAsk(owner));
  if (entry === 'none') return { kind: 'none' };
  if (entry === 'unasked') {
    return { kind: 'unasked', registry: table.isLoaded ? 'does not answer' : 'was not read yet' };
  }
  const { reason, since } = entry;
  if (!isSkipped(entry)) return { kind: 'address', ...addressIn(entry) };
  return entry.status === 'LEFT'
    ? { kind: 'left', state: 'has left the network', reason, since }
    : { kind: 'paused', state: 'is paused', reason, since };
}

/** Where the registry has a cooperative. */
export function addressIn({ url, businessId, state }: RegistryEntry): OwnerAddress {
  return { url, businessId, isToldSilent: state === 'UNREACHABLE' };
}
