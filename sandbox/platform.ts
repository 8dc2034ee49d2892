import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** The part of Slack or Discord that the bot and the page need, on loopback: state, protocol and a way to play people. */
export interface SandboxPlatform {
  readonly platform: 'slack' | 'discord';

  /** Answers a request of the platform's own protocol (API, files). @returns false when the path is not this platform's. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** Takes over a WebSocket upgrade (Socket Mode, Gateway). @returns false when the path is not this platform's. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  /** Closes every socket and timer. */
  close(): Promise<void>;

  community(): Community;
  /** Messages `as` can see in a channel (threads left out) or in one thread, oldest first, with ephemerals for `as`. */
  messages(query: { as: string; channel: string; thread?: string }): MessageView[];
  /** What only `as` sees: direct messages with everybody, and open forms. */
  inbox(as: string): Inbox;

  createMessage(input: {
    as: string;
    channel: string;
    text: string;
    thread?: string;
    files?: UploadedFile[];
  }): { channel: string; message: string };
  editMessage(input: { as: string; channel: string; message: string; text: string }): void;
  deleteMessage(input: { as: string; channel: string; message: string }): void;
  /** `emoji` is a character or `:name:`. */
  react(input: { as: string; channel: string; message: string; emoji: string; present: boolean }): void;
  /** Puts somebody into a user group or role, or takes them out of it, as an admin would. */
  belong(input: { person: string; group: string; present: boolean }): void;
  renameGroup(input: { group: string; name: string }): void;
  /** Deletes a role, or disables a user group. */
  removeGroup(input: { group: string }): void;
  /** Somebody leaves the server, or their account is deactivated. */
  leave(input: { person: string }): void;
  /**
   * What a person would type: `/feedback claim FB-1`; on Discord options may be written `name:value`, and `files` are chosen for the
   * options that take one, in order. Resolves when the app has acknowledged.
   */
  command(input: {
    as: string;
    channel: string;
    text: string;
    thread?: string;
    files?: UploadedFile[];
  }): Promise<InteractionResult>;
  /** The message menu's entry with this name (Slack message shortcut, Discord message command). */
  menu(input: { as: string; channel: string; message: string; name: string }): Promise<InteractionResult>;
  /** Presses the button (by id or visible label) or chooses `value` in the select of a message `as` can see. */
  press(input: {
    as: string;
    channel: string;
    message: string;
    action: string;
    value?: string;
  }): Promise<InteractionResult>;
  /** Opens the bot's page of one's own (Slack's Home tab), which `messages` shows as channel `home`. Refused where there is none. */
  openHome(input: { as: string }): void;
  /** Sends an open form. Keys of `values`, and of `files` for fields that take files, are the fields' names or visible labels. */
  submit(input: SentForm): Promise<InteractionResult>;

  /** Makes the platform misbehave. */
  fault(fault: Fault): void;
  faults(): Fault[];
  clearFaults(): void;
  /** Every call of the bot's since the start (newest last, bounded), for tests: no secrets. */
  calls(): CallView[];

  /** Called after anything a person could see has changed. @returns the unsubscribe function. */
  onChange(listener: () => void): () => void;
}

export interface Community {
  platform: 'slack' | 'discord';
  /** The Slack team id or Discord server id. */
  id: string;
  name: string;
  people: PersonView[];
  channels: ChannelView[];
  /** Whether an app is connected by socket (or, for Slack over HTTP, has a request URL). */
  appConnected: boolean;
}

export interface PersonView {
  id: string;
  name: string;
  /** What they are in the story, such as "member" or "community manager". */
  title: string;
  isBot: boolean;
  groups: string[];
}

export interface ChannelView {
  id: string;
  name: string;
  isPrivate: boolean;
  /** A Discord forum: every message in it is a post with a thread of its own. */
  isForum?: boolean;
  members: string[];
}

export interface MessageView {
  id: string;
  channel: string;
  /** Root message id, for a message inside a thread. */
  thread: string | null;
  author: { id: string; name: string; isBot: boolean };
  /** ISO 8601. */
  at: string;
  /** In the platform's own markup. */
  text: string;
  edited: boolean;
  /** Only `as` sees it. */
  ephemeral: boolean;
  /** Slack: `{ blocks, attachments }`. Discord: `{ embeds, components }`. As the bot sent them. */
  native: { blocks?: unknown[]; attachments?: unknown[]; embeds?: unknown[]; components?: unknown[] };
  actions: ActionView[];
  reactions: { emoji: string; people: string[] }[];
  files: { name: string; mime: string; size: number; url: string }[];
  replies: number;
}

