import type { Action, Card } from '../../chat/card.ts';
import { bold, paragraph, person, text, type Block, type Inline } from '../../chat/rich.ts';
import type { Holdings } from '../../store/privacy-port.ts';
import type { Texts } from '../../texts/index.ts';
import type { PrivacyStep } from './privacy-steps.ts';

/** What is kept about whoever asks, and what they can do about it. */
export function ownCard(held: Holdings, texts: Texts): Card {
  const { kept } = texts.commands;
  const kinds = ['cases', 'messages', 'files', 'replies', 'gifts', 'reported'] as const;
  const items = kinds.map((kind): Inline[] => [bold(String(held[kind])), text(` ${kept[kind](held[kind])}`)]);
  return cardWith(
    kept.title,
    [{ type: 'list', ordered: false, items }, paragraph(held.isOptedOut ? kept.optedOut : kept.whenRecorded)],
    buttons({}, held.isOptedOut, texts),
  );
}

/** For an admin who was asked by mail. */
export function cardAbout(userId: string, isOptedOut: boolean, texts: Texts): Card {
  const { kept } = texts.commands;
  const who = person(userId);
  return cardWith(
    kept.aboutAnother,
    [
      paragraph(...(isOptedOut ? kept.theyOptedOut(who) : kept.theyDidNot(who))),
      paragraph(kept.onlyWhenAsked),
    ],
    buttons({ person: userId }, isOptedOut, texts),
  );
}

function cardWith(title: string, body: Block[], actions: Action[]): Card {
  return { title, tone: 'neutral', summary: title, body, facts: [], footer: [], actions };
}

function buttons(whom: { person?: string }, isOptedOut: boolean, texts: Texts): Action[] {
  const labels = texts.commands.kept.buttons;
  const button = (label: string, step: PrivacyStep, style: 'plain' | 'danger' = 'plain'): Action => ({
    type: 'button',
    label,
    style,
    invoke: { command: 'privacy', values: { do: step, ...whom } },
  });
  return [
    button(labels.export, 'export'),
    button(labels.erase, 'erase', 'danger'),
    isOptedOut ? button(labels.optIn, 'opt-in') : button(labels.optOut, 'opt-out'),
  ];
}
