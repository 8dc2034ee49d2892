import type { LostHandler } from '../cases/lost-handlers.ts';
import type { NewDelivery } from '../cases/delivery.ts';
import type { SeenGroup } from '../cases/role-groups.ts';
import type { RolesChanged } from '../chat/group.ts';
import type { WorkspaceId } from '../chat/ref.ts';

/** What is looked at in one community when roles have changed. */
export interface RoleCheck {
  /** Given back when it is done: what changed meanwhile is looked at once more. */
  generation: number;
  /** The groups that were named when it was last looked at. */
  groups: SeenGroup[];
  /** Whoever handles an open case or was written to about cases, and whoever had lost their role by then. */
  people: string[];
  /** Those of them who had. */
  lost: string[];
}

/** What came of it. */
export interface RolesFound {
  generation: number;
  groups: readonly SeenGroup[];
  /** Have no role any more, and have one again. */
  lost: readonly string[];
  back: readonly string[];
  /** About the groups. */
  say: readonly NewDelivery[];
}

/** Roles that change: who has lost theirs, and which groups are there. */
export interface Roles {
  /**
   * Tells every program that what is known of people's groups counts no more, and asks for each of these communities to be looked at.
   * @param homes communities that have people or departments in the workspace
   */
  changed(changed: RolesChanged, homes: readonly WorkspaceId[]): Promise<void>;
  /** Calls `forget` with what other programs and this one have told; with null when something may have been missed. @returns what stops it */
  listen(forget: (changed: RolesChanged | null) => void): Promise<() => Promise<void>>;
  toCheck(workspaceId: WorkspaceId): Promise<RoleCheck>;
  /**
   * Notes what was found, in one transaction: cards and messages are drawn again where somebody has lost sight of them or is back.
   * @param tell of somebody who still handles cases
   */
  checked(
    workspaceId: WorkspaceId,
    found: RolesFound,
    tell: (lost: LostHandler) => NewDelivery[],
  ): Promise<void>;
}
