import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';
import type { Change } from '../../src/cases/change.ts';
import { use } from '../../src/store/agree-on-keys.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createDigests } from '../../src/store/digests.ts';
import { newKey } from '../../src/store/keys.ts';
import { createSeal } from '../../src/store/seal.ts';
import type { NewIntake, Store } from '../../src/store/store.ts';
import { TIDYING } from '../../src/store/tidying.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import {
  candidate,
  deliveryTo,
  fresh,
  jobs,
  message,
  nothing,
  opened,
  reaction,
  postedMessage,
  START,
} from './record.ts';

const DAY = 86_400_000;
const KEEP = { closedMs: 30 * DAY, filesMs: null };
const FOREVER = { closedMs: null, filesMs: null };
const seal = createSeal([newKey(START)]);
const file = { fileId: 'F1', name: 'shot.png', mime: 'image/png', size: 3, url: 'https://x' };

let record: TestRecord;
let workspaceId: string;

beforeAll(async () => {
  record = await testRecord();
});
afterAll(() => record.drop());
beforeEach(async () => {
  await record.pool.query(
    `truncate hearback.workspace, hearback.message, hearback.outbox, hearback.intake, hearback.interaction,
       hearback.delivery, hearback.daily, hearback.seal_key cascade`,
  );
  await use(record.pool, seal, START);
  workspaceId = fresh('slack:T');
});

/** The record so many days later. */
function days(later: number, pool: Pool = record.pool): Store {
  return createStore(pool, { now: () => new Date(START.getTime() + later * DAY), seal });
}

const SOLVED: Change = {
  history: [{ action: 'resolved', actorId: 'm' }],
  set: { state: 'solved', closedAt: START },
};

/** A case that ended on the first day. */
async function ended(source = message({ workspaceId }), change: Change = SOLVED) {
  const { file: found, key } = await opened(days(0), source, change);
  await allDone();
  return { found, key, source };
}

/** Every job has run, so that nothing keeps a case because it is still to happen. */
async function allDone(): Promise<void> {
  await record.pool.query(
    'update hearback.outbox set done_at = $1 where done_at is null and failed_at is null',
    [START],
  );
}

async function count(table: string): Promise<number> {
  const { rows } = await record.pool.query<{ n: number }>(`select count(*) as n from hearback.${table}`);
  return rows[0]?.n ?? 0;
}

async function keepFile(bytes = Uint8Array.of(1, 2, 3)): Promise<number> {
  const fileRowId = Number((await jobs(record.pool, 'copy-file')).at(-1)?.data['fileRowId']);
  await days(0).keepFile(fileRowId, { bytes });
  return fileRowId;
}

