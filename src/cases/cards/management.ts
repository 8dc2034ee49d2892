import type { Card, Fact } from '../../chat/card.ts';
import { paragraph, text, time } from '../../chat/rich.ts';
import { kindOf } from '../../policy/lookup.ts';
import type { TellsManagement } from '../delivery.ts';
import { lastRating } from '../extremes.ts';
import { isOpen, stateWords } from '../states.ts';
import { departmentFacts } from './department-facts.ts';
import { levelFact } from './level-fact.ts';
import { handlerOf, kindName, nameOf, quoteOf, toneOf, type View, whereOf } from './view.ts';

/** Something very bad, or very good, for management: what was said, how it stands, and why they hear of it. */
export function managementCard(view: View, why: TellsManagement): Card {
  const { case: found } = view.file;
  const title = `${nameOf(view)} · ${kindName(view)} for management · ${stateWords(found.state)}`;
  return {
    title,
    tone: isGood(view, why) && isOpen(found) ? 'good' : toneOf(view),
    summary: `${title}: from ${found.member.name}`,
    body: [paragraph(whyWords(view, why)), quoteOf(view)],
    facts: facts(view),
    footer: [text('recorded '), time(found.openedAt)],
    actions: [
      {
        type: 'button',
        label: 'Open',
        style: 'plain',
        invoke: { command: 'show', values: { case: nameOf(view), in: view.workspace.id } },
      },
    ],
  };
}

function whyWords({ file, policy }: View, why: TellsManagement): string {
  switch (why) {
    case 'severity':
      return `You hear of it at once, since it was of severity ${policy.extremes.severities.join(' or ')}.`;
    case 'kind':
      return `You hear of it at once, since it is of the kind “${kindOf(policy, file.case.kind).name}”.`;
    case 'rating': {
      const rating = lastRating(file);
      return rating === null
        ? 'You hear of it at once, since its member rated how it was looked after.'
        : `You hear of it at once: its member rated how it was looked after ${rating} of 5.`;
    }
    case 'level':
      return 'It was taken up to you: the card says by whom, and why.';
  }
}

function isGood({ file }: View, why: TellsManagement): boolean {
  return why === 'rating' && (lastRating(file) ?? 0) >= 4;
}

function facts(view: View): Fact[] {
  const { case: found } = view.file;
  return [
    { label: 'Member', value: [text(found.member.name)] },
    { label: 'Where', value: whereOf(view) },
    { label: 'Severity', value: [text(found.severity)] },
    levelFact(view),
    { label: 'Handler', value: handlerOf(view) },
    ...departmentFacts(view),
  ];
}
