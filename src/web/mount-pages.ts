import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { Installer } from '../chat/installer.ts';
import type { Log } from '../log.ts';
import { cookiesFor, newSecret, tokenIn, type Cookies } from './cookies.ts';
import { addFormTokens, foreignForm, isFromOurPages, tieFormsTo } from './guard.ts';
import { createChannelNames } from './channel-names.ts';
import { mountInstaller } from './mount-installer.ts';
import { createNames } from './names.ts';
import { createNowhere, type Nowhere } from './nowhere.ts';
import type { Page, Rooms } from './page.ts';
import { pages } from './pages/index.ts';
import { createRender } from './render.ts';
import { createResponder } from './respond.ts';
import { servePage } from './serve-page.ts';

/** Largest form a page sends (bytes); they have one button. */
const FORM_MAX = 4_096;
/** Requests for pages, for one-time links, and for links that open nothing, from one address. */
const PAGES = { max: 240, timeWindow: '1 minute' };
const LINKS = { max: 30, timeWindow: '1 minute' };
const WRONG_LINKS = { max: 10, timeWindow: '10 minutes' };

/** What every page is dressed in, with what browsers may keep of it. */
const ASSETS = [
  { name: 'style.css', contentType: 'text/css; charset=utf-8' },
  { name: 'live.js', contentType: 'text/javascript; charset=utf-8' },
  { name: 'icon.svg', contentType: 'image/svg+xml' },
] as const;

const METHODS: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'];

export interface PagesOptions {
  /** The folder with src/ in it. */
  root: string;
  /** Where browsers reach the server; null until it is known. */
  origin(): string | null;
  isSecure: boolean;
  /** Null: the app can be installed nowhere else. */
  installer: Installer | null;
  log: Log;
}

/**
 * Everything for people with a browser, in a scope of its own: the platforms' routes see none of it.
 * @returns what to say of an address at which there is nothing
 */
export async function mountPages(
  server: FastifyInstance,
  rooms: Rooms,
  { root, origin, isSecure, installer, log }: PagesOptions,
): Promise<Nowhere> {
  const cookies = cookiesFor(isSecure);
  const names = createNames(rooms.chat, rooms.now);
  const channels = createChannelNames(rooms.chat, rooms.now);
  const render = createRender(root);
  const nowhere = createNowhere(render);
  await server.register(async (scope) => {
    await scope.register(cookie);
    await scope.register(rateLimit, { global: false });
    await addFormTokens(scope);
    acceptFormsOnly(scope);
    const respond = createResponder(render, cookies, scope.createRateLimit(WRONG_LINKS), log);
    scope.setErrorHandler((error, _request, reply) => respond.error(reply, error));
    for (const page of pages) {
      scope.route({
        method: page.method,
        url: page.path,
        bodyLimit: FORM_MAX,
        config: { rateLimit: page.allow === 'link' ? LINKS : PAGES },
        onRequest: async (_request, reply) => {
          reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
        },
        // After the rate limit, before anything is read or looked up.
        preParsing: async (request, reply) => guard(page, request, reply, cookies, origin()),
        preHandler: page.method === 'POST' ? [scope.csrfProtection] : [],
        handler: (request, reply) =>
          servePage(page, request, reply, { rooms, names, channels, cookies, respond }),
      });
    }
    if (installer) mountInstaller(scope, installer, { render, cookies, origin });
    refuseOtherMethods(scope, nowhere);
    serveAssets(scope, join(root, 'src', 'web', 'assets'));
  });
  return nowhere;
}

/** Forms come from our own pages, and hang on a cookie of this browser. */
function guard(
  page: Page,
  request: FastifyRequest,
  reply: FastifyReply,
  { session, door }: Cookies,
  origin: string | null,
): void {
  if (page.method === 'POST' && !isFromOurPages(request.headers, origin ?? '')) throw foreignForm();
  if (page.allow !== 'link') return tieFormsTo(request, tokenIn(request.cookies, session.name));
  let secret = tokenIn(request.cookies, door.name);
  if (secret === null && page.method === 'GET') {
    secret = newSecret();
    reply.setCookie(door.name, secret, door.options);
  }
  tieFormsTo(request, secret);
}

function acceptFormsOnly(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_MAX },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
}

function refuseOtherMethods(scope: FastifyInstance, nowhere: Nowhere): void {
  for (const path of new Set(pages.map((page) => page.path))) {
    const own = pages.filter((page) => page.path === path).map(({ method }) => method);
    const allowed: HTTPMethods[] = own.includes('GET') ? [...own, 'HEAD'] : own;
    scope.route({
      method: METHODS.filter((method) => !allowed.includes(method)),
      url: path,
      bodyLimit: FORM_MAX,
      handler: (_request, reply) => nowhere(reply.header('allow', allowed.join(', ')), 405),
    });
  }
}

function serveAssets(scope: FastifyInstance, folder: string): void {
  for (const { name, contentType } of ASSETS) {
    const bytes = readFileSync(join(folder, name));
    scope.get(`/assets/${name}`, (_request, reply) =>
      reply.headers({ 'content-type': contentType, 'cache-control': 'public, max-age=300' }).send(bytes),
    );
  }
}
