import { describe, expect, it } from '@jest/globals';
import type { EnvelopedEvent } from '@slack/bolt';
import type { AllMessageEvents, ReactionAddedEvent } from '@slack/types';
import { fromMessage, fromReaction, peopleInEvent, teamsOf } from '../../../src/adapters/slack/events.ts';

const reading = {
  identity: {
    workspaceId: 'slack:T1',
    teamId: 'T1',
    botUserId: 'UBOT',
    botId: 'BBOT',
    url: 'https://riverside.slack.com/',
  },
  nameOf: (id: string) => ({ U0ALMA: 'Alma Berg' })[id] ?? id,
  characterOf: (name: string) => (name === 'triangular_flag_on_post' ? '🚩' : `:${name}:`),
};
const envelope = <T>(event: object) =>
  ({ event_id: 'Ev1', team_id: 'T1', type: 'event_callback', event }) as unknown as EnvelopedEvent<T>;
const message = (event: object) =>
  fromMessage(
    envelope<AllMessageEvents>({
      type: 'message',
      channel: 'C1',
      channel_type: 'channel',
      ts: '1700000000.000200',
      event_ts: '1700000009.000300',
      ...event,
    }),
    reading,
  );
const said = { user: 'U0ALMA', text: 'broken' };

describe('a reaction', () => {
  const reaction = (event: object) =>
    fromReaction(
      envelope<ReactionAddedEvent>({
        type: 'reaction_added',
        user: 'U0ALMA',
        reaction: 'triangular_flag_on_post',
        item: { type: 'message', channel: 'C1', ts: '1700000000.000200' },
        event_ts: '1700000009.500000',
        ...event,
      }),
      reading,
    );

  it('says when it is in a direct message', () => {
    const item = (channel: string) => ({ item: { type: 'message', channel, ts: '1700000000.000200' } });
    expect(reaction(item('D1'))).toMatchObject({ isDirect: true });
    expect(reaction(item('G1'))).not.toHaveProperty('isDirect');
  });

  it('is an event at the time it was made', () => {
    expect(reaction({})).toEqual({
      kind: 'reaction_added',
      workspaceId: 'slack:T1',
      eventId: 'Ev1',
      at: new Date(1_700_000_009_500),
      channelId: 'C1',
      messageId: '1700000000.000200',
      parentChannelId: null,
      userId: 'U0ALMA',
      emoji: '🚩',
    });
  });

  it('on a file, or of our own, is nothing', () => {
    expect(reaction({ item: { type: 'file', file: 'F1' } })).toBeNull();
    expect(reaction({ user: 'UBOT' })).toBeNull();
  });
});

describe('a message', () => {
  it.each([
    ['said', said],
    [
      'with a file',
      {
        ...said,
        subtype: 'file_share',
        files: [
          {
            id: 'F1',
            name: 'a.png',
            mimetype: 'image/png',
            size: 3,
            url_private: 'https://files.slack.com/a',
          },
        ],
      },
    ],
    ['said about oneself', { ...said, subtype: 'me_message' }],
    [
      'shown in the channel from a thread',
      { ...said, subtype: 'thread_broadcast', thread_ts: '1600000000.000100' },
    ],
  ])('%s is posted', (_, event) => {
    expect(message(event)).toMatchObject({
      kind: 'message_posted',
      message: { text: 'broken', author: { userId: 'U0ALMA', name: 'Alma Berg', isBot: false } },
    });
  });

  it('of another bot says so, and what it says in attachments', () => {
    expect(
      message({
        subtype: 'bot_message',
        bot_id: 'B7',
        username: 'Pager',
        text: '',
        attachments: [{ fallback: 'It &amp; burns' }],
      }),
    ).toMatchObject({
      message: { author: { userId: 'B7', name: 'Pager', isBot: true }, text: 'It & burns' },
    });
  });

  it('has its thread and its files, without those that are gone', () => {
    const posted = message({
      ...said,
      thread_ts: '1600000000.000100',
      files: [
        {
          id: 'F1',
          name: 'a.png',
          mimetype: 'image/png',
          size: 3,
          url_private: 'https://files.slack.com/a',
          url_private_download: 'https://files.slack.com/download/a',
        },
        { id: 'F2', mode: 'tombstone' },
        { id: 'F3', mode: 'hidden_by_limit' },
        { id: 'F4', file_access: 'check_file_info' },
      ],
    });
    expect(posted).toMatchObject({
      message: {
        threadRoot: { channelId: 'C1', messageId: '1600000000.000100' },
        permalink:
          'https://riverside.slack.com/archives/C1/p1700000000000200?thread_ts=1600000000.000100&cid=C1',
        files: [
          {
            fileId: 'F1',
            name: 'a.png',
            mime: 'image/png',
            size: 3,
            url: 'https://files.slack.com/download/a',
          },
          { fileId: 'F4', url: '' },
        ],
      },
    });
  });

  it('in a conversation with us is direct', () => {
    expect(message({ ...said, channel_type: 'im' })).toMatchObject({ isDirect: true });
    expect(message({ ...said, channel_type: 'im', thread_ts: '1.000100' })).toMatchObject({
      answers: '1.000100',
    });
    expect(message({ ...said, channel_type: 'mpim' })).toMatchObject({ isDirect: false });
  });

  it('of our own, or a note of Slack’s, is nothing', () => {
    expect(message({ user: 'UBOT', text: 'mine' })).toBeNull();
    expect(message({ subtype: 'bot_message', bot_id: 'BBOT', text: 'mine' })).toBeNull();
    for (const subtype of ['channel_join', 'channel_topic', 'message_replied', 'pinned_item'])
      expect(message({ ...said, subtype })).toBeNull();
  });
});

