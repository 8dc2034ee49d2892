import { describe, expect, it } from '@jest/globals';
import { render } from '../../src/adapters/discord/render.ts';
import { homeView } from '../../src/adapters/slack/home.ts';
import { render as renderForSlack } from '../../src/adapters/slack/render.ts';
import type { Standing } from '../../src/cases/access.ts';
import { gatherMyCases, nextTurn, type MyCases, type MyRecord } from '../../src/cases/my-cases.ts';
import { parseSearch } from '../../src/cases/search/parse-search.ts';
import { searchNamesIn } from '../../src/cases/search/names-in.ts';
import { OPEN_STATES } from '../../src/cases/states.ts';
import type { HomePage } from '../../src/chat/home.ts';
import type { Inline } from '../../src/chat/rich.ts';
import { memberPage, myPage, restingPage, shownOn } from '../../src/replies/home/my-page.ts';
import { pageCard } from '../../src/replies/home/page-card.ts';
import { SPOKEN_LANGUAGES, textsIn } from '../../src/texts/index.ts';
import { aCase, aClock, HANDLER, NOW, policy, workspace } from '../support/factories.ts';

type Task = Awaited<ReturnType<MyRecord['tasks']>>[number];

const words = textsIn('en').home;
const inlinesText = (inlines: readonly Inline[]): string =>
  inlines
    .map((each) => ('text' in each ? each.text : 'children' in each ? inlinesText(each.children) : ''))
    .join('');
const eyes: Standing = {
  workspaceId: workspace.id,
  userId: HANDLER,
  roles: new Set(['moderator'] as const),
  departments: new Set(),
  colleagues: 'uncounted',
  fellowLeads: 'uncounted',
};
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
let counted = 100;

function task(
  over: Partial<Parameters<typeof aCase>[0]> = {},
  { due, drafts = 0 }: { due?: Date; drafts?: number } = {},
): Task {
  counted += 1;
  return {
    case: aCase({ caseId: counted, number: counted, handlerId: HANDLER, state: 'open', ...over }),
    clocks: due ? [{ ...aClock({ kind: 'first_response' }), dueAt: due, deadline: due }] : [],
    drafts,
    draftId: drafts > 0 ? counted * 10 : null,
  };
}

async function gathered(
  { tasks = [], alongside = [] }: { tasks?: Task[]; alongside?: Task[] },
  standing = eyes,
): Promise<MyCases> {
  const record: MyRecord = {
    tasks: async () => tasks,
    untaken: async () => [],
    alongside: async () => alongside,
    week: async () => ({ answered: 2, ended: 1 }),
  };
  return gatherMyCases(record, standing, {
    people: { of: async () => new Map() },
    chat: { fetchPerson: () => Promise.reject(new Error('nobody is asked for')) },
    workspace,
    now: NOW,
  });
}

function pageOf(mine: MyCases, standing = eyes): HomePage {
  return myPage(mine, { prefix: 'FB', standing, words });
}

const titles = ({ parts }: HomePage) =>
  parts.map(({ title, items }) => [title, ...items.map(({ name }) => name)]);
const labels = ({ parts }: HomePage, name: string) =>
  parts
    .flatMap(({ items }) => items)
    .find((each) => each.name === name)!
    .actions.map((action) => ('label' in action ? action.label : action.placeholder));

