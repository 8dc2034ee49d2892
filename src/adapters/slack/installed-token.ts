import type { WebAPIPlatformError } from '@slack/web-api';
import type { Installation } from '../../chat/installation.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import { PlatformUnavailable, WorkspaceGone } from '../../errors.ts';
import type { Installing } from './installing.ts';
import { createKeptInstallation } from './kept-installation.ts';
import { createRenewal } from './renew-token.ts';
import type { Kept, TokenSource } from './token-source.ts';
import { pause } from './waiting.ts';

/** A token is renewed so long before it expires (ms). Slack's last twelve hours. */
const RENEW_BEFORE_MS = 2 * 60 * 60_000;
/** Somebody else may be writing down a newer token at this moment: looks for it, and the time between (ms). */
const LOOKS = 4;
const LOOK_AGAIN_MS = 300;

/** The token of an installed app: renewed in time by one process alone, and given up when Slack refuses it. */
export interface InstalledToken extends TokenSource {
  /** @throws {WorkspaceGone} */
  here(): Promise<Installation>;
  /** Somebody says that the app was removed. Slack is asked; when it is so, that is written down. */
  verify(): Promise<void>;
}

export function createInstalledToken(workspaceId: WorkspaceId, installing: Installing): InstalledToken {
  const { installations, oauth, log, stopping } = installing;
  const { load, present, keep } = createKeptInstallation(workspaceId, installations);
  const giveUp = async ({ installation }: Kept, why: string) => {
    keep(null);
    if (await installations.lost(workspaceId, installation.generation, why))
      log.error({ workspaceId, why }, REMOVED);
  };
  const renewal = createRenewal({ ...installing, workspaceId, load, giveUp, keep });
  const verify = async () => {
    const now = await load();
    if (!now) return;
    const why = await oauth.refusal(now.tokens.token);
    // One that has only expired is renewed when it is needed.
    if (why !== null && !(why === 'token_expired' && now.tokens.refreshToken)) await giveUp(now, why);
  };
  const instead = async (refused: string, error: WebAPIPlatformError): Promise<string> => {
    for (let look = 0; look < LOOKS; look += 1) {
      const now = await load();
      if (!now) throw new WorkspaceGone('slack', workspaceId, error);
      if (now.tokens.token !== refused) return now.tokens.token;
      if (error.data.error === 'token_expired' && now.tokens.refreshToken) {
        const next = await renewal.renew(now, refused);
        // Else somebody here was renewing it already, who had not heard that it is refused.
        if (next !== refused) return next;
      }
      await pause(LOOK_AGAIN_MS, stopping);
    }
    await verify();
    const { tokens } = await present(error);
    if (tokens.token !== refused) return tokens.token;
    const canBeRenewed = error.data.error === 'token_expired' && tokens.refreshToken !== null;
    throw canBeRenewed ? new PlatformUnavailable('slack', 'token_not_renewed', error) : error;
  };
  return {
    here: async () => (await present()).installation,
    current: async () => {
      const now = await present();
      const { token, refreshToken, expiresAt } = now.tokens;
      const isDue = expiresAt !== null && expiresAt.getTime() - Date.now() < RENEW_BEFORE_MS;
      return isDue && refreshToken !== null ? renewal.renew(now) : token;
    },
    instead,
    verify,
  };
}

const REMOVED =
  'slack: the app was removed from this workspace; what is for it waits. Install it again at /slack/install, or take the workspace out of hearback.yaml';
