import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type World } from '../support/world.ts';

describe('searching', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ withoutAddress: true });
  });
  afterAll(() => world?.close());

  const noted = (workspaceId: string) =>
    world.sql<{ actor: string; cases: string }>(
      `select actor_id as actor, detail ->> 'cases' as cases from hearback.audit where workspace_id = $1 and action = 'cases_listed'`,
      [workspaceId],
    );

  it.each(STAGES)(
    'finds what one may read, tells nobody else, and goes on with a click, on $platform',
    async (stage) => {
      const { platform, handler, moderator, member, qa, channels, workspaceId } = stage;
      const play: Play = playOn(world, stage);
      const people = world.on(platform);
      const as = { as: qa.id, channel: channels.qa };
      const late = await play.openCase('The zeppelin is late, and nobody of you answers');
      const rude = await play.openCase('Somebody was rude in the zeppelin');
      await play.type(`/feedback route ${late.name} qa`);
      await play.type(`/feedback note ${rude.name} It was the quixotic one`);
      await play.type(
        `/feedback exclude ${rude.name} ${platform === 'slack' ? `@${moderator.name}` : `<@${moderator.id}>`}`,
        {
          as: stage.lead.id,
        },
      );
      await world.settled();
      const open = () => people.messages({ as: member.id, channel: channels.open }).length;
      const before = open();

      const found = await play.type('/feedback search zepelin');
      expect(found).toContain('2 cases');
      expect(found).toContain(late.name);
      expect(found).toContain(rude.name);
      expect(await play.type('/feedback search quixotic')).toContain('in a note');
      // Kept out, a department, and whoever has no role.
      const kept = await play.type('/feedback search zeppelin', { as: moderator.id });
      expect(kept).toContain(late.name);
      expect(kept).not.toContain(rude.name);
      const theirs = await play.type('/feedback search zeppelin', as);
      expect(theirs).toContain('One case');
      expect(theirs).not.toContain(rude.name);
      expect(await play.type('/feedback search quixotic', as)).toContain('Nothing was found');
      // Only who asked has seen anything of it.
      expect(open()).toBe(before);
      expect(
        await play.type('/feedback search zeppelin', { as: member.id, channel: channels.open }),
      ).not.toContain('FB-');
      expect(await play.type('/feedback search kin:refund')).toContain(
        'At character 1: there is no filter "kin:". Did you mean kind:?',
      );
      expect((await noted(workspaceId)).filter(({ actor }) => actor === qa.id)).toEqual([
        { actor: qa.id, cases: late.name.split('-')[1] },
      ]);

      // Without a web address the table comes as a file, with what whoever asked may see, and to nobody else.
      const tableFor = async (reader: string, channel = channels.triage) => {
        const had = play.inbox(reader).length;
        expect(await play.type('/feedback export zeppelin', { as: reader, channel })).toContain(
          'by direct message',
        );
        await world.settled();
        const news = play.inbox(reader).slice(had);
        expect(news.map(visible).join()).toContain('zeppelin');
        const { url } = news.flatMap(({ files }) => files).find(({ name }) => /^cases-.*\.csv$/.test(name))!;
        return (await fetch(new URL(url, world.sandbox.url))).text();
      };
      const shown = () => [play.inTriage().length, open()];
      const shownBefore = shown();
      const whole = await tableFor(handler.id);
      expect([late.name, rude.name].every((name) => whole.includes(`"${name}"`))).toBe(true);
      expect(await tableFor(moderator.id)).not.toContain(rude.name);
      expect(await tableFor(qa.id, channels.qa)).not.toContain(rude.name);
      expect(shown()).toEqual(shownBefore);

      await world.sql(
        `insert into hearback.cases (workspace_id, number, state, severity, kind, member_id, member_name, quote, language, opened_at)
         select $1, 1000 + nth, 'open', 'normal', 'feedback', 'x', 'Xenia', 'A walrus, number ' || nth, 'en', now() from generate_series(1, 13) as nth`,
        [workspaceId],
      );
      const first = await play.type('/feedback search walrus');
      expect(new Set(first.match(/FB-1\d{3}/g))).toHaveProperty('size', 10);
      const shownToThem = () =>
        [...people.messages({ as: handler.id, channel: channels.triage }), ...play.inbox(handler.id)].filter(
          (each) => each.ephemeral && visible(each).includes('walrus'),
        );
      await play.press(shownToThem().at(-1)!, 'More');
      const rest = await world.until('the rest', () =>
        shownToThem()
          .map(visible)
          .find((each) => each.includes('3 more')),
      );
      expect(new Set(rest.match(/FB-1\d{3}/g))).toEqual(new Set(['FB-1001', 'FB-1002', 'FB-1003']));
    },
  );
});
