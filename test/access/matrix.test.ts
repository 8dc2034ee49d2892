import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { asksTwiceCard } from '../../src/cases/cards/asks-twice.ts';
import { approvalCard } from '../../src/cases/cards/gift-approval.ts';
import { failedGiftCard } from '../../src/cases/cards/gift-failed.ts';
import { reminderCard } from '../../src/cases/cards/reminder.ts';
import { restrictedCard, withdrawnCard } from '../../src/cases/cards/restricted.ts';
import { escalationCard } from '../../src/cases/cards/escalation.ts';
import { noticeCard } from '../../src/cases/cards/notice.ts';
import { praiseCard } from '../../src/cases/cards/praise.ts';
import { previewCard } from '../../src/cases/cards/preview.ts';
import { triageCard } from '../../src/cases/cards/triage.ts';
import type { Card } from '../../src/chat/card.ts';
import { CONSENT_STEP } from '../../src/cases/praise.ts';
import { cliCommands } from '../../src/cli/index.ts';
import { createFindStanding } from '../../src/commands/desk/standing.ts';
import { commands } from '../../src/commands/index.ts';
import { consentBelow } from '../../src/replies/consent.ts';
import { createNames } from '../../src/web/names.ts';
import type { Rooms } from '../../src/web/page.ts';
import { pages } from '../../src/web/pages/index.ts';
import { visitorOf } from '../../src/web/visitor.ts';
import { aClock, aFile, aGift, aReply } from '../support/factories.ts';
import { read, source } from '../support/documents.ts';
import { chat, EVERYBODY, MESSAGES, HOME, OTHER, PEOPLE, policy, type Who } from './community.ts';
import { BUTTONS, COMMANDS, FORMS, OPERATOR, PAGES, SEES, WHO } from './rows.ts';
import { openStage, type Ask, type Column, type Heard, type Outcome, type Stage } from './stage.ts';

/** A number no case has. */
const NONE = 999;
const WAYS = ['typed', 'button', 'form'] as const;
const COLUMNS = Object.keys(SEES) as Column[];
const names = (rows: object) => Object.keys(rows).toSorted();
/** What a card or form carries, as the rows write it. */
const keysOf = (values: Record<string, string>) => Object.keys(values).toSorted().join(' ');

let stage: Stage;
const forms = new Map<string, Set<string>>();
const cards: Card[] = [];

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

/** What a person is told when they use a command on a case. */
function expected(name: string, who: Who, column: Column): Outcome {
  const { who: allowed } = COMMANDS[name]!;
  if (who === 'foreigner') return 'not yours';
  if (!WHO[allowed].includes(who)) return 'no right';
  if (SEES[column].includes(who)) return 'let in';
  return column === 'said' && who === 'self' ? 'own' : 'unknown';
}

function askOf(name: string, as: Who, from: Ask['from'], number: number): Ask {
  const { about, form } = COMMANDS[name]!;
  // A button carries only its case; one of a command that has none can only be forged, and carries everything.
  const isBare = from === 'button' && name in BUTTONS;
  const values = { ...(about === 'case' && { case: `FB-${number}` }), ...(!isBare && form) };
  return { as, name, from, values };
}

async function ask(what: Ask): Promise<Heard> {
  const heard = await stage.ask(what);
  if (heard.answer?.type === 'form') {
    const { command, values } = heard.answer.form.invoke;
    forms.set(command, (forms.get(command) ?? new Set()).add(keysOf(values)));
  }
  if (heard.answer?.type === 'card') cards.push(heard.answer.card);
  return heard;
}

