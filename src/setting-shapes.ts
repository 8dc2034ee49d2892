import ipaddr from 'ipaddr.js';
import { z } from 'zod';

// What settings look like, and what is said of one that does not.

export function refuse(ctx: z.RefinementCtx, message: string): never {
  ctx.addIssue({ code: 'custom', message });
  return z.NEVER;
}

export function address(schemes: string[], example: string) {
  return z
    .string()
    .refine(
      (url) => URL.canParse(url) && schemes.includes(new URL(url).protocol.slice(0, -1)),
      `not an address of this kind; write for example ${example}`,
    )
    .refine(
      (url) => !/%(?![\da-f]{2})/i.test(url),
      'has a % that is not followed by two digits; where user or password has a %, write %25',
    );
}

export const ORIGIN_ADVICE =
  'not an address browsers can come to; write https:// and the host alone, such as https://feedback.example.org (http:// only for this machine, such as http://localhost:3000), or own';

/** Scheme, host and port, and nothing else. Without https everybody on the way could read the links. */
export function originOf(written: string): string | null {
  if (written === 'own') return written;
  if (!URL.canParse(written)) return null;
  const url = new URL(written);
  const isHere = /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere)) return null;
  return url.href === `${url.origin}/` ? url.origin : null;
}

/** Names fastify knows for ranges. */
const RANGES = ['loopback', 'linklocal', 'uniquelocal'];

export const PROXY_ADVICE =
  'not addresses of proxies; write addresses or ranges such as 10.0.0.5, 10.0.0.0/8, loopback or uniquelocal, with commas between';

export function proxiesOf(written: string): readonly string[] | null {
  const parts = written
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const isKnown = (part: string) =>
    RANGES.includes(part) ||
    ipaddr.IPv4.isValidFourPartDecimal(part) ||
    ipaddr.IPv6.isValid(part) ||
    isRange(part);
  return parts.length > 0 && parts.every(isKnown) ? parts : null;
}

/** Nobody's proxies are half the internet. */
function isRange(part: string): boolean {
  return ipaddr.isValidCIDR(part) && ipaddr.parseCIDR(part)[1] >= 8;
}

/** Whose token it is, by how it begins. https://docs.slack.dev/authentication/tokens */
const TOKEN_KINDS = [
  ['xoxb-', 'a Slack bot token'],
  ['xapp-', 'a Slack app-level token'],
  ['xoxp-', "a Slack user's token"],
  ['xoxe', 'a Slack refresh or configuration token'],
  ['Bot ', 'a header with the word Bot'],
] as const;

/** @param prefix how the right one begins; null where it has no sign of its own */
export function token(prefix: string | null, wanted: string) {
  return z
    .string()
    .optional()
    .superRefine((value, ctx) => {
      if (value === undefined) return;
      const kind = TOKEN_KINDS.find(([start]) => value.startsWith(start));
      if (/^["']|["']$/.test(value)) refuse(ctx, 'has quotes around it; take them out');
      else if (kind && kind[0] !== prefix) refuse(ctx, `this is ${kind[1]}; write ${wanted}`);
      else if (prefix !== null && !kind) refuse(ctx, `does not begin with ${prefix}; write ${wanted}`);
      else if (/\s/.test(value)) refuse(ctx, 'has a space or a line break in it; copy it again');
    });
}
