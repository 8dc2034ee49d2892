import { paragraph } from '../chat/rich.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import type { NewDelivery } from './delivery.ts';
import { textsOf } from '../texts/index.ts';

/** A flagged message came blank: the bot may not read it, and the moderators are told how to change that, once a day. */
export function unreadable(workspace: WorkspacePolicy, now: Date): NewDelivery {
  const { notices } = textsOf(workspace).rules;
  return {
    key: `unreadable-${now.toISOString().slice(0, 10)}`,
    place: { type: 'channel', workspaceId: workspace.id, channelId: workspace.triage },
    body: {
      type: 'notice',
      title: notices.unreadableTitle,
      blocks: [paragraph(notices.unreadable)],
    },
  };
}
