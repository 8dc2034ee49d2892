import type { Button, Card } from '../../chat/card.ts';
import { inlines, ping, text, time, type Inline } from '../../chat/rich.ts';
import { departmentName } from '../../policy/lookup.ts';
import { kindName, nameOf, quoteOf, textsFor, type View } from './view.ts';

/** A department is asked, in its own channel, for what it has not said yet. */
export function departmentReminderCard(
  view: View,
  department: string,
  people: readonly string[],
  since: Date | null,
  by: 'card' | 'mail' = 'card',
): Card {
  const { cards, common } = textsFor(view);
  const { buttons, facts, reminders } = cards;
  const name = departmentName(view.workspace, department, common.code);
  const { department: words } = reminders;
  const calls: Inline[] = people.flatMap((person) => [ping(person), text(' ')]);
  return {
    title: words.title(nameOf(view), name),
    tone: 'urgent',
    summary: words.summary(nameOf(view), name),
    body: [
      {
        type: 'paragraph',
        children: [
          ...calls,
          ...(since ? inlines(...words.nothingSince(time(since))) : [text(words.nothing)]),
          text(by === 'mail' ? words.byMail : words.byCard(buttons.note)),
        ],
      },
      quoteOf(view),
    ],
    facts: [
      { label: facts.member, value: [text(view.file.case.member.name)] },
      { label: facts.kind, value: [text(kindName(view))] },
    ],
    footer: [],
    actions: [button(view, buttons.note, 'note', 'primary'), button(view, buttons.open, 'show', 'plain')],
  };
}

function button(view: View, label: string, command: string, style: Button['style']): Button {
  return { type: 'button', label, style, invoke: { command, values: { case: nameOf(view) } } };
}
