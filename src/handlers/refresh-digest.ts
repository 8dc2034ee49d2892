import { z } from 'zod';
import { textsFor } from '../cases/cards/view.ts';
import { withdrawnCard } from '../cases/digest/withdrawn-card.ts';
import type { Content } from '../chat/card.ts';
import { ofManyCases } from '../digest.ts';
import { turnFirst } from '../chat/turn-first.ts';
import { AppError } from '../errors.ts';
import { workspaceOf } from '../policy/lookup.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import type { PostedList } from '../store/digests-port.ts';
import { defineHandler, type Context } from './handler.ts';

/**
 * A case of a posted digest, or of somebody's list of the day, is not for all of its readers any more, or somebody was erased:
 * it is drawn again, without them.
 */
export const refreshDigest = defineHandler({
  name: 'refresh-digest',
  lane: 'deliver',
  canWait: true,
  data: z.object({ deliveryId: z.number() }),
  async run({ deliveryId }, context) {
    const { digests, policy, chat, log } = context;
    const posted = await digests.posted(deliveryId);
    const workspace = posted && workspaceOf(policy(posted.message.workspaceId), posted.message.workspaceId);
    if (!posted || !workspace) return;
    await turnFirst(chat(workspace.id).awaitTurnToUpdate(posted.message));
    try {
      await chat(workspace.id).update(posted.message, await drawn(posted, workspace, context));
    } catch (error) {
      if (!(error instanceof AppError) || error.retry !== 'never') throw error;
      log.warn({ err: error, deliveryId }, 'a digest or a list of the day could not be drawn again');
    }
  },
});

/** What can never be drawn again, such as a digest that hearback.yaml has no more, must not stay as it is. */
async function drawn(
  { body, place }: PostedList,
  workspace: WorkspacePolicy,
  context: Context,
): Promise<Content> {
  try {
    const policy = context.policy(workspace.id);
    return await ofManyCases(body, place, {
      ...context,
      policy,
      workspace,
      chat: context.chat(workspace.id),
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.retry !== 'never') throw error;
    return {
      type: 'card',
      card: withdrawnCard(body.type, textsFor({ workspace, policy: context.policy(workspace.id) })),
    };
  }
}
