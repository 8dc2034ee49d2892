import { isStaff, type Standing } from '../../cases/access.ts';
import { caseName, type ClockKind } from '../../cases/case.ts';
import type { MyCase, MyCases } from '../../cases/my-cases.ts';
import type { Waiting } from '../../cases/tasks.ts';
import { typedAs } from '../../cases/typed-as.ts';
import type { Action, Button } from '../../chat/card.ts';
import type { HomeItem, HomePage, HomePart } from '../../chat/home.ts';
import { bold, link, text, time, type Inline } from '../../chat/rich.ts';
import { shorten } from '../../chat/text.ts';
import type { Texts } from '../../texts/index.ts';

type Words = Texts['home'];

/** How many cases each part names; together with their buttons they fit into a hundred blocks of Slack's. */
const SHOWN = { due: 12, untaken: 8, waiting: 8, begun: 5, alongside: 5 } as const;

/** What finds every case a page can have, in the words of the search; and by whom it narrows those of a part. */
export const OPEN = 'state:open';
const HANDLED: Readonly<Partial<Record<keyof typeof SHOWN, string>>> = {
  due: 'handler:me',
  untaken: 'handler:none',
  waiting: 'handler:me',
};

/** How much of what the member said a line shows (characters). */
const QUOTE_MAX = 50;

/** How much of a name, where a line has little room (characters). */
const NAME_MAX = 30;

/** What is due, by the name of its words. */
const DUE: Readonly<
  Partial<Record<ClockKind, 'firstResponse' | 'nextResponse' | 'updateDue' | 'resolution'>>
> = {
  first_response: 'firstResponse',
  next_response: 'nextResponse',
  update_due: 'updateDue',
  resolution: 'resolution',
};

interface Around {
  /** Before the number of a case. */
  prefix: string;
  standing: Standing;
  words: Words;
}

/** Everything of somebody who works on cases, with what they can do about each. Their rights were asked when it was gathered. */
export function myPage(mine: MyCases, around: Around): HomePage {
  const { words, standing } = around;
  const parts = [
    part('due', words.due, mine, around, ownActions),
    part('untaken', words.untaken, mine, around, untakenActions),
    part('waiting', words.waiting, mine, around, ownActions),
    part('begun', words.begun, mine, around, begunActions),
    part(
      'alongside',
      worksInDepartment(standing) ? words.department : words.alongside,
      mine,
      around,
      otherActions,
    ),
  ].filter(({ items }) => items.length > 0);
  const none = worksInDepartment(standing) ? words.noneForDepartment : words.none;
  return {
    title: words.title,
    lead: [
      ...(parts.length === 0 ? [[text(none)]] : []),
      ...(isStaff(standing) ? [[text(words.week(mine.week.answered, mine.week.ended))]] : []),
    ],
    actions: isStaff(standing) ? [button(words.next, 'next', {})] : [],
    parts,
    footer: [text(words.footer)],
  };
}

/** Whoever was added to a case to read it, and has no role, works in none. */
function worksInDepartment(standing: Standing): boolean {
  return !isStaff(standing) && standing.departments.size > 0;
}

/** The cases a page names, which their reader sees. */
export function shownOn(mine: MyCases): MyCase[] {
  return (Object.keys(SHOWN) as (keyof typeof SHOWN)[]).flatMap((name) => mine[name].slice(0, SHOWN[name]));
}

/** For whoever has no role here: what this is and how to give feedback. Nothing of any case is in it, were it their own. */
export function memberPage(community: string, words: Words): HomePage {
  return {
    title: words.memberTitle,
    lead: [[text(words.memberWhat(community))], [text(words.memberHow)], [text(words.memberPrivate)]],
    actions: [],
    parts: [],
    footer: [],
  };
}

/** What stays when somebody has not looked for a long time: nobody keeps an old page up to date. */
export function restingPage(words: Words): HomePage {
  return { title: words.restingTitle, lead: [[text(words.resting)]], actions: [], parts: [], footer: [] };
}

