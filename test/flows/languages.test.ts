import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform.ts';
import { discordSeed, slackSeed, type Seed } from '../../sandbox/seed.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { labelsOn } from '../support/pressing.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

/** Alma and her like have set their platform to Danish: Slack tells a bot, Discord does not. */
const inDanish = (seed: Seed): Seed => ({
  ...seed,
  people: seed.people.map((person, index) => (index === 0 ? { ...person, locale: 'da-DK' } : person)),
});

let world: World;
beforeAll(async () => {
  world = await openWorld({
    sandbox: { seeds: { slack: inDanish(slackSeed), discord: inDanish(discordSeed) } },
    policy: [
      [['kinds', 'feedback'], { name: 'Feedback', answer: 'auto', steps: ['apologise-product', 'thank'] }],
      [['kinds', 'refund'], { name: 'Refund', answer: 'draft', steps: ['apologise-refund', 'thank'] }],
      [['kinds', 'member'], { name: 'About a member', answer: 'private', steps: ['apologise-member'] }],
    ],
  });
});
afterAll(() => world?.close());

describe.each(STAGES)('the language of an answer on $platform', (stage: Stage) => {
  const { platform, workspaceId, member, other, handler, moderator, channels } = stage;
  /** Discord has room for 25 commands under one name. */
  const people = () => world.on(platform);
  let play: Play;
  beforeAll(() => {
    play = playOn(world, stage);
  });

  const cardWith = (quote: string) =>
    world.until(`the card of "${quote}"`, () =>
      play.inTriage().find((each) => visible(each).includes(quote) && each.actions.length > 0),
    );
  const shows = (quote: string, words: string) =>
    world.until(`the card of "${quote}" to show "${words}"`, () =>
      play.inTriage().find((each) => visible(each).includes(quote) && visible(each).includes(words)),
    );
  const answerTo = (message: string) =>
    world.until('the answer', () => play.answers(message).map(({ text }) => text)[0]);
  const whispers = (as: string) =>
    people()
      .messages({ as, channel: channels.triage })
      .filter(({ ephemeral }) => ephemeral).length;
  const formOf = async (card: MessageView, label: string, as = handler.id) =>
    (await play.press(card, label, { as })).form!;
  /** Answers what only whoever sends it sees. */
  const submitted = async (form: string, values: Record<string, string>, as = handler.id) => {
    const before = whispers(as);
    const result = await people().submit({ as, form, values });
    return play.said(result, before, as, channels.triage);
  };

  it('is the one the member wrote in', async () => {
    const danish = play.post('Jeres nye søgning er meget langsommere end den gamle');
    play.flag(danish);
    expect(await answerTo(danish)).toContain('vi er kede af');
    await shows('Jeres nye søgning', 'Danish, from what they wrote');

    const portuguese = play.post('a pesquisa nova é muito mais lenta do que a antiga', other.id);
    play.flag(portuguese);
    expect(await answerTo(portuguese)).toContain('Pedimos desculpa');
    await shows('a pesquisa nova', 'Portuguese, from what they wrote');
  });

  it('is the one they have set where the text is too short to tell, or else the community’s', async () => {
    const short = play.post('??');
    play.flag(short);
    const [words, why] =
      platform === 'slack'
        ? ['vi er kede af', 'Danish, their Slack setting']
        : ['sorry', 'English, as nothing said otherwise'];
    expect(await answerTo(short)).toContain(words);
    await shows('??', why);
  });

  it('is the community’s where nobody has written templates in theirs, which the card says', async () => {
    const message = play.post(
      'Bei mir geht seit gestern überhaupt nichts mehr, ich will mein Geld zurück',
      other.id,
    );
    play.flag(message, { emoji: '💸' });
    const card = await shows('Bei mir geht seit gestern', 'there are no templates in it');
    expect(visible(card)).toContain('German, from what they wrote');
    expect(visible(card)).toContain('in English, because there are no German templates');
    expect(play.answers(message)).toEqual([]);
  });

  it('is changed by a select while the answer waits, as the whole text is, and goes out once', async () => {
    const quote = `I want my money back for the lamp (${platform})`;
    const message = play.post(quote);
    play.flag(message, { emoji: '💸' });
    const first = await cardWith(quote);
    const name = /FB-\d+/.exec(visible(first))![0];
    expect(visible(first)).toContain('in the public thread');
    expect(labelsOn(first)).toEqual(
      expect.arrayContaining(['Send answer', 'Edit', 'Other template', 'Discard']),
    );
    const language = first.actions.find(({ label }) => label.startsWith('Language'))!;
    expect(language.choices.map(({ value }) => value).toSorted()).toEqual(['da', 'fr', 'pt']);

    // Two clicks at the same moment.
    await Promise.all([
      play.press(first, language.id, { value: 'da' }),
      play.press(first, language.id, { value: 'da', as: moderator.id }),
    ]);
    const second = await shows(quote, 'Danish, chosen by a person');
    expect(visible(second)).toContain('in Danish');
    await world.settled();
    const drafts = () =>
      world.sql<{ state: string; language: string }>(
        `select r.state, r.language from hearback.reply r join hearback.cases using (case_id)
         where workspace_id = $1 and quote = $2 order by reply_id`,
        [workspaceId, quote],
      );
    expect(await drafts()).toEqual([
      { state: 'discarded', language: 'en' },
      { state: 'draft', language: 'da' },
    ]);

    // Two people have the form open: the second of them meets an answer that is gone.
    const one = await formOf(second, 'Other template');
    const two = await formOf(second, 'Other template', moderator.id);
    expect(one.fields[0]!.choices).toContainEqual({ value: 'thank', label: 'Thank' });
    expect(await submitted(one.id, { template: 'thank' })).toContain('Nothing was sent');
    expect(await submitted(two.id, { template: 'apologise' }, moderator.id)).toContain(
      'was replaced by another one',
    );
    const third = await world.until('the card to show the other text', () =>
      play.inTriage().find((each) => visible(each).includes(quote) && !visible(each).includes('kede af')),
    );
    expect(visible(third)).toContain('Tak, fordi du fortalte os det');

    const late = await formOf(third, 'Other template');
    const lateEdit = await formOf(third, 'Edit', moderator.id);
    const clicks = await Promise.all([
      play.press(third, 'Send answer'),
      play.press(third, 'Send answer', { as: moderator.id }),
    ]);
    expect(clicks.map(({ ok }) => ok)).toContain(true);
    expect(await answerTo(message)).toContain('Tak, fordi du fortalte os det');
    expect(await submitted(late.id, { template: 'apologise' })).toContain('has already been sent');
    expect(await submitted(lateEdit.id, { text: 'No.' }, moderator.id)).toContain('has already been sent');
    expect(await play.type(`/feedback language ${name} fr`)).toContain('from now on');
    await world.settled();
    expect(play.answers(message)).toHaveLength(1);
    expect((await drafts()).filter(({ state }) => state !== 'discarded')).toEqual([
      { state: 'sent', language: 'da' },
    ]);
  });

  it('an answer that a person has edited is left alone, and they are told', async () => {
    const quote = `Please refund my second lamp too (${platform})`;
    play.flag(play.post(quote), { emoji: '💸' });
    const card = await cardWith(quote);
    const name = /FB-\d+/.exec(visible(card))![0];
    await submitted((await formOf(card, 'Edit')).id, { text: 'My own words' });
    await shows(quote, 'My own words');
    expect(await play.type(`/feedback language ${name} da`)).toContain('left as it is');
    expect(await play.type(`/feedback template ${name} thank`)).toContain('has words of a person in it');
    expect(visible(await shows(quote, 'Danish, chosen by a person'))).toContain('My own words');
  });

  it('in confidence nothing goes public, also when the member cannot be reached', async () => {
    people().fault({ kind: 'dms_closed', person: member.id });
    const quote = 'Han bliver ved med at svine mig til i alle tråde';
    const message = play.post(quote);
    play.flag(message, { emoji: '🚨' });
    await world.until('the moderators to be told', () =>
      play.inTriage().find((each) => visible(each).includes('The member has not received the answer')),
    );
    await world.settled();
    expect(play.answers(message)).toEqual([]);
    expect(JSON.stringify(play.inbox(member.id))).not.toContain('Det skal ingen finde sig i');
    people().clearFaults();
  });
});
