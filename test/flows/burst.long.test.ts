import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBurst, withOpenChannels } from '../../sandbox/burst.ts';
import { discordSeed, slackSeed } from '../../sandbox/seed.ts';
import { startApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { openWorld, type World } from '../support/world.ts';

/** On each platform. */
const FLAGS = 20;
/** How much quicker than in life the limits count, and the bot's idea of them: a loaded machine is late by a little. */
const LIMITS_SPEED = 7;
const PACE_SPEED = 5;

describe('a burst of flags, on platforms that keep their limits', () => {
  const seeds = { slack: withOpenChannels(slackSeed), discord: withOpenChannels(discordSeed) };
  let world: World;
  const apps: App[] = [];

  beforeAll(async () => {
    world = await openWorld({
      withoutBot: true,
      sandbox: { limits: { speed: LIMITS_SPEED }, seeds },
      policy: [
        [['severities', 'normal', 'firstResponse'], '1d'],
        [['severities', 'normal', 'updateDue'], '2d'],
      ],
    });
    for (const roles of ['gateway,worker,web', 'worker'])
      apps.push(
        await startApp(readConfig({ ...world.env, HEARBACK_ROLES: roles }), {
          log: createLog(world.env['LOG_LEVEL'] ?? 'silent'),
          root: process.cwd(),
          paceSpeed: PACE_SPEED,
        }),
      );
    await world.until('the bot to be ready', async () => (await apps[0]!.problems()).length === 0);
  });
  afterAll(async () => {
    for (const app of apps) await app.close();
    await world.close();
  });

  it('two programs answer each once, and neither platform ever has to say "too many"', async () => {
    const looks = [
      startBurst(world.on('slack'), seeds.slack, FLAGS),
      startBurst(world.on('discord'), seeds.discord, FLAGS),
    ];
    await world.settled();

    for (const look of looks)
      expect(look()).toMatchObject({ receipts: FLAGS, answers: FLAGS, cards: FLAGS, twice: 0, refused: [] });
  });

  it('people are answered at once while a burst drains', async () => {
    const looks = [
      startBurst(world.on('slack'), seeds.slack, 12, 'remark'),
      startBurst(world.on('discord'), seeds.discord, 12, 'remark'),
    ];
    for (const [platform, seed] of Object.entries(seeds)) {
      const [, , handler] = seed.people;
      const triage = seed.channels.find(({ name }) => name === 'feedback-triage')!.id;
      const people = world.on(platform as 'slack' | 'discord');
      const form = await people.command({ as: handler!.id, channel: triage, text: '/feedback new' });
      const list = await people.command({ as: handler!.id, channel: triage, text: '/feedback list' });
      expect([form.error, list.error]).toEqual([null, null]);
      expect(form.form).not.toBeNull();
    }
    await world.settled();
    for (const look of looks) expect(look()).toMatchObject({ answers: 12, twice: 0, refused: [] });
  });
});
