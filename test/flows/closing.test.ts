import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform.ts';
import { loadTemplates } from '../../src/replies/templates.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { labelsOn } from '../support/pressing.ts';
import { openWorld, STAGES, type PolicyChange, type Stage, type World } from '../support/world.ts';

const templates = loadTemplates('templates');
const told = (language: 'en' | 'da', key: string) => templates.button(language, `closing-${key}`)!;

/** Nothing comes by itself while the stories are played. */
const QUIET: PolicyChange[] = [
  ...['low', 'normal', 'high', 'urgent'].flatMap((severity): PolicyChange[] => [
    [['severities', severity, 'firstResponse'], '8h'],
    [['severities', severity, 'updateDue'], '8h'],
  ]),
  [['silence', 'confirm'], '7d'],
];
const MANAGEMENT = STAGES.map(({ qa }, index): PolicyChange => [
  ['workspaces', index, 'roles', 'management'],
  { people: [qa.id] },
]);

let world: World;
beforeAll(async () => {
  world = await openWorld({ policy: [...QUIET, ...MANAGEMENT] });
});
afterAll(() => world?.close());

describe.each(STAGES)('is it solved, on $platform', (stage: Stage) => {
  const { platform, member, other, handler, moderator, lead, qa, channels, workspaceId } = stage;
  let play: Play;
  beforeAll(() => {
    play = playOn(world, stage);
  });
  const people = () => world.on(platform);
  const stateOf = async (name: string) =>
    (
      await world.sql<{ state: string; level: number; handler: string | null }>(
        'select state, level, handler_id as handler from hearback.cases where workspace_id = $1 and number = $2',
        [workspaceId, Number(name.split('-')[1])],
      )
    )[0]!;
  const hiddenFrom = (as: string, channel: string, thread?: string) =>
    people()
      .messages({ as, channel, ...(thread && { thread }) })
      .filter(({ ephemeral }) => ephemeral);
  /** What a press says to whoever pressed, and nobody else. */
  async function pressed(on: MessageView, label: string, as: string, thread?: string): Promise<string> {
    const before = hiddenFrom(as, on.channel, thread).length;
    const result = await people().press({ as, channel: on.channel, message: on.id, action: label });
    if (result.error !== null) return result.error;
    if (result.ephemeral) return visible(result.ephemeral);
    return visible(
      await world.until('the words for them alone', () => {
        const all = hiddenFrom(as, on.channel, thread);
        return all.length > before && all.at(-1);
      }),
    );
  }
  /** The question whether it is solved, once it is there. */
  const question = (message: string, label: string) =>
    world.until('the question', () => play.answers(message).find((each) => labelsOn(each).includes(label)));
  const now = (message: string, { id }: MessageView) => play.answers(message).find((each) => each.id === id)!;
  const shows = (message: string, asked: MessageView, words: string) =>
    world.until(`"${words}" below the question`, () => now(message, asked).text.includes(words));
  /** Somebody takes a case on and believes it is solved. */
  async function resolved(text: string, by = moderator.id) {
    const { message, name } = await play.openCase(text);
    await play.type(`/feedback claim ${name}`, { as: by });
    expect(await play.type(`/feedback resolve ${name}`, { as: by })).toContain('is asked whether it is');
    return { message, name };
  }

  it('yes, in the member’s language: thanks, a rating and a comment in place of the buttons, for staff alone', async () => {
    const { message, name } = await resolved('Jeres nye søgning er meget langsommere end den gamle');
    const asked = await question(message, 'Løst');
    expect(labelsOn(asked)).toEqual(['Løst', 'Ikke endnu']);
    expect(asked.text).toContain('Er det også løst for dig?');

    const words = await pressed(asked, 'Løst', other.id, message);
    expect(words).toContain(told('en', 'not-yours'));
    expect(words).not.toMatch(/FB-|søgning/);
    expect(await stateOf(name)).toMatchObject({ state: 'solved' });

    const press = (action: string) =>
      people().press({ as: member.id, channel: asked.channel, message: asked.id, action });
    await Promise.all([press('Løst'), press('Løst')]);
    await shows(message, asked, told('da', 'rate'));
    expect(await stateOf(name)).toMatchObject({ state: 'closed', level: 1 });
    expect(labelsOn(now(message, asked))).toEqual([1, 2, 3, 4, 5].map((rate) => told('da', `rate-${rate}`)));

    const answer = await pressed(now(message, asked), told('da', 'rate-4'), member.id, message);
    expect(answer).toContain('Du gav os 4 ud af 5');
    await shows(message, asked, told('da', 'rated'));
    const { form } = await press(told('da', 'add-comment'));
    expect(form!.title).toBe(told('da', 'comment'));
    await people().submit({ as: member.id, form: form!.id, values: { text: 'Hurtigt og venligt' } });
    await shows(message, asked, told('da', 'commented'));

    await world.until('the card to say so', () =>
      visible(play.card(name)!).includes('rated 4 of 5: Hurtigt og venligt'),
    );
    expect(now(message, asked).text).not.toMatch(/\b4\b|venligt/);
    const steps = await world.sql<{ action: string; times: number }>(
      `select action, count(*)::int as times from hearback.history join hearback.cases using (case_id)
       where workspace_id = $1 and number = $2 and action in ('said_solved', 'rated', 'commented') group by action`,
      [workspaceId, Number(name.split('-')[1])],
    );
    expect(steps.map(({ times }) => times)).toEqual([1, 1, 1]);
    expect(await play.type(`/feedback rate ${name} 5`, { as: member.id, channel: channels.open })).toContain(
      told('da', 'settled'),
    );
  });

  it('not yet: one level up, with the reason, kept from whoever had it, for somebody else', async () => {
    const { message, name } = await resolved('The new search is much slower than the old one was');
    const asked = await question(message, 'Not yet');
    const { form } = await people().press({
      as: member.id,
      channel: asked.channel,
      message: asked.id,
      action: 'Not yet',
    });
    expect(form!.title).toBe(told('en', 'why'));
    await people().submit({ as: member.id, form: form!.id, values: { reason: 'It takes a minute now' } });
    await shows(message, asked, told('en', 'not-yet'));
    expect(labelsOn(now(message, asked))).toEqual([]);
    expect(await stateOf(name)).toEqual({ state: 'reopened', level: 2, handler: null });

    const inboxOf = (person: string) => play.inbox(person).filter((each) => visible(each).includes(name));
    for (const { id } of [lead, handler])
      await world.until('those who have it now to be told', () =>
        inboxOf(id).some((each) => visible(each).includes('It takes a minute now')),
      );
    expect(await play.type(`/feedback show ${name}`, { as: moderator.id })).toContain('There is no case');
    const seen = await play.type(`/feedback show ${name}`);
    expect(seen).toContain('L2');
    expect(seen).toContain('Not solved yet: It takes a minute now');
    await world.until('the card in the channel to say nothing of it', () =>
      visible(play.card(name)!).includes('restricted case'),
    );
    expect(inboxOf(moderator.id)).toEqual([]);

    expect(
      await play.type(`/feedback solved ${name} yes`, { as: member.id, channel: channels.open }),
    ).toContain(told('en', 'settled'));

    await play.type(`/feedback claim ${name}`);
    await play.type(`/feedback resolve ${name}`);
    await question(message, 'Not yet');
    await play.type(`/feedback solved ${name} no`, { as: member.id, channel: channels.open });
    await world.until('management to be told', () => inboxOf(qa.id).length > 0);
    expect(await stateOf(name)).toEqual({ state: 'reopened', level: 3, handler: null });
    expect(inboxOf(moderator.id)).toEqual([]);
  });

  it('words in place of a button: taken up again on the same level, and the old buttons are gone', async () => {
    const { message, name } = await resolved('My invoices have been wrong since the last update');
    const asked = await question(message, 'Solved');
    people().createMessage({ as: member.id, channel: channels.open, thread: message, text: 'Still wrong' });
    await shows(message, asked, told('en', 'over'));
    expect(labelsOn(now(message, asked))).toEqual([]);
    expect(await stateOf(name)).toMatchObject({ state: 'reopened', level: 1 });
    expect(
      await play.type(`/feedback solved ${name} yes`, { as: member.id, channel: channels.open }),
    ).toContain(told('en', 'over'));
  });

  it('in private where the case is answered in private: the same buttons work in the direct message', async () => {
    const message = play.post('Somebody here keeps sending me rude messages');
    play.flag(message, { emoji: '🚨' });
    const card = await world.until('its card', () =>
      play.inTriage().find((each) => visible(each).includes('rude messages')),
    );
    const name = /FB-\d+/.exec(visible(card))![0];
    const direct = () => play.inbox(member.id).filter(({ author }) => author.isBot);
    await play.type(`/feedback resolve ${name}`, { as: moderator.id });
    const asked = await world.until('the question', () =>
      direct().find((each) => labelsOn(each).includes('Not yet')),
    );
    const { form } = await people().press({
      as: member.id,
      channel: asked.channel,
      message: asked.id,
      action: 'Not yet',
    });
    await people().submit({ as: member.id, form: form!.id, values: { reason: '' } });
    await world.until('the receipt', () =>
      direct().some(({ id, text }) => id === asked.id && text.includes(told('en', 'not-yet'))),
    );
    expect(await stateOf(name)).toMatchObject({ state: 'reopened', level: 2 });
    expect(play.answers(message)).toEqual([]);
  });

  it('nobody is asked: the case is closed without a word', async () => {
    const { message, name } = await play.openCase('The door of the workshop squeaks');
    await world.until('the answer', () => play.answers(message).length > 0);
    expect(await play.type(`/feedback resolve ${name} no`)).toContain('is not asked');
    // Nor where a kind is answered by nobody.
    await play.type(`/feedback reopen ${name}`);
    await play.type(`/feedback kind ${name} not-legitimate`);
    expect(await play.type(`/feedback resolve ${name}`)).toContain('is not asked');
    await world.settled();
    expect(await stateOf(name)).toMatchObject({ state: 'closed_unconfirmed' });
    expect(play.answers(message)).toHaveLength(1);
    expect(
      await play.type(`/feedback solved ${name} yes`, { as: member.id, channel: channels.open }),
    ).toContain(told('en', 'not-asked'));
  });
});
