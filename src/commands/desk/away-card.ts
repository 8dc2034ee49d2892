import type { Action, Button, Card } from '../../chat/card.ts';
import { paragraph, person, time } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import type { Texts } from '../../texts/index.ts';

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
  texts: Texts,
): Card {
  const { assign } = texts.commands;
  const title = assign.notYet(name);
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
        ...assign.isAway(person(userId), time(until)),
        ...(standIn ? [' ', ...assign.standsIn(person(standIn.userId))] : []),
      ),
      ...(isNoteKept ? [paragraph(assign.noteKept)] : []),
    ],
    facts: [],
    footer: [],
    actions: [
      ...(standIn
        ? [button(assign.handTo(shorten(standIn.name, NAME_MAX)), { person: standIn.userId }, 'primary')]
        : []),
      button(assign.handAllTheSame, { person: userId, sure: 'yes' }),
    ],
  };
}
