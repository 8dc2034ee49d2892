import { aside, type Check, type Finding } from './finding.ts';
import { soundSettings } from './settings.ts';

/** Platforms whose clock is asked, each at an address that needs no token. */
const CLOCKS = {
  slack: { name: 'Slack', api: 'https://slack.com/api/', path: 'api.test' },
  discord: { name: 'Discord', api: 'https://discord.com/api', path: 'v10/gateway' },
} as const;

/** So far may this machine's clock be off (ms). Slack's own signatures count for five minutes. */
const OFF_MAX_MS = 60_000;

/** How long a platform may take to answer (ms). That one does not answer at all, another check tells. */
const ANSWERED_WITHIN_MS = 5_000;

/** Whether this machine's clock is right: by it people are reminded, and requests of Slack are trusted. */
export const clock: Check = {
  name: 'clock',
  run: async ({ isOnline }, { env }) => {
    const config = isOnline ? soundSettings(env) : null;
    for (const platform of ['slack', 'discord'] as const) {
      const settings = config?.[platform];
      const { name, api, path } = CLOCKS[platform];
      const theirs = settings ? await timeAt(`${(settings.apiUrl ?? api).replace(/\/$/, '')}/${path}`) : null;
      // One clock that is known to be right is enough.
      if (theirs !== null) return clockFindings(name, theirs, Date.now());
    }
    return [];
  },
};

/** @param theirs what a platform's clock says, and `ours` this machine's (ms) */
export function clockFindings(platform: string, theirs: number, ours: number): Finding[] {
  const off = ours - theirs;
  if (Math.abs(off) <= OFF_MAX_MS) return [];
  const minutes = Math.round(Math.abs(off) / 60_000);
  const message = `this machine's clock is ${minutes} min ${off > 0 ? 'ahead of' : 'behind'} that of ${platform}: reminders come at the wrong time, and from 5 min on what Slack sends over HTTP is refused; let the system set it by itself (Linux: timedatectl set-ntp true)`;
  return [aside('clock', { level: 'fault', message })];
}

/** The `Date` of an answer, to the second (ms); null where there is none. */
async function timeAt(address: string): Promise<number | null> {
  try {
    const { headers } = await fetch(address, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
    });
    const said = Date.parse(headers.get('date') ?? '');
    return Number.isNaN(said) ? null : said;
  } catch {
    return null;
  }
}
