import { randomBytes } from 'node:crypto';
import type { CookieSerializeOptions } from '@fastify/cookie';

/** What a cookie of ours holds: 256 random bits. Anything else was not set by us. */
const TOKEN = /^[\w-]{43}$/;

/** How long somebody has to say yes to the app (s). */
const INSTALL_WITHIN_S = 600;

/** The cookies of the pages. Neither can be read by scripts, and neither is sent from other sites' forms. */
export interface Cookies {
  /** Whose session it is. Sent from our own pages only, so a link from elsewhere opens nothing by itself. */
  session: { name: string; options: CookieSerializeOptions };
  /** Ties the button of a one-time link to the browser that was shown it. */
  door: { name: string; options: CookieSerializeOptions };
  /** Ties somebody's return from the platform, where they installed the app, to the browser they left with. */
  install: { name: string; options: CookieSerializeOptions };
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
    install: {
      name: `${prefix}hearback-install`,
      options: { ...common, sameSite: 'lax', maxAge: INSTALL_WITHIN_S },
    },
  };
}

export function tokenIn(cookies: Readonly<Record<string, string | undefined>>, name: string): string | null {
  const value = cookies[name];
  return value !== undefined && TOKEN.test(value) ? value : null;
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}
