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
  const send = (path: string, body: object) =>
    api(sandbox.url, 'POST', `${platform}/${path}`, { as: manager, ...body });
  const call = async (path: string, body: object) => (await send(path, body)).body as InteractionResult;
  const inbox = async () => {
    const { body } = await api(sandbox.url, 'GET', `${platform}/inbox?as=${encodeURIComponent(manager)}`);
    return body as Inbox;
  };

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
    const { body } = await api(sandbox.url, 'GET', 'communities');
    expect(body).toContainEqual(expect.objectContaining({ platform, appConnected: true }));
  });

  it('answers a command to the person alone', async () => {
    const { status, body } = await send('commands', { channel, text: '/feedback list' });
    expect([status, body]).toMatchObject([
      200,
      { ok: true, error: null, ephemeral: { ephemeral: true, text: 'heard list' } },
    ]);
  });

  it.each(['note', 'Note'])(
    'opens a form at the press of the button called %s, and takes it back filled in',
    async (action) => {
      const message = await postCard();
      const { form } = await call('press', { channel, message, action });
      expect(form).toMatchObject({
        title: 'A note',
        fields: [{ label: 'Text', type: 'line', required: true }],
      });
      expect((await inbox()).forms).toMatchObject([{ id: form!.id }]);
      const sent = await send('submit', { form: form!.id, values: { Text: 'It crashed' } });
      expect(sent).toMatchObject({ status: 200, body: { ok: true } });
      expect((await inbox()).forms).toEqual([]);
    },
  );

  it('opens a form from the menu of a message', async () => {
    const { body } = await send('messages', { channel, text: 'Broken' });
    const { message } = body as { message: string };
    const opened = await call('menu', { channel, message, name: 'Flag as feedback' });
    expect(opened).toMatchObject({ ok: true, form: { title: 'A note' } });
    await send('submit', { form: opened.form!.id, values: { Text: 'x' } });
  });

  it('refuses a form without what is required, and an entry the menu has not', async () => {
    const message = await postCard();
    const { form } = await call('press', { channel, message, action: 'note' });
    await send('submit', { form: form!.id, values: {} });
    expect((await inbox()).forms).toMatchObject([{ id: form!.id }]);
    expect(await send('menu', { channel, message, name: 'Make tea' })).toMatchObject({ status: 409 });
    await send('submit', { form: form!.id, values: { Text: 'x' } });
    expect((await inbox()).forms).toEqual([]);
  });
});
