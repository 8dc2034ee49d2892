import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { slackSeed } from '../../../sandbox/seed.ts';
import { say } from './messages.ts';
import { openWorkspace, type Workspace } from './workspace.ts';

let workspace: Workspace;

beforeEach(async () => {
  workspace = await openWorkspace();
});
afterEach(() => workspace.close());

const kept = (text: string): string => {
  const { message } = say(workspace, text);
  return (
    workspace.slack.messages({ as: 'U0ALMA', channel: 'C0GENERAL' }).find(({ id }) => id === message)?.text ??
    ''
  );
};
const refused = (code: string) => expect.objectContaining({ code });

const list = (as: string) =>
  workspace.slack.inbox(as).directMessages.map((dm) => [dm.with.name, dm.messages.map(({ text }) => text)]);

describe('what people type', () => {
  it.each([
    ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
    ['see https://example.org/?a=1&b=2, please', 'see <https://example.org/?a=1&amp;b=2>, please'],
    ['thanks 🙏 👍🏽', 'thanks :pray: :+1::skin-tone-4:'],
    ['🇩🇰 🤔 ❤️', ':flag-dk: :thinking_face: :heart:'],
    ['already :tada:', 'already :tada:'],
    ['@Alma Berg and @mia.holm', '<@U0ALMA> and <@U0MIA>'],
    ['@moderators @here #general', '<!subteam^S0MODS> <!here> <#C0GENERAL|general>'],
    ['mail me@here.example', 'mail me@here.example'],
    ['nul \u0000 and half \ud83d', 'nul \u0000 and half \ud83d'],
  ])('%j is kept as Slack keeps it', (typed, stored) => {
    expect(kept(typed)).toBe(stored);
  });

  it('is refused when it is nothing, or more than 40,000 characters', () => {
    expect(() => say(workspace, ' ')).toThrow(refused('no_text'));
    expect(() => say(workspace, 'x'.repeat(40_001))).toThrow(refused('msg_too_long'));
    expect(kept('x'.repeat(40_000))).toHaveLength(40_000);
  });
});

describe('what people see', () => {
  it('is public channels and their own private ones', () => {
    say(workspace, 'private', 'C0TRIAGE', 'U0MIA');
    say(workspace, 'public', 'C0OFFTOPIC', 'U0ALMA');
    expect(workspace.slack.messages({ as: 'U0VICTOR', channel: 'C0TRIAGE' })).toHaveLength(1);
    expect(workspace.slack.messages({ as: 'U0QUINN', channel: 'C0OFFTOPIC' })).toHaveLength(1);
    expect(() => workspace.slack.messages({ as: 'U0ALMA', channel: 'C0TRIAGE' })).toThrow(
      refused('channel_not_found'),
    );
    expect(() => workspace.slack.messages({ as: 'U0NOBODY', channel: 'C0GENERAL' })).toThrow(
      refused('user_not_found'),
    );
  });

  it('is their own direct messages, with the bot or with somebody', () => {
    const { channel } = say(workspace, 'to the bot', 'U0HEARBACK');
    say(workspace, 'to Mia', 'U0MIA');

    expect(list('U0ALMA')).toEqual([
      ['hearback', ['to the bot']],
      ['Mia Holm', ['to Mia']],
    ]);
    expect(list('U0MIA')).toEqual([['Alma Berg', ['to Mia']]]);
    expect(() => workspace.slack.messages({ as: 'U0MIA', channel })).toThrow(refused('channel_not_found'));
  });

  it('names the community, its people and its channels', () => {
    expect(workspace.slack.community()).toMatchObject({
      platform: 'slack',
      id: 'T0RIVERSIDE',
      name: 'Riverside Makers',
      appConnected: false,
      people: expect.arrayContaining([
        { id: 'U0MIA', name: 'Mia Holm', title: 'community manager', isBot: false, groups: ['S0MODS'] },
        { id: 'U0HEARBACK', name: 'hearback', title: 'app', isBot: true, groups: [] },
      ]),
      channels: expect.arrayContaining([
        { id: 'C0LEADS', name: 'leads', isPrivate: true, members: ['U0HEARBACK', 'U0LENA'] },
      ]),
    });
  });

  it('is announced to those who listen, until they no longer do', () => {
    let changes = 0;
    const stop = workspace.slack.onChange(() => (changes += 1));
    say(workspace, 'one');
    const counted = changes;
    stop();
    say(workspace, 'two');
    expect([counted > 0, changes]).toEqual([true, counted]);
  });
});

