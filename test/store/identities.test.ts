import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maySee, type Standing } from '../../src/cases/access.ts';
import { AUDIENCES } from '../../src/cases/case.ts';
import type { Change } from '../../src/cases/change.ts';
import { idIn, type Account } from '../../src/chat/account.ts';
import type { Role } from '../../src/policy/schema.ts';
import { createStore } from '../../src/store/create-store.ts';
import { createIdentities } from '../../src/store/identities.ts';
import type { Identities } from '../../src/store/identities-port.ts';
import { createPrivacy } from '../../src/store/privacy.ts';
import { noSeal } from '../../src/store/seal.ts';
import type { Store } from '../../src/store/store.ts';
import { testRecord, type TestRecord } from '../support/database.ts';
import { candidate, deliveryIdOf, fresh, message, opened, START } from './record.ts';

let record: TestRecord;
let store: Store;
let identities: Identities;

beforeAll(async () => {
  record = await testRecord();
  store = createStore(record.pool, { now: () => START });
  identities = createIdentities(record.pool, { now: () => START });
});
afterAll(() => record.drop());

const by = (change: Partial<Change>) => () => ({ change: { history: [], ...change }, answer: null });
const out = (...people: string[]) =>
  people.map((userId) => ({ userId, reason: 'accused' as const, by: 'lena' }));
const homes = () => ({ home: fresh('slack:T'), there: fresh('discord:9') });
const staff = (workspaceId: string, userId: string): Standing => ({
  workspaceId,
  userId,
  roles: new Set<Role>(['admin']),
  departments: new Set(),
  colleagues: 'uncounted',
  fellowLeads: 'uncounted',
});

/** Ids are unique on a whole platform, so each story has people of its own. */
const person = () => fresh('U');

describe('linked accounts', () => {
  it('are told of by the community that linked them, and give rights in that one alone', async () => {
    const { home, there } = homes();
    const other: Account = { workspaceId: there, userId: '77' };
    expect(await identities.link(home, { userId: 'mia', other }, 'admin')).toBe(true);
    expect(await identities.link(home, { userId: 'mia', other }, 'somebody')).toBe(false);

    expect(await identities.peopleOf(home, other)).toEqual(['mia']);
    expect(await identities.accountsOf(home, 'mia')).toEqual([other]);
    expect(await identities.list(home, { userId: null, limit: 9 })).toEqual([
      { userId: 'mia', other, linkedBy: 'admin', linkedAt: START },
    ]);
    expect(await identities.peopleOf(there, { workspaceId: home, userId: 'mia' })).toEqual([]);
    expect(await identities.accountsOf(there, '77')).toEqual([]);

    expect(
      await identities.unlink(there, { userId: '77', other: { workspaceId: home, userId: 'mia' } }, 'x'),
    ).toBe(false);
    expect(await identities.unlink(home, { userId: 'mia', other }, 'admin')).toBe(true);
    expect(await identities.peopleOf(home, other)).toEqual([]);
    const { rows } = await record.pool.query<{ action: string }>(
      `select action from hearback.audit where workspace_id = $1 order by seq`,
      [home],
    );
    expect(rows.map(({ action }) => action)).toEqual(['identity_linked', 'identity_unlinked']);
  });

  it('are all kept out with one of them, over links of links and whoever made them, and let in with it', async () => {
    const { home, there } = homes();
    const { key } = await opened(store, message({ workspaceId: home }));
    await identities.link(
      home,
      { userId: 'victor', other: { workspaceId: home, userId: 'second' } },
      'admin',
    );
    await identities.link(there, { userId: '77', other: { workspaceId: home, userId: 'second' } }, 'admin');
    await store.change(key, by({ exclude: out('victor') }));

    const file = (await store.read(key))!;
    expect(file.excluded).toEqual([
      { userId: 'victor', reason: 'accused' },
      { userId: idIn(home, { workspaceId: there, userId: '77' }), reason: 'accused', of: 'victor' },
      { userId: 'second', reason: 'accused', of: 'victor' },
    ]);
    const guard = (await store.guard(key))!;
    for (const userId of ['victor', 'second', `${there}/77`]) {
      expect(maySee(staff(home, userId), file)).toBe(false);
      expect(maySee(staff(home, userId), guard)).toBe(false);
    }
    // The same account in another server is the same person: of this platform, and of the other.
    expect(maySee(staff(home, 'slack:TELSEWHERE/second'), file)).toBe(false);
    expect(maySee(staff(home, 'discord:404/77'), file)).toBe(false);
    expect(maySee(staff(home, 'mia'), file)).toBe(true);

    // Let in by any of them, since that is what was kept from them.
    await store.change(key, by({ include: ['victor'] }));
    expect((await store.read(key))!.excluded).toEqual([]);
  });

  it('take from somebody what they handled by another account, and what they could read of it', async () => {
    const { home, there } = homes();
    const [victor, second, third] = [person(), person(), person()];
    const notice = { type: 'notice' as const, title: 'x', blocks: [] };
    const { key, file } = await opened(store, message({ workspaceId: home }), {
      history: [],
      set: { handlerId: second },
      exclude: out(victor),
      deliveries: [
        { key: 'to-second', place: { type: 'dm', workspaceId: home, userId: second }, body: notice },
        {
          key: 'to-there',
          place: { type: 'dm', workspaceId: home, userId: `${there}/${third}` },
          body: notice,
        },
        { key: 'to-mia', place: { type: 'dm', workspaceId: home, userId: 'mia' }, body: notice },
      ],
    });
    for (const name of ['to-second', 'to-there', 'to-mia'])
      await store.deliver(
        await deliveryIdOf(record.pool, home, name),
        async ({ place }) => ({
          posted: { workspaceId: place.workspaceId, channelId: 'D', messageId: fresh('p') },
        }),
        () => null,
      );
    // Whoever is of another workspace is written to there.
    const { rows } = await record.pool.query<{ place: unknown }>(
      `select place from hearback.delivery where workspace_id = $1 and key = 'to-there'`,
      [home],
    );
    expect(rows).toEqual([{ place: { type: 'dm', workspaceId: there, userId: third } }]);
    expect((await store.read(key))!.case.handlerId).toBe(second);
    await store.change(key, by({ set: { handlerId: second } }));
    const stale = async () => (await store.staleCards(file.case.caseId)).map(({ place }) => place);
    expect(await stale()).toEqual([]);

    await identities.link(home, { userId: victor, other: { workspaceId: home, userId: second } }, 'admin');
    await identities.link(home, { userId: second, other: { workspaceId: there, userId: third } }, 'admin');
    expect((await store.read(key))!.case.handlerId).toBeNull();
    expect(await stale()).toEqual([
      { type: 'dm', workspaceId: home, userId: second },
      { type: 'dm', workspaceId: there, userId: third },
    ]);
  });

  it('take it also where the record wrote one of them from another server of the platform', async () => {
    const { home, there } = homes();
    const [second, third] = [person(), person()];
    const { key } = await opened(store, message({ workspaceId: home }), {
      history: [],
      set: { handlerId: second },
      exclude: out(`${there}other/${third}`),
    });
    expect((await store.read(key))!.case.handlerId).toBe(second);

    await identities.link(there, { userId: third, other: { workspaceId: home, userId: second } }, 'admin');

    expect((await store.read(key))!.case.handlerId).toBeNull();
  });

  it('are forgotten with whoever is erased, and keep them out of what was kept from them', async () => {
    const { home, there } = homes();
    const [victor, third] = [person(), person()];
    const { key } = await opened(store, message({ workspaceId: there, userId: 'member' }));
    await identities.link(there, { userId: third, other: { workspaceId: home, userId: victor } }, 'admin');
    await store.change(
      key,
      by({ exclude: out(third), notes: [{ authorId: `${home}/${victor}`, text: 'x' }] }),
    );

    const privacy = createPrivacy(record.pool, { now: () => START, seal: noSeal });
    await privacy.erase({ workspaceId: home, userId: victor }, { askedBy: 'member', actorId: victor });

    expect(await identities.list(there, { userId: null, limit: 9 })).toEqual([]);
    expect((await store.read(key))!.excluded.map(({ userId }) => userId)).toEqual(
      expect.arrayContaining([third, `${home}/${victor}`]),
    );
    const [note] = await store.notes(key, 1);
    expect(note?.authorId).toMatch(/^erased-/);
  });
});

