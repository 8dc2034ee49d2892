import { randomUUID } from 'node:crypto';
import type { ChatAdapter, Inbound } from '../../../src/chat/adapter.ts';
import type { Card, Content } from '../../../src/chat/card.ts';
import type { Answer, ChatCommand, CommandSpec } from '../../../src/chat/command.ts';
import type { HomeOpened } from '../../../src/chat/home.ts';
import type { RolesChanged } from '../../../src/chat/group.ts';
import type { ChatEvent } from '../../../src/chat/event.ts';
import type { Place, WorkspaceId } from '../../../src/chat/ref.ts';
import { paragraph } from '../../../src/chat/rich.ts';
import type { MessageView, SandboxPlatform } from '../../../sandbox/platform.ts';

/** One platform's sandbox, listening on a port of its own, and how to connect an adapter to it. */
export interface AdapterWorld {
  sandbox: SandboxPlatform;
  workspaceId: WorkspaceId;
  makeAdapter: () => ChatAdapter;
  /** `open` and `triage` (private) have the bot in them, `elsewhere` has not. `member` and `moderator` are in `open`. */
  channels: { open: string; triage: string; elsewhere: string };
  /** `moderator` is also in `triage` and in `group`. */
  people: { member: string; moderator: string };
  group: string;
  /** The message menu's entry for the command `flag`. */
  menuName: string;
  /** The channel a message in a thread is in, where threads are channels of their own (Discord); without it the thread's channel. */
  channelOfThread?(channel: string, root: string): string;
  /** False where the wording of a form's button is the platform's own (Discord). */
  ownSubmitWording?: boolean;
  /** What reacting needs, as the sandbox's `missing_scope` fault and our error name it. */
  reactPermission: string;
  /** The same for posting a picture. */
  picturePermission: string;
  close(): Promise<void>;
}

export interface AdapterHarness {
  open(): Promise<AdapterWorld>;
}

/** Everything that came in, and a way to wait for something without a clock. */
export interface RecordedInbound extends Inbound {
  events: ChatEvent[];
  commands: ChatCommand[];
  gaps: WorkspaceId[];
  takenOver: WorkspaceId[];
  roles: RolesChanged[];
  homes: HomeOpened[];
  /** Resolves with the first event, past or future, that fits. */
  event<K extends ChatEvent['kind']>(
    kind: K,
    fits?: (event: ChatEvent & { kind: K }) => boolean,
  ): Promise<ChatEvent & { kind: K }>;
  /** Resolves when `met` is true; looked at whenever something has come in. A command is acknowledged before it is carried out. */
  until(met: () => boolean): Promise<void>;
  /** What the next commands are answered with. */
  answer: (command: ChatCommand) => Answer | Promise<Answer>;
}

export interface Scene extends AdapterWorld {
  channelOfThread: (channel: string, root: string) => string;
  adapter: ChatAdapter;
  inbound: RecordedInbound;
  inChannel: () => Place;
  reply: (text: string) => Content;
  card: (change?: Partial<Card>) => Content;
  /** Messages as a person sees them. */
  seen: (as: string, channel: string, thread?: string) => MessageView[];
}

export const COMMANDS: CommandSpec[] = [
  { name: 'help', summary: () => 'What I can do', options: [], mayOpenForm: false },
  {
    name: 'flag',
    summary: () => 'Flag a message as feedback',
    options: [{ name: 'link', summary: () => 'Link to the message', required: true, type: 'text' }],
    mayOpenForm: true,
  },
  {
    name: 'note',
    summary: () => 'Add a note',
    options: [
      { name: 'case', summary: () => 'The case', required: true, type: 'case' },
      { name: 'text', summary: () => 'The note', required: true, type: 'text' },
    ],
    mayOpenForm: false,
  },
  {
    name: 'claim',
    summary: () => 'Take a case',
    options: [{ name: 'case', summary: () => 'The case', required: true, type: 'case' }],
    mayOpenForm: false,
  },
  {
    name: 'severity',
    summary: () => 'How bad it is',
    options: [
      { name: 'case', summary: () => 'The case', required: true, type: 'case' },
      { name: 'severity', summary: () => 'From low to urgent', required: true, type: 'choice' },
    ],
    mayOpenForm: false,
  },
  {
    name: 'reply',
    summary: () => 'Answer the member',
    options: [
      { name: 'case', summary: () => 'The case', required: true, type: 'case' },
      { name: 'text', summary: () => 'The answer', required: false, type: 'text' },
    ],
    mayOpenForm: true,
  },
];

