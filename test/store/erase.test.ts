import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { use } from '../../src/store/agree-on-keys.ts';
import { createAudit } from '../../src/store/audit.ts';
import type { Audit } from '../../src/store/audit-port.ts';
import { createStore } from '../../src/store/create-store.ts';
import { newKey } from '../../src/store/keys.ts';
import type { Privacy } from '../../src/store/privacy-port.ts';
import { createPrivacy } from '../../src/store/privacy.ts';
import { createSeal } from '../../src/store/seal.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { aPersonWhoWasEverywhere, flagged, type Person } from './person.ts';
import { after, candidate, fresh, jobs, message, nothing, opened, START } from './record.ts';
import { textsIn } from '../../src/texts/index.ts';

let record: TestRecord;
let store: Store;
let privacy: Privacy;
let audit: Audit;
let time = START;

beforeAll(async () => {
  record = await testRecord();
  const seal = createSeal([newKey(START)]);
  const now = () => time;
  store = createStore(record.pool, { now, seal });
  privacy = createPrivacy(record.pool, { now, seal });
  audit = createAudit(record.pool, { now });
  await use(record.pool, seal, START);
});
afterAll(() => record.drop());

const sql = async (query: string, values: unknown[] = []) =>
  (await record.pool.query<Record<string, unknown>>(query, values)).rows;

/** The number a query answers. */
async function numberFrom(query: string, values: unknown[] = []): Promise<number> {
  const [found] = (await record.pool.query<{ id: number }>(query, values)).rows;
  if (!found) throw new Error(`nothing for ${query}`);
  return found.id;
}
const operator = { askedBy: 'operator', actorId: null } as const;

async function left(words: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    words.map(async (word) => (await privacy.findLeft(word)).map((place) => `${word}: ${place}`)),
  );
  return found.flat();
}

describe('erasing somebody', () => {
  it('leaves neither their id nor their name nor a word of theirs in any column of any table', async () => {
    const person = await aPersonWhoWasEverywhere(store, record.pool);
    await audit.note({ workspaceId: person.workspaceId, actorId: person.userId, action: 'case_shown' });
    // What it looks for is there, or the look would prove nothing.
    const before = await left(person.words);
    expect(before.length).toBeGreaterThan(25);

    const receipt = await privacy.erase(person, operator);

    expect(await left(person.words)).toEqual([]);
    expect(receipt.counts).toMatchObject({
      cases: 1,
      messages: 4,
      files: 1,
      notes: 1,
      clocks: 1,
      intakes: 2,
    });
    expect(JSON.stringify(receipt)).not.toContain(person.userId);
    const { faults, chains } = await audit.verify();
    expect(faults).toEqual([]);
    expect(chains.find(({ workspaceId }) => workspaceId === person.workspaceId)?.emptied).toBeGreaterThan(3);
  });

  it('keeps the case as a number: closed, without words, its cards asked to be drawn again', async () => {
    const person = await aPersonWhoWasEverywhere(store, record.pool);

    await privacy.erase(person, { ...operator, texts: textsIn('da') });

    const file = await store.read({ workspaceId: person.workspaceId, caseId: person.caseId });
    expect(file?.case).toMatchObject({
      quote: '(slettet på medlemmets ønske)',
      member: { name: 'Slettet medlem' },
    });
    expect(file).toMatchObject({
      case: {
        number: person.number,
        state: 'closed',
        thread: null,
        permalink: null,
        source: person.source.ref,
      },
      clocks: [],
      noteCount: 0,
      fileCount: 0,
    });
    expect(file?.case.member.userId).toMatch(/^erased-[0-9a-f]{16}$/);
    expect((await store.staleCards(person.caseId)).map(({ body }) => body)).toMatchObject([
      { type: 'triage' },
      { type: 'notice', title: 'Slettet' },
    ]);
    const redrawn = (await jobs(record.pool, 'refresh-cards')).filter(
      ({ data }) => data['caseId'] === person.caseId,
    );
    expect(redrawn.at(-1)?.isDone).toBe(false);
    const unsent = await sql(
      `select body ->> 'type' as type from hearback.delivery where case_id = $1 and state <> 'sent'`,
      [person.caseId],
    );
    expect(unsent).toEqual([]);
  });

  it('leaves what others said and did, and their case goes on without a handler', async () => {
    const person = await aPersonWhoWasEverywhere(store, record.pool);

    await privacy.erase(person, operator);

    const key = { workspaceId: person.workspaceId, caseId: person.otherCaseId };
    expect(await store.read(key)).toMatchObject({
      case: { state: 'new', handlerId: null, quote: 'the tea is cold', member: { userId: 'other' } },
    });
    expect(await store.notes(key, 9)).toMatchObject([{ text: 'ask the kitchen' }]);
    expect((await store.history(key, 9)).map(({ action }) => action)).toEqual(['assigned', 'excluded']);
  });

  it('touches nobody in another community, nor anybody whose id begins alike', async () => {
    const person = await aPersonWhoWasEverywhere(store, record.pool);
    const elsewhere = fresh('discord:');
    const same = await opened(
      store,
      message({ workspaceId: elsewhere, userId: person.userId, text: 'elsewhere' }),
    );
    const alike = await opened(
      store,
      message({ workspaceId: person.workspaceId, userId: `${person.userId}X`, text: 'alike' }),
      { history: [{ action: 'assigned', actorId: 'mia', detail: { to: `${person.userId}X` } }] },
    );

    await privacy.erase(person, operator);

    expect((await store.read(same.key))?.case).toMatchObject({
      quote: 'elsewhere',
      member: { userId: person.userId },
    });
    expect((await store.read(alike.key))?.case.quote).toBe('alike');
    expect(await store.history(alike.key, 1)).toMatchObject([{ detail: { to: `${person.userId}X` } }]);
  });

  it('has a receipt with a number, the same for the same click', async () => {
    const person = await aPersonWhoWasEverywhere(store, record.pool);
    const by = { askedBy: 'member', actorId: person.userId, request: 'click' } as const;

    const receipt = await privacy.erase(person, by);
    const again = await privacy.erase(person, by);
    const later = await privacy.erase(person, operator);

    expect(again).toEqual(receipt);
    expect(receipt).toMatchObject({ askedBy: 'member', at: START });
    expect(later.number).toBeGreaterThan(receipt.number);
    expect(Object.entries(later.counts).filter(([, count]) => count > 0)).toEqual([]);
    expect((await audit.about(person.workspaceId, { actorId: person.userId }, 9)).length).toBe(0);
  });
});

