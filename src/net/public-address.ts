import ipaddr from 'ipaddr.js';

/**
 * Whether an IP address is one of the public internet. Everything else (this machine, private and link-local networks, the
 * cloud's metadata service, multicast, addresses that wrap another one) could be a door into the operator's own network.
 */
export function isPublicAddress(ip: string): boolean {
  if (!ipaddr.isValid(ip)) return false;
  // `::ffff:10.0.0.1` is judged as the 10.0.0.1 it reaches.
  return ipaddr.process(ip).range() === 'unicast';
}
