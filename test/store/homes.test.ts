import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Standing } from '../../src/cases/access.ts';
import type { Change } from '../../src/cases/change.ts';
import { createDuty } from '../../src/store/duty.ts';
import { createStore } from '../../src/store/create-store.ts';
import { erase } from '../../src/store/erase.ts';
import { NotYet } from '../../src/errors.ts';
import type { Drawn, Homes } from '../../src/store/home-port.ts';
import { createHomes } from '../../src/store/homes.ts';
import { createIdentities } from '../../src/store/identities.ts';
import { createRoles } from '../../src/store/roles.ts';
import type { Store } from '../../src/store/store.ts';
import { tidyHomes } from '../../src/store/tidy-homes.ts';
import { noSeal } from '../../src/store/seal.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { after, candidate, fresh, jobs, message, START } from './record.ts';

let record: TestRecord;
let store: Store;
let homes: Homes;
let clock: Date;
let workspaceId: string;
const now = () => clock;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now });
  homes = createHomes(record.pool, { now });
});
beforeEach(() => {
  clock = START;
  workspaceId = fresh('slack:T');
});
afterAll(() => record.drop());

const drawn = (more: Partial<Drawn> = {}): Drawn => ({
  shown: 'hash',
  version: 'v1',
  seesCases: true,
  cases: [],
  next: null,
  ...more,
});

/** Opens somebody's page and draws it. */
async function opened(userId: string, more: Partial<Drawn> = {}): Promise<number> {
  await homes.opened({ workspaceId, userId });
  const homeId = await idOf(userId);
  await homes.draw(homeId, async () => drawn(more));
  return homeId;
}

async function idOf(userId: string): Promise<number> {
  const { rows } = await record.pool.query<{ id: string }>(
    'select home_id as id from hearback.home where workspace_id = $1 and user_id = $2',
    [workspaceId, userId],
  );
  return Number(rows[0]!.id);
}

/** How often a page is asked for at once: what is planned for a time of its own is left out. */
async function asked(homeId: number): Promise<number> {
  const { rows } = await record.pool.query(
    `select 1 from hearback.outbox where kind = 'refresh-home' and key is null and data ->> 'homeId' = $1`,
    [String(homeId)],
  );
  return rows.length;
}

async function opensCase(set: Change['set'] = {}) {
  const { file } = await store.open(candidate(message({ workspaceId })), () => ({
    change: { history: [], set },
    answer: null,
  }));
  return file.case;
}

async function change(caseId: number, more: Partial<Change>): Promise<void> {
  await store.change({ workspaceId, caseId }, () => ({ change: { history: [], ...more }, answer: null }));
}

/** What the queue does with the word of a change. */
async function follow(caseId: number): Promise<number> {
  const found = (await jobs(record.pool, 'follow-homes')).filter(({ data }) => data['caseId'] === caseId);
  for (const _ of found) await homes.caseChanged(caseId);
  return found.length;
}

