import type { MessageSnapshot } from '../chat/message.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { CaseFile, Change, NewDelivery } from './case.ts';
import { responsible, startClock } from './clocks.ts';

/** Somebody wrote in the thread of a case. The member's own words reach whoever is responsible, and come back into work. */
export function wroteInThread(
  file: CaseFile,
  message: MessageSnapshot,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
): Change {
  const isMember = message.author.userId === file.case.member.userId;
  if (!isMember) return { history: [{ action: 'thread_message', actorId: message.author.userId }] };
  const { state } = file.case;
  const to = state === 'solved' ? 'reopened' : state === 'waiting_on_member' ? 'open' : null;
  return {
    history: [{ action: 'member_wrote', actorId: message.author.userId }],
    ...(to && { set: { state: to, snoozedUntil: null, ...(to === 'reopened' && { closedAt: null }) } }),
    ...(to && {
      clocks: [
        { op: 'stop', kind: 'follow_up' },
        startClock('first_response', file.case.severity, policy, now),
      ],
    }),
    deliveries: tell(file, message, workspace),
  };
}

function tell(file: CaseFile, message: MessageSnapshot, workspace: WorkspacePolicy): NewDelivery[] {
  const { workspaceId } = file.case;
  const handler = responsible(file, workspace);
  return [
    {
      key: `answered-${message.ref.channelId}-${message.ref.messageId}`,
      place: handler
        ? { type: 'dm', workspaceId, userId: handler }
        : { type: 'channel', workspaceId, channelId: workspace.triage },
      body: {
        type: 'notice',
        title: 'The member has answered',
        blocks: [
          { type: 'quote', children: [{ type: 'text', text: message.text || '(no text)' }] },
          {
            type: 'paragraph',
            children: [
              {
                type: 'link',
                url: message.permalink,
                children: [{ type: 'text', text: 'Open the message' }],
              },
            ],
          },
        ],
      },
    },
  ];
}
