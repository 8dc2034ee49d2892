import { clock } from './clock.ts';
import { files } from './files.ts';
import type { Check } from './finding.ts';
import { machine } from './machine.ts';
import { mail } from './mail.ts';
import { placeholders } from './placeholders.ts';
import { platforms } from './platforms.ts';
import { programs } from './programs.ts';
import { servers } from './servers.ts';
import { settings } from './settings.ts';

/**
 * Everything `hearback check` looks at, in the order it is told. The first connect to nothing. What asks somebody else is a check of
 * its own, comes behind them, and does nothing with `--offline`.
 */
export const checks: readonly Check[] = [
  settings,
  files,
  placeholders,
  programs,
  machine,
  clock,
  servers,
  platforms,
  mail,
];
