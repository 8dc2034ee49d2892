import type { MessageSnapshot } from '../chat/message.ts';
import type { Place } from '../chat/ref.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import type { CaseFile, Change, NewDelivery } from './case.ts';
import { caretakers, startClock } from './clocks.ts';

/** How far the platform's clock and ours may be apart (ms). */
const CLOCKS_DIFFER_MS = 60_000;

/** Somebody wrote in the thread of a case. The member's own words reach whoever is responsible, and come back into work. */
export function wroteInThread(
  file: CaseFile,
  message: MessageSnapshot,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
): Change {
  const isMember = message.author.userId === file.case.member.userId;
  // Found afterwards, and said before there was a case: it belongs to it, but answers nothing of ours.
  const isOlder = message.postedAt.getTime() < file.case.openedAt.getTime() - CLOCKS_DIFFER_MS;
  if (!isMember || isOlder)
    return { history: [{ action: 'thread_message', actorId: message.author.userId }] };
  const { state } = file.case;
  const to = state === 'solved' ? 'reopened' : state === 'waiting_on_member' ? 'open' : null;
  return {
    history: [{ action: 'member_wrote', actorId: message.author.userId }],
    ...(to && { set: { state: to, snoozedUntil: null, ...(to === 'reopened' && { closedAt: null }) } }),
    ...(to && {
      clocks: [{ op: 'stop', kind: 'follow_up' }, startClock('first_response', file.case, policy, now)],
    }),
    deliveries: tell(file, message, workspace),
  };
}

function tell(file: CaseFile, message: MessageSnapshot, workspace: WorkspacePolicy): NewDelivery[] {
  const { workspaceId } = file.case;
  const key = `answered-${message.ref.channelId}-${message.ref.messageId}`;
  const people = caretakers(file, workspace);
  const places: Place[] =
    people.length > 0
      ? people.map((userId) => ({ type: 'dm', workspaceId, userId }))
      : [{ type: 'channel', workspaceId, channelId: workspace.triage }];
  return places.map((place, index) => ({
    key: index === 0 ? key : `${key}-${index}`,
    place,
    body: {
      type: 'notice',
      title: 'The member has answered',
      blocks: [
        { type: 'quote', children: [{ type: 'text', text: message.text || '(no text)' }] },
        {
          type: 'paragraph',
          children: [
            { type: 'link', url: message.permalink, children: [{ type: 'text', text: 'Open the message' }] },
          ],
        },
      ],
    },
  }));
}
