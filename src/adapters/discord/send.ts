import { Routes, type APIChannel, type APIMessage } from 'discord.js';
import type { Content } from '../../chat/card.ts';
import { filesOf } from '../../chat/files.ts';
import { pictureOf } from '../../chat/picture.ts';
import type { Api, Call } from './api.ts';
import type { Channels } from './channels.ts';
import { orWithoutPicture, withPicture } from './pictures.ts';
import { render } from './render.ts';

/** Direct-message channels remembered at most. They never change; a forgotten one is asked for again. */
const DMS_REMEMBERED = 10_000;

export interface Extra {
  /** See origin.ts. */
  origin?: Record<string, string>;
  /** The message it answers. */
  replyTo?: string;
}

/** Sends once. A second message with the same mark returns the first, for some minutes. */
export function send(
  api: Api,
  channelId: string,
  content: Content,
  mark: string,
  extra: Extra = {},
): Promise<APIMessage> {
  const { origin, replyTo } = extra;
  return orWithoutPicture(content, (shown) => {
    const { body, files } = withPicture(render(shown, origin), shown, mark);
    return api.post<APIMessage>({
      ...sendingTo(channelId, shown),
      ...(files && { files }),
      body: {
        ...body,
        nonce: mark,
        enforce_nonce: true,
        ...(replyTo && { message_reference: { message_id: replyTo, fail_if_not_exists: false } }),
      },
    });
  });
}

/** The call that posts to a channel, with what the bot needs for it. */
export function sendingTo(channelId: string, content: Content): Call {
  const needs = [
    'SEND_MESSAGES',
    'SEND_MESSAGES_IN_THREADS',
    ...(content.type === 'card' ? ['EMBED_LINKS'] : []),
    ...(pictureOf(content) || filesOf(content).length > 0 ? ['ATTACH_FILES'] : []),
  ];
  return { route: Routes.channelMessages(channelId), needs, where: `channel ${channelId}` };
}

/** @returns a function that finds the channel of the direct messages with a person. */
export function createDmOpener(api: Api, channels: Channels): (userId: string) => Promise<string> {
  const dms = new Map<string, string>();

  return async (userId) => {
    const known = dms.get(userId);
    if (known) return known;
    const body = { recipient_id: userId };
    const dm = await api.post<APIChannel>({ route: Routes.userChannels(), body, where: 'dm' });
    channels.learn(dm);
    if (dms.size >= DMS_REMEMBERED) dms.clear();
    dms.set(userId, dm.id);
    return dm.id;
  };
}
