import type { Caller, Role } from '../../subgraphs/shared/identity/caller.js';
import type { Limits } from '../../subgraphs/shared/network-file/limits.js';

/** Who has points of their own, as `network.json` names them. */
export type PayerKind = keyof Limits['rates']['points'];

/** Whose points something costs. */
export interface Payer {
  readonly kind: PayerKind;
  /** Tells it from others of its kind. */
  readonly key: string;
}

const KIND_BY_ROLE: Readonly<Record<Role, PayerKind>> = {
  HOUSEHOLD: 'household',
  MEMBER: 'member',
  STAFF: 'staff',
  OFFICER: 'officer',
  COORDINATOR: 'coordinator',
  AUDITOR: 'auditor',
  MACHINE: 'machine',
};

/**
 * Who pays for what a caller with roles asks: the person or program, and the organisation where it asks for one alone. What others do
 * at the same address costs them nothing.
 */
export function callerPayers(
  { issuer, subject, grants }: Caller,
  { points }: Limits['rates'],
): Payer[] {
  const kinds = grants.map(({ role }) => KIND_BY_ROLE[role]);
  const [kind] = kinds.toSorted((one, other) => points[other] - points[one]);
  if (kind === undefined) return [];
  const isForOthers = kinds.every((each) => each === 'officer' || each === 'machine');
  const organisations = new Set(
    isForOthers ? grants.flatMap(({ organisation }) => organisation ?? []) : [],
  );
  return [
    { kind, key: `${issuer} ${subject}` },
    ...[...organisations].map((key): Payer => ({ kind: 'organisation', key })),
  ];
}

/** Who pays for what is asked from an address without a role; nobody where it is this machine, unless that is counted. */
export function addressPayers(address: string, { countsLoopback }: Limits['rates']): Payer[] {
  const key = networkOf(address);
  return !countsLoopback && isLoopback(key) ? [] : [{ kind: 'address', key }];
}

function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === LOOPBACK_NETWORK;
}

const LOOPBACK_NETWORK = '0:0:0:0';
const GROUPS = 8;
/** One line of a provider has that many addresses of IPv6, all of them its customer's. */
const NETWORK_GROUPS = 4;

/** The address, or of IPv6 its first 64 bits. */
export function networkOf(address: string): string {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped !== undefined) return mapped;
  if (!address.includes(':')) return address;
  const [plain = ''] = address.split('%', 1);
  const [before = [], after = []] = plain
    .split('::')
    .map((part) => (part === '' ? [] : part.split(':')));
  const zeros = Array.from({ length: GROUPS - before.length - after.length }, () => '0');
  const groups = plain.includes('::') ? [...before, ...zeros, ...after] : before;
  return groups
    .slice(0, NETWORK_GROUPS)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