describe('an erasure an admin asks for', () => {
  it('is refused without saying why when a case of the person is kept from them', async () => {
    const person = await aPersonWhoWasEverywhere(store, record.pool);
    const key = { workspaceId: person.workspaceId, caseId: person.caseId };
    await store.change(key, () => ({
      change: { history: [], exclude: [{ userId: 'mia', reason: 'accused', by: null }] },
      answer: null,
    }));

    const refused = privacy.erase(person, { askedBy: 'admin', actorId: 'mia' });
    await expect(refused).rejects.toMatchObject({
      code: 'NOT_POSSIBLE',
      message: expect.not.stringContaining('case'),
    });
    const { askedBy, counts } = await privacy.erase(person, { askedBy: 'admin', actorId: 'lena' });

    expect({ askedBy, cases: counts['cases'] }).toEqual({ askedBy: 'admin', cases: 1 });
    expect(await store.read(key)).toMatchObject({ excluded: [{ userId: 'mia', reason: 'accused' }] });
  });
});

describe('what an erased person said before', () => {
  let person: Person;
  beforeAll(async () => {
    person = await aPersonWhoWasEverywhere(store, record.pool);
    await privacy.erase(person, operator);
  });

  it('is not recorded again when it is flagged, edited or found around another message', async () => {
    await expect(store.open(candidate(person.source), nothing)).rejects.toMatchObject({
      code: 'NOT_POSSIBLE',
    });
    expect(await store.addVersion(person.source.ref, { text: 'plum again', at: START })).toBeNull();
    const other = message({ workspaceId: person.workspaceId, userId: 'other', text: 'new' });
    await store.open(
      candidate(other, {
        messages: [
          { role: 'context', snapshot: person.source },
          { role: 'source', snapshot: other },
        ],
      }),
      nothing,
    );
    const said = message({ ...person, text: 'plum late' });
    expect(
      await store.addMessage(
        { workspaceId: person.workspaceId, caseId: person.otherCaseId },
        { role: 'thread', snapshot: said },
        nothing,
      ),
    ).toBeNull();

    expect(await left(person.words)).toEqual([]);
  });

  it('does not come in again: neither an edit, nor a message of a thread, nor a flag of theirs found once more', async () => {
    const { workspaceId, userId, source } = person;
    const at = { workspaceId, eventId: null, at: START, channelId: 'C1', parentChannelId: null };
    const edit = {
      ...at,
      kind: 'message_edited',
      messageId: source.ref.messageId,
      text: 'plum',
      threadRoot: null,
    } as const;
    expect(await store.takeIn({ key: fresh('edit'), meaning: 'edit', kind: null, event: edit })).toBe(false);
    expect(await flagged(store, record.pool, person, 'm77')).toBe(false);

    expect(await left([userId, 'plum'])).toEqual([]);
  });

  it('does not keep them from being heard anew', async () => {
    time = after(60);
    const said = { ...message({ ...person, text: 'fresh words' }), postedAt: after(59) };
    const { isNew, file } = await store.open(candidate(said), nothing);
    time = START;

    expect(isNew).toBe(true);
    expect(file.case).toMatchObject({ quote: 'fresh words', member: { userId: person.userId } });
    await privacy.erase(person, operator);
  });
});

