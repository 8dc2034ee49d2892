import type { ChannelUse } from '../../chat/inspector.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import type { Path } from '../../policy/document.ts';
import { homeOf } from '../../policy/lookup.ts';
import { ROLES, type WorkspacePolicy } from '../../policy/schema.ts';

/** A channel of the policy, what it is for, and where it is written. */
export interface NamedChannel {
  workspaceId: WorkspaceId;
  channelId: string;
  use: ChannelUse;
  path: Path;
}

/** A person of the policy, and where they are first written. */
export interface NamedPerson {
  workspaceId: WorkspaceId;
  userId: string;
  path: Path;
}

/** Every channel a community's plan names. @param index its position under `workspaces` */
export function channelsNamed(workspace: WorkspacePolicy, index: number): NamedChannel[] {
  const at = (...path: Path): Path => ['workspaces', index, ...path];
  const here = (channelId: string | undefined, use: ChannelUse, path: Path): NamedChannel[] =>
    channelId ? [{ workspaceId: workspace.id, channelId, use, path }] : [];
  const departments = Object.entries(workspace.departments).flatMap(([key, department]) => {
    const workspaceId = homeOf(workspace, department);
    return [
      ...here(department.channel, 'internal', at('departments', key, 'channel')),
      ...department.cc.flatMap((each, place) => here(each, 'internal', at('departments', key, 'cc', place))),
    ].map((named) => ({ ...named, workspaceId }));
  });
  const watched = workspace.watch === 'all' ? [] : workspace.watch;
  return [
    ...here(workspace.triage, 'internal', at('triage')),
    ...here(workspace.management, 'internal', at('management')),
    ...here(workspace.helpers, 'helpers', at('helpers')),
    ...watched.flatMap((each, place) => here(each, 'watched', at('watch', place))),
    ...departments,
    ...(workspace.digests ?? []).flatMap(({ channel }, place) =>
      here(channel, 'internal', at('digests', place, 'channel')),
    ),
  ];
}

/** Every person a community's plan names, each once. @param index its position under `workspaces` */
export function peopleNamed(workspace: WorkspacePolicy, index: number): NamedPerson[] {
  const at = (...path: Path): Path => ['workspaces', index, ...path];
  const each = (workspaceId: WorkspaceId, people: readonly string[], ...path: Path): NamedPerson[] =>
    people.map((userId, place) => ({ workspaceId, userId, path: at(...path, place) }));
  const { id, duty, handler } = workspace;
  const all = [
    ...ROLES.flatMap((role) => each(id, workspace.roles[role].people, 'roles', role, 'people')),
    ...(handler === undefined ? [] : [{ workspaceId: id, userId: handler, path: at('handler') }]),
    ...each(id, duty?.people ?? [], 'duty', 'people'),
    ...Object.entries(workspace.standIns).map(([person, userId]) => ({
      workspaceId: id,
      userId,
      path: at('standIns', person),
    })),
    ...Object.entries(workspace.departments).flatMap(([key, department]) => [
      ...each(homeOf(workspace, department), department.people, 'departments', key, 'people'),
      ...each(homeOf(workspace, department), department.leads ?? [], 'departments', key, 'leads'),
    ]),
  ];
  const keys = all.map(({ workspaceId, userId }) => `${workspaceId}/${userId}`);
  return all.filter((_, place) => keys.indexOf(keys[place] ?? '') === place);
}
