import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Change } from '../../src/cases/change.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createIdentities } from '../../src/store/identities.ts';
import { toTell } from '../../src/cases/topics/to-tell.ts';
import { membersOf } from '../../src/cases/topics/topic.ts';
import { createTopics } from '../../src/store/topics.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, candidate, fresh, jobs, message, START } from './record.ts';

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

const store = () => createStore(record.pool, { now: () => START });
const topics = () => createTopics(record.pool, { now: () => START });
const acting = (workspaceId: string) => ({ workspaceId, userId: 'mia', interaction: fresh('click') });

/** A case, compared with all before it, as the handler does it. */
async function said(
  workspaceId: string,
  text: string,
  {
    userId = fresh('member'),
    language = 'en',
    audience = 'staff',
    kind = 'feedback',
  }: { userId?: string; language?: string; audience?: 'staff' | 'leads'; kind?: string } = {},
  workspaces = [workspaceId],
) {
  const source = message({ workspaceId, userId, text });
  const { file } = await store().open(candidate(source, { language, audience, kind }), () => ({
    change: null,
    answer: null,
  }));
  const key = { workspaceId, caseId: file.case.caseId };
  const like = await topics().find(key.caseId, () => ({
    workspaces,
    without: ['praise'],
    since: after(-60),
  }));
  if (like)
    await change(key, { history: [], topic: { op: 'join', to: like.found, by: null, near: like.near } });
  return key;
}

async function change(key: { workspaceId: string; caseId: number }, wanted: Change) {
  return store().change(key, () => ({ change: wanted, answer: null }));
}

/** As many more cases in the community of this one as a large one has, about which nothing is known. */
async function amongMany({ caseId }: { caseId: number }) {
  await record.pool.query(
    `insert into hearback.cases select (jsonb_populate_record(c, jsonb_build_object('case_id', 700000 + 1000 * c.case_id + n,
       'number', 700000 + n, 'source_message', 'many' || n, 'member_id', 'many' || n))).* from hearback.cases c, generate_series(1, 160) n
     where case_id = $1`,
    [caseId],
  );
}

const mentioned = async (caseId: number) =>
  (await topics().ofCase(caseId))?.mentions.map((each) => each.caseId).toSorted((a, b) => a - b) ?? null;

describe('cases about the same thing', () => {
  it('are found by their words, in another language and another community too', async () => {
    const [slack, discord] = [fresh('slack:T'), fresh('discord:')];
    const both = [slack, discord];
    const first = await said(slack, 'The login code never reaches my phone by sms', {}, both);
    const other = await said(slack, 'I love the new colour of the buttons', {}, both);
    const second = await said(discord, 'Koden til login kommer aldrig på sms', { language: 'da' }, both);
    expect(await mentioned(first.caseId)).toEqual([first.caseId, second.caseId]);
    expect(await mentioned(other.caseId)).toBeNull();
  });

  it('are not the same for another trouble with the same thing', async () => {
    const here = fresh('slack:T');
    const crash = await said(here, 'The app crashes as soon as I upload a photo');
    await said(here, 'Photos I upload come out blurry');
    expect(await mentioned(crash.caseId)).toBeNull();
  });

  it('are looked at again when a topic has grown: what was not alike enough to one is to both', async () => {
    const here = fresh('slack:T');
    const [course, alone, again] = [
      'Finished the course a month ago and still no certificate',
      'Não consigo baixar o certificado do curso',
      'Terminei o curso há um mês e o certificado não chegou',
    ];
    const first = await said(here, course);
    await amongMany(first);
    const near = await said(here, alone, { language: 'pt' });
    const far = await said(here, 'The room of the course is cold and dirty');
    expect(await mentioned(near.caseId)).toBeNull();
    await record.pool.query(`update hearback.outbox set done_at = now() where kind = 'link-topic'`);
    const third = await said(here, again, { language: 'pt' });
    expect(await mentioned(first.caseId)).toEqual([first.caseId, third.caseId]);
    const waiting = (await jobs(record.pool, 'link-topic')).flatMap(({ data, isDone }) =>
      isDone ? [] : [data['caseId']],
    );
    expect(waiting).toContain(near.caseId);
    expect(waiting).not.toContain(far.caseId);
    const { topicId } = (await topics().ofCase(first.caseId))!;
    const scope = { workspaces: [here], without: [], since: after(-60) };
    expect((await topics().find(near.caseId, () => scope))?.found).toEqual({ topicId });
    // Once people have said no, it is not asked again.
    await change(near, { history: [], topic: { op: 'join', to: { topicId }, by: null } });
    await change(near, { history: [], topic: { op: 'leave', by: 'mia' } });
    expect(await topics().find(near.caseId, () => scope)).toBeNull();
  });

  it('have to be more alike among many cases than among few', async () => {
    const [few, many] = [fresh('slack:T'), fresh('slack:T')];
    const words = [
      'Still no certificate after the course',
      'Não consigo baixar o certificado do curso',
    ] as const;
    const here = await said(few, words[0]);
    const same = await said(few, words[1], { language: 'pt' });
    expect(await mentioned(here.caseId)).toEqual([here.caseId, same.caseId]);
    const there = await said(many, words[0]);
    await amongMany(there);
    await said(many, words[1], { language: 'pt' });
    expect(await mentioned(there.caseId)).toBeNull();
  });

  it('stay apart where communities are not compared, and praise is compared with nothing', async () => {
    const [here, there] = [fresh('slack:T'), fresh('discord:')];
    const first = await said(here, 'The invoice is missing in my account');
    await said(there, 'The invoice is missing in my account', {}, [there]);
    await said(here, 'The invoice is missing in my account', { kind: 'praise' });
    expect(await mentioned(first.caseId)).toBeNull();
  });

  it('leave out what only few may see, also once it becomes that', async () => {
    const here = fresh('slack:T');
    const words = 'The parcel arrived damaged and the box was crushed';
    const first = await said(here, words);
    const second = await said(here, words);
    const hidden = await said(here, words, { audience: 'leads' });
    expect(await mentioned(first.caseId)).toEqual([first.caseId, second.caseId]);
    expect(await mentioned(hidden.caseId)).toBeNull();
    const before = (await jobs(record.pool, 'follow-topic')).length;
    await record.pool.query(`update hearback.outbox set done_at = now() where kind = 'follow-topic'`);
    await change(second, {
      history: [],
      exclude: [{ userId: 'bo', reason: 'accused', by: null }],
    });
    expect(await mentioned(first.caseId)).toEqual([first.caseId]);
    expect((await jobs(record.pool, 'follow-topic')).length).toBe(before + 1);
  });
});

