import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadTemplates } from '../../src/replies/templates.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

const templates = loadTemplates('templates');
const told = (key: string) => templates.button('en', key)!;
const YES = told('consent-yes');
const NO = told('consent-no');
const labels = ({ actions }: { actions: { label: string }[] }) => actions.map(({ label }) => label);

describe.each(STAGES)('praise on $platform', (stage: Stage) => {
  const { platform, member, other, handler, moderator, channels } = stage;
  let world: World;
  let play: Play;
  let message: string;

  const people = () => world.on(platform);
  const answer = () => play.answers(message)[0];
  const kindWords = (person: string) =>
    play.inbox(person).filter((each) => visible(each).includes('Kind words'));
  const inChannel = (channel: string, words: string) =>
    people()
      .messages({ as: stage.lead.id, channel })
      .filter((each) => visible(each).includes(words));
  const whispers = (as: string) =>
    people()
      .messages({ as, channel: channels.open, thread: message })
      .filter((each) => each.ephemeral);
  const press = (as: string, label: string, on = answer()!) =>
    people().press({ as, channel: channels.open, message: on.id, action: label });
  const steps = async (quote: string) =>
    (
      await world.sql<{ action: string }>(
        'select action from hearback.history join hearback.cases using (case_id) where quote like $1 order by history_id',
        [`%${quote}%`],
      )
    ).map(({ action }) => action);
  const praise = (text: string) => {
    const posted = play.post(text);
    play.flag(posted, { emoji: '🙏' });
    return posted;
  };

  beforeAll(async () => {
    const index = platform === 'slack' ? 0 : 1;
    // The helpers are nobody's concern here but in the last story, in which the bot cannot reach them.
    world = await openWorld({ policy: [[['workspaces', index, 'helpers'], channels.withoutBot]] });
    play = playOn(world, stage);
    // As people write it: Slack turns names into mentions, Discord's client has done so.
    const at = ({ id, name }: { id: string; name: string }) =>
      platform === 'slack' ? `@${name}` : `<@${id}>`;
    message = praise(`Thank you ${at(moderator)} and ${at(other)}, the workshop was wonderful`);
  });
  afterAll(() => world?.close());

  it('reaches the people it is about, once each, with the words and no word of the case', async () => {
    for (const { id } of [moderator, other]) {
      const [words] = await world.until('the kind words', () => {
        const found = kindWords(id);
        return found.length > 0 && found;
      });
      expect(visible(words!)).toContain('the workshop was wonderful');
      expect(visible(words!)).not.toContain('FB-');
      expect(words!.actions.filter(({ type }) => type === 'button')).toEqual([]);
    }
    expect(play.inbox(member.id)).toEqual([]);
    expect(play.inbox(handler.id)).toEqual([]);
  });

  it('is answered with the question whether the words may be passed on, which only the member can answer', async () => {
    await world.until('the answer', answer);
    expect(labels(answer()!)).toEqual([YES, NO]);

    const result = await press(other.id, YES);
    const said = result.ephemeral ?? (await world.until('the kind no', () => whispers(other.id).at(-1)));
    expect(visible(said)).toContain(told('consent-not-yours'));
    expect(visible(said)).not.toMatch(/FB-|workshop/);
    await world.settled();
    expect(inChannel(channels.support, 'workshop')).toEqual([]);
    expect(labels(answer()!)).toHaveLength(2);
  });

  it('goes to the department that asked for consent once the member says yes, however often they click', async () => {
    const question = answer()!;
    await Promise.all([press(member.id, YES, question), press(member.id, YES, question)]);
    await world.until('thanks in place of the buttons', () => labels(answer()!).length === 0);
    expect(answer()!.text).toContain(told('consent-given'));
    await world.until(
      'the words in the department',
      () => inChannel(channels.support, 'workshop').length > 0,
    );
    await world.settled();
    const cards = inChannel(channels.support, 'workshop');
    expect(cards).toHaveLength(1);
    expect(visible(cards[0]!)).toContain('may quote them');
    const history = await steps('workshop');
    expect(history.filter((action) => action === 'consent_given')).toHaveLength(1);
    expect(history.filter((action) => action === 'praised')).toHaveLength(3);
    expect(play.answers(message).filter(({ ephemeral }) => !ephemeral)).toHaveLength(1);
  });

  it('is passed on by hand to a person or a team, never twice to the same', async () => {
    expect(await play.type(`/feedback praise FB-1 <@${moderator.id}>`)).toContain('has these words already');
    expect(await play.type(`/feedback praise FB-1 <@${member.id}>`)).toContain('said this themselves');
    expect(await play.type(`/feedback praise FB-1 <@${handler.id}>`)).toContain('on its way');
    await world.until('the kind words', () => kindWords(handler.id).length === 1);

    const opened = await play.press(play.card('FB-1')!, 'Pass on');
    expect(opened.error).toBeNull();
    await people().submit({ as: handler.id, form: opened.form!.id, values: { department: 'qa' } });
    await world.until('the words in QA', () => inChannel(channels.qa, 'workshop').length === 1);
    expect(await play.type('/feedback praise FB-1 department:qa')).toContain('has these words already');
    await world.settled();
    expect(kindWords(moderator.id)).toHaveLength(1);
  });

  it('stays where it is when the member would rather not, whoever tries', async () => {
    message = praise('What a lovely level, chapeau');
    await world.until('the answer', answer);
    expect(await play.type('/feedback route FB-2 support')).toContain('have not answered yet');
    await press(member.id, NO);
    await world.until('the buttons to go', () => labels(answer()!).length === 0);
    await world.until('the card to say so', () => visible(play.card('FB-2')!).includes('the member said no'));
    expect(await play.type('/feedback route FB-2 support')).toContain('would rather not');
    expect(await play.type('/feedback praise FB-2 department:support')).toContain('would rather not');
    expect(inChannel(channels.support, 'chapeau')).toEqual([]);
    expect(
      await play.type('/feedback consent FB-2 yes', { as: member.id, channel: channels.open }),
    ).toContain(told('consent-settled'));
  });

  it('asks again for a department that the question did not name, and passes nothing on before', async () => {
    message = praise('Such a warm welcome, merci');
    await world.until('the answer', answer);
    expect(answer()!.text).toContain('Support');
    // As if the kind had named QA when they were asked.
    await world.sql(
      "update hearback.reply set consent_for = 'qa' where case_id = (select case_id from hearback.cases where quote like '%warm welcome%')",
    );
    await press(member.id, YES);
    const onCard = (words: string) => {
      const card = play.card('FB-3');
      return card !== undefined && visible(card).includes(words);
    };
    await world.until('the card to say so', () => onCard('Pass on prepares the question'));
    expect(await play.type('/feedback route FB-3 support')).toContain('Ask them with Pass on');
    expect(await play.type('/feedback praise FB-3 department:support')).toContain('press Send');
    await world.until('the question on the card', () => onCard('May we share'));
    expect(inChannel(channels.support, 'warm welcome')).toEqual([]);

    await play.type('/feedback send FB-3');
    const second = () => play.answers(message).find((each) => labels(each).includes(YES));
    await world.until('the second question', second);
    await press(member.id, YES, second());
    await world.until('the words', () => inChannel(channels.support, 'warm welcome').length === 1);
  });

  it('and a question that cannot be posted for the helpers goes to the department at once', async () => {
    const posted = play.post('How do I dye the wool?');
    play.flag(posted, { emoji: '❓' });
    await world.until(
      'the department to have it',
      () => inChannel(channels.support, 'dye the wool').length === 1,
    );
    await world.until('word to the moderators', () =>
      play.inTriage().some((each) => visible(each).includes('could not be asked')),
    );
    await world.settled();
    expect(await steps('dye the wool')).toEqual(
      expect.arrayContaining(['community_asked', 'reply_failed', 'routed']),
    );
    const clocks = await world.sql(
      "select from hearback.clock where kind = 'community' and state = 'running'",
    );
    expect(clocks).toEqual([]);
  });
});
