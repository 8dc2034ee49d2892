import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Inbox, InteractionResult } from '../../../sandbox/platform.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/server.ts';
import { type Apps, startApps } from './apps.ts';
import { api } from './ask.ts';

let sandbox: Sandbox;
let apps: Apps;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, dataDir: null });
  apps = await startApps(sandbox);
});
afterAll(async () => {
  await apps.stop();
  await sandbox.close();
});

const CASTS = [
  { platform: 'slack' as const, manager: 'Mia Holm', channel: 'general' },
  { platform: 'discord' as const, manager: 'Nora Finch', channel: 'general' },
];

describe.each(CASTS)('an app on $platform, played over the control API', ({ platform, manager, channel }) => {
  const call = <T = InteractionResult>(path: string, body: object) =>
    api<T>(sandbox.url, 'POST', `${platform}/${path}`, { as: manager, ...body });
  const inbox = async () =>
    (await api<Inbox>(sandbox.url, 'GET', `${platform}/inbox?as=${encodeURIComponent(manager)}`)).body;

  /** A message of the app's with a button. */
  const postCard = async (): Promise<string> => {
    if (platform === 'slack') {
      const button = {
        type: 'button' as const,
        action_id: 'note',
        text: { type: 'plain_text' as const, text: 'Note' },
      };
      const { ts } = await apps.slack.client.chat.postMessage({
        channel: 'C0GENERAL',
        text: 'A case',
        blocks: [{ type: 'actions', elements: [button] }],
      });
      return ts!;
    }
    const there = await apps.discord.channels.fetch('1100000000000000201');
    if (!there?.isSendable()) throw new Error('no such channel');
    const row = { type: 1, components: [{ type: 2, style: 2, custom_id: 'note', label: 'Note' }] };
    return (await there.send({ content: 'A case', components: [row] })).id;
  };

  it('is connected', async () => {
    const { body } = await api<{ platform: string; appConnected: boolean }[]>(
      sandbox.url,
      'GET',
      'communities',
    );
    expect(body.find((community) => community.platform === platform)?.appConnected).toBe(true);
  });

  it('answers a command to the person alone', async () => {
    const { status, body } = await call('commands', { channel, text: '/feedback list' });
    expect([status, body.ok, body.error]).toEqual([200, true, null]);
    expect(body.ephemeral).toMatchObject({ ephemeral: true, text: 'heard list' });
  });

  it.each(['note', 'Note'])(
    'opens a form at the press of the button called %s, and takes it back filled in',
    async (action) => {
      const message = await postCard();
      const { body: pressed } = await call('press', { channel, message, action });
      expect(pressed.form).toMatchObject({
        title: 'A note',
        fields: [{ label: 'Text', type: 'line', required: true }],
      });
      expect((await inbox()).forms).toMatchObject([{ id: pressed.form!.id }]);
      const { status, body: sent } = await call('submit', {
        form: pressed.form!.id,
        values: { Text: 'It crashed' },
      });
      expect([status, sent.ok]).toEqual([200, true]);
      expect((await inbox()).forms).toEqual([]);
    },
  );

  it('opens a form from the menu of a message', async () => {
    const { body: posted } = await call<{ message: string }>('messages', { channel, text: 'Broken' });
    const { body } = await call('menu', { channel, message: posted.message, name: 'Flag as feedback' });
    expect(body).toMatchObject({ ok: true, form: { title: 'A note' } });
    await call('submit', { form: body.form!.id, values: { Text: 'x' } });
  });

  it('refuses a form without what is required, and an entry the menu has not', async () => {
    const message = await postCard();
    const { body } = await call('press', { channel, message, action: 'note' });
    const refused = await call('submit', { form: body.form!.id, values: {} });
    expect(refused.status === 409 || refused.body.ok === false).toBe(true);
    expect((await call('menu', { channel, message, name: 'Make tea' })).status).toBe(409);
    await call('submit', { form: body.form!.id, values: { Text: 'x' } });
  });
});
