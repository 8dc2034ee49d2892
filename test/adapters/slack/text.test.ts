import { describe, expect, it } from '@jest/globals';
import { createEmoji } from '../../../src/adapters/slack/emoji.ts';
import { linkTo, parseLink } from '../../../src/adapters/slack/links.ts';
import { mentionedIn, plainText, typedLine } from '../../../src/adapters/slack/text.ts';

const emoji = createEmoji();
const nameOf = (id: string) => (id === 'U0MIA' ? 'Mia Holm' : id);
const plain = (text: string) => plainText(text, nameOf, (name) => emoji.characterOf(name));

describe('a message’s text', () => {
  it.each([
    ['a &lt; b &amp;&amp; c &gt; d', 'a < b && c > d'],
    ['&amp;lt;', '&lt;'],
    ['ask <@U0MIA> or <@U0NEW|newbie> or <@U0UNKNOWN>', 'ask @Mia Holm or @newbie or @U0UNKNOWN'],
    ['in <#C0QA|dept-qa>, <#C0HIDDEN|> and <#C0OLD>', 'in #dept-qa, #C0HIDDEN and #C0OLD'],
    [
      '<!here> <!channel> <!everyone> <!subteam^S0MODS|@mods> <!subteam^S1>',
      '@here @channel @everyone @mods @group',
    ],
    ['<https://example.org/a?b=1&amp;c=2>', 'https://example.org/a?b=1&c=2'],
    ['<https://example.org|the page>', 'the page (https://example.org)'],
    ['<http://example.org|example.org>', 'http://example.org'],
    ['<mailto:mia@example.org|mia@example.org>', 'mia@example.org'],
    ['due <!date^1392734382^{date}|18 February>', 'due 18 February'],
    [':tada: :+1::skin-tone-3: :party_parrot: at 10:30:45', '🎉 👍 :party_parrot: at 10:30:45'],
    ['a\u0000b \uD83D', 'ab \uFFFD'],
    ['<unclosed & odd', '<unclosed & odd'],
  ])('%j reads %j', (stored, read) => {
    expect(plain(stored)).toBe(read);
  });

  it('names everybody it mentions', () => {
    expect(mentionedIn('<@U0MIA> and <@U0SAM|sam>, not &lt;@U0EVE&gt; or <#C1>')).toEqual(['U0MIA', 'U0SAM']);
  });

  it('keeps who is mentioned in a typed line, with the name to show', () => {
    expect(typedLine('assign FB-1 <@U0MIA|mia> &amp; <@U9>', nameOf, (name) => name)).toBe(
      'assign FB-1 <@U0MIA|Mia Holm> & <@U9|U9>',
    );
  });
});

describe('emoji', () => {
  it.each([
    ['triangular_flag_on_post', '🚩'],
    ['pray::skin-tone-4', '🙏'],
    ['+1', '👍'],
    ['thumbsup', '👍'],
    ['office_worker', '🧑‍💼'],
    ['male-office-worker', '👨‍💼'],
    ['heart', '❤'],
    ['thinking_face', '🤔'],
    ['flag-dk', '🇩🇰'],
    ['us', '🇺🇸'],
    ['star-struck', '🤩'],
    ['feedback-flag', ':feedback-flag:'],
  ])('%s is %s', (name, character) => {
    expect(emoji.characterOf(name)).toBe(character);
  });

  it.each([
    ['👀', 'eyes'],
    ['🚩', 'triangular_flag_on_post'],
    ['👍🏽', '+1'],
    ['❤️', 'heart'],
    ['🇩🇰', 'flag-dk'],
    ['🤔', 'thinking_face'],
    [':feedback-flag:', 'feedback-flag'],
    ['x', null],
    ['', null],
  ])('%j is sent as %j', (character, name) => {
    expect(emoji.shortNameOf(character)).toBe(name);
  });
});

describe('a link to a message', () => {
  const identity = {
    workspaceId: 'slack:T1',
    teamId: 'T1',
    botUserId: 'U1',
    botId: 'B1',
    url: 'https://riverside.slack.com/',
  };

  it.each(['1700000000.000100', '1700000000.999999'])('leads back to the message %s', (ts) => {
    for (const root of [undefined, '1600000000.000001']) {
      const link = linkTo(identity, 'C0QA', ts, root);
      const ref = { workspaceId: 'slack:T1', channelId: 'C0QA', messageId: ts };
      expect(parseLink('slack:T1', link, identity)).toEqual(ref);
      expect(parseLink('slack:T1', ` <${link}|look> `, identity)).toEqual(ref);
      expect(parseLink('slack:T1', link, null)).toEqual(ref);
    }
  });

  it.each([
    'https://other.slack.com/archives/C0QA/p1700000000000100',
    'https://riverside.slack.com.evil.example/archives/C0QA/p1700000000000100',
    'https://riverside.slack.com/archives/C0QA',
    'https://riverside.slack.com/archives/C0QA/p17',
    'https://riverside.slack.com/archives/../p1700000000000100',
    'nothing',
  ])('is not %s', (link) => {
    expect(parseLink('slack:T1', link, identity)).toBeNull();
  });

  it('of another workspace is not ours', () => {
    expect(
      parseLink('slack:T2', 'https://riverside.slack.com/archives/C0QA/p1700000000000100', identity),
    ).toBeNull();
  });
});
