import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type Stage, type World } from '../support/world.ts';

/** What nobody should ever send, and somebody will: each has to be survived, and none becomes anything. */
const ODD: unknown[] = [
  {},
  { type: 'reaction_added' },
  { type: 'reaction_added', user: 7, reaction: null, item: 'message', event_ts: {} },
  { type: 'reaction_added', user: 'U0MIA', reaction: 'triangular_flag_on_post', event_ts: '1.1', item: {} },
  {
    type: 'reaction_added',
    user: 'U0MIA',
    reaction: 'triangular_flag_on_post',
    event_ts: 'never',
    item: { type: 'message', channel: 'C0PRODUCT', ts: '1.1' },
  },
  {
    type: 'reaction_added',
    user: 'U0MIA',
    reaction: 'triangular_flag_on_post',
    event_ts: '1.1',
    item: { type: 'message', channel: null, ts: ['1.1'] },
  },
  {
    type: 'reaction_added',
    item: { type: 'file', file: 'F1' },
    user: 'U0MIA',
    reaction: 'x',
    event_ts: '1.1',
  },
  { type: 'message' },
  { type: 'message', subtype: 'message_changed' },
  { type: 'message', subtype: 'message_changed', message: 'gone', channel: 'C1', event_ts: '1.1' },
  { type: 'message', subtype: 'message_deleted', channel: 12 },
  { type: 'message', channel: 'C1', ts: '1.1', user: 'U1', text: { not: 'text' }, files: 'none' },
  { type: 'message', channel: 'C1', ts: 'now', user: 'U1', text: 'x', thread_ts: '1.0', files: [null, 7] },
  { type: 'message', subtype: 'something_new', channel: 'C1', ts: '1.1' },
  { type: 'message', channel: 'C1', ts: '1.1', thread_ts: '1.0', user: 'U1', text: 'x'.repeat(2_000_000) },
  { type: 'app_home_opened' },
  { type: 'never_heard_of_it', deep: { a: { b: [{}] } } },
  'words',
  null,
  [],
];

