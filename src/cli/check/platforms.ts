import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createAdapters, createInspectors } from '../../adapters/index.ts';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { Inspector } from '../../chat/inspector.ts';
import type { Installations } from '../../chat/installation.ts';
import { platformOf, type WorkspaceId } from '../../chat/ref.ts';
import type { Config } from '../../config.ts';
import { AppError } from '../../errors.ts';
import { createLog } from '../../log.ts';
import { readDocument } from '../../policy/document.ts';
import { policyPaths, type Policies } from '../../policy/policies.ts';
import type { Policy } from '../../policy/schema.ts';
import { type Record as OpenRecord, visitRecord } from '../../store/index.ts';
import { appSeenBy, createPatience, type Patience } from '../frame/patience.ts';
import { communitiesOf } from '../frame/read-policy.ts';
import { count } from '../frame/table.ts';
import { communityTroubles, type Placed, type Reached } from './communities.ts';
import { aside, type Check, type Finding, type Looked } from './finding.ts';
import { policiesIn } from './plan.ts';
import { soundSettings } from './settings.ts';

/** How a platform is called in front of people. */
const CALLED: Readonly<Record<string, string>> = { slack: 'Slack', discord: 'Discord' };

/** Tokens, scopes, intents, communities, channels, people and groups, as the platforms whose tokens are set tell of them. */
export const platforms: Check = {
  name: 'platforms',
  run: async (looked, { env, stopped }) => {
    const config = looked.isOnline ? soundSettings(env) : null;
    if (!config) return [];
    if (!config.slack && !config.discord) return [aside('settings', { level: 'note', message: NO_TOKEN })];
    const record = await recordOf(config);
    try {
      return await lookAt(config, record?.installations ?? null, looked, stopped);
    } finally {
      await record?.close();
    }
  },
};

async function lookAt(
  config: Config,
  installations: Installations | null,
  looked: Looked,
  stopped: AbortSignal,
): Promise<Finding[]> {
  // What is wrong with the policy itself, another check says.
  const policies = policiesIn(looked);
  const missed = installations && policies ? missedOf(installations, policies) : installations;
  const reached = await reach(config, policies, missed, looked, stopped);
  const apps = [...reached].flatMap(([platform, { app }]) =>
    app.troubles.map((trouble) => aside(platform, trouble)),
  );
  return [...apps, ...(policies ? await walkAll(policies, reached, looked) : [])];
}

/** Where the tokens of installed apps are; null where there are none, or no record yet: what is wrong with it, another check says. */
async function recordOf(config: Config): Promise<OpenRecord | null> {
  if (!config.slack?.oauth) return null;
  try {
    return await visitRecord({ ...config, log: createLog('silent'), now: () => new Date() });
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

/** Where the app was removed and no policy names the workspace any more, nobody misses it. */
function missedOf(installations: Installations, policies: Policies): Installations {
  const named = new Set(communitiesOf(policies));
  const list = async () =>
    (await installations.list()).filter(({ workspaceId, gone }) => !gone || named.has(workspaceId));
  return { ...installations, list };
}

const NO_TOKEN =
  'no token is set, so nobody was asked, and "npm start" starts the sandbox; put SLACK_BOT_TOKEN with SLACK_APP_TOKEN, or DISCORD_TOKEN, into .env';

async function reach(
  config: Config,
  policies: Policies | null,
  installations: Installations | null,
  { say }: Looked,
  stopped: AbortSignal,
): Promise<Map<string, Reached>> {
  const log = createLog('silent');
  const adapters = createAdapters(
    config,
    policies ? communitiesOf(policies) : [],
    log,
    undefined,
    undefined,
    installations,
  );
  const reached = new Map<string, Reached>();
  for (const inspector of createInspectors(config, log, installations)) {
    const { platform } = inspector;
    const adapter = adapters.find((each) => each.platform === platform);
    if (!adapter) continue;
    const patience = createPatience({ say, stopped });
    const app = await appSeenBy(inspector, patience);
    const names = app.communities?.map(({ name }) => name).join(', ') || 'no community yet';
    const called = CALLED[platform] ?? platform;
    if (app.communities === null)
      say(
        `${called}: ${app.troubles.some(({ level }) => level === 'unasked') ? 'did not answer' : 'did not let us in'}.`,
      );
    else say(`${called}: the token is good, for ${names}. ${summary(app.troubles.length)}`);
    reached.set(platform, { ...askedWith(patience, inspector, adapter), app });
  }
  return reached;
}

/** Each question asked with patience. */
function askedWith(patience: Patience, inspector: Inspector, adapter: ChatAdapter): Omit<Reached, 'app'> {
  return {
    inspector: { lookAtChannel: (...about) => patience(() => inspector.lookAtChannel(...about)) },
    adapter: {
      fetchGroups: (id) => patience(() => adapter.fetchGroups(id)),
      fetchPerson: (...about) => patience(() => adapter.fetchPerson(...about)),
      fetchChannels: (id) => patience(() => adapter.fetchChannels(id)),
      canSee: (...about) => patience(() => adapter.canSee(...about)),
    },
  };
}

async function walkAll({ all }: Policies, reached: Map<string, Reached>, looked: Looked): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const [index, path] of policyPaths(looked.policyPath).entries()) {
    const policy = all[index];
    if (policy) found.push(...(await walk(policy, path, reached, looked)));
  }
  return found;
}

async function walk(
  policy: Policy,
  path: string,
  reached: Map<string, Reached>,
  looked: Looked,
): Promise<Finding[]> {
  const document = readDocument(readFileSync(path, 'utf8'));
  const found: Finding[] = [];
  for (const [index, workspace] of policy.workspaces.entries()) {
    const troubles = await communityTroubles(
      workspace,
      index,
      (id: WorkspaceId) => reached.get(platformOf(id)) ?? null,
    );
    looked.say(`${workspace.name}: channels, people and groups. ${summary(troubles.length)}`);
    found.push(...troubles.map((trouble) => placed(trouble, document, basename(path))));
  }
  return found;
}

function placed({ level, message, path }: Placed, document: ReturnType<typeof readDocument>, file: string) {
  const { line, column } = document.at(path, message);
  return { level, file, line, column, message };
}

function summary(troubles: number): string {
  return troubles === 0 ? 'All is well.' : `${count(troubles, 'thing')} to look at.`;
}
