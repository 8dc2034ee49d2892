import { describe, expect, it } from '@jest/globals';
import type { APIMessage } from 'discord.js';
import { looksBlanked } from '../../../src/adapters/discord/snapshot.ts';
import { emojiName, readableText } from '../../../src/adapters/discord/text.ts';

const names = {
  channel: (id: string) => (id === '200' ? 'general' : null),
  role: (id: string) => (id === '300' ? 'Mods' : null),
};
const recorded = (change: object = {}) =>
  ({ content: 'It is broken', mentions: [], ...change }) as unknown as APIMessage;
const readable = (content: string, change: object = {}) =>
  readableText(recorded({ content, ...change }), names);

describe('emoji', () => {
  it.each([
    [{ id: null, name: '🚩' }, '🚩'],
    [{ id: null, name: '❤️' }, '❤'],
    [{ id: null, name: '🙏🏿' }, '🙏'],
    [{ id: null, name: '🧑🏽‍💼' }, '🧑‍💼'],
    [{ id: null, name: '🏳️‍🌈' }, '🏳‍🌈'],
    [{ id: null, name: '1️⃣' }, '1⃣'],
    [{ id: '99', name: 'lantern' }, ':lantern:'],
    [{ id: '99', name: null }, ':99:'],
  ])('%j is %s in the policy', (emoji, name) => {
    expect(emojiName(emoji)).toBe(name);
  });
});

describe('readable text', () => {
  it('has names in place of references', () => {
    const mentions = [{ id: '8', username: 'nora', global_name: null }];
    expect(
      readable(
        '<@8> <@!8> <@9> <@&300> <@&301> <#200> <#201> <:lamp:1> <a:spin:2> </feedback new:3> <t:1700000000:R> <https://x.org>',
        { mentions },
      ),
    ).toBe(
      '@nora @nora @member @Mods @role #general #channel :lamp: :spin: /feedback new 2023-11-14 22:13 UTC https://x.org',
    );
  });

  it('is what is left of a message without words', () => {
    expect(readable('', { message_snapshots: [{ message: { content: 'forwarded <@1>' } }] })).toBe(
      'forwarded @member',
    );
    expect(readable('', { poll: { question: { text: 'Which one?' } } })).toBe('Which one?');
    expect(readable('', { sticker_items: [{ id: '1', name: 'wave', format_type: 1 }] })).toBe(':wave:');
    expect(readable('', { embeds: [{ title: 'Build', description: 'failed' }] })).toBe('Build\nfailed');
    expect(readable('')).toBe('');
  });

  it('is accepted by a database', () => {
    expect(readable('a\u0000b\uD83D')).toBe('ab\uFFFD');
    expect(readable('<t:99999999999:R>')).toBe('5138-11-16 09:46 UTC');
  });

  it('is missing without the Message Content intent', () => {
    expect(looksBlanked(recorded({ content: '' }))).toBe(true);
    expect(looksBlanked(recorded({ content: '', attachments: [{}] }))).toBe(false);
    expect(looksBlanked(recorded())).toBe(false);
  });
});
