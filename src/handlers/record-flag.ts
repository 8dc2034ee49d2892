import { z } from 'zod';
import { mayFlag, standingOf } from '../cases/access.ts';
import type { MessageRef } from '../chat/ref.ts';
import { paragraph, text, channel } from '../chat/rich.ts';
import { AppError, NotPossible, PermissionMissing, TargetGone } from '../errors.ts';
import { workspaceOf } from '../policy/lookup.ts';
import { recordMessage } from '../record.ts';
import type { Intake } from '../store/store.ts';
import { defineHandler, type Context } from './handler.ts';

/** Somebody flagged a message: it becomes a case, if they may flag and the message can be read. */
export const recordFlag = defineHandler({
  name: 'record-flag',
  lane: 'record',
  data: z.object({ intakeId: z.number() }),
  async run({ intakeId }, context) {
    const { store, once, log } = context;
    const intake = await store.intake(intakeId);
    if (!intake || intake.event.kind !== 'reaction_added') return;
    const { event } = intake;
    const policy = context.policy();
    const workspace = workspaceOf(policy, event.workspaceId);
    if (!workspace || (await store.wasTakenBack(intake))) return;

    const chat = context.chat(event.workspaceId);
    const person = await chat.fetchPerson(event.workspaceId, event.userId);
    if (person.isBot) {
      log.info({ intakeId }, 'flag ignored: it was set by a bot');
      return;
    }
    if (
      !person.isMember ||
      !mayFlag(standingOf(workspace, { userId: event.userId, groups: person.groups, channelId: null }))
    ) {
      log.info({ intakeId }, 'flag ignored: this person may not flag');
      return;
    }
    const ref = { workspaceId: event.workspaceId, channelId: event.channelId, messageId: event.messageId };
    const message = await chat
      .fetchMessage(ref)
      .catch((error: unknown) => explain(error, intake, event.userId, workspace.triage, context));
    if (!message) return;
    if (message.author.isBot) {
      await tell(
        context,
        ref,
        event.userId,
        'Messages by bots cannot be flagged: nobody would read the answer. If a person told you something, record it with /feedback new.',
      );
      return;
    }
    try {
      await recordMessage(
        { message, by: event.userId, kind: intake.kind ?? 'feedback', severity: null, note: '' },
        { store, once, policy, workspace, chat, compose: context.compose, now: context.now(), log },
      );
    } catch (error) {
      // Its author does not want it recorded: whoever flagged it is told so, and nothing else remembers it.
      if (!(error instanceof NotPossible)) throw error;
      await tell(context, ref, event.userId, error.message);
    }
  },
});

/** Says what is in the way. A missing permission fails the job as well, so that it can be replayed once it is there. */
async function explain(
  error: unknown,
  intake: Intake,
  flagger: string,
  triage: string,
  context: Context,
): Promise<null> {
  const { workspaceId, channelId, messageId } = intake.event;
  if (error instanceof TargetGone) {
    await tell(
      context,
      { workspaceId, channelId, messageId },
      flagger,
      'The message you flagged was deleted before it could be recorded. If you remember what it said, record it with /feedback new.',
    );
    return null;
  }
  if (error instanceof PermissionMissing) {
    await context.store.say(workspaceId, {
      key: `unread-flag-${intake.intakeId}`,
      place: { type: 'channel', workspaceId, channelId: triage },
      body: {
        type: 'notice',
        title: 'A flag could not be recorded',
        blocks: [
          paragraph(
            'A message in ',
            channel(channelId),
            ' was flagged, but I cannot read it. ',
            text(error.needed),
          ),
        ],
      },
    });
  }
  throw error instanceof AppError
    ? error
    : new AppError('PLATFORM_UNAVAILABLE', 'The flagged message could not be read.', 'backoff', {
        cause: error,
      });
}

async function tell({ once }: Context, ref: MessageRef, userId: string, words: string): Promise<void> {
  await once.say(ref.workspaceId, {
    key: `flag-answer-${ref.channelId}-${ref.messageId}-${userId}`,
    place: { type: 'dm', workspaceId: ref.workspaceId, userId },
    body: { type: 'notice', title: 'About your flag', blocks: [paragraph(words)] },
  });
}
