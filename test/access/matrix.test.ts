import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Card } from '../../src/chat/card.ts';
import { CONSENT_STEP } from '../../src/cases/consent.ts';
import { cliCommands } from '../../src/cli/index.ts';
import { createFindStanding } from '../../src/commands/desk/standing.ts';
import { commands } from '../../src/commands/index.ts';
import { closingBelow } from '../../src/replies/closing.ts';
import { consentBelow } from '../../src/replies/consent.ts';
import { createCaseLists } from '../../src/store/case-parts.ts';
import { createFigures } from '../../src/store/figures.ts';
import { textsIn } from '../../src/texts/index.ts';
import { createChannelNames } from '../../src/web/channel-names.ts';
import { createNames } from '../../src/web/names.ts';
import { mayOpen, type Rooms } from '../../src/web/page.ts';
import { pages } from '../../src/web/pages/index.ts';
import { visitorOf } from '../../src/web/visitor.ts';
import { aCloseRequest, aFile, aReply } from '../support/factories.ts';
import { actionsOf } from '../support/pressing.ts';
import { read, source } from '../support/documents.ts';
import { chat, EVERYBODY, MESSAGES, HOME, OTHER, PEOPLE, policy, type Who } from './community.ts';
import { drawn } from './drawn.ts';
import { BUTTONS, COMMANDS, FORMS, OPERATOR, PAGES, SEES, WHO } from './rows.ts';
import { openStage, type Ask, type Column, type Heard, type Stage } from './stage.ts';
import { askOf, CELLS, COLUMNS, expected, SITUATIONS, WAYS } from './whom.ts';

/** A number no case has. */
const NONE = 999;
const names = (rows: object) => Object.keys(rows).toSorted();
/** What a card or form carries, as the rows write it. */
const keysOf = (values: Record<string, string>) => Object.keys(values).toSorted().join(' ');

let stage: Stage;
const forms = new Map<string, Set<string>>();
const cards: Card[] = [];
const below: Pick<Card, 'actions'>[] = [];

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

async function ask(what: Ask): Promise<Heard> {
  const heard = await stage.ask(what);
  if (heard.answer?.type === 'form') {
    const { command, values } = heard.answer.form.invoke;
    forms.set(command, (forms.get(command) ?? new Set()).add(keysOf(values)));
  }
  if (heard.answer?.type === 'card') cards.push(heard.answer.card);
  if (heard.answer?.type === 'say') below.push({ actions: heard.answer.actions ?? [] });
  return heard;
}

describe('nothing can be used without a row', () => {
  it.each([
    ['command', () => commands.map(({ name }) => name), COMMANDS],
    ['page', () => pages.map(({ name }) => name), PAGES],
  ])('each %s has one', (_what, listed, rows) => {
    expect(names(rows)).toEqual(listed().toSorted());
  });

  it('each command of the operator has one', () => {
    expect(cliCommands.map(({ name }) => name).toSorted()).toEqual([...OPERATOR].toSorted());
  });
});

