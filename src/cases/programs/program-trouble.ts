import { paragraph } from '../../chat/rich.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import type { Policy, WebhookPolicy, WorkspacePolicy } from '../../policy/schema.ts';
import type { NewDelivery } from '../delivery.ts';
import { noticeTo, type Say } from '../notice.ts';
import { whyNotTaken, type NotTaken } from './call-webhook.ts';
import type { Texts } from '../../texts/index.ts';

/** The community whose people hear of trouble with a program: the first it is for. */
export function concernedBy(
  { workspaces }: { workspaces?: readonly WorkspaceId[] | undefined },
  policy: Policy,
): WorkspacePolicy | undefined {
  return policy.workspaces.find(({ id }) => !workspaces || workspaces.includes(id));
}

/**
 * Those who can do something about a program that does not answer: the admins the policy names, else management, else the triage
 * channel. Each trouble is told once.
 */
export function programTrouble(
  { key, say }: { key: string; say: (texts: Texts) => { title: string; words: string[] } },
  workspace: WorkspacePolicy,
): NewDelivery[] {
  const { admin, management } = workspace.roles;
  const people = admin.people.length > 0 ? admin.people : management.people;
  const inBlocks: Say = (texts) => {
    const { title, words } = say(texts);
    return { title, blocks: words.map((each) => paragraph(each)) };
  };
  const workspaceId = workspace.id;
  const triage = { type: 'channel' as const, workspaceId, channelId: workspace.triage };
  if (people.length === 0) return [{ key, place: triage, body: noticeTo(triage, workspace, inBlocks) }];
  const body = noticeTo({ type: 'dm' }, workspace, inBlocks);
  return people.map((userId) => ({
    key: `${key}-${userId}`,
    place: { type: 'dm', workspaceId, userId },
    body,
  }));
}

/**
 * A webhook that takes nothing, told once for each time it began to; or one message that it would not take for days, while it took
 * others. Its address stays out: it may hold a secret.
 */
export function webhookTrouble(
  { name }: WebhookPolicy,
  { came, failingSince, isLong }: { came: NotTaken; failingSince: Date; isLong: boolean },
  workspace: WorkspacePolicy,
): NewDelivery[] {
  return programTrouble(
    {
      key: `webhook-${name}-${isLong ? '' : 'refused-'}${failingSince.getTime()}`,
      say: (texts) => {
        const { programs } = texts.rules;
        const outcome = whyNotTaken(came, texts);
        return {
          title: isLong ? programs.webhookTitle(name) : programs.webhookRefusedTitle(name),
          words: [
            isLong ? programs.webhookLong(outcome) : programs.webhookRefused(outcome),
            programs.webhookNothingLost,
            programs.webhookMore(name),
          ],
        };
      },
    },
    workspace,
  );
}
