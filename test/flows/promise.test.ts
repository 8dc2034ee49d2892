import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseDocument } from 'yaml';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type World } from '../support/world.ts';

/** An hour in which nobody is reminded before the last second. */
const CALM = { firstResponse: '1h', updateDue: '1h', departmentAnswer: '1h' };

describe('what a member was promised', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({
      policy: [
        [['severities', 'normal'], CALM],
        [['updates', 'remindBefore'], '1s'],
        [['ladder'], { lead: '1h', together: '1s' }],
      ],
    });
  });
  afterAll(() => world?.close());

  const promise = (name: string, workspaceId: string) =>
    world.sql<{ deadline: Date; step: number }>(
      `select deadline, step from hearback.clock join hearback.cases using (case_id)
       where clock.kind = 'update_due' and clock.state = 'running' and workspace_id = $1 and number = $2`,
      [workspaceId, Number(name.split('-')[1])],
    );
  const reminders = (play: Play, person: string, name: string) =>
    play.inbox(person).filter((each) => visible(each).includes(name)).length;

  it('is said in time: a policy that reminds earlier counts for clocks that run, the reminder brings the words, and a department that speaks is waited for no longer', async () => {
    const cases = [];
    for (const stage of STAGES) {
      const play = playOn(world, stage);
      const { message, name } = await play.openCase('The export is broken');
      await world.until('the answer', () => play.answers(message).length === 1);
      await world.until('the promise', async () => (await promise(name, stage.workspaceId)).length === 1);
      cases.push({ play, message, name, ...stage });
    }
    await world.settled();
    // Fifty of the sixty minutes pass.
    await world.sql(
      `update hearback.clock set started_at = started_at - interval '50 minutes', deadline = deadline - interval '50 minutes',
         due_at = due_at - interval '50 minutes'`,
    );
    const promised = await Promise.all(cases.map(({ name, workspaceId }) => promise(name, workspaceId)));

    const file = world.env['HEARBACK_CONFIG']!;
    const good = readFileSync(file, 'utf8');
    writeFileSync(file, `${good}\nupdates: { remindBefore: soon }\n`);
    const next = parseDocument(good, { intAsBigInt: true });
    next.setIn(['updates', 'remindBefore'], '30m');
    writeFileSync(file, next.toString());

    for (const [index, { play, handler, name, workspaceId }] of cases.entries()) {
      await world.until('the reminder', () => reminders(play, handler.id, name) === 1);
      const [now] = await promise(name, workspaceId);
      expect(now!.deadline).toEqual(promised[index]![0]!.deadline);
      expect(now!.step).toBeGreaterThan(0);
    }
    expect(await world.sql('select generation from hearback.policy_seen')).toEqual([{ generation: 1 }]);

    for (const { play, message, name, workspaceId } of cases) {
      const card = await world.until('the words', () => {
        const found = play.card(name);
        return found && visible(found).includes('forgotten you') ? found : null;
      });
      await play.press(card, 'Send answer');
      await world.until('the update', () => play.answers(message).length === 2);
      expect(visible(play.answers(message)[1]!)).toContain('hear from us again by');
      await world.until('the next promise', async () => (await promise(name, workspaceId))[0]?.step === 0);
    }
    for (const { play, name, workspaceId, platform, qa, channels } of cases) {
      await play.type(`/feedback route ${name} qa`);
      const asked = async () =>
        world.sql(
          `select clock.state, met from hearback.clock join hearback.cases using (case_id)
           where clock.kind = 'department_answer' and workspace_id = $1`,
          [workspaceId],
        );
      expect([platform, await asked()]).toEqual([platform, [{ state: 'running', met: false }]]);
      await play.type(`/feedback note ${name} Found it`, { as: qa.id, channel: channels.qa });
      expect([platform, await asked()]).toEqual([platform, [{ state: 'stopped', met: true }]]);
    }
    await world.settled();
    await world.restart();
    await world.settled();
    for (const { play, message, handler, name } of cases) {
      expect([reminders(play, handler.id, name), play.answers(message).length]).toEqual([1, 2]);
      expect(await play.type('/feedback promises')).toContain('This month: 100% kept, 1 of 1');
    }
  });
});
