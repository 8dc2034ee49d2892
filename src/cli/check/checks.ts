import { files } from './files.ts';
import type { Check } from './finding.ts';
import { programs } from './programs.ts';
import { settings } from './settings.ts';

/**
 * Everything `hearback check` looks at, in the order it is told. These connect to nothing. What asks a platform or the
 * database (tokens, scopes, channels) is a check of its own, and comes behind them.
 */
export const checks: readonly Check[] = [settings, files, programs];
