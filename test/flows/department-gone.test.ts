import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

// A department whose channel was deleted, and one whose channel the bot was removed from.

const DELETED = { slack: 'C0DELETED', discord: '1100000000000000999' };

let world: World;
beforeAll(async () => {
  world = await openWorld({
    policy: STAGES.flatMap(({ platform, channels }, index) => [
      [['workspaces', index, 'departments', 'qa', 'channel'], DELETED[platform]],
      [['workspaces', index, 'departments', 'support', 'channel'], channels.withoutBot],
    ]),
  });
});
afterAll(() => world?.close());

describe.each(STAGES)('on $platform', (stage: Stage) => {
  const ofHere = `join hearback.cases using (case_id) where cases.workspace_id = '${stage.workspaceId}'`;
  let play: Play;

  const said = (words: string) => play.inTriage().filter((each) => visible(each).includes(words));
  /** The minute after which a card is tried again has passed. */
  const aMinuteLater = async () => {
    await world.sql(
      `update hearback.outbox set run_at = now(), generation = generation + 1, dispatched_at = null
       where kind = 'deliver' and done_at is null and failed_at is null and run_at > now()`,
    );
    await world.until('everything to wait for another minute', async () => {
      const left = await world.sql(
        "select 1 from hearback.outbox where kind = 'deliver' and done_at is null and failed_at is null and run_at <= now() + interval '5 s'",
      );
      return left.length === 0;
    });
  };

  it('the moderators hear once of each channel, words that cannot be told are not lost, and the clocks go on', async () => {
    play = playOn(world, stage);
    const { name: first } = await play.openCase('It closes by itself');
    const { name: second } = await play.openCase('The map is empty');
    for (const name of [first, second])
      for (const department of ['qa', 'support']) await play.type(`/feedback route ${name} ${department}`);
    await play.type(`/feedback department ${second} tell "text:It is 4.2" department:qa`);
    await world.until('both to be told of', () => said('A department could not be reached').length === 2);
    await world.until('the words to be told of', () => said('A department could not be told').length === 1);
    await aMinuteLater();
    await aMinuteLater();

    const told = said('A department could not be reached').map(visible);
    expect(told).toHaveLength(2);
    for (const name of ['QA', 'Support'])
      expect(told).toContainEqual(expect.stringContaining(`Escalations to ${name} cannot be posted`));
    expect(said('What was written for QA is not in its channel')).toHaveLength(1);
    const waited = await world.sql(
      `select 1 from hearback.clock ${ofHere} and clock.kind = 'department_answer' and clock.state = 'running'`,
    );
    const cards = await world.sql(
      `select 1 from hearback.delivery ${ofHere} and body ->> 'type' = 'escalation' and delivery.state <> 'failed' and posted_message is null`,
    );
    expect([waited.length, cards.length]).toEqual([4, 4]);
  });
});