describe('a change', () => {
  const changed = (now: object, before: object | undefined) =>
    message({
      subtype: 'message_changed',
      hidden: true,
      message: { type: 'message', ts: '1600000000.000100', ...said, ...now },
      ...(before && { previous_message: { type: 'message', ts: '1600000000.000100', ...said, ...before } }),
    });

  it('of the text is an edit', () => {
    expect(changed({ text: 'broken &amp; sad', thread_ts: '1500000000.000100' }, {})).toMatchObject({
      kind: 'message_edited',
      at: new Date(1_700_000_009_000),
      messageId: '1600000000.000100',
      text: 'broken & sad',
      threadRoot: { messageId: '1500000000.000100' },
    });
  });

  it('of anything else is none', () => {
    expect(changed({ attachments: [{ fallback: 'a preview' }] }, {})).toBeNull();
    expect(changed({}, undefined)).toBeNull();
  });

  it('without what was before is one when Slack says so', () => {
    expect(changed({ edited: { user: 'U0ALMA', ts: '1700000009.000000' } }, undefined)).toMatchObject({
      kind: 'message_edited',
    });
  });

  it('of our own is nothing', () => {
    expect(changed({ user: 'UBOT', text: 'new' }, { user: 'UBOT' })).toBeNull();
  });

  it('of a thread’s root into a note that it is gone is a deletion', () => {
    expect(
      changed({ subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.' }, {}),
    ).toMatchObject({
      kind: 'message_deleted',
      messageId: '1600000000.000100',
    });
  });
});

describe('a deletion', () => {
  it('names the message that is gone', () => {
    expect(
      message({ subtype: 'message_deleted', deleted_ts: '1600000000.000100', previous_message: said }),
    ).toMatchObject({
      kind: 'message_deleted',
      messageId: '1600000000.000100',
    });
    expect(message({ subtype: 'message_deleted', deleted_ts: '1600000000.000100' })).not.toBeNull();
  });

  it('of our own message is nothing', () => {
    expect(
      message({ subtype: 'message_deleted', deleted_ts: '1.2', previous_message: { user: 'UBOT' } }),
    ).toBeNull();
  });
});

describe('an event', () => {
  it('is in the name of the workspace in which the app is installed, wherever it comes from', () => {
    const authorizations = [{ team_id: 'T3' }];
    expect(teamsOf({ team_id: 'T1' })).toEqual(['T1']);
    expect(teamsOf({ team_id: 'T2', context_team_id: 'T1' })).toEqual(['T1']);
    expect(teamsOf({ team_id: 'T2', context_team_id: null })).toEqual(['T2']);
    expect(teamsOf({ team_id: 'T2', context_team_id: 'T1', authorizations })).toEqual(['T1', 'T3']);
  });

  it('needs the names of its author and of who is mentioned', () => {
    const event = { type: 'message', user: 'U0ALMA', text: 'ask <@U0MIA>' } as unknown as AllMessageEvents;
    expect(peopleInEvent(event)).toEqual(['U0ALMA', 'U0MIA']);
  });
});
