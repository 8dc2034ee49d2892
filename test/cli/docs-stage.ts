import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { parse, stringify } from 'yaml';
import { ZipFile } from 'yazl';
import { createGifts } from '../../src/store/create-gifts.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createOutbox } from '../../src/store/create-outbox.ts';
import { type Key, newKey, parseKeys } from '../../src/store/keys.ts';
import { createSeal, type Seal } from '../../src/store/seal.ts';
import { use } from '../../src/store/agree-on-keys.ts';
import { createWebhooks } from '../../src/store/webhooks.ts';
import type { Store } from '../../src/store/store.ts';
import { voucher } from '../store/gift.ts';
import { deliveryIdOf, fresh, jobs, message, opened, reaction } from '../store/record.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { read } from '../support/documents.ts';
import { temporaryFolder } from '../support/folder.ts';

/** The communities of the pages, and the member their case is of. */
const COMMUNITY = 'slack:T0RIVERSIDE';
const SERVER = 'discord:1100000000000000001';
const MEMBER = 'U0ALMA';

const KEY = newKey(new Date());
/** The key that the page about keys has rotated away from. */
const OLD = (parseKeys(`k1:${'A'.repeat(43)}=`) as { keys: [Key] }).keys[0];
export const KEYS = [KEY, OLD] as const;

/** Of vouchers; the last three are known before the list of them is taken in. */
const CODES = Array.from({ length: 253 }, (_, index) => `CODE-${index}`);

const now = () => new Date();

/** What the pages show: a record of its own, and files with the names they have there. */
export interface DocsStage {
  /** Null for a page that has no use for one. */
  record: TestRecord | null;
  folder: string;
  /** A plan with the community, the gift and the webhook of the pages; and one with a Discord server as well. */
  config: string;
  withServer: string;
}

/** @param board where the webhook of the pages is */
export async function docsStage(board: string, withRecord: boolean): Promise<DocsStage> {
  const folder = temporaryFolder();
  const [config, withServer] = [join(folder, 'hearback.yaml'), join(folder, 'both.yaml')];
  writeFileSync(config, stringify(planOf(board, [COMMUNITY])));
  writeFileSync(withServer, stringify(planOf(board, [COMMUNITY, SERVER])));
  await filesIn(folder);
  const record = withRecord ? await testRecord() : null;
  if (record) {
    await seed(record.pool);
    // Those that keep the database to themselves find nobody in it.
    await record.pool.end();
  }
  return { record, folder, config, withServer };
}

function planOf(board: string, communities: readonly string[]): object {
  const { workspaces, ...plan } = parse(read('hearback.example.yaml')) as { workspaces: object[] };
  return {
    ...plan,
    webhooks: [{ name: 'board', url: board, secretEnv: 'BOARD_SECRET', private: true }],
    workspaces: communities.map((id) => ({ ...workspaces[0], id })),
  };
}

/** A case FB-12 whose answer `d57` could not be delivered, a flag `812` that could not be read, and what hangs from the case. */
async function seed(pool: Pool): Promise<void> {
  const [before, seal] = [createSeal([OLD]), createSeal(KEYS)];
  await use(pool, before, now());
  const store = createStore(pool, { now, seal: before });
  const outbox = createOutbox(pool, { now });
  await pool.query('insert into hearback.workspace values ($1, 11)', [COMMUNITY]);
  await pool.query(`select setval('hearback.delivery_delivery_id_seq', 56)`);
  await pool.query(`select setval('hearback.outbox_outbox_id_seq', 811)`);
  await store.takeIn(reaction('reaction_added', COMMUNITY, 'flagged', now()));
  const [flag] = await jobs(pool, 'record-flag');
  await outbox.fail(flag!.outboxId, {
    code: 'PERMISSION_MISSING',
    message: 'slack: invite the bot to the channel.',
  });
  await createWebhooks(pool, { now }).inForce([{ name: 'board', workspaces: null, types: null }]);
  const { key, answer } = await openCase(pool, before);
  await use(pool, seal, now());
  const month = now().toISOString().slice(0, 7);
  const gift = voucher(COMMUNITY, { month });
  await createGifts(pool, { now, seal }).importCodes(COMMUNITY, gift.key, CODES.slice(-3));
  const later = createStore(pool, { now, seal });
  await later.give(key, { gift: gift.key, month }, () => ({ history: [], gift }));
  await keepFiles(pool, later);
  await pool.query('update hearback.delivery set attempts = 3');
  await later.failDelivery(
    answer,
    { code: 'PERSON_UNREACHABLE', message: 'slack: direct messages are closed (cannot_dm_bot).' },
    [],
  );
  await pool.query(SINCE);
}

