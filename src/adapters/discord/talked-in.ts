import { ChannelType } from 'discord.js';

/** Channels that people write in, or open posts; threads come with the channel they belong to. */
export const TALKED_IN: ReadonlySet<ChannelType> = new Set([
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
]);
