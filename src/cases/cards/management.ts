import type { Card, Fact } from '../../chat/card.ts';
import { paragraph, text, time } from '../../chat/rich.ts';
import type { TellsManagement } from '../delivery.ts';
import { lastRating } from '../extremes.ts';
import { isOpen, stateWords } from '../states.ts';
import { departmentFacts } from './department-facts.ts';
import { levelFact } from './level-fact.ts';
import { handlerOf, kindName, nameOf, quoteOf, toneOf, type View, whereOf, textsFor } from './view.ts';
import { localeOf } from '../../texts/locale.ts';

/** Something very bad, or very good, for management: what was said, how it stands, and why they hear of it. */
export function managementCard(view: View, why: TellsManagement): Card {
  const { case: found } = view.file;
  const texts = textsFor(view);
  const { buttons, facts: words, told } = texts.cards;
  const title = told.management.title(nameOf(view), kindName(view), stateWords(found.state, texts));
  return {
    title,
    tone: isGood(view, why) && isOpen(found) ? 'good' : toneOf(view),
    summary: words.from(title, found.member.name),
    body: [paragraph(whyWords(view, why)), quoteOf(view)],
    facts: facts(view),
    footer: [text(words.recorded), time(found.openedAt)],
    actions: [
      {
        type: 'button',
        label: buttons.open,
        style: 'plain',
        invoke: { command: 'show', values: { case: nameOf(view), in: view.workspace.id } },
      },
    ],
  };
}

function whyWords(view: View, why: TellsManagement): string {
  const { file, policy } = view;
  const { cards, common, dashboard } = textsFor(view);
  const { management: said } = cards.told;
  switch (why) {
    case 'severity':
      return said.severity(
        new Intl.ListFormat(localeOf(common.code), { type: 'disjunction' }).format(
          policy.extremes.severities.map((each) => dashboard.severities[each]),
        ),
      );
    case 'kind':
      return said.kind(kindName(view));
    case 'rating': {
      const rating = lastRating(file);
      return rating === null ? said.rated : said.ratedWith(rating);
    }
    case 'level':
      return said.level;
  }
}

function isGood({ file }: View, why: TellsManagement): boolean {
  return why === 'rating' && (lastRating(file) ?? 0) >= 4;
}

function facts(view: View): Fact[] {
  const { case: found } = view.file;
  const texts = textsFor(view);
  const { facts: words } = texts.cards;
  return [
    { label: words.member, value: [text(found.member.name)] },
    { label: words.where, value: whereOf(view) },
    { label: words.severity, value: [text(texts.dashboard.severities[found.severity])] },
    levelFact(view),
    { label: words.handler, value: handlerOf(view) },
    ...departmentFacts(view),
  ];
}
