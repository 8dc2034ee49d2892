import type { WebAPIPlatformError } from '@slack/web-api';
import type { Installation, Tokens } from '../../chat/installation.ts';

/** What a workspace's calls are made with. */
export interface TokenSource {
  /** @throws {WorkspaceGone} where the app is not installed (any more). */
  current(): Promise<string>;
  /**
   * Slack has refused this token, and so has done nothing.
   * @returns another one that is worth a try
   * @throws {WorkspaceGone}, or `error` where there is no other
   */
  instead(token: string, error: WebAPIPlatformError): Promise<string>;
}

/** The app in one workspace, as this process knows it. */
export interface Kept {
  installation: Installation;
  tokens: Tokens;
}

/** What Slack says to a token that is good no more. https://docs.slack.dev/reference/methods/auth.test#errors */
const REFUSED = new Set(['account_inactive', 'invalid_auth', 'token_expired', 'token_revoked']);

export function isTokenRefused(code: string | null): boolean {
  return REFUSED.has(code ?? '');
}

/** A token from the settings: there is no other. */
export function fixedToken(token: string): TokenSource {
  return {
    current: async () => token,
    instead: async (_token, error) => {
      throw error;
    },
  };
}