describe('cases that have ended', () => {
  it('stay for good unless the policy says otherwise', async () => {
    await ended();
    expect(await days(9_999).tidy(FOREVER)).not.toHaveProperty('cases');
    expect(await count('cases')).toBe(1);
  });

  it('are taken off the card of their topic, which quotes them', async () => {
    const [first, second] = [await ended(), await ended()];
    const { caseId } = second.found.case;
    await days(0).change(first.key, () => ({
      change: { history: [], topic: { op: 'join', to: { caseId }, by: 'mia' } },
      answer: null,
    }));
    await allDone();
    await record.pool.query(`delete from hearback.outbox where kind = 'follow-topic'`);
    await days(31).tidy(KEEP);
    expect(await count('cases')).toBe(0);
    expect((await jobs(record.pool, 'follow-topic')).length).toBeGreaterThan(0);
    expect(await count('topic')).toBe(0);
  });

  it('are removed whole after their time, and not a day earlier', async () => {
    await ended(message({ workspaceId, files: [file] }), {
      ...SOLVED,
      reporters: ['other'],
      departments: ['qa'],
      notes: [{ authorId: 'm', text: 'a note' }],
      replies: [
        {
          markdown: 'Sorry',
          authorId: null,
          send: false,
          place: { type: 'channel', workspaceId, channelId: 'C1' },
        },
      ],
    });
    await keepFile();
    expect(await days(30).tidy(KEEP)).not.toHaveProperty('cases');
    expect(await days(30.1).tidy(KEEP)).toMatchObject({ cases: 1 });
    for (const table of [
      'cases',
      'case_reporter',
      'case_department',
      'case_message',
      'message',
      'message_version',
      'file',
      'note',
      'history',
      'reply',
      'clock',
      'delivery',
    ])
      expect([table, await count(table)]).toEqual([table, 0]);
  });

  it('leave a line in the audit log, with their number', async () => {
    const { found } = await ended();
    await days(31).tidy(KEEP);
    const { rows } = await record.pool.query(
      'select action, actor_id, detail from hearback.audit where workspace_id = $1 order by seq desc limit 1',
      [workspaceId],
    );
    expect(rows).toEqual([
      { action: 'case_removed', actor_id: null, detail: { cases: String(found.case.number) } },
    ]);
  });

  it('never give their number to another', async () => {
    await ended();
    await days(31).tidy(KEEP);
    const { file: next } = await days(31).open(candidate(message({ workspaceId })), nothing);
    expect(next.case.number).toBe(2);
  });

  const kept: [why: string, make: () => Promise<unknown>][] = [
    ['it is open', () => ended(undefined, { history: [] })],
    ['it was reopened', () => ended(undefined, { history: [], set: { state: 'reopened', closedAt: null } })],
    [
      'something happened in it since',
      async () => {
        const { key } = await ended();
        await days(10).change(key, () => ({
          change: { history: [{ action: 'noted', actorId: 'm' }], notes: [{ authorId: 'm', text: 'hm' }] },
          answer: null,
        }));
        await allDone();
      },
    ],
    [
      'something is still to be said',
      () => ended(undefined, { ...SOLVED, deliveries: [deliveryTo(workspaceId, 'card')] }),
    ],
    [
      'a clock is running',
      () =>
        ended(undefined, {
          ...SOLVED,
          clocks: [{ op: 'start', kind: 'update_due', dueAt: START }],
        }),
    ],
    [
      'what the member answered is not recorded yet, or could not be',
      async () => {
        const { source } = await ended();
        const { channelId, messageId } = source.ref;
        const answer = message({ workspaceId, threadRoot: { channelId, messageId } });
        await days(1).takeIn(postedMessage(answer));
        await record.pool.query("update hearback.outbox set failed_at = $1 where kind = 'record-message'", [
          START,
        ]);
      },
    ],
  ];
  it.each(kept)('stay when %s', async (_, make) => {
    await make();
    expect(await days(31).tidy(KEEP)).not.toHaveProperty('cases');
    expect(await count('cases')).toBe(1);
  });

  it('leave a message to another case that has it', async () => {
    const around = message({ workspaceId, text: 'shared' });
    const { source } = await ended(around);
    const other = message({ workspaceId });
    const { file: young } = await days(20).open(
      candidate(other, {
        messages: [
          { role: 'context', snapshot: source },
          { role: 'source', snapshot: other },
        ],
      }),
      nothing,
    );
    await days(31).tidy(KEEP);
    const { rows } = await record.pool.query<{ text: string }>(
      'select text from hearback.message_version join hearback.case_message using (message_row_id) where case_id = $1 order by role',
      [young.case.caseId],
    );
    expect(rows.map(({ text }) => text)).toEqual(['shared', other.text]);
    expect(await count('message')).toBe(2);
  });

  it('are left for tomorrow while somebody holds them, or one of their messages', async () => {
    const [first, second] = [await ended(), await ended()];
    const holder = await record.connect().connect();
    try {
      for (const hold of [
        `select from hearback.cases where case_id = ${first.key.caseId} for update`,
        `select from hearback.message where message_id = '${first.source.ref.messageId}' for no key update`,
      ]) {
        await holder.query('begin');
        await holder.query(hold);
        await days(31).tidy(KEEP);
        await holder.query('rollback');
        const { rows } = await record.pool.query<{ case_id: number }>('select case_id from hearback.cases');
        expect(rows.map(({ case_id }) => case_id)).toEqual([first.key.caseId]);
        expect(second.key.caseId).not.toBe(first.key.caseId);
      }
    } finally {
      holder.release();
    }
    expect(await days(31).tidy(KEEP)).toMatchObject({ cases: 1 });
  });

  it('are removed once by two that tidy at the same time, with those that are being opened left alone', async () => {
    for (let index = 0; index < 12; index += 1) await ended();
    const others = days(31, record.connect());
    const [one, other] = await Promise.all([
      days(31).tidy(KEEP),
      others.tidy(KEEP),
      ...Array.from({ length: 8 }, () => days(31).open(candidate(message({ workspaceId })), nothing)),
    ]);
    const rest = await days(31).tidy(KEEP);
    expect((one['cases'] ?? 0) + (other['cases'] ?? 0) + (rest['cases'] ?? 0)).toBe(12);
    expect(await count('cases')).toBe(8);
    expect(await count('message')).toBe(8);
  });
});

