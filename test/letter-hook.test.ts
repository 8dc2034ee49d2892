import { describe, expect, it } from '@jest/globals';
import type { ArrivedLetter } from '../src/chat/mail.ts';
import { createLetterHook } from '../src/letter-hook.ts';
import type { Taken } from '../src/take-letter.ts';

const SECRET = 'sixteen letters and more';
const MAX = 1_000_000;
const CHUNK = 65_536;

/** A request with so many bytes, of which it is counted how many were asked for. */
async function handed(size: number, headers: Record<string, string> = {}, taken: Taken | Error = 'noted') {
  const state = {
    sent: 0,
    read: null as { bytes: number; size: number; passedOn: readonly string[] } | null,
  };
  async function* body() {
    while (state.sent < size) {
      const next = Math.min(CHUNK, size - state.sent);
      state.sent += next;
      yield new Uint8Array(next);
    }
  }
  const hook = createLetterHook({
    secret: SECRET,
    maxBytes: MAX,
    read: async (raw, said, passedOn) => {
      state.read = { bytes: raw.byteLength, size: said, passedOn };
      return {} as ArrivedLetter;
    },
    take: async () => {
      if (taken instanceof Error) throw taken;
      return taken;
    },
  });
  const answer = await hook.handle({
    body: body(),
    headers: { authorization: `Bearer ${SECRET}`, ...headers },
  });
  return { ...state, status: answer.status };
}

describe('mail that a mail server hands over', () => {
  it('is kept before that is said, and comes again when it could not be', async () => {
    expect(await handed(1_000, { 'x-mail-recipient': 'a@x.example' })).toEqual({
      status: 202,
      sent: 1_000,
      read: { bytes: 1_000, size: 1_000, passedOn: ['a@x.example'] },
    });
    await expect(handed(1_000, {}, new Error('the record is down'))).rejects.toThrow('down');
  });

  it.each([
    ['without the secret', ''],
    ['with a wrong one', 'Bearer sixteen letters and mor'],
    ['with another scheme', `Basic ${SECRET}`],
  ])('is not read at all %s', async (_, authorization) => {
    expect(await handed(1_000, { authorization })).toEqual({ status: 401, sent: 0, read: null });
  });

  it('that is too large is read no further than its header, where its size is said, and else to the limit', async () => {
    const said = await handed(50_000_000, { 'content-length': '50000000' });
    expect([said.status, said.read?.size]).toEqual([413, 50_000_000]);
    expect(said.sent).toBeLessThan(300_000);
    const unsaid = await handed(50_000_000);
    expect([unsaid.status, unsaid.read?.bytes]).toEqual([413, MAX]);
    expect(unsaid.read!.size).toBeGreaterThan(MAX);
    expect(unsaid.sent).toBeLessThan(MAX + 2 * CHUNK);
  });

  it('is refused where there is none, or where it is not for us', async () => {
    expect((await handed(0)).status).toBe(400);
    expect((await handed(10, {}, 'not_ours')).status).toBe(404);
    expect((await handed(10, {}, 'known')).status).toBe(202);
  });
});
