import type { InteractionResult } from './platform.ts';

/** A click or a form the app never offered. */
export interface Forgery {
  as: string;
  /** Where the payload says it happened; nobody asks whether the person is there. */
  channel: string;
  /** Slack's action or callback id, Discord's custom id. */
  id: string;
  /** What was chosen, for the id of a select. */
  chosen?: string;
  /** Makes it a form, with these fields filled in. */
  form?: Record<string, string>;
}

/** What somebody with tools of their own might get the platform to pass on: for tests of what the app makes of it. */
export interface Forging {
  forge(forgery: Forgery): Promise<InteractionResult>;
}
