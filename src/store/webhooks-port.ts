import type { News } from '../policy/schema.ts';
import type { WorkspaceId } from '../chat/ref.ts';

/** A webhook as far as it decides what is written down for it. */
export interface WebhookInForce {
  name: string;
  /** Null: all. */
  workspaces: readonly WorkspaceId[] | null;
  types: readonly News[] | null;
}

/** A piece of news for one webhook. */
export interface WebhookMessage {
  messageId: number;
  webhook: string;
  workspaceId: WorkspaceId;
  caseId: number;
  type: string;
  /** The line of the case's history: a verb in the past. */
  action: string;
  /** Null for the program itself. */
  actorId: string | null;
  /** Ids and words of the policy, never anybody's own. */
  detail: Record<string, string>;
  /** Goes with every attempt: whoever receives it twice knows that it is the same. */
  mark: string;
  at: Date;
  state: 'pending' | 'sent' | 'left_out' | 'dead';
  /** Its webhook is in the policy, as the latest process to read that says. */
  isInForce: boolean;
  /** Nothing is sent to its webhook before; null: at once. */
  pausedUntil: Date | null;
}

/** How an attempt failed. */
export interface WebhookFailure {
  /** A status of HTTP, or a word of ours. Nothing of the answer. */
  outcome: string;
  /** The receiver asked us to wait so long (ms). */
  waitMs: number | null;
}

/** What a failure comes to. */
export interface WebhookFailed {
  /** Since when nothing has been taken by this webhook. */
  failingSince: Date;
  /** How often this message was tried. */
  attempts: number;
  /** It was tried for days, and is given up. */
  isDead: boolean;
}

/** How one webhook stands. */
export interface WebhookState {
  name: string;
  isInForce: boolean;
  pending: number;
  dead: number;
  lastSentAt: Date | null;
  failingSince: Date | null;
  pausedUntil: Date | null;
  /** What the latest attempt came to. */
  outcome: string | null;
}

/** What other programs are told. Written down by whatever changes a case, in its own transaction. */
export interface Webhooks {
  /** From now on these are told. What waits for another one is left out when its turn comes. */
  inForce(webhooks: readonly WebhookInForce[]): Promise<void>;
  message(messageId: number): Promise<WebhookMessage | null>;
  /** It was taken. @returns whether this webhook had been failing; what waited for it goes at once then */
  sent(messageId: number, outcome: string): Promise<boolean>;
  /** It is not for this webhook, and never sent. */
  leftOut(messageId: number, outcome: string): Promise<void>;
  /** It was not taken. */
  failed(messageId: number, failure: WebhookFailure): Promise<WebhookFailed>;
  list(): Promise<WebhookState[]>;
  /** What was given up, oldest first. */
  dead(webhook: string | null, limit: number): Promise<WebhookMessage[]>;
  /** Tries again what was given up. @returns how many of these */
  replay(messageIds: readonly number[]): Promise<number>;
}
