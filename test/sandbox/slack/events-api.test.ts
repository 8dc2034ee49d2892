import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { App, HTTPReceiver } from '@slack/bolt';
import { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET } from '../../../sandbox/seed.ts';
import { inbox, openWorkspace, quiet, type Workspace, type WorkspaceOptions } from './workspace.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A Bolt app behind a request URL, and a workspace that sends to it. */
async function boltOverHttp(
  listen: (app: App) => void,
  signingSecret = SLACK_SIGNING_SECRET,
): Promise<Workspace> {
  const receiver = new HTTPReceiver({
    signingSecret,
    logger: quiet,
    processBeforeResponse: true,
  });
  const server = createServer((request, response) => receiver.requestListener(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const requestUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  const workspace = await openWorkspace({ requestUrl });
  const app = new App({
    token: SLACK_BOT_TOKEN,
    // With its ids an app asks for nothing at its start, so that nothing is under way when a short test ends.
    botId: 'B0HEARBACK',
    botUserId: 'U0HEARBACK',
    receiver,
    logger: quiet,
    clientOptions: { slackApiUrl: workspace.apiUrl, retryConfig: { retries: 0 } },
  });
  listen(app);
  closers.push(
    () => workspace.close(),
    () => closeServer(server),
  );
  return workspace;
}

interface Received {
  headers: IncomingMessage['headers'];
  body: string;
}

/** Any server behind a request URL; the challenge is answered for it. */
async function bareOverHttp(
  answer: (received: Received, response: ServerResponse) => void,
  options: WorkspaceOptions = {},
): Promise<{ workspace: Workspace; challenges: string[] }> {
  const challenges: string[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString('utf8');
      const { challenge } = body.startsWith('{') ? (JSON.parse(body) as { challenge?: string }) : {};
      if (challenge === undefined) return answer({ headers: request.headers, body }, response);
      challenges.push(challenge);
      response.end(challenge);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const requestUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`;
  const workspace = await openWorkspace({ requestUrl, ...options });
  closers.push(
    () => workspace.close(),
    () => closeServer(server),
  );
  return { workspace, challenges };
}

function closeServer(server: ReturnType<typeof createServer>): Promise<unknown> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
}

const say = ({ slack }: Workspace, text: string) =>
  slack.createMessage({ as: 'U0ALMA', channel: 'C0GENERAL', text }).message;

describe('a Bolt app behind a request URL', () => {
  it('hears events, commands and clicks, all signed', async () => {
    const heard = inbox<unknown>();
    const workspace = await boltOverHttp((app) => {
      app.event('reaction_added', async ({ event }) => heard.put(event.reaction));
      app.command('/feedback', async ({ command, ack }) => (heard.put(command.text), ack('Done.')));
      app.action('claim', async ({ action, ack }) => (heard.put(action.type), ack()));
    });
    const message = say(workspace, 'It is broken');
    workspace.slack.react({ as: 'U0MIA', channel: 'C0GENERAL', message, emoji: '🚩', present: true });
    expect(await heard.next()).toBe('triangular_flag_on_post');

    const answer = await workspace.slack.command({
      as: 'U0MIA',
      channel: 'C0GENERAL',
      text: '/feedback mine æ&b',
    });
    expect(await heard.next()).toBe('mine æ&amp;b');
    expect(answer).toMatchObject({ ok: true, ephemeral: { text: 'Done.' } });

    const elements = [
      { type: 'button' as const, text: { type: 'plain_text' as const, text: 'Claim' }, action_id: 'claim' },
    ];
    const { ts = '' } = await workspace.web.chat.postMessage({
      channel: 'C0TRIAGE',
      text: 'x',
      blocks: [{ type: 'actions', elements }],
    });
    await workspace.slack.press({ as: 'U0MIA', channel: 'C0TRIAGE', message: ts, action: 'Claim' });
    expect(await heard.next()).toBe('button');
    expect(workspace.slack.community().appConnected).toBe(true);
  });

  it('does not believe what another secret has signed', async () => {
    const heard = inbox<unknown>();
    const workspace = await boltOverHttp(
      (app) => app.command('/feedback', async ({ ack }) => (heard.put('heard'), ack())),
      'other',
    );
    expect(
      await workspace.slack.command({ as: 'U0MIA', channel: 'C0GENERAL', text: '/feedback mine' }),
    ).toMatchObject({ ok: false });
    expect(heard.left()).toEqual([]);
  });
});

describe('the request URL', () => {
  it('is challenged once, before anything is sent', async () => {
    const heard = inbox<string>();
    const { workspace, challenges } = await bareOverHttp(
      ({ body }, response) => (heard.put(body), response.end()),
    );
    say(workspace, 'one');
    say(workspace, 'two');
    await heard.next();
    await heard.next();
    expect(challenges).toHaveLength(1);
  });

  it('is asked no sockets of', async () => {
    const { workspace } = await bareOverHttp((_, response) => response.end());
    const answer = await fetch(`${workspace.apiUrl}apps.connections.open`, {
      method: 'POST',
      headers: { authorization: 'Bearer xapp-sandbox-hearback' },
    });
    expect(await answer.json()).toMatchObject({ ok: false });
  });
});

const retries = (answer: (attempt: number, response: ServerResponse) => void) => {
  const heard = inbox<Received>();
  let attempt = 0;
  const opened = bareOverHttp(
    (received, response) => {
      heard.put(received);
      answer((attempt += 1), response);
    },
    { timings: { retryAfterMs: [0, 10, 20], ackWithinMs: 500 } },
  );
  return { heard, opened };
};
const marks = async (heard: ReturnType<typeof inbox<Received>>) => {
  const { headers } = await heard.next();
  return [headers['x-slack-retry-num'], headers['x-slack-retry-reason']];
};

describe('an event the app does not take', () => {
  it('is sent three times again, each saying the how manieth it is and why', async () => {
    const { heard, opened } = retries((_, response) => response.writeHead(500).end());
    const { workspace } = await opened;
    say(workspace, 'one');
    expect([await marks(heard), await marks(heard), await marks(heard), await marks(heard)]).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
      ['3', 'http_error'],
    ]);
  });

  it('is not sent again when the app says so', async () => {
    const { heard, opened } = retries((attempt, response) =>
      response.writeHead(attempt === 1 ? 500 : 200, attempt === 1 ? { 'x-slack-no-retry': '1' } : {}).end(),
    );
    const { workspace } = await opened;
    say(workspace, 'one');
    await heard.next();
    say(workspace, 'two');
    expect(JSON.parse((await heard.next()).body)).toMatchObject({ event: { text: 'two' } });
  });

  it('is sent again when the app is silent, or hangs up', async () => {
    const { heard, opened } = retries((attempt, response) => {
      if (attempt === 2) response.socket?.destroy();
      if (attempt > 2) response.end();
    });
    const { workspace } = await opened;
    say(workspace, 'one');
    expect([await marks(heard), await marks(heard), await marks(heard)]).toEqual([
      [undefined, undefined],
      ['1', 'http_timeout'],
      ['2', 'connection_failed'],
    ]);
  });
});
