import { describe, expect, it } from '@jest/globals';
import { escalationCard } from '../../src/cases/cards/escalation.ts';
import { approvalCard } from '../../src/cases/cards/gift-approval.ts';
import { failedGiftCard } from '../../src/cases/cards/gift-failed.ts';
import { followedCard } from '../../src/cases/cards/followed.ts';
import { blindNotice } from '../../src/cases/cards/blind.ts';
import { departmentReminderCard } from '../../src/cases/cards/department-reminder.ts';
import { evidenceCard } from '../../src/cases/cards/evidence.ts';
import { managementCard } from '../../src/cases/cards/management.ts';
import { noticeCard } from '../../src/cases/cards/notice.ts';
import { previewCard } from '../../src/cases/cards/preview.ts';
import { reminderCard } from '../../src/cases/cards/reminder.ts';
import { remindersCard } from '../../src/cases/cards/reminders.ts';
import { triageCard } from '../../src/cases/cards/triage.ts';
import type { View } from '../../src/cases/cards/view.ts';
import { whoSees } from '../../src/cases/cards/who-sees.ts';
import { CLOCK_KINDS, DEPARTMENT_STATES, type CaseFile, type ClockKind } from '../../src/cases/case.ts';
import type { Rang, Skipped } from '../../src/cases/rung.ts';
import type { Action, Card } from '../../src/chat/card.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { SPOKEN_LANGUAGES, textsIn } from '../../src/texts/index.ts';
import { drawn } from '../access/drawn.ts';
import {
  aCloseRequest,
  aClock,
  aFile,
  aGift,
  anIssue,
  aReply,
  asked,
  HANDLER,
  NOW,
  policy,
  workspace,
} from '../support/factories.ts';

const writing = createComposer(loadTemplates('templates'));
const OTHERS = SPOKEN_LANGUAGES.filter((each) => each !== 'en');

/** Shorter limit of the two platforms (characters): buttons and choices Slack, headings both. */
const LABEL_MAX = 75;
const PLACEHOLDER_MAX = 150;
const TITLE_MAX = 150;

/** What people of these tests have written; and a notice stays in the language it was written in. */
const OWN =
  /Alma Berg|export has been|We are|on it|It breaks|Each Monday|CALM DOWN|You should have|this message|Tell QA/;

const LONG_AGO = new Date('2026-11-01T10:00:00Z');

/** A case of which everything can be told at once. */
const full = (over: Parameters<typeof aFile>[0] = {}): CaseFile =>
  aFile({
    departments: ['qa'],
    departmentWork: DEPARTMENT_STATES.map((state) => ({
      ...asked('qa'),
      state,
      question: 'q?',
      by: 'U0QUINN',
      at: NOW,
      link: 'https://qa.example/1',
    })),
    replies: [aReply({ state: 'sent', markdown: 'w' }), aReply({ replyId: 9, language: 'pt' })],
    ticks: [{ item: 'line', by: HANDLER, at: NOW }],
    recommendation: { choice: 'c', reason: 'r', by: HANDLER, at: NOW },
    gifts: (['proposed', 'approved', 'given', 'refused', 'failed'] as const).map((state) => aGift({ state })),
    praised: Array.from({ length: 12 }, (_, index) => `U0P${index}`),
    closeRequests: [aCloseRequest({ answer: 'solved', rating: 5, comment: 'c' })],
    help: { thread: { channelId: 'C0', messageId: '1' }, said: 2, link: null },
    issues: (['making', 'open', 'closed', 'gone'] as const).map((state) =>
      anIssue({ state, name: 'I', url: 'https://i.example' }),
    ),
    raised: [{ level: 2, why: 'department', reason: '', by: null, at: NOW }],
    cc: [{ userId: 'U0CC' }, { workspaceId: 'discord:9', channelId: '9' }],
    excluded: [
      { userId: 'U0A', reason: 'accused' },
      { userId: 'U0B', reason: 'conflict', of: 'U0C' },
    ],
    noteCount: 2,
    fileCount: 1,
    lastFileId: 1,
    clocks: [aClock({ kind: 'silence' })],
    ...over,
    case: {
      handlerId: null,
      level: 2,
      snoozedUntil: new Date('2026-12-01T10:00:00Z'),
      snoozedForMember: true,
      origin: 'phone',
      ...over.case,
    },
  });

