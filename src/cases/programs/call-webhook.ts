/** Where something is sent, and signed with what. */
export interface WebhookTarget {
  name: string;
  url: string;
  /** Null: the environment variable with it is not set. */
  secret: string | null;
  /** It may be in the operator's own network. */
  private: boolean;
}

/** What an attempt came to. `outcome`: a status of HTTP, or a word of ours; nothing of what the receiver said. */
export type WebhookOutcome =
  | { taken: true; outcome: string }
  | { taken: false; outcome: string; waitMs: number | null }
  /** Nothing was sent: this process is sending to it already. */
  | { taken: 'busy'; waitMs: number };

/** Sends one signed message. Never throws: whatever goes wrong is an outcome. */
export type CallWebhook = (
  target: WebhookTarget,
  message: { mark: string; at: Date; payload: unknown },
) => Promise<WebhookOutcome>;
