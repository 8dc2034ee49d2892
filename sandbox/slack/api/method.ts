import type { EmojiNames } from '../emoji.ts';
import type { Events } from '../events.ts';
import type { Faults } from '../faults.ts';
import type { Forms } from '../forms.ts';
import type { Homes } from '../homes.ts';
import type { Directory } from '../directory.ts';
import type { Messages } from '../messages.ts';
import type { Mint } from '../mint.ts';
import type { SocketMode } from '../socket-mode.ts';
import type { Triggers } from '../triggers.ts';
import type { Json } from '../types.ts';
import type { Wire } from '../wire.ts';
import type { Args } from './args.ts';

/** What the methods work with. */
export interface Ground {
  directory: Directory;
  messages: Messages;
  wire: Wire;
  events: Events;
  mint: Mint;
  emoji: EmojiNames;
  faults: Faults;
  forms: Forms;
  homes: Homes;
  triggers: Triggers;
  /** Null for an app that is reached over HTTP. */
  sockets: SocketMode | null;
}

export interface Method {
  /** The scope it takes, or null; where it depends on the conversation, the method itself asks for it. */
  scope: string | null;
  /** Which of the app's tokens. */
  token: 'bot' | 'app';
  /** @param host the Host header it was called with. @throws {ApiRefusal} */
  run(args: Args, ground: Ground, host: string): Json;
}

/** What the app was granted when it was installed. */
export const GRANTED = [
  'channels:history',
  'channels:read',
  'chat:write',
  'commands',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'reactions:read',
  'reactions:write',
  'team:read',
  'usergroups:read',
  'users:read',
];

/** A method of the bot's. */
export function bot(scope: string | null, run: Method['run']): Method {
  return { scope, token: 'bot', run };
}