const CELLS = Object.entries(COMMANDS)
  .filter(([, { about }]) => about === 'case')
  .flatMap(([name]) => EVERYBODY.flatMap((who) => COLUMNS.map((column) => ({ name, who, column }))));

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
      by: { userId: PEOPLE[who], groups: null },
      command: 'show',
      option: 'case',
      typed: '',
    });
    expect(new Set(suggested.map(({ value }) => Number(value.slice(3))))).toEqual(numbers);
  });

  it('to a stranger is nothing', async () => {
    const completion = { command: 'show', option: 'case', typed: '' };
    expect(
      await stage.complete({
        ...completion,
        workspaceId: HOME,
        by: { userId: PEOPLE.foreigner, groups: null },
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
    standingIn: createFindStanding(stage.desk),
    door: new Proxy({} as Rooms['door'], {}),
    downloads: {},
  });

  it.each(['cases', 'case'])('%s shows what its row says, and else what is not there', async (name) => {
    const page = pages.find((each) => each.name === name);
    const { who: allowed } = PAGES[name]!;
    if (page?.allow !== 'departments' || allowed !== 'departments') throw new Error('its row is another one');
    for (const who of EVERYBODY) {
      const person = { workspaceId: HOME, userId: PEOPLE[who] };
      const visitor = await visitorOf(person, rooms());
      const mayOpen = who !== 'foreigner' && WHO[allowed].includes(who);
      expect([who, visitor !== null]).toEqual([who, mayOpen]);
      for (const column of visitor ? COLUMNS : []) {
        const number = stage.numbers[column];
        const answer = await page.handle({
          rooms: rooms(),
          names: createNames(() => chat, stage.desk.now),
          params: { number: String(number) },
          query: { show: 'all' },
          visitor: visitor!,
        });
        const told = JSON.stringify(answer);
        const sees = SEES[column].includes(who);
        if (name === 'case')
          expect([who, column, answer.type]).toEqual([who, column, sees ? 'show' : 'missing']);
        else expect([who, column, told.includes(`FB-${number}`)]).toEqual([who, column, sees]);
      }
    }
  });

  it('are checked here whenever they tell of a case', () => {
    const tell = Object.entries(PAGES).filter(([, { about }]) => about !== 'none');
    expect(tell.map(([name]) => name)).toEqual(['cases', 'case']);
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

// Last, so that it sees what all commands above have answered with.
describe('buttons and forms', () => {
  /** Everything a card can show. */
  function drawn(): Card[] {
    const workspace = policy.workspaces[0]!;
    const writing = stage.desk.compose;
    const files = [
      aFile({
        case: { state: 'open', workspaceId: HOME },
        replies: [aReply({ steps: ['apologise'], language: 'en' })],
        departments: [],
      }),
      aFile({ case: { state: 'open', workspaceId: HOME, handlerId: PEOPLE.handler } }),
      aFile({
        case: { state: 'open', workspaceId: HOME },
        gifts: [aGift({ state: 'proposed' })],
        replies: [aReply({ giftId: 3, purpose: 'gift' })],
      }),
      aFile({ case: { state: 'dismissed', workspaceId: HOME } }),
      aFile({ case: { state: 'open', workspaceId: HOME, kind: 'praise' } }),
      aFile({ case: { state: 'open', workspaceId: HOME, kind: 'refund' } }),
      aFile({ case: { state: 'open', workspaceId: HOME }, clocks: [aClock({ kind: 'community' })] }),
    ];
    return files.flatMap((file) => {
      const view = { file, earlier: [], workspace, policy };
      return [
        triageCard(view, writing),
        escalationCard(view, 'qa', false),
        escalationCard(view, 'qa', true),
        reminderCard(view, 'follow_up', 0, null),
        noticeCard({ type: 'notice', title: 'x', blocks: [] }, view),
        restrictedCard(view),
        withdrawnCard(),
        praiseCard(view),
        previewCard(view, aReply(), writing.parse),
        asksTwiceCard('FB-12', 'Alma', 5, ['a screenshot']),
        approvalCard(view, 3, writing.parse),
        failedGiftCard('FB-12', 'Alma', 'a voucher', aGift()),
      ];
    });
  }

  it('are drawn above by every card there is', () => {
    const made = [...source('src/cases/cards').matchAll(/^export function (\w+Card)\(/gm)].map(
      ([, name]) => name,
    );
    expect(readdirSync('src/cases/cards').length).toBeGreaterThan(5);
    const text = read('test/access/matrix.test.ts');
    for (const name of made) expect(text).toContain(`        ${name}(`);
  });

  it('of cards each have a row, and do what a command does', () => {
    const found = new Map<string, Set<string>>();
    const file = aFile({ case: { workspaceId: HOME } });
    const view = { file, earlier: [], workspace: policy.workspaces[0]!, policy };
    const { actions = [] } = consentBelow(view, aReply({ steps: [CONSENT_STEP] }), stage.desk.compose);
    for (const card of [...drawn(), ...cards, { actions }])
      for (const action of card.actions) {
        if (action.type === 'link') continue;
        const { command, values } = action.invoke;
        found.set(command, (found.get(command) ?? new Set()).add(keysOf(values)));
      }
    const plain = Object.fromEntries([...found].map(([command, keys]) => [command, [...keys].toSorted()]));
    for (const command of names(BUTTONS)) expect([command, command in COMMANDS]).toEqual([command, true]);
    expect(plain).toEqual({ ...BUTTONS, privacy: plain['privacy'] });
    expect(BUTTONS['privacy']).toEqual(expect.arrayContaining(plain['privacy'] ?? []));
  });

  it('of commands each have a row', async () => {
    for (const name of names(BUTTONS)) {
      await ask(askOf('reopen', 'lead', 'typed', stage.numbers.case));
      await ask(askOf(name, 'lead', 'button', stage.numbers.case));
    }
    await ask({ as: 'lead', name: 'new', from: 'typed', values: {} });
    // Only kind words are passed on.
    const praised = { case: `FB-${stage.numbers.case}` };
    await ask({ as: 'lead', name: 'reopen', from: 'typed', values: praised });
    await ask({ as: 'lead', name: 'kind', from: 'typed', values: { ...praised, kind: 'praise' } });
    await ask({ as: 'lead', name: 'praise', from: 'button', values: praised });
    // Only of some kinds something is recommended.
    await ask({ as: 'lead', name: 'kind', from: 'typed', values: { ...praised, kind: 'refund' } });
    await ask({ as: 'lead', name: 'recommend', from: 'button', values: praised });
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

/** What docs/access.md says in words. */
const SITUATIONS: Record<string, [Who, Column][]> = {
  'a moderator, handler, lead, one of management or admin of its community': [
    ['moderator', 'case'],
    ['handler', 'excluded'],
    ['lead', 'excluded'],
    ['management', 'case'],
    ['admin', 'closed'],
  ],
  'one of a department it was brought to': [
    ['department', 'case'],
    ['department', 'closed'],
  ],
  'a lead, one of management or admin, when it is for leads alone': [
    ['lead', 'leads'],
    ['management', 'leads'],
    ['admin', 'leads'],
  ],
  'a moderator, handler, or one of a department, when it is for leads alone': [
    ['moderator', 'leads'],
    ['handler', 'leads'],
    ['self', 'leads'],
    ['department', 'leads'],
  ],
  'one of another department': [['otherDepartment', 'case']],
  'a flagger, a member, or anybody else without a role': [
    ['flagger', 'case'],
    ['member', 'case'],
    ['nobody', 'case'],
  ],
  'somebody of another community, whatever they are there': [['foreigner', 'case']],
  'whoever is kept out of it, were they admin or of its department': [
    ['accused', 'excluded'],
    ['moderator', 'excluded'],
    ['department', 'excluded'],
    ['accused', 'leads'],
  ],
  'whoever said what it is about, were they moderator': [['self', 'said']],
};