describe('what somebody sees with several accounts', () => {
  it('is in lists exactly what maySee says, whoever asks and however they are linked', async () => {
    const { home, there } = homes();
    // The second is the first of them, asking from another server of that platform.
    const ACCOUNTS = ['anna', 'anna2', 'bo', `${there}/1`, `${there}other/1`, `${there}/2`];
    for (const [userId, other] of [
      ['anna', { workspaceId: home, userId: 'anna2' }],
      ['anna2', { workspaceId: there, userId: '1' }],
    ] as const)
      await identities.link(home, { userId, other }, 'admin');
    await identities.link(there, { userId: '2', other: { workspaceId: home, userId: 'bo' } }, 'admin');

    for (const member of ['anna2', 'bo', 'member'])
      for (const departments of [[], ['qa']])
        for (const excluded of [[], ['anna'], ['bo'], [`${there}/1`], ['bo', 'anna2'], [`${there}other/2`]])
          for (const audience of AUDIENCES)
            await store.open(
              candidate(message({ workspaceId: home, userId: member }), { audience }),
              by({ departments, exclude: out(...excluded) }),
            );
    const all = await store.list(home, { states: ['new'], eyes: 'program', limit: 99 });
    const files = await Promise.all(all.map(({ number }) => store.read({ workspaceId: home, number })));
    const guards = await Promise.all(all.map(({ number }) => store.guard({ workspaceId: home, number })));
    const people = fc.subarray(ACCOUNTS);
    const asker = fc.record({
      userId: fc.constantFrom(...ACCOUNTS),
      roles: fc.subarray<Role>(['flagger', 'moderator', 'lead']),
      departments: fc.subarray(['qa', 'support']),
      colleagues: fc.oneof(fc.constant('uncounted' as const), people),
      fellowLeads: fc.oneof(fc.constant('uncounted' as const), people),
    });
    await fc.assert(
      fc.asyncProperty(asker, async ({ roles, departments, ...rest }) => {
        const eyes: Standing = {
          workspaceId: home,
          ...rest,
          roles: new Set(roles),
          departments: new Set(departments),
        };
        const listed = await store.list(home, { states: ['new'], eyes, limit: 99 });
        const expected = files.filter((file) => file && maySee(eyes, file)).map((file) => file?.case.number);
        expect(new Set(listed.map(({ number }) => number))).toEqual(new Set(expected));
        expect(guards.filter((guard) => guard && maySee(eyes, guard))).toHaveLength(expected.length);
      }),
      { numRuns: 40 },
    );
  });
});