describe('an erasure in the middle of other work', () => {
  it('comes before or after whatever is being recorded, and nothing reappears', async () => {
    const person = await aPersonWhoWasEverywhere(store, record.pool);
    const { workspaceId, userId, caseId, otherCaseId } = person;
    const sources = Array.from({ length: 12 }, (_, at) =>
      message({ workspaceId, userId, text: `plum number ${at}` }),
    );

    const settled = await Promise.allSettled([
      ...sources.slice(0, 6).map((source) => store.open(candidate(source), nothing)),
      ...sources
        .slice(6)
        .map((snapshot, at) =>
          store.addMessage(
            { workspaceId, caseId: at % 2 ? caseId : otherCaseId },
            { role: 'thread', snapshot },
            nothing,
          ),
        ),
      privacy.erase(person, operator),
      store.addVersion(person.source.ref, { text: 'plum edit', at: START }),
      store.change({ workspaceId, caseId }, () => ({
        change: { history: [{ action: 'noted', actorId: 'mia' }] },
        answer: null,
      })),
      store.open(candidate(message({ workspaceId, userId, text: 'plum last' })), nothing),
    ]);

    const failures = settled.flatMap((each) =>
      each.status === 'rejected' ? [(each.reason as { code?: string }).code] : [],
    );
    expect(failures.filter((code) => code !== 'NOT_POSSIBLE')).toEqual([]);
    expect(await left(person.words)).toEqual([]);
    expect((await audit.verify()).faults).toEqual([]);
  });

  it('waits for what is being sent at this moment, and takes it away', async () => {
    const person = await aPersonWhoWasEverywhere(store, record.pool);
    const reply = await numberFrom(
      `select delivery_id as id from hearback.delivery where case_id = $1 and body ->> 'type' = 'reply'`,
      [person.caseId],
    );
    let erased: Promise<unknown> = Promise.resolve();

    const sent = await store.deliver(
      reply,
      async () => {
        erased = privacy.erase(person, operator);
        // The erasure is behind this delivery now: it has asked for the lock of the writers, or has it.
        await waitFor(
          `select 1 from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and database = (select oid from pg_database where datname = current_database())`,
        );
        return { posted: { workspaceId: person.workspaceId, channelId: 'D1', messageId: 'p1' } };
      },
      () => ({ history: [{ action: 'replied', actorId: null }] }),
    );
    await erased;

    expect(sent).toBe(true);
    expect(await left(person.words)).toEqual([]);
  });

  it('gives up its turn when sending takes too long, so that others go on writing, and tries again', async () => {
    const person = await aPersonWhoWasEverywhere(store, record.pool);
    const reply = await numberFrom(
      `select delivery_id as id from hearback.delivery where case_id = $1 and body ->> 'type' = 'reply'`,
      [person.caseId],
    );
    let erased: Promise<unknown> = Promise.resolve();

    await store.deliver(
      reply,
      async () => {
        erased = privacy.erase(person, operator);
        await waitFor(
          `select 1 from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock' and granted and database = (select oid from pg_database where datname = current_database())`,
        );
        // A writer waits behind it, and is through once it has given up its turn.
        await store.addVersion(person.source.ref, { text: 'plum meanwhile', at: START });
        return { posted: null };
      },
      () => null,
    );
    await erased;

    expect(await left(person.words)).toEqual([]);
  });

  it('is not undone by a file that arrives afterwards, nor by what is said in the place of what could not be sent', async () => {
    const person = await aPersonWhoWasEverywhere(store, record.pool);
    const file = await numberFrom('select file_row_id as id from hearback.file order by 1 desc limit 1');
    const pending = await numberFrom(
      `select delivery_id as id from hearback.delivery where case_id = $1 and body ->> 'type' = 'reply'`,
      [person.caseId],
    );

    await privacy.erase(person, operator);
    await store.keepFile(file, { bytes: Buffer.from('plum bytes') });
    await store.failDelivery(pending, { code: 'PERSON_UNREACHABLE', message: 'no' }, [
      {
        key: fresh('instead'),
        place: { type: 'channel', workspaceId: person.workspaceId, channelId: 'triage' },
        body: { type: 'notice', title: 'plum', blocks: [] },
      },
    ]);

    expect(await left(person.words)).toEqual([]);
  });
});

async function waitFor(query: string): Promise<void> {
  while ((await sql(query)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
}
