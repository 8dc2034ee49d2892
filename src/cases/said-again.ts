import type { MessageSnapshot } from '../chat/message.ts';
import { paragraph } from '../chat/rich.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { both } from './both.ts';
import type { CaseFile } from './case.ts';
import type { Change } from './change.ts';
import { wrote } from './conversation.ts';
import { laterEvidence } from './evidence.ts';
import { noticeTo } from './notice.ts';
import { RECEIPT } from './open.ts';

/**
 * The member said somewhere else what they have an open case about, and somebody flagged that as well: it is one case. Whoever is
 * responsible hears the words, and whoever flagged them what became of their flag, without a number that may not be theirs to know.
 */
export function saidAgain(
  file: CaseFile,
  message: MessageSnapshot,
  by: string,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
): Change {
  const { workspaceId, caseId } = file.case;
  const { channelId, messageId } = message.ref;
  const flagger = { type: 'dm' as const, workspaceId, userId: by };
  return both(wrote(file, message, workspace, policy, now), {
    history: [{ action: 'said_again', actorId: by }],
    deliveries: [
      ...laterEvidence(file, message, workspace),
      {
        key: `receipt-${caseId}-${channelId}-${messageId}`,
        place: { type: 'channel', workspaceId, channelId },
        body: { type: 'receipt', emoji: RECEIPT, present: true, message: message.ref, reporterId: by },
      },
      {
        key: `said-again-${caseId}-${channelId}-${messageId}-${by}`,
        place: flagger,
        body: {
          ...noticeTo(flagger, workspace, ({ rules: { notices } }) => ({
            title: notices.thanksTitle,
            blocks: [paragraph(notices.saidAgain)],
          })),
          toFlagger: true,
        },
      },
    ],
  });
}
