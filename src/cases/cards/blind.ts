import { channel, paragraph, text } from '../../chat/rich.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import { textsIn } from '../../texts/index.ts';
import type { NewDelivery } from '../delivery.ts';

/** Tells the moderators that flags may have been missed in a channel, and what to click; once for each `episode`. */
export function blindNotice({ id, triage, language }: WorkspacePolicy, policy: Pick<Policy, 'language'>) {
  const { blind: words } = textsIn(language, policy.language).cards.told;
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
      title: words.title,
      blocks: [
        paragraph(...words.away(channelId === null ? text(words.channels) : channel(channelId))),
        paragraph(words.toDo, text(problem)),
        paragraph(words.until),
      ],
    },
  });
}
