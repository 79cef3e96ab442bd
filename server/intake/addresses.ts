import { lookup as systemLookup } from 'node:dns';
import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is on the public internet: not private, loopback, link-local, of a cloud's
 * metadata, shared (CGNAT), multicast, reserved, or one of these in IPv6's clothes.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.parse(bare);
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast';
  const six = parsed as ipaddr.IPv6;
  // ::/96 held IPv4 addresses once, and some systems still route them.
  if (six.parts.slice(0, 6).every((part) => part === 0)) return false;
  return six.range() === 'unicast';
}

/** One answer of a resolver. */
export type Resolved = { address: string; family: number };

/** Finds all addresses of a host, or fails. */
export type Resolver = (host: string) => Promise<Resolved[]>;

/** Asks the system, as every other program on the machine does. */
export const systemResolver: Resolver = (host) =>
  new Promise((resolve, reject) => {
    systemLookup(host, { all: true, verbatim: true }, (error, addresses) =>
      error ? reject(error) : resolve(addresses),
    );
  });
