import { createMailAdapter } from '../../adapters/email/index.ts';
import { unpaced } from '../../chat/pace.ts';
import { readConfig, type Config } from '../../config.ts';
import { createLog } from '../../log.ts';
import type { Check } from './finding.ts';

/** Whether the mail server and the mailbox let us in. Nothing is sent and nothing is read. */
export const mail: Check = {
  name: 'mail',
  run: async ({ isOnline }, { env }) => {
    const account = isOnline ? accountIn(env) : null;
    if (!account) return [];
    const problems = await createMailAdapter(account, {
      pace: unpaced,
      log: createLog('silent'),
    }).verify();
    return problems.map((message) => ({
      level: 'fault',
      file: 'settings',
      line: null,
      column: null,
      message,
    }));
  },
};

/** What is wrong with the settings themselves, another check says. */
function accountIn(env: Parameters<typeof readConfig>[0]): Config['mail'] {
  try {
    return readConfig(env, { withoutPlatform: true }).mail;
  } catch {
    return null;
  }
}
