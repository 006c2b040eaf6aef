import ipaddr from 'ipaddr.js';

const ISATAP = 0x5efe;

/** Is this an address of the public network? Every other range, also when hidden in IPv6 (mapped, compatible, translated, NAT64, 6to4, Teredo, ISATAP), is not. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return false;
  const is = ipaddr.process(bare);
  return is.range() === 'unicast' && (is instanceof ipaddr.IPv4 || isGlobal(is.parts));
}

/** IPv6 is given out to the public from 2000::/3 alone. */
const isGlobal = (parts: number[]): boolean => parts[0] >> 13 === 1 && !((parts[4] & 0xfdff) === 0 && parts[5] === ISATAP);
