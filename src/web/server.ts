import helmet from '@fastify/helmet';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { HttpRoute, StreamRoute } from '../chat/adapter.ts';
import type { Installer } from '../chat/installer.ts';
import type { Log } from '../log.ts';
import type { Metrics } from './metrics.ts';
import { mountPages } from './mount-pages.ts';
import type { Nowhere } from './nowhere.ts';
import type { Rooms } from './page.ts';
import { say } from './say.ts';

/** Largest request a platform sends us (bytes); Slack's views are at most 250 kB. */
const BODY_MAX = 1_048_576;

/** What is read as it comes says itself how much it takes; this only stops what is absurd (bytes). */
const STREAM_MAX = 2_147_483_647;

/** How long a whole request may take to arrive (ms). */
const REQUEST_WITHIN_MS = 30_000;

/** For how long browsers come by https alone, once they did (s): a year. */
const HTTPS_FOR_S = 31_536_000;

/** What the web server asks and offers. */
export interface Web {
  /** Null when flags are really being captured and answered; else why not, one sentence a part. */
  problems(): Promise<string[]>;
  metrics: Metrics;
  /** Requests the platforms make to us. */
  routes: readonly HttpRoute[];
  /** The same where the body is too large to be held before it is looked at. */
  streams?: readonly StreamRoute[];
  /** Lets people install the app in further workspaces; null: nobody can. */
  installer?: Installer | null;
  /** What the pages for people may use; null: there are none. */
  rooms: Rooms | null;
  /** The folder with src/ in it: the pages' views are there. */
  root: string;
  log: Log;
}

/** Where the server listens, and how the world reaches it. */
export interface WebAddress {
  port: number;
  host: string;
  /** Where browsers come to. `own`: where the server listens, for a browser on the same machine. Null: there are no pages for people. */
  publicUrl: string | null;
  /** Proxies whose X-Forwarded-For is believed. */
  trustProxy: readonly string[];
}

/**
 * `/healthz` the process lives, `/readyz` flags are being captured, `/metrics` for Prometheus, the platforms' own routes, and
 * the pages for people with a browser.
 * @returns the address it listens at
 */
export async function startWeb(
  web: Web,
  { port, host, publicUrl, trustProxy }: WebAddress,
): Promise<{ url: string; close(): Promise<void> }> {
  // Without a logger of its own: addresses hold one-time tokens.
  const server = fastify({
    bodyLimit: BODY_MAX,
    forceCloseConnections: true,
    requestTimeout: REQUEST_WITHIN_MS,
    trustProxy: trustProxy.length > 0 ? [...trustProxy] : false,
    frameworkErrors: (_error, _request, reply) => nothingHere(reply),
  });
  const isSecure = publicUrl?.startsWith('https:') === true;
  await addHeaders(server, isSecure);
  answerMachines(server, web);
  let nowhere: Nowhere | null = null;
  server.setNotFoundHandler((_request, reply) => (nowhere ? nowhere(reply, 404) : nothingHere(reply)));
  let url: string | null = null;
  const { rooms, root, log, installer = null } = web;
  if (publicUrl !== null && rooms) {
    const origin = () => (publicUrl === 'own' ? url : publicUrl);
    nowhere = await mountPages(server, rooms, { root, origin, isSecure, installer, log });
  }

  url = await server.listen({ port, host });
  return { url, close: () => server.close() };
}

/** Requests nobody makes with a browser. */
function answerMachines(server: FastifyInstance, web: Web): void {
  // The platforms sign the bytes they send, so nothing may be parsed before the signature is checked.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  server.get('/healthz', () => ({ alive: true }));
  server.get('/readyz', async (_request, reply) => {
    const problems = await web.problems();
    return reply.code(problems.length === 0 ? 200 : 503).send({ ready: problems.length === 0, problems });
  });
  server.get('/metrics', async (_request, reply) => {
    const { contentType, text } = await web.metrics.read();
    return reply.header('content-type', contentType).send(text);
  });
  for (const route of web.routes) mount(server, route);
  for (const route of web.streams ?? []) void server.register((scope) => mountStream(scope, route));
  server.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) web.log.error({ err: error }, 'a request failed');
    return reply.code(status).send({
      error: status >= 500 ? 'Something went wrong on our side.' : 'The request could not be read.',
    });
  });
}

function mount(server: FastifyInstance, { path, handle }: HttpRoute): void {
  server.post(path, async (request, reply) => {
    const { status, body, contentType } = await handle({
      rawBody: typeof request.body === 'string' ? request.body : '',
      headers: headersOf(request.headers),
    });
    return reply.code(status).header('content-type', contentType).send(body);
  });
}

/** Its own limit is the handler's: what it has not read when it answers, nobody reads. */
async function mountStream(scope: FastifyInstance, { path, handle }: StreamRoute): Promise<void> {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
  scope.post<{ Body: AsyncIterable<Uint8Array> | undefined }>(
    path,
    { bodyLimit: STREAM_MAX },
    async (request, reply) => {
      const { status, body, contentType } = await handle({
        body: request.body ?? nothing(),
        headers: headersOf(request.headers),
      });
      // What is left of a body that is not wanted is not read.
      if (status >= 400) reply.header('connection', 'close');
      return reply.code(status).header('content-type', contentType).send(body);
    },
  );
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

function headersOf(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}

/** What browsers may do with anything that comes from here: nothing that is not ours, nothing inline, in no frame. */
async function addHeaders(server: FastifyInstance, isSecure: boolean): Promise<void> {
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        // A page asks whether it is still the same.
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: isSecure && { maxAge: HTTPS_FOR_S, includeSubDomains: false },
  });
}

/** Never with the address in it: it may hold a token. */
function nothingHere(reply: FastifyReply): void {
  // Where the address itself could not be read, no other header is added.
  void say(reply.header('x-content-type-options', 'nosniff'), 404, (words) => words.nothing);
}
