import { readFileSync } from 'node:fs';
import type pg from 'pg';
import { digestsOf } from '../src/cases/digest/plan.ts';
import { typedAs } from '../src/cases/typed-as.ts';
import { readConfig } from '../src/config.ts';
import { createLog } from '../src/log.ts';
import { parsePolicy } from '../src/policy/load.ts';
import { playbookTexts, readPlaybooks } from '../src/policy/playbooks.ts';
import { openDatabase } from '../src/store/database.ts';
import { createDigests } from '../src/store/digests.ts';
import { visitPostgres } from '../src/store/embedded/start-postgres.ts';
import { periodsBefore } from '../src/time/schedule.ts';
import { sandboxClient } from './api/client.ts';

/** Weeks the chart of a digest shows. */
const WEEKS = 8;
const SOON_MS = 60_000;

/** What members said, with the emoji it was flagged by and, where they have said it, how satisfied they were. */
const SAID: readonly [words: string, emoji: string, rating: number | null][] = [
  ['The app closes when I open the calendar', '🐛', 4],
  ['I was charged twice this month', '💸', 5],
  ['Nobody answered my question about the workshop', '🚩', 3],
  ['The new colours are hard to read at night', '🚩', 4],
  ['Your newcomers’ evening was wonderful, thank you!', '🙏', null],
  ['Pictures no longer load on my phone', '🐛', 5],
  ['The invoice has the wrong address', '💸', 4],
  ['I cannot find the rules for the market', '🚩', 5],
  ['The search forgets what I typed', '🐛', 2],
  ['The event was moved without a word', '🚩', 4],
  ['The map is empty since the update', '🐛', 5],
  ['Thanks for the quick help yesterday', '🙏', null],
  ['My order never arrived', '💸', null],
  ['Replies come twice in the mail', '🐛', null],
  ['The sign-up form asks for a fax number', '🚩', null],
];

interface Cast {
  platform: 'slack' | 'discord';
  member: string;
  neighbour: string;
  manager: string;
  channel: string;
}

/**
 * A sandbox that has been used for eight weeks, for a picture of what only time makes: members say things, most of it is
 * resolved, and then the record is told that it was over these weeks. The digest of the last one is posted.
 */
export async function liveWeeks(url: string, casts: readonly Cast[]): Promise<void> {
  for (const cast of casts) await tellEverything(url, cast);
  const env = { HEARBACK_CONFIG: 'sandbox/hearback.yaml', ...process.env };
  const config = readConfig(env, { withoutPlatform: true });
  const log = createLog('warn', 'errors');
  const server = config.databaseUrl ? null : await visitPostgres({ ...config, log });
  const pool = openDatabase(config.databaseUrl ?? server!.connection, { log });
  try {
    await askDigests(pool);
  } finally {
    await pool.end();
    await server?.stop();
  }
}

async function tellEverything(
  url: string,
  { platform, member, neighbour, manager, channel }: Cast,
): Promise<void> {
  const client = sandboxClient(url, platform);
  const triage = { as: manager, channel: 'feedback-triage' };
  const names = async () => {
    const shown = JSON.stringify(await client.messages({ ...triage, limit: 100 }));
    return new Set([...shown.matchAll(/FB-(\d+) ·/g)].map(([, number]) => Number(number)));
  };
  for (const [index, [text, emoji, rating]] of SAID.entries()) {
    const as = index % 4 === 3 ? member : neighbour;
    const before = await names();
    const { message } = await client.createMessage({ as, channel, text });
    await client.react({ as: manager, channel, message, emoji, present: true });
    const number = await until(async () => [...(await names())].find((each) => !before.has(each)));
    if (rating !== null) await client.command({ ...triage, text: `/feedback resolve FB-${number} yes` });
  }
  const [first] = await names();
  const item = typedAs(`meeting add FB-${first} Do we offer a refund?`, `${platform}:`);
  await client.command({ ...triage, text: item });
}

/** In the order in which they were said, more and more of them; the last ones in the week the digest is about. */
async function askDigests(pool: pg.Pool): Promise<void> {
  const policy = parsePolicy(
    readFileSync('sandbox/hearback.yaml', 'utf8'),
    'sandbox/hearback.yaml',
    null,
    readPlaybooks(playbookTexts('playbooks'), null),
  );
  for (const workspace of policy.workspaces) {
    const [plan] = digestsOf(policy, workspace);
    const [last] = periodsBefore(plan!.schedule, new Date(), 1);
    if (!plan || !last) continue;
    await spread(pool, workspace.id, last.to);
    const { workspaceId, key, channelId } = plan;
    const digests = createDigests(pool, { now: () => new Date() });
    await digests.ask({ workspaceId, key, place: { type: 'channel', workspaceId, channelId } }, null);
    await pool.query(`update hearback.digest set period_to = $2 where workspace_id = $1 and state = 'seen'`, [
      workspaceId,
      last.from,
    ]);
    await digests.ask({ workspaceId, key, place: { type: 'channel', workspaceId, channelId } }, last);
  }
}

async function spread(pool: pg.Pool, workspaceId: string, end: Date): Promise<void> {
  const found = await pool.query<{ caseId: number; quote: string }>(
    'select case_id as "caseId", quote from hearback.cases where workspace_id = $1 order by number',
    [workspaceId],
  );
  const told = found.rows.flatMap(({ caseId, quote }) => {
    const index = SAID.findIndex(([words]) => words === quote);
    return index === -1 ? [] : [{ caseId, rating: SAID[index]![2], place: (index + 1) / (SAID.length + 1) }];
  });
  for (const { caseId, rating, place } of told) {
    // A few in the first weeks, more in the last ones.
    const at = new Date(end.getTime() - (1 - Math.sqrt(place)) * WEEKS * 7 * 86_400_000);
    await pool.query(
      `update hearback.delivery set posted_at = $2::timestamptz + interval '3 hours' where case_id = $1`,
      [caseId, at],
    );
    await pool.query(
      `update hearback.close_request set answer = 'solved', answered_at = $2::timestamptz + interval '1 day',
         rating = $3, rated_at = $2::timestamptz + interval '1 day' where case_id = $1 and $3::integer is not null`,
      [caseId, at, rating],
    );
    await pool.query('update hearback.cases set opened_at = $2 where case_id = $1', [caseId, at]);
  }
}

async function until<T>(find: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + SOON_MS;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error('What was flagged has not become a case within a minute.');
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
