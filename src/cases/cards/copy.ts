import type { Button, Card, Fact } from '../../chat/card.ts';
import { paragraph, text, time } from '../../chat/rich.ts';
import { stateWords } from '../states.ts';
import { typedAs } from '../typed-as.ts';
import { departmentFacts } from './department-facts.ts';
import { levelFact } from './level-fact.ts';
import { soFar } from './so-far.ts';
import { handlerOf, kindName, nameOf, quoteOf, toneOf, type View, whereOf, textsFor } from './view.ts';
import { earlierFact } from './work-facts.ts';

/** A case for somebody who reads it along: all one needs to follow it, and nothing to press. */
export function copyCard(view: View): Card {
  const { case: found } = view.file;
  const texts = textsFor(view);
  const { facts: words, told } = texts.cards;
  const title = told.toRead(nameOf(view), kindName(view), stateWords(found.state, texts));
  return {
    title,
    tone: toneOf(view),
    summary: words.from(title, found.member.name),
    body: [quoteOf(view), ...soFar(view)],
    facts: facts(view),
    footer: [text(words.recorded), time(found.openedAt)],
    actions: [],
  };
}

/** What a person is told once: that they may read it. The words are behind the button, so that they are shown as they are then. */
export function copiedCard(view: View): Card {
  const { buttons, told } = textsFor(view).cards;
  const title = told.readAlong.title(nameOf(view));
  return {
    title,
    tone: 'neutral',
    summary: title,
    body: [
      paragraph(told.readAlong.added),
      paragraph(told.readAlong.follow(buttons.follow, typedAs(`show ${nameOf(view)}`, view.workspace.id))),
    ],
    facts: [],
    footer: [],
    actions: [button(buttons.open, 'show', view), button(buttons.follow, 'follow', view)],
  };
}

function facts(view: View): Fact[] {
  const { case: found } = view.file;
  const texts = textsFor(view);
  const { facts: words } = texts.cards;
  return [
    { label: words.member, value: [text(found.member.name)] },
    ...earlierFact(view),
    { label: words.where, value: whereOf(view) },
    { label: words.severity, value: [text(texts.dashboard.severities[found.severity])] },
    levelFact(view),
    { label: words.handler, value: handlerOf(view) },
    ...departmentFacts(view),
  ];
}

function button(label: string, command: string, view: View): Button {
  const values = { case: nameOf(view), in: view.workspace.id };
  return { type: 'button', label, style: 'plain', invoke: { command, values } };
}
