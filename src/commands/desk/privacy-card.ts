import type { Action, Card } from '../../chat/card.ts';
import { bold, paragraph, person, text, type Block, type Inline } from '../../chat/rich.ts';
import type { Holdings } from '../../store/privacy-port.ts';
import type { PrivacyStep } from './privacy-steps.ts';

/** What is kept about whoever asks, and what they can do about it. */
export function ownCard(held: Holdings): Card {
  const counts: [number, string][] = [
    [held.cases, 'pieces of feedback you gave'],
    [held.messages, 'messages you wrote, in all their versions'],
    [held.files, 'files with them'],
    [held.replies, 'answers you got'],
    [held.gifts, 'gifts you were given'],
    [held.reported, 'messages of others you flagged'],
  ];
  const items = counts.map(([count, words]): Inline[] => [bold(String(count)), text(` ${words}`)]);
  return cardWith(
    'What is kept about you',
    [
      { type: 'list', ordered: false, items },
      paragraph(
        held.isOptedOut
          ? 'You have opted out: nothing you write is recorded.'
          : 'A message is recorded when somebody who looks after feedback flags it, with a few messages before it, and with what is said in its thread.',
      ),
    ],
    buttons({}, held.isOptedOut),
  );
}

/** For an admin who was asked by mail. */
export function cardAbout(userId: string, isOptedOut: boolean): Card {
  return cardWith(
    'Privacy of somebody else',
    [
      paragraph(
        'About ',
        person(userId),
        isOptedOut ? ', who has opted out: nothing they write is recorded.' : ', who has not opted out.',
      ),
      paragraph('Do this only when they asked you to. That you did it is in the audit log.'),
    ],
    buttons({ person: userId }, isOptedOut),
  );
}

function cardWith(title: string, body: Block[], actions: Action[]): Card {
  return { title, tone: 'neutral', summary: title, body, facts: [], footer: [], actions };
}

function buttons(whom: { person?: string }, isOptedOut: boolean): Action[] {
  const button = (label: string, step: PrivacyStep, style: 'plain' | 'danger' = 'plain'): Action => ({
    type: 'button',
    label,
    style,
    invoke: { command: 'privacy', values: { do: step, ...whom } },
  });
  return [
    button('Export', 'export'),
    button('Erase', 'erase', 'danger'),
    isOptedOut ? button('Opt in', 'opt-in') : button('Opt out', 'opt-out'),
  ];
}
