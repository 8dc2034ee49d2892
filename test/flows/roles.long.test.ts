import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { discordSeed, slackSeed } from '../../sandbox/seed.ts';
import type { MessageView } from '../../sandbox/platform.ts';
import { cliOf } from '../cli/cli.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

/** No reminder comes while the story is played. */
const QUIET = ['low', 'normal', 'high', 'urgent'].flatMap((severity): [string[], string][] => [
  [['severities', severity, 'firstResponse'], '8h'],
  [['severities', severity, 'updateDue'], '8h'],
]);

describe.each(STAGES)('roles that change on $platform', (stage: Stage) => {
  const { platform, handler, moderator, lead, channels } = stage;
  const group = (platform === 'slack' ? slackSeed : discordSeed).groups[0]!.id;
  let world: World;
  let play: Play;
  let name: string;
  let card: MessageView;

  const people = () => world.on(platform);
  const belong = (person: string, present: boolean) => people().belong({ person, group, present });
  const inTriage = (words: string) => play.inTriage().filter((each) => visible(each).includes(words));
  const toAdmin = (words: string) => play.inbox(handler.id).filter((each) => visible(each).includes(words));
  const pressed = async (label: string) => {
    const before = people()
      .messages({ as: moderator.id, channel: channels.triage })
      .filter((each) => each.ephemeral).length;
    const result = await play.press(card, label, { as: moderator.id });
    return play.said(result, before, moderator.id, channels.triage);
  };
  const checks = async () =>
    (
      await world.sql<{ n: number }>(
        `select checked::int as n from hearback.role_check where workspace_id = '${stage.workspaceId}'`,
      )
    )[0]!.n;

  beforeAll(async () => {
    world = await openWorld({ policy: QUIET });
    play = playOn(world, stage);
    ({ name, card } = await play.openCase('The lift is broken again'));
    await play.type(`/feedback assign ${name} <@${moderator.id}>`);
    await world.until('word to the moderator', () => play.inbox(moderator.id).length === 1);
    // What they may do is remembered by now.
    expect(await play.type(`/feedback show ${name}`, { as: moderator.id })).toContain('lift');
    await world.settled();
  });
  afterAll(() => world?.close());

  it('end what somebody may do at once, on cards and in direct messages, and are told once', async () => {
    belong(moderator.id, false);
    await world.until('the card to say so', () =>
      visible(play.card(name)!).includes('has no role here any more'),
    );
    expect(await pressed('Resolve')).toContain('for the people who look after feedback');
    expect(await play.type(`/feedback show ${name}`, { as: moderator.id })).toContain('for the people who');
    await world.until('the direct message to be taken back', () =>
      play.inbox(moderator.id).some((each) => visible(each).includes('This has been withdrawn')),
    );
    const [told] = await world.until('word to the team', () => {
      const found = inTriage('still has');
      return found.length > 0 && found;
    });
    expect(visible(told!)).toContain(name);
    await world.restart();
    await world.settled();
    expect(inTriage('still has')).toHaveLength(1);
    const [kept] = await world.sql<{ handler_id: string }>('select handler_id from hearback.cases');
    expect(kept!.handler_id).toBe(moderator.id);
  });

  it('count again as soon as they are given back', async () => {
    belong(moderator.id, true);
    await world.until('the card', () => !visible(play.card(name)!).includes('has no role here any more'));
    expect(await play.type(`/feedback show ${name}`, { as: moderator.id })).toContain('lift');
    belong(moderator.id, false);
    await world.until('word of it once more', () => inTriage('still has').length === 2);
  });

  it('are told to the admins when nobody is in a group any more: once, and again when it was filled meanwhile', async () => {
    belong(handler.id, false);
    await world.until('word to the admin', () => toAdmin('Nobody is in the group').length === 1);
    expect(visible(toAdmin('Nobody is in the group')[0]!)).toContain('moderator');
    const before = await checks();
    await world.restart();
    await world.until('another look', async () => (await checks()) > before);
    await world.settled();
    expect(toAdmin('Nobody is in the group')).toHaveLength(1);
    belong(lead.id, true);
    await world.until('the group to be seen', async () => {
      const [seen] = await world.sql<{ state: string }>(
        `select state from hearback.role_group where group_id = '${group}'`,
      );
      return seen?.state === 'filled';
    });
    belong(lead.id, false);
    await world.until('word once more', () => toAdmin('Nobody is in the group').length === 2);
  });

  it('are told to the admins when a group gets another name, or is gone', async () => {
    people().renameGroup({ group, name: 'Old hands' });
    belong(lead.id, true);
    await world.until('word of the name', () => toAdmin('is called Old hands now').length === 1);
    people().removeGroup({ group });
    await world.until(
      'word of the end',
      () => toAdmin('The group Old hands is not there any more').length === 1,
    );
    await world.settled();
    expect(toAdmin('is called Old hands now')).toHaveLength(1);
    const { code, out } = await cliOf(world.env)('check');
    expect(code).toBe(1);
    expect(out).toContain(`(${group}) is flagger and moderator`);
  });

  it('go with whoever leaves', async () => {
    await play.type(`/feedback assign ${name} <@${lead.id}>`);
    await world.settled();
    people().leave({ person: lead.id });
    await world.until('the card to say so', () =>
      visible(play.card(name)!).includes('has no role here any more'),
    );
    await world.until('word to the team', () => inTriage('still has').length === 3);
  });
});
