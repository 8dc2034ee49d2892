import { isIP } from 'node:net';

/**
 * Whether a request was meant for this machine by the name it used. A web page elsewhere can point a name of its own at
 * 127.0.0.1 and have the visitor's browser talk to us (DNS rebinding); such a request still carries that name in `Host`.
 * @param host the `Host` header. @param boundTo what the server listens on; a wildcard also admits plain IP addresses,
 * which cannot be rebound.
 */
export function isAllowedHost(host: string | undefined, boundTo: string): boolean {
  if (host === undefined) return false;
  const name = host
    .toLowerCase()
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1');
  if (['localhost', '127.0.0.1', '::1', boundTo.toLowerCase()].includes(name)) return true;
  return (boundTo === '0.0.0.0' || boundTo === '::') && isIP(name) !== 0;
}

/** Whether a browser sent it from a page of ours; programs that are not browsers send no `Origin`. */
export function isAllowedOrigin(origin: string | undefined, boundTo: string): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && isAllowedHost(new URL(origin).host, boundTo);
}
