import type { Policy, WebhookPolicy, WorkspacePolicy } from '../../policy/schema.ts';
import { caseName, type CaseFile } from '../case.ts';
import { isRestricted } from '../exclude.ts';

/** Raised when a field goes or changes its meaning; new fields do not raise it. */
export const WEBHOOK_VERSION = 1;

/** What happened, as the record has it. */
interface Happened {
  type: string;
  action: string;
  actorId: string | null;
  detail: Record<string, string>;
  at: Date;
}

/** What a receiver is sent; docs/webhooks.md promises it. */
export interface WebhookPayload {
  type: string;
  version: typeof WEBHOOK_VERSION;
  /** When it happened. */
  timestamp: string;
  data: Record<string, unknown>;
}

/** Lines of a history that say whom a case was kept from, also when they were let in again. */
const ABOUT_SECRECY: ReadonlySet<string> = new Set(['excluded', 'included']);

/** Whether a webhook may hear of this case. Asked when something is sent, not when it happened: somebody may have been kept out since. */
export function mayHear(webhook: WebhookPolicy, file: CaseFile, action: string): boolean {
  if (webhook.workspaces && !webhook.workspaces.includes(file.case.workspaceId)) return false;
  return webhook.restricted || !(isRestricted(file) || ABOUT_SECRECY.has(action));
}

/**
 * What happened, and how the case stands when it is sent. Ids, states and words of the policy; what the member said goes along
 * only where the webhook asks for it, and notes, drafts and names of staff never do.
 */
export function webhookPayload(
  happened: Happened,
  file: CaseFile,
  webhook: WebhookPolicy,
  workspace: WorkspacePolicy,
  policy: Policy,
): WebhookPayload {
  const { case: found } = file;
  return {
    type: happened.type,
    version: WEBHOOK_VERSION,
    timestamp: happened.at.toISOString(),
    data: {
      community: { id: workspace.id, name: workspace.name },
      case: {
        name: caseName(policy.prefix, found.number),
        number: found.number,
        version: found.version,
        state: found.state,
        kind: found.kind,
        severity: found.severity,
        level: found.level,
        language: found.language,
        member: found.member.userId,
        handler: found.handlerId,
        departments: file.departments,
        issues: file.issues.flatMap(({ tracker, name, url, state }) =>
          name === null ? [] : [{ tracker, name, url, state }],
        ),
        openedAt: found.openedAt.toISOString(),
        closedAt: found.closedAt?.toISOString() ?? null,
      },
      change: { action: happened.action, by: happened.actorId, detail: happened.detail },
      ...(webhook.include === 'text' && {
        text: { memberName: found.member.name, quote: found.quote, permalink: found.permalink },
      }),
    },
  };
}
