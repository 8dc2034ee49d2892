import { afterEach, describe, expect, it } from '@jest/globals';
import { playOn } from '../support/play.ts';
import { openWorld, STAGES, type World } from '../support/world.ts';

describe.each(STAGES)('a case on $platform that was removed when its time was over', (stage) => {
  const { handler, moderator, channels, platform } = stage;
  let world: World;

  afterEach(() => world.close());

  const count = async (table: string) => (await world.sql(`select from hearback.${table}`)).length;

  it('stays removed, whatever old comes after it, and the same message can be flagged anew', async () => {
    world = await openWorld({ policy: [[['retention', 'closed'], '7d']] });
    const play = playOn(world, stage);
    const people = world.on(platform);
    const { message, name } = await play.openCase('The lamp flickers since May');
    const reply = await play.press(play.card(name)!, 'Reply');
    await play.type(`/feedback dismiss ${name} settled in person`);
    await world.settled();
    await world.sql("update hearback.cases set closed_at = closed_at - interval '8 days'");
    await world.sql("update hearback.history set at = at - interval '8 days'");
    await world.sql(
      `update hearback.intake set happened_at = happened_at - interval '8 days', received_at = received_at - interval '8 days',
         event = jsonb_set(event, '{at}', to_jsonb(happened_at - interval '8 days'))`,
    );
    await world.sql('delete from hearback.daily');
    // A start asks for the tidying of the day, and for a look back: the old flag still stands at the message.
    await world.restart();
    await world.until('the case to be gone', async () => (await count('cases')) === 0);
    await world.settled();
    await world.restart();
    await world.settled();
    expect(await count('cases')).toBe(0);
    expect(await count('message')).toBe(0);

    const said = await play.type(`/feedback show ${name}`);
    expect(said).toContain(`There is no case ${name} here`);
    const sayings = () =>
      people.messages({ as: handler.id, channel: channels.triage }).filter(({ ephemeral }) => ephemeral)
        .length;
    const old = [
      () => play.press(play.card(name)!, 'Reopen'),
      () =>
        people.submit({ as: handler.id, form: reply.form!.id, values: { text: 'Here is what we found' } }),
    ];
    for (const press of old) {
      const before = sayings();
      expect(await play.said(await press(), before, handler.id, channels.triage)).toContain('no case');
    }
    people.createMessage({
      as: stage.member.id,
      channel: channels.open,
      text: 'still flickers',
      thread: message,
    });
    await world.settled();
    expect(await count('cases')).toBe(0);

    // Somebody who takes an old flag off and sets it again means it.
    play.flag(message, { present: false });
    await world.until(
      'the taking back',
      async () =>
        (await world.sql("select from hearback.intake where meaning = 'unflag' and forgotten_at is not null"))
          .length === 1,
    );
    play.flag(message);
    await world.until('a new case', async () => (await count('cases')) === 1);
    play.flag(message, { as: moderator.id });
    await world.settled();
    expect(await world.sql('select number from hearback.cases')).toEqual([{ number: 2 }]);
  });
});
