import { files } from './files.ts';
import type { Check } from './finding.ts';
import { groups } from './groups.ts';
import { mail } from './mail.ts';
import { programs } from './programs.ts';
import { settings } from './settings.ts';

/**
 * Everything `hearback check` looks at, in the order it is told. The first connect to nothing. What asks a platform is a check of its
 * own, comes behind them, and looks only where `--online` says so.
 */
export const checks: readonly Check[] = [settings, files, programs, groups, mail];
