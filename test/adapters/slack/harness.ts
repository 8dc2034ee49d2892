import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { ChatAdapter } from '../../../src/chat/adapter.ts';
import { createSlackAdapter, type SlackOptions } from '../../../src/adapters/slack/index.ts';
import { createLog } from '../../../src/log.ts';
import { openJournal } from '../../../sandbox/journal.ts';
import { SLACK_APP_TOKEN, SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, slackSeed } from '../../../sandbox/seed.ts';
import { createSlackSandbox, type SlackSandboxOptions } from '../../../sandbox/slack/index.ts';
import type { AdapterHarness, AdapterWorld } from '../contract.ts';

interface SlackWorld extends AdapterWorld {
  sandbox: ReturnType<typeof createSlackSandbox>;
  apiUrl: string;
  makeAdapter(change?: Partial<SlackOptions>): ChatAdapter;
}

const log = createLog('silent');

/** A fresh Slack workspace on a port of its own. */
export async function openSlack(
  settings: Pick<SlackSandboxOptions, 'requestUrl' | 'timings'> = {},
): Promise<SlackWorld> {
  const sandbox = createSlackSandbox({ journal: openJournal(null), seed: slackSeed, ...settings });
  const server = createServer((request, response) => {
    sandbox.handle(request, response).catch(() => response.destroy());
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (!sandbox.upgrade(request, socket, head)) socket.destroy();
  });
  const apiUrl = `${await listen(server)}/slack/api/`;
  const reached = settings.requestUrl
    ? { signingSecret: SLACK_SIGNING_SECRET }
    : { appToken: SLACK_APP_TOKEN };
  return {
    sandbox,
    apiUrl,
    workspaceId: `slack:${slackSeed.id}`,
    makeAdapter: (change) =>
      createSlackAdapter({ botToken: SLACK_BOT_TOKEN, ...reached, apiUrl, log, ...change }),
    channels: { open: 'C0GENERAL', triage: 'C0TRIAGE', elsewhere: 'C0OFFTOPIC' },
    people: { member: 'U0ALMA', moderator: 'U0MIA' },
    group: 'S0MODS',
    menuName: 'Flag as feedback',
    reactPermission: 'reactions:write',
    picturePermission: 'files:write',
    close: async () => {
      await sandbox.close();
      await close(server);
    },
  };
}

export const slackHarness: AdapterHarness = { open: () => openSlack() };

/** The same workspace for an app that Slack reaches over HTTP. */
export const slackOverHttp: AdapterHarness = {
  open: async () => {
    const adapters: ChatAdapter[] = [];
    const server = createServer((request, response) => {
      void text(request).then(async (rawBody) => {
        const headers = request.headers as Record<string, string | undefined>;
        // Slack knows one address; here it leads to whichever of the adapters has been started.
        for (const { routes } of adapters.toReversed()) {
          const { status, body, contentType } = await routes[0]!.handle({ rawBody, headers });
          if (status === 500) continue;
          return response.writeHead(status, { 'content-type': contentType }).end(body);
        }
        return response.writeHead(500).end();
      });
    });
    const world = await openSlack({ requestUrl: `${await listen(server)}/slack/events` });
    return {
      ...world,
      makeAdapter: () => {
        const adapter = world.makeAdapter();
        adapters.push(adapter);
        return adapter;
      },
      close: async () => {
        await world.close();
        await close(server);
      },
    };
  },
};

/** @returns the server's address. */
export async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
}
