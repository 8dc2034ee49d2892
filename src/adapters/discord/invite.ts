import { PermissionFlagsBits } from 'discord.js';

/**
 * Every permission the bot asks for when it is invited, with what it is for: all that it needs, and nothing more. The invite link,
 * `hearback check` and docs/connect.md are made from this list; a test compares it with what the calls name as needed.
 */
export const PERMISSIONS = {
  VIEW_CHANNEL: 'see the channels',
  SEND_MESSAGES: 'cards in the private channels',
  SEND_MESSAGES_IN_THREADS: 'answers to members',
  CREATE_PUBLIC_THREADS: 'start the thread under a flagged message',
  EMBED_LINKS: 'cards are embeds',
  ATTACH_FILES: 'show charts, and bring the files of a case to departments',
  READ_MESSAGE_HISTORY: 'read the flagged message and what was said before it',
  ADD_REACTIONS: 'put 👀 on a recorded message',
} as const;

export type Permission = keyof typeof PERMISSIONS;

/** Intents that have to be switched on in the Developer Portal, with what they are for. */
export const PRIVILEGED_INTENTS = {
  'Message Content Intent': 'the text of messages: without it cases would be blank',
  'Server Members Intent': 'hear at once who gets and loses a role; without it, within a minute',
} as const;

/** The bit of a permission, by its name in Discord's API. */
export function bitOf(permission: Permission): bigint {
  const name = permission
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('');
  return PermissionFlagsBits[name as keyof typeof PermissionFlagsBits];
}

/** The address by which somebody who manages a server invites the bot. @param applicationId also the bot's own id */
export function inviteLink(applicationId: string): string {
  const names = Object.keys(PERMISSIONS) as Permission[];
  const sum = names.reduce((total, name) => total | bitOf(name), 0n);
  return `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${sum}`;
}
