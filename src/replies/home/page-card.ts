import { typedAs } from '../../cases/typed-as.ts';
import type { Action, Card, Invocation } from '../../chat/card.ts';
import type { HomeItem, HomePage } from '../../chat/home.ts';
import type { WorkspaceId } from '../../chat/ref.ts';
import { bold, paragraph, text, type Block } from '../../chat/rich.ts';
import type { Texts } from '../../texts/index.ts';
import { nameInline, OPEN } from './my-page.ts';

/** How many lines an answer has: more would not be read, and not fit into one message. */
const LINES = 12;
/** So many of each part are sure of a place. */
const SURE = 3;
/** Discord's limit of a select. https://docs.discord.com/developers/components/reference#string-select */
const CHOICES_MAX = 25;

/** Commands whose answer to a button is silence, because a card shows what came of it: here words are needed. */
const SILENT: ReadonlySet<string> = new Set(['claim']);

/**
 * A page as the answer to a command, where the platform has no place for it or somebody would rather ask: its cases in a list, a
 * select to choose one, and the buttons of the chosen one; at first that is the most pressing one. Each draws the answer anew.
 * @param chosen the name of a case; one that is not on the page any more chooses nothing
 */
export function pageCard(
  page: HomePage,
  chosen: string | null,
  words: Texts['home'],
  workspaceId: WorkspaceId,
): Card {
  const items = page.parts.flatMap((part) => part.items);
  const picked = items.find(({ name }) => name === chosen) ?? items[0];
  return {
    title: page.title,
    tone: 'neutral',
    summary: page.title,
    body: [...page.lead.map((some) => paragraph(...some)), ...lists(page, words, workspaceId)],
    facts: [],
    // Its line stands above; here it is only said which one the buttons are of.
    sections: picked ? [{ name: picked.name, text: [], actions: buttonsOf(picked) }] : [],
    footer: [],
    actions: [
      ...(items.length > 1 ? [choice(items, words)] : []),
      ...page.actions,
      { type: 'button', label: words.refresh, style: 'plain', invoke: { command: 'mine', values: {} } },
    ],
  };
}

function lists(page: HomePage, words: Texts['home'], workspaceId: WorkspaceId): Block[] {
  const shown = shares(page.parts.map(({ items }) => items.length));
  const left = page.parts.reduce(
    (sum, { items }, index) => sum + items.length - (shown[index] ?? 0),
    page.parts.reduce((sum, { unlisted }) => sum + unlisted, 0),
  );
  return [
    ...page.parts.flatMap(({ title, items }, index): Block[] => [
      paragraph(bold(title)),
      {
        type: 'list',
        ordered: false,
        items: items.slice(0, shown[index]).map((each) => [nameInline(each), text(' '), ...each.text]),
      },
    ]),
    ...(left > 0 ? [paragraph(words.moreOfYours(left, typedAs(`search ${OPEN}`, workspaceId)))] : []),
  ];
}

/** Each part gets some lines for sure, and the first ones what is left. */
function shares(counts: readonly number[]): number[] {
  const sure = counts.map((count) => Math.min(count, SURE));
  let left = LINES - sure.reduce((sum, each) => sum + each, 0);
  return counts.map((count, index) => {
    const more = Math.max(0, Math.min(left, count - (sure[index] ?? 0)));
    left -= more;
    return (sure[index] ?? 0) + more;
  });
}

function choice(items: readonly HomeItem[], words: Texts['home']): Action {
  return {
    type: 'select',
    placeholder: words.choose,
    option: 'case',
    choices: items
      .slice(0, CHOICES_MAX)
      .map(({ name, short }) => ({ label: `${name} ${short}`, value: name })),
    invoke: { command: 'mine', values: {} },
  };
}

/** They lead back to the page. */
function buttonsOf({ actions }: HomeItem) {
  return actions.flatMap((action) =>
    action.type === 'button' ? [{ ...action, invoke: andBack(action.invoke) }] : [],
  );
}

function andBack({ command, values }: Invocation): Invocation {
  return {
    command,
    values: { ...values, ...(SILENT.has(command) && { tell: 'yes' }), back: 'mine' },
  };
}
