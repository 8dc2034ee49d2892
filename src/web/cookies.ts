import { randomBytes } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';

/** What a cookie of ours holds: 256 random bits. Anything else was not set by us. */
const TOKEN = /^[\w-]{43}$/;

/** The two cookies of the pages. Neither can be read by scripts, and neither is sent from other sites' forms. */
export interface Cookies {
  /** Whose session it is. Sent from our own pages only, so a link from elsewhere opens nothing by itself. */
  session: { name: string; options: CookieSerializeOptions };
  /** Ties the button of a one-time link to the browser that was shown it. */
  door: { name: string; options: CookieSerializeOptions };
}

/** @param isSecure browsers come by https: then the cookies belong to this host alone and never go over http */
export function cookiesFor(isSecure: boolean): Cookies {
  // The prefix keeps other hosts of the domain from setting them. https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Set-Cookie#cookie_prefixes
  const prefix = isSecure ? '__Host-' : '';
  const common = { path: '/', httpOnly: true, secure: isSecure };
  return {
    session: { name: `${prefix}hearback`, options: { ...common, sameSite: 'strict' } },
    // Somebody comes to the door from the chat, which is another site: a strict one would not be there yet.
    door: { name: `${prefix}hearback-door`, options: { ...common, sameSite: 'lax' } },
  };
}

export function tokenIn(cookies: Readonly<Record<string, string | undefined>>, name: string): string | null {
  const value = cookies[name];
  return value !== undefined && TOKEN.test(value) ? value : null;
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
