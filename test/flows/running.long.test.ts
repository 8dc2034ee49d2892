import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { startApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { playOn, visible } from '../support/play.ts';
import { openWorld, STAGES, type World, type WorldOptions } from '../support/world.ts';

describe.each(STAGES)('running on $platform', (stage) => {
  const { platform, handler, lead, channels } = stage;
  let world: World | undefined;
  const others: App[] = [];

  const open = async (options: WorldOptions) => {
    world = await openWorld(options);
    return { world, play: playOn(world, stage) };
  };
  afterEach(async () => {
    for (const app of others.splice(0)) await app.close();
    await world?.close();
    world = undefined;
  });

  it('goes on where it stopped: what was flagged before is followed up after', async () => {
    const { world: here, play } = await open({
      policy: [
        [['severities', 'normal', 'updateDue'], '3s'],
        [['ladder', 'lead'], '1h'],
      ],
    });
    const { message } = await play.openCase('Before the restart');
    await here.until('the answer', () => play.answers(message).length === 1);
    await here.restart();
    await here.until('the reminder', () =>
      play.inbox(handler.id).some((each) => visible(each).includes('waiting for you')),
    );
    await here.settled();
    expect(play.answers(message)).toHaveLength(1);
  });

  it('hears what was flagged while it was away', async () => {
    const { world: here, play } = await open({});
    await here.app.close();
    const message = play.post('Nobody was there');
    play.flag(message);
    await here.restart();
    await here.until('the answer', () => play.answers(message).length === 1);
  });

  it('shares its work among processes with one role each', async () => {
    const { world: here, play } = await open({ withoutBot: true });
    for (const role of ['worker', 'web', 'gateway']) {
      others.push(
        await startApp(readConfig({ ...here.env, HEARBACK_ROLES: role }), {
          log: createLog('silent'),
          root: process.cwd(),
        }),
      );
    }
    await here.until(
      'each to be well',
      async () => (await Promise.all(others.map((app) => app.problems()))).flat().length === 0,
    );
    const { message } = await play.openCase('Three processes');
    await here.until('the answer', () => play.answers(message).length === 1);
  });

  it('reminds once although the whole queue was wiped meanwhile', async () => {
    const { world: here, play } = await open({
      policy: [
        [['severities', 'normal', 'updateDue'], '3s'],
        [['ladder', 'lead'], '1h'],
      ],
    });
    const { message } = await play.openCase('The queue forgets');
    await here.until('the answer', () => play.answers(message).length === 1);
    await here.settled();
    await here.wipeQueue();
    const reminders = () =>
      play.inbox(handler.id).filter((each) => visible(each).includes('waiting for you'));
    await here.until('the reminder', () => reminders().length > 0);
    await here.settled();
    expect(reminders()).toHaveLength(1);
  });

  it('reminds the lead when the handler does not react, and nobody after somebody has', async () => {
    const { world: here, play } = await open({
      policy: [
        [['severities', 'normal', 'updateDue'], '1s'],
        [['ladder', 'lead'], '1s'],
      ],
    });
    const { name } = await play.openCase('Nobody reacts');
    const atLead = () => play.inbox(lead.id).filter((each) => visible(each).includes('waiting for you'));
    await here.until('the reminder to the lead', () => atLead().length > 0);
    const reminder = atLead()[0]!;
    expect(visible(reminder)).toContain('was reminded before');
    await play.type(`/feedback dismiss ${name} settled in person`);
    const told = play.inbox(handler.id).length + atLead().length;
    await here.settled();
    expect(await here.sql("select from hearback.clock where state = 'running'")).toEqual([]);
    expect(play.inbox(handler.id).length + atLead().length).toBe(told);
  });

  it('presses of the reminder: Open shows the case, Snooze and Hand over open a form, Done ends the waiting', async () => {
    const { world: here, play } = await open({
      policy: [
        [['severities', 'normal', 'updateDue'], '1s'],
        [['ladder', 'lead'], '1h'],
      ],
    });
    await play.openCase('Four buttons');
    const reminder = await here.until('the reminder', () =>
      play.inbox(handler.id).find((each) => visible(each).includes('waiting for you')),
    );
    const people = here.on(platform);
    const opened = await play.press(reminder, 'Open');
    expect(opened.error).toBeNull();
    await here.until('the case', () =>
      play.inbox(handler.id).some((each) => each.ephemeral && visible(each).includes('What happened')),
    );
    expect((await play.press(reminder, 'Hand over')).form?.title).toContain('Hand over');
    const { form } = await play.press(reminder, 'Snooze');
    await people.submit({ as: handler.id, form: form!.id, values: { for: '1d' } });
    await here.until(
      'the snooze',
      async () => (await here.sql('select from hearback.cases where snoozed_until is not null')).length === 1,
    );
    expect((await play.press(reminder, 'Done')).error).toBeNull();
    await here.until(
      'the clock to start anew',
      async () => (await here.sql("select from hearback.history where action = 'followed_up'")).length === 1,
    );
  });

  it('sends copies to the channels a department names', async () => {
    const leads = platform === 'slack' ? 'C0LEADS' : '1100000000000000206';
    const at = platform === 'slack' ? 0 : 1;
    const { world: here, play } = await open({
      policy: [[['workspaces', at, 'departments', 'qa', 'cc'], [leads]]],
    });
    const { name } = await play.openCase('For QA and the leads');
    await play.type(`/feedback route ${name} qa`);
    for (const channel of [channels.qa, leads]) {
      await here.until('the card', () =>
        here
          .on(platform)
          .messages({ as: lead.id, channel })
          .some((each) => visible(each).includes('For QA and the leads')),
      );
    }
  });

  it('posts no card into a triage channel that is public, and tells the handler why', async () => {
    const at = platform === 'slack' ? 0 : 1;
    const { world: here, play } = await open({ policy: [[['workspaces', at, 'triage'], channels.general]] });
    play.flag(play.post('Careful with this'));
    await here.until('word to the handler', () =>
      play.inbox(handler.id).some((each) => visible(each).includes('is public')),
    );
    const inPublic = here
      .on(platform)
      .messages({ as: handler.id, channel: channels.general })
      .filter(({ author }) => author.isBot);
    expect(inPublic).toEqual([]);
  });

  it('is not ready when it listens to a community the policy does not know', async () => {
    const at = platform === 'slack' ? 0 : 1;
    const elsewhere = platform === 'slack' ? 'T0ELSEWHERE' : '1199999999999999999';
    const { world: here } = await open({
      withoutBot: true,
      policy: [[['workspaces', at, 'id'], `${platform}:${elsewhere}`]],
    });
    const app = await startApp(readConfig(here.env), { log: createLog('silent'), root: process.cwd() });
    others.push(app);
    await here.until('the one problem that stays', async () => {
      const found = await app.problems();
      return found.length === 1 && found[0]!.includes(elsewhere);
    });
    expect((await fetch(`${app.url}/readyz`)).status).toBe(503);
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  });

  it('ends by itself, cleanly, on SIGTERM in the middle of work', async () => {
    const { world: here, play } = await open({ withoutBot: true });
    const bot = fork('test/support/bot.mjs', {
      env: { PATH: process.env['PATH'], ...here.env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await once(bot, 'message');
    play.flag(play.post('Right before the end'));
    const gone = once(bot, 'exit');
    bot.kill('SIGTERM');
    expect(await gone).toEqual([0, null]);
  });
});

describe('completing on Discord', () => {
  it('offers open cases, departments and severities to staff, and nothing to members', async () => {
    const stage = STAGES[1]!;
    const world = await openWorld();
    try {
      const play = playOn(world, stage);
      const { name } = await play.openCase('Complete me');
      const complete = (as: string, text: string) =>
        world.sandbox.discord.complete({ as, channel: stage.channels.general, text });
      expect(await complete(stage.handler.id, '/feedback claim case:Compl')).toEqual([
        { label: expect.stringContaining(name), value: name },
      ]);
      expect(
        (await complete(stage.handler.id, `/feedback route case:${name} department:supp`)).map(
          ({ value }) => value,
        ),
      ).toEqual(['support']);
      expect(await complete(stage.member.id, '/feedback claim case:F')).toEqual([]);
    } finally {
      await world.close();
    }
  });
});

describe('metrics', () => {
  it('count what happened, without a word of what was said', async () => {
    const stage = STAGES[0]!;
    const world = await openWorld();
    try {
      const play = playOn(world, stage);
      await play.openCase('A secret wish');
      await play.type('/feedback list');
      const text = await (await fetch(`${world.app.url}/metrics`)).text();
      expect(text).toContain('hearback_events_total{platform="slack",meaning="flag"} 1');
      expect(text).toContain('hearback_commands_total{platform="slack",command="list",outcome="answered"} 1');
      expect(text).not.toContain('secret wish');
    } finally {
      await world.close();
    }
  });
});
