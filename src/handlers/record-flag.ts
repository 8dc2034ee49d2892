import { z } from 'zod';
import { isLead, mayFlag, standingOf, visitorsStanding, whyBarred, type Standing } from '../cases/access.ts';
import type { CaseFile } from '../cases/case.ts';
import type { MessageRef } from '../chat/ref.ts';
import { paragraph, text, channel } from '../chat/rich.ts';
import { AppError, NotPossible, PermissionMissing, TargetGone } from '../errors.ts';
import { kindOf, workspaceOf } from '../policy/lookup.ts';
import { recordMessage } from '../record.ts';
import type { WorkspacePolicy } from '../policy/schema.ts';
import { textsIn, textsOf, type Texts, type Wording } from '../texts/index.ts';
import type { Intake } from '../store/store.ts';
import { defineHandler, type Context } from './handler.ts';

/** Who flagged it, and the texts in their language. */
interface Flagger {
  userId: string;
  texts: Texts;
}

/** Somebody flagged a message: it becomes a case, if they may flag and the message can be read. */
export const recordFlag = defineHandler({
  name: 'record-flag',
  lane: 'record',
  data: z.object({ intakeId: z.number() }),
  async run({ intakeId }, context) {
    const { store, log } = context;
    const intake = await store.intake(intakeId);
    if (!intake || intake.event.kind !== 'reaction_added') return;
    const { event } = intake;
    const policy = context.policy(event.workspaceId);
    const workspace = workspaceOf(policy, event.workspaceId);
    if (!workspace || (await store.wasTakenBack(intake))) return;

    const chat = context.chat(event.workspaceId);
    const person = await chat.fetchPerson(event.workspaceId, event.userId);
    if (person.isBot) {
      log.info({ intakeId }, 'flag ignored: it was set by a bot');
      return;
    }
    const standing = person.isVisitor
      ? visitorsStanding(workspace, event.userId)
      : standingOf(workspace, { userId: event.userId, groups: person.groups, channelId: null });
    if (!(person.isMember || person.isVisitor) || !mayFlag(standing)) {
      log.info({ intakeId }, 'flag ignored: this person may not flag');
      return;
    }
    const flagger = {
      userId: event.userId,
      texts: textsIn(person.locale, workspace.language, policy.language),
    };
    const ref = { workspaceId: event.workspaceId, channelId: event.channelId, messageId: event.messageId };
    const message = await chat
      .fetchMessage(ref)
      .catch((error: unknown) => explain(error, intake, flagger, workspace, context));
    if (!message) return;
    if (message.author.isBot) return tell(context, ref, flagger, ({ says }) => says.flags.byBot);
    try {
      const { file } = await recordMessage(
        { message, by: event.userId, kind: intake.kind ?? 'feedback', severity: null, note: '' },
        { ...context, policy, workspace, chat, now: context.now() },
      );
      if (file.case.kind === intake.kind && kindOf(policy, intake.kind).audience === 'leads')
        await thank(file, standing, flagger.texts, context);
    } catch (error) {
      // Its author does not want it recorded: whoever flagged it is told so, and nothing else remembers it.
      if (!(error instanceof NotPossible)) throw error;
      await tell(context, ref, flagger, (texts) => error.in(texts));
    }
  },
});

/**
 * Whoever brings something for leads alone, and is none, would never hear of it again: they are told once who looks after it.
 * In words of no case, since its number is not theirs. Somebody it is kept from by name hears nothing at all.
 */
async function thank(file: CaseFile, flagger: Standing, texts: Texts, { store }: Context): Promise<void> {
  const { audience, workspaceId, caseId } = file.case;
  const isFirst = file.reporters[0] === flagger.userId;
  if (audience !== 'leads' || !isFirst || isLead(flagger) || whyBarred(flagger, file)) return;
  await store.say(workspaceId, {
    key: `for-leads-${caseId}`,
    place: { type: 'dm', workspaceId, userId: flagger.userId },
    // Who has brought it is nobody else's to know either.
    body: {
      type: 'notice',
      title: texts.says.flags.thanks,
      blocks: [paragraph(texts.rules.notices.forLeads)],
      confidential: true,
    },
  });
}

/** Says what is in the way. A missing permission fails the job as well, so that it can be replayed once it is there. */
async function explain(
  error: unknown,
  intake: Intake,
  flagger: Flagger,
  workspace: WorkspacePolicy,
  context: Context,
): Promise<null> {
  const { workspaceId, channelId, messageId } = intake.event;
  if (error instanceof TargetGone) {
    await tell(context, { workspaceId, channelId, messageId }, flagger, ({ says }) => says.flags.gone);
    return null;
  }
  if (error instanceof PermissionMissing) {
    const words = textsOf(workspace).says.flags;
    await context.store.say(workspaceId, {
      key: `unread-flag-${intake.intakeId}`,
      place: { type: 'channel', workspaceId, channelId: workspace.triage },
      body: {
        type: 'notice',
        title: words.failed,
        blocks: [
          paragraph(...words.unreadable(channel(channelId)), text(error.neededIn(textsOf(workspace)))),
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

async function tell(
  { once }: Context,
  ref: MessageRef,
  { userId, texts }: Flagger,
  said: Wording,
): Promise<void> {
  await once.say(ref.workspaceId, {
    key: `flag-answer-${ref.channelId}-${ref.messageId}-${userId}`,
    place: { type: 'dm', workspaceId: ref.workspaceId, userId },
    body: { type: 'notice', title: texts.says.flags.title, blocks: [paragraph(said(texts))] },
  });
}
