import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

// The member is asked for what is missing, all at once, and for nothing twice.
describe('asking for details', () => {
  let world: World;

  beforeAll(async () => {
    world = await openWorld({
      policy: [
        [['kinds', 'defect', 'answer'], 'auto'],
        [
          ['kinds', 'defect', 'steps'],
          ['apologise', 'ask-details', 'thank'],
        ],
        [
          ['kinds', 'defect', 'details'],
          ['version', 'device', 'screenshot', 'order-number', 'your favourite colour'],
        ],
      ],
    });
  });
  afterAll(() => world?.close());

  it.each(STAGES)('on $platform', async (stage: Stage) => {
    const { platform, member, handler, channels } = stage;
    const people = world.on(platform);
    const play: Play = playOn(world, stage);

    play.post('I am on an iPhone');
    const { message } = people.createMessage({
      as: member.id,
      channel: channels.open,
      text: 'The export crashes in version 2.4.1',
      files: [{ name: 'crash.png', mime: 'image/png', base64: PNG }],
    });
    play.flag(message, { emoji: '🐛' });
    const [answer] = await world.until('the answer', () => {
      const answers = play.answers(message);
      return answers.length > 0 && answers;
    });
    const asked = visible(answer!);
    expect(asked).toContain('your order number');
    expect(asked).toContain('your favourite colour');
    for (const known of ['which version', 'device', 'screenshot']) expect(asked).not.toContain(known);
    await world.settled();

    const name = /FB-\d+/.exec(visible(play.inTriage().at(-1)!))![0];
    const onlyMine = () =>
      people
        .messages({ as: handler.id, channel: channels.triage })
        .filter((each) => each.ephemeral && each.actions.length > 0);
    await play.type(`/feedback reply ${name} Could you tell us your order number?`);
    await play.press(onlyMine().at(-1)!, 'Send');
    const card = await world.until('the question to whoever sends', () =>
      onlyMine().find(({ actions }) => actions.some(({ label }) => label === 'Ask all the same')),
    );
    expect(visible(card)).toMatch(/was asked for this before.*your order number/s);
    await world.settled();
    expect(play.answers(message)).toHaveLength(1);

    await play.press(card, 'Ask all the same');
    await world.until('the question', () => play.answers(message).length === 2);
    await play.press(card, 'Ask all the same');
    await world.settled();
    expect(play.answers(message)).toHaveLength(2);

    // What they say meanwhile is not asked for either.
    const words = `Since yesterday, here on ${platform}`;
    people.createMessage({ as: member.id, channel: channels.open, thread: message, text: words });
    await world.until('their words in the record', async () => {
      const found = await world.sql('select from hearback.message_version where text = $1', [words]);
      return found.length === 1;
    });
    await play.type(`/feedback reply ${name} When did it start?`);
    await play.press(onlyMine().at(-1)!, 'Send');
    await world.until('the second question to whoever sends', () =>
      onlyMine().some(
        (each) => /Ask all the same/.test(visible(each)) && /when it happened/.test(visible(each)),
      ),
    );
    await world.settled();
    expect(play.answers(message)).toHaveLength(2);
  });
});
