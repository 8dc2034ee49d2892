import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

// What a member writes to the bot alone, and a member who says nothing.

let world: World;
beforeAll(async () => {
  const follow = { firstResponse: '1h', updateDue: '1d' };
  world = await openWorld({
    policy: [
      ...['low', 'normal', 'high', 'urgent'].map((severity): [string[], unknown] => [
        ['severities', severity],
        follow,
      ]),
      [['silence'], { nudges: ['2s', '1s'], close: '1s', confirm: '1h' }],
    ],
  });
});
afterAll(() => world?.close());

describe.each(STAGES)('direct messages on $platform', (stage: Stage) => {
  const { platform, member, other, handler, lead, channels } = stage;
  const people = () => world.on(platform);
  let play: Play;
  beforeAll(() => {
    play = playOn(world, stage);
  });

  const dmOf = (person: string) => people().inbox(person).directMessages[0]!;
  const say = (person: string, text: string) =>
    people().createMessage({ as: person, channel: dmOf(person).channel, text });
  const read = (messages: MessageView[]) => messages.map(visible).join('\n');
  const told = (person: string, words: string) =>
    world.until(`word of "${words}"`, () => play.inbox(person).find((each) => visible(each).includes(words)));
  const shows = (name: string, words: string) =>
    world.until(`the card of ${name} to show "${words}"`, () => visible(play.card(name)!).includes(words));
  const fromBot = (person: string) => play.inbox(person).filter(({ author }) => author.isBot);

  it('reach whoever looks after the case, and nobody else; a member who is silent is asked again, and heard later', async () => {
    const message = play.post('Somebody keeps sending me rude messages after every match');
    play.flag(message, { emoji: '🚨' });
    const card = await world.until('the card', () =>
      play.inTriage().find((each) => visible(each).includes('rude')),
    );
    const name = /FB-\d+/.exec(visible(card))![0];
    await told(member.id, name);
    await play.type(`/feedback claim ${name}`);

    const { channel, message: id } = say(member.id, 'It was in the lobby, around nine');
    await told(handler.id, 'in the lobby, around nine');
    people().editMessage({ as: member.id, channel, message: id, text: 'It was in the arena, around nine' });
    const edit = await told(handler.id, 'in the arena, around nine');
    expect(visible(edit)).toMatch(/changed what they wrote[^]*in the lobby/);

    await play.type(`/feedback reply ${name} Which arena was it?`);
    await play.type(`/feedback send ${name}`);
    await shows(name, 'waiting on the member');
    await shows(name, 'then it is closed');
    await shows(name, 'closed, not confirmed');
    const words = fromBot(member.id).map(({ text }) => text);
    expect(words.filter((each) => each.includes('friendly reminder'))).toHaveLength(1);
    expect(words.filter((each) => each.includes('before long'))).toHaveLength(1);
    expect(play.answers(message)).toEqual([]);

    say(member.id, 'The blue one, sorry for the wait');
    await shows(name, 'reopened');
    await told(handler.id, 'The blue one');
    await world.settled();
    const elsewhere = [other.id, lead.id].flatMap((person) => play.inbox(person));
    const open = people().messages({ as: other.id, channel: channels.open });
    expect(read([...elsewhere, ...open])).not.toMatch(/lobby|arena|blue one/);
    const [stored] = await world.sql<{ said: number }>(
      `select count(*)::int as said from hearback.case_message join hearback.message using (message_row_id)
       where role = 'member' and author_id = $1`,
      [member.id],
    );
    expect(stored!.said).toBe(2);
  });

  it('about no case are not kept: their author is told how to be heard, and staff how to act', async () => {
    const hello = { as: other.id, channel: dmPartner(), text: 'Your shop is lovely' };
    people().createMessage(hello);
    people().createMessage(hello);
    const hint = await told(other.id, 'kept it');
    expect(hint.text).toContain(other.name);
    people().createMessage({ as: handler.id, channel: dmPartner(), text: 'Please close it for me' });
    await told(handler.id, 'reaches nobody');
    await world.settled();
    expect(fromBot(other.id)).toHaveLength(1);
    const [kept] = await world.sql<{ rows: number }>(
      `select count(*)::int as rows from hearback.intake where event::text like '%lovely%' or event::text like '%close it for me%'`,
    );
    expect(kept!.rows).toBe(0);
  });

  /** Whom people write to who write to the bot. */
  function dmPartner(): string {
    return dmOf(member.id).with.id;
  }
});
