import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform.ts';
import { playOn, visible } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({
    policy: [
      [['topics'], { members: 3, duplicates: '7d' }],
      [['kinds', 'feedback', 'answer'], 'none'],
      [['kinds', 'feedback', 'route'], ['qa']],
      // Nobody is named: on Slack the group says who it is.
      [['workspaces', 0, 'roles', 'management'], { groups: ['S0MODS'] }],
    ],
  });
});
afterAll(() => world?.close());

const [slack, discord] = STAGES as [Stage, Stage];

/** Discord does not list who has a role, so the leads hear there. */
const headOf = ({ platform, moderator, lead }: Stage) => (platform === 'slack' ? moderator.id : lead.id);

/** A member says something, and it is flagged. */
async function says(stage: Stage, text: string, as: string): Promise<string> {
  const { name } = await flagged(stage, text, as);
  return name;
}

const messages = new Map<string, { stage: Stage; message: string; as: string }>();

async function flagged(stage: Stage, text: string, as: string): Promise<{ name: string }> {
  const play = playOn(world, stage);
  const known = play.inTriage().map(({ id }) => id);
  const message = play.post(text, as);
  play.flag(message);
  const card = await world.until('the card of the case', () =>
    play.inTriage().find((each) => !known.includes(each.id) && /FB-\d+ ·/.test(visible(each))),
  );
  await world.settled();
  const [name] = /FB-\d+/.exec(visible(card))!;
  messages.set(`${stage.platform} ${name}`, { stage, message, as });
  return { name };
}

const topicCards = (stage: Stage, channel: string): MessageView[] =>
  world
    .on(stage.platform)
    .messages({ as: stage.qa.id, channel })
    .filter((each) => !each.ephemeral && /T-\d+ ·/.test(visible(each)));

const directCards = (stage: Stage, person: string) =>
  playOn(world, stage)
    .inbox(person)
    .filter((each) => /T-\d+ ·/.test(visible(each)));

describe('the same thing from several members', () => {
  const onSlack = () => playOn(world, slack);
  const onDiscord = () => playOn(world, discord);
  const names: string[] = [];

  it('is shown on the cards from the second on, across communities and languages', async () => {
    const first = await says(slack, 'The login code never reaches my phone by sms', slack.member.id);
    expect(visible(onSlack().card(first)!)).not.toContain('Similar');
    const second = await says(discord, 'Koden til login kommer aldrig på sms', discord.member.id);
    names.push(first, second);
    expect(visible(onSlack().card(first)!)).toContain(`${second} (`);
    expect(visible(onDiscord().card(second)!)).toContain('found by its words');
    expect(topicCards(slack, slack.channels.qa)).toHaveLength(0);
  });

  it('goes to departments and management once, with a chart, when three members have said it', async () => {
    const third = await says(slack, 'No sms with the login code ever reaches me', slack.other.id);
    names.push(third);
    for (const stage of STAGES) {
      await world.until('the card of the topic', () => topicCards(stage, stage.channels.qa).length > 0);
      await world.until('management to hear', () => directCards(stage, headOf(stage)).length > 0);
    }
    await world.settled();
    for (const stage of STAGES) {
      const [card, ...more] = topicCards(stage, stage.channels.qa);
      expect(more).toEqual([]);
      expect(visible(card!)).toContain('3 members said this 3 times');
      expect(visible(card!)).toContain('Mentions by week');
      expect(directCards(stage, headOf(stage))).toHaveLength(1);
    }
  });

  it('is kept up to date, and what is something else is taken out and not proposed again', async () => {
    const fourth = await says(discord, 'The login code by sms never reaches me', discord.other.id);
    await world.until('four members', () =>
      visible(topicCards(slack, slack.channels.qa)[0]!).includes('4 members'),
    );
    const said = await onDiscord().press(onDiscord().card(fourth)!, 'Not the same');
    expect(said.error).toBeNull();
    await world.until('three members again', () =>
      visible(topicCards(slack, slack.channels.qa)[0]!).includes('3 members'),
    );
    await world.settled();
    expect(visible(onDiscord().card(fourth)!)).not.toContain('Similar');
  });

  it('is named before or behind what is to be done', async () => {
    for (const line of ['topic T-1', 'topic t-1 show', 'topic show T-1'])
      expect(await onSlack().type(`/feedback ${line}`)).toContain('3 members said this');
    expect(await onSlack().type('/feedback topic t-1 dance')).toContain(
      'Write one of show, link, unlink, merge, rename, fixed, not "t-1". For example: /feedback topic fixed T-4',
    );
  });

  it('is fixed: each member hears it once, in their language, where they wrote', async () => {
    const card = topicCards(slack, slack.channels.qa)[0]!;
    const { form } = await onSlack().press(card, 'Fixed', { as: slack.qa.id });
    expect(form?.title).toBe('T-1 is fixed');
    await world.on('slack').submit({ as: slack.qa.id, form: form!.id, values: { who: 'all' } });
    await world.sql(
      `update hearback.outbox set run_at = now() where kind = 'tell-fixed' and done_at is null`,
    );
    const heard = (name: string) => {
      const { stage, message, as } = messages.get(name)!;
      return world
        .on(stage.platform)
        .messages({ as, channel: stage.channels.open, thread: message })
        .filter(({ author }) => author.isBot)
        .map(({ text }) => text);
    };
    const [first, second, third] = names;
    await world.until('all to be told', () =>
      [`slack ${first}`, `discord ${second}`, `slack ${third}`].every((name) => heard(name).length > 0),
    );
    await world.settled();
    expect(heard(`slack ${first}`)).toEqual([expect.stringContaining('what you told us about is fixed now')]);
    expect(heard(`discord ${second}`)).toEqual([expect.stringContaining('er ordnet nu')]);
    expect(heard(`slack ${third}`)).toHaveLength(1);
    expect([...messages.keys()].filter((name) => heard(name).length > 0)).toHaveLength(3);
    expect(visible(topicCards(discord, discord.channels.qa)[0]!)).toContain('Fixed, ');
  });
});

