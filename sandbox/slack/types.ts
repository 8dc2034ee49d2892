import type { Forging } from '../forging.ts';
import type { InteractionResult, SandboxPlatform } from '../platform.ts';

/** A JSON object as it travels; its fields are checked where they are read. */
export type Json = Record<string, unknown>;

/** What people of one workspace do and see. */
export interface Played
  extends
    Omit<
      SandboxPlatform,
      | 'platform'
      | 'handle'
      | 'upgrade'
      | 'close'
      | 'community'
      | 'fault'
      | 'faults'
      | 'clearFaults'
      | 'calls'
      | 'onChange'
    >,
    Forging {
  /** The person closes a form without sending it; the app hears of it when the view asked for `notify_on_close`. */
  closeForm(input: { as: string; form: string }): Promise<InteractionResult>;
}

/** What the emulator offers beyond the contract of both platforms. */
export interface SlackSandbox extends SandboxPlatform, Played {
  /** The people of one of its workspaces. */
  workspace(team: string): Played;
  /** An admin removes the app from a workspace. */
  uninstall(team: string): void;
  /** The tokens of a workspace that can be renewed have expired. */
  expireTokens(team: string): void;
}

/** One message as the emulator keeps it. `ts` is its id within the channel. */
export interface StoredMessage {
  channel: string;
  ts: string;
  /** The thread_ts it was posted with; null for a message that stands in its channel. */
  thread: string | null;
  user: string;
  text: string;
  blocks?: Json[];
  attachments?: Json[];
  metadata?: Json;
  edited?: { user: string; ts: string };
  reactions: { name: string; users: string[] }[];
  /** Ids of files. */
  files: string[];
  /** A reply that is shown in the channel too (`reply_broadcast`). */
  broadcast?: true;
  /** The root of a thread, deleted while it had replies: Slack leaves this stone in its place. */
  tombstone?: true;
  /** Only this person sees it; the API does not know it. */
  ephemeralFor?: string;
}

export interface StoredFile {
  id: string;
  name: string;
  mime: string;
  user: string;
  channel: string;
  createdAt: number;
  base64: string;
  /** What it is shown as, where its app said so. */
  title?: string;
  isDeleted?: true;
  /** Given to the app in a form, and shared nowhere: the app reads it all the same. */
  inForm?: true;
  /** On its way from the app: nobody sees it before it is complete and has been looked through. */
  upload?: Upload;
}

export interface Upload {
  /** What the address to send it to ends in. */
  ticket: string;
  /** Bytes, as announced. */
  length: number;
  isComplete: boolean;
  /** When it can be shown (ms since 1970). */
  readyAt: number;
}

/** How patient the emulator is (ms). The defaults are Slack's own, but for the retries, which Slack spreads over minutes. */
export interface Timings {
  /** An answer to an event, command or click later than this has failed. https://docs.slack.dev/apis/events-api */
  ackWithinMs: number;
  /** Waits before the first, second, third retry of an event. Slack's are 0, 60,000 and 300,000. */
  retryAfterMs: number[];
  /** A trigger_id opens a view for so long. */
  triggerLivesMs: number;
  /** A response_url works for so long. */
  responseUrlLivesMs: number;
  /** Between two pings of the server's; @slack/socket-mode gives up after 30,000 without one. */
  pingEveryMs: number;
}

export const DEFAULT_TIMINGS: Timings = {
  ackWithinMs: 3_000,
  retryAfterMs: [0, 5_000, 30_000],
  triggerLivesMs: 3_000,
  responseUrlLivesMs: 30 * 60_000,
  pingEveryMs: 10_000,
};

/** A call of the app's that Slack refuses: `ok: false` with this code. */
export class ApiRefusal extends Error {
  readonly code: string;
  /** Further fields of the answer, such as `needed`. */
  readonly details: Json;

  constructor(code: string, details: Json = {}) {
    super(code);
    this.name = 'ApiRefusal';
    this.code = code;
    this.details = details;
  }
}
