import { WebClient } from '@slack/web-api';
import { troubleOf, type Trouble } from '../../chat/inspector.ts';
import { AppError } from '../../errors.ts';
import { clientOptions } from './clients.ts';
import { asking, slackCode } from './errors.ts';

/** What Slack says when an app-level token is not good for Socket Mode. https://docs.slack.dev/reference/methods/apps.connections.open */
const APP_TOKEN: Readonly<Record<string, string>> = {
  missing_scope:
    'SLACK_APP_TOKEN lacks the scope connections:write; make a new one under Basic Information → App-Level Tokens → Generate, with that scope',
  not_allowed_token_type:
    'SLACK_APP_TOKEN is no app-level token; copy the one that begins with xapp- from Basic Information → App-Level Tokens',
  socket_mode_not_enabled:
    'Socket Mode is switched off for the app; switch on Socket Mode → Enable Socket Mode',
  forbidden_team: 'the workspace does not allow Socket Mode to the app; ask an admin',
};
const APP_TOKEN_REFUSED =
  'SLACK_APP_TOKEN is not valid; copy it again from Basic Information → App-Level Tokens, or make a new one there with the scope connections:write';

/** Asks for an address to connect to, and does not connect. */
export async function lookAtSocketMode(appToken: string, apiUrl: string | undefined): Promise<Trouble[]> {
  const client = new WebClient(appToken, clientOptions(apiUrl, 0));
  try {
    await asking('read', async () => {
      try {
        await client.apps.connections.open();
      } catch (error) {
        const code = slackCode(error);
        if (code === null || code === 'ratelimited') throw error;
        throw new AppError(
          'PERMISSION_MISSING',
          `slack: ${APP_TOKEN[code] ?? APP_TOKEN_REFUSED} (${code})`,
          'never',
        );
      }
    });
    return [];
  } catch (error) {
    return [troubleOf(error)];
  }
}
