import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { visitRecord } from '../../src/store/index.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

const eyes = ['👀', ':eyes:'];

describe.each(STAGES)('hard input on $platform', (stage: Stage) => {
  const { platform, member, other, handler, moderator, lead, channels } = stage;
  let world: World;
  let play: Play;

  const people = () => world.on(platform);
  const caseOf = async (words: string) =>
    (
      await world.sql<{ case_id: number; state: string; quote: string; member_name: string }>(
        'select * from hearback.cases where quote like $1',
        [`%${words}%`],
      )
    )[0];
  const hasEyes = (message: string) =>
    people()
      .messages({ as: member.id, channel: channels.open })
      .find(({ id }) => id === message)
      ?.reactions.some(({ emoji }) => eyes.includes(emoji)) ?? false;
  const notice = (words: string) =>
    world.until(`a notice about "${words}"`, () =>
      play.inTriage().find((each) => visible(each).includes(words)),
    );

  beforeAll(async () => {
    world = await openWorld({ policy: [[['ladder', 'lead'], '1h']] });
    play = playOn(world, stage);
  });
  afterAll(() => world?.close());

  it('a flag by somebody who may not flag leaves no trace in public and opens no case', async () => {
    const message = play.post('Members cannot flag this');
    play.flag(message, { as: other.id });
    await world.until(
      'the flag to be looked at',
      async () =>
        (await world.sql("select from hearback.outbox where kind = 'record-flag' and done_at is not null"))
          .length > 0,
    );
    await world.settled();
    expect(await caseOf('Members cannot flag')).toBeUndefined();
    expect(hasEyes(message)).toBe(false);
    expect(play.answers(message)).toEqual([]);
  });

  it('a flag taken back in time is undone, and set again takes the case up without a second answer', async () => {
    const { message } = await play.openCase('A slip of the finger');
    await world.until('the answer', () => play.answers(message).length === 1);
    play.flag(message, { present: false });
    await world.until(
      'the case to be dismissed',
      async () => (await caseOf('A slip'))?.state === 'dismissed',
    );
    await world.until('👀 to go', () => !hasEyes(message));
    play.flag(message);
    await world.until('the case to come back', async () => (await caseOf('A slip'))?.state === 'reopened');
    await world.until('👀 to come back', () => hasEyes(message));
    await world.settled();
    expect(play.answers(message)).toHaveLength(1);
  });

  it('three people flagging at once make one case with three reporters, one card and one answer', async () => {
    const message = play.post('Everybody sees this');
    for (const as of [handler.id, moderator.id, lead.id]) play.flag(message, { as });
    await world.until(
      'three reporters',
      async () =>
        (
          await world.sql(
            "select from hearback.case_reporter join hearback.cases using (case_id) where quote like '%Everybody sees%'",
          )
        ).length === 3,
    );
    await world.until('the answer', () => play.answers(message).length > 0);
    await world.settled();
    expect(play.answers(message)).toHaveLength(1);
    expect(play.inTriage().filter((each) => visible(each).includes('Everybody sees'))).toHaveLength(1);
  });

  it('a message of the bot itself is no feedback, and whoever flagged it is told so', async () => {
    const { message } = await play.openCase('Answer this please');
    const [answer] = await world.until('the answer', () =>
      play.answers(message).length > 0 ? play.answers(message) : null,
    );
    // The answer stands in the thread: on Discord that is a channel of its own, reached through its root.
    people().react({
      as: moderator.id,
      channel: channels.open,
      message: answer!.id,
      emoji: '🚩',
      present: true,
    });
    await world.until('word to the flagger', () =>
      play.inbox(moderator.id).some((each) => visible(each).includes('Messages by bots cannot be flagged')),
    );
  });

  it('a flag on a message in the thread of an open case joins that case', async () => {
    const { message, name } = await play.openCase('The login fails');
    const { message: reply } = people().createMessage({
      as: other.id,
      channel: channels.open,
      thread: message,
      text: 'Same for me since yesterday',
    });
    people().react({ as: moderator.id, channel: channels.open, message: reply, emoji: '🚩', present: true });
    await world.until(
      'the second reporter',
      async () =>
        (
          await world.sql(
            "select from hearback.case_reporter join hearback.cases using (case_id) where quote like '%login fails%'",
          )
        ).length === 2,
    );
    await world.settled();
    expect(await caseOf('Same for me')).toBeUndefined();
    expect(await play.type(`/feedback show ${name}`)).toContain('The login fails');
  });

  it('edits and deletion afterwards are kept as versions, and the card follows', async () => {
    const { message, name } = await play.openCase('The price is wromg');
    people().editMessage({ as: member.id, channel: channels.open, message, text: 'The price is wrong' });
    await world.until('the card to follow', () => visible(play.card(name)!).includes('The price is wrong'));
    people().deleteMessage({ as: member.id, channel: channels.open, message });
    const texts = await world.until('three versions', async () => {
      const versions = await world.sql<{ text: string | null }>(
        "select v.text from hearback.message_version v join hearback.case_message m using (message_row_id) join hearback.cases c using (case_id) where m.role = 'source' and c.number = $1 and c.workspace_id = $2 order by v.version",
        [Number(name.slice(3)), stage.workspaceId],
      );
      return versions.length === 3 ? versions.map(({ text }) => text) : null;
    });
    expect(texts).toEqual(['The price is wromg', 'The price is wrong', null]);
  });

  it('a message deleted before it could be read is explained to whoever flagged it', async () => {
    people().fault({ kind: 'delay', times: 1, ms: 400 });
    const message = play.post('Gone in a moment');
    play.flag(message);
    people().deleteMessage({ as: member.id, channel: channels.open, message });
    await world.until('word to the flagger', () =>
      play
        .inbox(handler.id)
        .some((each) => visible(each).includes('was deleted before it could be recorded')),
    );
    people().clearFaults();
    expect(await caseOf('Gone in a moment')).toBeUndefined();
  });

  it('files are kept byte by byte, with what was said before the flagged message', async () => {
    play.post('Some words before');
    const bytes = Buffer.from('not really a picture');
    const { message } = people().createMessage({
      as: member.id,
      channel: channels.open,
      text: 'See the picture',
      files: [{ name: 'shot.png', mime: 'image/png', base64: bytes.toString('base64') }],
    });
    play.flag(message);
    const [kept] = await world.until('the bytes', async () => {
      const found = await world.sql<{ file_row_id: number }>(
        "select file_row_id from hearback.file where state = 'kept'",
      );
      return found.length > 0 && found;
    });
    const record = await visitRecord({
      ...readConfig(world.env),
      log: createLog('silent'),
      now: () => new Date(),
    });
    const read = await record.store.fileBytes(stage.workspaceId, kept!.file_row_id);
    await record.close();
    expect(Buffer.from(read!).equals(bytes)).toBe(true);
    const context = await world.sql(
      "select v.text from hearback.case_message m join hearback.message_version v using (message_row_id) join hearback.cases c using (case_id) where m.role = 'context' and c.quote = 'See the picture' and v.text = 'Some words before'",
    );
    expect(context).toHaveLength(1);
  });

  it.each([
    ['as long as it may be', 'ä'.repeat(platform === 'slack' ? 40_000 : 2_000)],
    ['with half an emoji and a NUL', 'cut \ud83d here \u0000 and on'],
    [
      'full of markup and mentions',
      '*_~`<@U0MIA> <!channel> @everyone ||x|| [a](javascript:x) {{ case.name }} {% raw %}',
    ],
  ])('a message %s becomes a case with one card and one answer', async (_what, text) => {
    const known = play.inTriage().length;
    const message = play.post(text);
    play.flag(message);
    await world.until('the card', () => play.inTriage().length === known + 1);
    await world.until('the answer', () => play.answers(message).length === 1);
    await world.settled();
    expect(
      await world.sql('select kind, failure_code from hearback.outbox where failed_at is not null'),
    ).toEqual([]);
  });

  it('a channel the bot is not in is no reason to be silent when a message in it is flagged by link', async () => {
    const { message } = people().createMessage({
      as: member.id,
      channel: channels.withoutBot,
      text: 'Nobody hears this',
    });
    const link =
      platform === 'slack'
        ? `https://riverside.slack.com/archives/${channels.withoutBot}/p${message.replace('.', '')}`
        : `https://discord.com/channels/${stage.workspaceId.slice(8)}/${channels.withoutBot}/${message}`;
    expect(await play.type(`/feedback flag ${link}`)).toMatch(/cannot read that message|not a link/);
  });

  it('a missing permission to react is told to whoever flagged, and costs nothing else', async () => {
    people().fault({
      kind: 'missing_scope',
      scope: platform === 'slack' ? 'reactions:write' : 'ADD_REACTIONS',
    });
    const { message } = await play.openCase('No eyes for this');
    await world.until('word to the reporter', () =>
      play.inbox(handler.id).some((each) => visible(each).includes('Your flag is recorded')),
    );
    await world.until('the answer', () => play.answers(message).length === 1);
    people().clearFaults();
  });

  it('an answer that must wait for a click waits on the card, and is sent once', async () => {
    const message = play.post('I want my money back');
    play.flag(message, { emoji: '💸' });
    const card = await world.until('the card with the draft', () =>
      play
        .inTriage()
        .find(
          (each) =>
            visible(each).includes('money back') && each.actions.some(({ label }) => label === 'Send answer'),
        ),
    );
    expect(visible(card)).toContain('Waiting for your click');
    await world.settled();
    expect(play.answers(message)).toEqual([]);
    await Promise.all([
      play.press(card, 'Send answer'),
      play.press(card, 'Send answer', { as: moderator.id }),
    ]);
    await world.until('the answer', () => play.answers(message).length > 0);
    await world.settled();
    expect(play.answers(message)).toHaveLength(1);
  });

  it('a second bot by mistake changes nothing: one case, one card, one answer', async () => {
    const second = await startApp(readConfig(world.env), {
      log: createLog('silent'),
      root: process.cwd(),
      paceSpeed: 200,
    });
    try {
      await world.until('the second bot', async () => (await second.problems()).length === 0);
      const { message } = await play.openCase('Two bots hear this');
      await world.until('the answer', () => play.answers(message).length > 0);
      await world.settled();
      expect(play.answers(message)).toHaveLength(1);
      expect(play.inTriage().filter((each) => visible(each).includes('Two bots hear this'))).toHaveLength(1);
    } finally {
      await second.close();
    }
  });

  it('tells the moderator channel, with a mention, when a reminder cannot reach the handler', async () => {
    people().fault({ kind: 'dms_closed', person: handler.id });
    const { name } = await play.openCase('Remind me of this');
    await play.type(`/feedback remind ${name} 1s`);
    const mention = await notice('is waiting');
    expect(mention.text + JSON.stringify(mention.native)).toContain(handler.id);
    people().clearFaults();
  });
});

describe('without the Message Content intent on Discord', () => {
  it('a flag is recorded and the moderators are told what to switch on', async () => {
    const stage = STAGES[1]!;
    const world = await openWorld();
    try {
      const play = playOn(world, stage);
      world.sandbox.discord.fault({ kind: 'missing_scope', scope: 'MESSAGE_CONTENT' });
      play.flag(play.post('You cannot read this'));
      await world.until('the notice', () =>
        play.inTriage().find((each) => visible(each).includes('Message Content intent')),
      );
      expect(await world.sql('select quote from hearback.cases')).toEqual([{ quote: '' }]);
    } finally {
      await world.close();
    }
  });
});
