import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../sandbox/server.ts';
import { discordSeed, slackSeed, type Seed } from '../../sandbox/seed.ts';
import { createAdapters } from '../../src/adapters/index.ts';
import { besidesOf } from '../../src/cases/besides.ts';
import { involvedIn } from '../../src/cases/involved.ts';
import type { KindPolicy, WorkspacePolicy } from '../../src/policy/schema.ts';
import { createLog } from '../../src/log.ts';
import { policy, workspace as sandboxWorkspace } from '../support/factories.ts';
import { STAGES } from '../support/world.ts';

const CROWD = 10;

/** Ten people more, all of them in the private triage channel. */
function crowded(seed: Seed): Seed {
  const first = seed.people[0]!;
  const crowd = Array.from({ length: CROWD }, (_, index) => ({
    ...first,
    id: `${first.id.slice(0, -2)}9${index}`,
    name: `Crowd ${index}`,
  }));
  return {
    ...seed,
    people: [...seed.people, ...crowd],
    channels: seed.channels.map((channel) =>
      channel.name === 'feedback-triage' && Array.isArray(channel.members)
        ? { ...channel, members: [...channel.members, ...crowd.map((each) => each.id)] }
        : channel,
    ),
  };
}
const seeds = { slack: crowded(slackSeed), discord: crowded(discordSeed) };

/** How often what is asked about one message with ten mentions, and no more. */
const ONCE = {
  slack: { 'conversations.info': 1, 'conversations.members': 1, 'users.info': CROWD, 'usergroups.list': 1 },
  discord: { members: CROWD, channels: 1, roles: 1 },
};

describe('a message that mentions ten people', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, dataDir: null, seeds });
  });
  afterAll(() => sandbox.close());

  describe.each(STAGES)('on $platform', ({ platform, workspaceId, member, channels }) => {
    const people = seeds[platform].people.slice(-CROWD).map(({ id }) => id);
    const workspace: WorkspacePolicy = {
      ...sandboxWorkspace,
      id: workspaceId,
      departments: { qa: { name: 'QA', channel: channels.qa, cc: [], people: [], groups: ['a-group'] } },
    };
    const accuse: KindPolicy = {
      ...policy.kinds['staff']!,
      keepOut: { accused: true, previousHandlers: false },
    };
    const message = {
      ref: { workspaceId, channelId: channels.triage, messageId: '1' },
      author: { userId: member.id, name: member.name, isBot: false },
      mentions: people,
      text: 'Thank you all',
      postedAt: new Date(0),
      permalink: '',
      files: [],
    };
    const adapter = () => {
      const { env } = sandbox;
      const settings = {
        slack: { botToken: env['SLACK_BOT_TOKEN']!, apiUrl: env['SLACK_API_URL']! },
        discord: { token: env['DISCORD_TOKEN']!, apiUrl: env['DISCORD_API_URL']! },
      };
      const one = { slack: null, discord: null, [platform]: settings[platform] };
      return createAdapters(one, [workspaceId], createLog('silent'))[0]!;
    };
    const nothing = {
      store: { pastHandlers: async () => [], flaggedMessage: async () => null },
      workspace,
      now: new Date(0),
    };
    const lookAt = async (chat: ReturnType<typeof adapter>) => {
      const statement = { workspaceId, memberId: member.id, thread: null, caseId: null, message };
      await involvedIn(statement, accuse, { chat, ...nothing });
      return besidesOf(message, 'praise', workspace, policy, chat, async () => {});
    };
    /** How often what was asked since then, refused calls left out. */
    const asked = (since: number) => {
      const counts: Record<string, number> = {};
      for (const { method, status } of sandbox[platform].calls().slice(since)) {
        const what = /\/(members|channels|roles)\b/.exec(method.replace(/^.*\/guilds/, ''))?.[1] ?? method;
        if (status === 200 && what !== 'auth.test') counts[what] = (counts[what] ?? 0) + 1;
      }
      return counts;
    };

    it('asks about each of them once, about the channel once, and about nothing when it is tried again', async () => {
      const chat = adapter();
      const before = sandbox[platform].calls().length;
      expect(await lookAt(chat)).toMatchObject({ praised: people, missed: [] });
      expect(asked(before)).toEqual(ONCE[platform]);
      const since = sandbox[platform].calls().length;
      await lookAt(chat);
      expect(asked(since)).toEqual({});
    });

    it('gets further with every try, however often the platform refuses', async () => {
      const chat = adapter();
      const before = sandbox[platform].calls().length;
      const method = platform === 'slack' ? 'users.info' : '/members/';
      for (let tries = 0; tries < 3; tries += 1) {
        sandbox[platform].fault({ kind: 'rate_limit', times: 2, retryAfterS: 1, method });
        await expect(lookAt(chat)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
        sandbox[platform].clearFaults();
      }
      expect(await lookAt(chat)).toMatchObject({ praised: people, missed: [] });
      expect(asked(before)).toEqual(ONCE[platform]);
    });
  });
});
