import type { Action, Card, Fact } from '../../chat/card.ts';
import { paragraph, text, time } from '../../chat/rich.ts';
import { isOpen, stateWords } from '../states.ts';
import { helpFact, praiseBlocks } from './passed-on.ts';
import { recommendationFact } from './work-facts.ts';
import { handlerOf, kindName, nameOf, quoteOf, toneOf, type View, whereOf } from './view.ts';

/** The case in a department's private channel: what the member said, how it stands, who to talk to. */
export function escalationCard(view: View, department: string, cc: boolean): Card {
  const { file, workspace } = view;
  const { case: found } = file;
  const to = workspace.departments[department]?.name ?? department;
  const title = `${nameOf(view)} · ${kindName(view)} for ${to}${cc ? ' (copy)' : ''} · ${stateWords(found.state)}`;
  return {
    title,
    tone: toneOf(view),
    summary: `${title}: from ${found.member.name}`,
    body: [
      quoteOf(view),
      ...praiseBlocks(view, department),
      paragraph('What is said here stays here: the member only ever sees replies the handler sends.'),
    ],
    facts: facts(view),
    footer: [text('recorded '), time(found.openedAt)],
    actions: cc || !isOpen(found) ? [] : [noteButton(view)],
  };
}

function facts(view: View): Fact[] {
  const { case: found, fileCount } = view.file;
  const evidence =
    fileCount > 0 ? `${fileCount} file${fileCount === 1 ? '' : 's'} with the message` : 'the message itself';
  return [
    { label: 'Member', value: [text(found.member.name)] },
    { label: 'Where', value: whereOf(view) },
    { label: 'Severity', value: [text(found.severity)] },
    { label: 'Handler', value: handlerOf(view) },
    { label: 'Evidence', value: [text(evidence)] },
    ...recommendationFact(view),
    ...helpFact(view),
  ];
}

function noteButton(view: View): Action {
  return {
    type: 'button',
    label: 'Note',
    style: 'plain',
    invoke: { command: 'note', values: { case: nameOf(view) } },
  };
}
