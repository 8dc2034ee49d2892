import { afterEach, beforeEach, expect } from '@jest/globals';
import { DISCORD_TOKEN } from '../../../sandbox/seed.ts';
import type { ChatAdapter } from '../../../src/chat/adapter.ts';
import type { Action, Card, Content } from '../../../src/chat/card.ts';
import type { CommandSpec } from '../../../src/chat/command.ts';
import { paragraph } from '../../../src/chat/rich.ts';
import { recordInbound, type RecordedInbound } from '../contract/scene.ts';
import { CHANNELS, GUILD, openDiscord, PEOPLE, type DiscordWorld } from './world.ts';

export const workspaceId = `discord:${GUILD}`;

export const COMMANDS: CommandSpec[] = [
  { name: 'help', summary: () => 'What I can do', options: [], mayOpenForm: false },
  {
    name: 'claim',
    summary: () => 'Take a case',
    options: [{ name: 'case', summary: () => 'The case', required: true, type: 'case' }],
    mayOpenForm: false,
  },
  {
    name: 'reply',
    summary: () => 'Answer',
    options: [{ name: 'case', summary: () => 'The case', required: true, type: 'case' }],
    mayOpenForm: true,
  },
];

export const reply = (text: string): Content => ({ type: 'reply', blocks: [paragraph(text)] });

export const button = (command: string): Action => ({
  type: 'button',
  label: command,
  style: 'plain',
  invoke: { command, values: { case: 'FB-1' } },
});

export const card = (...actions: Action[]): Content => {
  const empty: Card = {
    title: 'FB-1',
    tone: 'neutral',
    summary: '',
    body: [],
    facts: [],
    footer: [],
    actions,
  };
  return { type: 'card', card: empty };
};

/** A sandbox and an adapter that has not been started, anew for each test. */
export interface Stage extends Omit<DiscordWorld, 'close'> {
  close: () => Promise<void>;
  adapter: ChatAdapter;
  inbound: RecordedInbound;
  /** Another adapter, stopped at the end. */
  fresh: DiscordWorld['adapterWith'];
  /** The member posts. @returns the message's id */
  say: (text: string, thread?: string) => string;
  /** Calls of the bot's whose method and route contain `part`. */
  callsTo: (part: string) => ReturnType<DiscordWorld['sandbox']['calls']>;
  /** A call with the bot's token that no adapter would make. */
  asBot: <T>(method: string, route: string, body: object) => Promise<T>;
}

/** @returns a function that gives the stage of the running test. */
export function useStage(): () => Stage {
  let stage: Stage;
  const made: ChatAdapter[] = [];
  beforeEach(async () => {
    stage = await openStage(made);
  });
  afterEach(async () => {
    for (const one of made.splice(0)) await one.stop();
    await stage.close();
  });
  return () => stage;
}

async function openStage(made: ChatAdapter[]): Promise<Stage> {
  const world = await openDiscord();
  const { sandbox } = world;
  const fresh: Stage['fresh'] = (options) => {
    const one = world.adapterWith(options);
    made.push(one);
    return one;
  };
  return {
    ...world,
    close: () => world.close(),
    fresh,
    adapter: fresh({}),
    inbound: recordInbound(),
    say: (text, thread) =>
      sandbox.createMessage({ as: PEOPLE.member, channel: CHANNELS.open, text, ...(thread && { thread }) })
        .message,
    callsTo: (part) => sandbox.calls().filter(({ method }) => method.includes(part)),
    asBot: async <T>(method: string, route: string, body: object) => {
      const headers = { authorization: `Bot ${DISCORD_TOKEN}`, 'content-type': 'application/json' };
      const response = await fetch(`${world.apiUrl}/v10${route}`, {
        method,
        headers,
        body: JSON.stringify(body),
      });
      expect(response.status).toBe(200);
      return (await response.json()) as T;
    },
  };
}