describe('a page of somebody', () => {
  it('is asked for at once when it is opened, however often that is heard, and once more a little later', async () => {
    await homes.opened({ workspaceId, userId: 'HANNA' });
    await homes.opened({ workspaceId, userId: 'HANNA' });
    const homeId = await idOf('HANNA');
    expect(await asked(homeId)).toBe(1);
    const { rows } = await record.pool.query<{ runAt: Date }>(
      `select run_at as "runAt" from hearback.outbox where key like $1`,
      [`refresh-home-${homeId}-%`],
    );
    expect(rows.map(({ runAt }) => runAt)).toEqual([after(1)]);
  });

  it('is asked for by what concerns it alone, and never twice before it is drawn', async () => {
    const mine = await opensCase({ handlerId: 'HANNA' });
    const others = await opensCase({ handlerId: 'OTTO' });
    const homeId = await opened('HANNA', { cases: [mine.caseId] });
    const before = await asked(homeId);

    await change(others.caseId, { set: { severity: 'high' } });
    expect(await follow(others.caseId)).toBeGreaterThan(0);
    expect(await asked(homeId)).toBe(before);

    await change(mine.caseId, { set: { severity: 'high' } });
    await change(mine.caseId, { set: { severity: 'low' } });
    await follow(mine.caseId);
    expect(await asked(homeId)).toBe(before + 1);
  });

  it('is asked for when a case leaves it, and when one gets there that nobody has', async () => {
    const mine = await opensCase({ handlerId: 'HANNA' });
    const homeId = await opened('HANNA', { cases: [mine.caseId] });
    const before = await asked(homeId);
    await change(mine.caseId, { set: { handlerId: 'OTTO' } });
    await follow(mine.caseId);
    expect(await asked(homeId)).toBe(before + 1);

    await homes.draw(homeId, async () => drawn());
    const free = await opensCase();
    await follow(free.caseId);
    expect(await asked(homeId)).toBe(before + 2);
  });

  it('is drawn again when a case changes while it is drawn, whichever it is', async () => {
    const others = await opensCase({ handlerId: 'OTTO' });
    const homeId = await opened('HANNA');
    const before = await asked(homeId);
    await homes.draw(homeId, async () => {
      await change(others.caseId, { set: { severity: 'high' } });
      await homes.caseChanged(others.caseId);
      return drawn();
    });
    expect(await asked(homeId)).toBe(before + 1);
  });

  it('is drawn by one at a time, and the other one waits', async () => {
    const homeId = await opened('HANNA');
    await homes.draw(homeId, async () => {
      await expect(homes.draw(homeId, async () => drawn())).rejects.toMatchObject({ code: 'NOT_YET' });
      return drawn();
    });
    await homes.draw(homeId, async () => drawn());
  });

  it('is not believed to show what it showed, after a drawing whose end nobody knows', async () => {
    const homeId = await opened('HANNA', { shown: 'known' });
    await homes.draw(homeId, async ({ shown, version }) => {
      expect([shown, version]).toEqual(['known', 'v1']);
      return drawn({ shown: 'known', version: 'v2' });
    });
    await expect(homes.draw(homeId, () => Promise.reject(new Error('killed')))).rejects.toThrow('killed');
    await homes.draw(homeId, async ({ shown, version }) => {
      expect([shown, version]).toEqual([null, 'v2']);
      return drawn();
    });
  });

  it('is drawn again no sooner than two seconds later, and when something becomes overdue', async () => {
    const soon = new Date(START.getTime() + 5_000);
    const homeId = await opened('HANNA', { next: soon });
    await createRoles(record.pool, { now }).changed({ workspaceId, people: null }, [workspaceId]);
    const { rows } = await record.pool.query<{ runAt: Date; isTurn: boolean }>(
      `select run_at as "runAt", key is not null as "isTurn" from hearback.outbox
       where kind = 'refresh-home' and data ->> 'homeId' = $1 order by outbox_id`,
      [String(homeId)],
    );
    const turns = rows.filter(({ isTurn }) => isTurn).map(({ runAt }) => runAt);
    expect(turns).toContainEqual(soon);
    // And once in every hour, each at a moment of its own.
    const others = turns.filter((at) => ![soon, after(1), after(1.25)].some((each) => +each === +at));
    expect(others.map((at) => at > START && at <= after(60))).toEqual([true]);
    expect(rows.filter(({ isTurn }) => !isTurn).at(-1)!.runAt).toEqual(new Date(START.getTime() + 2_000));
  });

  it('is drawn for each of two moments that are close together, also while it is drawn for the first', async () => {
    const seconds = (count: number) => new Date(START.getTime() + count * 1_000);
    const homeId = await opened('HANNA', { next: seconds(21) });
    clock = seconds(25);
    await homes.draw(homeId, async () => drawn({ next: seconds(41) }));
    const { rows } = await record.pool.query<{ runAt: Date }>(
      `select run_at as "runAt" from hearback.outbox where key like $1 order by run_at`,
      [`refresh-home-${homeId}-%`],
    );
    expect(rows.map(({ runAt }) => runAt).slice(0, 2)).toEqual([seconds(25), seconds(45)]);
  });

  it('is tried again by the queue alone while the platform is away, however much changes', async () => {
    const mine = await opensCase({ handlerId: 'HANNA' });
    const homeId = await opened('HANNA', { cases: [mine.caseId] });
    await expect(homes.draw(homeId, () => Promise.reject(new Error('away')))).rejects.toThrow('away');
    const before = await asked(homeId);
    for (let each = 0; each < 3; each += 1) await homes.caseChanged(mine.caseId);
    expect(await asked(homeId)).toBe(before);
    // Whoever looks at it does not wait for that.
    await homes.opened({ workspaceId, userId: 'HANNA' });
    expect(await asked(homeId)).toBe(before + 1);
    await homes.draw(homeId, async () => drawn());
    await change(mine.caseId, { follow: { add: ['HANNA'] } });
    await homes.caseChanged(mine.caseId);
    expect(await asked(homeId)).toBe(before + 2);
  });

  it('takes the place of whatever stands there, read anew, when another version was found there', async () => {
    const homeId = await opened('HANNA');
    const other = new NotYet('Another version stands there.', 0);
    await expect(homes.draw(homeId, () => Promise.reject(other))).rejects.toBe(other);
    await homes.draw(homeId, async ({ shown, version }) => {
      expect([shown, version]).toEqual([null, null]);
      return drawn();
    });
  });

  it('is drawn once more, whatever it shows, when somebody else has drawn it meanwhile all the same', async () => {
    const homeId = await opened('HANNA');
    const before = await asked(homeId);
    await homes.draw(homeId, async () => {
      // The connection that held the lock was lost, and another process has drawn it from its beginning to its end.
      await record.pool.query(
        `update hearback.home set drawing_since = null, shown = 'theirs', version = 'v9' where home_id = $1`,
        [homeId],
      );
      return drawn({ shown: 'old' });
    });
    expect(await asked(homeId)).toBe(before + 1);
    await homes.draw(homeId, async ({ shown, version }) => {
      expect([shown, version]).toEqual([null, null]);
      return drawn();
    });
  });

  it('of whoever sees no cases is asked for by nothing but what is about them', async () => {
    const homeId = await opened('MIA', { seesCases: false });
    const before = await asked(homeId);
    const free = await opensCase();
    await change(free.caseId, { departments: ['qa'] });
    await follow(free.caseId);
    const roles = createRoles(record.pool, { now });
    await roles.changed({ workspaceId, people: ['OTTO'] }, [workspaceId]);
    expect(await asked(homeId)).toBe(before);

    await record.pool.query(`insert into hearback.case_cc (case_id, user_id, at) values ($1, 'MIA', now())`, [
      free.caseId,
    ]);
    await homes.caseChanged(free.caseId);
    expect(await asked(homeId)).toBe(before + 1);
    await homes.draw(homeId, async () => drawn({ seesCases: false }));
    await roles.changed({ workspaceId, people: ['MIA'] }, [workspaceId]);
    expect(await asked(homeId)).toBe(before + 2);
  });

  it('is drawn again when its owner is somebody else’s account no more', async () => {
    const homeId = await opened('HANNA');
    const before = await asked(homeId);
    const identities = createIdentities(record.pool, { now });
    const link = { userId: 'HANNA', other: { workspaceId: 'discord:9', userId: '42' } };
    await identities.link(workspaceId, link, 'ADA');
    expect(await asked(homeId)).toBe(before + 1);
    await homes.draw(homeId, async () => drawn());
    await identities.unlink(workspaceId, link, 'ADA');
    expect(await asked(homeId)).toBe(before + 2);
  });

  it('is followed until it is put away, and that is not the moment at which it is old enough', async () => {
    const mine = await opensCase({ handlerId: 'HANNA' });
    const homeId = await opened('HANNA', { cases: [mine.caseId] });
    const before = await asked(homeId);
    clock = after(7 * 24 * 60 + 30);
    await change(mine.caseId, { exclude: [{ userId: 'HANNA', reason: 'conflict', by: 'ADA' }] });
    expect(await follow(mine.caseId)).toBeGreaterThan(0);
    expect(await asked(homeId)).toBe(before + 1);
  });

  it('is left alone a week after it was opened last, and emptied and forgotten when it is put away', async () => {
    const mine = await opensCase({ handlerId: 'HANNA' });
    const homeId = await opened('HANNA', { cases: [mine.caseId] });
    const before = await asked(homeId);
    clock = after(8 * 24 * 60);
    await change(mine.caseId, { set: { severity: 'high' } });
    expect(await follow(mine.caseId)).toBe(0);
    const source = { pool: record.pool, now };
    const retention = { closedMs: null, filesMs: null };
    await tidyHomes.step({ source, seal: noSeal, retention }, 0);
    expect(await asked(homeId)).toBe(before + 1);
    await homes.draw(homeId, async () => null);
    await homes.draw(homeId, () => Promise.reject(new Error('there is nothing to be drawn')));
  });

  it('stays when it is opened again at the moment it is put away, and nobody believes that it shows what it did', async () => {
    const homeId = await opened('HANNA', { shown: 'known' });
    clock = after(8 * 24 * 60);
    await homes.draw(homeId, async () => {
      await homes.opened({ workspaceId, userId: 'HANNA' });
      return null;
    });
    await homes.draw(homeId, async ({ shown }) => {
      expect(shown).toBeNull();
      return drawn();
    });
  });

  it('of whoever is erased is emptied, and a case of theirs leaves the pages of others', async () => {
    const about = await opensCase({ handlerId: 'HANNA' });
    const others = await opened('HANNA', { cases: [about.caseId] });
    const theirs = await opened('member');
    const before = [await asked(others), await asked(theirs)];
    await erase(
      { pool: record.pool, now },
      { workspaceId, userId: 'member' },
      { askedBy: 'admin', actorId: 'ADA' },
      true,
    );
    await homes.caseChanged(about.caseId);
    expect([await asked(others), await asked(theirs)]).toEqual(before.map((each) => each + 1));
    await homes.draw(theirs, async ({ openedAt }) => {
      expect(openedAt.getTime()).toBe(0);
      return null;
    });
    const { rows } = await record.pool.query('select 1 from hearback.home where home_id = $1', [theirs]);
    expect(rows).toEqual([]);
  });
});

