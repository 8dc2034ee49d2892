import type { ChatAdapter } from '../chat/adapter.ts';
import type { Inspector } from '../chat/inspector.ts';
import { unpaced, type Pace } from '../chat/pace.ts';
import { nativeId, platformOf, type WorkspaceId } from '../chat/ref.ts';
import type { Log } from '../log.ts';
import { createDiscordAdapter } from './discord/index.ts';
import { createDiscordInspector } from './discord/inspect.ts';
import { createSlackAdapter } from './slack/index.ts';
import { createSlackInspector } from './slack/inspect.ts';

/** A platform without settings is off. */
export interface AdapterSettings {
  slack: { botToken: string; appToken?: string; signingSecret?: string; apiUrl?: string } | null;
  discord: { token: string; apiUrl?: string } | null;
}

/** Every platform that is switched on. A new one is a folder here and a line in this list. */
export function createAdapters(
  settings: AdapterSettings,
  workspaces: readonly WorkspaceId[],
  log: Log,
  pace: Pace = unpaced,
): ChatAdapter[] {
  const known = (platform: string) => workspaces.filter((id) => platformOf(id) === platform).map(nativeId);
  return [
    settings.slack && createSlackAdapter({ ...settings.slack, pace, log: log.child({ platform: 'slack' }) }),
    settings.discord &&
      createDiscordAdapter({
        ...settings.discord,
        workspaces: known('discord'),
        pace,
        log: log.child({ platform: 'discord' }),
      }),
  ].filter((adapter) => adapter !== null);
}

/** What asks each platform that is switched on whether everything is set up. */
export function createInspectors({ slack, discord }: AdapterSettings, log: Log): Inspector[] {
  return [
    slack && createSlackInspector({ ...slack, log }),
    discord && createDiscordInspector({ ...discord, log }),
  ].filter((inspector) => inspector !== null);
}
