import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { use } from '../../src/store/agree-on-keys.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createExports } from '../../src/store/exports.ts';
import { newKey } from '../../src/store/keys.ts';
import { createSeal } from '../../src/store/seal.ts';
import { createTranscripts } from '../../src/store/transcripts.ts';
import { FORMATS, makeTranscript, type Format, type Reader } from '../../src/transcript/make-transcript.ts';
import { transcript } from '../../src/transcript/transcript.ts';
import { after, candidate, message, START } from '../store/record.ts';
import { testRecord, type TestRecord } from '../support/database.ts';

const seal = createSeal([newKey(START)]);
const workspaceId = 'slack:T1';
const secrets: string[] = [];
/** A word that stands nowhere else and that the member must never see. */
const secret = (what: string) => {
  const word = `zq${what}${Math.random().toString(36).slice(2)}`;
  secrets.push(word);
  return word;
};
let record: TestRecord;

function made(reader: Reader, as: Format, language = 'en') {
  const store = createStore(record.pool, { now: () => START, seal });
  return makeTranscript(
    {
      key: { workspaceId, number: 1 },
      for: reader,
      as,
      languages: [language],
      eyes: 'program',
      prefix: 'FB',
    },
    { community: 'Riverside', kindName: (key) => key, departmentName: (key) => key, personName: (id) => id },
    {
      exports: createExports(record.pool, { seal }),
      transcripts: createTranscripts(record.pool),
      bytesOf: (id) => store.fileBytes(workspaceId, id),
    },
  );
}

beforeAll(async () => {
  record = await testRecord();
  await use(record.pool, seal, START);
  const store = createStore(record.pool, { now: () => START, seal });
  const file = { fileId: 'F1', name: 'shot.png', mime: 'image/png', size: 4, url: secret('url') };
  const source = message({
    workspaceId,
    userId: 'alma',
    messageId: 's1',
    text: 'The plum is broken',
    files: [file],
  });
  const place = { type: 'thread', workspaceId, channelId: 'C1', messageId: 's1' } as const;
  const helpers = { type: 'channel', workspaceId, channelId: 'CHELP' } as const;
  const { file: found } = await store.open(
    candidate(source, {
      kind: 'about-staff',
      severity: 'urgent',
      handlerId: secret('handler'),
      reporters: [secret('reporter')],
      messages: [
        { role: 'context', snapshot: message({ workspaceId, userId: 'bo', text: secret('context') }) },
        { role: 'source', snapshot: source },
      ],
    }),
    () => ({
      answer: null,
      change: {
        history: [
          { action: secret('action'), actorId: secret('actor'), detail: { to: secret('detail') } },
          { action: 'excluded', actorId: 'mia', detail: { person: secret('kept') } },
        ],
        notes: [{ authorId: secret('author'), text: secret('note') }],
        departments: ['support'],
        exclude: [{ userId: secret('accused'), reason: 'accused', by: secret('by') }],
        raise: { level: 3, why: 'person', reason: secret('reason'), by: secret('raiser') },
        cc: { add: [{ userId: secret('cc') }], by: 'mia' },
        follow: { add: [secret('follower')] },
        recommend: { choice: secret('choice'), reason: secret('because'), by: secret('who') },
        replies: [
          { markdown: 'We are sorry for the plum.', authorId: secret('writer'), place, send: true },
          { markdown: secret('draft'), authorId: null, place, send: false },
          { markdown: secret('question'), authorId: null, place: helpers, purpose: 'community', send: true },
          { markdown: secret('queued'), authorId: null, place, send: true },
        ],
      },
    }),
  );
  const { caseId } = found.case;
  const say = (
    role: 'member' | 'thread',
    userId: string,
    text: string,
    root = { channelId: 'C1', messageId: 's1' },
  ) =>
    store.addMessage(
      { workspaceId, caseId },
      { role, snapshot: { ...message({ workspaceId, userId, text, threadRoot: root }), postedAt: after(5) } },
      () => ({ change: null, answer: null }),
    );
  await say('member', 'alma', 'It is still broken');
  await say('thread', 'bo', 'Mine as well');
  await say('thread', 'cy', secret('helper'), { channelId: 'CHELP', messageId: 'h1' });
  await record.pool.query(
    `update hearback.reply set state = 'sent' where reply_id in (select reply_id from hearback.reply where case_id = ${caseId} order by reply_id limit 1);
     update hearback.reply set state = 'sent' where purpose = 'community';
     update hearback.case_department set question = '${secret('ask')}', words = '${secret('words')}', link = '${secret('link')}';
     insert into hearback.issue (case_id, tracker, title, body, asked_by, asked_at) values (${caseId}, 'dev', '${secret('title')}', '${secret('body')}', 'mia', now());
     insert into hearback.tick (case_id, item, ticked_by, at) values (${caseId}, '${secret('tick')}', 'mia', now());
     insert into hearback.gift (workspace_id, case_id, member_id, gift, value, state, month, at) values ('${workspaceId}', ${caseId}, 'alma', '${secret('gift')}', 5, 'proposed', '2026-11', now());
     insert into hearback.note_version (note_id, version, text, at) select note_id, 1, '${secret('version')}', now() from hearback.note;
     insert into hearback.topic (title, made_at) values ('${secret('topic')}', now());
     insert into hearback.mail_file (note_id, name, mime, size) select note_id, '${secret('mailed')}', 'text/plain', 1 from hearback.note;
     insert into hearback.close_request (reply_id, case_id, asked_at, answer, answered_at, rating, rated_at, comment)
       select min(reply_id), ${caseId}, now(), 'solved', now(), 4, now(), 'Kind of you' from hearback.reply where case_id = ${caseId};`,
  );
  const { rows } = await record.pool.query<{ id: number }>(
    'select file_row_id::int as id from hearback.file',
  );
  await store.keepFile(rows[0]!.id, { bytes: Buffer.from('plum') });
});
afterAll(() => record.drop());

