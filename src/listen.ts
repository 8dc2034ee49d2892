import { capture } from './capture.ts';
import { stirOf } from './cases/heat/stir-of.ts';
import type { ChatAdapter, Inbound } from './chat/adapter.ts';
import type { ChatEvent } from './chat/event.ts';
import { platformOf, type WorkspaceId } from './chat/ref.ts';
import { commandRunner, completer } from './commands/desk/run.ts';
import { commands } from './commands/index.ts';
import { NotPossible } from './errors.ts';
import type { OpenDesk } from './open-desk.ts';
import type { Policy } from './policy/schema.ts';
import type { RolesInForce } from './follow-roles.ts';
import type { Metrics } from './web/metrics.ts';

/** Delivers what a platform says until it is stopped. @param heard communities it has heard of, added to */
export async function listen(
  adapter: ChatAdapter,
  desk: OpenDesk,
  metrics: Metrics,
  heard: Set<WorkspaceId>,
  roles: RolesInForce,
): Promise<void> {
  const { platform } = adapter;
  const { log } = desk;
  try {
    await adapter.start(inbound(platform, desk, metrics, heard, roles), commands);
    log.info({ platform }, 'listening');
  } catch (error) {
    log.error({ err: error, platform }, 'this platform could not be connected');
  }
}

function inbound(
  platform: string,
  desk: OpenDesk,
  metrics: Metrics,
  heard: Set<WorkspaceId>,
  roles: RolesInForce,
): Inbound {
  const { store, policy, homes, way } = desk;
  const run = commandRunner(commands, desk);
  const complete = completer(commands, desk);
  return {
    onEvent: async (event) => {
      const captured = capture(event, policy(event.workspaceId));
      if (captured && (await way.first(() => store.takeIn(captured))))
        metrics.events.inc({ platform, meaning: captured.meaning });
      count(event, desk);
    },
    onCommand: async (command) => {
      const labels = {
        platform,
        command: commands.some(({ name }) => name === command.name) ? command.name : 'unknown',
      };
      try {
        const answer = await way.first(() => run(command));
        metrics.commands.inc({ ...labels, outcome: 'answered' });
        return answer;
      } catch (error) {
        metrics.commands.inc({ ...labels, outcome: error instanceof NotPossible ? 'refused' : 'failed' });
        throw error;
      }
    },
    onHome: (opened) => homes.opened(opened),
    onComplete: (asked) => way.first(() => complete(asked)),
    onRoles: roles.changed,
    onTakenOver: async (workspaceId) => void heard.add(workspaceId),
    onGap: async (workspaceId) => {
      heard.add(workspaceId);
      // Who is in which group may have changed unheard.
      await roles.changed({ workspaceId, people: null });
      return store.askCatchUp(workspaceId);
    },
  };
}

/** How lively channels are is only counted: whatever goes wrong with that, the event itself was taken in. */
function count(event: ChatEvent, { heat, policy, log }: OpenDesk): void {
  try {
    const stir = stirOf(event, policy(event.workspaceId));
    if (stir) heat.note(stir);
  } catch (error) {
    log.warn({ err: error }, 'an event could not be counted');
  }
}

/** What keeps each platform from being heard. */
export function deaf(
  adapters: readonly ChatAdapter[],
  heard: Set<WorkspaceId>,
  policies: readonly Policy[],
): (string | null)[] {
  return adapters.map((adapter) => adapter.problem() ?? unheard(adapter, heard, policies));
}

/** Connected, but to no community of hearback.yaml: every flag would be ignored in silence. */
function unheard(
  adapter: ChatAdapter,
  heard: ReadonlySet<WorkspaceId>,
  policies: readonly Policy[],
): string | null {
  const { platform } = adapter;
  const wanted = policies
    .flatMap(({ workspaces }) => workspaces.map(({ id }) => id))
    .filter((id) => platformOf(id) === platform);
  if (wanted.some((id) => heard.has(id))) return null;
  // Those of a platform that shares its communities out may all be heard by others.
  if (wanted.length > 0 && !wanted.some((id) => adapter.hears(id))) return null;
  const found = [...heard].filter((id) => platformOf(id) === platform);
  return `${platform}: the bot is connected${found.length > 0 ? ` to ${found.join(', ')}` : ''}, but to no community of hearback.yaml (${wanted.join(', ') || 'none of this platform'}). Correct the id there, or invite the bot.`;
}
