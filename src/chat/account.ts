import { platformOf, type Place, type WorkspaceId } from './ref.ts';

/** Somebody, by workspace and id together. */
export interface Account {
  workspaceId: WorkspaceId;
  /** The platform's own id. */
  userId: string;
}

/** An id of another workspace: that workspace, a slash, and the id there. No platform's own id has a colon in front of a slash. */
const ELSEWHERE = /^([a-z]+:[^\s/]+)\/(\S+)$/;

/** How somebody is written in the record of `home`: the bare id for a person of it, `slack:T1/U1` for one of another workspace. */
export function idIn(home: WorkspaceId, { workspaceId, userId }: Account): string {
  return workspaceId === home ? userId : `${workspaceId}/${userId}`;
}

/** Whom an id in the record of `home` stands for. */
export function accountOf(home: WorkspaceId, id: string): Account {
  const [, workspaceId, userId] = ELSEWHERE.exec(id) ?? [];
  return workspaceId === undefined || userId === undefined
    ? { workspaceId: home, userId: id }
    : { workspaceId, userId };
}

/**
 * Two ids in the record of `home` are one person when this is equal. Ids are unique on a whole platform: whoever is in two of its
 * workspaces has one. Links between platforms are not in here. The same as `hearback.person_in`.
 */
export function personIn(home: WorkspaceId, id: string): string {
  const { workspaceId, userId } = accountOf(home, id);
  return platformOf(workspaceId) === platformOf(home) ? userId : id;
}

/**
 * An account, for comparing: equal wherever on its platform somebody is written from, also from two workspaces of another platform.
 * The same as `hearback.person_key`.
 */
export function accountKey(home: WorkspaceId, id: string): string {
  const { workspaceId, userId } = accountOf(home, id);
  return `${platformOf(workspaceId)}/${userId}`;
}

/** Whether an id is one of another workspace. */
export function isElsewhere(id: string): boolean {
  return ELSEWHERE.test(id);
}

/** Who reads what is posted there, as the record of `home` writes them; null for what several people read. */
export function readerOf(place: Place, home: WorkspaceId): string | null {
  return place.type === 'dm' ? idIn(home, place) : null;
}

/** A direct message to somebody of another workspace goes to them there. */
export function reachable(place: Place): Place {
  return place.type === 'dm' ? { ...place, ...accountOf(place.workspaceId, place.userId) } : place;
}

/** What people call a platform. */
export function platformName(workspaceId: WorkspaceId): string {
  const platform = platformOf(workspaceId);
  return platform.charAt(0).toUpperCase() + platform.slice(1);
}