describe('what is on a page', () => {
  const eyes = (userId: string, more: Partial<Standing> = {}): Standing => ({
    workspaceId,
    userId,
    roles: new Set(['moderator'] as const),
    departments: new Set(),
    colleagues: 'uncounted',
    fellowLeads: 'uncounted',
    ...more,
  });

  it('besides one’s own: what one follows or was added to; for a department all that was brought to it', async () => {
    const duty = createDuty(record.pool, { now });
    const followed = await opensCase({ handlerId: 'OTTO' });
    const read = await opensCase({ handlerId: 'OTTO' });
    const other = await opensCase({ handlerId: 'OTTO' });
    await change(followed.caseId, { follow: { add: ['HANNA'] } });
    await record.pool.query(
      `insert into hearback.case_cc (case_id, user_id, at) values ($1, 'HANNA', now()), ($1, 'QUINN', now())`,
      [read.caseId],
    );
    await change(other.caseId, { departments: ['qa'] });
    const of = async (who: Standing) => (await duty.alongside(who)).map((each) => each.case.caseId);
    expect(await of(eyes('HANNA'))).toEqual([followed.caseId, read.caseId]);
    expect(await of(eyes('QUINN', { roles: new Set(), departments: new Set(['qa']) }))).toEqual([
      read.caseId,
      other.caseId,
    ]);
    await change(read.caseId, { exclude: [{ userId: 'HANNA', reason: 'conflict', by: 'ADA' }] });
    expect(await of(eyes('HANNA'))).toEqual([followed.caseId]);
  });
});
