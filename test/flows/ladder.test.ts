import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MessageView } from '../../sandbox/platform.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type PolicyChange, type Stage, type World } from '../support/world.ts';

// Reminders climb while nobody acts, and stop the moment somebody does. Times are seconds in here.

const GONE = { slack: 'U0GONE', discord: '1100000000000000999' };
const LONG = '1h';

function policyOf({ platform, lead, other, handler, moderator }: Stage, index: number): PolicyChange[] {
  const at = ['workspaces', index];
  return [
    [[...at, 'roles', 'lead'], { people: [GONE[platform], lead.id] }],
    [[...at, 'roles', 'management'], { people: [other.id] }],
    [[...at, 'standIns'], { [handler.id]: moderator.id }],
  ];
}

let world: World;

beforeAll(async () => {
  world = await openWorld({
    policy: [
      [['severities', 'normal', 'updateDue'], LONG],
      [['severities', 'normal', 'firstResponse'], LONG],
      // A question to the helpers has no answer: its first one is still due.
      [['kinds', 'refund', 'playbook'], 'product'],
      [
        ['ladder'],
        { again: '1s', standIn: '1s', lead: '1s', moderators: '1s', management: '1s', together: '5s' },
      ],
      ...STAGES.flatMap(policyOf),
    ],
  });
});
afterAll(() => world?.close());

/** Its promise rings at that moment, as if the time for it were over. */
async function dueIn(names: string[], { workspaceId }: Stage, seconds: number): Promise<void> {
  await world.sql(
    `with moved as (
       update hearback.clock k set due_at = now() + $3 * interval '1 second', generation = generation + 1
       from hearback.cases c where c.case_id = k.case_id and c.workspace_id = $1 and 'FB-' || c.number = any($2)
         and k.kind = 'update_due' and k.state = 'running' returning k.clock_id, k.generation, k.due_at)
     insert into hearback.outbox (kind, data, key, run_at, added_at)
     select 'ring-clock', jsonb_build_object('clockId', clock_id, 'generation', generation), 'ring-' || clock_id || '-' || generation, due_at, now()
     from moved`,
    [workspaceId, names, seconds],
  );
}

async function answeredCase(play: Play, text: string): Promise<string> {
  const { name, message } = await play.openCase(text);
  await world.until('the answer', () => play.answers(message).length > 0);
  await world.settled();
  return name;
}

const about = (messages: MessageView[], name: string) =>
  messages.filter((each) => !each.ephemeral && visible(each).includes(name) && /waiting/.test(visible(each)));

describe('a reminder nobody reacts to', () => {
  it('climbs to management on both platforms, says who is gone, and rests once the words it brought are sent', () =>
    Promise.all(STAGES.map(climbs)));
});

async function climbs(stage: Stage): Promise<void> {
  const { handler, moderator, lead, other, workspaceId } = stage;
  const play = playOn(world, stage);
  const heard = (person: { id: string }) => about(play.inbox(person.id), name);
  const name = await answeredCase(play, 'The export is broken');
  await dueIn([name], stage, 0);
  await world.until('management', () => heard(other).length > 0);

  expect(heard(handler)).not.toEqual([]);
  expect(heard(moderator)).not.toEqual([]);
  expect(heard(lead).map(visible).join()).toContain(
    'has left the community; name another lead in hearback.yaml',
  );
  expect(play.inTriage().some((each) => visible(each).includes(`${name} is waiting`))).toBe(true);
  const history = await world.sql<{ rung: string }>(
    `select detail ->> 'rung' as rung from hearback.history join hearback.cases using (case_id)
     where workspace_id = $1 and 'FB-' || number = $2 and action = 'reminded' order by history_id`,
    [workspaceId, name],
  );
  expect(history.map(({ rung }) => rung)).toEqual([
    'responsible',
    'again',
    'standIn',
    'lead',
    'moderators',
    'management',
  ]);
  const [first] = heard(handler);
  expect((await play.press(first!, 'Send')).error).toBeNull();
  await world.until('the ladder to begin anew', async () => (await promiseOf(name, stage))?.step === 0);
}

