import type { Installations } from '../../chat/installation.ts';
import type { Log } from '../../log.ts';
import type { OAuth } from './oauth.ts';

/** What it takes to be installed in workspaces. */
export interface Installing {
  installations: Installations;
  oauth: OAuth;
  log: Log;
  stopping: AbortSignal;
}
