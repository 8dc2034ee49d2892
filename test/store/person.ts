import type { Pool } from 'pg';
import type { Change } from '../../src/cases/change.ts';
import type { Store } from '../../src/store/store.ts';
import { candidate, deliveryIdOf, fresh, message, nothing, START } from './record.ts';

/** What must not be found any more once they are erased. */
export interface Person {
  workspaceId: string;
  userId: string;
  name: string;
  /** Everything they said, and every word with their name in it. */
  words: string[];
  caseId: number;
  number: number;
  otherCaseId: number;
  source: ReturnType<typeof message>;
}

const FILE = {
  fileId: 'F1',
  name: 'plum-screenshot.png',
  mime: 'image/png',
  size: 3,
  url: 'https://files.example/plum',
};

/** Somebody who has left a trace in every place the record has for them: as a member, as a flagger, and as one of the staff. */
export async function aPersonWhoWasEverywhere(store: Store, pool: Pool): Promise<Person> {
  const workspaceId = fresh('slack:T');
  const userId = fresh('UXAVER').padEnd(11, '7');
  const who = { workspaceId, userId };
  const source = message({ ...who, text: 'the plum pudding is broken', files: [FILE] });
  const name = source.author.name;
  const thread = { channelId: 'C1', messageId: source.ref.messageId };
  const { file } = await store.open(candidate(source, { origin: 'plum post' }), (found) => ({
    answer: null,
    change: ownCase(found.case.caseId, who, name),
  }));
  const { caseId, number } = file.case;
  const key = { workspaceId, caseId };
  await say(store, pool, key, who, thread);
  await store.addVersion(source.ref, { text: 'the plum pudding is quite broken', at: START });
  const kept = await pool.query<{ id: number }>(
    'select file_row_id as id from hearback.file order by 1 desc limit 1',
  );
  await store.keepFile(kept.rows[0]!.id, { bytes: Buffer.from('plum bytes') });
  const otherCaseId = await elsewhere(store, pool, who);
  return {
    ...who,
    name,
    words: ['plum', name, userId],
    caseId,
    number,
    otherCaseId,
    source,
  };
}

function ownCase(
  caseId: number,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  name: string,
): Change {
  const dm = { type: 'dm', workspaceId, userId } as const;
  const thread = { type: 'thread', workspaceId, channelId: 'C1', messageId: 'm' } as const;
  const triage = { type: 'channel', workspaceId, channelId: 'triage' } as const;
  return {
    history: [{ action: 'opened', actorId: 'mia' }],
    clocks: [{ op: 'start', kind: 'first_response', dueAt: START }],
    notes: [{ authorId: 'mia', text: `${name} wrote about plum twice` }],
    praise: [{ userId: 'mia', by: null }],
    help: { channelId: 'helpers', messageId: 'h1' },
    raise: { level: 3, why: 'person', reason: `${name} wrote about plum`, by: 'mia' },
    replies: [
      { markdown: `Hi ${name}, thank you for the plum.`, authorId: null, place: dm, send: true },
      { markdown: `Hi ${name}, one more plum.`, authorId: 'mia', place: thread, send: false },
      {
        markdown: `${name} could use a hand with the plum.`,
        authorId: null,
        place: { ...triage, channelId: 'helpers' },
        purpose: 'community',
        send: true,
      },
    ],
    deliveries: [
      { key: `triage-${caseId}`, place: triage, body: { type: 'triage' } },
      {
        key: `quoted-${caseId}-${userId}`,
        place: { ...dm, userId: 'mia' },
        body: {
          type: 'notice',
          title: `${name} has answered`,
          blocks: [{ type: 'quote', children: [{ type: 'text', text: 'my plum' }] }],
        },
      },
    ],
  };
}

/** In the thread of their own case, by way of the intake. */
async function say(
  store: Store,
  pool: Pool,
  key: { workspaceId: string; caseId: number },
  who: { workspaceId: string; userId: string },
  thread: { channelId: string; messageId: string },
): Promise<void> {
  for (const text of ['plum one', 'plum two']) {
    const said = message({ ...who, text, threadRoot: thread });
    await store.takeIn({
      key: `message/C1/${said.ref.messageId}`,
      meaning: 'message',
      kind: null,
      event: {
        kind: 'message_posted',
        workspaceId: who.workspaceId,
        eventId: null,
        at: START,
        channelId: 'C1',
        messageId: said.ref.messageId,
        parentChannelId: null,
        message: said,
        isDirect: false,
      },
    });
    // The second stays as it came in: its job has not run yet.
    if (text === 'plum one') await store.addMessage(key, { role: 'member', snapshot: said }, nothing);
  }
  for (const deliveryKey of [`triage-${key.caseId}`, `quoted-${key.caseId}-${who.userId}`]) {
    const id = await deliveryIdOf(pool, who.workspaceId, deliveryKey);
    await store.deliver(
      id,
      async () => ({ posted: { workspaceId: who.workspaceId, channelId: 'triage', messageId: `p${id}` } }),
      () => null,
    );
  }
}

