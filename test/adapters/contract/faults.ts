import { describe, expect, it } from '@jest/globals';
import { AppError, OutcomeUnknown, RateLimited } from '../../../src/errors.ts';
import { newMark, type Scene } from './scene.ts';

/** The platform misbehaves. */
export function describeFaults(scene: () => Scene): void {
  describe('when the platform misbehaves', () => {
    it('passes a rate limit on at once, with how long to wait', async () => {
      const { adapter, sandbox, inChannel, reply } = scene();
      sandbox.fault({ kind: 'rate_limit', times: 1, retryAfterS: 30 });

      const error: unknown = await adapter
        .post(inChannel(), reply('x'), newMark())
        .catch((thrown: unknown) => thrown);

      expect(error).toBeInstanceOf(RateLimited);
      expect((error as RateLimited).afterMs).toBeGreaterThanOrEqual(29_000);
    });

    it('does not repeat a post whose answer was lost: it says so, and finds it', async () => {
      const { adapter, sandbox, channels, people, inChannel, reply, seen } = scene();
      const since = new Date();
      const mark = newMark();
      const content = reply('said once');
      sandbox.fault({ kind: 'lost_answer', times: 1 });

      await expect(adapter.post(inChannel(), content, mark)).rejects.toThrow(OutcomeUnknown);

      const copies = seen(people.member, channels.open).filter((message) =>
        JSON.stringify(message).includes('said once'),
      );
      expect(copies).toHaveLength(1);
      expect(await adapter.findPosted(inChannel(), content, mark, since)).toMatchObject({
        messageId: copies[0]!.id,
      });
    });

    it('leaves the repetition to the caller when the platform fails', async () => {
      const { adapter, sandbox, inChannel, reply } = scene();
      sandbox.fault({ kind: 'server_error', times: 1, status: 503 });

      const error: unknown = await adapter
        .post(inChannel(), reply('x'), newMark())
        .catch((thrown: unknown) => thrown);

      expect(error).toBeInstanceOf(AppError);
      expect((error as AppError).retry).toBe('backoff');
    });

    it('delivers what happened while it was cut off, or says that it may have missed something', async () => {
      const { sandbox, channels, people, inbound } = scene();
      for (const round of [1, 2]) {
        const gaps = inbound.gaps.length;
        sandbox.fault({ kind: 'drop_socket', ms: 300 });
        const during = sandbox.createMessage({
          as: people.member,
          channel: channels.open,
          text: `cut off ${round}`,
        });
        await inbound.until(
          () =>
            inbound.gaps.length > gaps ||
            inbound.events.some(({ messageId }) => messageId === during.message),
        );
      }
      const after = sandbox.createMessage({ as: people.member, channel: channels.open, text: 'back again' });

      await inbound.event('message_posted', ({ messageId }) => messageId === after.message);
    });

    it('delivers events that arrive twice or out of order all the same', async () => {
      const { sandbox, channels, people, inbound } = scene();
      sandbox.fault({ kind: 'redeliver', times: 1 });
      const { message } = sandbox.createMessage({ as: people.member, channel: channels.open, text: 'twice' });
      sandbox.fault({ kind: 'reorder', times: 2 });
      sandbox.react({ as: people.moderator, channel: channels.open, message, emoji: '🚩', present: true });
      sandbox.react({ as: people.moderator, channel: channels.open, message, emoji: '🚩', present: false });

      await inbound.event('message_posted');
      await inbound.event('reaction_added');
      await inbound.event('reaction_removed');
      const posted = inbound.events.filter(
        ({ kind, eventId }) => kind === 'message_posted' && eventId !== null,
      );
      expect(new Set(posted.map(({ eventId }) => eventId)).size).toBeLessThanOrEqual(1);
    });
  });
}
