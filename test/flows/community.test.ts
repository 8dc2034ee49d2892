import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type PolicyChange, type Stage, type World } from '../support/world.ts';

describe.each(STAGES)('the community is asked first on $platform', (stage: Stage) => {
  const { platform, member, other, handler, moderator, lead, channels } = stage;
  let world: World;
  let play: Play;
  let message: string;
  let post: string;

  const people = () => world.on(platform);
  const posts = (words: string) =>
    people()
      .messages({ as: other.id, channel: channels.help })
      .filter((each) => each.text.includes(words));
  const below = () => people().messages({ as: other.id, channel: channels.help, thread: post });
  const inSupport = (words: string) =>
    people()
      .messages({ as: lead.id, channel: channels.support })
      .filter((each) => visible(each).includes(words));
  const history = async (words: string) =>
    (
      await world.sql<{ action: string }>(
        'select action from hearback.history join hearback.cases using (case_id) where quote like $1 order by history_id',
        [`%${words}%`],
      )
    ).map(({ action }) => action);

  beforeAll(async () => {
    const quick = (key: string, value: unknown): PolicyChange => [['kinds', 'quick', key], value];
    const slow = { firstResponse: '1h', updateDue: '2h' };
    world = await openWorld({
      policy: [
        [['kinds', 'question', 'community', 'wait'], '1h'],
        [['kinds', 'question', 'clocks'], slow],
        quick('name', 'Quick question'),
        quick('playbook', 'community-first'),
        quick('route', ['support']),
        quick('next', []),
        quick('community', { wait: '1s' }),
        quick('clocks', slow),
        [['emojis', '⏳'], 'quick'],
      ],
    });
    play = playOn(world, stage);
    message = play.post('How do I felt *wet* wool?');
    play.flag(message, { emoji: '❓' });
  });
  afterAll(() => world?.close());

  it('in a public post with the words and the way to them, and no department has it yet', async () => {
    const [asked] = await world.until('the post', () => {
      const found = posts('felt');
      return found.length > 0 && found;
    });
    post = asked!.id;
    expect(asked!.text).toContain(member.name);
    expect(visible(asked!)).toMatch(/https?:\/\//);
    expect(asked!.text).not.toContain('FB-');
    const [answer] = await world.until('the answer to the member', () => {
      const found = play.answers(message);
      return found.length > 0 && found;
    });
    expect(answer!.text).toContain('asking around');
    await world.settled();
    expect(posts('felt')).toHaveLength(1);
    expect(inSupport('felt')).toEqual([]);
    if (platform === 'discord') {
      const thread = await world.sql<{ help_channel: string }>('select help_channel from hearback.cases');
      expect(thread).toEqual([{ help_channel: channels.help }]);
    }
  });

  it('and what is said below it belongs to the case', async () => {
    people().createMessage({
      as: other.id,
      channel: channels.help,
      thread: post,
      text: 'Warm water and soap, and patience',
    });
    await world.until('the card to count it', () => {
      const card = play.card('FB-1');
      return card && visible(card).includes('1 message from the helpers');
    });
    const kept = await world.sql<{ role: string }>(
      "select role from hearback.case_message join hearback.message using (message_row_id) join hearback.message_version using (message_row_id) where text like 'Warm water%'",
    );
    expect(kept).toEqual([{ role: 'thread' }]);
  });

  it('until somebody says who solved it: the member is told, the helper thanked and counted, once', async () => {
    expect(await play.type(`/feedback credit FB-1 <@${member.id}>`)).toContain('asked themselves');
    const card = play.card('FB-1')!;
    const [first, second] = [
      await play.press(card, 'Solved by the community'),
      await play.press(card, 'Solved by the community', { as: moderator.id }),
    ];
    const filled = [
      { as: handler.id, form: first.form!.id, values: { person: other.id } },
      { as: moderator.id, form: second.form!.id, values: { person: other.id } },
    ];
    await Promise.all(filled.map((form) => people().submit(form)));
    await world.until('thanks below the post', () => below().some(({ author }) => author.isBot));
    await world.until('word to the member', () => play.answers(message).length === 2);
    await world.settled();
    const thanks = below().filter(({ author }) => author.isBot);
    expect(thanks).toHaveLength(1);
    expect(thanks[0]!.text).toContain(other.name);
    expect(play.answers(message)).toHaveLength(2);
    expect(await play.type('/feedback helpers')).toContain('1 case');
    expect((await history('felt')).filter((action) => action === 'solved_by_community')).toHaveLength(1);
    expect(inSupport('felt')).toEqual([]);
  });

  it('else it goes to the departments with what was said so far, and nobody is reminded of the helpers', async () => {
    const asked = play.post('Where do I find blue dye?');
    play.flag(asked, { emoji: '⏳' });
    const [found] = await world.until('the post', () => {
      const all = posts('blue dye');
      return all.length > 0 && all;
    });
    people().createMessage({ as: other.id, channel: channels.help, thread: found!.id, text: 'No idea' });
    await world.until('the department to have it', () =>
      inSupport('blue dye').some((each) => visible(each).includes('1 message from the helpers')),
    );
    await world.settled();
    expect(inSupport('blue dye')).toHaveLength(1);
    expect(await history('blue dye')).toEqual(
      expect.arrayContaining(['community_asked', 'community_did_not_solve', 'routed']),
    );
    expect(play.inbox(handler.id)).toEqual([]);
    expect(play.inTriage().some((each) => visible(each).includes('waiting for'))).toBe(false);
  });

  it('and when the member deletes their message, its words are gone from the post', async () => {
    const [asked] = people()
      .messages({ as: member.id, channel: channels.open })
      .filter((each) => each.text.includes('blue dye') && each.author.id === member.id);
    const [about, ...more] = posts('blue dye');
    expect(more).toEqual([]);
    people().deleteMessage({ as: member.id, channel: channels.open, message: asked!.id });
    await world.until('the post without them', () => posts('blue dye').length === 0);
    expect(posts('…')).toHaveLength(1);
    await world.settled();
    if (platform === 'discord') {
      // The title of the post repeats some of its words.
      const patched = people()
        .calls()
        .filter(({ method }) => method === `PATCH /channels/${about!.id}`);
      expect(patched).toHaveLength(1);
    }
  });
});