describe('what people say of links', () => {
  it('a wrong one is remembered: neither it nor another with those is proposed again', async () => {
    const here = fresh('slack:T');
    const words = 'Search finds nothing even with the exact title';
    const [first, second, third] = [
      await said(here, words),
      await said(here, words),
      await said(here, words),
    ];
    await change(third, { history: [], topic: { op: 'leave', by: 'mia' } });
    expect(await mentioned(first.caseId)).toEqual([first.caseId, second.caseId]);
    const again = await topics().find(third.caseId, () => ({
      workspaces: [here],
      without: [],
      since: after(-60),
    }));
    expect(again).toBeNull();
    const topicId = (await topics().ofCase(first.caseId))!.topicId;
    await change(third, { history: [], topic: { op: 'join', to: { topicId }, by: null } });
    expect(await mentioned(third.caseId)).toBeNull();
    await change(third, { history: [], topic: { op: 'join', to: { topicId }, by: 'mia' } });
    expect(await mentioned(third.caseId)).toEqual([first.caseId, second.caseId, third.caseId]);
  });

  it('a topic of two is gone when one of them leaves', async () => {
    const here = fresh('slack:T');
    const words = 'The export is broken since the update';
    const [first, second] = [await said(here, words), await said(here, words)];
    await change(first, { history: [], topic: { op: 'leave', by: 'mia' } });
    expect(await mentioned(second.caseId)).toBeNull();
  });

  it('two topics become one, under the name that people gave', async () => {
    const here = fresh('slack:T');
    const [one, two] = ['The gym showers are cold', 'The train is late every morning'];
    const first = [await said(here, one), await said(here, one)];
    const second = [await said(here, two), await said(here, two)];
    const [from, into] = [await topics().ofCase(first[0]!.caseId), await topics().ofCase(second[0]!.caseId)];
    await topics().rename(from!.topicId, 'Bad mornings', acting(here));
    await topics().merge(from!.topicId, into!.topicId, acting(here));
    const merged = await topics().ofCase(first[0]!.caseId);
    expect(merged).toMatchObject({ topicId: into!.topicId, title: 'Bad mornings' });
    expect(merged!.mentions).toHaveLength(4);
    expect(merged!.mentions.filter(({ how }) => how === 'confirmed')).toHaveLength(2);
  });
});

