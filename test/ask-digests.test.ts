import { beforeEach, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { createAskDigests } from '../src/ask-digests.ts';
import { PlatformUnavailable, TargetGone } from '../src/errors.ts';
import { aFile, policy as usual, workspace } from './support/factories.ts';

const { hours: _hours, ...always } = workspace;
const policy = { ...usual, timeZone: 'UTC', workspaces: [{ ...always, digests: [] }] };
const NINE = new Date('2026-11-23T09:00:00Z');

let now = NINE;
let isDown = true;
let askedOf: string[];
let lists: string[];
let hasAny: boolean[];
let own = 1;
let untaken: { guard: ReturnType<typeof aFile> }[] = [];
beforeEach(() => {
  now = NINE;
  isDown = true;
  askedOf = [];
  lists = [];
  hasAny = [];
  own = 1;
  untaken = [];
});

const desk = {
  policies: () => [policy],
  now: () => now,
  log: pino({ level: 'silent' }),
  people: {
    of: async () => new Map(['gone', 'troubled', 'there'].map((each) => [each, { timeZone: 'UTC' }])),
  },
  chat: () => ({
    fetchPerson: async (_workspaceId: string, userId: string) => {
      askedOf.push(userId);
      if (userId === 'gone') throw new TargetGone('slack', 'user_not_found', null);
      if (userId === 'troubled' && isDown) throw new PlatformUnavailable('slack', 'it is down', null);
      return { groups: ['S0MODS'], isMember: true };
    },
  }),
  digests: {
    early: async () =>
      ['gone', 'troubled', 'there'].map((userId) => ({ userId, toDoAt: '08:30', timeZone: 'UTC' })),
    toDo: async () => ({ total: own, first: [] }),
    untaken: async () => untaken,
    askToDo: async (_workspaceId: string, userId: string, _day: string, any: boolean) => {
      lists.push(userId);
      hasAny.push(any);
    },
  },
  // Nothing else is asked here.
} as unknown as Parameters<typeof createAskDigests>[0];

describe('the lists of a morning', () => {
  it('come to everybody else when one person cannot be asked about, and to them once they can', async () => {
    const look = createAskDigests(desk);
    await look();
    expect(lists).toEqual(['there']);
    isDown = false;
    await look();
    expect(lists).toEqual(['there', 'troubled']);
  });

  it('are not asked for again and again for whoever is not here any more', async () => {
    const look = createAskDigests(desk);
    await look();
    await look();
    expect(askedOf.filter((each) => each === 'gone')).toHaveLength(1);
  });

  it('are asked for again where they were asked for by a clock that was ahead', async () => {
    isDown = false;
    const look = createAskDigests(desk);
    now = new Date(NINE.getTime() + 24 * 3_600_000);
    await look();
    now = NINE;
    await look();
    lists = [];
    now = new Date(NINE.getTime() + 24 * 3_600_000);
    await look();
    expect(lists).toEqual(['troubled', 'there']);
  });

  it('come for cases that nobody has taken on to whoever looks after those, and to nobody else', async () => {
    isDown = false;
    own = 0;
    untaken = [{ guard: aFile() }];
    const lookedAfterBy = async (handler: string) => {
      const here = { ...policy, workspaces: [{ ...always, digests: [], handler }] };
      lists = [];
      hasAny = [];
      await createAskDigests({ ...desk, policies: () => [here] })();
      return lists.filter((_, index) => hasAny[index]);
    };
    expect(await lookedAfterBy('there')).toEqual(['there']);
    expect(await lookedAfterBy('somebody')).toEqual([]);
  });
});
