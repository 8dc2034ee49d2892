import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { BOT, FEEDBACK, GENERAL, type Host, INES, KASPER, NO_BOTS, NORA, openHost, TRIAGE } from './host.ts';

describe('people', () => {
  let host: Host;
  beforeEach(async () => {
    host = await openHost();
  });
  afterEach(() => host.close());

  const says = (text: string, thread?: string) =>
    host.sandbox.createMessage({
      as: KASPER,
      channel: FEEDBACK,
      text,
      ...(thread === undefined ? {} : { thread }),
    }).message;

  it('and channels are those of the seed', () => {
    const { people, channels, ...rest } = host.sandbox.community();
    expect(rest).toEqual({
      platform: 'discord',
      id: '1100000000000000001',
      name: 'Lantern Quest',
      appConnected: false,
    });
    expect(people.map(({ name }) => name)).toContain('Nora Finch');
    expect(people.filter(({ isBot }) => isBot)).toMatchObject([{ id: BOT, name: 'Hearback' }]);
    expect(channels.find(({ id }) => id === GENERAL)).toMatchObject({
      isPrivate: false,
      members: expect.arrayContaining([BOT, KASPER]),
    });
    expect(channels.find(({ id }) => id === NO_BOTS)?.members).not.toContain(BOT);
  });

  it('see only the channels they are in', () => {
    host.sandbox.createMessage({ as: NORA, channel: TRIAGE, text: 'Internal' });
    expect(host.sandbox.messages({ as: NORA, channel: TRIAGE })).toMatchObject([{ text: 'Internal' }]);
    expect(() => host.sandbox.messages({ as: KASPER, channel: TRIAGE })).toThrow(refused('50001'));
    expect(() => host.sandbox.createMessage({ as: KASPER, channel: TRIAGE, text: 'x' })).toThrow(
      refused('50001'),
    );
    expect(() => host.sandbox.messages({ as: KASPER, channel: '42' })).toThrow(refused('10003'));
    expect(() => host.sandbox.messages({ as: '42', channel: GENERAL })).toThrow(refused('10013'));
  });

  it('cannot say nothing or too much', () => {
    expect(() => says('   ')).toThrow(refused('50006'));
    expect(() => says('x'.repeat(2_001))).toThrow(refused('50035'));
    const message = says('fine');
    expect(() => host.sandbox.editMessage({ as: KASPER, channel: FEEDBACK, message, text: '' })).toThrow(
      refused('50006'),
    );
  });

  it('edit and delete only what they wrote', () => {
    const message = says('mine');
    expect(() => host.sandbox.editMessage({ as: INES, channel: FEEDBACK, message, text: 'yours' })).toThrow(
      refused('50005'),
    );
    expect(() => host.sandbox.deleteMessage({ as: INES, channel: FEEDBACK, message })).toThrow(
      refused('50013'),
    );
    host.sandbox.editMessage({ as: KASPER, channel: FEEDBACK, message, text: 'still mine' });
    expect(host.sandbox.messages({ as: INES, channel: FEEDBACK })).toMatchObject([
      { text: 'still mine', edited: true },
    ]);
  });

  it('reach messages in threads through the channel or the thread', () => {
    const root = says('Root');
    const reply = says('Reply', root);
    host.sandbox.react({ as: NORA, channel: FEEDBACK, message: reply, emoji: '🚩', present: true });
    host.sandbox.react({ as: NORA, channel: root, message: reply, emoji: '👀', present: true });
    expect(host.sandbox.messages({ as: NORA, channel: root })).toMatchObject([
      {
        id: reply,
        channel: FEEDBACK,
        thread: root,
        reactions: [
          { emoji: '🚩', people: [NORA] },
          { emoji: '👀', people: [NORA] },
        ],
      },
    ]);
    expect(() =>
      host.sandbox.react({ as: NORA, channel: GENERAL, message: reply, emoji: '🚩', present: true }),
    ).toThrow(refused('10008'));
  });

  it('cannot reply in the thread of a message that does not exist', () => {
    expect(() => says('Reply', '42')).toThrow(refused('10008'));
    expect(() => host.sandbox.messages({ as: KASPER, channel: FEEDBACK, thread: '42' })).toThrow(
      refused('10003'),
    );
    expect(host.sandbox.messages({ as: KASPER, channel: FEEDBACK, thread: says('no thread yet') })).toEqual(
      [],
    );
  });

  it('are told of every change until they stop listening', () => {
    let changes = 0;
    const stop = host.sandbox.onChange(() => (changes += 1));
    says('one');
    expect(changes).toBe(1);
    stop();
    says('two');
    expect(changes).toBe(1);
  });
});

function refused(code: string): object {
  return expect.objectContaining({ name: 'SandboxRefusal', code });
}
