import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Forgery } from '../../sandbox/forging.ts';
import type { MessageView } from '../../sandbox/platform.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { labelsOn } from '../support/pressing.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

/** No reminder comes while the story is played. */
const QUIET = ['low', 'normal', 'high', 'urgent'].flatMap((severity): [string[], string][] => [
  [['severities', severity, 'firstResponse'], '8h'],
  [['severities', severity, 'updateDue'], '8h'],
]);

describe.each(STAGES)('a case that is kept from a moderator on $platform', (stage: Stage) => {
  const { platform, member, other, handler, moderator, qa, lead, channels } = stage;
  const words = 'SECRET: your moderator shouted at me';
  let world: World;
  let play: Play;
  let name: string;
  let message: string;
  let oldCard: MessageView;
  let noteForm: string;

  const people = () => world.on(platform);
  const mine = (channel: string, as: string) => people().messages({ as, channel });
  const ephemerals = (as: string) => mine(channels.triage, as).filter((each) => each.ephemeral);
  const inQa = () => mine(channels.qa, qa.id).filter(({ author }) => author.isBot);
  const direct = () => play.inbox(moderator.id).filter(({ author, ephemeral }) => author.isBot && !ephemeral);
  const unknown = (number = name) => `There is no case ${number} here. /feedback list shows the open ones.`;

  /** Everything a command could change about cases. */
  const state = () =>
    world.sql(
      `select (select json_agg(c order by case_id) from hearback.cases c) as cases,
        (select json_agg(n order by note_id) from hearback.note n) as notes,
        (select json_agg(r order by reply_id) from hearback.reply r) as replies,
        (select json_agg(h order by history_id) from hearback.history h) as history,
        (select json_agg(e order by user_id) from hearback.case_exclusion e) as exclusions`,
    );
  const forge = async (forgery: Forgery) => {
    const before = ephemerals(forgery.as).length;
    return play.said(await world.sandbox[platform].forge(forgery), before, forgery.as, channels.triage);
  };
  /** An answer as the person reads it, whatever it is wrapped in. */
  const sentence = (answer: string) => /There is no case [^"\\]*?\./.exec(answer)?.[0] ?? answer;

  beforeAll(async () => {
    world = await openWorld({ policy: QUIET });
    play = playOn(world, stage);
    ({ name, message, card: oldCard } = await play.openCase(words));
    // All a moderator can have of a case before it is kept from them.
    await play.type(`/feedback route ${name} qa`);
    await play.type(`/feedback assign ${name} <@${moderator.id}> SECRET note`);
    await play.type(`/feedback show ${name}`, { as: moderator.id });
    await play.type(`/feedback reply ${name} SECRET draft`, { as: moderator.id });
    people().createMessage({ as: member.id, channel: channels.open, thread: message, text: 'SECRET answer' });
    await world.until('the escalation', () => inQa().length === 1);
    await world.until('word to the moderator', () => direct().length === 2);
    oldCard = play.card(name)!;
    noteForm = (await play.press(oldCard, 'Note', { as: moderator.id })).form!.id;
    await world.settled();

    expect(
      await play.type(`/feedback exclude ${name} <@${moderator.id}> accused`, { as: lead.id }),
    ).toContain('does not exist for');
    await world.settled();
  });
  afterAll(() => world?.close());

  it('is written down with who, why and by whom, and has no handler now', async () => {
    expect(await world.sql('select user_id, reason, excluded_by from hearback.case_exclusion')).toEqual([
      { user_id: moderator.id, reason: 'accused', excluded_by: lead.id },
    ]);
    expect(await world.sql('select handler_id from hearback.cases')).toEqual([{ handler_id: null }]);
  });

  it('stands in channels without what it is about', () => {
    for (const card of [...play.inTriage(), ...inQa()]) {
      expect(visible(card)).toContain('restricted case');
      expect(visible(card)).not.toMatch(/SECRET/);
      expect(visible(card)).not.toContain(member.name);
      expect(card.actions.map(({ label }) => label)).toEqual(['Open']);
    }
    expect(play.inTriage()).toHaveLength(1);
  });

  it('is withdrawn from their direct messages', () => {
    expect(direct()).toHaveLength(2);
    for (const each of direct()) expect(visible(each)).not.toMatch(new RegExp(`SECRET|${name}`));
  });

  it('does not exist for them, whatever they press, send or type', async () => {
    const before = await state();
    let pressed = 0;
    const [shown, preview] = ephemerals(moderator.id).filter(({ actions }) => actions.length > 0);
    for (const [old, label, value] of [
      [shown!, 'Reopen', undefined],
      [shown!, 'Claim', undefined],
      [shown!, 'Note', undefined],
      [shown!, 'Snooze', undefined],
      [shown!, 'Resolve', undefined],
      [shown!, 'Dismiss', undefined],
      [shown!, 'Severity …', 'urgent'],
      [preview!, 'Send', undefined],
      [preview!, 'Edit', undefined],
      [preview!, 'Discard', undefined],
    ] as const) {
      if (!labelsOn(old).includes(label)) continue;
      pressed += 1;
      const seen = ephemerals(moderator.id).length;
      const result = await play.press(old, label, { as: moderator.id, ...(value && { value }) });
      expect(result.form).toBeNull();
      expect(await play.said(result, seen, moderator.id, channels.triage)).toContain(unknown());
    }
    expect(pressed).toBeGreaterThan(7);
    const seen = ephemerals(moderator.id).length;
    const sent = await people().submit({ as: moderator.id, form: noteForm, values: { text: 'I was here' } });
    expect(await play.said(sent, seen, moderator.id, channels.triage)).toContain(unknown());

    for (const text of [
      `show ${name}`,
      `claim ${name}`,
      `note ${name} I was here`,
      `exclude ${name} <@${lead.id}>`,
    ])
      expect(await play.type(`/feedback ${text}`, { as: moderator.id })).toMatch(
        text.startsWith('exclude') ? /for the people who look after/ : /There is no case/,
      );
    expect(await play.type('/feedback list all', { as: moderator.id })).not.toContain(name);
    expect(await play.type('/feedback mine', { as: moderator.id })).not.toContain(name);
    if (platform === 'discord')
      expect(
        await world.sandbox.discord.complete({
          as: moderator.id,
          channel: channels.triage,
          text: '/feedback show FB',
        }),
      ).toEqual([]);
    expect(await state()).toEqual(before);
  });

  it('does not exist for them in forged buttons and forms either, and sounds like a case that is not there', async () => {
    const before = await state();
    const [draft] = await world.sql<{ id: number }>(
      'select reply_id::int as id from hearback.reply order by 1 desc limit 1',
    );
    const by = { as: moderator.id, channel: channels.triage };
    const ids = [
      ...oldCard.actions.flatMap(({ type, id, choices }) =>
        type === 'button' ? [id] : choices.map(({ value }) => value).filter((value) => value.includes('?')),
      ),
      `send?case=${name}&draft=${draft!.id}`,
      `show?case=${name}&in=${encodeURIComponent(stage.workspaceId)}`,
    ];
    expect(ids.length).toBeGreaterThan(8);
    for (const id of ids) {
      expect(id).toContain(name);
      const [real, none] = [
        await forge({ ...by, id }),
        await forge({ ...by, id: id.replace(name, 'FB-999') }),
      ];
      expect([id, sentence(real)]).toEqual([id, `There is no case ${name} here.`]);
      expect(sentence(none)).toBe(sentence(real).replace(name, 'FB-999'));
    }
    for (const id of [`note?case=${name}`, `dismiss?case=${name}`, `reply?case=${name}&draft=${draft!.id}`])
      expect(await forge({ ...by, id, form: { text: 'forged', reason: 'forged' } })).toContain(unknown());
    expect(await state()).toEqual(before);
  });

  it('cannot be reached by saying that one asks elsewhere', async () => {
    const before = await state();
    const by = { as: handler.id, channel: channels.triage };
    const otherWorkspace = STAGES.find((each) => each.platform !== platform)!.workspaceId;
    const strange = `${platform}:${otherWorkspace.split(':')[1]}`;
    expect(await forge({ ...by, id: `claim?case=${name}&in=${encodeURIComponent(strange)}` })).toContain(
      'does not belong to a community of yours',
    );
    // A form that says it was opened in a department's channel, by a member.
    const forged = { as: other.id, id: `note?case=${name}`, form: { text: 'forged' } };
    await world.sandbox[platform].forge({ ...forged, channel: channels.qa });
    for (const key of ['constructor', '__proto__', 'nowhere'])
      expect(await forge({ ...by, id: `route?case=${name}&department=${key}` })).toContain(
        'There is no department',
      );
    expect(await forge({ ...by, id: `send?case=${name}&draft=999999` })).toContain(
      'does not belong to this case',
    );
    await world.settled();
    expect(await state()).toEqual(before);
  });

  it('cannot be handed to them, and flagging the message again tells them no number', async () => {
    expect(await play.type(`/feedback assign ${name} <@${moderator.id}>`)).toContain('not for them');
    const [{ permalink }] = (await world.sql<{ permalink: string }>(
      'select permalink from hearback.cases',
    )) as [{ permalink: string }];
    const told = await play.type(`/feedback flag ${permalink}`, { as: moderator.id });
    expect(told).toContain('Thank you. It is recorded.');
    expect(told).not.toContain(name);
  });

  it('opens for whoever may see it, alone', async () => {
    const before = ephemerals(lead.id).length;
    const opened = await play.press(play.card(name)!, 'Open', { as: lead.id });
    const shown = await play.said(opened, before, lead.id, channels.triage);
    expect(shown).toContain(words);
    expect(shown).toContain('SECRET note');
    expect(visible(play.card(name)!)).not.toContain('SECRET');
  });

  it('tells the rest what the member writes, and no channel', async () => {
    people().createMessage({ as: member.id, channel: channels.open, thread: message, text: 'SECRET again' });
    await world.until('word to the handler', () =>
      play.inbox(handler.id).some((each) => visible(each).includes('SECRET again')),
    );
    await world.settled();
    expect(direct()).toHaveLength(2);
    expect(JSON.stringify([...play.inTriage(), ...inQa()])).not.toContain('SECRET');
  });

  it('is theirs to see again once they are let in', async () => {
    expect(await play.type(`/feedback include ${name} <@${moderator.id}>`, { as: lead.id })).toContain(
      'no longer kept from',
    );
    await world.until('the card', () => visible(play.card(name)!).includes(words));
    expect(await play.type(`/feedback show ${name}`, { as: moderator.id })).toContain(words);
  });

  it('cannot be flagged by link in a channel the flagger does not see', async () => {
    const { message: secret } = people().createMessage({
      as: lead.id,
      channel: channels.support,
      text: 'SECRET plan',
    });
    const link = (id: string) =>
      platform === 'slack'
        ? `${world.sandbox.url}/slack/archives/${channels.support}/p${id.replace('.', '')}`
        : `https://discord.com/channels/${stage.workspaceId.slice(8)}/${channels.support}/${id}`;
    const real = await play.type(`/feedback flag ${link(secret)}`);
    const none = await play.type(`/feedback flag ${link(secret.replace(/\d{3}$/, '999'))}`);
    expect(real).toContain('does not exist any more');
    expect(real.replace(/"id":"[^"]*"/g, '')).toBe(none.replace(/"id":"[^"]*"/g, ''));
  });
});
