import { createHmac, timingSafeEqual } from 'node:crypto';
import type { HttpRoute } from '../../chat/adapter.ts';
import type { Log } from '../../log.ts';
import { HTTP_PATH } from './manifest.ts';
import type { Intake } from './receiver.ts';
import { parseRecord } from './records.ts';

/** How far a request's time may be from ours, either way (s). https://docs.slack.dev/authentication/verifying-requests-from-slack */
const CLOCKS_DIFFER_S = 5 * 60;

type Request = Parameters<HttpRoute['handle']>[0];
type Response = Awaited<ReturnType<HttpRoute['handle']>>;

/**
 * Slack's requests: events, commands, clicks and forms, all signed and all to one address. 200 is said to an event only
 * when it is stored; anything else makes Slack send it again.
 */
export function createHttpRoute(signingSecret: string, intake: Intake, log: Log): HttpRoute {
  return {
    path: HTTP_PATH,
    handle: async (request) => {
      if (!isSigned(request, signingSecret)) return reply(401, { error: 'bad_signature' });
      const body = bodyOf(request);
      if (!body) return reply(400, { error: 'bad_body' });
      if (body['type'] === 'url_verification') return reply(200, { challenge: body['challenge'] });
      // Slack sees whether our certificate is good.
      if ('ssl_check' in body) return reply(200);
      return take(body, intake, log);
    },
  };
}

/** Resolves as soon as there is an acknowledgement; the work may go on. */
function take(body: Record<string, unknown>, intake: Intake, log: Log): Promise<Response> {
  return new Promise((resolve) => {
    const acknowledge = (response?: unknown) => {
      resolve(reply(200, response));
      return Promise.resolve();
    };
    intake.take(body, acknowledge).catch((error: unknown) => {
      log.error({ err: error }, 'slack: a request could not be carried out');
      resolve(reply(500, { error: 'not_stored' }));
    });
  });
}

function isSigned({ rawBody, headers }: Request, secret: string): boolean {
  const timestamp = headers['x-slack-request-timestamp'] ?? '';
  const age = Date.now() / 1_000 - Number(timestamp);
  if (!/^\d+$/.test(timestamp) || Math.abs(age) > CLOCKS_DIFFER_S) return false;
  const expected = Buffer.from(
    `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${rawBody}`).digest('hex')}`,
  );
  const given = Buffer.from(headers['x-slack-signature'] ?? '');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Events come as JSON, commands as a form, everything else as JSON in a form's `payload`. */
function bodyOf({ rawBody, headers }: Request): Record<string, unknown> | null {
  const [type = ''] = (headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/x-www-form-urlencoded') return parseRecord(rawBody);
  const fields = Object.fromEntries(new URLSearchParams(rawBody));
  return fields['payload'] === undefined ? fields : parseRecord(fields['payload']);
}

function reply(status: number, body?: unknown): Response {
  if (body === undefined) return { status, body: '', contentType: 'text/plain; charset=utf-8' };
  return { status, body: JSON.stringify(body), contentType: 'application/json; charset=utf-8' };
}
