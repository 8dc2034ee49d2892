import type { Installations } from '../../chat/installation.ts';
import type { Pace } from '../../chat/pace.ts';
import type { Log } from '../../log.ts';
import type { OAuthSettings } from './oauth.ts';

/** What it takes to be the app, in the workspace of its token and in those where it was installed. */
export interface SlackOptions {
  /** `xoxb-…`: for one workspace. */
  botToken?: string;
  /** With `installations`: the app can be installed in other workspaces. */
  oauth?: OAuthSettings;
  /** Where it was. */
  installations?: Installations;
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