describe('files', () => {
  it('go before their case, and say so', async () => {
    await ended(message({ workspaceId, files: [file] }));
    const fileRowId = await keepFile();
    await days(5).tidy({ closedMs: null, filesMs: 10 * DAY });
    expect(await days(5).fileBytes(workspaceId, fileRowId)).toEqual(Buffer.of(1, 2, 3));
    expect(await days(11).tidy({ closedMs: null, filesMs: 10 * DAY })).toMatchObject({ files: 1 });
    expect(await days(11).fileBytes(workspaceId, fileRowId)).toBeNull();
    const { rows } = await record.pool.query('select state, problem, name from hearback.file');
    expect(rows).toEqual([{ state: 'problem', problem: 'Removed: its time was over.', name: 'shot.png' }]);
    expect(await count('cases')).toBe(1);
  });

  it('stay while any case that has them is open', async () => {
    const { source } = await ended(message({ workspaceId, files: [file] }));
    const fileRowId = await keepFile();
    const other = message({ workspaceId });
    await days(20).open(
      candidate(other, {
        messages: [
          { role: 'context', snapshot: source },
          { role: 'source', snapshot: other },
        ],
      }),
      nothing,
    );
    await days(31).tidy({ closedMs: null, filesMs: 10 * DAY });
    expect(await days(31).fileBytes(workspaceId, fileRowId)).not.toBeNull();
  });

  it('from before there were keys are sealed', async () => {
    await opened(days(0), message({ workspaceId, files: [file] }));
    const fileRowId = await keepFile();
    await record.pool.query('alter table hearback.file drop constraint file_is_sealed');
    await record.pool.query("update hearback.file set bytes = 'plain words', sealed_with = null");
    await days(1).tidy(FOREVER);
    await record.pool.query(
      'alter table hearback.file add constraint file_is_sealed check (bytes is null or sealed_with is not null)',
    );
    expect((await days(1).fileBytes(workspaceId, fileRowId))?.toString()).toBe('plain words');
  });
});

describe('what came in', () => {
  const flag = (messageId: string): NewIntake =>
    reaction('reaction_added', workspaceId, messageId, START, 'E1');
  const flagged = () => days(0).takeIn(flag('m-old'));

  it('is known when it comes again, as long as a look back could find it', async () => {
    await flagged();
    await allDone();
    expect(await days(399).tidy(KEEP)).not.toHaveProperty('intake');
    expect(
      await days(399).takeIn({ ...flag('m-old'), event: { ...flag('m-old').event, eventId: null } }),
    ).toBe(false);
    expect(await days(401).tidy(KEEP)).toMatchObject({ intake: 1 });
  });

  it('is known for good while its message is in the record', async () => {
    const source = message({ workspaceId, messageId: 'm-kept' });
    await days(0).takeIn(flag('m-kept'));
    await opened(days(0), source);
    await allDone();
    await days(5_000).tidy(KEEP);
    expect(await days(5_000).takeIn(flag('m-kept'))).toBe(false);
  });

  it('outlives the case: its old flag opens no second one', async () => {
    const source = message({ workspaceId, messageId: 'm-gone' });
    await days(0).takeIn(flag('m-gone'));
    await ended(source);
    await days(31).tidy(KEEP);
    expect(await count('cases')).toBe(0);
    expect(await days(31).takeIn(flag('m-gone'))).toBe(false);
    expect(
      await days(31).takeIn({ ...flag('m-gone'), event: { ...flag('m-gone').event, eventId: 'E2' } }),
    ).toBe(false);
  });

  it('stays until it is dealt with, however old', async () => {
    await flagged();
    await record.pool.query('update hearback.outbox set failed_at = $1', [START]);
    expect(await days(999).tidy(KEEP)).toEqual({});
    expect(await count('intake')).toBe(1);
  });
});