async function promiseOf(name: string, { workspaceId }: Stage) {
  const [clock] = await world.sql<{ step: number; rested: boolean; later: boolean }>(
    `select step, generation = rested_generation as rested, due_at > now() as later
     from hearback.clock join hearback.cases using (case_id)
     where workspace_id = $1 and 'FB-' || number = $2 and clock.kind = 'update_due' and clock.state = 'running'`,
    [workspaceId, name],
  );
  return clock;
}

describe.each(STAGES)('reminders on $platform', (stage) => {
  const { handler, lead } = stage;
  const play = () => playOn(world, stage);
  const heard = (person: { id: string }, name: string) => about(play().inbox(person.id), name);

  it('of two cases that are due together come as one message, with buttons for each', async () => {
    const names = [
      await answeredCase(play(), 'The map is upside down'),
      await answeredCase(play(), 'No sound'),
    ];
    await dueIn(names.slice(0, 1), stage, 1);
    await dueIn(names.slice(1), stage, 3);
    const both = await world.until('one message', () =>
      play()
        .inbox(handler.id)
        .find((each) => /2 cases are waiting for you/.test(visible(each))),
    );
    for (const name of names) expect(visible(both)).toContain(name);
    const first = await world.sql<{ count: number }>(
      `select count(*)::int as count from hearback.history join hearback.cases using (case_id)
       where workspace_id = $1 and 'FB-' || number = any($2) and action = 'reminded' and detail ->> 'rung' = 'responsible'`,
      [stage.workspaceId, names],
    );
    // The second was rung with the first, and not once more when it was due.
    expect(first).toEqual([{ count: 2 }]);
    const done = both.actions.filter(({ label }) => /Done/.test(label));
    expect(done).toHaveLength(2);
    for (const { id } of done) expect((await play().press(both, id)).error).toBeNull();
    await world.until('both to rest', async () =>
      (await Promise.all(names.map((name) => promiseOf(name, stage)))).every((clock) => clock?.step === 0),
    );
  });

  it('rest when somebody does anything about the case', async () => {
    const name = await answeredCase(play(), 'The tickets never came');
    await dueIn([name], stage, 0);
    await world.until('a reminder', () => heard(handler, name).length > 0);
    await play().type(`/feedback note ${name} I am on it`);
    const clock = await promiseOf(name, stage);
    expect(clock).toMatchObject({ step: 0, rested: true });
    await play().type(`/feedback dismiss ${name} done`);
  });

  it('go to the stand-in of whoever is away, and back again', async () => {
    const alone = stage.platform === 'discord' ? `until:3d stand-in:${lead.id}` : `3d stand-in:<@${lead.id}>`;
    expect(await play().type(`/feedback away ${alone}`)).toMatch(/away until/);
    const name = await answeredCase(play(), 'The door is locked');
    await dueIn([name], stage, 0);
    const [toLead] = await world.until('the stand-in', () => {
      const found = heard(lead, name);
      return found.length > 0 ? found : null;
    });
    expect(visible(toLead!)).toMatch(/is away until .*so this came to you/);
    expect(heard(handler, name)).toEqual([]);
    await play().type(`/feedback dismiss ${name} done`);
    expect(await play().type('/feedback away back')).toMatch(/Welcome back/);
  });

  it.each([
    ['oneself', () => handler.id, /Nobody stands in for themselves/],
    // Discord itself offers only people of the server.
    ...(stage.platform === 'slack'
      ? [['somebody who has left', () => GONE.slack, /have left the community/] as const]
      : []),
    ['a member', () => stage.member.id, /do not work on cases here/],
  ])('cannot be left to %s', async (_what, who, wanted) => {
    const typed = stage.platform === 'discord' ? `until:3d stand-in:${who()}` : `3d stand-in:<@${who()}>`;
    expect(await play().type(`/feedback away ${typed}`)).toMatch(wanted);
  });

  it('about whose direct messages are closed stand in the triage channel, with a mention', async () => {
    const name = await answeredCase(play(), 'The stairs are wet');
    world.on(stage.platform).fault({ kind: 'dms_closed', person: handler.id });
    await dueIn([name], stage, 0);
    const card = await world.until('the card in its place', () =>
      play()
        .inTriage()
        .find((each) => visible(each).includes(`${name} is waiting`)),
    );
    expect(visible(card)).toContain(handler.id);
    world.on(stage.platform).clearFaults();
    await play().type(`/feedback dismiss ${name} done`);
  });
});
