import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { discordSeed } from '../../sandbox/seed.ts';
import type { MessageView } from '../../sandbox/platform.ts';
import { harbourPolicy, harbourSeed, JOINT, riversideSeed, SHARED } from '../support/harbour.ts';
import { approved, comeBack, installIn } from '../support/install.ts';
import { playOn, visible, type Play } from '../support/play.ts';
import { openWorld, STAGES, type World } from '../support/world.ts';

const strangers = { ...harbourSeed, id: 'T0STRANGERS', name: 'Strangers', channels: [] };

describe('several Slack workspaces', () => {
  let world: World;
  let riverside: Play;

  const harbour = () => world.sandbox.slack.workspace('T0HARBOUR');
  const inTriage = (): MessageView[] =>
    harbour()
      .messages({ as: 'UHMIA', channel: 'CHTRIAGE' })
      .filter(({ author }) => author.isBot);
  const cardOf = (words: string) =>
    world.until(`a card with ${words}`, () => inTriage().find((each) => visible(each).includes(words)));
  const flagIn = (channel: string, text: string, as = 'UHALMA', by = 'UHMIA') => {
    const { message } = harbour().createMessage({ as, channel, text });
    harbour().react({ as: by, channel, message, emoji: '🚩', present: true });
    return message;
  };
  const casesOf = (quote: string) =>
    world.sql<{ workspace: string }>(
      'select workspace_id as workspace from hearback.cases where quote = $1 order by 1',
      [quote],
    );

  beforeAll(async () => {
    world = await openWorld({
      // Somebody of the other workspace, whom no id in hearback.yaml makes one of the staff here.
      policy: [harbourPolicy, [['workspaces', 0, 'roles', 'moderator', 'people'], ['UHSAM']]],
      sandbox: {
        seeds: { slack: riversideSeed, discord: discordSeed },
        slackOthers: [harbourSeed, strangers],
        slackTokensExpireInS: 43_200,
      },
    });
    riverside = playOn(world, STAGES[0]!);
    await world.sql(
      `insert into hearback.shared_channel (platform, channel_id, workspace_id, since) values ('slack', $1, 'slack:T0RIVERSIDE', now())`,
      [JOINT],
    );
  });
  afterAll(() => world?.close());

  it('leaves nothing behind where hearback.yaml does not name the workspace, or somebody says no', async () => {
    const unnamed = await installIn(world, { team: 'T0STRANGERS' });
    expect(unnamed.status).toBe(403);
    expect(unnamed.text).toContain('Send the id slack:T0STRANGERS to whoever runs Hearback');
    const denied = await installIn(world, { team: 'T0HARBOUR', answer: 'deny', language: 'da' });
    expect(denied.text).toContain('Intet blev installeret');
    const elsewhere = await installIn(world, { team: 'T0HARBOUR', withoutCookie: true, language: 'pt' });
    expect(elsewhere).toMatchObject({ status: 410 });
    expect(elsewhere.text).toContain('Nada foi instalado');

    expect(await world.sql('select from hearback.installation')).toEqual([]);
    expect(world.sandbox.slack.calls().map(({ method }) => method)).toContain('auth.revoke');
  });

  it('hears the second workspace once it is installed, with a token that only the record has, sealed', async () => {
    const { back, cookie } = await approved(world, { team: 'T0HARBOUR' });
    const first = await comeBack(back, cookie, 'fr');
    expect(first).toMatchObject({ status: 200 });
    expect(first.text).toContain('Il écoute maintenant dans Harbour Makers');
    expect((await comeBack(back, cookie)).status).toBe(410);

    const message = flagIn('CHPRODUCT', 'The harbour gate is stuck');
    await cardOf('The harbour gate is stuck');
    await world.until('the answer', () =>
      harbour()
        .messages({ as: 'UHALMA', channel: 'CHPRODUCT', thread: message })
        .some(({ author }) => author.id === harbourSeed.bot.id),
    );
    const [{ secret, text } = { secret: '', text: '' }] = await world.sql<{ secret: string; text: string }>(
      `select encode(secret, 'escape') as secret, i::text as text from hearback.installation i`,
    );
    expect(secret.length).toBeGreaterThan(50);
    expect(`${secret} ${text}`).not.toMatch(/xox|T0HARBOUR-/);
  });

  it('says nothing of one in the other', async () => {
    const { card } = await riverside.openCase('The riverside lamp is broken');
    flagIn('CHPRODUCT', 'The harbour crane squeaks');
    await cardOf('The harbour crane squeaks');
    await world.settled();

    expect(card.author.id).toBe(riversideSeed.bot.id);
    expect(inTriage().every(({ author }) => author.id === harbourSeed.bot.id)).toBe(true);
    expect(inTriage().map(visible).join()).not.toContain('riverside lamp');
    expect(riverside.inTriage().map(visible).join()).not.toMatch(/harbour (gate|crane)/);
  });

  it('makes one case of a message in a shared channel, whoever flags it and in whose name Slack tells of it', async () => {
    const slack = world.sandbox.slack;
    const { message } = slack.createMessage({
      as: 'U0ALMA',
      channel: SHARED,
      text: 'The joint invoice is wrong',
    });
    for (const by of ['UHTOMAS', 'UHMIA', 'UHVICTOR'])
      harbour().react({ as: by, channel: SHARED, message, emoji: '🚩', present: true });
    slack.react({ as: 'U0MIA', channel: SHARED, message, emoji: '🚩', present: true });
    await world.until('the case', async () => (await casesOf('The joint invoice is wrong')).length > 0);
    await harbour().menu({ as: 'UHMIA', channel: SHARED, message, name: 'Flag as feedback' });
    await world.settled();

    const cases = await casesOf('The joint invoice is wrong');
    expect(cases).toHaveLength(1);
    const isHarbours = cases[0]?.workspace === 'slack:T0HARBOUR';
    const elsewhere = isHarbours ? riverside.inTriage() : inTriage();
    expect(elsewhere.map(visible).join()).not.toContain('joint invoice');
  });

  it('takes nobody of another organisation for staff, whatever their id in hearback.yaml', async () => {
    const { message } = world.sandbox.slack.createMessage({
      as: 'U0ALMA',
      channel: JOINT,
      text: 'A bill too many',
    });
    harbour().react({ as: 'UHSAM', channel: JOINT, message, emoji: '🚩', present: true });
    await world.until(
      'the flag to be looked at',
      async () =>
        (await world.sql("select from hearback.intake where channel_id = $1 and meaning = 'flag'", [JOINT]))
          .length > 0,
    );
    await world.settled();
    expect(await casesOf('A bill too many')).toEqual([]);

    world.sandbox.slack.react({ as: 'U0MIA', channel: JOINT, message, emoji: '🚩', present: true });
    await world.until('the case', async () => (await casesOf('A bill too many')).length > 0);
    expect(await casesOf('A bill too many')).toEqual([{ workspace: 'slack:T0RIVERSIDE' }]);
  });

  it('asks nothing of a workspace that has removed the app, and delivers what waited when it is back', async () => {
    const { slack } = world.sandbox;
    slack.fault({ kind: 'rate_limit', times: 6, retryAfterS: 1, method: 'chat.postMessage' });
    flagIn('CHPRODUCT', 'The slipway is slippery');
    await world.until('the case', async () => (await casesOf('The slipway is slippery')).length > 0);
    slack.uninstall('T0HARBOUR');
    slack.clearFaults();
    await world.until(
      'its token to be gone',
      async () =>
        (await world.sql('select from hearback.installation where gone_at is not null and secret is null'))
          .length > 0,
    );
    const waiting = () =>
      world.sql("select from hearback.outbox where failure_code = 'WORKSPACE_GONE' and done_at is null");
    await world.until('the card to wait', async () => (await waiting()).length > 0);
    const refused = () => slack.calls().filter(({ error }) => error === 'account_inactive').length;
    const before = refused();
    await riverside.openCase('The riverside still works');
    expect(refused()).toBe(before);
    expect(inTriage().map(visible).join()).not.toContain('slipway');

    expect(await installIn(world, { team: 'T0HARBOUR' })).toMatchObject({ status: 200 });
    await cardOf('The slipway is slippery');
    await world.until('nothing to wait any more', async () => (await waiting()).length === 0);
  });
});