describe('a topic', () => {
  it('is raised once and fixed once, and comes back with the next mention', async () => {
    const here = fresh('slack:T');
    const words = 'Notifications never arrive on my phone';
    const [first, second] = [await said(here, words), await said(here, words)];
    const { topicId } = (await topics().ofCase(first.caseId))!;
    const delivery = {
      key: `topic-${topicId}`,
      place: { type: 'channel' as const, workspaceId: here, channelId: 'C1' },
      body: { type: 'topic' as const, topicId },
    };
    expect(await topics().raise(topicId, [{ workspaceId: here, delivery }])).toBe(true);
    expect(await topics().raise(topicId, [{ workspaceId: here, delivery }])).toBe(false);
    const click = acting(here);
    const cases = [first.caseId, second.caseId];
    expect(await topics().fix(topicId, cases, click)).toBe(true);
    expect(await topics().fix(topicId, cases, click)).toBe(true);
    expect(await topics().fix(topicId, cases, acting(here))).toBe(false);
    const told = (await jobs(record.pool, 'tell-fixed')).filter(({ data }) => data['topicId'] === topicId);
    expect(told.map(({ data }) => data['caseId'])).toEqual(cases);
    expect(told[0]!.runAt.getTime()).toBeLessThan(told[1]!.runAt.getTime());
    await said(here, words);
    expect(await topics().topic(topicId)).toMatchObject({ fixedAt: null, round: 1 });
  });
});

describe('a topic that goes on', () => {
  const words = 'The museum audio guide stops in every room';
  const place = (here: string, channelId: string, topicId: number) => ({
    workspaceId: here,
    delivery: {
      key: `topic-${topicId}-${channelId}`,
      place: { type: 'channel' as const, workspaceId: here, channelId },
      body: { type: 'topic' as const, topicId },
    },
  });
  const cards = async (topicId: number) => {
    const { rows } = await record.pool.query<{ n: number }>(
      `select count(*)::int as n from hearback.delivery where body ->> 'type' = 'topic' and body ->> 'topicId' = $1`,
      [String(topicId)],
    );
    return rows[0]!.n;
  };

  it('counts the linked accounts of a member as one, in whichever community', async () => {
    const [slack, discord] = [fresh('slack:T'), fresh('discord:')];
    const both = [slack, discord];
    const first = await said(slack, words, { userId: 'UALMA' }, both);
    await said(discord, words, { userId: '77' }, both);
    const members = async () => membersOf((await topics().ofCase(first.caseId))!.mentions);
    expect(await members()).toBe(2);
    await createIdentities(record.pool, { now: () => START }).link(
      slack,
      { userId: 'UALMA', other: { workspaceId: discord, userId: '77' } },
      'mia',
    );
    expect(await members()).toBe(1);
  });

  it('reaches those who get to look after it later on, and nobody twice', async () => {
    const here = fresh('slack:T');
    const [first] = [await said(here, words), await said(here, words)];
    const { topicId } = (await topics().ofCase(first.caseId))!;
    expect(await topics().raise(topicId, [place(here, 'C1', topicId)])).toBe(true);
    expect(await topics().raise(topicId, [place(here, 'C1', topicId), place(here, 'C2', topicId)])).toBe(
      false,
    );
    expect(await cards(topicId)).toBe(2);
  });

  it('is not fixed by being called the same as one that is, and whoever had its card keeps one', async () => {
    const here = fresh('slack:T');
    const one = [await said(here, words), await said(here, words)];
    const other = 'No vegan food at any of the stalls';
    const two = [await said(here, other), await said(here, other)];
    const [open, fixed] = [
      (await topics().ofCase(one[0]!.caseId))!.topicId,
      (await topics().ofCase(two[0]!.caseId))!.topicId,
    ];
    await topics().raise(open, [place(here, 'C1', open)]);
    await topics().fix(fixed, [two[0]!.caseId], acting(here));
    await topics().merge(open, fixed, acting(here));
    expect(await topics().topic(fixed)).toMatchObject({ fixedAt: null, raisedAt: START });
  });

  it('keeps what is to be told when it is merged right after it was fixed', async () => {
    const here = fresh('slack:T');
    const one = [await said(here, words), await said(here, words)];
    const other = 'The bike lock does not open with the app';
    const two = [await said(here, other), await said(here, other)];
    const [fixed, into] = [
      (await topics().ofCase(one[0]!.caseId))!.topicId,
      (await topics().ofCase(two[0]!.caseId))!.topicId,
    ];
    await topics().fix(fixed, [one[0]!.caseId], acting(here));
    await topics().merge(fixed, into, acting(here));
    expect(await topics().topic(fixed)).toMatchObject({ fixedAt: START, round: 1 });
    expect(await topics().homeOf(one[0]!.caseId, fixed)).toBe(here);
    await change(one[0]!, { history: [], topic: { op: 'leave', by: 'mia' } });
    expect(await topics().homeOf(one[0]!.caseId, fixed)).toBeNull();
  });

  it('has all who said it, also where that is hundreds, so that each of them hears that it is fixed', async () => {
    const here = fresh('slack:T');
    const [, last] = [await said(here, words), await said(here, words)];
    const { topicId } = (await topics().ofCase(last.caseId))!;
    await record.pool.query(
      `with more as (
         insert into hearback.cases select (jsonb_populate_record(c, jsonb_build_object('case_id', 800000 + n, 'number', 800000 + n,
           'source_message', 'more' || n, 'member_id', 'more' || n))).* from hearback.cases c, generate_series(1, 300) n where case_id = $1
         returning case_id)
       insert into hearback.topic_case select (jsonb_populate_record(t, jsonb_build_object('case_id', more.case_id))).*
         from hearback.topic_case t, more where t.case_id = $1`,
      [last.caseId],
    );
    expect(toTell((await topics().topic(topicId))!.mentions)).toHaveLength(302);
    // They would make these words common for the tests below.
    await record.pool.query('delete from hearback.cases where case_id > 800000');
  });

  it('is drawn again when a case is merged away or comes back, and when a department gets it', async () => {
    const here = fresh('slack:T');
    const [first] = [await said(here, words), await said(here, words)];
    const { topicId } = (await topics().ofCase(first.caseId))!;
    const waiting = async () =>
      (await jobs(record.pool, 'follow-topic')).filter(({ data }) => data['topicId'] === topicId).length;
    for (const wanted of [
      { set: { state: 'merged' as const } },
      { set: { state: 'open' as const } },
      { departments: ['qa'] },
      { set: { kind: 'praise' } },
    ]) {
      await record.pool.query(`delete from hearback.outbox where kind = 'follow-topic'`);
      await change(first, { history: [], ...wanted });
      expect([wanted, await waiting()]).toEqual([wanted, 1]);
    }
  });
});

