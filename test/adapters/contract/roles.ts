import { describe, expect, it } from '@jest/globals';
import { PermissionMissing } from '../../../src/errors.ts';
import type { Scene } from './scene.ts';

/** Who is in which group, and that a change of it counts at once. */
export function describeRoles(scene: () => Scene): void {
  describe('roles', () => {
    aboutRoles(scene);
  });
}

function aboutRoles(scene: () => Scene): void {
  const isSlack = () => scene().adapter.platform === 'slack';
  const lose = () =>
    scene().sandbox.fault({ kind: 'missing_scope', scope: isSlack() ? 'usergroups:read' : 'GUILD_MEMBERS' });
  const belong = (present: boolean) =>
    scene().sandbox.belong({ person: scene().people.moderator, group: scene().group, present });
  const groupsOf = async () =>
    (await scene().adapter.fetchPerson(scene().workspaceId, scene().people.moderator)).groups;

  it('tells whose groups have changed, and asks anew about them', async () => {
    const { inbound, workspaceId, people, group, sandbox } = scene();
    expect(await groupsOf()).toContain(group);
    belong(false);
    await inbound.until(() => inbound.roles.length === 1);
    expect(inbound.roles).toEqual([{ workspaceId, people: [people.moderator] }]);
    expect(await groupsOf()).not.toContain(group);
    belong(true);
    await inbound.until(() => inbound.roles.length === 2);
    expect(await groupsOf()).toContain(group);
    const member = () => scene().adapter.fetchPerson(workspaceId, people.member);
    expect(await member()).toMatchObject({ isMember: true });
    sandbox.leave({ person: people.member });
    await inbound.until(() => inbound.roles.length === 3);
    expect(inbound.roles[2]).toEqual({ workspaceId, people: [people.member] });
    expect(await member()).toMatchObject({ isMember: false, groups: [] });
  });

  it('tells that a group is another one, or gone, and which there are', async () => {
    const { inbound, workspaceId, group, sandbox, adapter } = scene();
    const now = async () => (await adapter.fetchGroups(workspaceId)).find(({ groupId }) => groupId === group);
    expect(await now()).toMatchObject({ members: 2 });
    sandbox.renameGroup({ group, name: 'Old hands' });
    await inbound.until(() => inbound.roles.length > 0);
    expect(inbound.roles[0]).toEqual({ workspaceId, people: null });
    expect(await now()).toMatchObject({ name: 'Old hands', members: 2 });
    const before = inbound.roles.length;
    sandbox.removeGroup({ group });
    await inbound.until(() => inbound.roles.length > before);
    expect(await now()).toBeUndefined();
  });

  it('forgets what another program has heard of', async () => {
    const { adapter, workspaceId, sandbox, people, group } = scene();
    sandbox.fault({ kind: 'delay', times: 1, ms: 600_000 });
    expect(await groupsOf()).toContain(group);
    belong(false);
    expect(await groupsOf()).toContain(group);
    adapter.forgetRoles({ workspaceId, people: [people.moderator] });
    expect(await groupsOf()).not.toContain(group);
  });

  it('is told nothing of members without the right to hear it, and connects all the same', async () => {
    const { inbound, sandbox, people, channels, adapter } = scene();
    lose();
    // Discord is asked for the right when a connection is made, Slack with every event.
    const other = isSlack() ? adapter : scene().makeAdapter();
    if (other !== adapter) {
      await adapter.stop();
      await other.start(inbound, []);
    }
    expect(other.problem()).toBeNull();
    belong(false);
    sandbox.createMessage({ as: people.member, channel: channels.open, text: 'after that' });
    await inbound.event('message_posted', ({ message }) => message.text === 'after that');
    expect(inbound.roles).toEqual([]);
  });

  it('says which right is missing where groups cannot be asked for', async () => {
    lose();
    const asked = scene().adapter.fetchGroups(scene().workspaceId);
    // Everybody on a server sees its roles.
    if (isSlack()) await expect(asked).rejects.toBeInstanceOf(PermissionMissing);
    else expect(await asked).not.toEqual([]);
  });
}
