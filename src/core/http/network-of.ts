import ipaddr from 'ipaddr.js';

/** The network that a limit counts: whoever has one IPv6 address has the 2^64 of its network. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const read = ipaddr.process(address);
  return read.kind() === 'ipv6' ? (read as ipaddr.IPv6).parts.slice(0, 4).join(':') : read.toString();
}
