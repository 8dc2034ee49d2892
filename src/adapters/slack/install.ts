import type { Installations } from '../../chat/installation.ts';
import type { Installer, InstallOutcome } from '../../chat/installer.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import { AppError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { slackCode } from './errors.ts';
import { INSTALL_PATH, REDIRECT_PATH, SCOPES } from './manifest.ts';
import { createOAuth, type OAuthSettings } from './oauth.ts';

/** What Slack says to a code that is good no more. https://docs.slack.dev/reference/methods/oauth.v2.access#errors */
const SPENT = new Set(['code_already_used', 'invalid_code']);

/** Installs the Slack app in workspaces that the policy names, and in no others: what we run is no open service. */
export function createSlackInstaller({
  oauth: settings,
  apiUrl,
  installations,
  isNamed,
  log,
}: {
  oauth: OAuthSettings;
  apiUrl?: string;
  installations: Installations;
  isNamed: (workspaceId: WorkspaceId) => boolean;
  log: Log;
}): Installer {
  const oauth = createOAuth(settings, apiUrl);
  const scopes = Object.keys(SCOPES);

  const install = async (code: string, origin: string): Promise<InstallOutcome> => {
    const granted = await oauth.exchange(code, `${origin}${REDIRECT_PATH}`);
    if (!granted) return { type: 'organisation' };
    const { installed, tokens } = granted;
    const { workspaceId, name } = installed;
    if (!isNamed(workspaceId)) {
      log.warn({ workspaceId }, NOT_NAMED);
      await oauth
        .revoke(tokens.token)
        .catch((err: unknown) => log.error({ err, workspaceId }, NOT_TAKEN_OUT));
      return { type: 'notNamed', workspaceId, name };
    }
    await installations.keep(installed, tokens);
    log.info({ workspaceId }, 'slack: the app was installed');
    const missing = scopes.filter((scope) => !installed.scopes.includes(scope));
    return { type: 'installed', workspaceId, name, missing };
  };
  return {
    paths: { install: INSTALL_PATH, redirect: REDIRECT_PATH },
    authorizeUrl: (state, origin) => oauth.authorizeUrl(scopes, state, `${origin}${REDIRECT_PATH}`),
    finish: async ({ code, error }, origin) => {
      if (error !== null) return refused(error, log);
      if (code === null) return { type: 'expired' };
      return install(code, origin).catch((failure: unknown) => failed(failure, log));
    },
  };
}

/** @param error came with the address: only what looks like a code of Slack's is shown */
function refused(error: string, log: Log): InstallOutcome {
  if (error === 'access_denied') return { type: 'denied' };
  const why = /^[a-z_]{1,80}$/.test(error) ? error : 'unknown';
  log.error({ why }, 'slack: the app could not be installed');
  return { type: 'failed', why };
}

function failed(failure: unknown, log: Log): InstallOutcome {
  const why = failure instanceof AppError ? slackCode(failure.cause) : null;
  if (SPENT.has(why ?? '')) return { type: 'expired' };
  log.error({ err: failure }, 'slack: the app could not be installed');
  return { type: 'failed', why: why ?? (failure instanceof AppError ? failure.code : 'unknown') };
}

const NOT_NAMED = 'slack: the app was installed in a workspace that hearback.yaml does not name';
const NOT_TAKEN_OUT =
  'slack: the app could not be taken out of a workspace that hearback.yaml does not name; its token was thrown away';
