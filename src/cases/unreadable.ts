import { paragraph } from '../chat/rich.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import type { NewDelivery } from './delivery.ts';

/** A flagged message came blank: the bot may not read it, and the moderators are told how to change that, once a day. */
export function unreadable(workspace: WorkspacePolicy, now: Date): NewDelivery {
  return {
    key: `unreadable-${now.toISOString().slice(0, 10)}`,
    place: { type: 'channel', workspaceId: workspace.id, channelId: workspace.triage },
    body: {
      type: 'notice',
      title: 'A flagged message came without text',
      blocks: [
        paragraph(
          'The case is recorded, but the text of the message could not be read. On Discord this happens when the Message Content intent is off: ' +
            'switch it on in the Developer Portal under Bot → Privileged Gateway Intents and restart Hearback. Please ask the operator.',
        ),
      ],
    },
  };
}
