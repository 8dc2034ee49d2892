import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { ChatAdapter } from '../../src/chat/adapter.ts';
import type { FileRef, Person } from '../../src/chat/message.ts';
import { commandRunner } from '../../src/commands/desk/run.ts';
import { commands } from '../../src/commands/index.ts';
import { PlatformUnavailable, TargetGone } from '../../src/errors.ts';
import { HOME } from '../access/community.ts';
import { openStage, type Stage } from '../access/stage.ts';

// What the sandbox's clients would never send, or its communities do not have.

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
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
) {
  const chat = stage.desk.chat(HOME);
  const fetchPerson: typeof chat.fetchPerson = async (workspaceId, userId) =>
    userId === mia.userId && whose ? whose() : chat.fetchPerson(workspaceId, userId);
  const asking: ChatAdapter = Object.assign(Object.create(chat) as ChatAdapter, { fetchPerson });
  const command = stage.command({ as: 'handler', name: 'new', from: 'form', values });
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