/** In a case that is not theirs: around it, in its thread, as whoever flagged, handled, noted, answered and looked. */
async function elsewhere(
  store: Store,
  pool: Pool,
  who: { workspaceId: string; userId: string },
): Promise<number> {
  const { workspaceId, userId } = who;
  const source = {
    ...message({ workspaceId, userId: 'other', text: 'the tea is cold' }),
    mentions: ['mia', userId],
  };
  const triage = { type: 'channel', workspaceId, channelId: 'triage' } as const;
  const { file } = await store.open(
    candidate(source, {
      reporters: [userId],
      handlerId: userId,
      messages: [
        { role: 'context', snapshot: message({ ...who, text: 'plum around it' }) },
        { role: 'source', snapshot: source },
      ],
    }),
    () => ({
      answer: null,
      change: {
        history: [
          { action: 'assigned', actorId: userId, detail: { to: userId } },
          { action: 'excluded', actorId: 'mia', detail: { person: userId } },
        ],
        notes: [{ authorId: userId, text: 'ask the kitchen' }],
        praise: [
          { userId, by: userId },
          { userId: 'other', by: userId },
        ],
        credit: { userId, by: userId },
        raise: { level: 2, why: 'person', reason: 'Cold again', by: userId },
        cc: { add: [{ userId }], by: userId },
        follow: { add: [userId] },
        replies: [{ markdown: 'We warm it up.', authorId: userId, place: triage, send: false }],
        deliveries: [
          {
            key: fresh('r'),
            place: { type: 'dm', workspaceId, userId },
            body: { type: 'reminder', clock: 'update_due', step: 0, personId: userId },
          },
          {
            key: fresh('i'),
            place: triage,
            body: {
              type: 'notice',
              title: 'For them',
              blocks: [{ type: 'paragraph', children: [{ type: 'person', userId, ping: false }] }],
            },
          },
          {
            key: fresh('e'),
            place: triage,
            body: { type: 'receipt', emoji: '👀', present: true, message: source.ref, reporterId: userId },
          },
        ],
      },
    }),
  );
  const key = { workspaceId, caseId: file.case.caseId };
  await store.addMessage(
    key,
    { role: 'thread', snapshot: message({ ...who, text: 'plum in their thread' }) },
    nothing,
  );
  await store.say(workspaceId, {
    key: `flag-answer-C1-m1-${userId}`,
    place: { type: 'dm', workspaceId, userId },
    body: { type: 'notice', title: 'About your flag', blocks: [] },
  });
  await flagged(store, pool, who, 'm77');
  await pool.query(
    `insert into hearback.session (token_hash, workspace_id, user_id, created_at, last_seen_at, expires_at) values (decode(md5($2), 'hex'), $1, $2, now(), now(), now())`,
    [workspaceId, userId],
  );
  await pool.query(
    `insert into hearback.access_link (token_hash, workspace_id, user_id, purpose, created_at, expires_at) values (decode(md5($2), 'hex'), $1, $2, 'dashboard', now(), now())`,
    [workspaceId, userId],
  );
  await store.once({ interaction: `C1:1.2:${userId}:3.4`, workspaceId }).change(key, nothing);
  return key.caseId;
}

/** A flag of theirs that has been dealt with. @returns whether it was new */
export async function flagged(
  store: Store,
  pool: Pool,
  { workspaceId, userId }: { workspaceId: string; userId: string },
  messageId: string,
): Promise<boolean> {
  const isNew = await store.takeIn({
    key: `flag/C1/${messageId}/${userId}/🚩`,
    meaning: 'flag',
    kind: 'feedback',
    event: {
      kind: 'reaction_added',
      workspaceId,
      eventId: null,
      at: START,
      channelId: 'C1',
      messageId,
      parentChannelId: null,
      userId,
      emoji: '🚩',
    },
  });
  await pool.query(`update hearback.outbox set done_at = now() where kind = 'record-flag'`);
  return isNew;
}
