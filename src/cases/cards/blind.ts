import { channel, paragraph, text } from '../../chat/rich.ts';
import type { WorkspacePolicy } from '../../policy/schema.ts';
import type { NewDelivery } from '../delivery.ts';

/** Tells the moderators that flags may have been missed in a channel, and what to click; once for each `episode`. */
export function blindNotice({ id, triage }: WorkspacePolicy) {
  return ({
    channelId,
    problem,
    episode,
  }: {
    channelId: string | null;
    problem: string;
    episode: string;
  }): NewDelivery => ({
    key: `blind-${episode}`,
    place: { type: 'channel', workspaceId: id, channelId: triage },
    body: {
      type: 'notice',
      title: 'I may have missed flags',
      blocks: [
        paragraph(
          'I was not connected for a while. When I looked for what was flagged meanwhile, I could not read ',
          channelId === null ? 'the list of channels' : channel(channelId),
          '.',
        ),
        paragraph('To put it right: ', text(problem)),
        paragraph(
          'Until then, please record what you see there with /feedback flag or /feedback new. I look again after the next restart or reconnection.',
        ),
      ],
    },
  });
}
