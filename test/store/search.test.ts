import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Standing } from '../../src/cases/access.ts';
import type { Change } from '../../src/cases/change.ts';
import { parseSearch } from '../../src/cases/search/parse-search.ts';
import { NotPossible } from '../../src/errors.ts';
import { createPrivacy } from '../../src/store/privacy.ts';
import { createSearch } from '../../src/store/search.ts';
import type { Search } from '../../src/store/search-port.ts';
import { createStore } from '../../src/store/create-store.ts';
import { noSeal } from '../../src/store/seal.ts';
import type { NewCase, Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, candidate, fresh, message, nothing, START } from './record.ts';

let record: TestRecord;
let store: Store;
let search: Search;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
  search = createSearch(record.pool, { now: () => after(60) });
});
afterAll(() => record.drop());

const by = (change: Partial<Change>) => () => ({ change: { history: [], ...change }, answer: null });

/** Somebody of the staff. */
function staff(workspaceId: string, more: Partial<Standing> = {}): Standing {
  return {
    workspaceId,
    userId: 'quinn',
    roles: new Set(['moderator']),
    departments: new Set(),
    colleagues: 'uncounted',
    fellowLeads: 'uncounted',
    ...more,
  };
}

interface Said extends Partial<NewCase> {
  by?: string;
}

/** A community of its own, with what was said in it. */
async function community() {
  const workspaceId = fresh('slack:T');
  const names = {
    prefix: 'FB',
    kinds: { feedback: 'Feedback', refund: 'Refund' },
    departments: { qa: 'Quality' },
    userId: 'quinn',
  };
  const say = async (text: string, { by: name, ...more }: Said = {}, change: Partial<Change> = {}) => {
    const userId = fresh('member');
    const said = message({ workspaceId, userId, text, messageId: fresh('m') });
    const source = { ...said, author: { ...said.author, name: name ?? said.author.name } };
    const { file } = await store.open(candidate(source, more), by(change));
    return { number: file.case.number, caseId: file.case.caseId, source, userId };
  };
  const page = (typed: string, eyes = staff(workspaceId), limit = 20, from?: string) =>
    search.find(workspaceId, parseSearch(typed, names), {
      eyes,
      limit,
      ...(from !== undefined && { after: from }),
    });
  const find = async (typed: string, eyes?: Standing) =>
    (await page(typed, eyes)).hits.map((hit) => hit.case.number).toSorted((a, b) => a - b);
  return { workspaceId, say, page, find };
}