describe('what is refused', () => {
  it.each(names(COMMANDS))('/feedback %s changes nothing and tells nothing', async (name) => {
    const before = await stage.dump();
    // Asked once for each person and way: it is the same whatever column it is compared with.
    const nones = new Map<string, Heard>();
    for (const { who, column } of CELLS.filter((cell) => cell.name === name)) {
      const wanted = expected(name, who, column);
      if (wanted === 'let in') continue;
      for (const from of WAYS) {
        const number = stage.numbers[column];
        const heard = await ask(askOf(name, who, from, number));
        const where = `${name}, ${from}, by ${who}, on ${column}`;
        expect([where, heard.outcome]).toEqual([where, wanted]);
        // A case that is not for them sounds like one that is not there.
        const none = nones.get(`${who} ${from}`) ?? (await ask(askOf(name, who, from, NONE)));
        nones.set(`${who} ${from}`, none);
        if (wanted !== 'own') expect(heard.words.replaceAll(`FB-${number}`, `FB-${NONE}`)).toBe(none.words);
        expect(heard.words).not.toContain('SECRET');
      }
    }
    for (const who of COMMANDS[name]!.about === 'case' ? [] : EVERYBODY) {
      if (who !== 'foreigner' && WHO[COMMANDS[name]!.who].includes(who)) continue;
      const { outcome } = await ask(askOf(name, who, 'typed', NONE));
      expect([who, outcome]).toEqual([who, who === 'foreigner' ? 'not yours' : 'no right']);
    }
    expect(await stage.dump()).toEqual(before);
  });

  it('is so in a community that a button or form names, were it theirs once', async () => {
    const before = await stage.dump();
    for (const name of names(COMMANDS)) {
      // The admin has left the other community and is still written down there; a third one does not exist.
      const what = askOf(name, 'admin', 'button', stage.numbers.elsewhere);
      const [left, nowhere] = await Promise.all(
        [OTHER, 'slack:T0NOWHERE'].map((home) => ask({ ...what, values: { ...what.values, in: home } })),
      );
      expect([name, left!.outcome, nowhere]).toEqual([name, 'not yours', left]);
      // Somebody of the other community names this one.
      const foreign = askOf(name, 'foreigner', 'form', stage.numbers.case);
      const here = await ask({ ...foreign, workspaceId: OTHER, values: { ...foreign.values, in: HOME } });
      expect([name, here]).toEqual([name, left]);
    }
    expect(await stage.dump()).toEqual(before);
  });
});

