import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Installer, InstallOutcome } from '../chat/installer.ts';
import { textsIn, type Texts } from '../texts/index.ts';
import { newSecret, tokenIn, type Cookies } from './cookies.ts';
import { languagesOf } from './languages.ts';
import type { Render } from './render.ts';

/** Requests from one address. */
const RATE = { max: 30, timeWindow: '1 minute' };

/** What a browser is told of each outcome. */
const STATUS = {
  installed: 200,
  denied: 200,
  expired: 410,
  notNamed: 403,
  organisation: 403,
  failed: 502,
} as const satisfies Record<InstallOutcome['type'], number>;

/**
 * Two addresses: one sends a browser to the platform, where somebody says yes; to the other the platform sends it back. What comes back
 * counts only in the browser that left, within ten minutes: the state is a secret that the address and a cookie both hold.
 * https://datatracker.ietf.org/doc/html/rfc6749#section-10.12
 */
export function mountInstaller(
  scope: FastifyInstance,
  installer: Installer,
  { render, cookies, origin }: { render: Render; cookies: Cookies; origin(): string | null },
): void {
  const { name: cookie, options } = cookies.install;
  const config = { rateLimit: RATE };
  const plain = { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' };

  scope.get(installer.paths.install, { config }, async (_request, reply) => {
    const state = newSecret();
    return reply
      .headers(plain)
      .setCookie(cookie, state, options)
      .redirect(installer.authorizeUrl(state, origin() ?? ''), 302);
  });
  scope.get(installer.paths.redirect, { config }, async (request, reply) => {
    const { code, error, state } = queryOf(request);
    const left = tokenIn(request.cookies, cookie);
    reply.headers(plain).clearCookie(cookie, options);
    const isTheirs = left !== null && state === left;
    const outcome: InstallOutcome = isTheirs
      ? await installer.finish({ code, error }, origin() ?? '')
      : { type: 'expired' };
    return show(reply, outcome, installer.paths.install, textsIn(...languagesOf(request)), render);
  });
}

function queryOf({ query }: FastifyRequest): Record<'code' | 'error' | 'state', string | null> {
  const given = query as Record<string, unknown>;
  const one = (name: string) => (typeof given[name] === 'string' && given[name] !== '' ? given[name] : null);
  return { code: one('code'), error: one('error'), state: one('state') };
}

async function show(
  reply: FastifyReply,
  outcome: InstallOutcome,
  install: string,
  texts: Texts,
  render: Render,
): Promise<FastifyReply> {
  const { installs } = texts.dashboard;
  const isDone = outcome.type === 'installed' && outcome.missing.length === 0;
  const html = await render('notice', {
    version: null,
    lang: texts.common.code,
    t: texts.dashboard,
    pages: [],
    csrf: null,
    signedIn: null,
    title: installs[outcome.type].title,
    text: wordsOf(outcome, texts),
    link: isDone ? null : { label: installs.again, url: install },
  });
  return reply.code(STATUS[outcome.type]).type('text/html; charset=utf-8').send(html);
}

function wordsOf(outcome: InstallOutcome, { dashboard: { installs } }: Texts): string {
  switch (outcome.type) {
    case 'installed': {
      const said = installs.installed.text(outcome.name);
      return outcome.missing.length > 0 ? `${said} ${installs.limited(outcome.missing.join(', '))}` : said;
    }
    case 'notNamed':
      return installs.notNamed.text(outcome.name, outcome.workspaceId);
    case 'failed':
      return installs.failed.text(outcome.why);
    case 'denied':
    case 'expired':
    case 'organisation':
      return installs[outcome.type].text;
  }
}
