import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type APIMessage, Routes } from 'discord.js';
import { FEEDBACK, type Host, KASPER, openHost, refusal } from './host.ts';

const SHOT = { name: 'screen shot.png', mime: 'image/png', base64: Buffer.from('pixels').toString('base64') };

describe('files', () => {
  let host: Host;
  let nowMs: number;
  beforeEach(async () => {
    nowMs = Date.parse('2026-11-22T10:00:00Z');
    host = await openHost({ now: () => new Date(nowMs) });
  });
  afterEach(() => host.close());

  const withFile = () =>
    host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: '', files: [SHOT] }).message;
  const read = (id: string) => host.rest.get(Routes.channelMessage(FEEDBACK, id)) as Promise<APIMessage>;
  const urlOf = async (id: string) => (await read(id)).attachments[0]!.url;

  it('of people are described with their message and can be downloaded', async () => {
    const id = withFile();
    const [file] = (await read(id)).attachments;
    expect(file).toMatchObject({ filename: 'screen_shot.png', size: 6, content_type: 'image/png' });
    const answer = await fetch(file!.url);
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
      200,
      'image/png',
      'pixels',
    ]);
    const shown = host.sandbox.messages({ as: KASPER, channel: FEEDBACK })[0]!.files[0]!;
    expect(shown).toMatchObject({ name: 'screen_shot.png', mime: 'image/png', size: 6 });
    expect((await fetch(`${host.url}${shown.url}`)).status).toBe(200);
  });

  it('are not given out without a signature, with a changed one, or after a day; fetching the message renews it', async () => {
    const id = withFile();
    const url = await urlOf(id);
    expect((await fetch(url.split('?')[0]!)).status).toBe(404);
    expect((await fetch(url.replace('ex=', 'ex=f'))).status).toBe(404);
    nowMs += 24 * 3_600_000 + 1_000;
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(await urlOf(id))).status).toBe(200);
  });

  it('go with their message', async () => {
    const id = withFile();
    const url = await urlOf(id);
    host.sandbox.deleteMessage({ as: KASPER, channel: FEEDBACK, message: id });
    expect((await fetch(url)).status).toBe(404);
  });

  it('that a browser might run are only ever downloaded', async () => {
    const page = { name: 'x.html', mime: 'text/html', base64: 'PGI+' };
    const { message } = host.sandbox.createMessage({
      as: KASPER,
      channel: FEEDBACK,
      text: 'look',
      files: [page],
    });
    const answer = await fetch(await urlOf(message));
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('of the bot come with the message, are kept or dropped by an edit', async () => {
    const files = [
      { name: 'a.txt', data: Buffer.from('A'), contentType: 'text/plain' },
      { name: 'b.txt', data: Buffer.from('B'), contentType: 'text/plain' },
    ];
    const body = { content: 'Two', attachments: [{ id: '0', description: 'first' }, { id: '1' }] };
    const posted = (await host.rest.post(Routes.channelMessages(FEEDBACK), { body, files })) as APIMessage;
    expect(posted.attachments).toMatchObject([
      { filename: 'a.txt', description: 'first' },
      { filename: 'b.txt' },
    ]);
    expect(await (await fetch(posted.attachments[1]!.url)).text()).toBe('B');

    const edit = (attachments: object[]) =>
      host.rest.patch(Routes.channelMessage(FEEDBACK, posted.id), {
        body: { attachments },
      }) as Promise<APIMessage>;
    expect((await edit([{ id: posted.attachments[1]!.id }])).attachments).toMatchObject([
      { filename: 'b.txt' },
    ]);
    expect((await edit([])).attachments).toEqual([]);
  });

  it('that are too large are refused', async () => {
    const files = [{ name: 'a.bin', data: Buffer.alloc(10 * 1_024 * 1_024 + 1) }];
    const call = host.rest.post(Routes.channelMessages(FEEDBACK), { body: {}, files });
    expect(await refusal(call)).toMatchObject({ code: 40005, status: 413 });
  });

  it('alone are a message, and need the permission', async () => {
    const files = [{ name: 'a.txt', data: Buffer.from('A') }];
    const post = () => host.rest.post(Routes.channelMessages(FEEDBACK), { body: {}, files });
    await post();
    host.sandbox.fault({ kind: 'missing_scope', scope: 'ATTACH_FILES' });
    expect(await refusal(post())).toMatchObject({ code: 50013 });
  });
});
