import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { followTopic } from '../../src/handlers/follow-topic.ts';
import type { Context, Handler } from '../../src/handlers/handler.ts';
import { linkTopic } from '../../src/handlers/link-topic.ts';
import { tellFixed } from '../../src/handlers/tell-fixed.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createTopics } from '../../src/store/topics.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { policy, workspace } from '../support/factories.ts';
import { candidate, fresh, jobs, message, nothing, START } from '../store/record.ts';

let record: TestRecord;
beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());

const store = () => createStore(record.pool, { now: () => START });
const topics = () => createTopics(record.pool, { now: () => START });

/** Every job of a handler so far, run as the queue runs it, and once more. */
async function runTwice(handler: Handler): Promise<number> {
  const found = await jobs(record.pool, handler.name);
  for (const { outboxId, data } of [...found, ...found]) {
    const context: Pick<Context, 'store' | 'once' | 'topics' | 'policy' | 'compose' | 'now' | 'log'> = {
      store: store(),
      once: store().once({ job: outboxId }),
      topics: topics(),
      policy: () => policy,
      compose: createComposer(loadTemplates('templates')),
      now: () => START,
      log: pino({ level: 'silent' }),
    };
    // None of these cards is posted, so no platform is asked.
    await handler.run(handler.data.parse(data), context as Context);
  }
  return found.length;
}

async function says(text: string, language: string) {
  const source = message({ workspaceId: workspace.id, userId: fresh('member'), text });
  const { file } = await store().open(candidate(source, { language }), nothing);
  return file.case.caseId;
}

async function count(what: string): Promise<number> {
  const { rows } = await record.pool.query<{ n: number }>(`select count(*)::int as n from hearback.${what}`);
  return rows[0]!.n;
}

it('cases find one another, departments hear, and members are told once, however often the jobs run', async () => {
  await says('The login code never reaches my phone by sms', 'en');
  await says('Koden til login kommer aldrig på sms', 'da');
  await says('No sms with the login code ever reaches me', 'en');
  expect(await runTwice(linkTopic)).toBe(3);
  expect(await count(`history where action = 'topic_found'`)).toBe(2);
  expect(await count('topic')).toBe(1);

  expect(await runTwice(followTopic)).toBeGreaterThan(0);
  const places = await count(`delivery where body ->> 'type' = 'topic'`);
  expect(places).toBeGreaterThan(1);
  await runTwice(followTopic);
  expect(await count(`delivery where body ->> 'type' = 'topic'`)).toBe(places);

  const [topic] = await topics().list([workspace.id], 5);
  const cases = topic!.mentions.map(({ caseId }) => caseId);
  await topics().fix(topic!.topicId, cases, {
    workspaceId: workspace.id,
    userId: 'mia',
    interaction: 'click',
  });
  expect(await runTwice(tellFixed)).toBe(3);
  const { rows } = await record.pool.query<{ markdown: string; state: string }>(
    'select markdown, state from hearback.reply order by case_id',
  );
  expect(rows.map(({ markdown, state }) => [markdown.split(' ')[0], state])).toEqual([
    ['Hi', 'queued'],
    ['Hej', 'queued'],
    ['Hi', 'queued'],
  ]);
});

it('whoever was taken out of a topic before their turn came is not told that it is fixed', async () => {
  const words = 'Tracking says delivered but I got no parcel';
  const [first, second] = [await says(words, 'en'), await says(words, 'en')];
  await runTwice(linkTopic);
  const { topicId } = (await topics().ofCase(first))!;
  await topics().fix(topicId, [first, second], {
    workspaceId: workspace.id,
    userId: 'mia',
    interaction: fresh('click'),
  });
  await store().change({ workspaceId: workspace.id, caseId: second }, () => ({
    change: { history: [], topic: { op: 'leave', by: 'mia' } },
    answer: null,
  }));
  await runTwice(tellFixed);
  const { rows } = await record.pool.query<{ caseId: string }>(
    'select case_id as "caseId" from hearback.reply where case_id = any($1)',
    [[first, second]],
  );
  expect(rows.map(({ caseId }) => Number(caseId))).toEqual([first]);
});

it('whoever was said to belong to another topic before their turn came is not told that the first one is fixed', async () => {
  const words = 'The lift to the second floor is stuck between doors';
  const [first, second] = [await says(words, 'en'), await says(words, 'en')];
  const other = 'The printer in the library eats paper';
  const [third] = [await says(other, 'en'), await says(other, 'en')];
  await runTwice(linkTopic);
  const { topicId } = (await topics().ofCase(first))!;
  const elsewhere = (await topics().ofCase(third))!.topicId;
  expect(elsewhere).not.toBe(topicId);
  await topics().fix(topicId, [first, second], {
    workspaceId: workspace.id,
    userId: 'mia',
    interaction: fresh('click'),
  });
  await store().change({ workspaceId: workspace.id, caseId: second }, () => ({
    change: { history: [], topic: { op: 'join', to: { topicId: elsewhere }, by: 'mia' } },
    answer: null,
  }));
  await runTwice(tellFixed);
  const { rows } = await record.pool.query<{ caseId: string }>(
    'select case_id as "caseId" from hearback.reply where case_id = any($1)',
    [[first, second]],
  );
  expect(rows.map(({ caseId }) => Number(caseId))).toEqual([first]);
});
