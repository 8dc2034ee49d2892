import { readConfig, type Config, type Environment } from '../../config.ts';
import { AppError } from '../../errors.ts';
import { aside, type Check } from './finding.ts';

/** The settings of the environment and of .env, as far as they can be wrong by themselves. */
export const settings: Check = {
  name: 'settings',
  run: (_, { env }) => {
    try {
      readConfig(env, { withoutPlatform: true });
      return [];
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'CONFIG_INVALID') throw error;
      return error.message.split('\n').map((message) => aside('settings', { level: 'fault', message }));
    }
  },
};

/** For the checks that come after: null where the settings are wrong, of which this one has told. */
export function soundSettings(env: Environment): Config | null {
  try {
    return readConfig(env, { withoutPlatform: true });
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
