import type { Door } from '../door.ts';
import { backup } from './backup.ts';
import { commandDoor } from './commands.ts';
import { discordPacketsDoor } from './discord-packets.ts';
import { giftCodes } from './gift-codes.ts';
import { http } from './http.ts';
import { playbooks } from './playbooks.ts';
import { policy } from './policy.ts';
import { settings } from './settings.ts';
import { slackRequests } from './slack-requests.ts';
import { templates } from './templates.ts';

/** Every way in from outside. A new one is a file here and a line in this list. */
export const doors: readonly Door[] = [
  slackRequests,
  discordPacketsDoor,
  commandDoor,
  http,
  policy,
  playbooks,
  templates,
  settings,
  backup,
  giftCodes,
];
