import { createMailAdapter } from '../../adapters/email/index.ts';
import { unpaced } from '../../chat/pace.ts';
import { createLog } from '../../log.ts';
import { aside, type Check } from './finding.ts';
import { soundSettings } from './settings.ts';

/** Whether the mail server and the mailbox let us in. Nothing is sent and nothing is read. */
export const mail: Check = {
  name: 'mail',
  run: async ({ isOnline, say }, { env }) => {
    const account = isOnline ? (soundSettings(env)?.mail ?? null) : null;
    if (!account) return [];
    const problems = await createMailAdapter(account, {
      pace: unpaced,
      log: createLog('silent'),
    }).verify();
    if (problems.length === 0) say('Mail: the servers let us in.');
    return problems.map((message) => aside('settings', { level: 'fault', message }));
  },
};