describe('words', () => {
  it('are found in their other forms, in the language they were said in', async () => {
    const { say, find } = await community();
    const english = await say('The refunds have not arrived, and nobody of you answers', { language: 'en' });
    const danish = await say('Jeg har ikke fået mine bøger endnu, og det er for dårligt', { language: 'da' });
    const french = await say('Les commandes ne sont pas arrivées et je voudrais être remboursée', {
      language: 'fr',
    });
    const portuguese = await say('As minhas reclamações não foram respondidas até agora', { language: 'pt' });
    await say('Alles ist gut', { language: 'de' });

    expect(await find('refund')).toEqual([english.number]);
    expect(await find('answering')).toEqual([english.number]);
    expect(await find('bog')).toEqual([danish.number]);
    expect(await find('bøgerne')).toEqual([danish.number]);
    expect(await find('commande')).toEqual([french.number]);
    expect(await find('rembourser')).toEqual([french.number]);
    expect(await find('reclamação')).toEqual([portuguese.number]);
    expect(await find('the refund')).toEqual([english.number]);
  });

  it('are found with and without accents and capitals', async () => {
    const { say, find } = await community();
    const danish = await say('Smørrebrød på Ærø er det bedste, og det ved alle', { language: 'da' });
    const french = await say('Où est passé mon élève préféré', { language: 'fr' });

    expect(await find('smorrebrod')).toEqual([danish.number]);
    expect(await find('SMØRREBRØD')).toEqual([danish.number]);
    expect(await find('aero')).toEqual([danish.number]);
    expect(await find('eleve')).toEqual([french.number]);
    expect(await find('prefere')).toEqual([french.number]);
  });

  it('are found with a slip of the pen where nothing has them as they were typed', async () => {
    const { say, find } = await community();
    const refund = await say('I am waiting for my refund since Monday', { language: 'en' });
    const delivery = await say('The delivery was late again and the box was open', { language: 'en' });
    const danish = await say('Køen var alt for lang, og jeg fik ingen kvittering', { language: 'da' });

    expect(await find('refnud')).toEqual([refund.number]);
    expect(await find('delivry')).toEqual([delivery.number]);
    expect(await find('kvitering')).toEqual([danish.number]);
    expect(await find('kvitt')).toEqual([danish.number]);
    // As Danes write ø where they have no key for it.
    expect(await find('koeen')).toEqual([danish.number]);
    expect(await find('late delivery monday')).toEqual([]);
  });

  it('do not find what only looks like them', async () => {
    const { say, find } = await community();
    const form = await say('The form does not open', { language: 'en' });
    const from = await say('A greeting from all of us', { language: 'en' });
    await say('The university has new rooms, and the chat is nice', { language: 'en' });

    expect(await find('form')).toEqual([form.number]);
    expect(await find('from us')).toEqual([from.number]);
    expect(await find('cat')).toEqual([]);
    expect(await find('rome')).toEqual([]);
    expect(await find('verse')).toEqual([]);
  });

  it('in quotes stand side by side as written, and a minus leaves out', async () => {
    const { say, find } = await community();
    const late = await say('The export is out of order since Monday', { language: 'en' });
    const other = await say('Out with the old order, in with a new export', { language: 'en' });

    expect(await find('"out of order"')).toEqual([late.number]);
    expect(await find('"order out"')).toEqual([]);
    expect(await find('export order')).toEqual([late.number, other.number]);
    expect(await find('export -monday')).toEqual([other.number]);
    expect(await find('export -"out of order"')).toEqual([other.number]);
    expect(await find('-export')).toEqual([]);
  });
});

describe('filters', () => {
  it('narrow what is found, and find by themselves', async () => {
    const { say, find, workspaceId } = await community();
    const old = await say('The export is broken', {
      kind: 'refund',
      openedAt: after(-60 * 24 * 9),
      severity: 'high',
      by: 'Anna Møller',
    });
    const newer = await say(
      'The export is slow',
      { language: 'da' },
      { set: { handlerId: 'hanna', state: 'closed' } },
    );
    await store.change(
      { workspaceId, number: newer.number },
      by({ notes: [{ authorId: 'hanna', text: 'Looked at it' }] }),
    );
    await store.change({ workspaceId, number: newer.number }, by({ departments: ['qa'] }));

    expect(await find('export kind:refund')).toEqual([old.number]);
    expect(await find('kind:feedback')).toEqual([newer.number]);
    expect(await find('kind:refund,feedback export')).toEqual([old.number, newer.number]);
    expect(await find('older:7d')).toEqual([old.number]);
    expect(await find('newer:1w')).toEqual([newer.number]);
    expect(await find('state:open')).toEqual([old.number]);
    expect(await find('state:closed')).toEqual([newer.number]);
    expect(await find('severity:high export')).toEqual([old.number]);
    expect(await find('from:moller')).toEqual([old.number]);
    expect(await find('from:"anna m"')).toEqual([old.number]);
    expect(await find(`from:<@${old.userId}>`)).toEqual([old.number]);
    expect(await find('handler:none')).toEqual([old.number]);
    expect(await find('handler:<@hanna>')).toEqual([newer.number]);
    expect(await find('dept:quality')).toEqual([newer.number]);
    expect(await find('lang:da')).toEqual([newer.number]);
    expect(await find('in:<#C1> export')).toEqual([old.number, newer.number]);
    expect(await find('has:note')).toEqual([newer.number]);
    expect(await find('has:file')).toEqual([]);
    expect(await find(`FB-${old.number}`)).toEqual([old.number]);
    expect(await find(`fb-${old.number} kind:feedback`)).toEqual([]);
    expect(await find('anna')).toEqual([old.number]);
  });
});

