import type { Card } from '../../chat/card.ts';
import { link, paragraph } from '../../chat/rich.ts';
import { quoteOf, type View } from './view.ts';

/** Kind words, to somebody they are about. They may be no staff at all, so nothing of the case is shown but what was said. */
export function praiseCard(view: View): Card {
  const { member, permalink } = view.file.case;
  const title = 'Kind words for you';
  return {
    title,
    tone: 'good',
    summary: `${title}, from ${member.name}`,
    body: [paragraph(`${member.name} wrote this about what you did. Well done!`), quoteOf(view)],
    facts: [],
    footer: permalink ? [link('where it was said', permalink)] : [],
    actions: [],
  };
}
