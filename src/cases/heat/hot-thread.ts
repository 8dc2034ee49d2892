import type { MessageRef, ThreadRoot, WorkspaceId } from '../../chat/ref.ts';
import type { Heat } from './heat-of.ts';

/** A thread that was looked at because it heated up. */
export interface HotThread {
  hotThreadId: number;
  workspaceId: WorkspaceId;
  root: ThreadRoot;
  /** Null where there is nothing that can be flagged. */
  first: MessageRef | null;
  heat: Heat;
  at: Date;
  /** Who said that it needs nothing; null while nobody has. */
  notNeeded: { by: string | null } | null;
  /** The case it is by now. `number` is null where not everybody may know of it. */
  found: { number: number | null } | null;
}
