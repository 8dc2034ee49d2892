import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ChatAdapter } from '../../../src/chat/adapter.ts';
import { createSlackAdapter, type SlackOptions } from '../../../src/adapters/slack/index.ts';
import { createLog } from '../../../src/log.ts';
import { openJournal } from '../../../sandbox/journal.ts';
import { SLACK_APP_TOKEN, SLACK_BOT_TOKEN, slackSeed } from '../../../sandbox/seed.ts';
import { createSlackSandbox } from '../../../sandbox/slack/index.ts';
import type { AdapterHarness, AdapterWorld } from '../contract.ts';

export interface SlackWorld extends AdapterWorld {
  sandbox: ReturnType<typeof createSlackSandbox>;
  apiUrl: string;
  makeAdapter(change?: Partial<SlackOptions>): ChatAdapter;
}

const log = createLog('silent');

/** A fresh Slack workspace on a port of its own. @param requestUrl for an app reached over HTTP */
export async function openSlack(requestUrl?: string): Promise<SlackWorld> {
  const sandbox = createSlackSandbox({
    journal: openJournal(null),
    seed: slackSeed,
    ...(requestUrl && { requestUrl }),
  });
  const server = createServer((request, response) => {
    sandbox.handle(request, response).catch(() => response.destroy());
  });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    if (!sandbox.upgrade(request, socket, head)) socket.destroy();
  });
  const apiUrl = `${await listen(server)}/slack/api/`;
  const socketMode = requestUrl ? {} : { appToken: SLACK_APP_TOKEN };
  return {
    sandbox,
    apiUrl,
    workspaceId: `slack:${slackSeed.id}`,
    makeAdapter: (change) =>
      createSlackAdapter({ botToken: SLACK_BOT_TOKEN, ...socketMode, apiUrl, log, ...change }),
    channels: { open: 'C0GENERAL', triage: 'C0TRIAGE', elsewhere: 'C0OFFTOPIC' },
    people: { member: 'U0ALMA', moderator: 'U0MIA' },
    group: 'S0MODS',
    menuName: 'Flag as feedback',
    reactPermission: 'reactions:write',
    close: async () => {
      await sandbox.close();
      await close(server);
    },
  };
}

export const slackHarness: AdapterHarness = { open: () => openSlack() };

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
