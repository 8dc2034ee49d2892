import type { Button, Card } from '../../chat/card.ts';
import { bold, link, ping, text, time, type Block, type Inline } from '../../chat/rich.ts';
import { departmentOf } from '../../policy/lookup.ts';
import type { Clock, ClockKind, Reply } from '../case.ts';
import { draftFor } from '../reply.ts';
import type { Rang } from '../rung.ts';
import { stateWords } from '../states.ts';
import { climbed, passedOver, reasonOf, WHY, type Told } from './reminder-words.ts';
import { handlerOf, kindName, nameOf, quoteOf, type View } from './view.ts';

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
  return {
    title: reader === null ? `${nameOf(view)} is waiting` : `${nameOf(view)} is waiting for you`,
    tone: 'urgent',
    summary: `${nameOf(view)}: ${WHY[due.clock]}`,
    body: [
      {
        type: 'paragraph',
        children: [...(mention ? [ping(mention), text(' ')] : []), ...whyOf(due, view)],
      },
      ...passedOver(due.rang?.skipped ?? [], reader).map((children): Block => ({
        type: 'paragraph',
        children,
      })),
      quoteOf(view),
      ...(draft ? [prepared(view, draft), ...parse(draft.markdown)] : []),
    ],
    facts: [
      { label: 'Member', value: [text(file.case.member.name)] },
      { label: 'Kind', value: [text(kindName(view))] },
      { label: 'State', value: [text(stateWords(file.case.state))] },
      { label: 'Handler', value: handlerOf(view) },
    ],
    footer: where(view),
    actions: draft
      ? [
          sendButton(view, draft),
          dueButton(view, 'Edit', 'reply', { draft: String(draft.replyId) }),
          ...dueButtons(view),
        ]
      : [dueButton(view, 'Done', 'done', {}, 'primary'), ...dueButtons(view).slice(1)],
  };
}

/** Why it is due, since when or by when, and how far it has come. */
export function whyOf({ clock, step, rang, running }: Due, { workspace }: Pick<View, 'workspace'>): Inline[] {
  const rung = rang?.rung ?? (step === 0 ? 'responsible' : 'lead');
  const department = running?.subject ? departmentOf(workspace, running.subject)?.name : undefined;
  const reason = running ? reasonOf(clock, running, department) : [text(WHY[clock])];
  const before = climbed(rung, step);
  return before ? [...reason, text(before)] : reason;
}

/** What can be done right there, whatever else there is. */
export function dueButtons(view: View): Button[] {
  return [
    dueButton(view, 'Done', 'done'),
    dueButton(view, 'Snooze', 'snooze'),
    dueButton(view, 'Hand over', 'assign'),
    dueButton(view, 'Open', 'show'),
  ];
}

/** The answer that waits for a click, unless a gift goes with it that waits for somebody else's yes. */
export function readyDraft({ file }: View): Reply | null {
  const draft = draftFor(file);
  const gift = draft && file.gifts.find(({ giftId }) => giftId === draft.giftId);
  return draft && gift?.state !== 'proposed' ? draft : null;
}

export function sendButton(view: View, draft: Reply): Button {
  return dueButton(view, 'Send', 'send', { draft: String(draft.replyId) }, 'primary');
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

function prepared({ file }: View, draft: Reply): Block {
  const place = draft.place.type === 'dm' ? 'by direct message' : 'in the public thread';
  return {
    type: 'paragraph',
    children: [bold(`Prepared for ${file.case.member.name}, ${place}. Send sends it as it is:`)],
  };
}

function where({ file: { case: found } }: View): Inline[] {
  const since: Inline[] = [text('recorded '), time(found.openedAt)];
  return found.permalink ? [link('open message', found.permalink), text(' · '), ...since] : since;
}
