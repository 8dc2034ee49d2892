import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type PolicyChange, type Stage, type World } from '../support/world.ts';

/** No reminder comes by itself while the stories are played. */
const QUIET: PolicyChange[] = [
  ...['low', 'normal', 'high', 'urgent'].flatMap((severity): PolicyChange[] => [
    [['severities', severity, 'firstResponse'], '8h'],
    [['severities', severity, 'updateDue'], '8h'],
  ]),
  // Each member waits until somebody answers.
  [['kinds', 'feedback'], { name: 'Feedback', answer: 'draft', steps: ['apologise'] }],
  [['ladder'], { again: '1h', together: '1s' }],
];

let world: World;
beforeAll(async () => {
  world = await openWorld({ policy: QUIET });
});
afterAll(() => world?.close());

describe.each(STAGES)('who has a quarter of an hour on $platform', (stage: Stage) => {
  const { platform, member, handler, moderator, channels } = stage;
  let play: Play;
  const people = () => world.on(platform);
  const named = (words: string) => /FB-\d+/.exec(words)?.[0];
  const answers = (as: string) =>
    people()
      .messages({ as, channel: channels.triage })
      .filter((each) => each.ephemeral && each.actions.length > 0);
  const card = (name: string) => visible(play.card(name)!);

  beforeAll(() => {
    play = playOn(world, stage);
  });

  it('is given another case than whoever asks at the same moment, and a third finds nothing', async () => {
    const first = await play.openCase('The map does not load');
    const second = await play.openCase('The sound is gone');
    const given = await Promise.all(
      [handler.id, moderator.id].map((as) => play.type('/feedback next', { as })),
    );
    expect(new Set(given.map(named))).toEqual(new Set([first.name, second.name]));
    expect(given[0]).toContain('has waited for an answer since');
    expect(await play.type('/feedback next another', { as: moderator.id })).toContain('nothing for you');
    // What the moderator gave back is there for the other one.
    const offered = answers(handler.id).at(-1)!;
    const before = answers(handler.id).length;
    const another = await play.press(offered, 'Another one', { as: handler.id });
    const now = await play.said(another, before, handler.id, channels.triage);
    expect(named(now)).toBe(named(given[1]!));
    const mine = answers(handler.id).at(-1)!;
    const said = await play.said(
      await play.press(mine, 'Claim', { as: handler.id }),
      answers(handler.id).length,
      handler.id,
      channels.triage,
    );
    expect(said).toContain('is yours now');
    expect(await play.type('/feedback mine')).toMatch(new RegExp(`${named(now)}.*first answer by`, 's'));
  });

  it('lets a case rest until its member writes, and it is back when they do', async () => {
    const { name, message } = await play.openCase('I cannot log in');
    expect(await play.type(`/feedback snooze ${name} member`)).toContain(`rests until ${member.name} writes`);
    await world.until('the card to say so', () => card(name).includes('snoozed until the member writes'));
    expect(await play.type('/feedback next', { as: moderator.id })).not.toContain(`${name} ·`);
    people().createMessage({ as: member.id, channel: channels.open, thread: message, text: 'And now?' });
    await world.until('the card to say so', () => !card(name).includes('snoozed'));
    await world.until('word to the handler', () =>
      play.inbox(handler.id).some((each) => visible(each).includes('And now?')),
    );
  });

  it('is reminded when a snooze is over, and the case is back', async () => {
    const { name } = await play.openCase('The font is too small');
    expect(await play.type(`/feedback snooze ${name} 1s`)).toContain('rests until');
    const reminder = await world.until('the reminder', () =>
      play
        .inbox(handler.id)
        .find((each) => visible(each).includes(name) && visible(each).includes('It was put off until')),
    );
    expect(reminder.actions.length).toBeGreaterThan(0);
    await world.until('the card to say so', () => !card(name).includes('snoozed'));
    expect(await play.type(`/feedback resolve ${name} no`)).toContain(name);
    expect(await play.type(`/feedback snooze ${name} 3d`)).toContain('Reopen it first');
  });

  it('asks again before a case goes to somebody who is away, and keeps the note', async () => {
    const { name } = await play.openCase('My order is late');
    expect(await play.type('/feedback away 3d', { as: moderator.id })).toContain('away');
    const before = answers(handler.id).length;
    const asked = await play.type(`/feedback assign ${name} <@${moderator.id}> She prefers mornings`);
    expect(asked).toContain('is away until');
    await world.until('the buttons', () => answers(handler.id).length > before);
    expect(await play.type(`/feedback show ${name}`)).toContain('She prefers mornings');
    expect(play.inbox(moderator.id).some((each) => visible(each).includes('handed to you'))).toBe(false);
    const question = answers(handler.id).find((each) =>
      each.actions.some(({ label }) => /all the same/.test(label)),
    )!;
    await play.press(question, 'Hand over all the same', { as: handler.id });
    await world.until('word to the new handler', () =>
      play
        .inbox(moderator.id)
        .some(
          (each) => visible(each).includes('handed to you') && visible(each).includes('She prefers mornings'),
        ),
    );
    const notes = await world.sql<{ count: number }>(
      `select count(*)::integer as count from hearback.note where text = 'She prefers mornings'
         and case_id = (select case_id from hearback.cases where number = $1 and workspace_id = $2)`,
      [Number(name.slice(3)), stage.workspaceId],
    );
    expect(notes).toEqual([{ count: 1 }]);
    expect(await play.type('/feedback duty')).toContain('Nobody takes turns here');
  });
});
