import type { WorkspaceId } from './ref.ts';

/** A Slack user group, or a role on Discord. */
export interface Group {
  groupId: string;
  name: string;
  /** How many people are in it; null where the platform does not say. */
  members: number | null;
  /** Their ids; null where the platform does not list them. */
  people: readonly string[] | null;
}

/** Somebody may be in other groups than before, or gone, or a group may be another one. What it is now has to be asked. */
export interface RolesChanged {
  workspaceId: WorkspaceId;
  /** Whom it is about; null where that may be anybody. */
  people: readonly string[] | null;
}
