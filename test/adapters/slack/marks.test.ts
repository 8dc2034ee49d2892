import { describe, expect, it } from '@jest/globals';
import { hasMark, markOf } from '../../../src/adapters/slack/marks.ts';

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
