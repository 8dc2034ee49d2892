import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { createAdapters, createInspectors } from '../../adapters/index.ts';
import type { ChatAdapter } from '../../chat/adapter.ts';
import type { Inspector } from '../../chat/inspector.ts';
import { platformOf, type WorkspaceId } from '../../chat/ref.ts';
import type { Config } from '../../config.ts';
import { createLog } from '../../log.ts';
import { readDocument } from '../../policy/document.ts';
import { loadPolicy } from '../../policy/load.ts';
import type { Policy } from '../../policy/schema.ts';
import { appSeenBy, createPatience, type Patience } from '../frame/patience.ts';
import { count } from '../frame/table.ts';
import { communityTroubles, type Placed, type Reached } from './communities.ts';
import { aside, type Check, type Finding, type Looked } from './finding.ts';
import { playbooksIn } from './plan.ts';
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
    // What is wrong with the policy itself, another check says.
    const policy = await loadPolicy(looked.policyPath, { playbooksDir: playbooksIn(looked.folder) }).catch(
      () => null,
    );
    const reached = await reach(config, policy, looked, stopped);
    const apps = [...reached].flatMap(([platform, { app }]) =>
      app.troubles.map((trouble) => aside(platform, trouble)),
    );
    return [...apps, ...(policy ? await walk(policy, reached, looked) : [])];
  },
};

const NO_TOKEN =
  'no token is set, so nobody was asked, and "npm start" starts the sandbox; put SLACK_BOT_TOKEN with SLACK_APP_TOKEN, or DISCORD_TOKEN, into .env';

async function reach(
  config: Config,
  policy: Policy | null,
  { say }: Looked,
  stopped: AbortSignal,
): Promise<Map<string, Reached>> {
  const log = createLog('silent');
  const adapters = createAdapters(config, policy?.workspaces.map(({ id }) => id) ?? [], log);
  const reached = new Map<string, Reached>();
  for (const inspector of createInspectors(config, log)) {
    const { platform } = inspector;
    const adapter = adapters.find((each) => each.platform === platform);
    if (!adapter) continue;
    const patience = createPatience({ say, stopped });
    const app = await appSeenBy(inspector, patience);
    const names = app.communities?.map(({ name }) => name).join(', ') || 'no community yet';
    const called = CALLED[platform] ?? platform;
    if (app.communities === null) say(`${called}: did not let us in.`);
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

async function walk(policy: Policy, reached: Map<string, Reached>, looked: Looked): Promise<Finding[]> {
  const document = readDocument(readFileSync(looked.policyPath, 'utf8'));
  const found: Finding[] = [];
  for (const [index, workspace] of policy.workspaces.entries()) {
    const troubles = await communityTroubles(
      workspace,
      index,
      (id: WorkspaceId) => reached.get(platformOf(id)) ?? null,
    );
    looked.say(`${workspace.name}: channels, people and groups. ${summary(troubles.length)}`);
    found.push(...troubles.map((trouble) => placed(trouble, document, basename(looked.policyPath))));
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
