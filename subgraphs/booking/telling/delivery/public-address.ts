import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Networks that are nobody's address on the internet (IANA's special-purpose registries). */
const PRIVATE: readonly (readonly [net: string, prefix: number, family: 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  // All that is routed today is in 2000::/3; IPv4 within IPv6, and tunnels, lead anywhere.
  ['::', 3, 'ipv6'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['4000::', 2, 'ipv6'],
  ['8000::', 1, 'ipv6'],
];

const BLOCKED = new BlockList();
for (const [net, prefix, family] of PRIVATE) BLOCKED.addSubnet(net, prefix, family);

/** Names that lead nowhere but to this machine or its own network. */
const LOCAL_NAME = /(^|\.)(localhost|local|internal|lan|home\.arpa)\.?$|^[^.]+\.?$/i;

function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && !BLOCKED.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Whether a host of a URL may be on the internet: an address that is, or a name that could be. */
export function mayBePublic(hostname: string): boolean {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return isIP(host) === 0 ? !LOCAL_NAME.test(host) : isPublicAddress(host);
}

/** Finds addresses as the machine does, and refuses a name of which any is none of the internet: `EPRIVATE`. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) {
      callback(error, '', 0);
      return;
    }
    const [first] = addresses;
    if (first === undefined) {
      callback(refusal('ENOTFOUND'), '', 0);
    } else if (!addresses.every(({ address }) => isPublicAddress(address))) {
      callback(refusal('EPRIVATE'), '', 0);
    } else if (options.all) {
      callback(null, addresses);
    } else {
      callback(null, first.address, first.family);
    }
  });
};

function refusal(code: string): NodeJS.ErrnoException {
  return Object.assign(new Error('The host has no address on the internet.'), { code });
}