describe('what somebody may see', () => {
  it('is all they find: not by a case, a note or a draft that is not for them, nor by what is left out', async () => {
    const { workspaceId, say, find, page } = await community();
    const open = await say(
      'The zebra export is broken',
      {},
      { departments: ['qa'], notes: [{ authorId: 'h', text: 'A giraffe did it' }] },
    );
    const secret = await say('The zebra was rude', { audience: 'leads' });
    const kept = await say(
      'The zebra shouted',
      {},
      { exclude: [{ userId: 'quinn', reason: 'accused', by: 'lead' }] },
    );
    const draft = {
      markdown: 'An elephant will help',
      authorId: 'h',
      place: { type: 'channel', workspaceId, channelId: 'C1' } as const,
      send: false,
    };
    await store.change({ workspaceId, number: open.number }, by({ replies: [draft] }));
    const lead = staff(workspaceId, { userId: 'lea', roles: new Set(['lead']) });
    const quality = staff(workspaceId, { userId: 'dora', roles: new Set(), departments: new Set(['qa']) });
    const stranger = staff(workspaceId, { userId: 'sam', roles: new Set(), departments: new Set(['ops']) });

    expect(await find('zebra')).toEqual([open.number]);
    expect(await find('zebra', lead)).toEqual([open.number, secret.number, kept.number]);
    expect(await find('zebra', quality)).toEqual([open.number]);
    expect(await find('zebra', stranger)).toEqual([]);
    expect(await find('elephant')).toEqual([open.number]);
    expect(await find('elephant', quality)).toEqual([]);
    expect(await find('zebra -elephant', quality)).toEqual([open.number]);
    expect(await find('zebra -elephant')).toEqual([]);
    expect(await find('from:member', stranger)).toEqual([]);
    // A word that stands in nothing they may see is a slip of the pen like any other.
    await say('The zebro', { audience: 'leads' });
    expect(await find('zebro', quality)).toEqual([open.number]);
    expect((await page('giraffe')).hits[0]).toMatchObject({
      foundIn: 'note',
      excerpt: { text: 'A giraffe did it', marks: [[2, 9]] },
    });
  });

  it('is all that names of handlers and topics are looked up in', async () => {
    const { workspaceId, say, find } = await community();
    const open = await say('The zebra is late', {}, { set: { handlerId: 'hanna' }, departments: ['qa'] });
    const secret = await say('The zebra was rude', { audience: 'leads' });
    const said = message({ workspaceId, userId: 'hanna', text: 'I was there' });
    await store.addMessage(
      { workspaceId, number: secret.number },
      { role: 'member', snapshot: { ...said, author: { ...said.author, name: 'Hannibal' } } },
      nothing,
    );
    await record.pool.query(
      `with topic as (insert into hearback.topic (title, made_at) values ('Zebras of the embassy', now()) returning topic_id)
       insert into hearback.topic_case (case_id, terms, language, topic_id) select $1, '{}', 'en', topic_id from topic`,
      [open.caseId],
    );
    const lead = staff(workspaceId, { userId: 'lea', roles: new Set(['lead']) });
    const quality = staff(workspaceId, { userId: 'dora', roles: new Set(), departments: new Set(['qa']) });

    expect(await find('handler:hannibal', lead)).toEqual([open.number]);
    expect(await find('handler:hannibal')).toEqual([]);
    expect(await find('topic:embassy')).toEqual([open.number]);
    // Departments see topics once they were brought to them.
    expect(await find('topic:embassy', quality)).toEqual([]);
    await record.pool.query('update hearback.topic set raised_at = now()');
    expect(await find('topic:embassy', quality)).toEqual([open.number]);
  });

  it('is found with a slip of the pen however many words of others look like it', async () => {
    const [one, other] = [await community(), await community()];
    const here = await one.say('The zwezble is mine');
    await other.say('a b c d f g h i j k'.replaceAll(/\w/g, 'zwe$&ble'));

    expect(await one.find('zwexble')).toEqual([here.number]);
  });

  it('stays within one community', async () => {
    const [one, other] = [await community(), await community()];
    const here = await one.say('A flamingo was here');
    await other.say('A flamingo was there');

    expect(await one.find('flamingo')).toEqual([here.number]);
    expect((await one.page('flamingo', staff(other.workspaceId))).hits).toEqual([]);
  });
});