describe('somebody’s page', () => {
  it('has what is due first, the overdue on top, and each case in one part alone', async () => {
    const soon = task({}, { due: minutes(30) });
    const late = task({}, { due: minutes(-30) });
    const rests = task({ snoozedUntil: minutes(90) });
    const begun = task({ handlerId: 'U0OTTO' }, { drafts: 1, due: minutes(5) });
    const follows = task({ handlerId: 'U0OTTO' });
    const page = pageOf(await gathered({ tasks: [soon, rests, late, begun], alongside: [follows] }));
    const name = ({ case: { number } }: Task) => `FB-${number}`;
    expect(titles(page)).toEqual([
      ['For you', name(late), name(soon)],
      ['Waits for others', name(rests)],
      ['Your drafts in cases of others', name(begun)],
      ['You follow or read these', name(follows)],
    ]);
    expect(inlinesText(page.parts[0]!.items[0]!.text)).toMatch(/^Alma Berg · overdue, first answer was due /);
    // What is due there is not theirs.
    expect(inlinesText(page.parts[2]!.items[0]!.text)).toMatch(/^Alma Berg · a draft of yours waits/);
    expect(labels(page, name(soon))).toEqual(['Reply', 'Done', 'Snooze', 'Open']);
    expect(labels(page, name(begun))).toEqual(['Send draft', 'Show', 'Open']);
    expect(labels(page, name(follows))).toEqual(['Show', 'Open']);
  });

  it('sends that draft alone which its author has seen', async () => {
    const page = pageOf(await gathered({ tasks: [task({}, { drafts: 2 })] }));
    const send = page.parts[0]!.items[0]!.actions.find(
      (action) => action.type === 'button' && action.invoke.command === 'send',
    );
    expect(send).toMatchObject({ invoke: { values: { draft: String(counted * 10) } } });
  });

  it('says when it says something else although nothing happens', async () => {
    const mine = await gathered({
      tasks: [
        task({}, { due: minutes(-5) }),
        task({}, { due: minutes(40) }),
        task({ snoozedUntil: minutes(20) }),
      ],
    });
    expect(nextTurn(mine, NOW)).toEqual(minutes(20));
    expect(nextTurn(await gathered({}), NOW)).toBeNull();
  });

  it('has nothing to be pressed for a department but what it may do, and no figures of staff', async () => {
    const quinn: Standing = { ...eyes, userId: 'U0QUINN', roles: new Set(), departments: new Set(['qa']) };
    const theirs = task({ handlerId: 'U0OTTO' });
    const page = pageOf(await gathered({ tasks: [task()], alongside: [theirs] }, quinn), quinn);
    expect(titles(page)).toEqual([['For your department', `FB-${theirs.case.number}`]]);
    expect(page.actions).toEqual([]);
    expect(labels(page, `FB-${theirs.case.number}`)).toEqual(['Show', 'Open']);
    expect(JSON.stringify(page)).not.toContain('seven days');
  });

  it('speaks of no department to whoever was only added to a case', async () => {
    const reader: Standing = { ...eyes, userId: 'U0RITA', roles: new Set() };
    const page = pageOf(await gathered({ alongside: [task({ handlerId: 'U0OTTO' })] }, reader), reader);
    expect(titles(page).map(([title]) => title)).toEqual(['You follow or read these']);
  });

  it('says how many more there are, and counts none of those as seen', async () => {
    const tasks = Array.from({ length: 30 }, () => task({}, { due: minutes(30) }));
    const mine = await gathered({ tasks });
    const page = pageOf(mine);
    expect(page.parts[0]!.unlisted).toBe(18);
    const [, query = ''] =
      /^And 18 more: \/feedback search (.+) finds them\.$/.exec(page.parts[0]!.more!) ?? [];
    const found = parseSearch(query, searchNamesIn(policy, workspace, HANDLER));
    expect(found).toMatchObject({ terms: [], states: OPEN_STATES, handlers: [{ userId: HANDLER }] });
    expect(shownOn(mine)).toHaveLength(12);
  });

  it.each(SPOKEN_LANGUAGES)(
    'fits into what the platforms take, however much there is: %s',
    async (language) => {
      const long = 'Ærø, œuvre & <b>*naïve*</b> '.repeat(20);
      const many = (over = {}, more = {}) =>
        Array.from({ length: 40 }, () =>
          task({ quote: long, member: { userId: 'U0X', name: long }, ...over }, more),
        );
      const mine = await gathered({
        tasks: [
          ...many({}, { due: minutes(-30), drafts: 3 }),
          ...many({ snoozedUntil: minutes(60) }, { drafts: 1 }),
          ...many({ handlerId: 'U0OTTO' }, { drafts: 1 }),
        ],
        alongside: many({ handlerId: 'U0OTTO' }),
      });
      const page = myPage(mine, { prefix: 'FB', standing: eyes, words: textsIn(language).home });
      const view = homeView(page, (id) => id);
      expect(view.blocks.length).toBeLessThanOrEqual(100);
      expect(view.blocks.at(-1)).toMatchObject({ type: 'context' });
      for (const block of view.blocks)
        if (block.type === 'section' && 'text' in block)
          expect(JSON.stringify(block.text).length).toBeLessThanOrEqual(3_000);
      expect(view.blocks.filter(({ type }) => type === 'actions').length).toBeGreaterThan(20);

      const card = pageCard(page, null, textsIn(language).home, workspace.id);
      const { blocks } = renderForSlack({ type: 'card', card }, (id) => id, null);
      expect(blocks.length).toBeLessThanOrEqual(50);
      for (const block of blocks)
        if (block.type === 'section' && block.text) expect(block.text.text.length).toBeLessThanOrEqual(3_000);
      const [{ options = [] } = {}] = blocks
        .flatMap((block) => (block.type === 'actions' ? block.elements : []))
        .flatMap((each) => (each.type === 'static_select' ? [each] : []));
      expect(options).toHaveLength(25);
      expect(Math.max(...options.map(({ text }) => text.text.length))).toBeLessThanOrEqual(75);

      const { components, embeds } = render({ type: 'card', card });
      expect(components.length).toBeLessThanOrEqual(5);
      expect(embeds[0]!.description!.length).toBeLessThanOrEqual(4_096);
      const ids = components.flatMap((row) =>
        row.components.map((each) => ('custom_id' in each ? each.custom_id : '')),
      );
      expect(Math.max(...ids.map(({ length }) => length))).toBeLessThanOrEqual(100);
    },
  );
});

