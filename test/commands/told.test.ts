import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import type { FileRef, Person } from '../../src/chat/message.ts';
import type { Place } from '../../src/chat/ref.ts';
import { commandRunner } from '../../src/commands/desk/run.ts';
import { commands } from '../../src/commands/index.ts';
import { PlatformUnavailable, TargetGone } from '../../src/errors.ts';
import { copyFile } from '../../src/handlers/copy-file.ts';
import type { Context, Stuck } from '../../src/handlers/handler.ts';
import { use } from '../../src/store/agree-on-keys.ts';
import { createDeadLetters } from '../../src/store/dead-letters.ts';
import { createOutbox } from '../../src/store/create-outbox.ts';
import { createStore } from '../../src/store/create-store.ts';
import { newKey } from '../../src/store/keys.ts';
import { createSeal } from '../../src/store/seal.ts';
import type { Store } from '../../src/store/store.ts';
import { CHANNELS, HOME, PEOPLE, type Who } from '../access/community.ts';
import { openStage, type Stage } from '../access/stage.ts';
import { NOW } from '../support/factories.ts';

// What the sandbox's clients would never send, or its communities do not have.

let stage: Stage;
let store: Store;
beforeAll(async () => {
  stage = await openStage();
  const seal = createSeal([newKey(NOW)]);
  store = createStore(stage.record.pool, { now: stage.desk.now, seal });
  await use(stage.record.pool, seal, NOW);
});
afterAll(() => stage.close());

const mia: Person = {
  workspaceId: HOME,
  userId: 'U0NEWHERE',
  name: 'Mia',
  isBot: false,
  isMember: true,
  groups: [],
  timeZone: null,
  locale: null,
};

/** @param whose what the platform says of the account that is named; left out: as it says of all in the community */
async function tell(
  whose: (() => Promise<Person>) | null,
  values: Record<string, string>,
  files: FileRef[] = [],
  as: Who = 'handler',
) {
  const chat = stage.desk.chat(HOME);
  const fetchPerson: typeof chat.fetchPerson = async (workspaceId, userId) =>
    userId === mia.userId && whose ? whose() : chat.fetchPerson(workspaceId, userId);
  const asking: ChatAdapter = Object.assign(Object.create(chat) as ChatAdapter, { fetchPerson });
  const command = stage.command({ as, name: 'new', from: 'form', values });
  const run = commandRunner(commands, { ...stage.desk, chat: () => asking });
  const told = { ...command, ...(files.length > 0 && { files }) };
  const said = JSON.stringify(await run(told));
  const { rows } = await stage.record.pool.query<{ number: number; member: string; name: string }>(
    'select number, member_id as member, member_name as name from hearback.cases where workspace_id = $1 order by case_id desc limit 1',
    [HOME],
  );
  return { said, found: rows[0]!, again: () => run(told) };
}

it('of forty files the first ten are kept and the others are named; the same form sent twice is one case', async () => {
  const files = Array.from({ length: 40 }, (_, index) => ({
    fileId: `F${index}`,
    name: `page-${index}.png`,
    mime: 'image/png',
    size: 12,
    url: '',
  }));
  const { said, found, again } = await tell(null, { text: 'The whole book is wrong', origin: 'mail' }, files);
  expect(said).toContain('10 files are being copied');
  expect(said).toContain('page-10.png');
  expect(said).not.toContain('page-9.png');
  await again();
  const { rows } = await stage.record.pool.query(
    `select c.number, f.name from hearback.file f join hearback.case_message using (message_row_id) join hearback.cases c using (case_id)
     where f.name like 'page-%'`,
  );
  expect(rows).toHaveLength(10);
  expect(new Set(rows.map(({ number }: { number: number }) => number))).toEqual(new Set([found.number]));
});

it('a member of another organisation is the member, with a word on what may not reach them', async () => {
  const visitor = async () => ({ ...mia, isMember: false, isVisitor: true as const });
  const { said, found } = await tell(visitor, { text: 'Your lamp is dim', member: mia.userId });
  expect(found).toMatchObject({ member: mia.userId, name: 'Mia' });
  expect(said).toContain('Mia belongs to another organisation');
});

it('an account nobody has is left out, and one the platform cannot be asked about now is taken as it was chosen', async () => {
  const gone = () => Promise.reject(new TargetGone('slack', 'user_not_found', null));
  const unknown = await tell(gone, { text: 'The door is stuck', from: 'Mr Lund', member: mia.userId });
  expect(unknown.found).toMatchObject({ member: '', name: 'Mr Lund' });
  expect(unknown.said).toContain("is nobody's here");

  const away = () => Promise.reject(new PlatformUnavailable('slack', 'down', null));
  const { found } = await tell(away, { text: 'The window is stuck', from: 'Mr Lund', member: mia.userId });
  expect(found).toMatchObject({ member: mia.userId, name: 'Mr Lund' });
});