describe.each(STAGES)('intake on $platform', (stage: Stage) => {
  const { platform, member, handler, moderator, lead, channels } = stage;
  let world: World;
  let play: Play;

  const people = () => world.on(platform);
  const casesOf = (text: string) => world.sql('select from hearback.cases where quote = $1', [text]);
  const becomesOneCase = async (text: string) => {
    await world.until(`the case of "${text}"`, async () => (await casesOf(text)).length > 0);
    await world.settled();
    expect(await casesOf(text)).toHaveLength(1);
  };
  const looks = async () =>
    (await world.sql("select from hearback.outbox where kind = 'catch-up' and not data ? 'part'")).length;
  const readiness = async () =>
    (await fetch(`${world.app.url}/readyz`)).json() as Promise<{ problems: string[] }>;
  const isReady = () =>
    world.until('the bot to be well', async () => (await readiness()).problems.length === 0);
  const flagNow = (text: string) => {
    const message = play.post(text);
    play.flag(message);
    return message;
  };
  const raw = (payload: unknown) =>
    people().fault({ kind: 'raw_event', payload: payload as Record<string, unknown> });

  beforeAll(async () => {
    world = await openWorld({
      policy: [
        [['severities', 'normal', 'updateDue'], '3h'],
        [['workspaces', 0, 'roles', 'flagger'], { everyone: true }],
        [['workspaces', 1, 'roles', 'flagger'], { everyone: true }],
      ],
    });
    play = playOn(world, stage);
    await world.settled();
  });
  afterAll(() => world?.close());

  it('a flag set while the record is away is not lost, and becomes one case when it is back', async () => {
    const before = await looks();
    await world.setStoreReachable(false);
    flagNow('Flagged while the database was away');
    await world.until('the bot to notice', async () => (await readiness()).problems.length > 0);
    await world.setStoreReachable(true);
    await becomesOneCase('Flagged while the database was away');
    await isReady();
    // Slack sends it again, but not for ever: what could not be stored is looked for as well.
    if (platform === 'slack') await world.until('the look back', async () => (await looks()) > before);
  });

  it('five people at once, everything delivered twice, two bots: one case with five reporters', async () => {
    const second = await startApp(readConfig(world.env), { log: createLog('silent'), root: process.cwd() });
    try {
      await world.until('the second bot', async () => (await second.problems()).length === 0);
      people().fault({ kind: 'redeliver', times: 10 });
      const message = play.post('Five people at once');
      const five = [handler.id, moderator.id, lead.id, stage.qa.id, member.id];
      for (const as of five) play.flag(message, { as });
      await becomesOneCase('Five people at once');
      people().clearFaults();
      const reporters = await world.sql<{ user_id: string }>(
        `select user_id from hearback.case_reporter join hearback.cases using (case_id) where quote = 'Five people at once'`,
      );
      expect(reporters.map(({ user_id: id }) => id).toSorted()).toEqual(five.toSorted());
      expect(play.inTriage().filter((each) => visible(each).includes('Five people at once'))).toHaveLength(1);
    } finally {
      await second.close();
    }
  });

  it('shapes nobody has seen yet are survived and become nothing', async () => {
    const before = await world.sql('select from hearback.intake');
    for (const event of ODD)
      if (platform === 'slack') raw({ type: 'event_callback', ...ours(), event });
      else
        for (const t of [
          'MESSAGE_REACTION_ADD',
          'MESSAGE_CREATE',
          'MESSAGE_UPDATE',
          'MESSAGE_DELETE',
          'THREAD_CREATE',
          'GUILD_ROLE_UPDATE',
          'NEW',
        ])
          raw({ t, d: event });
    flagNow(`After everything odd on ${platform}`);
    await becomesOneCase(`After everything odd on ${platform}`);
    expect((await readiness()).problems).toEqual([]);
    const kinds = await world.sql<{ meaning: string }>(
      'select meaning from hearback.intake order by intake_id',
    );
    expect(kinds.slice(before.length).map(({ meaning }) => meaning)).toEqual(['flag']);
  });

  const ours = () => ({
    team_id: stage.workspaceId.slice(6),
    event_id: `Ev${Math.random()}`,
    api_app_id: 'A1',
  });

  if (platform === 'slack') {
    const reaction = (message: string) => ({
      type: 'reaction_added',
      user: handler.id,
      reaction: 'triangular_flag_on_post',
      item: { type: 'message', channel: channels.open, ts: message },
      event_ts: '1795000000.000100',
    });

    it("another team's events are none of ours; in a shared channel the side we are installed on counts", async () => {
      const [foreign, shared] = [play.post('Of another team'), play.post('In a shared channel')];
      raw({ type: 'event_callback', team_id: 'T0OTHER', event_id: 'Ev-o', event: reaction(foreign) });
      raw({
        type: 'event_callback',
        team_id: stage.workspaceId.slice(6),
        context_team_id: 'T0OTHER',
        event_id: 'Ev-c',
        event: reaction(foreign),
      });
      raw({
        type: 'event_callback',
        team_id: 'T0OTHER',
        enterprise_id: 'E0GRID',
        context_team_id: stage.workspaceId.slice(6),
        context_enterprise_id: null,
        is_ext_shared_channel: true,
        event_id: 'Ev-s',
        event: reaction(shared),
      });
      await becomesOneCase('In a shared channel');
      expect(await casesOf('Of another team')).toEqual([]);
    });

    it.each(['warning', 'refresh_requested'] as const)(
      'one of two connections is renewed (%s): nothing is lost and nothing has to be looked for',
      async (reason) => {
        const before = await looks();
        const words = Array.from({ length: 6 }, (_, index) => `${reason} ${index}`);
        for (const [index, text] of words.entries()) {
          if (index === 2) people().fault({ kind: 'disconnect', reason });
          flagNow(text);
        }
        for (const text of words) await becomesOneCase(text);
        expect(await looks()).toBe(before);
        await isReady();
      },
    );

    it('says where Socket Mode is switched on when somebody has switched it off, and finds what was missed', async () => {
      people().fault({ kind: 'disconnect', reason: 'link_disabled' });
      await world.until('the sentence', async () =>
        (await readiness()).problems.some((problem) => problem.includes('Enable Socket Mode')),
      );
      flagNow('Flagged while Socket Mode was off');
      expect((await readiness()).problems.join()).toContain('https://api.slack.com/apps');
      people().clearFaults();
      await becomesOneCase('Flagged while Socket Mode was off');
      await isReady();
    });

    it('events that Slack leaves out because there are too many are looked for', async () => {
      people().fault({ kind: 'events_limited', times: 3 });
      flagNow('One of far too many');
      await becomesOneCase('One of far too many');
      people().clearFaults();
    });
  } else {
    it('a resumed session has missed nothing: no look back', async () => {
      const before = await looks();
      for (const fault of [
        { kind: 'drop_socket', ms: 0 },
        { kind: 'disconnect', reason: 'reconnect' },
      ] as const) {
        people().fault(fault);
        flagNow(`During ${fault.kind}`);
        await becomesOneCase(`During ${fault.kind}`);
        await isReady();
      }
      expect(await looks()).toBe(before);
    });

    it('a session that cannot be resumed is followed by a look back, which finds what was missed', async () => {
      const before = await looks();
      people().fault({ kind: 'disconnect', reason: 'invalid_session' });
      flagNow('Between two sessions');
      await becomesOneCase('Between two sessions');
      await world.until('the look back', async () => (await looks()) > before);
      await isReady();
    });

    it.each([
      ['intents_off', 'Message Content Intent'],
      ['token_refused', 'DISCORD_TOKEN'],
    ] as const)(
      '%s: /readyz says what to do, and what was missed is found afterwards',
      async (reason, words) => {
        people().fault({ kind: 'disconnect', reason });
        await world.until('the sentence', async () =>
          (await readiness()).problems.some((problem) => problem.includes(words)),
        );
        flagNow(`Flagged during ${reason}`);
        people().clearFaults();
        // The operator puts it right and restarts; by itself it is tried again within half a minute.
        await world.restart();
        await becomesOneCase(`Flagged during ${reason}`);
      },
    );
  }
});
