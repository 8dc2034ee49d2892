import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openWorld, STAGES, type World } from '../support/world.ts';
import { playOn, visible, type Play } from '../support/play.ts';

/** Discord's: there a permission of channels can be taken away without closing direct messages too. */
const stage = STAGES[1]!;

describe('when the triage channel cannot be posted in', () => {
  let world: World;
  let play: Play;
  const people = () => world.on(stage.platform);
  const alerts = () =>
    play
      .inbox(stage.handler.id)
      .filter((each) => visible(each).includes('cannot post in the triage channel'));
  const waiting = () =>
    world.sql<{ outbox_id: string }>(
      "select outbox_id from hearback.outbox where kind = 'deliver' and done_at is null and failed_at is null",
    );
  /** The minute after which a card is tried again has passed. */
  const aMinuteLater = async () => {
    const rows = await world.sql<{ generation: number }>(
      `update hearback.outbox set run_at = now(), generation = generation + 1, dispatched_at = null
       where kind = 'deliver' and done_at is null and failed_at is null and run_at > now() returning outbox_id, generation`,
    );
    await world.until('every card to be tried again', async () => {
      const [left] = await world.sql<{ count: string }>(
        "select count(*) from hearback.outbox where kind = 'deliver' and done_at is null and failed_at is null and run_at <= now() + interval '5 s'",
      );
      return Number(left!.count) === 0;
    });
    return rows.length;
  };
  const flagTwo = async () => {
    for (const text of ['first complaint', 'second complaint']) play.flag(play.post(text));
    await world.until('both cards to wait', async () => {
      const [left] = await world.sql<{ count: string }>(
        "select count(*) from hearback.outbox where kind = 'deliver' and done_at is null and run_at > now() + interval '5 s'",
      );
      return Number(left!.count) === 2;
    });
  };

  beforeAll(async () => {
    world = await openWorld({
      policy: [
        [['severities', 'normal', 'firstResponse'], '1d'],
        [['severities', 'normal', 'updateDue'], '2d'],
      ],
    });
    play = playOn(world, stage);
  });
  afterAll(() => world.close());

  it('the handler is told once, not for every card and every minute, and again when it breaks again', async () => {
    people().fault({ kind: 'missing_scope', scope: 'EMBED_LINKS' });
    await flagTwo();
    await world.until('the handler to be told', () => alerts().length > 0);
    for (let minute = 1; minute <= 3; minute += 1) expect(await aMinuteLater()).toBe(2);
    expect(alerts()).toHaveLength(1);
    expect(visible(alerts()[0]!)).toContain('Embed Links');

    people().clearFaults();
    expect(await aMinuteLater()).toBe(2);
    await world.settled();
    expect(await waiting()).toEqual([]);
    expect(play.inTriage()).toHaveLength(2);

    people().fault({ kind: 'missing_scope', scope: 'EMBED_LINKS' });
    await flagTwo();
    await world.until('the handler to be told again', () => alerts().length > 1);
    await aMinuteLater();
    expect(alerts()).toHaveLength(2);
  });
});