function part(
  name: keyof typeof SHOWN,
  title: string,
  mine: MyCases,
  around: Around,
  actionsOf: (each: MyCase, named: { case: string }, words: Words) => Action[],
): HomePart {
  const cases = mine[name];
  const items = cases.slice(0, SHOWN[name]).map((each): HomeItem => {
    const called = caseName(around.prefix, each.case.number);
    return {
      name: called,
      text: line(each, around),
      short: `${shorten(each.case.member.name, NAME_MAX)}: ${quoteOf(each)}`,
      actions: [
        ...actionsOf(each, { case: called }, around.words),
        ...(each.case.permalink
          ? [{ type: 'link' as const, label: around.words.open, url: each.case.permalink }]
          : []),
      ],
    };
  });
  const left = cases.length - items.length;
  const query = `${HANDLED[name] ?? ''} ${OPEN}`.trim();
  const command = typedAs(`search ${query}`, around.standing.workspaceId);
  const more = left > 0 ? around.words.moreOfYours(left, command) : null;
  return { title, items, unlisted: left, more };
}

/** What the name stands for, so that a line is whole without it. */
function line(mine: MyCase, { words, standing }: Around): Inline[] {
  const { case: found, waiting, drafts } = mine;
  // One in which whoever asks has only begun an answer: what waits there is another's.
  const isBegun = found.handlerId !== standing.userId && drafts > 0;
  return [
    text(`${found.member.name} · `),
    ...(isBegun ? [] : waits(waiting, words)),
    ...(drafts > 0 ? [text(`${isBegun ? '' : ' · '}${words.drafts(drafts)}`)] : []),
    text(`: ${quoteOf(mine)}`),
  ];
}

function quoteOf({ case: { quote } }: MyCase): string {
  return shorten(quote.replaceAll(/\s+/g, ' '), QUOTE_MAX);
}

function waits(waiting: Waiting, words: Words): Inline[] {
  const until = (at: Date | null) => (at ? [text(words.until), time(at)] : []);
  switch (waiting.for) {
    case 'you': {
      const what = words[DUE[waiting.clock] ?? 'nextResponse'];
      return waiting.isOverdue
        ? [bold(words.overdue), text(words.wasDue(what)), time(waiting.by)]
        : [text(words.dueBy(what)), time(waiting.by)];
    }
    case 'member':
      return [text(words.forMember), ...until(waiting.until)];
    case 'team':
      return [text(words.forTeam), ...until(waiting.until)];
    case 'helpers':
      return [text(words.forHelpers), ...until(waiting.until)];
    case 'time':
      return waiting.isForMember
        ? [text(words.snoozedForMember)]
        : [text(words.snoozed), ...until(waiting.until)];
    case 'nobody':
      return [text(words.nothingDue)];
  }
}

function ownActions(each: MyCase, named: { case: string }, words: Words): Action[] {
  return [
    button(
      words.reply,
      'reply',
      named,
      each.waiting.for === 'you' && each.drafts === 0 ? 'primary' : 'plain',
    ),
    ...sendDraft(each, named, words),
    button(words.done, 'done', named),
    button(words.snooze, 'snooze', named),
  ];
}

function untakenActions(_: MyCase, named: { case: string }, words: Words): Action[] {
  return [button(words.claim, 'claim', named, 'primary'), button(words.reply, 'reply', named)];
}

function begunActions(each: MyCase, named: { case: string }, words: Words): Action[] {
  return [...sendDraft(each, named, words), button(words.show, 'show', named)];
}

function otherActions(_: MyCase, named: { case: string }, words: Words): Action[] {
  return [button(words.show, 'show', named)];
}

/** The very answer they have seen before, and no other that was written since. */
function sendDraft({ draftId }: MyCase, named: { case: string }, words: Words): Button[] {
  return draftId === null
    ? []
    : [button(words.sendDraft, 'send', { ...named, draft: String(draftId) }, 'primary')];
}

function button(
  label: string,
  command: string,
  values: Record<string, string>,
  style: Button['style'] = 'plain',
): Button {
  return { type: 'button', label, style, invoke: { command, values } };
}

/** A case's number as a link to what was said, where there is one. */
export function nameInline({ name, actions }: HomeItem): Inline {
  const open = actions.find((action) => action.type === 'link');
  return open ? link(name, open.url) : bold(name);
}
