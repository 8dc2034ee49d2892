import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type APIMessage,
  type ChatInputCommandInteraction,
  Events,
  MessageFlags,
  type MessageReaction,
  Routes,
} from 'discord.js';
import { openJournal } from '../../../sandbox/journal.ts';
import { BOT, FEEDBACK, GUILD, type Host, INES, KASPER, next, NORA, openHost } from './host.ts';

describe('a restart', () => {
  let folder: string;
  let host: Host;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'discord-sandbox-'));
    host = await open();
  });
  afterEach(async () => {
    await host.close();
    rmSync(folder, { recursive: true });
  });

  const open = () => openHost({ journal: openJournal(join(folder, 'discord.jsonl')) });
  /** The journal is left as a killed process leaves it. */
  const restart = async () => {
    await host.close();
    host = await open();
  };

  it('forgets nothing people can see', async () => {
    const { message } = host.sandbox.createMessage({
      as: KASPER,
      channel: FEEDBACK,
      text: 'Broken',
      files: [{ name: 'a.txt', mime: 'text/plain', base64: 'YQ==' }],
    });
    host.sandbox.createMessage({ as: INES, channel: FEEDBACK, thread: message, text: 'Same here' });
    host.sandbox.react({ as: NORA, channel: FEEDBACK, message, emoji: '🚩', present: true });
    host.sandbox.createMessage({ as: KASPER, channel: BOT, text: 'Hello bot' });
    const url = ((await host.rest.get(Routes.channelMessage(FEEDBACK, message))) as APIMessage)
      .attachments[0]!.url;
    const seen = () => ({
      channel: host.sandbox
        .messages({ as: INES, channel: FEEDBACK })
        .map((one) => ({ ...one, files: one.files.length })),
      thread: host.sandbox.messages({ as: INES, channel: FEEDBACK, thread: message }),
      inbox: host.sandbox.inbox(KASPER),
    });
    const before = seen();

    await restart();

    expect(seen()).toEqual(before);
    expect(await (await fetch(`${host.url}${new URL(url).pathname}${new URL(url).search}`)).text()).toBe('a');
  });

  it('gives no id twice, even when the clock goes back', async () => {
    const { message } = host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'One' });
    host.sandbox.deleteMessage({ as: KASPER, channel: FEEDBACK, message });
    await host.close();
    host = await openHost({
      journal: openJournal(join(folder, 'discord.jsonl')),
      now: () => new Date('2020-01-01'),
    });
    const later = host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'Two' }).message;
    expect(BigInt(later)).toBeGreaterThan(BigInt(message));
  });

  it('keeps commands, and tokens that are still good', async () => {
    await host.rest.put(Routes.applicationGuildCommands(BOT, GUILD), {
      body: [{ name: 'hello', description: 'Hello' }],
    });
    const client = await host.login();
    const heard = next(client, Events.InteractionCreate);
    const result = host.sandbox.command({ as: NORA, channel: FEEDBACK, text: '/hello' });
    const [command] = (await heard) as [ChatInputCommandInteraction];
    await command.deferReply({ flags: MessageFlags.Ephemeral });
    await result;

    await restart();

    await host.rest.patch(Routes.webhookMessage(BOT, command.token), {
      body: { content: 'Late but here' },
      auth: false,
    });
    expect(host.sandbox.messages({ as: NORA, channel: FEEDBACK })).toMatchObject([
      { text: 'Late but here', ephemeral: true },
    ]);
    expect(await host.rest.get(Routes.applicationGuildCommands(BOT, GUILD))).toMatchObject([
      { name: 'hello' },
    ]);
  });

  it('lets a new client hear reactions on what was written before', async () => {
    const { message } = host.sandbox.createMessage({ as: KASPER, channel: FEEDBACK, text: 'Before' });
    await restart();
    const client = await host.login();
    const heard = next(client, Events.MessageReactionAdd);
    host.sandbox.react({ as: NORA, channel: FEEDBACK, message, emoji: '🚩', present: true });
    const [reaction] = (await heard) as [MessageReaction];
    expect((await reaction.message.fetch()).content).toBe('Before');
  });
});