describe("the member's transcript", () => {
  it.each(FORMATS)('has what they said and saw, and no internal word, as %s', async (as) => {
    const { text, name } = (await made('member', as))!;
    const plain = text.replaceAll('\\', '');
    for (const own of [
      'The plum is broken',
      'It is still broken',
      'Mine as well',
      'We are sorry for the plum',
      'Kind of you',
      '4 of 5',
    ])
      expect(plain).toContain(own);
    expect(text).toContain(Buffer.from('plum').toString('base64'));
    expect(secrets.filter((word) => plain.includes(word))).toEqual([]);
    expect(plain).not.toMatch(/about-staff|urgent|support|accused/);
    expect(name).toBe(`FB-1-for-member.${as}`);
  });

  it('is read again by its own schema', async () => {
    for (const reader of ['member', 'staff'] as const)
      expect(transcript.parse(JSON.parse((await made(reader, 'json'))!.text)).for).toBe(reader);
  });
});

describe('the transcript for staff', () => {
  it.each(FORMATS)('has the notes, marked as internal, as %s', async (as) => {
    const plain = (await made('staff', as))!.text.replaceAll('\\', '');
    expect(plain).toContain('internal note');
    expect(
      secrets.filter((word) => /^zq(note|draft|handler|context|detail)/.test(word) && !plain.includes(word)),
    ).toEqual([]);
    expect(plain).toContain('Mine as well');
    // In the language of whoever reads it.
    const inDanish = (await made('staff', as, 'da'))!.text;
    expect([inDanish.includes('haster'), inDanish.includes('urgent')]).toEqual([true, false]);
    // Whom it is kept from stands on no paper.
    expect(secrets.filter((word) => /^zq(kept|accused)/.test(word) && plain.includes(word))).toEqual([]);
  });
});
