import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

// The files of a case, as a department gets them: from the record, below its card, once; and gone again when it is not theirs to see.

const file = (name: string, bytes: string | Buffer, mime = 'text/plain') => ({
  name,
  mime,
  base64: Buffer.from(bytes).toString('base64'),
});

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

describe.each(STAGES)('evidence on $platform', (stage: Stage) => {
  const { platform, member, handler, moderator, qa, lead, channels } = stage;
  const people = () => world.on(platform);
  let play: Play;
  let name: string;
  let message: string;

  const escalation = () =>
    people()
      .messages({ as: qa.id, channel: channels.qa })
      .find((each) => each.author.isBot && visible(each).includes(`${name} ·`) && each.actions.length > 0)!;
  const below = () => {
    const card = escalation();
    return card
      ? people()
          .messages({ as: qa.id, channel: channels.qa, thread: card.id })
          .filter(({ id, author }) => id !== card.id && author.isBot)
      : [];
  };
  const files = () => below().flatMap((each) => each.files.map((one) => one.name));

  beforeAll(async () => {
    play = playOn(world, stage);
    ({ message } = people().createMessage({
      as: member.id,
      channel: channels.open,
      text: 'The app closes by itself, see here',
      files: [file('what I see.txt', 'error 42'), file('video.txt', Buffer.alloc(8_500_000, 'x'))],
    }));
    play.flag(message);
    const card = await world.until('the card', () =>
      play.inTriage().find((each) => visible(each).includes('see here') && each.actions.length > 0),
    );
    name = /FB-\d+/.exec(visible(card))![0];
    await play.type(`/feedback route ${name} qa`);
  });

  it('stands below the card of the department, from the record; what is too large is named with the reason', async () => {
    await world.until(
      'the files',
      () => files().length > 0 && below().some((each) => visible(each).includes('files of')),
    );
    await world.settled();

    expect(files()).toEqual([expect.stringMatching(/^what.I.see-.{10}\.txt$/)]);
    const words = below().map(visible).join('\n');
    // Discord itself puts other characters in the place of some.
    expect(words).toMatch(/what.+I.+see\.txt/);
    expect(words).toContain('video.txt: it has 8.5 MB, and a message takes files of 8 MB');
  });

  it('gets what the member adds later, and nothing twice', async () => {
    people().createMessage({
      as: member.id,
      channel: channels.open,
      thread: message,
      text: 'And this',
      files: [file('log.txt', 'line 1')],
    });
    await world.until('the log', () => files().length > 1);
    await world.settled();
    expect(files()).toEqual([
      expect.stringMatching(/^what.I.see-/),
      expect.stringMatching(/^log-.{10}\.txt$/),
    ]);
    expect(play.answers(message).flatMap((each) => each.files)).toEqual([]);
  });

  it('goes when somebody who may be reading along is kept out of the case', async () => {
    await play.type(
      `/feedback exclude ${name} ${platform === 'slack' ? `<@${moderator.id}>` : moderator.id} conflict`,
      { as: lead.id, channel: channels.qa },
    );
    await world.until(
      'the files to be gone',
      () => files().length === 0 && below().every((each) => !visible(each).includes('log.txt')),
    );
    expect(handler.id).not.toBe(moderator.id);
  });
});
