import type { ChatAdapter } from './chat/adapter.ts';
import { reaching } from './chat/reach.ts';
import { platformOf, type WorkspaceId } from './chat/ref.ts';
import type { Desk } from './commands/desk/run.ts';
import { PlatformUnavailable } from './errors.ts';
import { createGiveWay, type GiveWay } from './give-way.ts';
import { workspaceOf } from './policy/lookup.ts';
import type { Policies } from './policy/policies.ts';
import type { Record } from './store/index.ts';
import type { People } from './store/people-port.ts';

export interface OpenDesk extends Desk, Record {
  isOnePolicy(): boolean;
  /** What somebody waits for goes first. */
  way: GiveWay;
}

/** What commands, handlers and pages share: each community by its own policy, and with nobody of another one's. */
export function openDesk(
  record: Record,
  policies: () => Policies,
  adapters: readonly ChatAdapter[],
  around: Pick<Desk, 'compose' | 'links' | 'now' | 'log'> & { rolesEpoch(): number },
): OpenDesk {
  return {
    ...record,
    way: createGiveWay(),
    policy: (workspaceId) => policies().of(workspaceId),
    policies: () => policies().all,
    isOnePolicy: () => policies().isOne,
    chat: reaching(
      (workspaceId) => adapterOf(adapters, workspaceId),
      (workspaceId, other) => workspaceOf(policies().of(workspaceId), other) !== undefined,
      localeIn(record.people),
    ),
    ...around,
  };
}

/** What somebody who works on cases was last known to use their platform in. */
function localeIn(people: People): (workspaceId: WorkspaceId, userId: string) => Promise<string | null> {
  return async (workspaceId, userId) => (await people.of(workspaceId, [userId])).get(userId)?.locale ?? null;
}

function adapterOf(adapters: readonly ChatAdapter[], workspaceId: WorkspaceId): ChatAdapter {
  const platform = platformOf(workspaceId);
  const found = adapters.find((adapter) => adapter.platform === platform);
  if (!found) throw new PlatformUnavailable(platform, ({ says }) => says.advice.switchedOff, null);
  return found;
}
