import type { ChatAdapter } from '../chat/adapter.ts';
import type { Installations } from '../chat/installation.ts';
import type { Installer } from '../chat/installer.ts';
import type { Inspector } from '../chat/inspector.ts';
import { unpaced, type Pace } from '../chat/pace.ts';
import { nativeId, platformOf, type WorkspaceId } from '../chat/ref.ts';
import { everyShard, type Shards } from '../chat/shards.ts';
import type { Log } from '../log.ts';
import { createDiscordAdapter } from './discord/index.ts';
import { createDiscordInspector } from './discord/inspect.ts';
import { createSlackAdapter } from './slack/index.ts';
import { createSlackInspector } from './slack/inspect.ts';
import { createSlackInstaller } from './slack/install.ts';

/** A platform without settings is off. */
export interface AdapterSettings {
  slack: {
    botToken?: string;
    oauth?: { clientId: string; clientSecret: string };
    appToken?: string;
    signingSecret?: string;
    apiUrl?: string;
  } | null;
  discord: { token: string; apiUrl?: string; shardCount?: number } | null;
}

/** Every platform that is switched on. A new one is a folder here and a line in this list. */
export function createAdapters(
  settings: AdapterSettings,
  workspaces: readonly WorkspaceId[],
  log: Log,
  pace: Pace = unpaced,
  shards: Shards = everyShard,
  installations: Installations | null = null,
): ChatAdapter[] {
  const known = (platform: string) => workspaces.filter((id) => platformOf(id) === platform).map(nativeId);
  return [
    settings.slack &&
      createSlackAdapter({
        ...settings.slack,
        ...(settings.slack.oauth && installations && { installations }),
        pace,
        log: log.child({ platform: 'slack' }),
      }),
    settings.discord &&
      createDiscordAdapter({
        ...settings.discord,
        workspaces: known('discord'),
        pace,
        shards,
        log: log.child({ platform: 'discord' }),
      }),
  ].filter((adapter) => adapter !== null);
}

/** What asks each platform that is switched on whether everything is set up. */
export function createInspectors(
  { slack, discord }: AdapterSettings,
  log: Log,
  installations: Installations | null = null,
): Inspector[] {
  return [
    slack && createSlackInspector({ ...slack, ...(slack.oauth && installations && { installations }), log }),
    discord && createDiscordInspector({ ...discord, log }),
  ].filter((inspector) => inspector !== null);
}

/** What installs the app in further workspaces; null where nothing is set up for it. @param isNamed whether the policy knows a workspace */
export function createInstaller(
  { slack }: AdapterSettings,
  installations: Installations,
  isNamed: (workspaceId: WorkspaceId) => boolean,
  log: Log,
): Installer | null {
  if (!slack?.oauth) return null;
  const { oauth, apiUrl } = slack;
  return createSlackInstaller({ oauth, ...(apiUrl && { apiUrl }), installations, isNamed, log });
}
