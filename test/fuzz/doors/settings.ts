import fc from 'fast-check';
import { readConfig } from '../../../src/config.ts';
import { AppError } from '../../../src/errors.ts';
import { SETTINGS } from '../../../src/settings.ts';
import { openDoor, type Door } from '../door.ts';
import { nastyText } from '../inputs.ts';

/** The environment. */
export const settings: Door = {
  name: 'settings',
  async open() {
    const names = Object.keys(SETTINGS).flatMap((name) => [name, `${name}_FILE`]);
    return openDoor({
      inputs: fc.dictionary(fc.constantFrom(...names), nastyText),
      knock(env) {
        try {
          readConfig(env);
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      },
    });
  },
};
