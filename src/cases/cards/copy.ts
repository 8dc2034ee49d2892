import type { Button, Card, Fact } from '../../chat/card.ts';
import { paragraph, text, time } from '../../chat/rich.ts';
import { stateWords } from '../states.ts';
import { typedAs } from '../typed-as.ts';
import { departmentFacts } from './department-facts.ts';
import { levelFact } from './level-fact.ts';
import { soFar } from './so-far.ts';
import { handlerOf, kindName, nameOf, quoteOf, toneOf, type View, whereOf } from './view.ts';
import { earlierFact } from './work-facts.ts';

/** A case for somebody who reads it along: all one needs to follow it, and nothing to press. */
export function copyCard(view: View): Card {
  const { case: found } = view.file;
  const title = `${nameOf(view)} · ${kindName(view)} (to read) · ${stateWords(found.state)}`;
  return {
    title,
    tone: toneOf(view),
    summary: `${title}: from ${found.member.name}`,
    body: [quoteOf(view), ...soFar(view)],
    facts: facts(view),
    footer: [text('recorded '), time(found.openedAt)],
    actions: [],
  };
}

/** What a person is told once: that they may read it. The words are behind the button, so that they are shown as they are then. */
export function copiedCard(view: View): Card {
  const title = `${nameOf(view)} · for you to read along`;
  return {
    title,
    tone: 'neutral',
    summary: title,
    body: [
      paragraph('You were added to this case to read along: you can see it, and nothing is expected of you.'),
      paragraph(
        `Follow tells you here of what happens to it. It stays inside the team. To see it later: ${typedAs(`show ${nameOf(view)}`, view.workspace.id)}`,
      ),
    ],
    facts: [],
    footer: [],
    actions: [button('Open', 'show', view), button('Follow', 'follow', view)],
  };
}

function facts(view: View): Fact[] {
  const { case: found } = view.file;
  return [
    { label: 'Member', value: [text(found.member.name)] },
    ...earlierFact(view),
    { label: 'Where', value: whereOf(view) },
    { label: 'Severity', value: [text(found.severity)] },
    levelFact(view),
    { label: 'Handler', value: handlerOf(view) },
    ...departmentFacts(view),
  ];
}

function button(label: string, command: string, view: View): Button {
  const values = { case: nameOf(view), in: view.workspace.id };
  return { type: 'button', label, style: 'plain', invoke: { command, values } };
}
