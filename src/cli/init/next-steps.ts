import { settingName } from '../../adapters/discord/errors.ts';
import { inviteLink, PERMISSIONS, PRIVILEGED_INTENTS } from '../../adapters/discord/invite.ts';
import { HTTP_PATH } from '../../adapters/slack/manifest.ts';
import { secretsNeeded, type Apps } from './apps.ts';
import { platformOf } from '../../chat/ref.ts';
import { placeholdersIn, type Community } from './community.ts';

/** What is known at the end of `hearback init`. */
export interface Done {
  apps: Apps;
  /** Names of secrets that are set by now. */
  has(name: string): boolean;
  /** Where the bot is invited; null when the application is not known yet. */
  inviteUrl: string | null;
  /** Those of the new file; null when the one that was there was kept. */
  communities: readonly Community[] | null;
  /** How a command of `hearback` is typed here. */
  typed(command: string): string;
}

/** What is left to do for people, in order: what to click, what to type. */
export function nextSteps({ apps, has, inviteUrl, communities, typed }: Done): string[] {
  const missing = secretsNeeded(apps).filter(({ name }) => !has(name));
  const left = (communities ?? []).flatMap((each) =>
    placeholdersIn(each).map((what) => `  - ${each.name}: ${what}`),
  );
  const isFound = (platform: string) =>
    (communities ?? []).some((each) => platformOf(each.id) === platform && placeholdersIn(each).length === 0);
  return [
    ...(apps.platforms.includes('slack') ? slackSteps(apps, missing, isFound('slack')) : []),
    ...(apps.platforms.includes('discord') ? discordSteps(missing, inviteUrl, isFound('discord')) : []),
    ...(left.length > 0
      ? [
          [
            `Type ${typed('init --force')}: with the tokens, and the bot in its channels, it finds channels and people by itself. (The file of before stays beside the new one.)`,
            '  Or put in your own ids by hand. In hearback.yaml these are still those of the example:',
            ...left,
          ].join('\n'),
        ]
      : []),
    `Type ${typed('check')}: it connects, looks at everything, and says of each fault what to click.`,
    'Type npm start. Then put 🚩 on a message in a channel the bot is in: that is the first case.',
  ];
}

type Missing = ReturnType<typeof secretsNeeded>;

/** @param isFound whether its channels and people are known by now */
function slackSteps({ origin }: Apps, missing: Missing, isFound: boolean): string[] {
  const own = missing.filter(({ name }) => name.startsWith('SLACK_'));
  return [
    ...(own.some(({ name }) => name === 'SLACK_BOT_TOKEN')
      ? [
          'Slack: open https://api.slack.com/apps → Create New App → From a manifest → choose your workspace → YAML. Paste what is in slack-manifest.yaml, and press Create.',
        ]
      : []),
    ...own.map(({ name, where }) => `Slack: ${where}. Put it into .env as ${name}.`),
    isFound
      ? 'Slack: type "/invite @hearback" in every channel where flags should count, where you have not yet.'
      : 'Slack: make a private channel for the moderators, such as #feedback-triage. Type "/invite @hearback" in it, in the channels where flags should count, and in the private channel of each department.',
    ...(origin === null
      ? []
      : [
          `Slack: let your web server pass ${origin}${HTTP_PATH} to Hearback's port. When Hearback runs, open Event Subscriptions and let Slack verify the address.`,
        ]),
  ];
}

function discordSteps(missing: Missing, inviteUrl: string | null, isFound: boolean): string[] {
  const isNew = missing.some(({ name }) => name === 'DISCORD_TOKEN');
  const reasons = (list: Readonly<Record<string, string>>) =>
    Object.entries(list).map(([name, why]) => `  - ${name}: ${why}`);
  return [
    ...(isNew
      ? [
          'Discord: open https://discord.com/developers/applications → New Application. Then Bot → Reset Token; put it into .env as DISCORD_TOKEN. Discord shows it once.',
        ]
      : []),
    [
      'Discord: in the Developer Portal, Bot → Privileged Gateway Intents: switch these on, and save. Presence Intent stays off.',
      ...reasons(PRIVILEGED_INTENTS),
    ].join('\n'),
    [
      inviteUrl === null
        ? `Discord: put the id of General Information → Application ID into this link in place of APPLICATION_ID, open it, and choose your server:`
        : 'Discord: open this link and choose your server (again where the bot is there already, and rights are missing):',
      `  ${inviteUrl ?? inviteLink('APPLICATION_ID')}`,
      '  It asks for these permissions and no other:',
      ...Object.entries(PERMISSIONS).map(([name, why]) => `  - ${settingName(name)}: ${why}`),
    ].join('\n'),
    ...(isFound ? [] : [PRIVATE_CHANNELS]),
  ];
}

const PRIVATE_CHANNELS =
  'Discord: make a private channel for the moderators, such as #feedback-triage, and one for each department. In each: Edit Channel → Permissions, add the role of the bot, and allow View Channel, Send Messages, Embed Links, Attach Files and Read Message History.';
