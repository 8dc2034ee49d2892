import { callWebhook } from './call-webhook.ts';
import { catchUp } from './catch-up.ts';
import { checkRoles } from './check-roles.ts';
import { copyFile } from './copy-file.ts';
import { deliver } from './deliver.ts';
import { followIssue } from './follow-issue.ts';
import type { Handler } from './handler.ts';
import { followHomes } from './follow-homes.ts';
import { refreshHome } from './refresh-home.ts';
import { followTopic } from './follow-topic.ts';
import { linkTopic } from './link-topic.ts';
import { tellFollower } from './tell-follower.ts';
import { tellFixed } from './tell-fixed.ts';
import { makeIssue } from './make-issue.ts';
import { recomputeClocks } from './recompute-clocks.ts';
import { recordDelete } from './record-delete.ts';
import { recordEdit } from './record-edit.ts';
import { recordFlag } from './record-flag.ts';
import { recordMessage } from './record-message.ts';
import { recordNote } from './record-note.ts';
import { recordUnflag } from './record-unflag.ts';
import { refreshCards } from './refresh-cards.ts';
import { remind } from './remind.ts';
import { refreshDigest } from './refresh-digest.ts';
import { refreshHotThread } from './refresh-hot-thread.ts';
import { ringClock } from './ring-clock.ts';
import { scanChannel } from './scan-channel.ts';
import { tidy } from './tidy.ts';

/** Every reaction there is. A new one is a file here and a line in this list. */
export const handlers: readonly Handler[] = [
  recordFlag,
  recordUnflag,
  recordMessage,
  recordNote,
  recordEdit,
  recordDelete,
  deliver,
  refreshCards,
  refreshDigest,
  followHomes,
  refreshHome,
  ringClock,
  remind,
  recomputeClocks,
  linkTopic,
  followTopic,
  refreshHotThread,
  tellFixed,
  tellFollower,
  copyFile,
  catchUp,
  checkRoles,
  scanChannel,
  callWebhook,
  makeIssue,
  followIssue,
  tidy,
];
