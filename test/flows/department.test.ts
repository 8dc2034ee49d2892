import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

// What goes on between the handler of a case and its departments, as they see it, and what the member sees of it: nothing.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

describe.each(STAGES)('a department on $platform', (stage: Stage) => {
  const { platform, member, handler, lead, qa, channels } = stage;
  const people = () => world.on(platform);
  let play: Play;
  let name: string;
  let source: string;

  const inChannel = (channel = channels.qa) =>
    people()
      .messages({ as: qa.id, channel })
      .filter((each) => each.author.isBot && !each.ephemeral);
  const escalation = () =>
    inChannel().find((each) => visible(each).includes(`${name} ·`) && each.actions.length > 1)!;
  const shows = (what: string, look: () => MessageView, ...words: string[]) =>
    world.until(what, () => words.every((each) => visible(look()).includes(each)));
  const told = (words: string) =>
    world.until(`the handler to hear "${words}"`, () =>
      play.inbox(handler.id).find((each) => visible(each).includes(words)),
    );
  const notes = () =>
    world.sql<{ text: string; author: string; department: string | null; gone: boolean }>(
      `select text, author_id as author, department, deleted_at is not null as gone from hearback.note join hearback.cases using (case_id)
       where cases.workspace_id = $1 and number = $2 order by note_id`,
      [stage.workspaceId, Number(name.split('-')[1])],
    );
  const fill = async (label: string, text: string) => {
    const { form, error } = await play.press(escalation(), label, { as: qa.id });
    expect({ label, error }).toEqual({ label, error: null });
    return people().submit({ as: qa.id, form: form!.id, values: { text } });
  };

  beforeAll(async () => {
    play = playOn(world, stage);
    const opened = await play.openCase('The app closes by itself since the update');
    ({ name, message: source } = opened);
    await play.press(opened.card, 'Claim');
    await play.type(`/feedback route ${name} qa Does it happen on tablets too?`);
    await world.until('the card for QA', escalation);
  });

  it('reads what it is asked, takes the case, and of two at once one gets it', async () => {
    expect(visible(escalation())).toContain('Does it happen on tablets too?');
    expect(visible(escalation())).toContain('Answer by');

    const take = (as: string) => play.type(`/feedback department ${name} take`, { as, channel: channels.qa });
    const said = await Promise.all([take(qa.id), take(lead.id)]);
    expect(said.filter((each) => each.includes('has taken it already'))).toHaveLength(1);
    expect(said.filter((each) => each.includes('its handler has heard of it'))).toHaveLength(1);
    await shows('the moderators to see who has it', () => play.card(name)!, 'taken by');
    await told('has taken it');
  });

  it('asks for more: the handler hears it at once, tells them, and the clock rests in between', async () => {
    const running = () =>
      world.sql(
        `select 1 from hearback.clock join hearback.cases using (case_id) where workspace_id = $1 and number = $2 and clock.kind = 'department_answer' and clock.state = 'running'`,
        [stage.workspaceId, Number(name.split('-')[1])],
      );
    await fill('Ask for more', 'Which version is it?');
    const notice = await told('Which version is it?');
    expect(await running()).toEqual([]);
    await shows('the moderators to see it', () => play.card(name)!, 'needs more', 'Which version is it?');

    const { form } = await play.press(notice, 'Tell QA');
    await people().submit({ as: handler.id, form: form!.id, values: { text: 'It is 4.2, they say' } });
    await world.until('QA to read it', () =>
      inChannel().some((each) => visible(each).includes('It is 4.2, they say')),
    );
    expect(await running()).toHaveLength(1);

    await world.settled();
    people().createMessage({
      as: qa.id,
      channel: channels.qa,
      thread: inChannel().find((each) => visible(each).includes('It is 4.2, they say'))!.id,
      text: 'Thanks, we try it',
    });
    await told('Thanks, we try it');
    expect(await running()).toEqual([]);
    await play.type(`/feedback department ${name} tell Any news? department:qa`);
    await world.until('QA to be waited for again', async () => (await running()).length === 1);
  });

  it('talks below its card: notes with their authors, whose edits and deletions follow', async () => {
    const thread = escalation().id;
    const { message, channel } = people().createMessage({
      as: qa.id,
      channel: channels.qa,
      thread,
      text: 'Looks like the cache',
    });
    await world.until('the note', async () =>
      (await notes()).some(({ text }) => text === 'Looks like the cache'),
    );
    expect((await notes()).at(-1)).toEqual({
      text: 'Looks like the cache',
      author: qa.id,
      department: 'qa',
      gone: false,
    });
    await told('Looks like the cache');

    people().editMessage({ as: qa.id, channel, message, text: 'It is the cache' });
    await world.until('the edit', async () => (await notes()).at(-1)!.text === 'It is the cache');
    people().deleteMessage({ as: qa.id, channel, message });
    await world.until('the deletion', async () => (await notes()).at(-1)!.gone);

    people().createMessage({
      as: handler.id,
      channel: channels.triage,
      thread: play.card(name)!.id,
      text: 'Let us call them',
    });
    await world.until(
      'the note of the moderators',
      async () => (await notes()).at(-1)!.text === 'Let us call them',
    );
    expect((await notes()).at(-1)).toMatchObject({ author: handler.id, department: null });
  });

  it('answers for the member: a draft with its author, which goes out when the handler sends it', async () => {
    await fill('Answer for the member', 'Please install 4.3, it is mended there');
    await shows('the draft', () => play.card(name)!, 'Please install 4.3', 'Waiting for your click');
    await world.settled();
    expect(play.answers(source).some(({ text }) => text.includes('4.3'))).toBe(false);

    await play.press(play.card(name)!, 'Send answer');
    await world.until('the answer', () =>
      play.answers(source).find(({ text }) => text.includes('Please install 4.3')),
    );
  });

  it('says fixed, elsewhere and no, each with what the handler needs', async () => {
    await fill('Handled elsewhere', 'See https://tracker.example/42 please');
    await shows('the link', () => play.card(name)!, 'handled elsewhere', 'https://tracker.example/42');
    await fill('Decline', 'Not ours, it is the phone');
    await told('Not ours, it is the phone');
    await fill('Fixed', 'Shipped in 4.3');
    await shows('that it is fixed', () => play.card(name)!, 'fixed by', 'Shipped in 4.3');
  });

  it('speaks of a case that has ended: the words are kept, its handler hears them and can reopen it', async () => {
    await play.type(`/feedback dismiss ${name} Nothing to do`);
    await world.until('the card to be done', () => visible(escalation() ?? inChannel().at(0)!).length > 0);
    people().createMessage({
      as: qa.id,
      channel: channels.qa,
      thread: inChannel().find((each) => visible(each).includes(`${name} ·`))!.id,
      text: 'One more thing',
    });
    const late = await told('One more thing');
    expect(
      await play.type(`/feedback department ${name} fixed text:Again`, { as: qa.id, channel: channels.qa }),
    ).toContain('has ended');
    expect((await notes()).some(({ text }) => text.includes('Again'))).toBe(true);
    expect(
      await play.type(`/feedback note ${name} Seen again`, { as: qa.id, channel: channels.qa }),
    ).toContain('which has ended');
    await play.press(late, 'Reopen');
    await shows('the case open again', () => play.card(name)!, 'reopened');
  });

  it('and the member has seen nothing of it', async () => {
    await world.settled();
    const seen = [...play.answers(source), ...play.inbox(member.id)].map(visible).join('\n');
    for (const inside of [
      'tablets',
      'cache',
      'Which version',
      '4.2',
      'call them',
      'tracker',
      'Not ours',
      'Shipped',
      'One more thing',
    ])
      expect(seen).not.toContain(inside);
  });
});
