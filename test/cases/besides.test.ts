import { describe, expect, it } from '@jest/globals';
import { besidesOf, type Around } from '../../src/cases/besides.ts';
import { missedPraise } from '../../src/cases/missed-praise.ts';
import { AppError, PlatformUnavailable, RateLimited } from '../../src/errors.ts';
import { aFile, MEMBER, policy, workspace } from '../support/factories.ts';

const people = Array.from({ length: 10 }, (_, index) => `U${index}`);
const message = {
  ref: { workspaceId: workspace.id, channelId: 'C0PRODUCT', messageId: '1' },
  author: { userId: MEMBER, name: 'Alma', isBot: false },
  mentions: people,
};

/** A platform that fails like this when it is asked for the first time about one of them. */
function failing(...errors: Error[]) {
  const asked: string[] = [];
  const waits: number[] = [];
  const around: Around = {
    fetchPerson: async (workspaceId, userId) => {
      asked.push(userId);
      const error = userId === 'U4' ? errors.shift() : undefined;
      if (error) throw error;
      const about = { isBot: false, isMember: true, groups: [], timeZone: null, locale: null };
      return { workspaceId, userId, name: userId, ...about };
    },
    fetchChannel: async (_workspaceId, channelId) => ({ channelId, name: '', isPrivate: false }),
    canSee: async () => true,
  };
  const wait = async (ms: number) => void waits.push(ms);
  return { asked, waits, look: () => besidesOf(message, 'praise', workspace, policy, around, wait) };
}
const limited = (ms: number) => new RateLimited('slack', ms, null);

describe('the ten people a message praises', () => {
  it('are all found where the platform asks for a short wait, by asking once more', async () => {
    const { asked, waits, look } = failing(limited(2_000), limited(3_000));
    expect(await look()).toMatchObject({ praised: people, missed: [] });
    expect(waits).toEqual([2_000, 3_000]);
    expect(asked).toHaveLength(12);
  });

  it.each([
    ['asks for a long wait', [limited(30_000)], []],
    ['asks for one short wait after another', [limited(5_000), limited(5_000)], [5_000]],
    ['does not answer', [new PlatformUnavailable('slack', 'HTTP 503', null)], []],
  ])('are those found so far where it %s: the case waits for nobody', async (_how, errors, waited) => {
    const { asked, waits, look } = failing(...errors);
    expect(await look()).toMatchObject({ praised: people.slice(0, 4), missed: people.slice(4) });
    expect(waits).toEqual(waited);
    expect(asked).not.toContain('U5');
  });

  it('end with a platform that asks for waits of nothing for ever', async () => {
    const { look } = failing(...Array.from({ length: 10_000 }, () => limited(0)));
    expect(await look()).toMatchObject({ missed: people.slice(4) });
  });

  it('are waited for when it is the record that fails', async () => {
    const broken = new AppError('STORE_UNAVAILABLE', 'down', 'backoff');
    await expect(failing(broken).look()).rejects.toBe(broken);
  });
});

describe('whom kind words did not reach', () => {
  const file = (over: Parameters<typeof aFile>[0]) =>
    aFile({ ...over, case: { kind: 'praise', ...over?.case } });
  const words = (of: ReturnType<typeof aFile>) =>
    JSON.stringify(missedPraise(of, ['U1', 'U2', MEMBER], workspace, policy));

  it('are named to the moderators once, with nobody who may not have them', () => {
    const [notice, ...more] = missedPraise(file({}), ['U1', 'U2'], workspace, policy);
    expect(more).toEqual([]);
    expect(notice?.place).toMatchObject({ channelId: workspace.triage });
    expect(words(file({ praised: ['U1'] }))).toContain('"U2"');
    expect(words(file({ praised: ['U1'] }))).not.toContain('"U1"');
    expect(words(file({}))).not.toContain(MEMBER);
  });

  it('are nobody where nobody was missed, of another kind, or for leads alone', () => {
    expect(missedPraise(file({}), [], workspace, policy)).toEqual([]);
    expect(words(aFile())).toBe('[]');
    expect(words(file({ case: { audience: 'leads' } }))).toBe('[]');
  });
});
