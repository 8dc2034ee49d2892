import fastify, { type FastifyInstance } from 'fastify';
import type { HttpRoute } from '../chat/adapter.ts';
import type { Log } from '../log.ts';
import type { Metrics } from './metrics.ts';

/** Largest request a platform sends us (bytes); Slack's views are at most 250 kB. */
const BODY_MAX = 1_048_576;

/** What the web server asks and offers. */
export interface Web {
  /** Null when flags are really being captured and answered; else why not, one sentence a part. */
  problems(): Promise<string[]>;
  metrics: Metrics;
  /** Requests the platforms make to us. */
  routes: readonly HttpRoute[];
  log: Log;
}

/**
 * `/healthz` the process lives, `/readyz` flags are being captured, `/metrics` for Prometheus, and the platforms' own routes.
 * @returns the address it listens at
 */
export async function startWeb(
  web: Web,
  { port, host }: { port: number; host: string },
): Promise<{ url: string; close(): Promise<void> }> {
  const server = fastify({ bodyLimit: BODY_MAX, forceCloseConnections: true });
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
  server.setErrorHandler((error: { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) web.log.error({ err: error }, 'a request failed');
    return reply.code(status).send({
      error: status >= 500 ? 'Something went wrong on our side.' : 'The request could not be read.',
    });
  });

  const url = await server.listen({ port, host });
  return { url, close: () => server.close() };
}

function mount(server: FastifyInstance, { path, handle }: HttpRoute): void {
  server.post(path, async (request, reply) => {
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(', ') : value,
      ]),
    );
    const { status, body, contentType } = await handle({
      rawBody: typeof request.body === 'string' ? request.body : '',
      headers,
    });
    return reply.code(status).header('content-type', contentType).send(body);
  });
}
