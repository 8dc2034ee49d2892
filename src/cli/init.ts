import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import type { Command } from 'commander';
import { slackManifest } from '../adapters/slack/manifest.ts';
import type { Environment } from '../config.ts';
import { envFileIn } from '../env-file.ts';
import { NotPossible } from '../errors.ts';
import { packageRoot } from '../package-root.ts';
import { playbookTexts } from '../policy/playbooks.ts';
import { soundSettings } from './check/settings.ts';
import type { CliCommand, CliContext } from './command.ts';
import { typedHere } from './frame/typed-here.ts';
import { unlessStopped } from './frame/unless-stopped.ts';
import { askSecrets, chooseApps, isSet, type Apps } from './init/apps.ts';
import { completed, type Community } from './init/community.ts';
import { envText } from './init/env-text.ts';
import { findCommunity, type Asker } from './init/find-communities.ts';
import { givenBy, type Given, type InitOptions } from './init/given.ts';
import { languageIn, timeZoneIn } from './init/locale.ts';
import { nextSteps } from './init/next-steps.ts';
import { policyText } from './init/policy-text.ts';
import { put, type Outcome } from './init/put.ts';

/** From nothing to a first plan: asks little, writes hearback.yaml, .env and Slack's manifest, and says what to click. */
export const init: CliCommand = {
  name: 'init',
  summary: 'Set Hearback up: ask, write the files, say what to click',
  define(command: Command, context: CliContext) {
    command
      .option('--yes', 'asks nothing: what no option says is found out, or as it most likely should be')
      .option('--platform <platform>', 'slack, discord or both')
      .option(
        '--slack <way>',
        'socket (no public address is needed) or http (Slack calls Hearback, with --url)',
      )
      .option(
        '--url <address>',
        'where Slack reaches Hearback over HTTP, such as https://hearback.example.org',
      )
      .option('--folder <folder>', 'where the files go; else here')
      .option('--community <ids>', 'slack:T… or discord:… where a token reaches several, with commas between')
      .option('--triage <ids>', 'the private channel of the moderators, one for each platform')
      .option('--helpers <ids>', 'a public channel where the community helps one another')
      .option(
        '--departments <list>',
        'name=channel with commas between, such as qa=C0123QA,support=C0123SUPP',
      )
      .option('--handler <ids>', 'who looks after new cases and may do everything')
      .option('--moderators <ids>', 'who works on cases: people or user groups on Slack, roles on Discord')
      .option('--language <code>', 'of answers to members whose own is not known: en, da, fr or pt')
      .option('--time-zone <zone>', 'such as Europe/Copenhagen; else that of this machine')
      .option('--offline', 'connects to nothing, also with tokens')
      .option('--force', 'writes anew what is there; a file with other words stays beside it, as <name>.old')
      .action((options: InitOptions) => run(options, context));
  },
};

async function run(options: InitOptions, context: CliContext): Promise<void> {
  const questions = options.yes ? null : context.questions;
  if (!questions && !options.yes)
    throw new NotPossible(
      'Nobody is here to answer. Add --yes: what no option says is found out, or as it most likely should be.',
    );
  const folder = resolve(options.folder ?? '.');
  if (!existsSync(folder))
    throw new NotPossible(`There is no folder ${folder}. Make it, or name another one.`);
  const asker: Asker = { questions, say: context.note, stopped: context.stopped };
  const given = await understood(options);
  const before = settingsIn(folder, context.env);
  const apps = await chooseApps(given, before, questions);
  const files = filesIn(folder, options, context);
  if (apps.platforms.includes('slack'))
    await files.put('slack-manifest.yaml', slackManifest(apps.origin, publicUrlIn(before)), 0o644);
  if (questions && apps.platforms.includes('slack') && !isSet(before, 'SLACK_BOT_TOKEN')) context.note(PASTE);
  const typed: Record<string, string> = {};
  try {
    await askSecrets(apps, before, questions, typed);
  } finally {
    // Also for whoever stops there or later: they do not have to type them again.
    await files.put('.env', envText(envBefore(folder), typed), 0o600);
  }
  const env = { ...before, ...typed };
  const keepsPolicy = await files.keeps('hearback.yaml');
  // Where the plan stays nobody is asked what should be in a new one.
  const about = keepsPolicy ? { ...asker, questions: null } : asker;
  const { communities, inviteUrl } = await gather(apps, given, env, options, about);
  if (keepsPolicy) context.note(`hearback.yaml: ${WORDS.kept}`);
  else await files.put('hearback.yaml', await policyOf(communities, options, asker), 0o644);
  const steps = nextSteps({
    apps,
    has: (name) => isSet(env, name),
    inviteUrl,
    communities: keepsPolicy ? null : communities,
    typed: (command) => typedHere(context.env, command),
  });
  context.out('What to do next:');
  steps.forEach((step, index) => context.out(`${index + 1}. ${step.replaceAll('\n', '\n  ')}`));
}

