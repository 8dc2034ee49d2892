import type { Button, Card } from '../../chat/card.ts';
import { ping, text, time, type Inline } from '../../chat/rich.ts';
import { departmentOf } from '../../policy/lookup.ts';
import { kindName, nameOf, quoteOf, type View } from './view.ts';

/** A department is asked, in its own channel, for what it has not said yet. */
export function departmentReminderCard(
  view: View,
  department: string,
  people: readonly string[],
  since: Date | null,
  by: 'card' | 'mail' = 'card',
): Card {
  const name = departmentOf(view.workspace, department)?.name ?? department;
  const calls: Inline[] = people.flatMap((person) => [ping(person), text(' ')]);
  return {
    title: `${nameOf(view)} waits for ${name}`,
    tone: 'urgent',
    summary: `${nameOf(view)} waits for an answer of ${name}`,
    body: [
      {
        type: 'paragraph',
        children: [
          ...calls,
          text(`Nothing has been said about this case ${since ? 'since ' : 'yet'}`),
          ...(since ? [time(since)] : []),
          text(
            by === 'mail'
              ? '. Please answer this mail and say how it stands. The member does not see it.'
              : '. Please say how it stands: Note keeps it with the case for the handler. The member does not see it.',
          ),
        ],
      },
      quoteOf(view),
    ],
    facts: [
      { label: 'Member', value: [text(view.file.case.member.name)] },
      { label: 'Kind', value: [text(kindName(view))] },
    ],
    footer: [],
    actions: [button(view, 'Note', 'note', 'primary'), button(view, 'Open', 'show', 'plain')],
  };
}

function button(view: View, label: string, command: string, style: Button['style']): Button {
  return { type: 'button', label, style, invoke: { command, values: { case: nameOf(view) } } };
}
