import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cliOf } from '../cli/cli.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openBrowser } from '../web/browser.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

/** A word nobody else uses. */
const SECRET = 'quincunx';

describe.each(STAGES)('privacy on $platform', (stage: Stage) => {
  const { platform, workspaceId, member, other, handler, channels } = stage;
  let world: World;
  let play: Play;
  let cli: ReturnType<typeof cliOf>;

  const people = () => world.on(platform);
  const ask = (rest: string, as = member.id) =>
    play.type(`/feedback privacy ${rest}`.trim(), { as, channel: channels.general });
  const everythingTheBotShows = () =>
    [
      ...play.inTriage(),
      ...play.inbox(handler.id),
      ...people().messages({ as: stage.qa.id, channel: channels.qa }),
    ]
      .filter(({ author, ephemeral }) => author.isBot && !ephemeral)
      .map(visible)
      .join('\n');
  const onlyTheySee = () =>
    people()
      .messages({ as: member.id, channel: channels.general })
      .filter(({ ephemeral }) => ephemeral);
  const flagAgain = (message: string) => play.flag(message, { as: handler.id });

  beforeAll(async () => {
    world = await openWorld();
    play = playOn(world, stage);
    cli = cliOf(world.env);
  });
  afterAll(() => world?.close());

  it('says what is kept, to the person and to nobody else but an admin', async () => {
    await play.openCase(`The ${SECRET} map is gone`);
    await world.settled();

    const own = await ask('');
    expect(own).toContain('What is kept about you');
    expect(own).toMatch(/\*{1,2}1\*{1,2} piece of feedback/);
    expect(await ask(`<@${member.id}>`, other.id)).toContain('about yourself only');
    expect(await ask(`<@${member.id}>`, handler.id)).toContain('Privacy of somebody else');
    expect(await ask('do:nonsense')).toContain('Write export, erase');
  });

  it('exports it by a link that works once, for the person alone', async () => {
    const url = /https?:[^\s|>)]+\/download\/[\w-]+/.exec(await ask('do:export'))![0];
    const { pathname, origin } = new URL(url);
    const { html, status } = await openBrowser(origin).press(pathname);

    expect(status).toBe(200);
    const lines = html
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toMatchObject({ type: 'export', version: 1, workspace: workspaceId, user: member.id });
    expect(lines.find(({ type }) => type === 'case')).toMatchObject({ quote: `The ${SECRET} map is gone` });
    expect(lines.find(({ type }) => type === 'reply')).toMatchObject({ case: 1, place: 'thread' });
    expect(html).not.toContain(handler.id);
    expect((await openBrowser(origin).get(pathname)).html).not.toContain(SECRET);
    expect(await ask(`<@${member.id}> do:export`, handler.id)).toContain(
      `hearback export --member ${workspaceId} ${member.id}`,
    );
  });

  it('gives staff the transcript of a case, and all they may see, by a link that works once', async () => {
    const fetched = async (typed: string) => {
      const said = await play.type(`/feedback ${typed}`, { as: handler.id, channel: channels.general });
      const { pathname, origin } = new URL(/https?:[^\s|>)]+\/download\/[\w-]+/.exec(said)![0]);
      const first = await openBrowser(origin).press(pathname);
      expect((await openBrowser(origin).get(pathname)).status).toBe(410);
      return first.html;
    };

    const page = await fetched('transcript FB-1');
    expect(page).toContain(`The ${SECRET} map is gone`);
    expect(page).toContain('Content-Security-Policy');
    const theirs = await fetched('transcript FB-1 as:json for:member');
    expect(JSON.parse(theirs)).toMatchObject({ for: 'member', case: 'FB-1', facts: [] });
    expect(theirs).toContain(SECRET);
    expect(theirs).not.toContain(handler.id);
    const all = (await fetched('export'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { type: string });
    expect(all[0]).toMatchObject({ type: 'hearback-export', of: 'person' });
    expect(all.at(-1)).toMatchObject({ type: 'end', lines: all.length - 2, cases: 1 });

    expect(await ask('', other.id)).not.toContain(SECRET);
    const stranger = await play.type('/feedback transcript FB-1', {
      as: other.id,
      channel: channels.general,
    });
    expect(stranger).not.toMatch(/download/i);
  });

  it('erases it after a clear yes: their words leave the record and every card, with a receipt', async () => {
    const { name, message } = await play.openCase(`My ${SECRET} is broken as well`);
    await play.type(`/feedback route ${name} qa`);
    await world.until(
      'QA to have it',
      () => everythingTheBotShows().split(`${SECRET} is broken as well`).length > 2,
    );
    people().createMessage({
      as: member.id,
      channel: channels.open,
      text: `Any news of the ${SECRET}?`,
      thread: message,
    });
    await world.until('the handler to be told', () =>
      play.inbox(handler.id).some((each) => visible(each).includes(`news of the ${SECRET}`)),
    );
    await world.settled();
    const form = async () =>
      (
        await people().command({
          as: member.id,
          channel: channels.general,
          text: '/feedback privacy do:erase',
        })
      ).form!.id;
    const submit = async (confirm: string) => {
      const known = onlyTheySee().length;
      const sent = await people().submit({ as: member.id, form: await form(), values: { confirm } });
      return play.said(sent, known, member.id, channels.general);
    };

    expect(await submit('no')).toContain('Nothing was erased');
    expect((await cli('erase', 'find', SECRET)).out).toContain('message_version.text');
    expect(await submit('yes')).toMatch(/Erased\. Receipt 1/);

    await world.settled();
    await world.until('the cards to be drawn again', () => !everythingTheBotShows().includes(SECRET));
    expect(everythingTheBotShows()).toContain(name);
    for (const word of [SECRET, member.id, member.name])
      expect((await cli('erase', 'find', word)).out).toBe('It stands nowhere.');
    expect(await ask('')).toMatch(/\*{1,2}0\*{1,2} pieces of feedback/);
  });

  it('does not record again what was erased, and tells whoever flags it', async () => {
    const [erased] = people()
      .messages({ as: member.id, channel: channels.open })
      .filter(({ text }) => text.includes(`${SECRET} map`));
    const before = play.inbox(other.id).length;
    play.flag(erased!.id, { as: stage.moderator.id });

    await world.until('the flagger to be told', () =>
      play.inbox(stage.moderator.id).some((each) => visible(each).includes('had everything erased')),
    );
    await world.settled();
    expect(play.inbox(other.id)).toHaveLength(before);
    expect((await cli('erase', 'find', SECRET)).out).toBe('It stands nowhere.');
  });

  it('records nothing of somebody who has opted out, and all of it again when they are back', async () => {
    expect(await ask('do:opt-out', other.id)).toContain('You have opted out');
    const message = play.post('Nobody writes zygomorphic down', other.id);
    const cards = play.inTriage().length;
    flagAgain(message);
    await world.until('the flagger to be told', () =>
      play.inbox(handler.id).some((each) => visible(each).includes('asked not to be recorded')),
    );
    await world.settled();

    expect(play.inTriage()).toHaveLength(cards);
    expect(
      people()
        .messages({ as: other.id, channel: channels.open })
        .find(({ id }) => id === message)
        ?.reactions.flatMap((each) => each.people),
    ).toEqual([handler.id]);
    expect((await cli('erase', 'find', 'zygomorphic')).out).toBe('It stands nowhere.');

    expect(await ask('do:opt-in', other.id)).toContain('in again');
    const again = play.post('Now write xerophyte down', other.id);
    flagAgain(again);
    await world.until('the card', () => play.inTriage().find((each) => visible(each).includes('xerophyte')));
  });

  it('leaves a log of who looked that proves itself', async () => {
    const { name } = await play.openCase('Who reads this?');
    await play.type(`/feedback show ${name}`);

    const shown = await cli('audit', 'show', name, '--workspace', workspaceId);
    expect(shown.out).toMatch(new RegExp(`${handler.id} +case_shown`));
    expect(await cli('audit', 'verify')).toMatchObject({ code: 0, notes: '' });
    await world.sql(`update hearback.audit set action = 'nothing' where seq = 1`);
    expect(await cli('audit', 'verify')).toMatchObject({
      code: 1,
      out: expect.stringContaining('Row 1 is not as it was written'),
    });
  });
});
