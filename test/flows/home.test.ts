import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type PolicyChange, type World } from '../support/world.ts';

/** No reminder comes by itself while the stories are played. */
const QUIET = ['low', 'normal', 'high', 'urgent'].flatMap((severity): PolicyChange[] => [
  [['severities', severity, 'firstResponse'], '8h'],
  [['severities', severity, 'updateDue'], '8h'],
]);

const slack = STAGES.find(({ platform }) => platform === 'slack')!;

let world: World;
beforeAll(async () => {
  world = await openWorld({ policy: QUIET });
  // Tests have no time: each page was drawn long ago, so the next change is drawn at once.
  await world.sql(
    `create function hearback.long_ago() returns trigger language plpgsql as
     $$ begin new.drawn_at := '2026-01-01'; return new; end $$`,
  );
  await world.sql(
    'create trigger home_long_ago before update of drawn_at on hearback.home for each row execute function hearback.long_ago()',
  );
});
afterAll(() => world?.close());

describe('the Home tab on Slack', () => {
  const { handler, moderator, member } = slack;
  let play: Play;
  let name: string;
  beforeAll(() => {
    play = playOn(world, slack);
  });

  const people = () => world.sandbox.slack;
  const page = (as: string): MessageView | undefined => people().messages({ as, channel: 'home' })[0];
  const says = (as: string) => (page(as) ? visible(page(as)!) : '');
  const until = (as: string, what: string, isSo: (words: string) => boolean) =>
    world.until(`the page ${what}`, () => isSo(says(as)));
  const press = (as: string, action: string) => people().press({ as, channel: 'home', message: '', action });
  const published = () =>
    people()
      .calls()
      .filter(({ method }) => method === 'views.publish');

  it('shows what is due when it is opened, and follows each change of a case', async () => {
    ({ name } = await play.openCase('The export has been empty since Friday'));
    people().openHome({ as: handler.id });
    await until(handler.id, 'with the case', (words) => words.includes(name));
    expect(says(handler.id)).toContain('Not taken yet, and yours to look at');
    expect(says(handler.id)).toMatch(/(first answer|update for the member) by/);

    expect(await press(handler.id, `claim?case=${name}`)).toMatchObject({ ok: true, form: null });
    await until(handler.id, 'of whose it is', (words) => words.includes('For you'));
    expect(says(handler.id)).not.toContain('Not taken yet');
  });

  it('says above the page what came of a button, and opens the form of another', async () => {
    const { form } = await press(handler.id, `snooze?case=${name}`);
    expect(form).toMatchObject({ title: expect.stringContaining('Snooze') });
    const done = await people().submit({ as: handler.id, form: form!.id, values: { for: '4h' } });
    expect(done.form).toMatchObject({ submit: '', intro: expect.stringContaining(`${name} rests until`) });
    await until(handler.id, 'of what rests', (words) => /Waits for others.*snoozed/.test(words));

    const written = await press(handler.id, `reply?case=${name}`);
    await people().submit({ as: handler.id, form: written.form!.id, values: { text: 'We are on it.' } });
    // A preview has buttons of its own, which no page can show: it comes directly.
    const preview = await world.until('the preview', () =>
      play.inbox(handler.id).find((each) => visible(each).includes('We are on it.')),
    );
    expect(preview.actions.map(({ label }) => label)).toEqual(
      expect.arrayContaining([expect.stringContaining('Send')]),
    );
    await until(handler.id, 'of the draft', (words) => words.includes('a draft of yours waits'));
    const draft = page(handler.id)!.actions.find(({ label }) => label === 'Send draft')!;
    await press(handler.id, draft.id);
    await world.until('the words above the page', () =>
      people()
        .inbox(handler.id)
        .forms.some(({ intro }) => intro?.includes('is on its way')),
    );
    await until(handler.id, 'of what was sent', (words) => words.includes('1 answer sent'));
    expect(says(handler.id)).not.toContain('a draft of yours');
  });

  it('is kind to a member, and shows them nothing of their own case', async () => {
    people().openHome({ as: member.id });
    await until(member.id, 'for members', (words) => words.includes('Your words count here'));
    expect(says(member.id)).not.toContain(name);
    expect(says(member.id)).not.toContain('export');
    expect(page(member.id)!.actions).toEqual([]);
    expect(await press(member.id, `claim?case=${name}`).catch((error: Error) => error.message)).toContain(
      'no such button',
    );
  });

  it('loses a case whose reader is kept out of it, and everything when they lose their role', async () => {
    const other = await play.openCase('Another thing altogether is broken');
    people().openHome({ as: moderator.id });
    await play.type(`/feedback assign ${other.name} ${mention(moderator.id)}`);
    await until(moderator.id, 'of the moderator', (words) => words.includes(other.name));

    await play.type(`/feedback exclude ${other.name} ${mention(moderator.id)}`);
    await until(moderator.id, 'without it', (words) => !words.includes(other.name));
    expect(says(moderator.id)).not.toContain('Another thing altogether');

    const third = await play.openCase('The search finds nothing at all');
    await play.type(`/feedback assign ${third.name} ${mention(moderator.id)}`);
    await until(moderator.id, 'with the third', (words) => words.includes(third.name));
    people().belong({ person: moderator.id, group: 'S0MODS', present: false });
    await until(moderator.id, 'of somebody without a role', (words) =>
      words.includes('Your words count here'),
    );
    expect(says(moderator.id)).not.toContain(third.name);
  });

  it('is drawn again by an event that comes twice and after a restart, and not when nothing is new', async () => {
    await world.settled();
    const before = published().length;
    people().fault({ kind: 'redeliver', times: 1 });
    people().openHome({ as: handler.id });
    await world.until('the page drawn again', () => published().length > before);
    await world.settled();
    await world.restart();
    await world.settled();
    const after = published().length;
    // Roles are looked at once more after every start: the pages are the same, and are left alone.
    await world.sql(
      `insert into hearback.outbox (kind, data, run_at, added_at)
       select 'refresh-home', jsonb_build_object('homeId', home_id), now(), now() from hearback.home`,
    );
    await world.sql("select pg_notify('hearback_outbox', '')");
    await world.settled();
    expect(published().length).toBe(after);

    people().fault({ kind: 'lost_answer', times: 1, method: 'views.publish' });
    const { name: late } = await play.openCase('Somebody else cannot log in');
    await until(handler.id, 'with what came after a lost answer', (words) => words.includes(late));
    await play.type(`/feedback claim ${late}`);
    await until(handler.id, 'of whose that is', (words) => new RegExp(`For you.*${late}`).test(words));
  });
});