describe('the list of topics', () => {
  it('has the latest first and the fixed ones last, however long ago they were said, with what somebody may see', async () => {
    const here = fresh('slack:T');
    await record.pool.query('insert into hearback.workspace (workspace_id) values ($1)', [here]);
    // Two cases each, so many days before the latest of all.
    const agos = [0, 5, 6, 20, 90, 400, 590, 800, 1_000];
    const { rows } = await record.pool.query<{ ago: number; id: number }>(
      `with said as (
         insert into hearback.cases (workspace_id, number, state, severity, kind, member_id, member_name, quote, language, opened_at)
         select $1, row_number() over (), 'open', 'low', 'feedback', case when ago = 90 and nth = 1 then 'mia' else 'm' || ago || nth end, 'M', ago::text, 'en',
           $2::timestamptz - ago * interval '1 day' - nth * interval '1 minute' from unnest($3::int[]) as ago, generate_series(1, 2) as nth
         returning case_id, quote),
       topic as (insert into hearback.topic (made_at, title, fixed_at) select $2, quote, case when quote = '5' then $2::timestamptz end from (select distinct quote from said) as each returning topic_id, title),
       linked as (insert into hearback.topic_case (case_id, terms, language, topic_id, how, linked_at)
         select case_id, '{}', 'en', topic_id, 'found', $2 from said join topic on title = quote)
       select title::int as ago, topic_id::int as id from topic`,
      [here, START, agos],
    );
    const idOf = new Map(rows.map(({ ago, id }) => [id, ago]));
    const listed = async (limit: number) =>
      (await topics().list([here], limit)).map(({ topicId }) => idOf.get(topicId));
    expect(await listed(2)).toEqual([0, 6]);
    expect(await listed(5)).toEqual([0, 6, 20, 90, 400]);
    expect(await listed(99)).toEqual([0, 6, 20, 90, 400, 590, 800, 1_000, 5]);

    const mia = {
      workspaceId: here,
      userId: 'mia',
      roles: new Set(['moderator' as const]),
      departments: new Set<string>(),
    };
    const seen = await topics().list([here], 99, {
      ...mia,
      colleagues: 'uncounted',
      fellowLeads: 'uncounted',
    });
    const counts = (of: typeof seen) =>
      of.map(({ topicId, mentions }) => [idOf.get(topicId), mentions.length]);
    expect(counts(seen).filter(([, count]) => count !== 2)).toEqual([[90, 1]]);
    expect(counts(await topics().list([here], 4))).toEqual([0, 6, 20, 90].map((ago) => [ago, 2]));
    await record.pool.query('delete from hearback.cases where workspace_id = $1', [here]);
  });
});

describe('a member who says the same again', () => {
  it('has an open case to which it belongs; nobody else has', async () => {
    const here = fresh('slack:T');
    const words = 'I was charged twice for one order';
    const first = await said(here, words, { userId: 'alma' });
    const asked = { workspaceId: here, userId: 'alma', text: words, language: 'en', kind: 'feedback' };
    expect(await topics().said(asked, after(-60))).toBe(first.caseId);
    expect(await topics().said({ ...asked, userId: 'bo' }, after(-60))).toBeNull();
    expect(await topics().said({ ...asked, text: 'My order arrived damaged' }, after(-60))).toBeNull();
    await change(first, { set: { state: 'closed' }, history: [] });
    expect(await topics().said(asked, after(-60))).toBeNull();
  });
});
