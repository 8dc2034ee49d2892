import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RolesChanged } from '../../src/chat/group.ts';
import type { LostHandler } from '../../src/cases/lost-handlers.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createRoles } from '../../src/store/roles.ts';
import type { Roles, RolesFound } from '../../src/store/roles-port.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { candidate, deliveryIdOf, fresh, jobs, message, START } from './record.ts';

let record: TestRecord;
let store: Store;
let roles: Roles;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
  roles = createRoles(record.pool, { now: () => START });
});
afterAll(() => record.drop());

const checksOf = async (workspaceId: string) =>
  (await jobs(record.pool, 'check-roles')).filter(({ data }) => data['workspaceId'] === workspaceId);
const found = (generation: number, more: Partial<RolesFound> = {}): RolesFound => ({
  generation,
  groups: [],
  lost: [],
  back: [],
  say: [],
  ...more,
});
const anybody = (workspaceId: string): RolesChanged => ({ workspaceId, people: null });

/** An open case that somebody handles, and of which they were told. */
async function handled(workspaceId: string, handlerId: string) {
  const { file } = await store.open(candidate(message({ workspaceId })), () => ({
    change: {
      history: [],
      set: { handlerId },
      deliveries: [
        {
          key: fresh('told'),
          place: { type: 'dm', workspaceId, userId: handlerId },
          body: { type: 'notice', title: 'Yours', blocks: [] },
        },
      ],
    },
    answer: null,
  }));
  const [delivery] = (
    await record.pool.query<{ key: string }>('select key from hearback.delivery where case_id = $1', [
      file.case.caseId,
    ])
  ).rows;
  const deliveryId = await deliveryIdOf(record.pool, workspaceId, delivery!.key);
  const posted = { workspaceId, channelId: 'D1', messageId: fresh('M') };
  await store.deliver(
    deliveryId,
    async () => ({ posted }),
    () => null,
  );
  return { ...file.case, deliveryId };
}

describe('a change of roles', () => {
  it('is heard by every program at once, with whom it is about', async () => {
    const workspaceId = fresh('slack:T');
    const heard: (RolesChanged | null)[][] = [[], []];
    const stops = await Promise.all(heard.map((list) => roles.listen((changed) => void list.push(changed))));
    await roles.changed({ workspaceId, people: ['U1'] }, []);
    await roles.changed(anybody(workspaceId), []);
    const all = [{ workspaceId, people: ['U1'] }, anybody(workspaceId)];
    await eventually(() => heard.every((list) => list.length === all.length));
    expect(heard).toEqual([all, all]);
    for (const stop of stops) await stop();
  });

  it('is looked at once while nobody looks, and once more when something changed meanwhile', async () => {
    const workspaceId = fresh('slack:T');
    await roles.changed(anybody(workspaceId), [workspaceId]);
    await roles.changed(anybody(workspaceId), [workspaceId]);
    expect(await checksOf(workspaceId)).toHaveLength(1);
    const { generation } = await roles.toCheck(workspaceId);
    await roles.changed(anybody(workspaceId), [workspaceId]);
    expect(await checksOf(workspaceId)).toHaveLength(1);
    await roles.checked(workspaceId, found(generation), () => []);
    expect(await checksOf(workspaceId)).toHaveLength(2);
    const later = await roles.toCheck(workspaceId);
    expect(later.generation).toBeGreaterThan(generation);
    await roles.checked(workspaceId, found(later.generation), () => []);
    expect(await checksOf(workspaceId)).toHaveLength(2);
  });

  it('that never end are looked at every ten seconds at most, and the first of them at once', async () => {
    const workspaceId = fresh('slack:T');
    await roles.changed(anybody(workspaceId), [workspaceId]);
    const { generation } = await roles.toCheck(workspaceId);
    for (let more = 0; more < 20; more += 1) await roles.changed(anybody(workspaceId), [workspaceId]);
    await roles.checked(workspaceId, found(generation), () => []);
    const { rows } = await record.pool.query<{ after: number }>(
      `select extract(epoch from run_at - added_at)::int as after from hearback.outbox
       where kind = 'check-roles' and data ->> 'workspaceId' = $1 order by outbox_id`,
      [workspaceId],
    );
    expect(rows).toEqual([{ after: 0 }, { after: 10 }]);
  });

  it('is asked of whoever handles a case or was told of one, and of nobody who was only thanked', async () => {
    const workspaceId = fresh('slack:T');
    await handled(workspaceId, 'U0VICTOR');
    await store.say(workspaceId, {
      key: fresh('thanks'),
      place: { type: 'dm', workspaceId, userId: 'U0FLAGGER' },
      body: { type: 'notice', title: 'Thank you', blocks: [], toFlagger: true },
    });
    expect((await roles.toCheck(workspaceId)).people).toEqual(['U0VICTOR']);
    expect((await roles.toCheck(fresh('slack:T'))).people).toEqual([]);
  });
});

describe('a role that is lost', () => {
  it('is told once with the cases they still handle, draws their cards anew, and is over when they have it again', async () => {
    const workspaceId = fresh('slack:T');
    const { caseId, number, deliveryId, version } = await handled(workspaceId, 'U0VICTOR');
    const told: LostHandler[] = [];
    const lose = () =>
      roles.checked(workspaceId, found(1, { lost: ['U0VICTOR'] }), (lost) => {
        told.push(lost);
        return [];
      });
    await lose();
    await lose();
    expect(told).toHaveLength(1);
    expect(told[0]!.files.map((file) => file.case.number)).toEqual([number]);
    const file = await store.read({ workspaceId, caseId });
    expect(file).toMatchObject({ lostRole: ['U0VICTOR'], case: { handlerId: 'U0VICTOR' } });
    expect(file!.case.version).toBe(version + 1);
    expect((await store.staleCards(caseId)).map((card) => card.deliveryId)).toEqual([deliveryId]);
    expect((await roles.toCheck(workspaceId)).lost).toEqual(['U0VICTOR']);

    await roles.checked(workspaceId, found(2, { back: ['U0VICTOR'] }), () => []);
    expect(await store.read({ workspaceId, caseId })).not.toHaveProperty('lostRole');
    await lose();
    expect(told).toHaveLength(2);
    expect(told[1]!.roleLostId).not.toBe(told[0]!.roleLostId);
  });

  it('is forgotten after a while, once nothing of theirs is open', async () => {
    const workspaceId = fresh('slack:T');
    await handled(workspaceId, 'U0VICTOR');
    await roles.checked(workspaceId, found(1, { lost: ['U0VICTOR', 'U0GONE'] }), () => []);
    const later = createRoles(record.pool, { now: () => new Date(START.getTime() + 100 * 86_400_000) });
    await later.checked(workspaceId, found(2), () => []);
    expect((await later.toCheck(workspaceId)).lost).toEqual(['U0VICTOR']);
  });

  it('of one community says nothing of another', async () => {
    const [here, there] = [fresh('slack:T'), fresh('slack:T')];
    const { caseId } = await handled(there, 'U0VICTOR');
    await roles.checked(here, found(1, { lost: ['U0VICTOR'] }), () => []);
    expect(await store.read({ workspaceId: there, caseId })).not.toHaveProperty('lostRole');
  });
});
