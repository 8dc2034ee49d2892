import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createStore } from '../../src/store/create-store.ts';
import type { AuditReport } from '../../src/store/audit-port.ts';
import type { Store } from '../../src/store/store.ts';
import { textsIn } from '../../src/texts/index.ts';
import { candidate, fresh, message, nothing, opened, START } from '../store/record.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { temporaryFolder } from '../support/folder.ts';
import { cliOf } from './cli.ts';

let record: TestRecord;
let store: Store;
let cli: ReturnType<typeof cliOf>;
const folder = temporaryFolder();

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
  cli = cliOf({ DATABASE_URL: record.url, HEARBACK_DATA_DIR: folder });
});
afterAll(() => record.drop());

async function aMember() {
  const workspaceId = fresh('slack:T');
  const userId = fresh('UZOE');
  const source = message({ workspaceId, userId, text: `${userId} said it` });
  const { key } = await opened(store, source, { history: [{ action: 'opened', actorId: 'mia' }] });
  return { workspaceId, userId, source, key, is: ['--workspace', workspaceId, '--user', userId] };
}

describe('hearback erase', () => {
  it('asks first, then prints a receipt with nothing personal in it', async () => {
    const { userId, is } = await aMember();

    const asked = await cli('erase', ...is);
    expect(asked).toMatchObject({ code: 1, notes: expect.stringContaining('Nothing was done. Add --yes') });
    expect((await cli('erase', 'find', userId)).out).toContain('message.author_id');

    const { code, out, notes } = await cli('erase', ...is, '--yes');
    expect({ code, notes }).toEqual({ code: 0, notes: '' });
    expect(out).toMatch(/^Receipt \d+: erased .*, asked for by the operator\.\n {2}1 case closed/);
    expect(out).not.toContain(userId);
    expect((await cli('erase', 'find', userId)).out).toBe('It stands nowhere.');
    expect(JSON.parse((await cli('erase', ...is, '--yes', '--json')).out)).toMatchObject({
      askedBy: 'operator',
    });
  });

  it('writes what stands in their place in the language of the community', async () => {
    const there = await aMember();
    const { workspaceId, userId, is, key } = await aMember();
    const policy = join(folder, 'danish.yaml');
    writeFileSync(
      policy,
      `language: fr\nworkspaces:\n  - { id: "${workspaceId}", language: da }\nkinds: 7\n`,
    );
    const run = cliOf({ DATABASE_URL: record.url, HEARBACK_DATA_DIR: folder, HEARBACK_CONFIG: policy });
    expect((await run('erase', ...is, '--yes')).code).toBe(0);
    expect((await store.read(key))?.case.member.name).toBe(textsIn('da').rules.kept.erasedMember);
    // A community the policy does not know, and no policy at all.
    expect((await run('erase', ...there.is, '--yes')).code).toBe(0);
    expect((await store.read(there.key))?.case.member.name).toBe('Erased member');
    expect((await cli('erase', 'find', userId)).out).toBe('It stands nowhere.');
  });

  it('wants to know who', async () => {
    expect(await cli('erase', '--user', 'U1', '--yes')).toMatchObject({
      code: 1,
      notes: expect.stringContaining('--workspace'),
    });
  });

  it('does nothing where there is no such community, and says which there are', async () => {
    const { workspaceId, userId } = await aMember();
    const policy = join(folder, 'planned.yaml');
    writeFileSync(policy, 'workspaces:\n  - { id: "slack:TPLANNED" }\n');
    const run = cliOf({ DATABASE_URL: record.url, HEARBACK_DATA_DIR: folder, HEARBACK_CONFIG: policy });
    const receipts = async () => (await run('erase', 'marks')).out;
    const before = await receipts();
    const mistyped = `${workspaceId}x`;
    const file = join(folder, fresh('export'));
    for (const line of [
      ['erase', '--workspace', mistyped, '--user', userId, '--yes'],
      ['export', '--member', mistyped, userId, file],
    ]) {
      const { code, out, notes } = await run(...line);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(notes).toContain(`There is no community ${mistyped}`);
      expect(notes.split('There are: ')[1]?.split('.')[0]?.split(', ')).toEqual(
        expect.arrayContaining([workspaceId, 'slack:TPLANNED']),
      );
    }
    expect(await receipts()).toBe(before);
    expect(existsSync(file)).toBe(false);
    expect((await cli('audit', 'verify')).out).not.toContain(mistyped);
    // Nothing has happened there yet, and it is one all the same.
    expect((await run('erase', '--workspace', 'slack:TPLANNED', '--user', userId, '--yes')).code).toBe(0);
  });

  it('says where an id stays, when it does', async () => {
    const { userId, is } = await aMember();
    const { key } = await opened(store, message({ workspaceId: is[1]!, userId: 'other' }));
    await store.change(key, () => ({
      change: { history: [], exclude: [{ userId, reason: 'accused', by: null }] },
      answer: null,
    }));

    expect((await cli('erase', ...is, '--yes')).notes).toContain('case_exclusion.user_id');
  });

  it('erases again whom a backup brought back, once, and not what they say later', async () => {
    const { workspaceId, userId, is, source } = await aMember();
    const other = await aMember();
    await cli('erase', ...is, '--yes');
    const file = join(folder, 'marks');
    writeFileSync(file, (await cli('erase', 'marks')).out);
    expect(readFileSync(file, 'utf8')).not.toContain(userId);
    // As a backup from before would have it: the person is there, the erasure is not.
    await record.pool.query('delete from hearback.erasure');
    await record.pool.query(
      'delete from hearback.message; delete from hearback.cases where workspace_id = $$' + workspaceId + '$$',
    );
    await store.open(candidate(source), nothing);
    expect((await cli('erase', 'find', userId)).out).not.toBe('It stands nowhere.');

    expect((await cli('erase', 'again', file)).out).toMatch(
      /^Receipt \d+: erased .* asked for by the restore\./,
    );
    expect((await cli('erase', 'find', userId)).out).toBe('It stands nowhere.');
    expect((await cli('erase', 'again', file)).out).toBe('Nobody of them is in the record.');
    expect((await store.read(other.key))?.case.member.userId).toBe(other.userId);

    const later = {
      ...message({ workspaceId, userId, text: 'hello again' }),
      postedAt: new Date(Date.now() + 60_000),
    };
    await store.open(candidate(later), nothing);
    expect((await cli('erase', 'again', file)).out).toBe('Nobody of them is in the record.');
    expect((await cli('erase', 'find', userId)).out).toContain('cases.member_id');
  });

  it('names the line of a file of marks that is none', async () => {
    const file = join(folder, 'broken');
    writeFileSync(file, '{"v":2}\n');

    expect(await cli('erase', 'again', file)).toMatchObject({
      code: 1,
      notes: expect.stringContaining('line 1 is not'),
    });
  });
});

