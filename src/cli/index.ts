import { audit } from './audit.ts';
import { backup } from './backup.ts';
import { check } from './check.ts';
import type { CliCommand } from './command.ts';
import { erase } from './erase.ts';
import { exportCommand } from './export.ts';
import { gifts } from './gifts.ts';
import { importCommand } from './import.ts';
import { init } from './init.ts';
import { keys } from './keys.ts';
import { queue } from './queue.ts';
import { restore } from './restore.ts';
import { templates } from './templates.ts';
import { transcript } from './transcript.ts';
import { webhooks } from './webhooks.ts';

/** Every command of the `hearback` program, in the order `hearback --help` lists them. */
export const cliCommands: readonly CliCommand[] = [
  init,
  check,
  templates,
  queue,
  backup,
  restore,
  audit,
  exportCommand,
  importCommand,
  transcript,
  erase,
  keys,
  gifts,
  webhooks,
];
