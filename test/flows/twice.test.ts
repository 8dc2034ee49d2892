import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import { createAdapters } from '../../src/adapters/index.ts';
import { readConfig } from '../../src/config.ts';
import { platformOf } from '../../src/chat/ref.ts';
import type { Context } from '../../src/handlers/handler.ts';
import { handlers } from '../../src/handlers/index.ts';
import { createLog } from '../../src/log.ts';
import { loadPolicy } from '../../src/policy/load.ts';
import type { Policy } from '../../src/policy/schema.ts';
import { AROUND } from '../policy/factory.ts';
import { createPrograms } from '../../src/programs.ts';
import { createComposer } from '../../src/replies/create-composer.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { openRecord, type Record as OpenRecord } from '../../src/store/index.ts';
import { playOn, visible } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

const compose = createComposer(loadTemplates('templates'));
const TABLES = [
  'cases',
  'case_reporter',
  'case_department',
  'message',
  'case_message',
  'message_version',
  'file',
  'note',
  'history',
  'clock',
  'reply',
  'delivery',
  'intake',
  'outbox',
];

/** What this story does not set off, and where it is tried. */
const ELSEWHERE: Record<string, string> = {
  'recompute-clocks': 'test/handlers/recompute-clocks.test.ts',
  'refresh-digest': 'test/handlers/refresh-digest.test.ts',
  'call-webhook': 'test/handlers/call-webhook.test.ts',
  'make-issue': 'test/handlers/issues.test.ts',
  'follow-issue': 'test/handlers/issues.test.ts',
  'refresh-hot-thread': 'test/store/heat.test.ts',
  'follow-topic': 'test/handlers/topics.test.ts',
  'tell-fixed': 'test/handlers/topics.test.ts',
  'tell-follower': 'test/handlers/tell-follower.test.ts',
  'follow-homes': 'test/store/homes.test.ts',
  'refresh-home': 'test/flows/home.test.ts',
  'record-note': 'test/handlers/record-note.test.ts',
};
const here = handlers.filter(({ name }) => !(name in ELSEWHERE));

