import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform.ts';
import { discordSeed, slackSeed, type Seed } from '../../sandbox/seed.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { labelsOn } from '../support/pressing.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

/** Alma and her like, and the leads, have set their platform to Danish: Slack tells a bot, Discord only with what they press or type. */
const inDanish = (seed: Seed): Seed => ({
  ...seed,
  people: seed.people.map((person, index) =>
    index === 0 || index === seed.people.length - 1 ? { ...person, locale: 'da-DK' } : person,
  ),
});

let world: World;
beforeAll(async () => {
  world = await openWorld({
    sandbox: { seeds: { slack: inDanish(slackSeed), discord: inDanish(discordSeed) } },
    policy: [
      [['kinds', 'feedback'], { name: 'Feedback', answer: 'auto', steps: ['apologise-product', 'thank'] }],
      [
        ['kinds', 'defect'],
        {
          name: { en: 'Defect', da: 'Skavank', fr: 'Anomalie' },
          answer: 'auto',
          steps: ['apologise-product', 'ask-details'],
          details: [{ en: 'which map it was', fr: 'de quelle carte il s’agit' }],
          checklist: [{ en: 'Open the map', da: 'Åbn kortet' }],
        },
      ],
      [['kinds', 'refund'], { name: 'Refund', answer: 'draft', steps: ['apologise-refund', 'thank'] }],
      [['kinds', 'member'], { name: 'About a member', answer: 'private', steps: ['apologise-member'] }],
    ],
  });
});
afterAll(() => world?.close());

