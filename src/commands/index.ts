import { assign } from './assign.ts';
import { claim } from './claim.ts';
import { dashboard } from './dashboard.ts';
import type { Command } from './desk/command.ts';
import { discard } from './discard.ts';
import { dismiss } from './dismiss.ts';
import { done } from './done.ts';
import { exclude } from './exclude.ts';
import { flag } from './flag.ts';
import { helpAbout } from './help.ts';
import { include } from './include.ts';
import { list } from './list.ts';
import { mine } from './mine.ts';
import { newCase } from './new.ts';
import { note } from './note.ts';
import { privacy } from './privacy.ts';
import { remind } from './remind.ts';
import { reopen } from './reopen.ts';
import { reply } from './reply.ts';
import { resolve } from './resolve.ts';
import { route } from './route.ts';
import { send } from './send.ts';
import { severity } from './severity.ts';
import { show } from './show.ts';
import { snooze } from './snooze.ts';

const working: readonly Command[] = [
  flag,
  newCase,
  list,
  mine,
  show,
  dashboard,
  claim,
  assign,
  route,
  severity,
  note,
  reply,
  send,
  discard,
  snooze,
  remind,
  done,
  resolve,
  reopen,
  dismiss,
  exclude,
  include,
  privacy,
];

/** Every command and button there is. A new one is a file here and a line in this list. */
export const commands: readonly Command[] = [...working, helpAbout(working)];
