import { setTimeout as pause } from 'node:timers/promises';
import { askAround } from './cases/ask-around.ts';
import { both } from './cases/both.ts';
import type { CaseFile } from './cases/case.ts';
import type { Change } from './cases/change.ts';
import { saidWith, type Said } from './cases/details.ts';
import { keepOut } from './cases/keep-out.ts';
import { flaggedAgain, opened } from './cases/open.ts';
import { unreadable } from './cases/unreadable.ts';
import { saidAgain } from './cases/said-again.ts';
import { withConsent } from './cases/consent.ts';
import type { ChatAdapter } from './chat/adapter.ts';
import { toldAgain } from './cases/told.ts';
import type { MessageSnapshot } from './chat/message.ts';
import { AppError, NotYet } from './errors.ts';
import type { Log } from './log.ts';
import { isAnswered, kindOf } from './policy/lookup.ts';
import type { Policy, Severity, WorkspacePolicy } from './policy/schema.ts';
import type { Composer } from './replies/composer.ts';
import { languageOf } from './replies/language-of.ts';
import type { MemberLanguage } from './replies/member-language.ts';
import { prepare } from './replies/prepare.ts';
import { setInMotion } from './replies/set-in-motion.ts';
import type { NewCase, NewMessage, Store } from './store/store.ts';
import type { Topics } from './store/topics-port.ts';

/** What recording needs, as handlers and commands have it. */
export interface Recorder {
  store: Store;
  /** Bound to the job or interaction that asks: opens the case at most once. */
  once: Store;
  /** Asked whether the member has said the same before. */
  topics: Pick<Topics, 'said'>;
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

/** How long to wait where a case was closed while it was about to be joined (ms). */
const AGAIN_AFTER_MS = 100;

/** A message becomes a case, or joins the one it belongs to: the one way from a flag to the record. */
export async function recordMessage(
  flagged: Flagged,
  recorder: Recorder,
): Promise<{ file: CaseFile; isNew: boolean }> {
  const { message } = flagged;
  const context = await contextOf(message, recorder);
  const language = await languageOf(message.text, message.author.userId, asking(recorder));
  return openCase(
    {
      ...base(flagged, language, recorder),
      member: { userId: message.author.userId, name: message.author.name },
      source: message.ref,
      thread: message.threadRoot ?? { channelId: message.ref.channelId, messageId: message.ref.messageId },
      permalink: message.permalink,
      quote: message.text,
      origin: null,
      messages: [...context, { role: 'source', snapshot: message }],
    },
    flagged,
    language.otherwise,
    recorder,
  );
}

/** What every new case has. */
export function base(
  { kind, severity, by }: Pick<Flagged, 'kind' | 'severity' | 'by'>,
  { language, languageFrom }: MemberLanguage,
  { policy, workspace, now }: Recorder,
) {
  return {
    workspaceId: workspace.id,
    kind,
    severity: severity ?? kindOf(policy, kind).severity,
    handlerId: null,
    language,
    languageFrom,
    audience: kindOf(policy, kind).audience,
    openedAt: now,
    reporters: [by],
  };
}

/** Opens the case, or joins the one that it belongs to. */
export async function openCase(
  candidate: NewCase,
  flagged: Pick<Flagged, 'by' | 'note'>,
  otherwise: readonly string[],
  recorder: Recorder,
) {
  const { store, once, workspace, now } = recorder;
  const isKnown = await store.isCase(candidate);
  const asked = isKnown ? null : await askedOf(candidate, recorder);
  const sameAs = isKnown ? null : await saidBefore(candidate, recorder);
  const wanted = { ...candidate, ...(sameAs !== null && { sameAs }) };
  const { file, isNew } = await once.open(wanted, (found, isFirst) => {
    // The case it would have joined was closed a moment ago.
    if (isFirst && !asked) throw new NotYet('This becomes a case of its own after all.', AGAIN_AFTER_MS);
    const change =
      isFirst && asked
        ? begun(found, candidate, flagged.by, asked, otherwise, recorder)
        : joined(found, wanted, flagged.by, recorder);
    return { change: withNotes(change, flagged), answer: null };
  });
  const isBlank = candidate.messages.every(({ snapshot }) => snapshot.files.length === 0);
  // The operator has to know today, not after a week of blank cases.
  if (isNew && candidate.source && !candidate.quote && isBlank)
    await store.say(workspace.id, unreadable(workspace, now));
  return { file, isNew };
}

/** A case of its own: what the policy sets in motion. */
function begun(
  found: CaseFile,
  candidate: NewCase,
  by: string,
  asked: Awaited<ReturnType<typeof askAround>>,
  otherwise: readonly string[],
  recorder: Recorder,
): Change {
  const { policy, workspace, compose, now } = recorder;
  const kind = kindOf(policy, found.case.kind);
  const steps = withConsent(kind.steps, found, workspace, policy);
  const said = saidIn(candidate);
  const prepared = isAnswered(kind)
    ? prepare(steps, found, workspace, policy, compose, now, said, otherwise)
    : null;
  const kept = keepOut(found, asked.involved, workspace, policy.prefix);
  return both(
    both(opened(kept.file, by, prepared, workspace, policy, now), kept.change),
    setInMotion(kept.file, asked.besides, recorder),
  );
}

/** It belongs to a case there is: its own, that of its thread, or one in which its member has said the same. */
function joined(
  found: CaseFile,
  { sameAs, messages, told }: NewCase,
  by: string,
  { policy, workspace, now }: Recorder,
): Change {
  const source = messages.find(({ role }) => role === 'source')?.snapshot;
  if (told && found.case.caseId === sameAs) return toldAgain(found, told, by, workspace, policy, now);
  return source && found.case.caseId === sameAs
    ? saidAgain(found, source, by, workspace, policy, now)
    : flaggedAgain(found, by, workspace, policy, now);
}

/** The open case in which the member says the same; null where each flag is a case. */
async function saidBefore(
  { workspaceId, member, quote, language, kind, source, audience }: NewCase,
  { topics, policy, now }: Recorder,
): Promise<number | null> {
  const { topics: plan } = policy;
  if (plan === false || plan.duplicates === false || audience === 'leads') return null;
  if (!source && !member.userId) return null;
  const since = new Date(now.getTime() - plan.duplicates);
  return topics.said({ workspaceId, userId: member.userId, text: quote, language, kind }, since);
}

function askedOf(candidate: NewCase, recorder: Recorder): ReturnType<typeof askAround> {
  const { workspaceId, member, thread, kind, messages, source, quote } = candidate;
  const message = messages.find(({ role }) => role === 'source')?.snapshot ?? null;
  const told = source ? {} : { told: quote };
  const statement = { workspaceId, memberId: member.userId, thread, caseId: null, message, ...told };
  return askAround(statement, kind, recorder, pause);
}

/** What the member has said so far, before there is a case to keep it. */
function saidIn({ quote, messages, told }: NewCase): Said {
  const source = messages.find(({ role }) => role === 'source');
  if (!source) return { text: quote, files: told?.files ?? [] };
  const before = messages.filter(({ role }) => role === 'context').map(({ snapshot }) => snapshot);
  return saidWith(source.snapshot, before);
}

/** What looking for a language uses. */
export function asking(recorder: Recorder) {
  return { ...recorder, warn: (err: unknown, words: string) => recorder.log.warn({ err }, words) };
}

function withNotes(change: Change, { by, note }: Pick<Flagged, 'by' | 'note'>): Change {
  const notes = note.trim() ? [{ authorId: by, text: note }] : [];
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
