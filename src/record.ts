import type { CaseFile, Change } from './cases/case.ts';
import { flaggedAgain, opened } from './cases/open.ts';
import type { ChatAdapter } from './chat/adapter.ts';
import type { MessageSnapshot } from './chat/message.ts';
import { paragraph } from './chat/rich.ts';
import { AppError } from './errors.ts';
import type { Log } from './log.ts';
import { kindOf } from './policy/lookup.ts';
import type { Policy, Severity, WorkspacePolicy } from './policy/schema.ts';
import type { Composer } from './replies/composer.ts';
import { prepare } from './replies/prepare.ts';
import type { NewCase, NewMessage, Store } from './store/store.ts';

/** What recording needs, as handlers and commands have it. */
export interface Recorder {
  store: Store;
  /** Bound to the job or interaction that asks: opens the case at most once. */
  once: Store;
  policy: Policy;
  workspace: WorkspacePolicy;
  chat: ChatAdapter;
  compose: Composer;
  now: Date;
  log: Log;
}

/** A message somebody wants to see recorded, by emoji, menu or link. */
export interface Flagged {
  message: MessageSnapshot;
  by: string;
  kind: string;
  /** Null takes the kind's. */
  severity: Severity | null;
  note: string;
}

/** A message becomes a case, or joins the one it belongs to: the one way from a flag to the record. */
export async function recordMessage(
  flagged: Flagged,
  recorder: Recorder,
): Promise<{ file: CaseFile; isNew: boolean }> {
  const { message } = flagged;
  const context = await contextOf(message, recorder);
  return openCase(
    {
      ...base(flagged, recorder),
      member: { userId: message.author.userId, name: message.author.name },
      source: message.ref,
      thread: message.threadRoot ?? { channelId: message.ref.channelId, messageId: message.ref.messageId },
      permalink: message.permalink,
      quote: message.text,
      origin: null,
      messages: [...context, { role: 'source', snapshot: message }],
    },
    flagged,
    recorder,
  );
}

/** Feedback that came by mail, phone or in person. */
export async function recordTold(
  told: { text: string; from: string; origin: string; by: string; kind: string; severity: Severity | null },
  recorder: Recorder,
): Promise<{ file: CaseFile; isNew: boolean }> {
  const flagged = { ...told, note: '' };
  return openCase(
    {
      ...base(flagged, recorder),
      member: { userId: '', name: told.from },
      source: null,
      thread: null,
      permalink: null,
      quote: told.text,
      origin: told.origin,
      messages: [],
    },
    flagged,
    recorder,
  );
}

function base(
  { kind, severity, by }: Pick<Flagged, 'kind' | 'severity' | 'by'>,
  { policy, workspace, now }: Recorder,
) {
  return {
    workspaceId: workspace.id,
    kind,
    severity: severity ?? kindOf(policy, kind).severity,
    handlerId: null,
    language: workspace.language ?? policy.language,
    languageFrom: 'workspace' as const,
    audience: kindOf(policy, kind).audience,
    openedAt: now,
    reporters: [by],
  };
}

async function openCase(candidate: NewCase, { by, note }: Pick<Flagged, 'by' | 'note'>, recorder: Recorder) {
  const { once, policy, workspace, compose, now } = recorder;
  const { file, isNew } = await once.open(candidate, (found, isFirst) => {
    const notes = note.trim() ? [{ authorId: by, text: note }] : [];
    if (!isFirst) return { change: withNotes(flaggedAgain(found, by, policy, now), notes), answer: null };
    const { answer, steps } = kindOf(policy, found.case.kind);
    const prepared = answer === 'none' ? null : prepare(steps, found, workspace, policy, compose, now);
    return { change: withNotes(opened(found, by, prepared, workspace, policy, now), notes), answer: null };
  });
  if (
    isNew &&
    candidate.source &&
    !candidate.quote &&
    candidate.messages.every(({ snapshot }) => snapshot.files.length === 0)
  ) {
    await warnUnreadable(recorder);
  }
  return { file, isNew };
}

function withNotes(change: Change, notes: NonNullable<Change['notes']>): Change {
  return { ...change, notes: [...(change.notes ?? []), ...notes] };
}

/** What was said before. A case without it is better than no case. */
async function contextOf(message: MessageSnapshot, { chat, policy, log }: Recorder): Promise<NewMessage[]> {
  try {
    const before = await chat.fetchContext(message, policy.contextMessages);
    return before.map((snapshot) => ({ role: 'context', snapshot }));
  } catch (error) {
    if (!(error instanceof AppError) || error.retry !== 'never') throw error;
    log.warn({ err: error }, 'the messages before a flagged one could not be read');
    return [];
  }
}

/** Blank text means the bot may not read it: the operator has to know today, not after a week of blank cases. */
async function warnUnreadable({ store, workspace, now }: Recorder): Promise<void> {
  await store.say(workspace.id, {
    key: `unreadable-${now.toISOString().slice(0, 10)}`,
    place: { type: 'channel', workspaceId: workspace.id, channelId: workspace.triage },
    body: {
      type: 'notice',
      title: 'A flagged message came without text',
      blocks: [
        paragraph(
          'The case is recorded, but the text of the message could not be read. On Discord this happens when the Message Content intent is off: ' +
            'switch it on in the Developer Portal under Bot → Privileged Gateway Intents and restart Hearback. Please ask the operator.',
        ),
      ],
    },
  });
}