describe.each(STAGES)('the same member again, on $platform', (stage: Stage) => {
  const { platform, member, other, moderator, qa, channels } = stage;
  const words = 'I was charged twice for one order of coffee beans';
  const play = () => playOn(world, stage);
  const cards = () =>
    play()
      .inTriage()
      .filter((each) => /FB-\d+ ·/.test(visible(each)));
  /** What came to the department with the case: files below its card. */
  const filesAt = (name: string) => {
    const people = world.on(platform);
    const card = people
      .messages({ as: qa.id, channel: channels.qa })
      .find((each) => visible(each).includes(`${name} ·`) && each.actions.length > 0);
    return (card ? people.messages({ as: qa.id, channel: channels.qa, thread: card.id }) : [])
      .flatMap(({ files }) => files)
      .map(({ name: file }) => file);
  };

  it('joins their case, with its files, and whoever flagged it is thanked', async () => {
    const name = await says(stage, words, member.id);
    const before = cards().length;
    const { message } = world.on(platform).createMessage({
      as: member.id,
      channel: channels.open,
      text: words,
      files: [
        { name: 'statement.txt', mime: 'text/plain', base64: Buffer.from('2 x 9.90').toString('base64') },
      ],
    });
    play().flag(message, { as: moderator.id });
    const thanked = () =>
      play()
        .inbox(moderator.id)
        .filter((each) => visible(each).includes('They have told us about this before'));
    await world.until('the thanks', () => thanked().length > 0);
    await world.until('the file below the card of the department', () => filesAt(name).length > 0);
    await world.settled();
    expect(cards()).toHaveLength(before);
    expect(filesAt(name)).toHaveLength(1);
    expect(thanked()).toHaveLength(1);
    expect(visible(thanked()[0]!)).not.toContain(name);
  });

  it('is never the case of another member', async () => {
    const before = cards().length;
    await says(stage, words, other.id);
    expect(cards()).toHaveLength(before + 1);
  });
});
