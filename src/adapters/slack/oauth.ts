import { WebClient } from '@slack/web-api';
import type { Installed, Tokens } from '../../chat/installation.ts';
import { workspaceIdOf } from '../../chat/ref.ts';
import { storable } from '../../chat/text.ts';
import { PlatformUnavailable } from '../../errors.ts';
import { clientOptions } from './clients.ts';
import { asking, slackCode } from './errors.ts';
import { isTokenRefused } from './token-source.ts';

/** The app's own name and password at Slack, from "Basic Information". */
export interface OAuthSettings {
  clientId: string;
  clientSecret: string;
}

/** What an installation brings. */
export interface Granted {
  installed: Installed;
  tokens: Tokens;
}

/** The app's dealings with Slack about its tokens. https://docs.slack.dev/authentication/installing-with-oauth */
export interface OAuth {
  /** @returns null for a whole organisation, which is given back at once. @throws {PlatformRefused} with Slack's code, such as `invalid_code` */
  exchange(code: string, redirectUri: string): Promise<Granted | null>;
  /**
   * The next token for a refresh token, which Slack takes back with it.
   * https://docs.slack.dev/authentication/using-token-rotation
   * @throws {PlatformRefused} when it is used up; {PlatformUnavailable} when it is not known whether it is
   */
  renew(refreshToken: string): Promise<Tokens>;
  revoke(token: string): Promise<void>;
  /** Why Slack refuses a token; null when it does not. @throws {AppError} when it does not say */
  refusal(token: string): Promise<string | null>;
  /** Where an admin says yes. */
  authorizeUrl(scopes: readonly string[], state: string, redirectUri: string): string;
}

export function createOAuth({ clientId, clientSecret }: OAuthSettings, apiUrl: string | undefined): OAuth {
  const client = new WebClient(undefined, clientOptions(apiUrl, 0));
  const app = { client_id: clientId, client_secret: clientSecret };
  return {
    exchange: (code, redirectUri) => exchange(client, { ...app, code, redirect_uri: redirectUri }),
    renew: async (refreshToken) =>
      tokensOf(
        await asking('read', () =>
          client.oauth.v2.access({ ...app, grant_type: 'refresh_token', refresh_token: refreshToken }),
        ),
      ),
    revoke: async (token) => {
      await asking('read', () => client.auth.revoke({ token }));
    },
    refusal: (token) => refusalOf(client, token),
    authorizeUrl: (scopes, state, redirectUri) => {
      const url = new URL('../oauth/v2/authorize', client.slackApiUrl);
      url.search = String(
        new URLSearchParams({
          client_id: clientId,
          scope: scopes.join(','),
          state,
          redirect_uri: redirectUri,
        }),
      );
      return url.href;
    },
  };
}

async function exchange(
  client: WebClient,
  asked: { client_id: string; client_secret: string; code: string; redirect_uri: string },
): Promise<Granted | null> {
  const answer = await asking('read', () => client.oauth.v2.access(asked));
  const tokens = tokensOf(answer);
  const { token } = tokens;
  const teamId = answer.team?.id;
  if (answer.is_enterprise_install || !teamId) {
    await asking('read', () => client.auth.revoke({ token }));
    return null;
  }
  const { bot_id: botId, url } = await asking('read', () => client.auth.test({ token }));
  if (!botId || !url || !answer.bot_user_id)
    throw new PlatformUnavailable('slack', 'auth_test_incomplete', null);
  const installed = {
    workspaceId: workspaceIdOf('slack', teamId),
    name: storable(answer.team?.name ?? teamId),
    botUserId: answer.bot_user_id,
    botId,
    url,
    scopes: (answer.scope ?? '').split(',').filter(Boolean),
  };
  return { installed, tokens };
}

function refusalOf(client: WebClient, token: string): Promise<string | null> {
  return asking('read', async () => {
    try {
      await client.auth.test({ token });
      return null;
    } catch (error) {
      const code = slackCode(error);
      if (isTokenRefused(code)) return code;
      throw error;
    }
  });
}

/** @throws {PlatformUnavailable} for an answer without a token */
function tokensOf(answer: { access_token?: string; refresh_token?: string; expires_in?: number }): Tokens {
  const { access_token: token, refresh_token: refreshToken = null, expires_in: expiresInS } = answer;
  if (!token) throw new PlatformUnavailable('slack', 'no_token', null);
  return {
    token,
    refreshToken,
    expiresAt: expiresInS === undefined ? null : new Date(Date.now() + expiresInS * 1_000),
  };
}
