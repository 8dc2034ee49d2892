import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import type { Group } from '../../src/chat/group.ts';
import {
  PermissionMissing,
  PersonUnreachable,
  PlatformRefused,
  PlatformUnavailable,
  TargetGone,
} from '../../src/errors.ts';
import { checkRoles } from '../../src/handlers/check-roles.ts';
import type { Context } from '../../src/handlers/handler.ts';
import type { WorkspacePolicy } from '../../src/policy/schema.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createIdentities } from '../../src/store/identities.ts';
import { createRoles } from '../../src/store/roles.ts';
import { candidate, fresh, message } from '../store/record.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { NOW, policy, workspace } from '../support/factories.ts';

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

const nobody = { everyone: false, people: [], groups: [] };

const group = (groupId: string): Group => ({ groupId, name: groupId, members: 1, people: null });

/** A community whose moderators are a group, and a platform that says who is in it. */
function stage() {
  const id = fresh('slack:T');
  const home: WorkspacePolicy = {
    ...workspace,
    id,
    roles: {
      flagger: nobody,
      moderator: { ...nobody, groups: ['S0MODS'] },
      handler: nobody,
      lead: { ...nobody, people: ['U0LENA'] },
      management: nobody,
      admin: { ...nobody, people: ['U0ADA'] },
    },
    departments: {
      qa: { name: 'QA', channel: '', cc: [], ...nobody, workspace: `${id}9`, groups: ['S0QA'] },
    },
  };
  const now = () => NOW;
  const store = createStore(record.pool, { now });
  const roles = createRoles(record.pool, { now });
  const says = {
    groups: async (): Promise<Group[]> => [group('S0MODS')],
    /** What it is asked anew, and what it remembers. */
    inGroup: new Set(['U0VICTOR']),
    remembered: new Map<string, string[]>(),
    /** The people of the QA over there, and what is said instead of an answer. */
    inQa: new Set<string>(),
    refuses: null as Error | null,
  };
  const chat = {
    platform: 'slack',
    fetchGroups: async (where: string) => (where === id ? says.groups() : [group('S0QA')]),
    forgetRoles: () => says.remembered.clear(),
    fetchPerson: async (where: string, userId: string) => {
      if (says.refuses) throw says.refuses;
      if (userId.includes('/')) throw new TargetGone('slack', 'user_not_found', null);
      const person = { userId, name: userId, isBot: false, isMember: true, timeZone: null, locale: null };
      if (where !== id) return { ...person, groups: says.inQa.has(userId) ? ['S0QA'] : [] };
      const groups = says.remembered.get(userId) ?? (says.inGroup.has(userId) ? ['S0MODS'] : []);
      says.remembered.set(userId, groups);
      return { ...person, groups };
    },
  } as unknown as ChatAdapter;
  const context = {
    store,
    once: store,
    roles,
    identities: createIdentities(record.pool, { now }),
    policy: () => ({ ...policy, workspaces: [home] }),
    chat: () => chat,
    log: { warn: () => {} },
    now,
  } as unknown as Context;
  return {
    id,
    says,
    identities: context.identities,
    run: () => checkRoles.run({ workspaceId: id }, context),
    change: () => roles.changed({ workspaceId: id, people: null }, [id]),
    handledBy: async (handlerId: string) => {
      await store.open(candidate(message({ workspaceId: id })), () => ({
        change: { history: [], set: { handlerId } },
        answer: null,
      }));
    },
    said: async () =>
      (
        await record.pool.query<{ title: string }>(
          `select body ->> 'title' as title from hearback.delivery where workspace_id = $1 order by delivery_id`,
          [id],
        )
      ).rows.map(({ title }) => title),
    lost: async () =>
      (
        await record.pool.query<{ user_id: string }>(
          'select user_id from hearback.role_lost where workspace_id = $1',
          [id],
        )
      ).rows.map((row) => row.user_id),
  };
}

describe('looking at roles', () => {
  let the: ReturnType<typeof stage>;
  beforeEach(() => {
    the = stage();
  });

  it('believes nothing that was remembered before the change, and tells once however often it is run', async () => {
    await the.handledBy('U0VICTOR');
    await the.change();
    await the.run();
    expect(await the.lost()).toEqual([]);
    // Another program hears of it; this one still remembers what was.
    the.says.inGroup.clear();
    await the.change();
    await the.run();
    await the.run();
    expect(await the.lost()).toEqual(['U0VICTOR']);
    expect(await the.said()).toEqual(['Somebody who handles cases has no role any more']);
    the.says.inGroup.add('U0VICTOR');
    await the.change();
    await the.run();
    expect(await the.lost()).toEqual([]);
  });

  it('takes nothing from anybody while groups cannot be asked for, and says once which right is missing', async () => {
    await the.handledBy('U0VICTOR');
    const asked = the.says.groups;
    the.says.inGroup.clear();
    the.says.groups = () =>
      Promise.reject(new PermissionMissing('slack', 'add the scope usergroups:read', null));
    await the.change();
    await the.run();
    await the.run();
    expect(await the.lost()).toEqual([]);
    expect(await the.said()).toEqual(['Who is in which group is not known']);
    the.says.groups = () => Promise.reject(new TargetGone('slack', 'team_not_found', null));
    await the.run();
    expect(await the.lost()).toEqual([]);
    the.says.groups = asked;
    await the.run();
    expect(await the.lost()).toEqual(['U0VICTOR']);
  });

  it('takes nothing from anybody of whom the platform says nothing, also where no group is named', async () => {
    await the.handledBy('U0VICTOR');
    the.says.inGroup.clear();
    await the.change();
    for (const refuses of [
      new PlatformRefused('slack', 'org_login_required', null),
      new PermissionMissing('slack', 'the token was revoked', null),
      new PersonUnreachable('slack', 'user_not_visible', null),
    ]) {
      the.says.refuses = refuses;
      await the.run();
      expect(await the.lost()).toEqual([]);
    }
    the.says.refuses = null;
    await the.run();
    expect(await the.lost()).toEqual(['U0VICTOR']);
  });

  it('knows people by what they are where their department lives, under their own id and as somebody of there', async () => {
    await the.handledBy('U0QUINN');
    await the.handledBy(`${the.id}9/U0RUTH`);
    the.says.inQa = new Set(['U0QUINN', 'U0RUTH']);
    await the.change();
    await the.run();
    expect(await the.lost()).toEqual([]);
    the.says.inQa.clear();
    await the.change();
    await the.run();
    expect((await the.lost()).toSorted()).toEqual(['U0QUINN', `${the.id}9/U0RUTH`].toSorted());
  });

  it('counts what somebody is by an account that the admins have linked', async () => {
    await the.handledBy('U0SIGNE');
    the.says.inQa.add('U0ELSE');
    const other = { workspaceId: `${the.id}9`, userId: 'U0ELSE' };
    await the.identities.link(the.id, { userId: 'U0SIGNE', other }, 'U0ADA');
    await the.change();
    await the.run();
    expect(await the.lost()).toEqual([]);
    await the.identities.unlink(the.id, { userId: 'U0SIGNE', other }, 'U0ADA');
    await the.change();
    await the.run();
    expect(await the.lost()).toEqual(['U0SIGNE']);
  });

  it('is tried again while the platform is away', async () => {
    the.says.groups = () => Promise.reject(new PlatformUnavailable('slack', 'down', null));
    await the.change();
    await expect(the.run()).rejects.toBeInstanceOf(PlatformUnavailable);
  });
});
