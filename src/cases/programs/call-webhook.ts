import type { Texts } from '../../texts/index.ts';

/** Where something is sent, and signed with what. */
export interface WebhookTarget {
  name: string;
  url: string;
  /** Null: the environment variable with it is not set. */
  secret: string | null;
  /** It may be in the operator's own network. */
  private: boolean;
}

/** Why something was not taken. `what`: a status of HTTP, a code or seconds, where there is one; nothing of what the receiver said. */
export interface NotTaken {
  why: keyof Texts['rules']['programs']['notTaken'];
  what: string;
}

/** What an attempt came to. `outcome`: a status of HTTP. */
export type WebhookOutcome =
  | { taken: true; outcome: string }
  | ({ taken: false; waitMs: number | null } & NotTaken)
  /** Nothing was sent: this process is sending to it already. */
  | { taken: 'busy'; waitMs: number };

/** Sends one signed message. Never throws: whatever goes wrong is an outcome. */
export type CallWebhook = (
  target: WebhookTarget,
  message: { mark: string; at: Date; payload: unknown },
) => Promise<WebhookOutcome>;

/** In a few words without a full stop. */
export function whyNotTaken({ why, what }: NotTaken, { rules }: Texts): string {
  return rules.programs.notTaken[why](what);
}
