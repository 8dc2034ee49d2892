import { SECTIONS_MAX, type Action, type Card, type Section } from '../../chat/card.ts';
import { bold, paragraph, text, type Block, type Inline } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import { typedAs } from '../typed-as.ts';
import { dueButton, dueButtons, readyDraft, reminderCard, sendButton, whyOf, type Due } from './reminder.ts';
import { passedOver } from './reminder-words.ts';
import { nameOf, textsFor, type View } from './view.ts';
import type { Rang } from '../rung.ts';

/** So much of what the member said, and of what is prepared for them, stands in a list (characters): one click sends that. */
const QUOTE_MAX = 160;
const QUOTE_BESIDES_MAX = 80;
const PREPARED_MAX = 200;
/** Of the names of members beside their cases (characters). */
const MEMBER_MAX = 20;
/** So many cases are named in a line each, and opened by a menu: it holds no more. */
const LINES_MAX = 25;

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
  // Each case with buttons takes a row of them, and so does the menu that opens the others.
  const withButtons = dues.length <= SECTIONS_MAX ? SECTIONS_MAX : SECTIONS_MAX - 1;
  const rest = dues.slice(withButtons);
  const { reminders: words } = textsFor(first.view).cards;
  return {
    title: words.severalWait(dues.length),
    tone: 'urgent',
    summary: words.theseWait(dues.map(({ view }) => nameOf(view)).join(', ')),
    body: rest.length > 0 ? moreOf(rest, first.view) : [],
    facts: [],
    sections: dues.slice(0, withButtons).map((due) => sectionOf(due, reader)),
    footer: [],
    actions: rest.length > 0 ? [opensOne(first, rest)] : [],
  };
}

function sectionOf(due: DueCase, reader: string): Section {
  const { view } = due;
  const draft = readyDraft(view);
  const { quote } = view.file.case;
  const { reminders: words } = textsFor(view).cards;
  const lines: Inline[][] = [
    [text(`${memberOf(due)} · `), ...whyOf(due, view)],
    ...passedOver(due.rang.skipped, reader, words),
    ...(quote ? [[text(`“${shorten(oneLine(quote), draft ? QUOTE_BESIDES_MAX : QUOTE_MAX)}”`)]] : []),
    ...(draft ? [[text(words.preparedInShort(shorten(oneLine(draft.markdown), PREPARED_MAX)))]] : []),
  ];
  return {
    name: nameOf(view),
    text: lines.flatMap((line, index) => (index === 0 ? line : [{ type: 'break' }, ...line])),
    actions: [...(draft ? [sendButton(view, draft)] : []), ...dueButtons(view)],
  };
}

function moreOf(rest: readonly DueCase[], view: View): Block[] {
  const more = rest.length - LINES_MAX;
  const { reminders: words } = textsFor(view).cards;
  const [mine, list] = [typedAs('mine', view.workspace.id), typedAs('list', view.workspace.id)];
  return [
    paragraph(words.restMenu),
    {
      type: 'list',
      ordered: false,
      items: rest
        .slice(0, LINES_MAX)
        .map((due) => [bold(nameOf(due.view)), text(` · ${memberOf(due)} · ${words.inShort[due.clock]}`)]),
    },
    ...(more > 0 ? [paragraph(words.restLists(more, mine, list))] : []),
    paragraph(words.longest),
  ];
}

/** A case that has no buttons of its own. */
function opensOne(first: DueCase, rest: readonly DueCase[]): Action {
  const choices = rest
    .slice(0, LINES_MAX)
    .map((due) => dueButton(due.view, `${nameOf(due.view)} ${memberOf(due)}`, 'show'));
  return { type: 'menu', label: textsFor(first.view).cards.buttons.openAnother, choices };
}

function memberOf({ view }: DueCase): string {
  return shorten(oneLine(view.file.case.member.name), MEMBER_MAX);
}

function oneLine(words: string): string {
  return words.replaceAll(/\s+/g, ' ').trim();
}