describe.each(STAGES)('every job run once more on $platform', (stage: Stage) => {
  const { platform, member, handler, channels, workspaceId } = stage;
  let world: World;
  let record: OpenRecord;
  let adapters: ChatAdapter[];

  beforeAll(async () => {
    world = await openWorld({
      policy: [
        [['severities', 'normal', 'updateDue'], '1s'],
        [['ladder', 'lead'], '1h'],
      ],
    });
    const play = playOn(world, stage);
    const people = world.on(platform);
    const files = [{ name: 'a.txt', mime: 'text/plain', base64: 'aGk=' }];
    const first = people.createMessage({
      as: member.id,
      channel: channels.open,
      text: 'One of everything',
      files,
    });
    play.flag(first.message);
    const card = await world.until('the card', () =>
      play.inTriage().find((each) => visible(each).includes('One of')),
    );
    await world.until('the answer', () => play.answers(first.message).length === 1);
    await play.type(`/feedback route ${/FB-\d+/.exec(visible(card))![0]} qa`);
    await world.until('the reminder', () =>
      play.inbox(handler.id).some((each) => visible(each).includes('waiting for you')),
    );
    people.createMessage({
      as: member.id,
      channel: channels.open,
      thread: first.message,
      text: 'And one more thing',
    });
    people.editMessage({
      as: member.id,
      channel: channels.open,
      message: first.message,
      text: 'One of all things',
    });
    await world.until(
      'the edit',
      async () =>
        (await world.sql("select from hearback.cases where quote = 'One of all things'")).length === 1,
    );
    await play.openCase('One that simply stays');
    const { message } = await play.openCase('Taken back at once');
    play.flag(message, { present: false });
    people.deleteMessage({ as: member.id, channel: channels.open, message: first.message });
    await world.until(
      'the deletion',
      async () =>
        (await world.sql("select from hearback.history where action = 'message_deleted'")).length === 1,
    );
    await world.until(
      'the withdrawal',
      async () =>
        (await world.sql("select from hearback.history where action = 'flag_taken_back'")).length === 1,
    );
    await world.settled();
    await world.app.close();

    const config = readConfig(world.env);
    record = await openRecord({
      ...config,
      log: createLog('silent'),
      now: () => new Date(),
    });
    adapters = createAdapters(config, [workspaceId], createLog('silent'));
  });
  afterAll(async () => {
    for (const adapter of adapters ?? []) await adapter.stop();
    await record?.close();
    await world?.close();
  });

  /** How much there is of everything, in the record and where people can see it. */
  async function everything(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const table of TABLES)
      counts[table] = (
        await world.sql<{ n: number }>(`select count(*)::int as n from hearback.${table}`)
      )[0]!.n;
    const people = world.on(platform);
    for (const [name, channel] of Object.entries({ open: channels.open, triage: channels.triage })) {
      counts[name] = people.messages({ as: handler.id, channel }).length;
    }
    counts['inbox'] = people.inbox(handler.id).directMessages.flatMap(({ messages }) => messages).length;
    return counts;
  }

  function contextOf(job: number, policy: Policy): Context {
    return {
      store: record.store,
      once: record.store.once({ job }),
      policy: () => policy,
      policies: () => [policy],
      isOnePolicy: () => true,
      gifts: record.gifts,
      people: record.people,
      identities: record.identities,
      roles: record.roles,
      digests: record.digests,
      topics: record.topics,
      heat: record.heat,
      webhooks: record.webhooks,
      issues: record.issues,
      programs: createPrograms({ policy: () => policy, secretOf: () => null, now: () => new Date() }),
      post: { office: null, tokenOf: () => '', filesOf: async () => [] },
      duty: record.duty,
      homes: record.homes,
      audit: record.audit,
      standingIn: () => Promise.resolve(null),
      tableOf: () => Promise.reject(new Error('no table is made here')),
      drawChart: () => Promise.reject(new Error('no chart is drawn here')),
      compose,
      chat: (id) => adapters.find((each) => each.platform === platformOf(id))!,
      now: () => new Date(),
      log: createLog('silent'),
    };
  }

  it('covers every handler there is', async () => {
    const kinds = await world.sql<{ kind: string }>('select distinct kind from hearback.outbox');
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(here.map(({ name }) => name).toSorted());
  });

  it.each(here.map(({ name }) => name))('changes nothing: %s', async (name) => {
    const { run, data } = handlers.find((each) => each.name === name)!;
    const policy = await loadPolicy(world.env['HEARBACK_CONFIG']!, AROUND);
    const before = await everything();
    const jobs = await world.sql<{ outbox_id: number; data: unknown }>(
      'select outbox_id::int, data from hearback.outbox where kind = $1 and done_at is not null',
      [name],
    );
    for (const job of jobs) {
      await run(data.parse(job.data), contextOf(job.outbox_id, policy));
    }
    expect(jobs.length).toBeGreaterThan(0);
    expect(await everything()).toEqual(before);
  });

  it('draws the later cards of a case although an earlier one cannot be drawn', async () => {
    const reply = `from hearback.delivery d join hearback.delivery card using (case_id)
       where d.body ->> 'type' = 'reply' and d.posted_message is not null
         and card.body ->> 'type' = 'escalation' and card.posted_message is not null`;
    const [found] = await world.sql<{ caseId: number; replyId: number; first: number; later: number }>(
      `select d.case_id::int as "caseId", (d.body ->> 'replyId')::int as "replyId", d.delivery_id::int as first,
         card.delivery_id::int as later ${reply} and d.delivery_id < card.delivery_id`,
    );
    const { caseId, replyId, first, later } = found!;
    const [job] = await world.sql<{ id: number }>(
      `select outbox_id::int as id from hearback.outbox where kind = 'refresh-cards' limit 1`,
    );
    const replyIs = (state: string) =>
      world.sql(`update hearback.reply set state = '${state}' where reply_id = ${replyId}`);
    await world.sql(
      `update hearback.delivery set shown_version = -1 where delivery_id in (${first}, ${later})`,
    );
    await replyIs('draft');
    try {
      const { run } = handlers.find(({ name }) => name === 'refresh-cards')!;
      await run({ caseId }, contextOf(job!.id, await loadPolicy(world.env['HEARBACK_CONFIG']!, AROUND)));
      expect(await record.store.staleCards(caseId)).toEqual([]);
    } finally {
      await replyIs('sent');
    }
  });
});