/** Every option, before anything is asked or written. @throws {NotPossible} */
async function understood(options: InitOptions): Promise<Given> {
  await languageIn(options.language, null);
  await timeZoneIn(options.timeZone, null);
  return givenBy(options);
}

const PASTE =
  'Open https://api.slack.com/apps → Create New App → From a manifest → your workspace → YAML, and paste what is in slack-manifest.yaml. Then:';

/** What is set, in the environment or in the .env of the folder. */
function settingsIn(folder: string, env: Environment): Environment {
  const file = parseEnv(envFileIn(folder) ?? '');
  const given = Object.entries(env).filter(([, value]) => value?.trim());
  return { ...file, ...Object.fromEntries(given) };
}

/** Where browsers reach the web server, if that is set and known: people install the app there in further workspaces. */
function publicUrlIn({ PUBLIC_URL: written = '' }: Environment): string | null {
  return URL.canParse(written) ? new URL(written).origin : null;
}

/** The .env that is there, else the example with its explanations. */
function envBefore(folder: string): string {
  return envFileIn(folder) ?? readFileSync(join(packageRoot(), '.env.example'), 'utf8');
}

/** Files of one folder: none is written over without a yes, and each is told of. */
function filesIn(folder: string, { force, yes }: InitOptions, context: CliContext) {
  const answers = new Map<string, boolean>();
  const mayReplace = async (name: string): Promise<boolean> => {
    const known = answers.get(name);
    if (known !== undefined) return known;
    const may =
      force === true ||
      (yes !== true && (await context.ask(`${name} is there. Write it anew? The old one stays beside it.`)));
    answers.set(name, may);
    return may;
  };
  return {
    /** Whether a file is there that stays. */
    keeps: async (name: string) => existsSync(join(folder, name)) && !(await mayReplace(name)),
    put: async (name: string, text: string, mode: number) => {
      // What somebody has filled in of .env is in the new text too.
      const isEnv = name === '.env';
      const outcome = await put(join(folder, name), text, {
        mode,
        keepsOld: !isEnv,
        mayReplace: async () => isEnv || mayReplace(name),
      });
      context.note(`${name}: ${isEnv && outcome === 'replaced' ? FILLED_IN : WORDS[outcome]}`);
    },
  };
}

const FILLED_IN = 'what you typed is put in; the rest is as it was.';
const WORDS: Readonly<Record<Outcome, string>> = {
  written: 'written.',
  'as it was': 'is as it should be.',
  kept: 'there already, and kept. Add --force to write it anew.',
  replaced: 'written anew.',
};

async function gather(
  { platforms }: Apps,
  given: Given,
  env: Environment,
  { offline }: InitOptions,
  asker: Asker,
): Promise<{ communities: Community[]; inviteUrl: string | null }> {
  const settings = offline ? null : soundSettings(env);
  const communities: Community[] = [];
  let invite: string | null = null;
  for (const platform of platforms) {
    const said = given.said[platform];
    const found = settings
      ? await unlessStopped(asker.stopped, () => findCommunity(platform, settings, said, asker))
      : null;
    for (const problem of found?.problems ?? []) asker.say(`! ${problem}`);
    invite ??= found?.inviteUrl ?? null;
    communities.push(completed(platform, found?.said ?? said));
  }
  return { communities, inviteUrl: invite };
}

async function policyOf(
  communities: readonly Community[],
  options: InitOptions,
  { questions }: Asker,
): Promise<string> {
  const root = packageRoot();
  return policyText(
    {
      communities,
      language: await languageIn(options.language, questions),
      timeZone: await timeZoneIn(options.timeZone, questions),
    },
    {
      example: readFileSync(join(root, 'hearback.example.yaml'), 'utf8'),
      playbooks: playbookTexts(join(root, 'playbooks')),
    },
  );
}