describe('what is listed and suggested', () => {
  const listed = (words: string) =>
    new Set([...words.matchAll(/FB-(\d+)/g)].map(([, number]) => Number(number)));

  it.each(EVERYBODY.filter((who) => who !== 'foreigner'))('to %s are the cases they see', async (who) => {
    const mayList = WHO.departments.includes(who);
    const seen = COLUMNS.filter((column) => mayList && SEES[column].includes(who));
    const numbers = new Set(seen.map((column) => stage.numbers[column]));
    const { words } = await ask({ as: who, name: 'list', from: 'typed', values: { state: 'all' } });
    expect(listed(words)).toEqual(numbers);

    const suggested = await stage.complete({
      workspaceId: HOME,
      by: { userId: PEOPLE[who], groups: null, locale: null },
      command: 'show',
      option: 'case',
      typed: '',
    });
    const mayRead = WHO.readers.includes(who);
    const theirs = COLUMNS.filter((column) => mayRead && SEES[column].includes(who));
    expect(new Set(suggested.map(({ value }) => Number(value.slice(3))))).toEqual(
      new Set(theirs.map((column) => stage.numbers[column])),
    );
  });

  it('to a stranger is nothing', async () => {
    const completion = { command: 'show', option: 'case', typed: '' };
    expect(
      await stage.complete({
        ...completion,
        workspaceId: HOME,
        by: { userId: PEOPLE.foreigner, groups: null, locale: null },
      }),
    ).toEqual([]);
  });

  it('counts no earlier case of the member that its reader may not know of', async () => {
    const earlier = async (as: Who) => {
      const { words } = await ask({
        as,
        name: 'show',
        from: 'typed',
        values: { case: `FB-${stage.numbers.closed}` },
      });
      return /\((\d) earlier case/.exec(words)?.[1];
    };
    expect([await earlier('lead'), await earlier('accused'), await earlier('moderator')]).toEqual([
      '3',
      '1',
      '1',
    ]);
  });
});

describe('pages', () => {
  const rooms = (): Rooms => ({
    ...stage.desk,
    pages: stage.pages,
    lists: createCaseLists(stage.record.pool),
    figures: createFigures(stage.record.pool),
    drawCharts: async () => [],
    standingIn: createFindStanding(stage.desk),
    door: new Proxy({} as Rooms['door'], {}),
    downloads: {},
  });
  const texts = textsIn('en');

  /** What somebody gets of a page; null when they get no page at all. */
  async function shown(
    name: string,
    who: Who,
    params: Record<string, string>,
    query: Record<string, string>,
  ) {
    const page = pages.find((each) => each.name === name);
    const { who: allowed } = PAGES[name]!;
    if (!page || page.allow === 'link' || page.allow === 'session' || page.allow !== allowed)
      throw new Error('its row is another one');
    const visitor = await visitorOf({ workspaceId: HOME, userId: PEOPLE[who] }, rooms(), []);
    const isLetIn = visitor !== null && mayOpen(page.allow, visitor.standing);
    expect([who, isLetIn]).toEqual([who, who !== 'foreigner' && WHO[allowed].includes(who)]);
    if (!isLetIn) return null;
    const answer = await page.handle({
      rooms: rooms(),
      names: createNames(() => chat, stage.desk.now),
      channels: createChannelNames(() => chat, stage.desk.now),
      params,
      query,
      texts,
      languages: [],
      known: null,
      visitor,
    });
    return { type: answer.type, told: JSON.stringify(answer) };
  }

  it.each(['cases', 'search', 'case', 'file'])(
    '%s shows what its row says, and else what is not there',
    async (name) => {
      for (const who of EVERYBODY) {
        for (const column of COLUMNS) {
          const number = stage.numbers[column];
          const query = name === 'cases' ? { state: 'all' } : name === 'search' ? { q: `FB-${number}` } : {};
          const got = await shown(name, who, { number: String(number), file: '1' }, query);
          if (!got) break;
          const sees = SEES[column].includes(who);
          const isThere = got.told.includes(`"name":"FB-${number}"`);
          if (name === 'file') expect(got.type).toBe('missing');
          else expect([who, column, isThere]).toEqual([who, column, sees]);
          if (name === 'case')
            expect([who, column, got.type]).toEqual([who, column, sees ? 'show' : 'missing']);
        }
      }
    },
  );

  it.each(['barometer', 'topics', 'promises', 'gifts', 'playbooks'])(
    '%s names no case that is not to be seen',
    async (name) => {
      for (const who of EVERYBODY) {
        const got = await shown(name, who, {}, {});
        const hidden = COLUMNS.filter((column) => !SEES[column].includes(who));
        for (const column of got ? hidden : [])
          expect([who, got?.told]).toEqual([
            who,
            expect.not.stringContaining(`FB-${stage.numbers[column]}"`),
          ]);
      }
    },
  );

  it('are checked here whenever they tell of a case', () => {
    const telling = Object.entries(PAGES).filter(([, { about }]) => about !== 'none');
    expect(telling.map(([name]) => name)).toEqual([
      'cases',
      'case',
      'file',
      'search',
      'barometer',
      'topics',
      'promises',
      'gifts',
      'playbooks',
    ]);
  });

  it('count in their figures what somebody sees, and nothing besides', async () => {
    for (const who of EVERYBODY) {
      const list = await shown('cases', who, {}, { state: 'all' });
      const figures = await shown('barometer', who, {}, { days: '365' });
      const seen = new Set(list?.told.match(/"name":"FB-\d+"/g)).size;
      const counted = /"label":"New cases","value":"(\d+)"/.exec(figures?.told ?? '')?.[1];
      expect([who, counted]).toEqual([who, list ? String(seen) : undefined]);
    }
  });
});

describe('who is let in', () => {
  it.each(names(COMMANDS))('/feedback %s is for whom its row says', async (name) => {
    const { about, who: allowed } = COMMANDS[name]!;
    if (about !== 'case') {
      for (const who of WHO[allowed])
        for (const from of WAYS)
          expect([who, from, (await ask(askOf(name, who, from, NONE))).outcome]).toEqual([
            who,
            from,
            'let in',
          ]);
      return;
    }
    for (const { who, column } of CELLS.filter((cell) => cell.name === name)) {
      if (expected(name, who, column) !== 'let in') continue;
      for (const from of WAYS) {
        const { outcome } = await ask(askOf(name, who, from, stage.numbers[column]));
        expect([who, column, from, outcome]).toEqual([who, column, from, 'let in']);
      }
    }
  });
});

describe('a button that changes a case', () => {
  const form = { text: 'The parcel came twice', from: 'Mrs Olsen', origin: 'phone' };

  /** Pressed on a case of its own: on its card, on one that only they see, or in a direct message. */
  async function press(name: string, where: 'channel' | 'shown' | 'direct'): Promise<string> {
    const opened = await ask({ as: 'lead', name: 'new', from: 'typed', values: form });
    const number = Number(/FB-(\d+)/.exec(opened.words)?.[1]);
    if (name === 'reopen') await ask(askOf('dismiss', 'lead', 'typed', number));
    const { answer } = await ask(askOf('show', 'lead', 'typed', number));
    const shown = answer?.type === 'card' ? actionsOf(answer.card) : [];
    const action = shown.find((each) => each.type !== 'link' && each.invoke.command === name);
    const more =
      where === 'direct'
        ? { in: HOME }
        : where === 'shown' && action?.type !== 'link'
          ? action?.invoke.values
          : {};
    const { values } = askOf(name, 'lead', 'typed', number);
    const heard = await ask({ as: 'lead', name, from: 'button', values: { ...values, ...more } });
    return heard.answer?.type === 'silent' ? 'nothing' : heard.words.replace(`FB-${number}`, 'FB-12');
  }

  it.each(['reopen', 'claim', 'route', 'severity'])(
    'says what came of %s where no card does',
    async (name) => {
      expect(await press(name, 'direct')).toContain('FB-12 is ');
      expect(await press(name, 'shown')).toContain('FB-12 is ');
      expect(await press(name, 'channel')).toBe('nothing');
    },
  );
});

// Last, so that it sees what all commands above have answered with.
describe('buttons and forms', () => {
  it('are drawn for this by every card there is', () => {
    const made = [...source('src/cases/cards').matchAll(/^export function (\w+Card)\(/gm)].map(
      ([, name]) => name,
    );
    expect(readdirSync('src/cases/cards').length).toBeGreaterThan(5);
    const text = read('test/access/drawn.ts');
    for (const name of made) expect(text).toContain(`      ${name}(`);
  });

  it('of cards each have a row, and do what a command does', async () => {
    const found = new Map<string, Set<string>>();
    // Whoever writes a time by the clock is asked for their time zone, while nobody knows it.
    await ask({ as: 'moderator', name: 'timezone', from: 'typed', values: { zone: 'reset' } });
    await ask({ as: 'moderator', name: 'to-do', from: 'typed', values: { at: '8:30' } });
    const file = aFile({ case: { workspaceId: HOME } });
    const view = { file, earlier: [], workspace: policy.workspaces[0]!, policy };
    const { actions = [] } = consentBelow(view, aReply({ steps: [CONSENT_STEP] }), stage.desk.compose);
    const stages = [{}, { answer: 'solved' }, { answer: 'solved', rating: 4 }] as const;
    const closing = stages.map((said) => {
      const asked = { ...view, file: { ...file, closeRequests: [aCloseRequest(said)] } };
      return { actions: closingBelow(asked, aReply(), stage.desk.compose).actions ?? [] };
    });
    for (const card of [...drawn(stage.desk.compose), ...cards, ...below, ...closing, { actions }])
      for (const action of actionsOf(card)) {
        if (action.type === 'link') continue;
        const { command, values } = action.invoke;
        found.set(command, (found.get(command) ?? new Set()).add(keysOf(values)));
      }
    const plain = Object.fromEntries([...found].map(([command, keys]) => [command, [...keys].toSorted()]));
    for (const command of names(BUTTONS)) expect([command, command in COMMANDS]).toEqual([command, true]);
    expect(plain).toEqual({ ...BUTTONS, privacy: plain['privacy'] });
    expect(BUTTONS['privacy']).toEqual(expect.arrayContaining(plain['privacy'] ?? []));
  });

  /** A member who is asked whether their case is solved, until they have rated it. */
  async function closingForms(values: { case: string }) {
    await ask({ as: 'lead', name: 'resolve', from: 'typed', values });
    const file = await stage.store.read({ workspaceId: HOME, number: stage.numbers.case });
    const asked = { ...values, reply: String(file!.closeRequests.at(-1)!.replyId) };
    const press = (name: string, more: Record<string, string> = {}) =>
      ask({ as: 'member', name, from: 'button', values: { ...asked, ...more } });
    await press('solved', { say: 'no' });
    await press('solved', { say: 'yes' });
    await press('rate', { rating: '4' });
    await press('comment');
  }

  it('of commands each have a row', async () => {
    for (const name of names(BUTTONS)) {
      await ask(askOf('reopen', 'lead', 'typed', stage.numbers.case));
      await ask(askOf(name, 'lead', 'button', stage.numbers.case));
    }
    await ask({ as: 'lead', name: 'new', from: 'typed', values: {} });
    await ask({ as: 'lead', name: 'away', from: 'typed', values: {} });
    await ask({ as: 'lead', name: 'meeting', from: 'button', values: { do: 'add' } });
    const asked = { case: `FB-${stage.numbers.case}`, do: 'ask', department: 'qa' };
    await ask({ as: 'department', name: 'department', from: 'button', values: asked });
    await ask({ as: 'lead', name: 'timezone', from: 'button', values: { in: HOME, zone: 'another' } });
    // Only kind words are passed on.
    const praised = { case: `FB-${stage.numbers.case}` };
    await ask({ as: 'lead', name: 'reopen', from: 'typed', values: praised });
    await ask({ as: 'lead', name: 'kind', from: 'typed', values: { ...praised, kind: 'praise' } });
    await ask({ as: 'lead', name: 'praise', from: 'button', values: praised });
    // Only of some kinds something is recommended.
    await ask({ as: 'lead', name: 'kind', from: 'typed', values: { ...praised, kind: 'refund' } });
    await ask({ as: 'lead', name: 'recommend', from: 'button', values: praised });
    await closingForms(praised);
    await ask({ as: 'member', name: 'privacy', from: 'button', values: { do: 'erase' } });
    await ask({ as: 'flagger', name: 'flag', from: 'menu', values: {}, target: Object.values(MESSAGES)[0]! });
    for (const [command, found] of forms)
      expect([command, [...found].filter((keys) => !FORMS[command]?.includes(keys))]).toEqual([command, []]);
    expect(names(FORMS)).toEqual([...forms.keys()].toSorted());
  });
});

describe('docs/access.md', () => {
  const text = read('docs/access.md');

  it('says of every command, page and command of the operator who may use it, as the rows do', () => {
    const rowsOf = (heading: string) =>
      [
        ...(text.split(`### ${heading}\n`)[1] ?? '')
          .split('\n#')[0]!
          .matchAll(/^\| `([^`]+)` \| ([^|]+?) \| ([^|]+?) \|$/gm),
      ].map(([, name, who, about]) => [name, who, about]);
    const table = (rows: Record<string, { who: string; about: string }>) =>
      Object.entries(rows).map(([name, { who, about }]) => [name, who, about]);

    expect(rowsOf('Commands and buttons')).toEqual(table(COMMANDS));
    expect(rowsOf('Pages')).toEqual(table(PAGES));
    for (const name of OPERATOR) expect(text).toContain(`\`hearback ${name}\``);
  });

  it('says who sees which case, as the rows do', () => {
    const table = text.split('## Who sees which case')[1]!.split('\n## ')[0]!;
    const rows = [...table.matchAll(/^\| ([^|]+) \| (yes|no) \|$/gm)].map(([, who, sees]) => [who, sees]);
    const sees = (pairs: [Who, Column][]) =>
      pairs.map(([who, column]) => (SEES[column].includes(who) ? 'yes' : 'no'));
    expect(rows).toEqual(
      Object.entries(SITUATIONS).map(([title, pairs]) => [title, [...new Set(sees(pairs))].join(' and ')]),
    );
  });
});
