import { SECTIONS_MAX, type Card, type Section } from '../../chat/card.ts';
import { bold, paragraph, text, type Block, type Inline } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import { dueButtons, readyDraft, reminderCard, sendButton, whyOf, type Due } from './reminder.ts';
import { passedOver, WHY } from './reminder-words.ts';
import { nameOf, type View } from './view.ts';
import type { Rang } from '../rung.ts';

/** So much of what the member said, and of what is prepared for them, stands in a list (characters). */
const QUOTE_MAX = 160;
const PREPARED_MAX = 200;
/** So many cases without buttons are named in a line each. */
const LINES_MAX = 15;

/** A case that is due for somebody. */
export interface DueCase extends Due {
  view: View;
  rang: Rang;
}

/** All that is due for one person, in one direct message: one case as a card of its own, several as a list with buttons each. */
export function remindersCard(
  dues: readonly [DueCase, ...DueCase[]],
  reader: string,
  parse: (markdown: string) => Block[],
): Card {
  const [first, ...others] = dues;
  if (others.length === 0) return reminderCard(first.view, first, { reader, mention: null }, parse);
  const rest = dues.slice(SECTIONS_MAX);
  return {
    title: `${dues.length} cases are waiting for you`,
    tone: 'urgent',
    summary: `${dues.map(({ view }) => nameOf(view)).join(', ')} are waiting for you`,
    body: rest.length > 0 ? moreOf(rest) : [],
    facts: [],
    sections: dues.slice(0, SECTIONS_MAX).map((due) => sectionOf(due, reader)),
    footer: [],
    actions: [],
  };
}

function sectionOf(due: DueCase, reader: string): Section {
  const { view } = due;
  const draft = readyDraft(view);
  const { quote, member } = view.file.case;
  const lines: Inline[][] = [
    [text(`${member.name} · `), ...whyOf(due)],
    ...passedOver(due.rang.skipped, reader),
    ...(quote ? [[text(`“${shorten(oneLine(quote), QUOTE_MAX)}”`)]] : []),
    ...(draft ? [[text(`Prepared: “${shorten(oneLine(draft.markdown), PREPARED_MAX)}”`)]] : []),
  ];
  return {
    name: nameOf(view),
    text: lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'break' }, ...line])),
    actions: [...(draft ? [sendButton(view, draft)] : []), ...dueButtons(view)],
  };
}

function moreOf(rest: readonly DueCase[]): Block[] {
  const more = rest.length - LINES_MAX;
  return [
    paragraph('These wait as well. /feedback show and the number opens one of them:'),
    {
      type: 'list',
      ordered: false,
      items: rest
        .slice(0, LINES_MAX)
        .map(({ view, clock }) => [
          bold(nameOf(view)),
          text(` · ${view.file.case.member.name} · ${WHY[clock]}`),
        ]),
    },
    ...(more > 0 ? [paragraph(`And ${more} more: /feedback list shows all that are open.`)] : []),
    paragraph('The ones that have waited longest:'),
  ];
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}
