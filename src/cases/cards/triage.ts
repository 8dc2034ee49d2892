import type { Action, Card, Fact } from '../../chat/card.ts';
import { person, text, time, type Inline } from '../../chat/rich.ts';
import { SEVERITIES } from '../../policy/schema.ts';
import type { Reply } from '../case.ts';
import { nextClock } from '../clocks.ts';
import { isOpen, stateWords } from '../states.ts';
import { departmentsOf, handlerOf, kindName, nameOf, quoteOf, toneOf, type View, whereOf } from './view.ts';

const CLOCK_WORDS = {
  first_response: 'first answer',
  follow_up: 'follow-up',
  community: 'community asked until',
} as const;

/** The case in the private moderator channel: all one needs to decide, and everything one can do. */
export function triageCard(view: View, draftBlocks: (markdown: string) => Card['body']): Card {
  const { file } = view;
  const draft = file.replies.findLast(({ state }) => state === 'draft');
  const title = `${nameOf(view)} · ${kindName(view)} · ${stateWords(file.case.state)}`;
  return {
    title,
    tone: toneOf(view),
    summary: `${title}: from ${file.case.member.name}`,
    body: [quoteOf(view), ...(draft ? draftPreview(view, draft, draftBlocks) : [])],
    facts: facts(view),
    footer: footer(view),
    actions: isOpen(file.case) ? openActions(view, draft) : [button('Reopen', 'reopen', view)],
  };
}

function facts(view: View): Fact[] {
  const { file, earlier } = view;
  const { case: found } = file;
  const sent = file.replies.filter(({ state }) => state === 'sent' || state === 'queued').length;
  return [
    {
      label: 'Member',
      value: [
        text(
          `${found.member.name}${earlier.length > 0 ? ` (${counted(earlier.length, 'earlier case')})` : ' (first case)'}`,
        ),
      ],
    },
    { label: 'Where', value: whereOf(view) },
    { label: 'Severity', value: [text(found.severity)] },
    { label: 'Handler', value: handlerOf(view) },
    ...(file.departments.length > 0 ? [{ label: 'Departments', value: [text(departmentsOf(view))] }] : []),
    { label: 'Answered', value: [text(sent > 0 ? counted(sent, 'reply', 'replies') : 'not yet')] },
    { label: 'Next', value: nextOf(view) },
    ...(file.noteCount > 0 || file.fileCount > 0
      ? [{ label: 'Kept', value: [text(keptWords(file.noteCount, file.fileCount))] }]
      : []),
  ];
}

function nextOf({ file }: View): Inline[] {
  const clock = nextClock(file);
  if (!clock) return [text('nothing due')];
  const snoozed = file.case.snoozedUntil && file.case.snoozedUntil.getTime() >= clock.dueAt.getTime();
  return [text(`${snoozed ? 'snoozed, ' : ''}${CLOCK_WORDS[clock.kind]} `), time(clock.dueAt)];
}

function footer({ file }: View): Inline[] {
  const reporters = file.reporters.flatMap((reporter, index) => [
    ...(index > 0 ? [text(', ')] : []),
    person(reporter),
  ]);
  return [
    ...(reporters.length > 0 ? [text('Flagged by '), ...reporters, text(' · ')] : []),
    text('recorded '),
    time(file.case.openedAt),
  ];
}

function draftPreview(
  { file }: View,
  draft: Reply,
  blocks: (markdown: string) => Card['body'],
): Card['body'] {
  const where = draft.place.type === 'dm' ? 'by direct message' : 'in the public thread';
  return [
    {
      type: 'paragraph',
      children: [
        {
          type: 'bold',
          children: [
            text(
              `Answer to ${file.case.member.name} ${where} (${file.case.language}), waiting for your click:`,
            ),
          ],
        },
      ],
    },
    ...blocks(draft.markdown),
  ];
}

function openActions(view: View, draft: Reply | undefined): Action[] {
  const { file, workspace } = view;
  const routable = Object.entries(workspace.departments).filter(([key]) => !file.departments.includes(key));
  const values = { case: nameOf(view) };
  const draftValues = { ...values, draft: String(draft?.replyId) };
  return [
    ...(draft
      ? [
          {
            ...button('Send answer', 'send', view, 'primary'),
            invoke: { command: 'send', values: draftValues },
          },
          { ...button('Edit', 'reply', view), invoke: { command: 'reply', values: draftValues } },
          { ...button('Discard', 'discard', view), invoke: { command: 'discard', values: draftValues } },
        ]
      : []),
    ...(file.case.handlerId ? [] : [button('Claim', 'claim', view, draft ? 'plain' : 'primary')]),
    button('Reply', 'reply', view),
    button('Note', 'note', view),
    button('Snooze', 'snooze', view),
    button('Resolve', 'resolve', view),
    button('Dismiss', 'dismiss', view, 'danger'),
    ...(routable.length > 0
      ? [
          {
            type: 'select' as const,
            placeholder: 'Route to …',
            option: 'department',
            choices: routable.slice(0, 25).map(([value, { name }]) => ({ label: name, value })),
            invoke: { command: 'route', values },
          },
        ]
      : []),
    {
      type: 'select',
      placeholder: 'Severity …',
      option: 'severity',
      choices: SEVERITIES.filter((each) => each !== file.case.severity).map((value) => ({
        label: value,
        value,
      })),
      invoke: { command: 'severity', values },
    },
  ];
}

function button(
  label: string,
  command: string,
  view: View,
  style: 'plain' | 'primary' | 'danger' = 'plain',
): Action & { type: 'button' } {
  return { type: 'button', label, style, invoke: { command, values: { case: nameOf(view) } } };
}

function keptWords(notes: number, files: number): string {
  return [notes > 0 && counted(notes, 'note'), files > 0 && counted(files, 'file')]
    .filter(Boolean)
    .join(', ');
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