describe('pages', () => {
  it('are full until the last one, whatever is left out, and show each case once', async () => {
    const { workspaceId, say, page } = await community();
    const numbers: number[] = [];
    for (let nth = 0; nth < 12; nth += 1) {
      const made = await say(`A walrus, number ${nth}`, nth % 3 === 1 ? { audience: 'leads' } : {});
      await store.change(
        { workspaceId, number: made.number },
        by({ notes: [{ authorId: 'h', text: 'Walrus again' }] }),
      );
      if (nth % 3 !== 1) numbers.push(made.number);
    }
    for (const typed of ['walrus', 'walrsu', 'state:open']) {
      const first = await page(typed, staff(workspaceId), 5);
      const second = await page(typed, staff(workspaceId), 5, first.next ?? '');

      expect(first.hits).toHaveLength(5);
      expect(second).toMatchObject({ next: null });
      expect([...first.hits, ...second.hits].map((hit) => hit.case.number).toSorted((a, b) => a - b)).toEqual(
        numbers,
      );
    }
    expect((await page('walrus', staff(workspaceId), 5, 'nonsense')).hits).toHaveLength(5);
  });
});

describe('the index', () => {
  it('follows what is edited, and lets go of what is deleted', async () => {
    const { workspaceId, say, find, page } = await community();
    const made = await say('It began');
    const key = { workspaceId, number: made.number };
    const said = message({ workspaceId, text: 'The pelican is hungry' });
    await store.addMessage(key, { role: 'member', snapshot: said }, nothing);

    expect((await page('pelican')).hits).toMatchObject([
      {
        foundIn: 'message',
        permalink: said.permalink,
        excerpt: { text: 'The pelican is hungry', marks: [[4, 11]] },
      },
    ]);
    await store.addVersion(said.ref, { text: 'The ostrich is hungry', at: after(1) });
    expect(await find('ostrich')).toEqual([made.number]);
    expect(await find('pelican')).toEqual([]);
    await store.addVersion(said.ref, { text: null, at: after(2) });
    expect(await find('ostrich')).toEqual([]);
    // What the case is about is shown in every list, also when it was deleted where it was said.
    await store.addVersion(made.source.ref, { text: 'It began with a heron', at: after(1) });
    await store.addVersion(made.source.ref, { text: null, at: after(2) });
    expect(await find('heron')).toEqual([made.number]);
  });

  it('has nothing of somebody who was erased', async () => {
    const { workspaceId, say, find } = await community();
    const made = await say(
      'My name is Quetzalcoatl and I live in Xochimilco',
      { by: 'Quetzalcoatl' },
      { notes: [{ authorId: 'h', text: 'Called Xochimilco' }] },
    );
    expect(await find('quetzalcoatl xochimilco')).toEqual([made.number]);

    const privacy = createPrivacy(record.pool, { now: () => START, seal: noSeal });
    await privacy.erase({ workspaceId, userId: made.userId }, { askedBy: 'operator', actorId: null });

    expect(await find('xochimilco')).toEqual([]);
    expect(await privacy.findLeft('quetzalcoatl')).toEqual([]);
    expect(await privacy.findLeft('xochimilco')).toEqual([]);
  });

  it('is made of what was there before, step by step, and of nothing twice', async () => {
    const { say, find } = await community();
    const made = [await say('An armadillo'), await say('Another armadillo')];
    await record.pool.query(`delete from hearback.search_entry;
      update hearback.search_state set backlog = (select max(case_id) from hearback.cases)`);
    expect(await find('armadillo')).toEqual([]);

    for (let steps = 0; (await search.keepUp()) && steps < 50; steps += 1);
    expect(await find('armadillo')).toEqual(made.map(({ number }) => number));
    expect(await find('armadilo')).toEqual(made.map(({ number }) => number));
    expect(await search.keepUp()).toBe(false);
  });

  it('has a message as it stands, also where it was edited while a second case took it up', async () => {
    const { workspaceId, say, find } = await community();
    const [one, other] = [await say('It began'), await say('It began again')];
    const said = message({ workspaceId, text: 'The pelican is hungry' });
    await store.addMessage({ workspaceId, number: one.number }, { role: 'member', snapshot: said }, nothing);
    while (await search.keepUp());
    const [editing, linking] = [await record.pool.connect(), await record.pool.connect()];
    try {
      const its = `select message_row_id from hearback.message where message_id = '${said.ref.messageId}'`;
      await editing.query(`begin; ${its} for no key update`);
      await linking.query(
        `begin; insert into hearback.case_message select ${other.caseId}, (${its}), 'member'`,
      );
      await editing.query(
        `insert into hearback.message_version (message_row_id, version, text, at) values ((${its}), 2, 'The ostrich is hungry', now())`,
      );
      await linking.query('commit');
      // Waits for nobody.
      await search.keepUp();
      await editing.query('commit');
    } finally {
      editing.release();
      linking.release();
    }
    await search.keepUp();

    expect(await find('ostrich')).toEqual([one.number, other.number]);
    expect(await find('pelican')).toEqual([]);
  });

  it('is not waited for without end', async () => {
    const { find } = await community();
    const impatient = createSearch(record.connect(), { now: () => START, withinMs: 50 });
    const holding = await record.pool.connect();
    try {
      await holding.query('begin; lock table hearback.search_entry in access exclusive mode');
      const asking = impatient.find(
        'slack:T',
        { terms: [], from: [{ name: 'x' }] },
        { eyes: staff('slack:T'), limit: 5 },
      );
      await expect(asking).rejects.toMatchObject({ code: '57014' });
    } finally {
      await holding.query('rollback');
      holding.release();
    }
    expect(await find('walrus')).toEqual([]);
  });

  it('takes whatever somebody writes', async () => {
    const { say, find } = await community();
    for (const text of [
      '%',
      `\\ ' '' ":*A & | ! <-> @@ ${'x'.repeat(4_000)}`,
      '\u0000 \ud800',
      '＇＂＼',
      '🚩🚩',
      'é'.repeat(9_000),
    ])
      await say(text).then(async ({ number }) => expect(await find(`FB-${number}`)).toEqual([number]));
    const made = await say('word '.repeat(30_000));
    const hostile = fc.array(
      fc.oneof(
        fc.constantFrom(
          ...`' " \\ % - & ! <-> :* @@ ) '::tsquery $1 ＇ name@ en@ from: topic: \u0000 \ud800`.split(' '),
        ),
        fc.string({ unit: 'binary', maxLength: 5 }),
      ),
      { minLength: 1, maxLength: 8 },
    );
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(hostile, async (parts) => {
        await find(`a${parts.join(' ')}`).then(
          () => (asked += 1),
          (error: unknown) => expect(error).toBeInstanceOf(NotPossible),
        );
      }),
      { numRuns: 40 },
    );
    // Most of it reaches the database.
    expect(asked).toBeGreaterThan(10);

    expect(await find('word')).toEqual([made.number]);
  });
});
