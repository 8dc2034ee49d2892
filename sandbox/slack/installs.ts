import { randomBytes } from 'node:crypto';
import type { Journal } from '../journal.ts';
import { SLACK_BOT_TOKEN } from '../seed.ts';
import type { Args } from './api/args.ts';
import { ApiRefusal, type Json } from './types.ts';

/** The app as Slack knows it, for being installed in workspaces. */
export interface OAuthApp {
  clientId: string;
  clientSecret: string;
  /** Tokens expire after so long (s), and are renewed. Absent: they last. */
  expiresInS?: number;
}

/** A code is good for so long (ms). https://docs.slack.dev/authentication/installing-with-oauth */
const CODE_LIVES_MS = 600_000;

interface Token {
  id: string;
  team: string;
  refresh: string | null;
  /** ms since 1970. */
  expiresAt: number | null;
  /** Slack's code for why it is good no more. */
  refusal: string | null;
}
interface Code {
  id: string;
  team: string;
  redirectUri: string;
  until: number;
  isUsed: boolean;
}

/** What an installation says of its workspace. */
export interface Place {
  teamId: string;
  name: string;
  appId: string;
  botUserId: string;
}

/** Where the app is installed, and the tokens it has there. */
export interface Installs {
  /** The workspace of a bot token. @throws {ApiRefusal} */
  teamOf(token: string): string;
  isIn(team: string): boolean;
  /** Somebody has said yes. @returns the code */
  approve(team: string, redirectUri: string): string;
  /** oauth.v2.access, for a code or a refresh token. @throws {ApiRefusal} */
  access(args: Args): Json;
  /** @returns whether it was the last of its workspace. */
  revoke(token: string): void;
  /** An admin removes the app: none of its tokens is good there any more. */
  uninstall(team: string): void;
  /** All tokens of a workspace have expired, those that can be renewed. */
  expire(team: string): void;
  app: OAuthApp | null;
}

/** @param own the workspace of the fixed token */
export function createInstalls(
  journal: Journal,
  app: OAuthApp | null,
  own: string,
  placeOf: (team: string) => Place,
): Installs {
  const tokens = journal.table<Token>('slack.tokens');
  const codes = journal.table<Code>('slack.codes');
  if (!tokens.get(SLACK_BOT_TOKEN))
    tokens.set(SLACK_BOT_TOKEN, {
      id: SLACK_BOT_TOKEN,
      team: own,
      refresh: null,
      expiresAt: null,
      refusal: null,
    });

  const issue = (team: string): Json => {
    const expiresInS = app?.expiresInS;
    const expires = expiresInS !== undefined;
    const id = `${expires ? 'xoxe.xoxb' : 'xoxb'}-${team}-${secret()}`;
    const refresh = expires ? `xoxe-1-${secret()}` : null;
    const expiresAt = expires ? Date.now() + expiresInS * 1_000 : null;
    tokens.set(id, { id, team, refresh, expiresAt, refusal: null });
    return {
      access_token: id,
      token_type: 'bot',
      ...(refresh && { refresh_token: refresh, expires_in: expiresInS }),
    };
  };
  const answerFor = (team: string): Json => {
    const { name, appId, botUserId } = placeOf(team);
    return {
      ...issue(team),
      app_id: appId,
      bot_user_id: botUserId,
      team: { id: team, name },
      enterprise: null,
      is_enterprise_install: false,
    };
  };
  const renew = (refresh: string): Json => {
    const before = tokens.values().find((each) => each.refresh === refresh);
    if (!before || before.refusal !== null) throw new ApiRefusal('invalid_refresh_token');
    // It is taken back with the answer; the token before lasts until it expires.
    tokens.set(before.id, { ...before, refresh: null });
    return answerFor(before.team);
  };
  const redeem = (id: string, redirectUri: string): Json => {
    const code = codes.get(id);
    if (!code || code.until < Date.now()) throw new ApiRefusal('invalid_code');
    if (code.isUsed) throw new ApiRefusal('code_already_used');
    if (code.redirectUri !== redirectUri) throw new ApiRefusal('bad_redirect_uri');
    codes.set(id, { ...code, isUsed: true });
    return answerFor(code.team);
  };
  const refuse = (team: string, refusal: string) => {
    for (const each of tokens.values()) if (each.team === team) tokens.set(each.id, { ...each, refusal });
  };

  return {
    app,
    teamOf: (id) => {
      const token = tokens.get(id);
      if (!token) throw new ApiRefusal('invalid_auth');
      if (token.refusal !== null) throw new ApiRefusal(token.refusal);
      if (token.expiresAt !== null && token.expiresAt <= Date.now()) throw new ApiRefusal('token_expired');
      return token.team;
    },
    isIn: (team) => tokens.values().some((each) => each.team === team && each.refusal === null),
    approve: (team, redirectUri) => {
      const id = `${Date.now()}.${secret()}`;
      codes.set(id, { id, team, redirectUri, until: Date.now() + CODE_LIVES_MS, isUsed: false });
      return id;
    },
    access: (args) => {
      if (!app || args.text('client_id') !== app.clientId) throw new ApiRefusal('invalid_client_id');
      if (args.text('client_secret') !== app.clientSecret) throw new ApiRefusal('bad_client_secret');
      if (args.text('grant_type') === 'refresh_token') return renew(args.text('refresh_token') ?? '');
      return redeem(args.text('code') ?? '', args.text('redirect_uri') ?? '');
    },
    revoke: (id) => {
      const token = tokens.get(id);
      if (token) tokens.set(id, { ...token, refusal: 'token_revoked' });
    },
    uninstall: (team) => refuse(team, 'account_inactive'),
    expire: (team) => {
      for (const each of tokens.values())
        if (each.team === team && each.expiresAt !== null) tokens.set(each.id, { ...each, expiresAt: 0 });
    },
  };
}

function secret(): string {
  return randomBytes(12).toString('hex');
}
