import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type APIMessage, REST, Routes, SnowflakeUtil } from 'discord.js';
import { BOT, FEEDBACK, GENERAL, type Host, INES, KASPER, NO_BOTS, openHost, refusal } from './host.ts';

describe('messages over REST', () => {
  let host: Host;
  let nowMs: number;
  beforeEach(async () => {
    nowMs = Date.parse('2026-11-22T10:00:00Z');
    host = await openHost({ now: () => new Date(nowMs) });
  });
  afterEach(() => host.close());

  const post = (body: object, channel = FEEDBACK) =>
    host.rest.post(Routes.channelMessages(channel), { body }) as Promise<APIMessage>;
  const list = (query: Record<string, string> = {}) =>
    host.rest.get(Routes.channelMessages(FEEDBACK), { query: new URLSearchParams(query) }) as Promise<
      APIMessage[]
    >;
  /** A call that is not repeated, whatever the answer. */
  const raw = (path: string, body: object) =>
    fetch(`${host.url}/discord/api/v10/${path}`, {
      method: 'PATCH',
      headers: { authorization: 'Bot sandbox.discord.token', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const edit = (message: string, body: object) =>
    host.rest.patch(Routes.channelMessage(FEEDBACK, message), { body });
  const says = (text: string) => host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text }).message;

  it('posts a message people can see', async () => {
    const { id } = await post({ content: 'Thank you, Kasper!' });

    const seen = host.sandbox.messages({ as: INES, channel: FEEDBACK });
    expect(seen).toMatchObject([
      { id, text: 'Thank you, Kasper!', author: { id: BOT, isBot: true }, edited: false },
    ]);
  });

  it('sends a message at the moment its id tells, however long that takes', async () => {
    const slow = await openHost({ now: () => new Date(nowMs++) });
    const sent = (await slow.rest.post(Routes.channelMessages(FEEDBACK), {
      body: { content: 'Thank you, Kasper!' },
    })) as APIMessage;
    await slow.close();

    expect(Date.parse(sent.timestamp)).toBe(SnowflakeUtil.timestampFrom(sent.id));
  });

  it('refuses a wrong token', async () => {
    const stranger = new REST({ api: `${host.url}/discord/api`, version: '10' }).setToken('wrong');
    expect(await refusal(stranger.get(Routes.user('@me')))).toMatchObject({ status: 401 });
  });

  it('lists the newest first and pages in each direction', async () => {
    const ids = ['a', 'b', 'c', 'd', 'e'].map(says);
    const idsOf = async (query: Record<string, string>) =>
      (await list(query)).map(({ id }) => ids.indexOf(id));

    expect(await idsOf({})).toEqual([4, 3, 2, 1, 0]);
    expect(await idsOf({ limit: '2' })).toEqual([4, 3]);
    expect(await idsOf({ before: ids[3]!, limit: '2' })).toEqual([2, 1]);
    expect(await idsOf({ after: ids[0]!, limit: '2' })).toEqual([2, 1]);
    expect(await idsOf({ around: ids[2]!, limit: '3' })).toEqual([3, 2, 1]);
  });

  it('refuses a page of more than a hundred', async () => {
    expect(await refusal(list({ limit: '101' }))).toMatchObject({ code: 50035, errors: { limit: {} } });
  });

  it('refuses unknown channels and messages and what is no id', async () => {
    expect(await refusal(post({ content: 'x' }, '42'))).toMatchObject({ code: 10003, status: 404 });
    expect(await refusal(host.rest.get(Routes.channelMessage(FEEDBACK, '42')))).toMatchObject({
      code: 10008,
      status: 404,
    });
    expect(await refusal(host.rest.get(Routes.channel('general')))).toMatchObject({ code: 50035 });
    expect(await refusal(host.rest.get('/nowhere'))).toMatchObject({ status: 404 });
  });

  it('does not find a message in another channel', async () => {
    expect(await refusal(host.rest.get(Routes.channelMessage(GENERAL, says('here'))))).toMatchObject({
      code: 10008,
    });
  });

  it('refuses reading and posting where the bot is no member', async () => {
    host.sandbox.createMessage({ as: KASPER, channel: NO_BOTS, text: 'secret' });
    expect(await refusal(post({ content: 'x' }, NO_BOTS))).toMatchObject({ code: 50001, status: 403 });
    expect(await refusal(host.rest.get(Routes.channelMessages(NO_BOTS)))).toMatchObject({ code: 50001 });
    expect(await refusal(host.rest.get(Routes.channel(NO_BOTS)))).toMatchObject({ code: 50001 });
  });

  it('refuses an empty message', async () => {
    expect(await refusal(post({ content: '  ' }))).toMatchObject({ code: 50006, status: 400 });
  });

  it('refuses a text that is too long and says which field it was', async () => {
    await post({ content: '🙂'.repeat(2_000) });
    expect(await refusal(post({ content: 'x'.repeat(2_001) }))).toMatchObject({
      code: 50035,
      errors: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } },
    });
  });

  it('refuses a body that is not JSON', async () => {
    const answer = await fetch(`${host.url}/discord/api/v10/channels/${FEEDBACK}/messages`, {
      method: 'POST',
      headers: { authorization: 'Bot sandbox.discord.token', 'content-type': 'application/json' },
      body: '{"content":',
    });
    expect([answer.status, await answer.json()]).toEqual([400, expect.objectContaining({ code: 50109 })]);
  });

  it('posts once for one nonce, for five minutes', async () => {
    const body = { content: 'Once', nonce: 'mark-1', enforce_nonce: true };
    const first = await post(body);
    expect((await post(body)).id).toBe(first.id);
    expect(await list()).toHaveLength(1);
    expect((await list())[0]).not.toHaveProperty('nonce');

    nowMs += 5 * 60_000 + 1;
    expect((await post(body)).id).not.toBe(first.id);
  });

  it('finds the nonce of a message in another channel: it is the author that counts', async () => {
    const body = { content: 'Once', nonce: 'mark-1', enforce_nonce: true };
    const first = await post(body, GENERAL);
    expect(await post(body)).toMatchObject({ id: first.id, channel_id: GENERAL });
    expect(await list()).toEqual([]);
  });

  it('posts again for the same nonce when it is not enforced', async () => {
    await post({ content: 'Twice', nonce: 'mark-1' });
    await post({ content: 'Twice', nonce: 'mark-1' });
    expect(await list()).toHaveLength(2);
  });

  it('refuses a nonce that is too long', async () => {
    expect(await refusal(post({ content: 'x', nonce: 'n'.repeat(26) }))).toMatchObject({
      code: 50035,
      errors: { nonce: {} },
    });
  });

  it('replies to a message, and refuses to one that is gone unless told not to mind', async () => {
    const target = says('What now?');
    const reply = await post({ content: 'This', message_reference: { message_id: target } });
    expect(reply).toMatchObject({ type: 19, referenced_message: { id: target, content: 'What now?' } });

    const gone = { content: 'That', message_reference: { message_id: '42' } };
    expect(await refusal(post(gone))).toMatchObject({ code: 50035, errors: { message_reference: {} } });
    expect(
      await post({ ...gone, message_reference: { message_id: '42', fail_if_not_exists: false } }),
    ).toMatchObject({ type: 0 });
  });

  it('mentions only whom it is allowed to', async () => {
    const content = `<@${KASPER}> <@${INES}> @everyone`;
    const open = await post({ content });
    expect([open.mentions.map(({ id }) => id), open.mention_everyone]).toEqual([[KASPER, INES], true]);
    const closed = await post({ content, allowed_mentions: { parse: [] } });
    expect([closed.mentions, closed.mention_everyone]).toEqual([[], false]);
    const one = await post({ content, allowed_mentions: { users: [INES] } });
    expect(one.mentions.map(({ id }) => id)).toEqual([INES]);
    const both = { parse: ['users'], users: [INES] };
    expect(await refusal(post({ content, allowed_mentions: both }))).toMatchObject({ code: 50035 });
  });

  it('edits own messages and leaves alone what the edit does not name', async () => {
    const { id } = await post({ content: 'First', embeds: [{ title: 'Case' }] });
    const edited = (await host.rest.patch(Routes.channelMessage(FEEDBACK, id), {
      body: { content: 'Second' },
    })) as APIMessage;
    expect(edited).toMatchObject({ content: 'Second', embeds: [{ title: 'Case' }] });
    expect(edited.edited_timestamp).not.toBeNull();
  });

  it('refuses an edit that leaves nothing, and edits of what others wrote', async () => {
    const { id } = await post({ content: 'First' });
    expect(await refusal(edit(id, { content: '' }))).toMatchObject({ code: 50006 });
    expect(await refusal(edit(says('mine'), { content: 'yours' }))).toMatchObject({
      code: 50005,
      status: 403,
    });
  });

  it('refuses more and more edits of a message older than an hour', async () => {
    const { id } = await post({ content: '0' });
    const path = `channels/${FEEDBACK}/messages/${id}`;
    nowMs += 3_600_001;
    for (let round = 1; round <= 30; round += 1)
      expect((await raw(path, { content: String(round) })).status).toBe(200);
    const refused = await raw(path, { content: 'too many' });
    expect([refused.status, await refused.json()]).toEqual([429, expect.objectContaining({ code: 30046 })]);
  });

  it('deletes messages', async () => {
    const { id } = await post({ content: 'Gone soon' });
    await host.rest.delete(Routes.channelMessage(FEEDBACK, id));
    expect(host.sandbox.messages({ as: KASPER, channel: FEEDBACK })).toEqual([]);
    expect(await refusal(host.rest.get(Routes.channelMessage(FEEDBACK, id)))).toMatchObject({ code: 10008 });
  });

  it('remembers the calls without secrets', async () => {
    await post({ content: 'hello' });
    await refusal(post({ content: '' }));
    await refusal(host.rest.post('/interactions/1/very-secret/callback', { body: { type: 5 }, auth: false }));
    const path = `POST /channels/${FEEDBACK}/messages`;
    expect(host.sandbox.calls()).toMatchObject([
      { method: path, status: 200, error: null },
      { method: path, status: 400, error: '50006' },
      { method: 'POST /interactions/1/{token}/callback', status: 404, error: '10062' },
    ]);
  });
});
