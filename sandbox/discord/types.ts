/** An object of the protocol, as it goes over the wire. */
export type Json = Record<string, unknown>;

/** `id` is null for a Unicode emoji, whose character is then `name`. */
export interface Emoji {
  id: string | null;
  name: string;
}

export interface StoredAttachment {
  id: string;
  name: string;
  mime: string;
  size: number;
  description: string | null;
}

/** The bytes of an attachment; kept apart so that editing a message does not write them again. */
export interface StoredBlob {
  id: string;
  channel: string;
  name: string;
  mime: string;
  base64: string;
}

export interface StoredMessage {
  id: string;
  /** The thread, for a message in a thread. */
  channel: string;
  author: string;
  content: string;
  /** ISO 8601. */
  at: string;
  editedAt: string | null;
  /** https://docs.discord.com/developers/resources/message#message-object-message-types */
  type: number;
  flags: number;
  embeds: Json[];
  components: Json[];
  attachments: StoredAttachment[];
  mentions: string[];
  mentionRoles: string[];
  mentionEveryone: boolean;
  reference: { channel: string; message: string } | null;
  nonce: string | number | null;
  reactions: { emoji: Emoji; people: string[] }[];
  /** The only person who sees it. */
  ephemeralFor: string | null;
  /** What it answers, for the answers of an app to a command or button. */
  interaction: { id: string; type: number; person: string; name: string | null } | null;
  /** When it was last edited while older than an hour (ms since 1970). */
  lateEditsAt: number[];
}

/** A thread (type 11) or a direct-message channel (type 1). Text channels are in the seed. */
export interface StoredChannel {
  id: string;
  type: 1 | 11;
  name: string;
  /** The channel a thread belongs to. */
  parent: string | null;
  /** The two people of a direct-message channel, or those who joined a thread. */
  people: string[];
  owner: string | null;
  createdAt: string;
  archived: boolean;
  locked: boolean;
  autoArchiveMinutes: number;
  /** ISO 8601: last post or un-archiving; the thread archives itself when this is too long ago. */
  activeAt: string;
}

/** A channel of any kind, as the sandbox reasons about it. */
export interface Channel {
  id: string;
  /** 0 text, 1 direct messages, 11 thread, 15 forum. */
  type: 0 | 1 | 11 | 15;
  name: string;
  parent: string | null;
  /** Who can see it. */
  members: 'everyone' | string[];
  isPrivate: boolean;
  stored: StoredChannel | null;
}

/** The kind of an interaction: 2 command, 3 component, 4 autocomplete, 5 form. */
export type InteractionType = 2 | 3 | 4 | 5;

export interface StoredInteraction {
  id: string;
  token: string;
  type: InteractionType;
  person: string;
  channel: string;
  /** ISO 8601. */
  at: string;
  /** Of the command, for what is shown above the answer. */
  name: string | null;
  /** The type of command: 1 typed, 3 message menu. */
  commandType: number | null;
  /** The message a button, a select or a form's button is on. */
  source: string | null;
  /** The kind of the first answer: 4 message, 5 deferred, 6 and 7 update, 8 choices, 9 form. */
  answered: number | null;
  /** What `@original` is. */
  original: string | null;
}

/** A form the app has opened at a person's. */
export interface StoredForm {
  id: string;
  person: string;
  channel: string;
  source: string | null;
  modal: Json;
}
