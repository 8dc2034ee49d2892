import type { Tokens } from '../../chat/installation.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import { AppError, PlatformUnavailable, WorkspaceGone } from '../../errors.ts';
import { slackCode } from './errors.ts';
import type { Installing } from './installing.ts';
import type { Kept } from './token-source.ts';
import { backOffMs, pause } from './waiting.ts';

/** Longer than a renewal may take (ms): whoever has it in hand and dies keeps the others waiting no longer. */
const LEASE_MS = 30_000;
/** How long somebody waits for a token that another process is renewing (ms), and how often they look. */
const WAIT_MS = 10_000;
const LOOK_AGAIN_MS = 200;
/** A token that is good for a while and could not be renewed is used for so long before that is tried again (ms). */
const REST_MS = 60_000;
/** A token that expires sooner is not handed out (ms): the call takes a moment. */
const STILL_GOOD_MS = 15_000;
/** Between attempts to write a token down: the first wait and the longest (ms). */
const SAVE_FIRST_MS = 200;
const SAVE_MAX_MS = 10_000;

/** What Slack says to a refresh token that is good no more. https://docs.slack.dev/reference/methods/oauth.v2.access#errors */
const USED = new Set(['account_inactive', 'invalid_refresh_token', 'token_revoked']);

interface Parts extends Installing {
  workspaceId: WorkspaceId;
  /** What the record says now; null when the app is gone. */
  load: () => Promise<Kept | null>;
  giveUp: (kept: Kept, why: string) => Promise<void>;
  keep: (next: Kept | null) => void;
}

/** The next token of one workspace. */
export interface Renewal {
  /**
   * @param refused the token of `kept`, where Slack has refused it: then that one is not handed out again
   * @returns the token of `kept` while it is good and could not be renewed
   * @throws {WorkspaceGone}; {PlatformUnavailable} while another process renews it
   */
  renew(kept: Kept, refused?: string): Promise<string>;
}

/**
 * A refresh token is good once: Slack takes it back with its answer. So only the process that has the lease asks, and what Slack
 * answers is used and written down, again and again if the record is away. A process that dies between the two loses the answer:
 * the token before holds until it expires, which is why it is renewed hours ahead, and the operator is told to install anew.
 */
export function createRenewal(parts: Parts): Renewal {
  let renewing: Promise<string> | null = null;
  let restsUntil = 0;
  return {
    renew: (kept, refused) => {
      const { token } = kept.tokens;
      if (Date.now() < restsUntil && isStillGood(kept.tokens, refused)) return Promise.resolve(token);
      renewing ??= renew(kept, refused, parts)
        .then((next) => {
          if (next === token) restsUntil = Date.now() + REST_MS;
          return next;
        })
        .finally(() => (renewing = null));
      return renewing;
    },
  };
}

async function renew(kept: Kept, refused: string | undefined, parts: Parts): Promise<string> {
  const { workspaceId, installations, load, stopping } = parts;
  const { generation } = kept.installation;
  const until = Date.now() + WAIT_MS;
  for (;;) {
    if (await installations.takeToRenew(workspaceId, generation, LEASE_MS)) return take(kept, refused, parts);
    const now = await load();
    if (!now) throw new WorkspaceGone('slack', workspaceId, null);
    if (now.installation.generation !== generation || isStillGood(now.tokens, refused))
      return now.tokens.token;
    if (Date.now() > until) throw new PlatformUnavailable('slack', 'token_not_renewed', null);
    await pause(LOOK_AGAIN_MS, stopping);
  }
}

async function take(kept: Kept, refused: string | undefined, parts: Parts): Promise<string> {
  const { workspaceId, oauth, log, giveUp, keep } = parts;
  const { installation, tokens } = kept;
  let next: Tokens;
  try {
    next = await oauth.renew(tokens.refreshToken ?? '');
  } catch (error) {
    const code = slackCode(error instanceof AppError ? error.cause : error);
    const isUsedUp = USED.has(code ?? '');
    log.error({ err: error, workspaceId, expiresAt: tokens.expiresAt }, isUsedUp ? USED_UP : NOT_RENEWED);
    if (isStillGood(tokens, refused)) return tokens.token;
    // Anything else, such as a wrong client secret, says nothing of the refresh token: it is kept.
    if (!isUsedUp) throw new PlatformUnavailable('slack', code ?? 'token_not_renewed', error);
    await giveUp(kept, 'refresh_refused');
    throw new WorkspaceGone('slack', workspaceId, error);
  }
  keep({ installation, tokens: next });
  const saved = await save(installation.generation, next, parts).catch((error: unknown) => {
    log.error({ err: error, workspaceId }, NOT_SAVED);
    void saveLater(installation.generation, next, parts);
    return true;
  });
  // Somebody has installed it again meanwhile: theirs counts.
  if (!saved) keep(null);
  return next.token;
}

async function save(
  generation: number,
  tokens: Tokens,
  { workspaceId, installations, load }: Parts,
): Promise<boolean> {
  const isOurs = await installations.renewed(workspaceId, generation, tokens);
  if (isOurs) await load();
  return isOurs;
}

/** Until the record takes it, or the program ends. Whoever asks meanwhile has it from memory. */
async function saveLater(generation: number, tokens: Tokens, parts: Parts): Promise<void> {
  for (let failures = 1; !parts.stopping.aborted; failures += 1) {
    await pause(backOffMs(failures, SAVE_FIRST_MS, SAVE_MAX_MS), parts.stopping);
    try {
      await save(generation, tokens, parts);
      return;
    } catch (error) {
      parts.log.warn({ err: error, workspaceId: parts.workspaceId }, NOT_SAVED);
    }
  }
}

function isStillGood({ token, expiresAt }: Tokens, refused: string | undefined): boolean {
  return token !== refused && expiresAt !== null && expiresAt.getTime() - Date.now() > STILL_GOOD_MS;
}

const USED_UP =
  'slack: what renews the token of this workspace is used up; install the app there again at /slack/install before the token expires';
const NOT_RENEWED = 'slack: a token could not be renewed; it is tried again';
const NOT_SAVED = 'slack: a renewed token could not be written down; it is tried again';