/** FB-12 with four attachments, two of which are sealed under the key that was in front then. */
async function openCase(pool: Pool, seal: Seal) {
  const store = createStore(pool, { now, seal });
  const files = [1, 2, 3, 4].map(() => ({
    fileId: fresh('F'),
    name: 'a.png',
    mime: 'image/png',
    size: 1,
    url: 'https://x',
  }));
  const source = message({ workspaceId: COMMUNITY, userId: MEMBER, files });
  const place = { type: 'dm' as const, workspaceId: COMMUNITY, userId: MEMBER };
  const { file, key } = await opened(
    store,
    { ...source, author: { ...source.author, name: 'Alma Berg' } },
    {
      history: [{ action: 'claimed', actorId: 'mia' }],
      replies: [{ markdown: 'words', authorId: 'anna', place, send: true }],
    },
  );
  await keepFiles(pool, store);
  return { key, answer: await deliveryIdOf(pool, COMMUNITY, `reply-${file.replies[0]!.replyId}`) };
}

/** Two that are not kept yet. */
async function keepFiles(pool: Pool, store: Store): Promise<void> {
  const waiting = (await jobs(pool, 'copy-file')).filter(({ isDone }) => !isDone).slice(0, 2);
  for (const { data, outboxId } of waiting) {
    await store.keepFile(Number(data['fileRowId']), { bytes: Buffer.from('x') });
    await pool.query('update hearback.outbox set done_at = now() where outbox_id = $1', [outboxId]);
  }
}

const SINCE = `
  update hearback.outbox set done_at = now() where outbox_id > 812;
  update hearback.gift set state = 'given', given_at = at;
  update hearback.webhook set failures = 3, failing_since = now(), last_sent_at = now();
  update hearback.webhook_message set outcome = '500', attempts = 3`;

/** Codes in a list, and archives of other programs, by the names the pages give them. */
async function filesIn(folder: string): Promise<void> {
  writeFileSync(join(folder, 'codes.csv'), `code\n${CODES.toSpliced(15, 0, 'CODE-0').join('\n')}\n`);
  await zip(join(folder, 'export.zip'), {
    'channels.json': JSON.stringify(['general', 'help'].map((name, index) => ({ id: `C${index}`, name }))),
    'users.json': JSON.stringify([{ id: 'U1', team_id: COMMUNITY.slice('slack:'.length), name: 'alma' }]),
    'general/2023-11-14.json': JSON.stringify([
      {
        type: 'message',
        user: 'U1',
        text: 'The export is broken',
        ts: '1700000001.000200',
        reactions: [{ name: 'triangular_flag_on_post', users: ['U1'] }],
      },
    ]),
  });
  await zip(
    join(folder, 'tickets-Riverside-2026-11-22.zip'),
    { 'settings.json': '{}', 'tickets.jsonl': '' },
    JSON.stringify({ originalGuildId: SERVER.slice('discord:'.length), version: '4.0.21' }),
  );
}

async function zip(path: string, files: Record<string, string>, comment = ''): Promise<void> {
  const made = new ZipFile();
  for (const [name, content] of Object.entries(files)) made.addBuffer(Buffer.from(content), name);
  made.end({ comment, forceZip64Format: false });
  await pipeline(made.outputStream, createWriteStream(path));
}

/** The stage once more, as it was at first: a page tells several stories of the same failures. */
export async function failedAgain(pool: Pool): Promise<void> {
  await pool.query(`update hearback.outbox set failed_at = now(), done_at = null, dropped_at = null,
    failure_code = 'PERMISSION_MISSING' where outbox_id = 812`);
}
