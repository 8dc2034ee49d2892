import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { slackSeed } from '../../sandbox/seed.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

// A case goes up, others read it along and follow it: who hears what, and who never does. Management has a channel on Slack, and
// hears by direct message on Discord.

const LEADS = slackSeed.channels.find(({ name }) => name === 'leads')!.id;
const [slack, discord] = STAGES as [Stage, Stage];

let world: World;
beforeAll(async () => {
  world = await openWorld({
    policy: [
      [['ladder', 'together'], '1s'],
      [['workspaces', 0, 'management'], LEADS],
      [['workspaces', 0, 'departments', 'qa', 'leads'], [slack.qa.id]],
      [['workspaces', 1, 'roles', 'management'], { people: [discord.moderator.id] }],
      [['workspaces', 1, 'departments', 'qa', 'leads'], [discord.qa.id]],
    ],
  });
});
afterAll(() => world?.close());

describe.each(STAGES)('a case that goes up on $platform', (stage: Stage) => {
  const { platform, other, handler, moderator, lead, qa, channels } = stage;
  const people = () => world.on(platform);
  const botsIn = (channel: string, as: string) =>
    people()
      .messages({ as, channel })
      .filter(({ author, ephemeral }) => author.isBot && !ephemeral);
  const mentions = (id: string) => `<@${id}>`;
  let play: Play;
  let name: string;

  /** What management was told of this case, where it hears. */
  const toManagement = () =>
    (platform === 'slack' ? botsIn(LEADS, lead.id) : play.inbox(moderator.id)).filter((each) =>
      visible(each).includes(`${name} ·`),
    );
  const directs = (who: string) => play.inbox(who).filter(({ ephemeral }) => !ephemeral);
  const inbox = (who: string, ...words: string[]) =>
    directs(who).find((each) => [name, ...words].every((word) => visible(each).includes(word)));
  const shows = (what: string, look: () => Parameters<typeof visible>[0] | undefined, ...words: string[]) =>
    world.until(what, () => {
      const found = look();
      return found !== undefined && words.every((word) => visible(found).includes(word));
    });

  beforeAll(async () => {
    play = playOn(world, stage);
    ({ name } = await play.openCase('The SECRET export loses every second line'));
  });

  it('reaches management the moment it is urgent, and once, however often it becomes so', async () => {
    for (const severity of ['urgent', 'normal', 'urgent'])
      await play.type(`/feedback severity ${name} ${severity}`);
    await world.until('management to hear', () => toManagement().length > 0);
    await world.settled();
    expect(toManagement()).toHaveLength(1);
    expect(visible(toManagement()[0]!)).toContain('SECRET export');
    expect(visible(play.card(name)!)).toContain('L1');
  });

  it('goes to a department: its channel and its lead hear, and the card says L2', async () => {
    await play.type(`/feedback route ${name} qa`);
    await world.until('the channel of QA', () =>
      botsIn(channels.qa, qa.id).some((each) => visible(each).includes(`${name} ·`)),
    );
    await world.until('the lead of QA', () => inbox(qa.id, 'You are lead of QA'));
    await shows('the level', () => play.card(name), 'L2, since a department has it');
  });

  it('goes to management by its button, with a reason; of two at once the second is told who was first', async () => {
    const { form } = await play.press(play.card(name)!, 'Escalate');
    const sent = people().submit({
      as: handler.id,
      form: form!.id,
      values: { level: 'L3', reason: 'The third one today', department: 'none' },
    });
    const said = await play.type(`/feedback escalate ${name} L3 Again`, { as: lead.id });
    await sent;
    await world.settled();
    const [raised, ...more] = await world.sql<{ by: string; reason: string }>(
      `select raised_by as by, reason from hearback.case_level join hearback.cases using (case_id)
       where workspace_id = $1 and number = $2 and case_level.level = 3`,
      [stage.workspaceId, Number(name.split('-')[1])],
    );
    expect(more).toEqual([]);
    if (raised!.by === lead.id) expect(said).toContain('L3, management');
    else expect(said).toContain('has taken it up already');
    await shows('the reason', () => play.card(name), 'L3', raised!.reason);
    await world.until('management', () =>
      toManagement().some((each) => visible(each).includes('It was taken up to you')),
    );
    await world.until('the department', () =>
      botsIn(channels.qa, qa.id).some((each) => visible(each).includes('Escalated to L3')),
    );
    expect(await play.type(`/feedback escalate ${name} L2`)).toContain('nobody is above');
  });

  it('is read along by a person: told once, to see and not to change', async () => {
    const asOther = { as: other.id, channel: channels.general };
    expect(await play.type(`/feedback show ${name}`, asOther)).not.toContain('SECRET');
    await play.type(`/feedback cc ${name} add ${mentions(other.id)}`);
    await world.until('them to be told', () => inbox(other.id, 'read along'));
    expect(await play.type(`/feedback show ${name}`, asOther)).toContain('SECRET export');
    expect(await play.type(`/feedback list`, asOther)).not.toContain(name);
    expect(await play.type(`/feedback claim ${name}`, asOther)).not.toContain(name);
    expect(await play.type(`/feedback cc ${name} list`)).toMatch(new RegExp(`${other.name}|${other.id}`));
    expect(await play.type(`/feedback cc ${name} add ${mentions(stage.member.id)}`)).toContain(
      'not for them',
    );
  });

  it('is read along in a private channel, without anything to press; a public one is refused', async () => {
    expect(await play.type(`/feedback cc ${name} add channel:${channels.open}`)).toContain(
      'only in private channels',
    );
    await play.type(`/feedback cc ${name} add channel:support`);
    const copy = () => botsIn(channels.support, lead.id).find((each) => visible(each).includes(`${name} ·`));
    await shows('the copy', copy, 'SECRET export', 'to read');
    expect(copy()!.actions).toEqual([]);
    await play.type(`/feedback severity ${name} high`);
    await shows('the copy to follow', copy, 'high');
  });

  it("is followed: what happens shortly after one another is one message, and nobody else's words", async () => {
    await play.type(`/feedback follow ${name}`, { as: other.id, channel: channels.general });
    await play.type(`/feedback note ${name} SECRET note`);
    await play.type(`/feedback claim ${name}`);
    await world.until('the news', () => inbox(other.id, 'News of', 'noted something', 'took it on'));
    await world.settled();
    const news = directs(other.id).filter((each) => visible(each).includes('News of'));
    expect(news).toHaveLength(1);
    expect(visible(news[0]!)).not.toContain('SECRET');
  });

  it('is gone for whoever is kept out, everywhere: told before, shown, followed, and in the channels', async () => {
    await play.type(`/feedback exclude ${name} ${mentions(other.id)} conflict`, { as: lead.id });
    const asOther = { as: other.id, channel: channels.general };
    expect(await play.type(`/feedback show ${name}`, asOther)).toContain('no case');
    await world.until('all they were told to go', () =>
      directs(other.id).every((each) => !visible(each).includes(name)),
    );
    const told = directs(other.id).length;
    await world.until(
      'them to follow it no more',
      async () =>
        (await world.sql('select 1 from hearback.follower where user_id = $1', [other.id])).length === 0,
    );
    await world.until('a word of that', () =>
      directs(other.id).some((each) => visible(each).includes('not for you any more')),
    );
    await world.settled();
    expect(directs(other.id).length).toBeLessThanOrEqual(told + 1);
    expect(directs(other.id).every((each) => !visible(each).includes(name))).toBe(true);
    for (const each of [
      ...botsIn(channels.support, lead.id),
      ...(platform === 'slack' ? botsIn(LEADS, lead.id) : []),
    ])
      expect(visible(each)).not.toContain('SECRET');
  });

  it('is taken off again: the card in the channel goes', async () => {
    await play.type(`/feedback include ${name} ${mentions(other.id)}`, { as: lead.id });
    await play.type(`/feedback cc ${name} remove channel:support`);
    await world.until('the copy to go', () =>
      botsIn(channels.support, lead.id).every((each) => !visible(each).includes(`${name} ·`)),
    );
    await play.type(`/feedback cc ${name} remove ${mentions(other.id)}`);
    expect(
      await play.type(`/feedback show ${name}`, { as: other.id, channel: channels.general }),
    ).not.toContain('SECRET');
  });
});