describe('what people may do', () => {
  it('is write where they are members', () => {
    expect(() => say(workspace, 'hello', 'C0OFFTOPIC', 'U0QUINN')).toThrow(refused('not_in_channel'));
    expect(() => say(workspace, 'hello', 'C0TRIAGE', 'U0ALMA')).toThrow(refused('channel_not_found'));
    expect(() => say(workspace, 'hello', 'C0GENERAL', 'U0HEARBACK')).toThrow(refused('user_not_found'));
  });

  it('is answer in threads, where an answer to an answer stays in the thread', () => {
    const root = say(workspace, 'root').message;
    const first = say(workspace, 'first', 'C0GENERAL', 'U0MIA', { thread: root }).message;
    say(workspace, 'second', 'C0GENERAL', 'U0ALMA', { thread: first });
    const thread = workspace.slack.messages({ as: 'U0ALMA', channel: 'C0GENERAL', thread: root });
    expect(thread.map(({ text, thread: of }) => [text, of])).toEqual([
      ['first', root],
      ['second', root],
    ]);
    expect(() => say(workspace, 'lost', 'C0GENERAL', 'U0MIA', { thread: '1700000000.000100' })).toThrow(
      refused('thread_not_found'),
    );
  });

  it('is edit and delete their own messages', () => {
    const { message } = say(workspace, 'one');
    const edit = (as: string) =>
      workspace.slack.editMessage({ as, channel: 'C0GENERAL', message, text: 'two' });
    const remove = (as: string) => workspace.slack.deleteMessage({ as, channel: 'C0GENERAL', message });
    expect(() => edit('U0MIA')).toThrow(refused('cant_update_message'));
    expect(() => remove('U0MIA')).toThrow(refused('cant_delete_message'));
    edit('U0ALMA');
    expect(workspace.slack.messages({ as: 'U0MIA', channel: 'C0GENERAL' })).toMatchObject([
      { text: 'two', edited: true },
    ]);
    remove('U0ALMA');
    expect(workspace.slack.messages({ as: 'U0MIA', channel: 'C0GENERAL' })).toEqual([]);
    expect(() => remove('U0ALMA')).toThrow(refused('message_not_found'));
  });

  it('is react with any emoji there is, once', () => {
    const { message } = say(workspace, 'one');
    const react = (emoji: string, present = true) =>
      workspace.slack.react({ as: 'U0MIA', channel: 'C0GENERAL', message, emoji, present });
    for (const emoji of ['🚩', ':feedback-flag:', '👍🏽', '🧑‍💼']) react(emoji);
    expect(workspace.slack.messages({ as: 'U0ALMA', channel: 'C0GENERAL' })[0]?.reactions).toEqual([
      { emoji: '🚩', people: ['U0MIA'] },
      { emoji: ':feedback-flag:', people: ['U0MIA'] },
      { emoji: '👍🏽', people: ['U0MIA'] },
      { emoji: '🧑‍💼', people: ['U0MIA'] },
    ]);
    expect(() => react('🚩')).toThrow(refused('already_reacted'));
    expect(() => react('🎉', false)).toThrow(refused('no_reaction'));
    expect(() => react('x')).toThrow(refused('invalid_name'));
  });

  it('is nothing once they have left', async () => {
    const people = slackSeed.people.map((person) =>
      person.id === 'U0ALMA' ? { ...person, deactivated: true } : person,
    );
    const other = await openWorkspace({ seed: { ...slackSeed, people } });
    expect(() => other.slack.createMessage({ as: 'U0ALMA', channel: 'C0GENERAL', text: 'x' })).toThrow(
      refused('account_inactive'),
    );
    await other.close();
  });
});
