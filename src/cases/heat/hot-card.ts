import type { Action, Card } from '../../chat/card.ts';
import { bold, channel, paragraph, person, text, type Inline } from '../../chat/rich.ts';
import type { Texts } from '../../texts/index.ts';
import { caseName } from '../case.ts';
import { HOT } from './heat-of.ts';
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
export function hotCard(view: HotView, texts: Texts): Card {
  const { heat, found, notNeeded } = view;
  const words = texts.says.heat;
  const counts = words.counts(heat.replies, heat.people, heat.upset, heat.praise);
  const isSettled = found !== null || notNeeded !== null;
  return {
    title: words.title,
    tone: isSettled ? 'done' : 'urgent',
    summary: words.summary(counts),
    body: [
      paragraph(
        ...words.in(channel(view.root.channelId)),
        ...(isSettled ? outcomeOf(view, texts) : [view.first ? words.toFlag : words.cannotFlag]),
      ),
    ],
    facts: [
      { label: within(view.withinMs, texts), value: [text(counts)] },
      { label: words.heat, value: [text(words.value(heat.value, HOT))] },
    ],
    footer: [text(words.footer)],
    actions: isSettled ? wayOf(view, texts) : [...buttonsOf(view, texts), ...wayOf(view, texts)],
  };
}

function outcomeOf({ found, notNeeded, prefix }: HotView, { says }: Texts): (string | Inline)[] {
  const words = says.heat;
  if (found)
    return found.number === null ? [words.recorded] : words.recordedAs(bold(caseName(prefix, found.number)));
  const by = notNeeded?.by ?? null;
  return by === null ? [words.nothingNeeded] : words.nothingNeededSays(person(by));
}

function within(ms: number, { says }: Texts): string {
  const minutes = Math.round(ms / 60_000);
  const isInHours = minutes > 0 && minutes % 60 === 0;
  return isInHours ? says.heat.withinHours(minutes / 60) : says.heat.withinMinutes(minutes);
}

function buttonsOf({ first, hotThreadId }: HotView, { says }: Texts): Action[] {
  return [
    ...(first
      ? [
          {
            type: 'button' as const,
            label: says.heat.flag,
            style: 'primary' as const,
            invoke: { command: 'flag', values: { channel: first.channelId, message: first.messageId } },
          },
        ]
      : []),
    {
      type: 'button',
      label: says.heat.notNeeded,
      style: 'plain',
      invoke: { command: 'barometer', values: { thread: String(hotThreadId) } },
    },
  ];
}

function wayOf({ permalink }: HotView, { says }: Texts): Action[] {
  return permalink === null ? [] : [{ type: 'link', label: says.heat.openThread, url: permalink }];
}
