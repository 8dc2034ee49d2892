import type { Environment } from '../../config.ts';
import { SETTINGS } from '../../settings.ts';

/** The policy file of these settings, without asking whether they are well otherwise. */
export function policyPathOf(env: Environment): string {
  return env['HEARBACK_CONFIG']?.trim() || String(SETTINGS.HEARBACK_CONFIG.default);
}
