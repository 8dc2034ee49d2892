import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type ChatInputCommandInteraction, type Client, Events, Routes } from 'discord.js';
import { BOT, type Host, next, NORA, openHost, refusal, TRIAGE } from './host.ts';
import { answerNext, withCommands } from './interactions.ts';

describe('tokens of interactions', () => {
  let host: Host;
  let client: Client;
  let nowMs: number;
  beforeEach(async () => {
    nowMs = Date.parse('2026-11-22T10:00:00Z');
    host = await openHost({ now: () => new Date(nowMs) });
    client = await withCommands(host);
  });
  afterEach(() => host.close());

  const hello = () => host.sandbox.command({ as: NORA, channel: TRIAGE, text: '/hello' });

  it('reach only their own messages by their token', async () => {
    const first = answerNext<ChatInputCommandInteraction>(client, (one) => one.reply('first'));
    await hello();
    const { id } = await (await first).fetchReply();
    const second = answerNext<ChatInputCommandInteraction>(client, (one) => one.reply('second'));
    await hello();
    const { token } = await second;
    const call = host.rest.patch(Routes.webhookMessage(BOT, token, id), {
      body: { content: 'x' },
      auth: false,
    });
    expect(await refusal(call)).toMatchObject({ code: 10008 });
  });

  it('tell the person when nobody answers for three seconds, and then refuse the answer', async () => {
    const heard = next(client, Events.InteractionCreate);
    const result = hello();
    const [command] = (await heard) as [ChatInputCommandInteraction];
    expect(await result).toEqual({
      ok: false,
      error: 'The application did not respond',
      form: null,
      ephemeral: null,
    });
    nowMs += 3_001;
    expect(await refusal(command.reply('late'))).toMatchObject({ code: 10062, status: 404 });
  });

  it('take one first answer', async () => {
    const heard = answerNext<ChatInputCommandInteraction>(client, (one) => one.reply('once'));
    await hello();
    const { id, token } = await heard;
    const again = host.rest.post(Routes.interactionCallback(id, token), {
      body: { type: 4, data: { content: 'twice' } },
      auth: false,
    });
    expect(await refusal(again)).toMatchObject({ code: 40060, status: 400 });
  });

  it('take further answers for a quarter of an hour', async () => {
    const heard = answerNext<ChatInputCommandInteraction>(client, (one) => one.reply('once'));
    await hello();
    const command = await heard;
    nowMs += 15 * 60_000;
    await command.editReply('in time');
    nowMs += 1;
    expect(await refusal(command.editReply('too late'))).toMatchObject({ code: 50027, status: 401 });
  });

  it('take no follow-up before the first answer, and none with a made-up token', async () => {
    const heard = next(client, Events.InteractionCreate);
    void hello();
    const [{ token }] = (await heard) as [ChatInputCommandInteraction];
    const followUp = (key: string) =>
      host.rest.post(Routes.webhook(BOT, key), { body: { content: 'x' }, auth: false });
    expect(await refusal(followUp(token))).toMatchObject({ code: 10015 });
    expect(await refusal(followUp('made-up'))).toMatchObject({ code: 10015 });
    const madeUp = host.rest.post(Routes.interactionCallback('1', 'made-up'), {
      body: { type: 5 },
      auth: false,
    });
    expect(await refusal(madeUp)).toMatchObject({ code: 10062 });
  });
});
