import { asksTwiceCard } from '../../src/cases/cards/asks-twice.ts';
import { approvalCard } from '../../src/cases/cards/gift-approval.ts';
import { failedGiftCard } from '../../src/cases/cards/gift-failed.ts';
import { reminderCard } from '../../src/cases/cards/reminder.ts';
import { remindersCard } from '../../src/cases/cards/reminders.ts';
import { departmentReminderCard } from '../../src/cases/cards/department-reminder.ts';
import { hotCard, type HotView } from '../../src/cases/heat/hot-card.ts';
import { restrictedCard, withdrawnCard } from '../../src/cases/cards/restricted.ts';
import { escalationCard } from '../../src/cases/cards/escalation.ts';
import { evidenceCard, evidenceWithdrawn } from '../../src/cases/cards/evidence.ts';
import { copiedCard, copyCard } from '../../src/cases/cards/copy.ts';
import { followedCard } from '../../src/cases/cards/followed.ts';
import { managementCard } from '../../src/cases/cards/management.ts';
import { noticeCard } from '../../src/cases/cards/notice.ts';
import { issuePreviewCard } from '../../src/cases/cards/issue-preview.ts';
import { praiseCard } from '../../src/cases/cards/praise.ts';
import { previewCard } from '../../src/cases/cards/preview.ts';
import type { Rang } from '../../src/cases/rung.ts';
import type { View } from '../../src/cases/cards/view.ts';
import { triageCard } from '../../src/cases/cards/triage.ts';
import type { Card } from '../../src/chat/card.ts';
import type { MyCase } from '../../src/cases/my-cases.ts';
import { awayCard } from '../../src/commands/desk/away-card.ts';
import type { Composer } from '../../src/replies/composer.ts';
import { myPage } from '../../src/replies/home/my-page.ts';
import { pageCard } from '../../src/replies/home/page-card.ts';
import { textsIn, type Texts } from '../../src/texts/index.ts';
import { aClock, aFile, aGift, anIssue, aReply, NOW } from '../support/factories.ts';
import { HOME, PEOPLE, policy } from './community.ts';

const rang: Rang = { clockId: 1, generation: 0, rung: 'lead', skipped: [] };
const due = (view: View) => ({ view, clock: 'update_due' as const, step: 0, rang, running: null });

const aHotThread: HotView = {
  hotThreadId: 1,
  root: { channelId: 'C0OPEN', messageId: '1700000000.000100' },
  first: { workspaceId: HOME, channelId: 'C0OPEN', messageId: '1700000000.000100' },
  heat: { value: 140, replies: 12, people: 6, upset: 8, praise: 2 },
  notNeeded: null,
  found: null,
  permalink: 'https://chat.example/C0OPEN/1',
  withinMs: 3_600_000,
  prefix: 'FB',
};

/** Somebody's own page with a case in each part, as it is and as answers in which each of them is chosen. */
function pages(texts: Texts): Pick<Card, 'actions' | 'sections'>[] {
  const words = texts.home;
  const mine = (number: number): MyCase => ({
    case: aFile({ case: { number, handlerId: PEOPLE.handler, workspaceId: HOME } }).case,
    clocks: [],
    drafts: 1,
    draftId: 7,
    waiting: { for: 'nobody' },
  });
  const page = myPage(
    {
      due: [mine(1)],
      untaken: [mine(2)],
      waiting: [mine(3)],
      begun: [mine(4)],
      alongside: [mine(5)],
      week: { answered: 1, ended: 1 },
    },
    {
      prefix: 'FB',
      words,
      standing: {
        workspaceId: HOME,
        userId: PEOPLE.handler,
        roles: new Set(['moderator'] as const),
        departments: new Set(),
        colleagues: 'uncounted',
        fellowLeads: 'uncounted',
      },
    },
  );
  const items = page.parts.flatMap((part) => part.items);
  return [
    { actions: page.actions },
    ...items.map(({ actions }) => ({ actions })),
    ...items.map(({ name }) => pageCard(page, name, words, HOME)),
  ];
}

type Drawn = Pick<Card, 'actions' | 'sections'> & Partial<Card>;

/** Every card there is, with everything it can show, to somebody who reads a language. */
export function drawn(writing: Composer, locale = 'en'): Drawn[] {
  const workspace = policy.workspaces[0]!;
  const texts = textsIn(locale);
  const files = [
    aFile({
      case: { state: 'open', workspaceId: HOME },
      replies: [aReply({ steps: ['apologise'], language: 'en' })],
      departments: [],
    }),
    aFile({ case: { state: 'open', workspaceId: HOME, handlerId: PEOPLE.handler } }),
    aFile({
      case: { state: 'open', workspaceId: HOME },
      gifts: [aGift({ state: 'proposed' })],
      replies: [aReply({ giftId: 3, purpose: 'gift' })],
    }),
    aFile({ case: { state: 'dismissed', workspaceId: HOME } }),
    aFile({ case: { state: 'open', workspaceId: HOME, kind: 'praise' } }),
    aFile({ case: { state: 'open', workspaceId: HOME, kind: 'refund' } }),
    aFile({ case: { state: 'open', workspaceId: HOME }, clocks: [aClock({ kind: 'community' })] }),
  ];
  const ofCases = files.flatMap((file) => {
    const view = { file, earlier: [], workspace, policy, locale };
    return [
      triageCard(view, writing),
      escalationCard(view, 'qa', false),
      escalationCard(view, 'qa', true),
      managementCard(view, 'rating'),
      copyCard(view),
      copiedCard(view),
      followedCard([{ view, steps: [{ action: 'claimed', actorId: null, at: NOW }] }], 1, texts),
      remindersCard([due(view), ...Array.from({ length: 5 }, () => due(view))], 'U0HANDLER', writing.parse),
      departmentReminderCard(view, 'qa', [], null),
      reminderCard(
        view,
        { clock: 'update_due', step: 0, rang: null, running: null },
        { reader: null, mention: null },
        () => [],
      ),
      noticeCard({ type: 'notice', title: 'x', blocks: [], offer: 'reopen' }, view),
      noticeCard({ type: 'notice', title: 'x', blocks: [], tell: 'qa' }, view),
      evidenceCard(view, { files: [{ name: 'a.txt', bytes: new Uint8Array(1) }], left: [] }),
      evidenceWithdrawn(view),
      restrictedCard(view),
      withdrawnCard(texts),
      praiseCard(view),
      previewCard(view, aReply(), writing.parse),
      previewCard(view, aReply(), writing.parse, HOME),
      issuePreviewCard(view, anIssue()),
      issuePreviewCard(view, anIssue(), HOME),
      ...[true, false].map((isNoteKept) =>
        awayCard(
          'FB-12',
          { userId: PEOPLE.lead, until: NOW, standIn: { userId: PEOPLE.admin, name: 'Ada' }, isNoteKept },
          { case: 'FB-12' },
          texts,
        ),
      ),
      asksTwiceCard('FB-12', 'Alma', 5, ['a screenshot'], texts),
      asksTwiceCard('FB-12', 'Alma', 5, ['a screenshot'], texts, HOME),
      approvalCard(view, 3, writing.parse),
      failedGiftCard('FB-12', 'Alma', 'a voucher', aGift(), texts),
      hotCard(aHotThread, texts),
    ];
  });
  return [...ofCases, ...pages(texts)];
}