it('what somebody with an account told goes when they are erased, with its files', async () => {
  const bill = { fileId: 'F41', name: 'bill.png', mime: 'image/png', size: 12, url: '' };
  const values = { text: 'ERASEME the bill is wrong', origin: 'phone', member: mia.userId };
  await tell(async () => mia, values, [bill]);
  const member = { workspaceId: HOME, userId: mia.userId };
  expect(await stage.desk.privacy.about(member)).toMatchObject({ messages: 1, files: 1 });

  await stage.desk.privacy.erase(member, { actorId: null, askedBy: 'operator' });
  expect(JSON.stringify(await stage.dump())).not.toMatch(/ERASEME|bill\.png/);
});

/** A file that came with what somebody told, its job, and what people were said of it so far. */
async function fileTold(values: Record<string, string>, as: Who) {
  const name = `${as}-bill.png`;
  await tell(null, values, [{ fileId: name, name, mime: 'image/png', size: 4, url: '' }], as);
  const { rows } = await stage.record.pool.query<{ fileRowId: number; outboxId: number }>(
    `select file_row_id as "fileRowId", outbox_id as "outboxId" from hearback.file f join hearback.outbox o
       on o.kind = 'copy-file' and o.data ->> 'fileRowId' = file_row_id::text where f.name = $1`,
    [name],
  );
  const { fileRowId, outboxId } = rows[0]!;
  const contextWith = (download: () => Promise<Uint8Array>) =>
    ({ ...stage.desk, store, chat: () => ({ download }) }) as unknown as Context;
  const away = new PlatformUnavailable('Slack', 'file', null);
  return {
    name,
    outboxId,
    away,
    run: (download: () => Promise<Uint8Array>) => copyFile.run({ fileRowId }, contextWith(download)),
    stuck: (stuck: Stuck) =>
      copyFile.whenStuck!(
        { fileRowId },
        stuck,
        contextWith(() => Promise.reject(away)),
      ),
    async heard(what: string) {
      const found = await stage.record.pool.query<{
        place: Place;
        body: { blocks: object[] };
        named: boolean;
      }>(
        `select place, body, case_id is not null as named from hearback.delivery where key like $1 order by delivery_id`,
        [`file-${what}-${fileRowId}-%`],
      );
      return found.rows.map(({ place, body, named }) => ({
        to: place.type === 'dm' ? place.userId : place.type === 'channel' ? place.channelId : null,
        words: JSON.stringify(body.blocks),
        named,
      }));
    },
    state: async () =>
      (
        await stage.record.pool.query<{ state: string; problem: string | null }>(
          'select state, problem from hearback.file where file_row_id = $1',
          [fileRowId],
        )
      ).rows[0],
  };
}

it('a file that does not come through an outage, or is given up, is told of once to whoever wrote it down and to the team; a later retry keeps it and says so', async () => {
  const file = await fileTold({ text: 'The invoice is wrong', origin: 'mail' }, 'handler');
  await expect(file.run(() => Promise.reject(file.away))).rejects.toThrow(file.away);
  expect(await file.heard('late')).toEqual([]);
  for (let time = 0; time < 2; time += 1) await file.stuck({ error: file.away, isGivenUp: false });
  expect(await file.heard('late')).toEqual([
    { to: CHANNELS.triage, words: expect.stringContaining('tried again every hour'), named: true },
    { to: PEOPLE.handler, words: expect.stringContaining(file.name), named: true },
  ]);
  // Departments still wait for it.
  expect(await file.state()).toMatchObject({ problem: null });

  for (let time = 0; time < 2; time += 1) await file.stuck({ error: null, isGivenUp: true });
  const lost = await file.heard('lost');
  expect(lost.map(({ to }) => to)).toEqual([CHANNELS.triage, PEOPLE.handler]);
  expect(lost[1]!.words).toContain('Please post it in the thread below the card');
  expect(await file.state()).toEqual({
    state: 'problem',
    problem: expect.stringContaining('again and again'),
  });

  const { record, desk } = stage;
  await createOutbox(record.pool, desk).fail(file.outboxId, { code: 'ECONNRESET', message: '', tries: 8 });
  const id = { type: 'job' as const, number: file.outboxId };
  expect(await createDeadLetters(record.pool, desk).replay(id)).toBeNull();
  for (let time = 0; time < 2; time += 1) await file.run(async () => Uint8Array.of(1, 2, 3, 4));
  expect(await file.state()).toEqual({ state: 'kept', problem: null });
  expect((await file.heard('there')).map(({ to }) => to)).toEqual([CHANNELS.triage, PEOPLE.handler]);
  // What nobody was told of needs no word either.
  const other = await fileTold({ text: 'The receipt is missing', origin: 'mail' }, 'admin');
  await other.run(async () => Uint8Array.of(1));
  expect(await other.heard('there')).toEqual([]);
});

it('of a case for leads alone whoever wrote it down hears of the file and not of the case, and no channel does', async () => {
  const file = await fileTold({ text: 'He shouted', origin: 'person', kind: 'staff' }, 'moderator');
  await file.stuck({ error: null, isGivenUp: true });
  const lost = await file.heard('lost');
  expect(lost.map(({ to, named }) => ({ to, named }))).toEqual([
    { to: PEOPLE.lead, named: true },
    { to: PEOPLE.moderator, named: false },
  ]);
});
