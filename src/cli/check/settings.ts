import { readConfig } from '../../config.ts';
import { AppError } from '../../errors.ts';
import type { Check, Finding } from './finding.ts';

/** The settings of the environment and of .env, as far as they can be wrong by themselves. */
export const settings: Check = {
  name: 'settings',
  run: (_, { env }) => {
    try {
      readConfig(env, { withoutPlatform: true });
      return [];
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'CONFIG_INVALID') throw error;
      return error.message.split('\n').map(asFinding);
    }
  },
};

function asFinding(message: string): Finding {
  return { level: 'fault', file: 'settings', line: null, column: null, message };
}
