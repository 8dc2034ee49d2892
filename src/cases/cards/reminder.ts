import type { Button, Card } from '../../chat/card.ts';
import { bold, link, ping, text, time, type Block, type Inline } from '../../chat/rich.ts';
import { inLanguage } from '../../policy/localized-text.ts';
import { departmentOf } from '../../policy/lookup.ts';
import type { Clock, ClockKind, Reply } from '../case.ts';
import { draftFor } from '../reply.ts';
import type { Rang } from '../rung.ts';
import { stateWords } from '../states.ts';
import { climbed, passedOver, reasonOf, type Told } from './reminder-words.ts';
import { handlerOf, kindName, nameOf, quoteOf, type View, textsFor } from './view.ts';

/** What is due, and why. */
export interface Due {
  clock: ClockKind;
  step: number;
  /** Null for what rang before this was noted. */
  rang: Rang | null;
  /** Null when it is over by now, or was never noted. */
  running: (Told & Pick<Clock, 'subject'>) | null;
}

/**
 * A reminder, by direct message; in the moderator channel, with a mention, when there is no other way to reach somebody, or when
 * it is the channel's turn.
 * @param reader whom the direct message goes to; null: a channel
 * @param mention who is called in a channel
 */
export function reminderCard(
  view: View,
  due: Due,
  { reader, mention }: { reader: string | null; mention: string | null },
  parse: (markdown: string) => Block[],
): Card {
  const { file } = view;
  const draft = readyDraft(view);
  const texts = textsFor(view);
  const { buttons, facts, reminders: words } = texts.cards;
  return {
    title: reader === null ? words.waits(nameOf(view)) : words.waitsForYou(nameOf(view)),
    tone: 'urgent',
    summary: words.summary(nameOf(view), words.why[due.clock]),
    body: [
      {
        type: 'paragraph',
        children: [...(mention ? [ping(mention), text(' ')] : []), ...whyOf(due, view)],
      },
      ...passedOver(due.rang?.skipped ?? [], reader, words).map((children): Block => ({
        type: 'paragraph',
        children,
      })),
      quoteOf(view),
      ...(draft ? [prepared(view, draft), ...parse(draft.markdown)] : []),
    ],
    facts: [
      { label: facts.member, value: [text(file.case.member.name)] },
      { label: facts.kind, value: [text(kindName(view))] },
      { label: facts.state, value: [text(stateWords(file.case.state, texts))] },
      { label: facts.handler, value: handlerOf(view) },
    ],
    footer: where(view),
    actions: draft
      ? [
          sendButton(view, draft),
          dueButton(view, buttons.edit, 'reply', { draft: String(draft.replyId) }),
          ...dueButtons(view),
        ]
      : [dueButton(view, buttons.done, 'done', {}, 'primary'), ...dueButtons(view).slice(1)],
  };
}

/** Why it is due, since when or by when, and how far it has come. */
export function whyOf(
  { clock, step, rang, running }: Due,
  view: Pick<View, 'workspace' | 'policy' | 'locale'>,
): Inline[] {
  const { workspace } = view;
  const { cards, common } = textsFor(view);
  const { reminders: words } = cards;
  const rung = rang?.rung ?? (step === 0 ? 'responsible' : 'lead');
  const name = running?.subject ? departmentOf(workspace, running.subject)?.name : undefined;
  const department = name && inLanguage(name, common.code, workspace);
  const reason = running ? reasonOf(clock, running, words, department) : [text(words.why[clock])];
  const before = climbed(rung, step, words);
  return before ? [...reason, text(before)] : reason;
}

/** What can be done right there, whatever else there is. */
export function dueButtons(view: View): Button[] {
  const { buttons } = textsFor(view).cards;
  return [
    dueButton(view, buttons.done, 'done'),
    dueButton(view, buttons.snooze, 'snooze'),
    dueButton(view, buttons.handOver, 'assign'),
    dueButton(view, buttons.open, 'show'),
  ];
}

/** The answer that waits for a click, unless a gift goes with it that waits for somebody else's yes. */
export function readyDraft({ file }: View): Reply | null {
  const draft = draftFor(file);
  const gift = draft && file.gifts.find(({ giftId }) => giftId === draft.giftId);
  return draft && gift?.state !== 'proposed' ? draft : null;
}

export function sendButton(view: View, draft: Reply): Button {
  const { buttons } = textsFor(view).cards;
  return dueButton(view, buttons.send, 'send', { draft: String(draft.replyId) }, 'primary');
}

/** A direct message belongs to no community, so the button says which one it is about. */
export function dueButton(
  view: View,
  label: string,
  command: string,
  more: Record<string, string> = {},
  style: Button['style'] = 'plain',
): Button {
  const values = { case: nameOf(view), ...more, in: view.workspace.id };
  return { type: 'button', label, style, invoke: { command, values } };
}

function prepared(view: View, draft: Reply): Block {
  const { buttons, reminders: words } = textsFor(view).cards;
  const said = draft.place.type === 'dm' ? words.preparedDm : words.preparedThread;
  return {
    type: 'paragraph',
    children: [bold(said(view.file.case.member.name, buttons.send))],
  };
}

function where(view: View): Inline[] {
  const { case: found } = view.file;
  const { facts } = textsFor(view).cards;
  const since: Inline[] = [text(facts.recorded), time(found.openedAt)];
  return found.permalink ? [link(facts.openMessage, found.permalink), text(' · '), ...since] : since;
}
