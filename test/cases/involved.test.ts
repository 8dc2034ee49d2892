import { describe, expect, it } from '@jest/globals';
import {
  involvedIn,
  involvedInCase,
  type AboutWhom,
  type Around,
  type Past,
} from '../../src/cases/involved.ts';
import type { MessageSnapshot } from '../../src/chat/message.ts';
import { PermissionMissing, PlatformUnavailable, TargetGone } from '../../src/errors.ts';
import type { KindPolicy, WorkspacePolicy } from '../../src/policy/schema.ts';
import { aCase, MEMBER, NOW, policy, workspace as sandbox } from '../support/factories.ts';

const nobody = { everyone: false, people: [] as string[], groups: [] as string[] };
const only = (...people: string[]) => ({ ...nobody, people });
const workspace: WorkspacePolicy = {
  ...sandbox,
  roles: {
    flagger: { ...nobody, everyone: true },
    moderator: { ...nobody, groups: ['S0MODS'] },
    handler: nobody,
    lead: only('U0LENA'),
    management: nobody,
    admin: nobody,
  },
  departments: { qa: { name: 'QA', channel: 'C0QA', cc: [], people: ['U0QUINN'], groups: ['S0QA'] } },
};
const GROUPS: Record<string, string[]> = { U0VICTOR: ['S0MODS'], U0QUINCY: ['S0QA'], U0BOT: ['S0MODS'] };
const accuse: KindPolicy = { ...policy.kinds['staff']!, keepOut: { accused: true, previousHandlers: false } };
const unsatisfied: KindPolicy = { ...accuse, keepOut: { accused: false, previousHandlers: true } };

function said(over: Partial<MessageSnapshot> = {}): MessageSnapshot {
  return {
    ref: { workspaceId: workspace.id, channelId: 'C0PRODUCT', messageId: '1700000000.000100' },
    author: { userId: MEMBER, name: 'Alma Berg', isBot: false },
    text: 'words',
    postedAt: NOW,
    permalink: 'https://riverside.slack.com/archives/C0PRODUCT/p1',
    files: [],
    ...over,
  };
}

/** A platform that knows its people and one thread, which Victor began; `asked` is what it was asked. */
function around(over: Partial<Around['chat']> = {}, flagged: AboutWhom | null = null) {
  const asked: string[] = [];
  const pasts: Past[] = [];
  const chat: Around['chat'] = {
    fetchPerson: async (workspaceId, userId) => {
      asked.push(userId);
      if (userId === 'U0GONE') throw new TargetGone('slack', 'user_not_found', null);
      const about = { workspaceId, userId, name: userId, isMember: true, timeZone: null, locale: null };
      return { ...about, isBot: userId === 'U0BOT', groups: GROUPS[userId] ?? [] };
    },
    fetchMessage: async ({ messageId }) => {
      asked.push(messageId);
      if (messageId === 'gone') throw new TargetGone('slack', 'message_not_found', null);
      return said({ author: { userId: 'U0VICTOR', name: 'Victor', isBot: false } });
    },
    ...over,
  };
  const store = {
    flaggedMessage: async ({ workspaceId, caseId }: { workspaceId: string; caseId: number }) => {
      asked.push(`${workspaceId} ${caseId}`);
      return flagged;
    },
    pastHandlers: async (past: Past) => {
      pasts.push(past);
      return ['U0OTTO'];
    },
  };
  return { chat, store, workspace, now: NOW, asked, pasts };
}
const statement = (message: MessageSnapshot | null) => ({
  workspaceId: workspace.id,
  memberId: MEMBER,
  thread: null,
  caseId: null,
  message,
});
const accusedIn = async (over: Partial<MessageSnapshot>, on = around()) =>
  (await involvedIn(statement(said(over)), accuse, on)).accused;