/** Cards with much on them, in every shape their words have. */
function richCards(locale: string): Partial<Card>[] {
  const texts = textsIn(locale);
  const viewOf = (file: CaseFile): View => ({
    file,
    workspace,
    policy,
    locale,
    earlier: [aFile({ case: { number: 3, openedAt: LONG_AGO } }).case],
  });
  const views = [
    full(),
    full({ case: { source: null, state: 'solved', closedAt: NOW, quote: '' }, closeRequests: [] }),
    full({
      case: { kind: 'praise', handlerId: HANDLER, snoozedUntil: null, languageFrom: 'chosen' },
      closeRequests: [aCloseRequest({ answer: 'not_yet' })],
      lostRole: [HANDLER],
      raised: [{ level: 2, why: 'member', reason: '', by: null, at: NOW }],
      replies: [aReply({ authorId: HANDLER, markdown: 'You should have read it.', language: null })],
    }),
    full({ case: { kind: 'staff', audience: 'leads' }, closeRequests: [aCloseRequest()] }),
    ...CLOCK_KINDS.map((kind) => full({ case: { snoozedUntil: null }, clocks: [aClock({ kind })] })),
  ].map(viewOf);
  const skipped: Skipped[] = (['owner', 'handler', 'standIn', 'lead', 'management'] as const).map((part) => ({
    personId: 'U0X',
    part,
    until: part === 'lead' ? NOW.toISOString() : null,
    ...(part === 'handler' && { lostRole: true }),
  }));
  const due = (view: View, clock: ClockKind, rung: Rang['rung']) => ({
    view,
    clock,
    step: rung === 'responsible' ? 0 : 1,
    rang: { clockId: 7, generation: 0, rung, skipped },
    running: aClock({ kind: clock }),
  });
  const [first] = views as [View];
  const parse = () => [];
  return [
    ...views.flatMap((view) => [
      triageCard(view, writing),
      escalationCard(view, 'qa', false),
      escalationCard(view, 'qa', true, 'mail'),
      previewCard(view, aReply({ markdown: 'CALM DOWN!!! You should have known. Why is it so?' }), parse),
      { facts: whoSees(view.file, texts) },
    ]),
    ...(['severity', 'kind', 'rating', 'level'] as const).map((why) => managementCard(first, why)),
    ...CLOCK_KINDS.flatMap((clock) =>
      (['responsible', 'again', 'lead'] as const).flatMap((rung) => [
        reminderCard(first, due(first, clock, rung), { reader: null, mention: 'U0Y' }, parse),
        reminderCard(
          first,
          { ...due(first, clock, rung), running: null },
          { reader: HANDLER, mention: null },
          parse,
        ),
      ]),
    ),
    remindersCard(
      [due(first, 'next_response', 'lead'), ...Array.from({ length: 40 }, () => due(first, 'wake', 'lead'))],
      HANDLER,
      parse,
    ),
    departmentReminderCard(first, 'qa', ['U0Q'], NOW),
    departmentReminderCard(first, 'qa', [], null, 'mail'),
    evidenceCard(first, { files: [], left: [{ name: 'f', why: 'w' }] }),
    followedCard(
      Array.from({ length: 30 }, () => ({
        view: first,
        steps: Array.from({ length: 9 }, () => ({ action: 'routed', actorId: null, at: NOW })),
      })),
      2,
      texts,
    ),
    ...(['proposed', 'given', 'refused', 'failed'] as const).map((state) =>
      approvalCard({ ...first, file: aFile({ gifts: [aGift({ state })] }) }, 3, parse),
    ),
    failedGiftCard('FB-1', 'Alma', 'g', { giftId: 3, isCodeLost: true }, texts),
  ];
}

function labelsOf(action: Action): string[] {
  switch (action.type) {
    case 'menu':
      return [action.label, ...action.choices.map(({ label }) => label)];
    case 'select':
      return action.choices.map(({ label }) => label);
    case 'button':
    case 'link':
      return [action.label];
  }
}

/** Every sentence of a card: what stands in its texts, titles and labels. Commands and names are no sentences. */
function sentencesOf(card: unknown): string[] {
  if (Array.isArray(card)) return card.flatMap(sentencesOf);
  if (typeof card !== 'object' || card === null) return [];
  return Object.entries(card).flatMap(([name, value]) =>
    typeof value === 'string'
      ? ['text', 'title', 'summary', 'label', 'placeholder', 'name'].includes(name)
        ? [value]
        : []
      : name === 'invoke'
        ? []
        : sentencesOf(value),
  );
}

describe.each(SPOKEN_LANGUAGES)('in %s', (language) => {
  const cards = [...drawn(writing, language), ...richCards(language)];

  it('what stands on buttons, in menus and as titles fits both platforms', () => {
    const actions = cards.flatMap((card) => [
      ...(card.actions ?? []),
      ...(card.sections ?? []).flatMap((section) => section.actions),
    ]);
    const labels = actions.flatMap(labelsOf);
    const placeholders = actions.flatMap((action) => (action.type === 'select' ? [action.placeholder] : []));
    expect(labels.length).toBeGreaterThan(500);
    expect(labels.filter((each) => each.trim() === '' || each.length > LABEL_MAX)).toEqual([]);
    expect(placeholders.filter((each) => each.length > PLACEHOLDER_MAX)).toEqual([]);
    expect(cards.filter(({ title = '' }) => title.length > TITLE_MAX)).toEqual([]);
  });
});

describe('a card', () => {
  const english = new Set(sentencesOf([...drawn(writing), ...richCards('en')]));

  it.each(OTHERS)('says nothing in English to whoever reads %s', (language) => {
    const said = new Set(sentencesOf([...drawn(writing, language), ...richCards(language)]));
    const left = [...said].filter(
      (each) => english.has(each) && /\p{L}{2,}\s+\p{L}{2,}/u.test(each) && !OWN.test(each),
    );
    expect(said.size).toBeGreaterThan(200);
    expect(left).toEqual([]);
  });

  it('is in the language of its community, and of the one person who reads it', () => {
    const danish = { ...workspace, language: 'da' };
    const view: View = { file: aFile(), workspace: danish, policy, earlier: [] };
    expect(triageCard(view, writing).facts.map(({ label }) => label)).toContain('Sagsbehandler');
    expect(triageCard({ ...view, locale: 'fr-CA' }, writing).facts.map(({ label }) => label)).toContain(
      'Responsable',
    );
    expect(triageCard({ ...view, locale: 'is' }, writing).facts.map(({ label }) => label)).toContain(
      'Sagsbehandler',
    );
  });

  it('around a notice is in the language the notice was written in, whoever reads it', () => {
    const view: View = { file: aFile(), workspace: { ...workspace, language: 'da' }, policy, earlier: [] };
    const card = noticeCard({ type: 'notice', title: 'x', blocks: [] }, { ...view, locale: 'fr' });
    expect(card.actions).toMatchObject([{ label: 'Åbn' }]);
    const { body } = blindNotice(
      { ...workspace, language: 'da' },
      policy,
    )({ channelId: null, problem: 'p', episode: 'e' });
    expect(body).toMatchObject({ title: 'Jeg kan have overset markeringer' });
  });
});
