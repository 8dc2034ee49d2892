import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { proposeIssue, sendIssue } from '../../src/cases/programs/issues.ts';
import type { CaseFile } from '../../src/cases/case.ts';
import { followIssue } from '../../src/handlers/follow-issue.ts';
import type { Context } from '../../src/handlers/handler.ts';
import { makeIssue } from '../../src/handlers/make-issue.ts';
import type { Policy, TrackerPolicy } from '../../src/policy/schema.ts';
import { createPrograms } from '../../src/programs.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createPeople } from '../../src/store/people.ts';
import { createIssues } from '../../src/store/issues.ts';
import type { Issues } from '../../src/store/issues-port.ts';
import type { CaseKey, Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { HANDLER, policy as usual, workspace } from '../support/factories.ts';
import { openGithub } from '../support/github.ts';
import { openJira } from '../support/jira.ts';
import { after, message, opened } from '../store/record.ts';

let record: TestRecord;
let store: Store;
let issues: Issues;
let minutes = 0;
let github: Awaited<ReturnType<typeof openGithub>>;
let programs: ReturnType<typeof createPrograms>;
let policy: Policy;
let token: string | null;

beforeAll(async () => {
  record = await testRecord();
});
beforeEach(async () => {
  minutes = 0;
  token = 'gh-token';
  github = await openGithub();
  await record.pool.query('delete from hearback.trouble');
  const now = () => after(minutes);
  store = createStore(record.pool, { now });
  issues = createIssues(record.pool, { now });
  policy = { ...usual, issues: { tools: tracker() } };
  programs = createPrograms({ policy: () => policy, secretOf: () => token, now });
});
afterEach(async () => {
  await programs.close();
  await github.close();
});
afterAll(() => record.drop());

function tracker(over: Partial<Extract<TrackerPolicy, { type: 'github' }>> = {}): TrackerPolicy {
  return {
    type: 'github',
    tokenEnv: 'GH_TOKEN',
    repository: 'riverside/tools',
    apiUrl: github.url,
    labels: ['community'],
    restricted: false,
    ...over,
  };
}

function inJira(site: string): TrackerPolicy {
  const { labels, restricted } = tracker();
  return { type: 'jira', tokenEnv: 'GH_TOKEN', site, project: 'QA', issueType: 'Bug', labels, restricted };
}

const context = () =>
  ({
    store,
    once: store,
    issues,
    programs,
    policy: () => policy,
    people: createPeople(record.pool, { now: () => after(minutes) }),
    chat: () => ({
      fetchPerson: async (_workspace: string, userId: string) => ({
        userId,
        isMember: true,
        isBot: false,
        groups: [],
      }),
    }),
    now: () => after(minutes),
    log: pino({ level: 'silent' }),
  }) as unknown as Context;

/** A case, and an issue of it that somebody has said yes to. */
async function asked(): Promise<{ key: CaseKey; issueId: number }> {
  const { key } = await opened(store, message({ workspaceId: workspace.id, text: 'Secret words' }));
  const wish = { tracker: 'tools', title: 'It breaks', body: 'Each Monday.', by: HANDLER };
  const proposed = await store.change(key, (file) => ({
    change: proposeIssue(file, wish, policy),
    answer: null,
  }));
  const issueId = proposed?.file.issues[0]?.issueId ?? 0;
  await store.change(key, (file) => ({ change: sendIssue(file, issueId, HANDLER, policy), answer: null }));
  return { key, issueId };
}

const make = (issueId: number) => makeIssue.run({ issueId }, context());
const follow = (issueId: number) => followIssue.run({ issueId }, context());
const read = async (key: CaseKey): Promise<CaseFile> => (await store.read(key))!;

async function told(key: CaseKey): Promise<string[]> {
  const { case: found } = await read(key);
  const { rows } = await record.pool.query<{ title: string }>(
    `select body ->> 'title' as title from hearback.delivery where case_id = $1 and body ->> 'type' = 'notice' order by delivery_id`,
    [found.caseId],
  );
  return rows.map(({ title }) => title);
}

describe('making an issue', () => {
  it('makes one, however often the job is run, and keeps no copy of what it says', async () => {
    const { key, issueId } = await asked();

    await make(issueId);
    await make(issueId);

    expect(github.issues).toHaveLength(1);
    expect(github.issues[0]).toMatchObject({ title: 'It breaks', labels: ['community'] });
    expect(github.issues[0]?.body).not.toMatch(/Secret|name of member/);
    expect((await read(key)).issues).toMatchObject([
      { state: 'open', name: 'riverside/tools#1', title: '', body: '' },
    ]);
  });

  it('finds the one whose answer was lost, in place of making another', async () => {
    const { key, issueId } = await asked();
    github.faults.push('lost-after');

    await expect(make(issueId)).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    await make(issueId);

    expect(github.issues).toHaveLength(1);
    expect((await read(key)).issues).toMatchObject([{ state: 'open', name: 'riverside/tools#1' }]);
  });

  it('makes the one that was not made after all', async () => {
    const { issueId } = await asked();
    github.faults.push('lost-before');

    await expect(make(issueId)).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    await make(issueId);

    expect(github.issues).toHaveLength(1);
  });

  it('makes one in Jira too, whose search does not know yet what was just made', async () => {
    const jira = await openJira();
    policy = { ...usual, issues: { tools: inJira(jira.url) } };
    token = 'jira-token';
    const { issueId } = await asked();
    // Each time it was not said whether it was made, once after a long limit.
    jira.faults.push({ status: 429, headers: { 'retry-after': '600' } });
    await expect(make(issueId)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    minutes = 10;
    jira.faults.push('lost-after');
    await expect(make(issueId)).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });

    const [made] = jira.issues.splice(0);
    for (minutes of [10.5, 11, 11.5])
      await expect(make(issueId)).rejects.toMatchObject({
        code: 'NOT_YET',
        retry: { afterMs: expect.any(Number) },
      });
    jira.issues.push(made!);
    minutes = 12;
    await make(issueId);

    expect(jira.issues).toHaveLength(1);
    await jira.close();
  });

  it('in Jira that was not made after all is made once its search would know it', async () => {
    const jira = await openJira();
    policy = { ...usual, issues: { tools: inJira(jira.url) } };
    token = 'jira-token';
    const { issueId } = await asked();
    jira.faults.push({ status: 502 });
    await expect(make(issueId)).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });

    minutes = 1;
    await expect(make(issueId)).rejects.toMatchObject({ code: 'NOT_YET' });
    minutes = 2;
    await make(issueId);

    expect(jira.issues).toHaveLength(1);
    await jira.close();
  });

  it('makes one, when two processes are at it', async () => {
    const { issueId } = await asked();

    await Promise.allSettled([make(issueId), make(issueId), make(issueId)]);
    await make(issueId);

    expect(github.issues).toHaveLength(1);
  });

  it('that cannot be, tells whoever asked, once, and can be asked for again', async () => {
    const { key, issueId } = await asked();
    token = null;

    await make(issueId);
    await make(issueId);

    expect(await told(key)).toEqual(['The issue could not be made in tools']);
    expect((await read(key)).issues).toMatchObject([{ state: 'failed', title: 'It breaks' }]);
  });

  it('takes nothing of a case to another program that somebody is kept out of since', async () => {
    const { key, issueId } = await asked();
    await store.change(key, () => ({
      change: { exclude: [{ userId: 'accused', reason: 'accused', by: null }], history: [] },
      answer: null,
    }));

    await make(issueId);

    expect(github.issues).toEqual([]);
    expect((await read(key)).issues).toMatchObject([{ state: 'failed' }]);
  });
});