describe('whom a message is about', () => {
  it('are the people it mentions who work here: named, by group, or in a department', async () => {
    const mentions = ['U0LENA', 'U0TOMAS', 'U0VICTOR', 'U0QUINN', 'U0QUINCY', 'U0GONE', 'U0BOT'];
    expect(await accusedIn({ mentions })).toEqual(['U0LENA', 'U0VICTOR', 'U0QUINN', 'U0QUINCY']);
  });

  it('is never the member, who may well work here, and never a community in which everybody may flag', async () => {
    expect(await accusedIn({ mentions: [MEMBER, 'U0TOMAS'] })).toEqual([]);
    expect(
      await accusedIn({ author: { userId: 'U0LENA', name: 'Lena', isBot: false }, mentions: ['U0LENA'] }),
    ).toEqual([]);
  });

  it('asks the platform for nobody whom the policy names, and for nobody at all where it names no groups', async () => {
    const named = around();
    await accusedIn({ mentions: ['U0LENA', 'U0QUINN'] }, named);
    expect(named.asked).toEqual([]);
    const without = {
      ...around(),
      workspace: { ...workspace, departments: {}, roles: { ...workspace.roles, moderator: nobody } },
    };
    expect(await accusedIn({ mentions: ['U0VICTOR'] }, without)).toEqual([]);
    expect(without.asked).toEqual([]);
  });

  it('is everybody beyond what the platform is asked, so that nobody hides in a crowd', async () => {
    const crowd = Array.from({ length: 40 }, (_, index) => `U0CROWD${index}`);
    const on = around();
    expect(await accusedIn({ mentions: [...crowd, 'U0VICTOR'] }, on)).toEqual([
      ...crowd.slice(25),
      'U0VICTOR',
    ]);
    expect(on.asked).toHaveLength(25);
  });

  it('is whoever began the thread it answers in, when it mentions nobody who works here', async () => {
    const threadRoot = { channelId: 'C0PRODUCT', messageId: 'root' };
    expect(await accusedIn({ threadRoot })).toEqual(['U0VICTOR']);
    expect(await accusedIn({ threadRoot, mentions: ['U0TOMAS'] })).toEqual(['U0VICTOR']);
    expect(await accusedIn({ threadRoot, mentions: ['U0LENA'] })).toEqual(['U0LENA']);
    expect(await accusedIn({ threadRoot: { ...threadRoot, messageId: 'gone' } })).toEqual([]);
    const own = around({ fetchMessage: async () => said() });
    expect(await accusedIn({ threadRoot }, own)).toEqual([]);
  });

  it('is waited for while the platform cannot be asked: nothing is opened meanwhile', async () => {
    const down = new PlatformUnavailable('slack', 'down', null);
    const on = around({ fetchPerson: () => Promise.reject(down) });
    await expect(accusedIn({ mentions: ['U0VICTOR'] }, on)).rejects.toBe(down);
  });

  it('is nobody where the kind keeps nobody out, or nothing was written', async () => {
    const on = around();
    const kind = { ...accuse, keepOut: { accused: false, previousHandlers: false } };
    expect(await involvedIn(statement(said({ mentions: ['U0VICTOR'] })), kind, on)).toEqual({
      accused: [],
      previousHandlers: [],
    });
    expect((await involvedIn(statement(null), accuse, on)).accused).toEqual([]);
    expect([on.asked, on.pasts]).toEqual([[], []]);
  });

  it('is known of what came by mail or phone too, where whoever wrote it down mentioned them', async () => {
    const told = 'She rang about <@U0VICTOR|victor>, and <@!U0QUINN> was there';
    expect((await involvedIn({ ...statement(null), told }, accuse, around())).accused.toSorted()).toEqual([
      'U0QUINN',
      'U0VICTOR',
    ]);
    const found = aCase({ source: null, quote: told });
    expect((await involvedInCase({ case: found }, accuse, around())).accused).toHaveLength(2);
  });
});

describe('who had a matter in hand before', () => {
  it('is asked of the record: 180 days back, and the case itself where there is one', async () => {
    const on = around();
    expect((await involvedIn(statement(said()), unsatisfied, on)).previousHandlers).toEqual(['U0OTTO']);
    const found = aCase({ caseId: 7 });
    await involvedInCase({ case: found }, unsatisfied, on);
    const since = new Date('2026-05-26T10:00:00Z');
    const past = { workspaceId: workspace.id, memberId: MEMBER, since };
    expect(on.pasts).toEqual([
      { ...past, thread: null, caseId: null },
      { ...past, thread: found.thread, caseId: 7 },
    ]);
    expect(on.asked).toEqual([]);
  });
});

describe('a case that becomes one about staff', () => {
  const source = { workspaceId: workspace.id, channelId: 'C0PRODUCT', messageId: 'gone' };
  const accusedInCase = async (on: ReturnType<typeof around>, over: Parameters<typeof aCase>[0] = {}) =>
    (await involvedInCase({ case: aCase({ caseId: 7, ...over }) }, accuse, on)).accused;

  it('is about those its message mentioned when it was flagged, and those it mentions now', async () => {
    const now = async () => said({ mentions: ['U0VICTOR', 'U0QUINN'] });
    expect(await accusedInCase(around({ fetchMessage: now }))).toEqual(['U0VICTOR', 'U0QUINN']);
    const on = around({ fetchMessage: now }, said({ mentions: ['U0LENA', 'U0VICTOR'] }));
    expect(await accusedInCase(on)).toEqual(['U0LENA', 'U0VICTOR', 'U0QUINN']);
    expect(on.asked[0]).toBe(`${workspace.id} 7`);
    const edited = around({ fetchMessage: async () => said() }, said({ mentions: ['U0LENA'] }));
    expect(await accusedInCase(edited)).toEqual(['U0LENA']);
  });

  it('is about those it mentioned also when it is gone, or may not be read any more', async () => {
    const flagged = said({ mentions: [MEMBER, 'U0LENA', 'U0TOMAS', 'U0VICTOR'] });
    expect(await accusedInCase(around({}, flagged), { source })).toEqual(['U0LENA', 'U0VICTOR']);
    const barred = new PermissionMissing('slack', 'not_in_channel', null);
    const on = around({ fetchMessage: () => Promise.reject(barred) }, flagged);
    expect(await accusedInCase(on)).toEqual(['U0LENA', 'U0VICTOR']);
  });

  it('is about whoever began the thread that a message answered in which is gone', async () => {
    const threadRoot = { channelId: 'C0PRODUCT', messageId: 'root' };
    expect(await accusedInCase(around({}, said({ threadRoot })), { source })).toEqual(['U0VICTOR']);
  });

  it('is about nobody where nothing is known of its message, or there is none', async () => {
    expect(await accusedInCase(around(), { source })).toEqual([]);
    expect(await accusedInCase(around({}, said({ mentions: ['U0LENA'] })), { source: null })).toEqual([]);
  });

  it('waits while the platform cannot be asked', async () => {
    const down = new PlatformUnavailable('slack', 'down', null);
    const on = around({ fetchMessage: () => Promise.reject(down) }, said({ mentions: ['U0LENA'] }));
    await expect(accusedInCase(on)).rejects.toBe(down);
  });
});
