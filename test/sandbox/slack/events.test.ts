import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connect } from './socket-client.ts';
import { inbox, openWorkspace, socketApp, type Workspace } from './workspace.ts';

let workspace: Workspace;

beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const say = (text: string, channel = 'C0GENERAL', as = 'U0ALMA') =>
  workspace.slack.createMessage({ as, channel, text }).message;
describe('a Bolt app on Socket Mode', () => {
  it('hears of reactions that come and go, and counts as connected', async () => {
    const heard = inbox<unknown>();
    await socketApp(workspace, (app) => {
      app.event('reaction_added', async ({ event }) => heard.put(event));
      app.event('reaction_removed', async ({ event }) => heard.put(event));
    });
    const message = say('It is broken');
    const reaction = { as: 'U0MIA', channel: 'C0GENERAL', message, emoji: '👍🏽' };
    workspace.slack.react({ ...reaction, present: true });
    workspace.slack.react({ ...reaction, present: false });

    const event = {
      user: 'U0MIA',
      reaction: '+1::skin-tone-4',
      item: { type: 'message', channel: 'C0GENERAL', ts: message },
      item_user: 'U0ALMA',
    };
    expect(await heard.next()).toMatchObject({ type: 'reaction_added', ...event });
    expect(await heard.next()).toMatchObject({ type: 'reaction_removed', ...event });
    expect(workspace.slack.community().appConnected).toBe(true);
  });

  it('hears what is said in public, in private and in direct messages, and by which kind of channel', async () => {
    const heard = inbox<unknown>();
    await socketApp(workspace, (app) => app.event('message', async ({ event }) => heard.put(event)));
    say('public');
    say('private', 'C0TRIAGE', 'U0MIA');
    say('direct', 'U0HEARBACK', 'U0ALMA');

    expect(await heard.next()).toMatchObject({ text: 'public', channel_type: 'channel', user: 'U0ALMA' });
    expect(await heard.next()).toMatchObject({ text: 'private', channel_type: 'group' });
    expect(await heard.next()).toMatchObject({ text: 'direct', channel_type: 'im' });
  });
});

describe('events', () => {
  it('come in the envelope of the Events API', async () => {
    const { heard } = await connect(workspace);
    const ts = say('Hello');
    expect((await heard.next()).body).toMatchObject({
      type: 'event_callback',
      team_id: 'T0RIVERSIDE',
      context_team_id: 'T0RIVERSIDE',
      api_app_id: 'A0HEARBACK',
      event_id: expect.stringMatching(/^Ev/),
      event_time: Math.floor(Number(ts)),
      authorizations: [{ team_id: 'T0RIVERSIDE', user_id: 'U0HEARBACK', is_bot: true }],
      event: { type: 'message', channel: 'C0GENERAL', ts, event_ts: ts },
    });
  });

  it('come only from channels the bot is in', async () => {
    const { heard } = await connect(workspace);
    say('unheard', 'C0OFFTOPIC');
    say('heard');
    expect((await heard.next()).body.event.text).toBe('heard');
  });

  it('come only with the scope they need', async () => {
    const { heard } = await connect(workspace);
    workspace.slack.fault({ kind: 'missing_scope', scope: 'channels:history' });
    say('unheard');
    say('heard', 'C0TRIAGE', 'U0MIA');
    expect((await heard.next()).body.event.text).toBe('heard');
  });

  it('tell of edits and deletions with what was there before', async () => {
    const { heard } = await connect(workspace);
    const message = say('one');
    workspace.slack.editMessage({ as: 'U0ALMA', channel: 'C0GENERAL', message, text: 'two' });
    workspace.slack.deleteMessage({ as: 'U0ALMA', channel: 'C0GENERAL', message });
    await heard.next();

    expect((await heard.next()).body.event).toMatchObject({
      subtype: 'message_changed',
      message: { ts: message, text: 'two', edited: { user: 'U0ALMA' } },
      previous_message: { ts: message, text: 'one' },
    });
    expect((await heard.next()).body.event).toMatchObject({
      subtype: 'message_deleted',
      deleted_ts: message,
      previous_message: { text: 'two' },
    });
  });

  it('tell of the deleted root of a thread as a change to a tombstone, and of the stone when its last reply goes', async () => {
    const { heard } = await connect(workspace);
    const root = say('root');
    const reply = workspace.slack.createMessage({
      as: 'U0MIA',
      channel: 'C0GENERAL',
      text: 'reply',
      thread: root,
    });
    workspace.slack.deleteMessage({ as: 'U0ALMA', channel: 'C0GENERAL', message: root });
    workspace.slack.deleteMessage({ as: 'U0MIA', channel: 'C0GENERAL', message: reply.message });
    await heard.next();
    await heard.next();

    expect((await heard.next()).body.event).toMatchObject({
      subtype: 'message_changed',
      message: { subtype: 'tombstone', user: 'USLACKBOT', text: 'This message was deleted.', ts: root },
      previous_message: { text: 'root' },
    });
    expect((await heard.next()).body.event).toMatchObject({
      subtype: 'message_deleted',
      deleted_ts: reply.message,
    });
    expect((await heard.next()).body.event).toMatchObject({ subtype: 'message_deleted', deleted_ts: root });
  });

  it("tell the bot of its own messages, with the bot's id", async () => {
    const { heard } = await connect(workspace);
    await workspace.web.chat.postMessage({ channel: 'C0GENERAL', text: 'Hello' });
    expect((await heard.next()).body.event).toMatchObject({
      user: 'U0HEARBACK',
      bot_id: 'B0HEARBACK',
      text: 'Hello',
    });
  });

  it('do not tell of ephemerals', async () => {
    const { heard } = await connect(workspace);
    await workspace.web.chat.postEphemeral({ channel: 'C0GENERAL', user: 'U0MIA', text: 'Psst' });
    say('heard');
    expect((await heard.next()).body.event.text).toBe('heard');
  });
});
