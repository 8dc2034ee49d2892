import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { discordSeed, slackSeed } from '../../sandbox/seed.ts';
import type { MessageView } from '../../sandbox/platform.ts';
import { playOn, visible } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld({ policy: [[['hotThreads'], { replies: 4, people: 3, upset: 3 }]] });
});
afterAll(() => world?.close());

const hotCards = (stage: Stage): MessageView[] =>
  playOn(world, stage)
    .inTriage()
    .filter((each) => /heating up/.test(visible(each)));

/** What was counted in the open channel of a community. */
async function counted(stage: Stage): Promise<number> {
  const found = await world.sql<{ count: string }>(
    'select count(*) from hearback.stir where workspace_id = $1',
    [stage.workspaceId],
  );
  return Number(found[0]!.count);
}

/** A thread of its own, in which people answer one another. @returns its first message */
async function talk(stage: Stage, begins: string, replies: [as: string, text: string][]): Promise<string> {
  const people = world.on(stage.platform);
  const { open: channel } = stage.channels;
  const before = await counted(stage);
  const root = people.createMessage({ as: stage.member.id, channel, text: begins }).message;
  for (const [as, text] of replies) people.createMessage({ as, channel, text, thread: root });
  await world.until('all of it to be counted', async () => (await counted(stage)) > before + replies.length);
  return root;
}

/** A private channel in which only the leads are. */
function leadsOf({ platform }: Stage): string {
  const seed = platform === 'slack' ? slackSeed : discordSeed;
  return seed.channels.find(({ name }) => name === 'leads')!.id;
}

const ANGRY = 'This is unacceptable, what a scam';

describe.each(STAGES)('threads that heat up on $platform', (stage) => {
  const { channels, member, other, qa, handler, moderator, lead } = stage;
  const angry = (): [string, string][] => [
    [other.id, ANGRY],
    [qa.id, 'I am furious about this'],
    [lead.id, 'Worst update ever, ridiculous'],
    [other.id, 'And nobody answers us'],
    [qa.id, 'Does anybody have news?'],
  ];
  const play = () => playOn(world, stage);
  let root: string;

  it('are offered to the moderators once; a lively thread of praise is not', async () => {
    const praise = await talk(stage, 'The new update is out!', [
      [other.id, 'Wow, I love it, amazing work'],
      [qa.id, 'Fantastic, thank you so much!'],
      [lead.id, 'Best update ever'],
      [other.id, 'So happy with this'],
      [qa.id, 'Perfect!!! AMAZING'],
    ]);
    // Three who grumble in it are outweighed.
    for (const as of [other.id, qa.id, lead.id])
      for (const emoji of ['🎉', '👎'])
        world.on(stage.platform).react({ as, channel: channels.open, message: praise, emoji, present: true });
    root = await talk(stage, 'They changed the prices again', angry());
    const card = await world.until('the card', () => hotCards(stage)[0]);
    expect(visible(card)).toMatch(/[45] replies by 4 people, 3 upset and 0 kind/);
    expect(visible(card)).not.toContain('unacceptable');
    expect(hotCards(stage)).toHaveLength(1);
  });

  it('are not offered again after a restart, however they go on', async () => {
    await world.restart();
    world
      .on(stage.platform)
      .createMessage({ as: other.id, channel: channels.open, text: ANGRY, thread: root });
    const again = await talk(stage, 'The login is down', [[other.id, 'For me too'], ...angry().slice(1)]);
    // The next one is: so whoever looks has looked at both.
    world
      .on(stage.platform)
      .react({ as: qa.id, channel: channels.open, message: again, emoji: '😡', present: true });
    await world.until('the card of the other thread', () => hotCards(stage).length === 2);
    await world.settled();
    expect(hotCards(stage)).toHaveLength(2);
  });

  it('become a case as any flag does, and the card says so', async () => {
    const [first] = hotCards(stage);
    const pressed = await play().press(first!, 'Flag', { as: moderator.id });
    expect(pressed.error).toBeNull();
    const card = await world.until('the case', () =>
      hotCards(stage).find((each) => /recorded as/.test(visible(each))),
    );
    const [name] = /FB-\d+/.exec(visible(card))!;
    expect(card.actions.map(({ label }) => label)).not.toContain('Not needed');
    await world.until('its card', () => play().card(name));
    expect(visible(play().card(name)!)).toContain('They changed the prices again');
    const cases = await world.sql<{ source_message: string; member_id: string }>(
      'select source_message, member_id from hearback.cases where workspace_id = $1',
      [stage.workspaceId],
    );
    expect(cases).toEqual([{ source_message: root, member_id: member.id }]);
  });

  it('need nothing when a moderator says so, whoever presses later', async () => {
    const open = () => hotCards(stage).find((each) => each.actions.some(({ label }) => label === 'Flag'))!;
    const pressed = open();
    expect((await play().press(pressed, 'Not needed', { as: moderator.id })).error).toBeNull();
    await world.until('the card to say so', () =>
      hotCards(stage).some((each) => /Nothing is needed/.test(visible(each))),
    );
    await world.settled();
    expect(hotCards(stage).filter((each) => each.actions.some(({ label }) => label === 'Flag'))).toEqual([]);
  });

  it('show in the barometer, to those who look after feedback', async () => {
    const told = await play().type('/feedback barometer', { as: handler.id });
    expect(told).toMatch(/2 hot threads/);
    expect(told).toMatch(/stormy|clouded|calm/);
    // A private channel is named to those who can read it, and to the leads.
    const before = await counted(stage);
    world.on(stage.platform).createMessage({ as: lead.id, channel: leadsOf(stage), text: ANGRY });
    await world.until('it to be counted', async () => (await counted(stage)) > before);
    expect(await play().type('/feedback barometer', { as: moderator.id })).not.toContain(leadsOf(stage));
    expect(await play().type('/feedback barometer', { as: lead.id })).toContain(leadsOf(stage));
    expect(await play().type('/feedback barometer', { as: member.id, channel: channels.open })).toContain(
      'This is for the people who look after feedback',
    );
  });

  it('are not offered when they are a case already', async () => {
    const opened = await play().openCase('The shop took my money twice');
    const people = world.on(stage.platform);
    for (const [as, text] of angry())
      people.createMessage({ as, channel: channels.open, text, thread: opened.message });
    await world.until('it to be looked at', async () => {
      const [found] = await world.sql<{ state: string }>(
        'select state from hearback.hot_thread where workspace_id = $1 and thread_message = $2',
        [stage.workspaceId, opened.message],
      );
      return found?.state === 'is_case';
    });
    await world.settled();
    expect(hotCards(stage)).toHaveLength(2);
  });
});
