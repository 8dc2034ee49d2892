import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { InteractionResult } from '../../sandbox/platform.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

describe.each(STAGES)('commands on $platform', (stage: Stage) => {
  const { platform, member, handler, moderator, qa, channels } = stage;
  let world: World;
  let play: Play;
  let name: string;
  let message: string;

  const people = () => world.on(platform);
  const shows = (words: string) =>
    world.until(`the card to show "${words}"`, () => visible(play.card(name)!).includes(words));
  const form = async (result: Promise<{ form: { id: string } | null; error: string | null }>) => {
    const { form: opened, error } = await result;
    expect(error).toBeNull();
    return opened!.id;
  };

  beforeAll(async () => {
    world = await openWorld();
    play = playOn(world, stage);
    ({ name, message } = await play.openCase('The map does not load on my phone'));
  });
  afterAll(() => world?.close());

  it('help lists what a moderator can do, and tells a member only how to be heard', async () => {
    const toModerator = await play.type('/feedback help');
    expect(toModerator).toContain('Take a case on yourself');
    expect(toModerator).toContain('helpers, promises');
    expect(await play.type('/feedback help claim')).toMatch(/The case, such as FB-12/);
    expect(await play.type('/feedback help teleport')).toContain('There is no command');
    const toMember = await play.type('/feedback help', { as: member.id, channel: channels.general });
    expect(toMember).toContain('just write it in a channel');
    expect(toMember).not.toContain('claim');
  });

  it('refuse whoever has no role, in a sentence', async () => {
    for (const text of [`claim ${name}`, 'list', `show ${name}`, `resolve ${name}`]) {
      expect(await play.type(`/feedback ${text}`, { as: member.id, channel: channels.general })).toContain(
        'for the people who look after feedback',
      );
    }
  });

  it('say what to do about a case that does not exist', async () => {
    expect(await play.type('/feedback claim FB-999')).toContain('There is no case FB-999 here.');
    expect(await play.type('/feedback claim rubbish')).toContain('is not a case');
  });

  it('list, show and complete what is open', async () => {
    expect(await play.type('/feedback list')).toContain(name);
    const shown = await play.type(`/feedback show ${name}`);
    expect(shown).toContain('The map does not load');
    expect(shown).toContain('What happened');
  });

  it('claim gives the case to one person, and tells the second who comes too late', async () => {
    expect(await play.type(`/feedback claim ${name}`)).toContain('yours now');
    expect(await play.type(`/feedback claim ${name}`, { as: moderator.id })).toContain(
      'Somebody else already handles this case',
    );
    expect(await play.type('/feedback mine')).toContain(name);
    await world.until(
      'Claim to leave the card',
      () => !play.card(name)!.actions.some(({ label }) => label === 'Claim'),
    );
  });

  it('severity changes how urgent it is, by select as by command', async () => {
    const severity = play.card(name)!.actions.find(({ label }) => label.startsWith('Severity'))!;
    expect(await play.press(play.card(name)!, severity.id, { value: 'urgent' })).toMatchObject({
      ok: true,
      error: null,
    });
    await shows('urgent');
    expect(await play.type(`/feedback severity ${name} high`)).toContain('now high');
    expect(await play.type(`/feedback severity ${name} huge`)).toContain(
      'Choose one of: low, normal, high, urgent',
    );
  });

  it('route brings it to a department once, whose people see this case and no other', async () => {
    expect(await play.type(`/feedback route ${name} qa`)).toContain('on its way to QA');
    expect(await play.type(`/feedback route ${name} qa`)).toContain('already has this case');
    expect(await play.type(`/feedback route ${name} moon`)).toContain('no department');
    await world.until('the escalation', () =>
      people()
        .messages({ as: qa.id, channel: channels.qa })
        .some((each) => visible(each).includes('The map does not load')),
    );
    expect(await play.type(`/feedback show ${name}`, { as: qa.id, channel: channels.qa })).toContain(
      'The map does not load',
    );
    const other = await play.openCase('Something about money');
    expect(await play.type(`/feedback show ${other.name}`, { as: qa.id, channel: channels.qa })).toContain(
      `There is no case ${other.name} here.`,
    );
    expect(await play.type(`/feedback list`, { as: qa.id, channel: channels.qa })).not.toContain(other.name);
    expect(await play.type(`/feedback claim ${name}`, { as: qa.id, channel: channels.qa })).toContain(
      'for the people who look after feedback',
    );
  });

  it('note keeps words the member never sees', async () => {
    const id = await form(play.press(play.card(name)!, 'Note'));
    expect(
      await people().submit({
        as: handler.id,
        form: id,
        values: { text: 'SECRET: their account is on hold' },
      }),
    ).toMatchObject({ ok: true });
    await shows('1 note');
    expect(await play.type(`/feedback show ${name}`)).toContain('SECRET: their account');
    expect(
      JSON.stringify(people().messages({ as: member.id, channel: channels.open, thread: message })),
    ).not.toContain('SECRET');
  });

  it('reply shows what will be sent, to whom and where, and sends it once on one click', async () => {
    const already = play.answers(message).length;
    const preview = await play.press(play.card(name)!, 'Reply');
    const before = people()
      .messages({ as: handler.id, channel: channels.triage })
      .filter((each) => each.ephemeral).length;
    const written = await people().submit({
      as: handler.id,
      form: preview.form!.id,
      values: { text: 'Calm down. We found it: **fixed** in the next release. <!channel> @everyone' },
    });
    const shown = await play.said(written, before, handler.id, channels.triage);
    expect(shown).toContain(member.name);
    expect(shown).toContain('in the public thread');
    expect(shown).toContain('You can send it all the same.');
    expect(play.answers(message)).toHaveLength(already);
    const ephemeral = people()
      .messages({ as: handler.id, channel: channels.triage })
      .findLast((each) => each.ephemeral && each.actions.length > 0)!;
    await play.press(ephemeral, 'Send');
    await world.until('the reply', () => play.answers(message).length === already + 1);
    // Slack pings only by markup; Discord by the bare word too.
    expect(play.answers(message).at(-1)!.text).not.toMatch(platform === 'slack' ? /<!/ : /@everyone/);
    await play.press(ephemeral, 'Send');
    await world.settled();
    expect(play.answers(message)).toHaveLength(already + 1);
  });

  it('snooze and remind move the next reminder, by the clock of whoever asks, and refuse what is no time', async () => {
    expect(await play.type(`/feedback snooze ${name} 2h`)).toContain('rests until');
    expect(await play.type(`/feedback remind ${name} 3d`)).toContain('next reminder');
    expect(await play.type(`/feedback snooze ${name} tomorow`)).toContain('Did you mean "tomorrow"?');
    expect(await play.type(`/feedback remind ${name} -3d`)).toContain('"-3d" is in the past.');
    const rings = async () =>
      (
        await world.sql(`select due_at from hearback.clock where state = 'running' and set_by = 'person'`)
      ).map((row) =>
        new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Kathmandu', timeStyle: 'short' }).format(
          row['due_at'] as Date,
        ),
      );
    // Slack's profiles have a time zone. Discord has none: whoever writes a time there is asked for theirs, once.
    const first = await play.type(`/feedback remind ${name} tomorrow 9:30`);
    expect(first.includes('I do not know your time zone')).toBe(platform === 'discord');
    const asking = people()
      .messages({ as: handler.id, channel: channels.triage })
      .filter(
        ({ ephemeral, actions }) => ephemeral && actions.some(({ label }) => label === 'Your time zone'),
      );
    expect(asking).toHaveLength(platform === 'discord' ? 1 : 0);
    expect(await play.type(`/feedback remind ${name} tomorrow 9:45`)).not.toContain(
      'I do not know your time zone',
    );
    expect(await rings()).not.toContain('09:45');
    const hidden = () =>
      people()
        .messages({ as: handler.id, channel: channels.triage })
        .filter(({ ephemeral }) => ephemeral).length;
    const answerTo = async (asked: () => Promise<InteractionResult>) => {
      const before = hidden();
      return play.said(await asked(), before, handler.id, channels.triage);
    };
    for (const question of asking) {
      const { id } = question.actions.find(({ label }) => label === 'Your time zone')!;
      const choose = (value: string) => play.press(question, id, { value });
      expect(await answerTo(() => choose('Europe/London'))).toContain('Your time zone is Europe/London now.');
      const another = await form(choose('another'));
      const values = { zone: 'kathmandu' };
      expect(await answerTo(() => people().submit({ as: handler.id, form: another, values }))).toMatch(
        /Your time zone is Asia\/Kat\w+ now/,
      );
    }
    if (platform === 'slack') expect(await play.type('/feedback timezone kathmandu')).toContain('now. It is');
    expect(await play.type('/feedback timezone')).toContain('as you set it');
    await play.type(`/feedback remind ${name} tomorrow 9:45`);
    expect(await rings()).toContain('09:45');
    expect(await play.type('/feedback timezone Atlantis')).toContain('There is no time zone "Atlantis".');
    expect(await play.type('/feedback timezone reset')).toContain(
      platform === 'slack' ? 'as your profile says' : 'as for everybody here',
    );
  });

  it('assign hands it over with a message to the new handler, and to nobody who could not see it', async () => {
    expect(await play.type(`/feedback assign ${name} <@${moderator.id}> Please go on`)).toContain('is with');
    await world.until('word to the new handler', () =>
      play.inbox(moderator.id).some((each) => visible(each).includes('handed to you')),
    );
    expect(await play.type(`/feedback assign ${name} <@${member.id}>`)).toContain(
      'do not work on cases here',
    );
  });

  it('resolve tells the member, and their next words in the thread reopen it', async () => {
    const already = play.answers(message).length;
    expect(await play.type(`/feedback resolve ${name}`)).toContain('is solved');
    await world.until('word to the member', () => play.answers(message).length === already + 1);
    expect(await play.type(`/feedback route ${name} support`)).toContain('Reopen it first');
    people().createMessage({
      as: member.id,
      channel: channels.open,
      thread: message,
      text: 'No, it still does not load',
    });
    await shows('reopened');
    await world.until('word to the handler', () =>
      play.inbox(moderator.id).some((each) => visible(each).includes('still does not load')),
    );
  });

  it('dismiss asks for a reason, and reopen takes it up again', async () => {
    const id = await form(play.press(play.card(name)!, 'Dismiss'));
    await people().submit({ as: handler.id, form: id, values: { reason: 'said in jest' } });
    await shows('dismissed');
    expect(await play.type(`/feedback reopen ${name}`)).toContain('open again');
  });

  it('new records what came by phone, which has no thread to answer in', async () => {
    const opened = await people().command({
      as: handler.id,
      channel: channels.triage,
      text: '/feedback new',
    });
    await people().submit({
      as: handler.id,
      form: opened.form!.id,
      values: { text: 'The parcel came twice', from: 'Mrs Olsen', origin: 'phone', kind: 'feedback' },
    });
    const card = await world.until('its card', () =>
      play.inTriage().find((each) => visible(each).includes('The parcel came twice')),
    );
    expect(visible(card)).toContain('Mrs Olsen');
    expect(visible(card)).toContain('told by phone');
    expect(visible(card)).toContain('Recorded by');
    const told = /FB-\d+/.exec(visible(card))![0];
    expect(await play.type(`/feedback reply ${told} Hello there`)).toContain('came in without a message');
    expect(await play.type(`/feedback resolve ${told}`)).not.toContain('thread');
  });

  it('new asks how it came where that was not said, with the words in their place, and takes it all in one line', async () => {
    const opened = await people().command({
      as: handler.id,
      channel: channels.triage,
      text: platform === 'slack' ? '/feedback new The lamp is late' : '/feedback new text:The lamp is late',
    });
    const field = (wanted: string) => opened.form!.fields.find((each) => each.name === wanted);
    expect(field('text')?.value).toBe('The lamp is late');
    expect(field('severity')?.choices.length).toBeGreaterThan(3);
    const line = 'new text:"The lamp is late again" from:"Mr Lund" origin:person kind:feedback severity:high';
    const told = await play.type(`/feedback ${platform === 'slack' ? line : line.replaceAll('"', '')}`);
    expect(told).toContain('told in person');
    const card = await world.until('its card', () =>
      play.inTriage().find((each) => visible(each).includes('late again')),
    );
    expect(visible(card)).toContain('Mr Lund');
    expect(visible(card)).toContain('high');
    expect(await play.type('/feedback new text:Something origin:pigeon')).toContain(
      'no way that feedback comes',
    );
  });

  it('flag records by link and by message menu, with a note, and joins what is recorded already', async () => {
    const post = play.post('The sound is too loud');
    const opened = await people().menu({
      as: handler.id,
      channel: channels.open,
      message: post,
      name: 'Flag as feedback',
    });
    await people().submit({
      as: handler.id,
      form: opened.form!.id,
      values: { kind: 'feedback', note: 'heard it from two others' },
    });
    const card = await world.until('its card', () =>
      play.inTriage().find((each) => visible(each).includes('too loud')),
    );
    const flagged = /FB-\d+/.exec(visible(card))![0];
    const [{ permalink }] = (await world.sql<{ permalink: string }>(
      "select permalink from hearback.cases where quote like '%too loud%'",
    )) as [{ permalink: string }];
    expect(await play.type(`/feedback flag ${permalink}`, { as: moderator.id })).toContain(
      `belongs to ${flagged}`,
    );
    expect(await play.type('/feedback flag https://example.com/')).toContain('not a link to a message');
  });

  it('answer an unknown command and a missing option with how to write it', async () => {
    const unknown = await people()
      .command({ as: handler.id, channel: channels.triage, text: '/feedback dance' })
      .catch((error: Error) => ({ error: error.message, ephemeral: null }));
    expect(unknown.error ?? visible(unknown.ephemeral!)).toMatch(/dance|unknown|Choose one of/i);
    const missing = await people()
      .command({ as: handler.id, channel: channels.triage, text: '/feedback severity' })
      .catch((error: Error) => ({ error: error.message, ephemeral: null }));
    expect(missing.error ?? visible(missing.ephemeral!)).toMatch(/case/);
  });
});
