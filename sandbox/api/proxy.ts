import { request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import { sendJson } from './http.ts';

/** Headers about one connection, not about the message (RFC 9110, 7.6.1). */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/**
 * Hands a request on to the bot's own web address, body and answer unchanged.
 * @param bot null while the bot has none; then, and when nobody answers there, the caller gets 503.
 */
export function proxy(request: IncomingMessage, response: ServerResponse, bot: string | null): void {
  if (bot === null) {
    unavailable(response, 'the bot is starting');
    return;
  }
  const { hostname, port } = new URL(bot);
  const chunked = request.headers['transfer-encoding'] !== undefined;
  const onward = send({
    // A URL's IPv6 address is in brackets, a socket's is not.
    hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
    port,
    path: request.url ?? '/',
    method: request.method ?? 'GET',
    headers: {
      ...endToEnd(request.headers),
      ...(chunked ? { 'transfer-encoding': 'chunked' } : {}),
      'x-forwarded-host': request.headers.host ?? '',
    },
  });
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
    answer.on('error', () => response.destroy());
    answer.pipe(response);
  });
  onward.on('error', () => {
    if (response.headersSent) response.destroy();
    else unavailable(response, 'the bot does not answer');
  });
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}

function unavailable(response: ServerResponse, problem: string): void {
  sendJson(response, 503, { ready: false, problem }, { 'retry-after': '1' });
}

function endToEnd(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim().toLowerCase());
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name !== 'host' && ![...HOP_BY_HOP, ...named].includes(name)),
  );
}