describe('the rest', () => {
  it('goes after its time: jobs that are done, clicks, words of no case that were said', async () => {
    const store = days(0);
    await store.say(workspaceId, deliveryTo(workspaceId, 'hello'));
    await record.pool.query("update hearback.delivery set state = 'sent'");
    await allDone();
    await store.once({ interaction: 'click', workspaceId }).askCatchUp(workspaceId);
    await allDone();
    expect(await days(7).tidy(KEEP)).toEqual({});
    expect(await days(7.1).tidy(KEEP)).toEqual({ interactions: 1, jobs: 2 });
    expect(await days(91).tidy(KEEP)).toEqual({ deliveries: 1 });
  });

  it('goes after its time: on which day somebody had their list of the morning', async () => {
    const digests = createDigests(record.pool, { now: () => START });
    await digests.askToDo(workspaceId, 'mia', '2026-11-22', false);
    expect(await days(90).tidy(KEEP)).toEqual({});
    expect(await days(90.1).tidy(KEEP)).toEqual({ toDo: 1 });
    expect(await count('to_do')).toBe(0);
  });

  it('goes after its time: digests, but never the last of each, and trouble that lasts', async () => {
    const weekly = { workspaceId, key: 'weekly', place: deliveryTo(workspaceId, 'x').place };
    const ask = async (day: number) => {
      const to = new Date(START.getTime() + day * DAY);
      const period = { from: START, to, day: to.toISOString().slice(0, 10) };
      await createDigests(record.pool, { now: () => to }).ask(weekly, period);
    };
    for (const day of [0, 7, 14]) await ask(day);
    await days(0).noteTrouble(workspaceId, 'delivery 7', 'refused');
    await allDone();
    expect(await days(90).tidy(KEEP)).not.toHaveProperty('troubles');
    expect(await days(90.1).tidy(KEEP)).toMatchObject({ troubles: 1 });
    expect(await days(399).tidy(KEEP)).not.toHaveProperty('digests');
    expect(await days(900).tidy(KEEP)).toMatchObject({ digests: 2 });
    expect(await count('digest')).toBe(1);
  });

  it('stays while it is still to happen, or was given up and nobody has decided', async () => {
    const store = days(0);
    await store.say(workspaceId, deliveryTo(workspaceId, 'unsaid'));
    await store.say(workspaceId, deliveryTo(workspaceId, 'failed'));
    await record.pool.query("update hearback.delivery set state = 'failed' where key = 'failed'");
    await record.pool.query(
      "update hearback.outbox set failed_at = $1 where data ->> 'deliveryId' = (select delivery_id::text from hearback.delivery where key = $2)",
      [START, 'failed'],
    );
    expect(await days(9_999).tidy(KEEP)).toEqual({});
    expect([await count('outbox'), await count('delivery')]).toEqual([2, 2]);
  });

  it('goes in batches, however much there is', async () => {
    await record.pool.query(
      `insert into hearback.interaction (workspace_id, interaction_id, at) select 'w', n::text, $1 from generate_series(1, 1234) n`,
      [START],
    );
    await record.pool.query(
      `insert into hearback.intake (workspace_id, key, meaning, event, channel_id, message_id, happened_at, received_at)
       select 'w', 'message/' || n, 'message', '{}', 'c', n::text, $1, $1 from generate_series(1, 4321) n`,
      [START],
    );
    expect(await days(31).tidy(KEEP)).toEqual({ interactions: 1234, intake: 4321 });
  });

  it('is asked for once a day, however many ask', async () => {
    const other = days(0, record.connect());
    await Promise.all([days(0).askDaily('tidy'), other.askDaily('tidy'), days(0).askDaily('tidy')]);
    expect(await jobs(record.pool, 'tidy')).toHaveLength(1);
    await record.pool.query('update hearback.outbox set failed_at = $1', [START]);
    await days(1).askDaily('tidy');
    await days(0).askDaily('tidy');
    expect(await jobs(record.pool, 'tidy')).toHaveLength(2);
  });

  it('has a name for each kind', () => {
    const names = TIDYING.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
