import { shorten } from '../chat/text.ts';
import type { MessageSnapshot } from '../chat/message.ts';
import type { Place } from '../chat/ref.ts';
import { bold, paragraph, text, type Block, link } from '../chat/rich.ts';
import type { Policy, WorkspacePolicy } from '../policy/schema.ts';
import { EVERYBODY_IN, type Attendance } from './attendance.ts';
import type { CaseFile } from './case.ts';
import type { Change } from './change.ts';
import type { NewDelivery } from './delivery.ts';
import { whenMemberWrote, whenReopened } from './clock-turns.ts';
import { caretakers } from './caretakers.ts';
import { noticeTo, type Say } from './notice.ts';
import { endSnooze } from './snooze.ts';
import { isOpen } from './states.ts';
import { wordPlaces } from './word-places.ts';
import type { Texts } from '../texts/index.ts';

/** How far the platform's clock and ours may be apart (ms). */
const CLOCKS_DIFFER_MS = 60_000;

/** So much of what the member changed is shown, before and after (characters). */
const EDIT_MAX = 600;

/** How words came, and who is there to hear of them. */
export interface Hearing {
  /** They were written to the bot alone: nobody of the staff can open them there. */
  isDirect?: boolean;
  attendance?: Attendance;
}

/** The same message before and after its author changed it. */
export interface Edit {
  ref: MessageSnapshot['ref'];
  authorId: string;
  at: Date;
  before: string;
  after: string;
}

/**
 * Somebody wrote in the thread of a case, or to us alone. The member's own words reach whoever is responsible at once: nobody
 * waits for them any more, and they are to be answered. They take up again what was solved, or closed without their word; to
 * what they confirmed themselves, and what was dismissed, people decide.
 */
export function wrote(
  file: CaseFile,
  message: MessageSnapshot,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
  { isDirect = false, attendance = EVERYBODY_IN }: Hearing = {},
): Change {
  const isMember = message.author.userId === file.case.member.userId;
  // Found afterwards, and said before there was a case: it belongs to it, but answers nothing of ours.
  const isOlder = message.postedAt.getTime() < file.case.openedAt.getTime() - CLOCKS_DIFFER_MS;
  if (!isMember || isOlder)
    return { history: [{ action: 'thread_message', actorId: message.author.userId }] };
  const { channelId, messageId } = message.ref;
  return {
    history: [{ action: 'member_wrote', actorId: message.author.userId }],
    ...movesOn(file, policy, now),
    deliveries: tell(file, workspace, attendance, `answered-${channelId}-${messageId}`, (texts) => ({
      title: titleFor(file, texts),
      blocks: [
        { type: 'quote', children: [text(message.text || wordless(message, texts))] },
        ...(isDirect ? [] : [wayTo(message.permalink, texts)]),
        ...whatNow(file, texts),
      ],
    })),
  };
}

/**
 * The member changed what they had said. Whoever is responsible is told what it was and what it is; a case that is done is not
 * opened by that, since people also write below their words that all is well.
 */
export function edited(
  file: CaseFile,
  { ref, authorId, at, before, after }: Edit,
  workspace: WorkspacePolicy,
  policy: Policy,
  now: Date,
  attendance: Attendance = EVERYBODY_IN,
): Change | null {
  const { state, member } = file.case;
  if (authorId !== member.userId || state === 'dismissed' || state === 'merged') return null;
  const key = `edited-${ref.channelId}-${ref.messageId}-${at.getTime()}`;
  return {
    history: [],
    ...(isOpen(file.case) && movesOn(file, policy, now)),
    deliveries: tell(file, workspace, attendance, key, (texts) => {
      const { notices, words } = texts.rules;
      return {
        title: notices.memberChanged,
        blocks: [
          { type: 'paragraph', children: [bold(notices.before)] },
          { type: 'quote', children: [text(shorten(before, EDIT_MAX) || words.noText)] },
          { type: 'paragraph', children: [bold(notices.now)] },
          { type: 'quote', children: [text(shorten(after, EDIT_MAX) || words.noText)] },
          ...whatNow(file, texts),
        ],
      };
    }),
  };
}

/** What the member's words change. */
function movesOn(file: CaseFile, policy: Policy, now: Date): Pick<Change, 'set' | 'clocks'> {
  const { state } = file.case;
  if (state === 'solved' || state === 'closed_unconfirmed')
    return {
      set: { state: 'reopened', closedAt: null, snoozedUntil: null, snoozedForMember: false },
      clocks: [{ op: 'stop', kind: 'silence', met: true }, ...whenReopened(file, policy, now)],
    };
  if (!isOpen(file.case)) return {};
  return {
    set: {
      snoozedUntil: null,
      snoozedForMember: false,
      ...(state === 'waiting_on_member' && { state: 'open' as const }),
    },
    clocks: [...endSnooze(file, policy, now), ...whenMemberWrote(file, policy, now)],
  };
}

/** People decide what becomes of it. */
function waitsForDecision({ case: { state } }: CaseFile): boolean {
  return state === 'closed' || state === 'dismissed';
}

function titleFor({ case: { state } }: CaseFile, { rules: { notices } }: Texts): string {
  if (state === 'closed') return notices.aboutClosed;
  return state === 'dismissed' ? notices.aboutDismissed : notices.memberAnswered;
}

function whatNow(file: CaseFile, { rules: { notices } }: Texts): Block[] {
  return waitsForDecision(file) ? [paragraph(notices.staysClosed)] : [];
}

function wordless({ files }: MessageSnapshot, { rules: { words } }: Texts): string {
  return files.length > 0 ? words.onlyFiles : words.noText;
}

function wayTo(permalink: string, { rules: { notices } }: Texts): Block {
  return paragraph(link(notices.openMessage, permalink));
}

function tell(
  file: CaseFile,
  workspace: WorkspacePolicy,
  attendance: Attendance,
  key: string,
  say: Say,
): NewDelivery[] {
  const { workspaceId, state } = file.case;
  const people = caretakers(file, workspace, attendance);
  const places: Place[] =
    state === 'dismissed'
      ? wordPlaces(file, workspace)
      : people.length > 0
        ? people.map((userId) => ({ type: 'dm', workspaceId, userId }))
        : [{ type: 'channel', workspaceId, channelId: workspace.triage }];
  return places.map((place, index) => ({
    key: index === 0 ? key : `${key}-${index}`,
    place,
    body: { ...noticeTo(place, workspace, say), ...(waitsForDecision(file) && { offer: 'reopen' }) },
  }));
}