describe('the same as an answer', () => {
  it('has a select for the others, and the buttons of the chosen one, each of which leads back', async () => {
    const [one, other] = [task({}, { due: minutes(30) }), task({}, { due: minutes(40) })];
    const page = pageOf(await gathered({ tasks: [one, other] }));
    const chosen = `FB-${other.case.number}`;
    const card = pageCard(page, chosen, words, workspace.id);
    expect(card.sections).toMatchObject([{ name: chosen }]);
    for (const { invoke } of card.sections![0]!.actions)
      expect(invoke.values).toMatchObject({ back: 'mine' });
    expect(card.actions.map(({ type }) => type)).toEqual(['select', 'button', 'button']);
    expect(pageCard(page, 'FB-9999', words, workspace.id).sections).toMatchObject([
      { name: `FB-${one.case.number}` },
    ]);
  });

  it('names each of the others by who said what, whatever is due there', async () => {
    const late = Array.from({ length: 2 }, () => task({ quote: 'Nothing loads' }, { due: minutes(-30) }));
    const [select] = pageCard(pageOf(await gathered({ tasks: late })), null, words, workspace.id).actions;
    expect(select).toMatchObject({
      choices: late.map(({ case: { number } }) => ({
        label: `FB-${number} Alma Berg: Nothing loads`,
        value: `FB-${number}`,
      })),
    });
  });

  it('gives each part a few lines, and says how many there are besides', async () => {
    const tasks = Array.from({ length: 20 }, () => task({}, { due: minutes(30) }));
    const rests = Array.from({ length: 5 }, () => task({ snoozedUntil: minutes(20) }));
    const { body } = pageCard(
      pageOf(await gathered({ tasks: [...tasks, ...rests] })),
      null,
      words,
      workspace.id,
    );
    const lists = body.flatMap((block) => (block.type === 'list' ? [block.items.length] : []));
    expect(lists).toEqual([9, 3]);
    expect(JSON.stringify(body.at(-1))).toContain('13 more');
  });
});

describe('the page of whoever has no role', () => {
  it.each(SPOKEN_LANGUAGES)(
    'says what this is and how to be heard, with nothing to press: %s',
    (language) => {
      const page = memberPage('Riverside', textsIn(language).home);
      expect(inlinesText(page.lead.flat())).toContain('Riverside');
      expect([page.parts, page.actions]).toEqual([[], []]);
      expect(restingPage(textsIn(language).home).parts).toEqual([]);
    },
  );
});
