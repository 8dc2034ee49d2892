import type { Environment } from '../../config.ts';
import { NotPossible } from '../../errors.ts';
import { environment } from '../../settings.ts';
import type { Questions } from '../frame/questions.ts';
import { PLATFORM_NAMES, type PlatformName } from './community.ts';
import { originProblem, type Given } from './given.ts';

/** Which platforms, and how Slack reaches us. */
export interface Apps {
  platforms: readonly PlatformName[];
  /** Null: Socket Mode. */
  origin: string | null;
}

const TOKEN = { slack: 'SLACK_BOT_TOKEN', discord: 'DISCORD_TOKEN' } as const;

/** Whether a setting, or the file with its secret, is there. */
export function isSet(env: Environment, name: string): boolean {
  return Boolean(env[name]?.trim() || env[`${name}_FILE`]?.trim());
}

/** @param questions null: nobody is asked, and what is not given is as it most likely should be */
export async function chooseApps(
  { platforms, way, origin }: Given,
  env: Environment,
  questions: Questions | null,
): Promise<Apps> {
  const chosen = platforms ?? (await choosePlatforms(env, questions));
  if (!chosen.includes('slack')) return { platforms: chosen, origin: null };
  const likely =
    origin !== null || (isSet(env, 'SLACK_SIGNING_SECRET') && !isSet(env, 'SLACK_APP_TOKEN'))
      ? 'http'
      : 'socket';
  const reached = way ?? (questions ? await questions.one(WAY, WAYS, likely) : likely);
  if (reached !== 'http') return { platforms: chosen, origin: null };
  const address = origin ?? (await questions?.line(ADDRESS, 'https://', originProblem)) ?? null;
  if (address === null)
    throw new NotPossible(
      '--slack http: Slack has to reach Hearback. Add --url with the address it will be at, such as --url https://hearback.example.org.',
    );
  return { platforms: chosen, origin: address.replace(/\/$/, '') };
}

const WAY = 'How should Slack reach Hearback?';
const WAYS = [
  { value: 'socket', label: 'Socket Mode', hint: 'no public address is needed' },
  { value: 'http', label: 'HTTP', hint: 'your machine has an address with https that Slack can reach' },
];
const ADDRESS = 'At which address does Slack reach your machine?';

async function choosePlatforms(
  env: Environment,
  questions: Questions | null,
): Promise<readonly PlatformName[]> {
  const withToken = PLATFORM_NAMES.filter((name) => isSet(env, TOKEN[name]));
  const likely = withToken.length === 1 ? withToken[0]! : 'both';
  if (!questions) return likely === 'both' ? PLATFORM_NAMES : [likely];
  const answer = await questions.one(
    'Where is your community?',
    [
      { value: 'slack', label: 'Slack' },
      { value: 'discord', label: 'Discord' },
      { value: 'both', label: 'Both' },
    ],
    likely,
  );
  return PLATFORM_NAMES.filter((name) => answer === 'both' || answer === name);
}

/** A secret of an app, and where it is found. */
interface Secret {
  name: 'SLACK_BOT_TOKEN' | 'SLACK_APP_TOKEN' | 'SLACK_SIGNING_SECRET' | 'DISCORD_TOKEN';
  where: string;
}

const BOT: Secret = {
  name: 'SLACK_BOT_TOKEN',
  where:
    'OAuth & Permissions → Install to Workspace, then copy the Bot User OAuth Token; it begins with xoxb-',
};
const SOCKET: Secret = {
  name: 'SLACK_APP_TOKEN',
  where:
    'Basic Information → App-Level Tokens → Generate Token and Scopes, with any name and the scope connections:write; it begins with xapp-',
};
const SIGNED: Secret = {
  name: 'SLACK_SIGNING_SECRET',
  where: 'Basic Information → App Credentials → Signing Secret',
};
const DISCORD: Secret = {
  name: 'DISCORD_TOKEN',
  where: 'Developer Portal → your application → Bot → Reset Token; Discord shows it once',
};

/** The secrets that the chosen apps need, in the order they are met on the platforms' pages. */
export function secretsNeeded({ platforms, origin }: Apps): Secret[] {
  return [
    ...(platforms.includes('slack') ? [BOT, origin === null ? SOCKET : SIGNED] : []),
    ...(platforms.includes('discord') ? [DISCORD] : []),
  ];
}

/**
 * Asks for those that are not set. Nothing is asked twice, and nothing has to be answered.
 * @param typed gets each as soon as it was typed, so that it is there also when somebody stops at the next one
 */
export async function askSecrets(
  apps: Apps,
  env: Environment,
  questions: Questions | null,
  typed: Record<string, string>,
): Promise<void> {
  if (!questions) return;
  for (const { name, where } of secretsNeeded(apps)) {
    if (isSet(env, name)) continue;
    const problem = (value: string) => {
      const issue = environment.shape[name].safeParse(value).error?.issues[0];
      return issue ? issue.message : null;
    };
    const value = await questions.secret(`${name} (${where}). Enter alone: later`, problem);
    if (value !== '') typed[name] = value;
  }
}
