import { describe, expect, it } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import type { Clients } from '../../../src/adapters/slack/clients.ts';
import { hasMark, markOf, newestWithMark } from '../../../src/adapters/slack/marks.ts';
import { PlatformRefused } from '../../../src/errors.ts';
import { openTinySlack } from './tiny-slack.ts';

const identity = {
  workspaceId: 'slack:T1',
  teamId: 'T1',
  botUserId: 'UBOT',
  botId: 'BBOT',
  url: 'https://x.slack.com/',
};
const ours = { user: 'UBOT', bot_id: 'BBOT', metadata: markOf('delivery-7') };

describe('the mark of a post', () => {
  it('is known again', () => {
    expect(hasMark(ours, 'delivery-7', identity)).toBe(true);
    expect(hasMark(ours, 'delivery-8', identity)).toBe(false);
  });

  it('counts for nothing on the message of somebody else', () => {
    expect(hasMark({ ...ours, user: 'U0EVE', bot_id: 'BEVE' }, 'delivery-7', identity)).toBe(false);
  });

  it('is not found in other metadata', () => {
    for (const metadata of [
      undefined,
      {},
      { event_type: 'other', event_payload: { mark: 'delivery-7' } },
      { event_type: 'hearback', event_payload: null },
    ])
      expect(hasMark({ ...ours, metadata }, 'delivery-7', identity)).toBe(false);
  });
});

describe('looking for a post', () => {
  it('that may be further back than anybody can look says so, where "not there" would have it posted twice', async () => {
    const slack = await openTinySlack();
    try {
      slack.answers['conversations.history'] = [
        { ok: true, messages: [{ ts: '1.000001' }], response_metadata: { next_cursor: 'more' } },
      ];
      const read = new WebClient('xoxb-x', { slackApiUrl: slack.apiUrl });
      const clients: Pick<Clients, 'read'> = { read };
      await expect(newestWithMark(clients as Clients, 'C1', null, new Date(), () => false)).rejects.toThrow(
        PlatformRefused,
      );
    } finally {
      await slack.close();
    }
  });
});
