import type { Action, Card } from '../../chat/card.ts';
import { bold, channel, paragraph, person, text, type Inline } from '../../chat/rich.ts';
import { caseName } from '../case.ts';
import { HOT, type Heat } from './heat-of.ts';
import type { HotThread } from './hot-thread.ts';

/** A thread that heated up, as its card shows it: numbers, and the way there. Nobody's words. */
export interface HotView extends Omit<HotThread, 'workspaceId' | 'at'> {
  /** The way to its first message, while that is there. */
  permalink: string | null;
  /** How long counts (ms). */
  withinMs: number;
  prefix: string;
}

/** A thread that heats up, offered to the moderators. What came of it takes the place of the buttons. */
export function hotCard(view: HotView): Card {
  const { heat, found, notNeeded } = view;
  const isSettled = found !== null || notNeeded !== null;
  return {
    title: 'A thread is heating up',
    tone: isSettled ? 'done' : 'urgent',
    summary: `A thread is heating up: ${countsOf(heat)}`,
    body: [
      paragraph(
        'In ',
        channel(view.root.channelId),
        '. ',
        ...(isSettled ? outcomeOf(view) : [text(askOf(view))]),
      ),
    ],
    facts: [
      { label: within(view.withinMs), value: [text(countsOf(heat))] },
      { label: 'Heat', value: [text(`${heat.value} (${HOT} is hot)`)] },
    ],
    footer: [text('Only counts are kept of what nobody flags. Offered once.')],
    actions: isSettled ? wayOf(view) : [...buttonsOf(view), ...wayOf(view)],
  };
}

function askOf({ first }: HotView): string {
  return first
    ? 'Flag records its first message as feedback, as if you had flagged it there.'
    : 'Its first message cannot be flagged (a bot wrote it, or it is gone). Flag the message in it that matters.';
}

function outcomeOf({ found, notNeeded, prefix }: HotView): Inline[] {
  if (found)
    return found.number === null
      ? [text('It is recorded.')]
      : [text('It is recorded as '), bold(caseName(prefix, found.number)), text('.')];
  const by = notNeeded?.by ?? null;
  return by === null
    ? [text('Nothing is needed here.')]
    : [text('Nothing is needed, says '), person(by), text('.')];
}

function countsOf({ replies, people, upset, praise }: Heat): string {
  return `${replies} ${replies === 1 ? 'reply' : 'replies'} by ${people} ${people === 1 ? 'person' : 'people'}, ${upset} upset and ${praise} kind words or reactions`;
}

function within(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes === 60) return 'In an hour';
  if (minutes % 60 === 0) return `In ${minutes / 60} hours`;
  return minutes === 1 ? 'In a minute' : `In ${minutes} minutes`;
}

function buttonsOf({ first, hotThreadId }: HotView): Action[] {
  return [
    ...(first
      ? [
          {
            type: 'button' as const,
            label: 'Flag',
            style: 'primary' as const,
            invoke: { command: 'flag', values: { channel: first.channelId, message: first.messageId } },
          },
        ]
      : []),
    {
      type: 'button',
      label: 'Not needed',
      style: 'plain',
      invoke: { command: 'barometer', values: { thread: String(hotThreadId) } },
    },
  ];
}

function wayOf({ permalink }: HotView): Action[] {
  return permalink === null ? [] : [{ type: 'link', label: 'Open thread', url: permalink }];
}