/** A started adapter in a fresh sandbox. */
export async function openScene(harness: AdapterHarness): Promise<Scene> {
  const world = await harness.open();
  const inbound = recordInbound();
  const made: ChatAdapter[] = [];
  const makeAdapter = () => {
    const adapter = world.makeAdapter();
    made.push(adapter);
    return adapter;
  };
  const adapter = makeAdapter();
  await adapter.start(inbound, COMMANDS);
  return {
    ...world,
    channelOfThread: world.channelOfThread ?? ((channel) => channel),
    makeAdapter,
    adapter,
    inbound,
    inChannel: () => ({ type: 'channel', workspaceId: world.workspaceId, channelId: world.channels.open }),
    reply,
    card,
    seen: (as, channel, thread) => world.sandbox.messages({ as, channel, ...(thread && { thread }) }),
    close: async () => {
      for (const one of made) await one.stop();
      await world.close();
    },
  };
}

/** A mark no other test uses. */
export function newMark(): string {
  return randomUUID().replaceAll('-', '').slice(0, 20);
}

export function recordInbound(): RecordedInbound {
  const waiting = new Set<() => void>();
  const until = (met: () => boolean) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!met()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });
  const changed = () => [...waiting].forEach((look) => look());
  const inbound: RecordedInbound = {
    events: [],
    commands: [],
    gaps: [],
    takenOver: [],
    roles: [],
    answer: () => ({ type: 'silent' }),
    onEvent: async (event) => {
      inbound.events.push(event);
      changed();
    },
    onCommand: async (command) => {
      inbound.commands.push(command);
      changed();
      return inbound.answer(command);
    },
    onComplete: async () => [],
    homes: [],
    onHome: async (opened) => {
      inbound.homes.push(opened);
      changed();
    },
    onRoles: async (news) => {
      inbound.roles.push(news);
      changed();
    },
    onTakenOver: async (workspaceId) => {
      inbound.takenOver.push(workspaceId);
      changed();
    },
    onGap: async (workspaceId) => {
      inbound.gaps.push(workspaceId);
      changed();
    },
    event: async <K extends ChatEvent['kind']>(
      kind: K,
      fits?: (event: ChatEvent & { kind: K }) => boolean,
    ) => {
      const matches = (event: ChatEvent): event is ChatEvent & { kind: K } =>
        event.kind === kind && (fits?.(event as ChatEvent & { kind: K }) ?? true);
      await until(() => inbound.events.some(matches));
      return inbound.events.find(matches)!;
    },
    until,
  };
  return inbound;
}

function reply(text: string): Content {
  return { type: 'reply', blocks: [paragraph(text)] };
}

function card(change: Partial<Card> = {}): Content {
  return {
    type: 'card',
    card: {
      title: 'FB-12 · Defect',
      tone: 'neutral',
      summary: 'FB-12 was opened',
      body: [{ type: 'quote', children: [{ type: 'text', text: 'The export is broken' }] }],
      facts: [{ label: 'Severity', value: [{ type: 'text', text: 'high' }] }],
      footer: [{ type: 'text', text: 'opened just now' }],
      actions: [
        {
          type: 'button',
          label: 'Claim',
          style: 'primary',
          invoke: { command: 'claim', values: { case: 'FB-12' } },
        },
        {
          type: 'select',
          placeholder: 'Severity',
          option: 'severity',
          choices: [
            { label: 'Low', value: 'low' },
            { label: 'Urgent', value: 'urgent' },
          ],
          invoke: { command: 'severity', values: { case: 'FB-12' } },
        },
        { type: 'link', label: 'Open', url: 'https://example.org/cases/12' },
      ],
      ...change,
    },
  };
}
