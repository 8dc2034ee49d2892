import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createSlackAdapter } from '../../../src/adapters/slack/index.ts';
import { createLog } from '../../../src/log.ts';
import { openTinySlack, type TinySlack } from './tiny-slack.ts';

let slack: TinySlack;
beforeEach(async () => {
  slack = await openTinySlack();
});
afterEach(() => slack.close());

const sees = (userId = 'U1', workspaceId = 'slack:T1') =>
  createSlackAdapter({
    botToken: 'xoxb-tiny',
    appToken: 'xapp-tiny',
    apiUrl: slack.apiUrl,
    log: createLog('silent'),
  }).canSee(workspaceId, 'C1', userId);
const channel = (fields: object) => [{ ok: true, channel: { id: 'C1', is_channel: true, ...fields } }];
const user = (fields: object) => [{ ok: true, user: { id: 'U1', name: 'u', team_id: 'T1', ...fields } }];
const members = (...pages: string[][]) =>
  pages.map((page, index) => ({
    ok: true,
    members: page,
    response_metadata: { next_cursor: index < pages.length - 1 ? `c${index}` : '' },
  }));

describe('who sees a channel on Slack', () => {
  it('everybody of the workspace a public one, without its members being asked for', async () => {
    slack.answers['conversations.info'] = channel({ is_private: false });
    slack.answers['users.info'] = user({});
    expect(await sees()).toBe(true);
    expect(slack.calls).not.toContain('conversations.members');
  });

  it.each([
    ['a guest', { is_restricted: true }],
    ['a guest of one channel', { is_ultra_restricted: true }],
    ['somebody of another workspace', { team_id: 'T2' }],
  ])('%s only those they are in', async (_who, fields) => {
    slack.answers['conversations.info'] = channel({ is_private: false });
    slack.answers['users.info'] = user(fields);
    slack.answers['conversations.members'] = members(['U2']);
    expect(await sees()).toBe(false);
    slack.answers['conversations.members'] = members(['U2'], ['U1']);
    expect(await sees()).toBe(true);
  });

  it('whoever is in a private one, on whichever page of its members', async () => {
    slack.answers['conversations.info'] = channel({ is_private: true });
    slack.answers['users.info'] = user({});
    slack.answers['conversations.members'] = members(['U2'], ['U3'], ['U1']);
    expect(await sees()).toBe(true);
    slack.answers['conversations.members'] = members(['U2'], ['U3']);
    expect(await sees()).toBe(false);
  });

  it('nobody one that the bot is not told about, and no one who has left', async () => {
    slack.answers['conversations.info'] = [{ ok: false, error: 'channel_not_found' }];
    slack.answers['users.info'] = user({});
    expect(await sees()).toBe(false);

    slack.answers['conversations.info'] = channel({ is_private: false });
    slack.answers['users.info'] = user({ deleted: true });
    expect(await sees()).toBe(false);
    slack.answers['users.info'] = [{ ok: false, error: 'user_not_found' }];
    expect(await sees()).toBe(false);
  });

  it('is no "no" when Slack cannot be asked', async () => {
    slack.answers['conversations.info'] = [{ ok: false, error: 'missing_scope', needed: 'groups:read' }];
    slack.answers['users.info'] = user({});
    await expect(sees()).rejects.toMatchObject({ code: 'PERMISSION_MISSING' });
    await expect(sees('U1', 'slack:T2')).rejects.toMatchObject({ code: 'PLATFORM_REFUSED' });
  });
});
