import { acrossFaults, livesElsewhere } from './across-checks.ts';
import { digestFaults } from './digest-checks.ts';
import type { Fault, Path, PolicyDocument } from './document.ts';
import { pathName } from './faults.ts';
import { localeFaults } from './locale-checks.ts';
import { asList, asMap, textAt } from './loose.ts';
import { ROLES } from './schema.ts';
import { shown } from './secrets.ts';

/** A channel that gets internal text, and where the policy says so. */
interface Internal {
  channel: string;
  /** The other workspace it is in; null: this one. */
  elsewhere: string | null;
  path: Path;
  what: string;
}

/** What can be wrong between the parts of one workspace, or between two. */
export function workspaceFaults(policy: Record<string, unknown>, document: PolicyDocument): Fault[] {
  const workspaces = asList(policy['workspaces']).map(asMap);
  return workspaces.flatMap((workspace, index) => {
    const path = ['workspaces', index];
    return [
      ...twinFaults(workspaces, index, document),
      ...channelFaults(workspace, path, document),
      ...acrossFaults(workspaces, index, path, document),
      ...helpersFaults(workspace, path, document),
      ...digestFaults(workspace, path, Object.keys(asMap(policy['kinds'])), document),
      ...roleFaults(workspace, path, document),
      ...handlerFaults(workspace, path, document),
      ...localeFaults(workspace, path, document),
      ...Object.entries(asMap(workspace['departments'])).flatMap(([key, department]) =>
        localeFaults(asMap(department), [...path, 'departments', key], document),
      ),
    ];
  });
}

function twinFaults(workspaces: Record<string, unknown>[], index: number, document: PolicyDocument): Fault[] {
  const id = textAt(workspaces[index] ?? {}, 'id');
  const twin = workspaces.findIndex((workspace) => id !== null && textAt(workspace, 'id') === id);
  if (twin === -1 || twin === index) return [];
  const path = ['workspaces', index, 'id'];
  return [
    document.at(
      path,
      `${pathName(path)} is the same as workspaces[${twin}].id; keep one of the two workspaces`,
    ),
  ];
}

/** Internal text in a channel members can read is the worst that can happen: every mix-up of channels is a fault. */
function channelFaults(workspace: Record<string, unknown>, path: Path, document: PolicyDocument): Fault[] {
  const watched = asList(workspace['watch']);
  const internal = internalChannels(workspace, path);
  return internal.flatMap((one, index) => {
    const name = pathName(one.path);
    const twin = internal.slice(0, index).find((other) => isSame(other, one) && clash(other, one));
    return [
      ...(one.elsewhere === null && watched.includes(one.channel)
        ? [
            document.at(
              one.path,
              `${name} is also in watch, so members could read internal text; use a private channel of its own for ${one.what}`,
            ),
          ]
        : []),
      ...(twin
        ? [
            document.at(
              one.path,
              `${name} is the same channel as ${pathName(twin.path)}; use another private channel for ${one.what}`,
            ),
          ]
        : []),
    ];
  });
}

/** What helpers are asked is for everybody: it stands nowhere else than in a channel of its own. */
function helpersFaults(workspace: Record<string, unknown>, path: Path, document: PolicyDocument): Fault[] {
  const helpers = textAt(workspace, 'helpers');
  const twin = internalChannels(workspace, path).find(
    ({ channel, elsewhere }) => elsewhere === null && channel === helpers,
  );
  if (helpers === null || !twin) return [];
  const at = [...path, 'helpers'];
  return [
    document.at(
      at,
      `${pathName(at)} is the same channel as ${pathName(twin.path)}, which is internal; use a public channel for the helpers`,
    ),
  ];
}

function internalChannels(workspace: Record<string, unknown>, path: Path): Internal[] {
  const triage = textAt(workspace, 'triage');
  const departments = Object.entries(asMap(workspace['departments']));
  const list = (channel: unknown, at: Path, what: string, elsewhere: string | null = null): Internal[] =>
    typeof channel === 'string' ? [{ channel, elsewhere, path: [...path, ...at], what }] : [];
  return [
    ...list(triage, ['triage'], 'triage'),
    ...list(textAt(workspace, 'management'), ['management'], 'management'),
    ...departments.flatMap(([key, value]) => {
      const at = ['departments', key];
      const cc = asList(asMap(value)['cc']);
      const where = livesElsewhere(workspace, value) ? textAt(asMap(value), 'workspace') : null;
      return [
        ...list(asMap(value)['channel'], [...at, 'channel'], 'the department', where),
        ...cc.flatMap((channel, index) => list(channel, [...at, 'cc', index], 'the copy', where)),
      ];
    }),
  ];
}

function isSame(first: Internal, second: Internal): boolean {
  return first.channel === second.channel && first.elsewhere === second.elsewhere;
}

/** Several departments may copy the same channel in; nothing else may share one. */
function clash(first: Internal, second: Internal): boolean {
  const isCopy = ({ path }: Internal) => path.at(-2) === 'cc';
  const department = ({ path }: Internal) => path[3];
  if (!isCopy(first) && !isCopy(second)) return true;
  return department(first) === department(second);
}

function roleFaults(workspace: Record<string, unknown>, path: Path, document: PolicyDocument): Fault[] {
  const roles = asMap(workspace['roles']);
  if (typeof workspace['roles'] !== 'object') return [];
  const isSomebody = ROLES.some((role) => {
    const who = asMap(roles[role]);
    return who['everyone'] === true || asList(who['people']).length > 0 || asList(who['groups']).length > 0;
  });
  if (isSomebody) return [];
  const at = [...path, 'roles'];
  return [
    document.at(
      at,
      `${pathName(at)}: nobody has a role, so nobody could flag; name people or groups for at least one`,
    ),
  ];
}

/** Whoever is responsible must be let in. Who is in a group only the platform knows. */
function handlerFaults(workspace: Record<string, unknown>, path: Path, document: PolicyDocument): Fault[] {
  const turns = asList(asMap(workspace['duty'])['people']);
  const named: [unknown, Path][] = [
    [workspace['handler'], ['handler']],
    ...turns.map((person, index): [unknown, Path] => [person, ['duty', 'people', index]]),
  ];
  return named.flatMap(([person, place]) => {
    if (typeof person !== 'string' || mayWork(person, workspace)) return [];
    const at = [...path, ...place];
    const advice = `add ${shown(person)} to roles.handler.people`;
    return [document.at(at, `${pathName(at)} has no role that may work on cases; ${advice}`)];
  });
}

/** Who is in a group only the platform knows. */
function mayWork(person: string, workspace: Record<string, unknown>): boolean {
  return ROLES.filter((role) => role !== 'flagger').some((role) => {
    const who = asMap(asMap(workspace['roles'])[role]);
    return (
      who['everyone'] === true || asList(who['people']).includes(person) || asList(who['groups']).length > 0
    );
  });
}
