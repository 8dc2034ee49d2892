import type { Card } from '../../chat/card.ts';
import { link, paragraph } from '../../chat/rich.ts';
import { quoteOf, textsFor, type View } from './view.ts';

/** Kind words, to somebody they are about. They may be no staff at all, so nothing of the case is shown but what was said. */
export function praiseCard(view: View): Card {
  const { member, permalink } = view.file.case;
  const { praise: words } = textsFor(view).cards.told;
  return {
    title: words.title,
    tone: 'good',
    summary: words.summary(member.name),
    body: [paragraph(words.wrote(member.name)), quoteOf(view)],
    facts: [],
    footer: permalink ? [link(words.where, permalink)] : [],
    actions: [],
  };
}
