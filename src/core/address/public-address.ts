import ipaddr from 'ipaddr.js';

/** Is this an address of the public network? Every other range, also when hidden in IPv6 (mapped, NAT64, 6to4, Teredo), is not. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return false;
  return ipaddr.process(bare).range() === 'unicast';
}