describe.each(STAGES)('the language of an answer on $platform', (stage: Stage) => {
  const { platform, workspaceId, member, other, handler, moderator, lead, channels } = stage;
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

  it('is that of what the policy asks too, and staff read the kind and the checklist in theirs', async () => {
    const quote = 'Depuis hier, la carte ne s’ouvre plus du tout et je ne sais pas pourquoi';
    const french = play.post(quote, other.id);
    play.flag(french, { emoji: '🐛' });
    expect(await answerTo(french)).toContain('de quelle carte il s’agit');

    const card = visible(await shows(quote, 'French, from what they wrote'));
    expect(card).toMatch(/FB-\d+ · Defect · /);
    expect(card).toContain('Open the map');
    const name = /FB-\d+/.exec(card)![0];
    const shown = await play.type(`/feedback show ${name}`, { as: lead.id });
    expect(shown).toContain('Skavank');
    expect(shown).toContain('Åbn kortet');
    expect(shown).not.toContain('Open the map');
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

  it('is Danish for whoever uses the platform in Danish, also where what they typed cannot be read', async () => {
    const typed = (text: string) => play.type(text, { as: lead.id });
    const name = /FB-\d+/.exec(visible(await cardWith('Jeres nye søgning')))![0];
    expect(await typed(`/feedback remind ${name} 31/02`)).toContain(
      'Der er ingen 31. februar: februar slutter den 28.',
    );
    expect(await typed('/feedback timezone Copenhagn')).toContain('Mente du Europe/Copenhagen?');
    const digest = await typed('/feedback digest');
    expect(digest).toMatch(/Overblik · siden \d+\. [a-z]{3}/);
    expect(digest).toMatch(/Sådan ser det ud nu|Til næste møde/);
    if (platform === 'slack')
      expect(await typed('/feedback clam')).toContain(
        'Kommandoen "clam" kender jeg ikke. Mente du /feedback claim',
      );

    // Discord said it with what they typed, and says it at no other time.
    const bot = (platform === 'slack' ? slackSeed : discordSeed).bot.id;
    people().createMessage({ as: lead.id, channel: bot, text: 'Luk den for mig' });
    await world.until('the hint', () =>
      JSON.stringify(play.inbox(lead.id)).includes('når ikke frem til nogen'),
    );
    const kept = await world.sql<{ locale: string }>(
      'select locale from hearback.person where workspace_id = $1 and user_id = $2 and locale is not null',
      [workspaceId, lead.id],
    );
    expect(kept.map(({ locale }) => locale)).toEqual(platform === 'slack' ? [] : ['da-DK']);
  });

  it('is that of whoever asks in what they alone are told, refusals and forms as well; the card keeps the community’s', async () => {
    const { name } = await play.openCase(`The lamp flickers (${platform})`);
    const asLead = (words: string) => play.type(`/feedback ${words}`, { as: lead.id });
    expect(await asLead('help')).toContain('Svar medlemmet');
    expect(await asLead('list finished')).toContain('er ikke en status. Vælg en af: open, all');
    expect(await asLead(`severity ${name} urgent`)).toContain(`Alvorsgraden for ${name} er nu: haster`);
    expect(await asLead(`resolve ${name} perhaps`)).toContain('Skriv yes eller no efter sagen');
    expect(await asLead(`note ${name} Ich rufe an`)).toContain(`Gemt på ${name}`);
    const form = await formOf(play.card(name)!, 'Note', lead.id);
    expect([form.title, form.fields[0]!.label]).toEqual([`Note til ${name}`, 'Intern note']);
    // The others read English, together and each for themselves.
    expect(await play.type(`/feedback severity ${name} high`)).toContain('is now high; its clocks run');
    expect(visible(play.card(name)!)).toContain('Severity');
  });

  it('is theirs as well when they hand a case over, make a mistake, look at a case, and choose while they type', async () => {
    const { name } = await play.openCase(`The fan hums (${platform})`);
    const asLead = (words: string) => play.type(`/feedback ${words}`, { as: lead.id });
    expect(await asLead(`claim ${name}`)).toContain(`${name} er din nu. Påmindelserne kommer til dig.`);
    expect(await asLead('claim FB-99999')).toContain(
      'Der er ingen sag FB-99999 her. /feedback list viser de åbne.',
    );
    expect(await asLead(`assign ${name} <@${member.id}>`)).toContain('Personen arbejder ikke med sager her');
    expect(await asLead(`assign ${name} <@${handler.id}> Hun ringer`)).toContain(`${name} er nu hos`);
    // What one person is told is theirs too, by name or after a hand-over; others read English.
    const told = (who: string, words: string) =>
      world.until(`${who} to be told`, () => JSON.stringify(play.inbox(who)).includes(words));
    await told(handler.id, 'A case was handed to you');
    expect(await play.type(`/feedback assign ${name} <@${lead.id}> Please ring`)).toContain(
      `${name} is with`,
    );
    await told(lead.id, 'Du har fået en sag');
    await told(lead.id, 'Åbn');
    await world.settled();
    // What was said is what stays written down.
    const kept = await world.sql<{ who: string; title: string }>(
      `select place ->> 'userId' as who, body ->> 'title' as title from hearback.delivery
       where workspace_id = $1 and body ->> 'type' = 'notice' and body -> 'inOthers' = '{}' order by delivery_id desc limit 2`,
      [workspaceId],
    );
    expect(kept).toEqual([
      { who: lead.id, title: 'Du har fået en sag' },
      { who: handler.id, title: 'A case was handed to you' },
    ]);
    expect(await asLead(`show ${name}`)).toMatch(/Hvad der skete[\s\S]+ gav den videre → /);
    const form = await formOf(play.card(name)!, 'Escalate', lead.id);
    expect([form.title, ...form.fields.map(({ label }) => label)]).toEqual([
      `Løft op ${name}`,
      'Hvor højt op',
      'Hvorfor',
      'Også til denne afdeling',
    ]);
    if (platform !== 'discord') return;
    const offered = async (text: string, as = lead.id) => {
      const found = await world.sandbox.discord.complete({ as, channel: channels.triage, text });
      return found.map(({ label }) => label);
    };
    expect(await offered(`/feedback severity case:${name} severity:hast`)).toEqual(['haster']);
    expect(await offered(`/feedback snooze case:${name} for:member`)).toEqual(['Indtil medlemmet skriver']);
    expect(await offered(`/feedback snooze case:${name} for:member`, handler.id)).toEqual([
      'Until the member writes',
    ]);
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