describe.each(STAGES)('/feedback mine on $platform', (stage) => {
  it('is drawn anew in place by its own buttons', async () => {
    const { handler, channels, platform } = stage;
    const play = playOn(world, stage);
    const people = world.on(platform);
    const { name: first } = await play.openCase('The app forgets my language');
    const { name: second } = await play.openCase('The newsletter cannot be stopped');
    expect(await play.type('/feedback mine')).toContain('Not taken yet, and yours to look at');
    const answers = () =>
      people.messages({ as: handler.id, channel: channels.triage }).filter((each) => each.ephemeral);
    const shown = () => answers().find((each) => visible(each).includes('last seven days'))!;
    const count = answers().length;

    const select = shown().actions.find(({ type }) => type === 'select')!;
    await play.press(shown(), select.id, { value: second });
    const claim = () => shown().actions.find(({ id }) => id.startsWith(`claim?case=${second}&`));
    await world.until('the chosen one', () => claim() !== undefined);

    await play.press(shown(), claim()!.id);
    await world.until('whose it is', () => visible(shown()).includes(`${second} is yours now`));
    expect(visible(shown())).toMatch(/For you/);

    const { form } = await play.press(shown(), 'Snooze');
    await people.submit({ as: handler.id, form: form!.id, values: { for: '4h' } });
    await world.until('what rests', () => visible(shown()).includes(`${second} rests until`));
    expect(visible(shown())).toContain(first);
    expect(answers().length).toBe(count);

    // A preview takes the place of the page, leads back to it unsent, and to the page with what was done once it is sent.
    const reply = () => shown()?.actions.find(({ id }) => id.startsWith(`reply?case=${first}&`));
    await play.press(shown(), shown().actions.find(({ type }) => type === 'select')!.id, { value: first });
    await world.until('the other one', () => reply() !== undefined);
    const written = await play.press(shown(), reply()!.id);
    await people.submit({ as: handler.id, form: written.form!.id, values: { text: 'It speaks yours now.' } });
    const preview = () =>
      answers().find((each) => visible(each).includes('It speaks yours now.') && each.actions.length > 0)!;
    await world.until('the preview', preview);
    expect([answers().length, shown()]).toEqual([count, undefined]);
    await play.press(preview(), 'Back to your cases');
    await world.until('the page again', () => shown() && visible(shown()).includes('a draft of yours'));
    const send = shown().actions.find(({ id }) => id.startsWith(`send?case=${first}&`));
    await play.press(shown(), send!.id);
    await world.until('what was sent', () => shown() && visible(shown()).includes('is on its way'));
    expect(answers().length).toBe(count);
    if (platform === 'slack') return;
    expect(() => people.openHome({ as: handler.id })).toThrow('/feedback mine');
  });
});

function mention(id: string): string {
  return `<@${id}>`;
}
