import { createHash } from 'node:crypto';
import csrfProtection from '@fastify/csrf-protection';
import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** What the form tokens of this browser hang on; named as @fastify/csrf-protection reads it. */
    session: { formSecret: string | null };
  }
}

/** Every form carries a token that fits the cookie of the browser it was shown to, and no other. */
export async function addFormTokens(server: FastifyInstance): Promise<void> {
  server.decorateRequest('session');
  await server.register(csrfProtection, {
    sessionPlugin: '@fastify/session',
    sessionKey: 'formSecret',
    getToken: ({ body }) => fieldOf(body, 'csrf'),
  });
}

/** @param cookie the secret cookie the token hangs on; null: no form can be sent */
export function tieFormsTo(request: FastifyRequest, cookie: string | null): void {
  const secret = cookie && createHash('sha256').update(`csrf ${cookie}`).digest('base64url');
  request.session = { formSecret: secret };
}

/**
 * Whether a form was sent from one of our own pages, by what browsers say themselves. They say `Origin: null` where a
 * page sends no referrer, as ours do; then only `Sec-Fetch-Site` tells. A request that says neither is left to its token.
 * https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site
 */
export function isFromOurPages(
  { origin, 'sec-fetch-site': site }: FastifyRequest['headers'],
  ours: string,
): boolean {
  if (site !== undefined && site !== 'same-origin') return false;
  return origin === undefined || origin === ours || (origin === 'null' && site === 'same-origin');
}

/** A form another site's page has sent, or one nobody can tell the origin of. */
export function foreignForm(): Error {
  return Object.assign(new Error('A form came from elsewhere.'), { statusCode: 403 });
}

function fieldOf(body: unknown, name: string): string | undefined {
  return body instanceof URLSearchParams ? (body.get(name) ?? undefined) : undefined;
}
