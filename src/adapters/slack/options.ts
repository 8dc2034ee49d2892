import type { Pace } from '../../chat/pace.ts';
import type { Log } from '../../log.ts';

/** What it takes to be the app in a workspace. */
export interface SlackOptions {
  /** `xoxb-…` */
  botToken: string;
  /** `xapp-…`: Slack is reached by Socket Mode. */
  appToken?: string;
  /** Without an app token: Slack sends its requests to our `/slack/events`, signed with this. */
  signingSecret?: string;
  /** Where Slack's Web API is, if not at Slack's. */
  apiUrl?: string;
  /** Socket Mode connections (default 2): while one is renewed the other goes on. */
  connections?: number;
  /** When calls may be made; without it, at once. */
  pace?: Pace;
  log: Log;
}
