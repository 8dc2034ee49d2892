import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createSlackInstaller } from '../../../src/adapters/slack/install.ts';
import { createSlackAdapter, type SlackOptions } from '../../../src/adapters/slack/index.ts';
import { createSlackInspector } from '../../../src/adapters/slack/inspect.ts';
import type { ChatAdapter } from '../../../src/chat/adapter.ts';
import type { ChatEvent } from '../../../src/chat/event.ts';
import { paragraph } from '../../../src/chat/rich.ts';
import { createLog } from '../../../src/log.ts';
import { createInstallations } from '../../../src/store/installations.ts';
import { createSeal } from '../../../src/store/seal.ts';
import { newKey } from '../../../src/store/keys.ts';
import { agreeOnKeys } from '../../../src/store/agree-on-keys.ts';
import { SLACK_APP_TOKEN, SLACK_CLIENT_ID, SLACK_CLIENT_SECRET } from '../../../sandbox/seed.ts';
import { startSandbox, type Sandbox } from '../../../sandbox/server.ts';
import { testRecord, type TestRecord } from '../../support/database.ts';
import { harbourSeed } from '../../support/harbour.ts';

const workspaceId = 'slack:T0HARBOUR';
const origin = 'http://127.0.0.1:3000';

describe('tokens that expire', () => {
  let sandbox: Sandbox;
  let record: TestRecord;
  const key = newKey(new Date());
  const oauth = { clientId: SLACK_CLIENT_ID, clientSecret: SLACK_CLIENT_SECRET };
  const log = createLog('silent');
  const now = () => new Date();

  const installations = () => createInstallations(record.pool, { now, seal: createSeal([key]) });
  /** As another process would have one. */
  const adapter = (others: Partial<SlackOptions> = {}): ChatAdapter =>
    createSlackAdapter({
      oauth,
      installations: installations(),
      apiUrl: sandbox.env['SLACK_API_URL']!,
      log,
      ...others,
    });
  const post = (from: ChatAdapter, mark: string) =>
    from.post(
      { type: 'channel', workspaceId, channelId: 'CHPRODUCT' },
      { type: 'reply', blocks: [paragraph(mark)] },
      mark,
    );
  const install = async () => {
    const { apiUrl } = { apiUrl: sandbox.env['SLACK_API_URL']! };
    const installer = createSlackInstaller({
      oauth,
      apiUrl,
      installations: installations(),
      isNamed: () => true,
      log,
    });
    const url = new URL(installer.authorizeUrl('state', origin));
    url.searchParams.set('team', 'T0HARBOUR');
    url.searchParams.set('answer', 'allow');
    const back = (await fetch(url, { redirect: 'manual' })).headers.get('location')!;
    return installer.finish({ code: new URL(back).searchParams.get('code'), error: null }, origin);
  };
  const almostExpired = () =>
    record.pool.query("update hearback.installation set expires_at = now() + interval '1 hour'");
  const expired = async () => {
    await record.pool.query("update hearback.installation set expires_at = now() - interval '1 second'");
    sandbox.slack.expireTokens('T0HARBOUR');
  };
  /** Some other process has taken it to renew, and does not come to an end. */
  const takenFor = (span: string) =>
    record.pool.query(`update hearback.installation set renewing_until = now() + interval '${span}'`);
  const calls = (method: string) => sandbox.slack.calls().filter((call) => call.method === method);

  beforeEach(async () => {
    record = await testRecord();
    await agreeOnKeys(record.pool, { keys: [key], dataDir: '', log, now });
    sandbox = await startSandbox({
      port: 0,
      dataDir: null,
      slackOthers: [harbourSeed],
      slackTokensExpireInS: 43_200,
    });
    expect(await install()).toMatchObject({ type: 'installed', workspaceId, missing: [] });
  });
  afterEach(async () => {
    await sandbox.close();
    await record.drop();
  });

  it.each([
    ['soon', almostExpired],
    ['already', expired],
  ])('that expire %s are renewed once by many processes, and all of them go on', async (_when, age) => {
    await age();
    const before = calls('oauth.v2.access').length;
    const posted = await Promise.all(
      Array.from({ length: 8 }, (_, index) => post(adapter(), `mark-${index}`)),
    );

    expect(posted).toHaveLength(8);
    expect(calls('oauth.v2.access').slice(before)).toEqual([expect.objectContaining({ error: null })]);
    expect(calls('chat.postMessage').every(({ error }) => error === null)).toBe(true);
  });

  it('is renewed when Slack says that it has expired, though the record thinks otherwise', async () => {
    const ours = adapter();
    await post(ours, 'first');
    sandbox.slack.expireTokens('T0HARBOUR');
    await post(ours, 'second');

    expect(calls('chat.postMessage').map(({ error }) => error)).toEqual([null, 'token_expired', null]);
  });

  it('is not handed out again when Slack says so, while another process has it to renew', async () => {
    const ours = adapter();
    await post(ours, 'first');
    sandbox.slack.expireTokens('T0HARBOUR');
    await takenFor('1 second');

    await expect(post(ours, 'second')).resolves.toMatchObject({ workspaceId });
  });

  it('that cannot be renewed at the moment is used meanwhile, and not every call tries again', async () => {
    await almostExpired();
    await takenFor('1 minute');
    const inner = installations();
    let tries = 0;
    const ours = adapter({
      installations: {
        ...inner,
        takeToRenew: (...asked) => {
          tries += 1;
          return inner.takeToRenew(...asked);
        },
      },
    });
    for (const mark of ['one', 'two', 'three']) await post(ours, mark);

    expect(tries).toBe(1);
  });

  it('goes on with the old token when its renewal was lost, and is given up when that expires', async () => {
    await almostExpired();
    // Slack has answered, and nobody has written it down.
    sandbox.slack.fault({ kind: 'lost_answer', times: 1, method: 'oauth.v2.access' });
    await post(adapter(), 'meanwhile');
    await record.pool.query('update hearback.installation set renewing_until = null');
    await post(adapter(), 'still');
    expect(calls('oauth.v2.access').at(-1)).toMatchObject({ error: 'invalid_refresh_token' });
    await record.pool.query('update hearback.installation set renewing_until = null');
    await expired();

    const ours = adapter();
    await expect(post(ours, 'late')).rejects.toMatchObject({ code: 'WORKSPACE_GONE' });
    const asked = sandbox.slack.calls().length;
    await expect(post(ours, 'again')).rejects.toMatchObject({ code: 'WORKSPACE_GONE' });
    expect(sandbox.slack.calls()).toHaveLength(asked);
    const inspector = createSlackInspector({
      oauth,
      installations: installations(),
      apiUrl: sandbox.env['SLACK_API_URL']!,
      log,
    });
    const { troubles } = await inspector.lookAtApp();
    expect(troubles).toEqual([
      {
        level: 'fault',
        message: expect.stringMatching(/\(slack:T0HARBOUR\): the app was removed there \(refresh_refused\)/),
      },
    ]);

    await install();
    await expect(post(adapter(), 'back')).resolves.toMatchObject({ workspaceId });
  });

  it('is not given up for a wrong client secret: its refresh token is still good', async () => {
    await expired();
    const wrong = adapter({ oauth: { ...oauth, clientSecret: 'wrong' } });
    await expect(post(wrong, 'mistaken')).rejects.toMatchObject({ code: 'PLATFORM_UNAVAILABLE' });
    await record.pool.query('update hearback.installation set renewing_until = null');

    await expect(post(adapter(), 'mended')).resolves.toMatchObject({ workspaceId });
  });

  it('is not given up for what another process wrote down meanwhile, nor for a late word of a removal', async () => {
    const ours = adapter();
    await post(ours, 'first');
    sandbox.slack.uninstall('T0HARBOUR');
    await install();
    await post(ours, 'second');
    const { rows } = await record.pool.query<{ gone: boolean; generation: number }>(
      'select gone_at is not null as gone, generation from hearback.installation',
    );
    expect(rows).toEqual([{ gone: false, generation: 2 }]);
    // The word of the removal before: it names a token that is no more.
    expect(await installations().lost(workspaceId, 1, 'account_inactive')).toBe(false);
  });

  it('is kept while some of the work that waited for it is under way', async () => {
    await record.pool.query(
      `insert into hearback.outbox (kind, data, run_at, added_at, failure_code, workspace_id)
       values ('deliver', '{}', now() + interval '1 hour', now(), 'WORKSPACE_GONE', $1),
         ('deliver', '{}', now() + interval '1 hour', now(), 'WORKSPACE_GONE', $1)`,
      [workspaceId],
    );
    const client = await record.pool.connect();
    try {
      await client.query('begin; select from hearback.outbox order by outbox_id limit 1 for update');
      expect(await install()).toMatchObject({ type: 'installed' });
    } finally {
      await client.query('rollback');
      client.release();
    }
    const { rows } = await record.pool.query<{ due: boolean }>(
      'select run_at <= now() as due from hearback.outbox order by outbox_id',
    );
    expect(rows.map(({ due }) => due)).toEqual([false, true]);
  });

  it('are all there is when Slack refuses the token of the settings: their workspaces are heard', async () => {
    const ours = adapter({ botToken: 'xoxb-refused', appToken: SLACK_APP_TOKEN });
    try {
      const heard = new Promise<ChatEvent>((resolve) => {
        const nothing = async () => {};
        void ours.start(
          {
            onEvent: async (event) => resolve(event),
            onCommand: () => Promise.reject(new Error('nobody asks')),
            onComplete: () => Promise.reject(new Error('nobody asks')),
            onGap: nothing,
            onTakenOver: nothing,
            onRoles: nothing,
            onHome: nothing,
          },
          [],
        );
      });
      const harbour = sandbox.slack.workspace('T0HARBOUR');
      harbour.createMessage({ as: 'UHALMA', channel: 'CHPRODUCT', text: 'The quay is slippery' });
      expect(await heard).toMatchObject({ workspaceId, kind: 'message_posted' });
    } finally {
      await ours.stop();
    }
  });

  it('is refused for a wrong secret and a code of nobody, and says so', async () => {
    const installer = createSlackInstaller({
      oauth: { ...oauth, clientSecret: 'wrong' },
      apiUrl: sandbox.env['SLACK_API_URL']!,
      installations: installations(),
      isNamed: () => true,
      log,
    });
    expect(await installer.finish({ code: 'x', error: null }, origin)).toEqual({
      type: 'failed',
      why: 'bad_client_secret',
    });
    expect(await installer.finish({ code: null, error: 'access_denied' }, origin)).toEqual({
      type: 'denied',
    });
    expect(await installer.finish({ code: null, error: 'invalid_scope' }, origin)).toEqual({
      type: 'failed',
      why: 'invalid_scope',
    });
  });
});