describe('hearback export', () => {
  it('leaves nothing behind where it was stopped, and says where there is nothing about somebody', async () => {
    const { workspaceId, userId } = await aMember();
    const file = join(folder, fresh('export'));
    const settings = { DATABASE_URL: record.url, HEARBACK_DATA_DIR: folder };
    const stopped = cliOf(settings, undefined, { stopped: AbortSignal.abort() });
    expect(await stopped('export', '--member', workspaceId, userId, file)).toMatchObject({
      code: 1,
      notes: expect.stringContaining('Nothing is left half done'),
    });
    expect(existsSync(file)).toBe(false);
    expect(await cli('export', '--member', workspaceId, userId, join(file, 'x'))).toMatchObject({
      code: 1,
      notes: expect.stringContaining('its folder does not exist. Nothing was kept.'),
    });
    expect(await cli('export', '--member', workspaceId, 'UNOBODY', file)).toEqual({
      code: 0,
      out: expect.stringContaining(': 1 line. '),
      notes: `Nothing is kept about UNOBODY in ${workspaceId}. Look whether the id is right.`,
    });
  });

  it('writes a file only its owner can read, and never over another', async () => {
    const { workspaceId, userId } = await aMember();
    const file = join(folder, fresh('export'));

    const { code, out } = await cli('export', '--member', workspaceId, userId, file);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('4 lines') });
    expect(readFileSync(file, 'utf8').split('\n')[1]).toContain(`${userId} said it`);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);

    expect(await cli('export', '--member', workspaceId, userId, file)).toMatchObject({
      code: 1,
      notes: expect.stringContaining('is there already'),
    });
  });
});

describe('hearback audit', () => {
  it('shows who did what, of a case or of a person, in the community named', async () => {
    const { workspaceId } = await aMember();

    expect((await cli('audit', 'show', 'FB-1', '--workspace', workspaceId)).out).toMatch(
      /^1 {2}\S+ {2}mia {2}opened #1$/,
    );
    expect(
      (await cli('audit', 'show', '--person', 'mia', '--workspace', workspaceId, '--json')).out,
    ).toContain('"action":"opened"');
    expect(await cli('audit', 'show', 'FB-1')).toMatchObject({
      code: 1,
      notes: expect.stringContaining('--workspace'),
    });
    expect(await cli('audit', 'show', '--workspace', workspaceId)).toMatchObject({
      code: 1,
      notes: expect.stringContaining('--person'),
    });
  });

  it('cuts its old end only when told to, and proves the rest', async () => {
    const { workspaceId, key } = await aMember();
    await store.change(key, () => ({
      change: { history: [{ action: 'claimed', actorId: 'mia' }] },
      answer: null,
    }));
    const head = (JSON.parse((await cli('audit', 'verify', '--json')).out) as AuditReport).chains.find(
      (chain) => chain.workspaceId === workspaceId,
    )!.hash;

    expect(await cli('audit', 'cut', '--days', '7', '--yes')).toMatchObject({
      code: 1,
      notes: expect.stringContaining('at least 30'),
    });
    expect((await cli('audit', 'verify', '--expect', head)).code).toBe(0);
    await record.pool.query(`update hearback.audit set hash = $$x$$ where workspace_id = $1 and seq = 2`, [
      workspaceId,
    ]);
    const broken = await cli('audit', 'verify', '--expect', head, 'f'.repeat(64));
    expect(broken).toMatchObject({ code: 1, out: expect.stringContaining(`WRONG ${workspaceId}: Row 2`) });
    expect(broken.out).toContain('ffff');
  });
});
