import { SECTIONS_MAX, type Action, type Button, type Card, type Section } from '../../chat/card.ts';
import { bold, link, paragraph, text, time, type Block, type Inline } from '../../chat/rich.ts';
import { kindName } from '../../policy/lookup.ts';
import type { Policy, WorkspacePolicy } from '../../policy/schema.ts';
import type { Texts } from '../../texts/index.ts';
import { textsFor } from '../cards/view.ts';
import { caseName } from '../case.ts';
import { typedAs } from '../typed-as.ts';
import type { ToDo, ToDoCase } from './to-do.ts';

/** Whose list it is. */
interface Around {
  workspace: WorkspacePolicy;
  policy: Policy;
  texts: Texts;
}

/** What waits for one person this morning: their own cases, the first with buttons each, and those nobody has taken on. @param locale theirs, where it is known */
export function toDoCard(
  { total, first, untaken }: ToDo,
  { workspace, policy, locale = null }: Pick<Around, 'workspace' | 'policy'> & { locale?: string | null },
): Card {
  const texts = textsFor({ workspace, policy, locale });
  const words = texts.says.toDo;
  const around = { workspace, policy, texts };
  const toLookAt = untaken.first;
  // Each case with buttons takes a row of them, and so does the menu that opens the others.
  const withButtons = first.length <= SECTIONS_MAX && toLookAt.length === 0 ? SECTIONS_MAX : SECTIONS_MAX - 1;
  const rest = first.slice(withButtons);
  const count = total + untaken.total;
  const title = count === 0 ? words.nothing : words.cases(count);
  const others = [
    ...part(texts.home.untaken, toLookAt, untaken.total, around),
    ...part(words.afterThose, rest, total - withButtons, around),
  ];
  return {
    title,
    tone: count === 0 ? 'done' : 'neutral',
    summary: words.summary(title, workspace.name),
    body: [
      paragraph(count === 0 ? words.allDone : words.goodMorning(workspace.name)),
      ...others,
      ...(others.length > 0 && first.length > 0 ? [paragraph(bold(words.yours))] : []),
    ],
    facts: [],
    sections: first.slice(0, withButtons).map((each) => sectionOf(each, around)),
    footer: [text(words.footer(typedAs('to-do off', workspace.id)))],
    actions: othersOf([...toLookAt, ...rest], around),
  };
}

/** Cases in a line each, and how many there are besides. */
function part(title: string, shown: readonly ToDoCase[], total: number, around: Around): Block[] {
  const { policy, texts } = around;
  if (shown.length === 0) return [];
  const left = total - shown.length;
  return [
    paragraph(bold(title)),
    {
      type: 'list',
      ordered: false,
      items: [
        ...shown.map((each) => [
          bold(caseName(policy.prefix, each.number)),
          text(' '),
          ...inShort(each, around),
        ]),
        ...(left > 0 ? [[text(texts.says.toDo.more(left))]] : []),
      ],
    },
  ];
}

/** Opens the cases that have no buttons of their own. */
function othersOf(cases: readonly ToDoCase[], { workspace, policy, texts }: Around): Action[] {
  if (cases.length === 0) return [];
  const choices = cases.map((each) => {
    const name = caseName(policy.prefix, each.number);
    return {
      value: name,
      label: `${name} · ${kindName(policy, { kind: each.kind, workspaceId: workspace.id }, texts.common.code)}`,
    };
  });
  const invoke = { command: 'show', values: { in: workspace.id } };
  const placeholder = texts.says.toDo.openAnother;
  return [{ type: 'select', placeholder, option: 'case', choices, invoke }];
}

function sectionOf(each: ToDoCase, around: Around): Section {
  const { workspace, policy, texts } = around;
  const name = caseName(policy.prefix, each.number);
  return {
    name,
    text: wordsOf(each, around),
    actions: [
      button(texts.home.open, 'show', name, workspace),
      button(texts.home.done, 'done', name, workspace),
      button(texts.home.snooze, 'snooze', name, workspace),
      button(texts.cards.buttons.handOver, 'assign', name, workspace),
    ],
  };
}

/** A direct message belongs to no community, so the button says which one it is about. */
function button(label: string, command: string, name: string, workspace: WorkspacePolicy): Button {
  return {
    type: 'button',
    label,
    style: 'plain',
    invoke: { command, values: { case: name, in: workspace.id } },
  };
}

/** Its first reason alone: of many lines the last ones would not be shown. */
function inShort(each: ToDoCase, around: Around): Inline[] {
  const isDue = each.clock !== null;
  return wordsOf(
    {
      ...each,
      isWaiting: each.isWaiting && !isDue,
      hasDraft: each.hasDraft && !isDue && !each.isWaiting,
      permalink: null,
    },
    around,
  );
}

function wordsOf(
  { kind, clock, deadline, isWaiting, hasDraft, permalink }: ToDoCase,
  { policy, workspace, texts }: Around,
): Inline[] {
  const words = texts.says.toDo;
  return [
    text(kindName(policy, { kind, workspaceId: workspace.id }, texts.common.code)),
    ...(clock && deadline ? [text(` · ${words.due[clock]} `), time(deadline)] : []),
    ...(isWaiting && clock !== 'first_response' && clock !== 'next_response'
      ? [text(` · ${words.memberWaits}`)]
      : []),
    ...(hasDraft ? [text(` · ${words.draftWaits}`)] : []),
    ...(permalink ? [text(' · '), link(words.message, permalink)] : []),
  ];
}