describe('an issue that is there', () => {
  async function made() {
    const asking = await asked();
    await make(asking.issueId);
    return asking;
  }

  it('tells whoever looks after the case that it was closed, and opened again, once each', async () => {
    const { key, issueId } = await made();
    const quiet = await follow(issueId).catch((error: unknown) => error);
    expect(quiet).toMatchObject({ code: 'NOT_YET', retry: { afterMs: 300_000 } });

    github.change(1, { state: 'closed', state_reason: 'completed' });
    await follow(issueId).catch(() => null);
    await follow(issueId).catch(() => null);
    expect((await read(key)).issues).toMatchObject([{ state: 'closed', status: 'closed, completed' }]);
    github.change(1, { state: 'open', state_reason: 'reopened' });
    await follow(issueId).catch(() => null);

    expect(await told(key)).toEqual([
      'riverside/tools#1 is closed (closed, completed) in tools',
      'riverside/tools#1 was opened again in tools',
    ]);
    expect((await store.history(key, 10)).map(({ action }) => action)).toEqual([
      'issue_asked',
      'issue_made',
      'issue_closed',
      'issue_reopened',
    ]);
  });

  it('tells once that it was deleted, or moved, and is not looked at any more', async () => {
    const { key, issueId } = await made();
    github.change(1, { fate: { movedTo: 'https://api.github.com/repos/riverside/site/issues/7' } });

    await follow(issueId);
    await follow(issueId);

    expect(await told(key)).toEqual(['riverside/tools#1 was moved to riverside/site#7 in tools']);
    expect((await read(key)).issues).toMatchObject([{ state: 'gone' }]);
  });

  it('is not taken for deleted when the token has run out; the admins hear of that once', async () => {
    const { key, issueId } = await made();
    github.hide(true);

    await expect(follow(issueId)).rejects.toMatchObject({ retry: { afterMs: 3_600_000 } });
    await expect(follow(issueId)).rejects.toMatchObject({ retry: { afterMs: 3_600_000 } });

    const { rows } = await record.pool.query(
      `select from hearback.delivery where starts_with(key, 'tracker-tools-') and workspace_id = $1`,
      [workspace.id],
    );
    expect(rows).toHaveLength(workspace.roles.admin.people.length);
    expect((await read(key)).issues).toMatchObject([{ state: 'open' }]);
    github.hide(false);
    await expect(follow(issueId)).rejects.toMatchObject({ code: 'NOT_YET' });
  });

  it('of a repository that was given up and is closed to us is told of once, however its successor does', async () => {
    const old = await made();
    const { issueId } = await made();
    await record.pool.query(`update hearback.issue set name = 'riverside/old#1' where issue_id = $1`, [
      old.issueId,
    ]);

    for (let hours = 0; hours < 3; hours += 1)
      for (const each of [old.issueId, issueId]) await follow(each).catch(() => null);

    const { rows } = await record.pool.query<{ words: string }>(
      `select body -> 'blocks' ->> 0 as words from hearback.delivery where starts_with(key, 'tracker-tools-') and body::text like '%riverside/old%'`,
    );
    expect(rows).toHaveLength(workspace.roles.admin.people.length);
  });

  it('is followed again when its tracker was out of the policy for a while', async () => {
    const { issueId } = await made();
    policy = { ...policy, issues: {} };
    await expect(follow(issueId)).rejects.toMatchObject({ code: 'NOT_YET', retry: { afterMs: 21_600_000 } });
  });

  it('is looked at less and less, and not at all a month after it was closed', async () => {
    const { issueId } = await made();
    minutes = 10 * 1_440;
    expect(await follow(issueId).catch((error: unknown) => error)).toMatchObject({
      retry: { afterMs: 21_600_000 },
    });
    github.change(1, { state: 'closed' });
    await follow(issueId).catch(() => null);

    minutes += 31 * 1_440;
    await expect(follow(issueId)).resolves.toBeUndefined();
  });

  it('is looked at now, when its tracker says that something happened', async () => {
    const { issueId } = await made();
    await record.pool.query(`update hearback.outbox set run_at = now() + interval '1 day' where key = $1`, [
      `follow-issue-${issueId}`,
    ]);

    expect(
      await issues.wake(
        'tools',
        'Riverside/Tools#1',
        usual.workspaces.map(({ id }) => id),
      ),
    ).toBe(true);
    expect(
      await issues.wake(
        'tools',
        'riverside/tools#99',
        usual.workspaces.map(({ id }) => id),
      ),
    ).toBe(false);

    const { rows } = await record.pool.query<{ due: boolean }>(
      `select run_at <= $2 as due from hearback.outbox where key = $1 and done_at is null`,
      [`follow-issue-${issueId}`, after(0)],
    );
    expect(rows).toEqual([{ due: true }]);
  });
});
