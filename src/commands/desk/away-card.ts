import type { Action, Button, Card } from '../../chat/card.ts';
import { paragraph, person, time } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';

/** Longest name on a button (characters); Discord takes 80 with the words around it. */
const NAME_MAX = 50;

/** Somebody who is to look after a case and is not there. */
export interface Away {
  userId: string;
  until: Date;
  /** Who could in their place; null: nobody stands in for them who could. */
  standIn: { userId: string; name: string } | null;
  /** A note for whoever gets it was written, and is kept. */
  isNoteKept: boolean;
}

/** Asks before a case is handed over to somebody who is away. @param values what the command was told, to be told again */
export function awayCard(
  name: string,
  { userId, until, standIn, isNoteKept }: Away,
  values: Record<string, string>,
): Card {
  const title = `${name} is not handed over yet`;
  const button = (label: string, more: Record<string, string>, style: Button['style'] = 'plain'): Action => ({
    type: 'button',
    label,
    style,
    invoke: { command: 'assign', values: { ...values, ...more, ...(isNoteKept && { noted: 'yes' }) } },
  });
  return {
    title,
    tone: 'neutral',
    summary: title,
    body: [
      paragraph(
        person(userId),
        ' is away until ',
        time(until),
        ', so the member could wait for so long.',
        ...(standIn ? [' ', person(standIn.userId), ' looks after their cases meanwhile.'] : []),
      ),
      ...(isNoteKept
        ? [paragraph('Your note is kept with the case, and whoever gets it will read it.')]
        : []),
    ],
    facts: [],
    footer: [],
    actions: [
      ...(standIn
        ? [button(`Hand over to ${shorten(standIn.name, NAME_MAX)}`, { person: standIn.userId }, 'primary')]
        : []),
      button('Hand over all the same', { person: userId, sure: 'yes' }),
    ],
  };
}