export interface ActionView {
  /** Slack action_id, Discord custom_id. */
  id: string;
  type: 'button' | 'select' | 'link';
  label: string;
  style: 'plain' | 'primary' | 'danger';
  /** For selects. */
  choices: { label: string; value: string }[];
  /** For links. */
  url: string | null;
}

export interface Inbox {
  /** One per conversation with the bot or a person; `channel` can be given to `messages`. */
  directMessages: { channel: string; with: { id: string; name: string }; messages: MessageView[] }[];
  forms: FormView[];
}

export interface FormView {
  id: string;
  title: string;
  /** Empty for what is only to be read. */
  submit: string;
  /** What it says besides its fields; absent where it says nothing. */
  intro?: string;
  fields: {
    name: string;
    label: string;
    type: 'line' | 'paragraph' | 'choice' | 'person' | 'files';
    required: boolean;
    value: string;
    choices: { label: string; value: string }[];
    /** What is said beside it; absent where nothing is. */
    hint?: string;
    /** The most files it takes; absent for what takes none. */
    maxFiles?: number;
  }[];
}

/** What the person sees at once: an error ("did not respond"), the form that opened, or the words only they see. */
export interface InteractionResult {
  ok: boolean;
  /** Why not, as the platform would tell the person. */
  error: string | null;
  form: FormView | null;
  /** Id of the ephemeral answer, when there was one at once; later ones are in `messages` and `inbox`. */
  ephemeral: MessageView | null;
}

export interface SentForm {
  as: string;
  form: string;
  values: Record<string, string>;
  files?: Record<string, UploadedFile[]>;
}

export interface UploadedFile {
  name: string;
  mime: string;
  base64: string;
}

/** `times` is how often it happens before it wears off (default 1). `method` narrows it to one API method or route substring. */
export type Fault =
  /** The next events are delivered twice. */
  | { kind: 'redeliver'; times: number }
  /** The next `times` events are held and delivered in reverse order. */
  | { kind: 'reorder'; times: number }
  | { kind: 'delay'; times: number; ms: number }
  /** Closes the app's sockets now; `ms` is how long new ones are refused. */
  | { kind: 'drop_socket'; ms: number }
  /** The platform ends connections in its own words, each of which one platform knows; others are ignored. */
  | { kind: 'disconnect'; reason: DisconnectReason }
  /** Slack leaves out the next events and says so with `app_rate_limited`. */
  | { kind: 'events_limited'; times: number }
  /** Sends this to the app now, as it is: a Slack payload, or `{ t, d }` of Discord's gateway. */
  | { kind: 'raw_event'; payload: Record<string, unknown> }
  | { kind: 'rate_limit'; times: number; retryAfterS: number; method?: string }
  | { kind: 'server_error'; times: number; status: number; method?: string }
  /** The call is carried out and the connection cut before its answer. */
  | { kind: 'lost_answer'; times: number; method?: string }
  /** This person accepts no direct messages until cleared. */
  | { kind: 'dms_closed'; person: string }
  /** The app lacks this scope or permission until cleared (Slack scope such as `reactions:write`; Discord permission name). */
  | { kind: 'missing_scope'; scope: string };

/**
 * Slack: `warning` and `refresh_requested` ask one socket to come back; `link_disabled` is Socket Mode switched off, until cleared.
 * Discord: `reconnect` is opcode 7, `invalid_session` opcode 9 without a resume; `token_refused` (4004) and `intents_off` (4014)
 * last until cleared.
 */
export const DISCONNECT_REASONS = [
  'warning',
  'refresh_requested',
  'link_disabled',
  'reconnect',
  'invalid_session',
  'token_refused',
  'intents_off',
] as const;
export type DisconnectReason = (typeof DISCONNECT_REASONS)[number];

export interface CallView {
  at: string;
  method: string;
  status: number;
  /** The platform's error code, if any. */
  error: string | null;
}

/** A person in the sandbox asked for something the platform refuses. `code` is the platform's where it has one. */
export class SandboxRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.name = 'SandboxRefusal';
    this.code = code;
  }
}
