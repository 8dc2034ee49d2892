import type { WorkspaceId } from '../../chat/ref.ts';
import type { CallWebhook } from './call-webhook.ts';
import type { Tracker } from './tracker.ts';

/** Other programs, as far as handlers may reach them. */
export interface Programs {
  callWebhook: CallWebhook;
  /** By its key in the policy of this community. @throws {AppError} PERMISSION_MISSING when its secret is not set; TARGET_GONE when it is not in the policy any more */
  tracker(workspaceId: WorkspaceId, key: string): Tracker;
  /** A secret by the name of its environment variable; null when it is not set. */
  secretOf(name: string): string | null;
}
