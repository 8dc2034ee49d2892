import { expect, it } from '@jest/globals';
import { createPatience } from '../../src/cli/frame/patience.ts';
import { unlessStopped } from '../../src/cli/frame/unless-stopped.ts';
import { PlatformUnavailable, RateLimited } from '../../src/errors.ts';

/** Patience that waits by a clock of its own. */
function patient(stopped = new AbortController().signal) {
  const [said, waits]: [string[], number[]] = [[], []];
  const patience = createPatience({
    say: (line) => said.push(line),
    stopped,
    wait: async (ms) => waits.push(ms),
  });
  return { patience, said, waits };
}

/** Fails so often with this, and answers then. */
function answering(times: number, error: Error) {
  const calls = { made: 0 };
  const call = async () => {
    calls.made += 1;
    if (calls.made <= times) throw error;
    return 'answer';
  };
  return { call, calls };
}

it('waits out what a platform asks for, and says so', async () => {
  const { patience, said, waits } = patient();
  const { call } = answering(2, new RateLimited('slack', 30_500, null));
  expect(await patience(call)).toBe('answer');
  expect(waits).toEqual([30_500, 30_500]);
  expect(said[0]).toBe('The platform asks us to wait 31 s. Then it goes on.');
});

it('waits neither for an hour nor for ever', async () => {
  const { patience, waits } = patient();
  const hour = new RateLimited('slack', 3_600_000, null);
  await expect(patience(answering(1, hour).call)).rejects.toBe(hour);
  expect(waits).toEqual([]);
  const { call, calls } = answering(1_000, new RateLimited('slack', 1_000, null));
  await expect(patience(call)).rejects.toThrow(RateLimited);
  expect(calls.made).toBe(11);
});

it('asks no more after three calls in a row that nobody answered, so that every check ends', async () => {
  const { patience } = patient();
  const { call, calls } = answering(1_000, new PlatformUnavailable('slack', 'no_answer', null));
  for (let times = 0; times < 200; times += 1) await expect(patience(call)).rejects.toThrow('slack');
  expect(calls.made).toBe(3);
});

it('begins to count anew with each answer', async () => {
  const { patience } = patient();
  const down = new PlatformUnavailable('slack', 'no_answer', null);
  for (let times = 0; times < 4; times += 1) {
    const { call } = answering(2, down);
    await patience(call).catch(() => null);
    await patience(call).catch(() => null);
    expect(await patience(call)).toBe('answer');
  }
});

it('stops at once where somebody presses Ctrl-C, whoever is being asked', async () => {
  const stopping = new AbortController();
  const { patience } = patient(stopping.signal);
  const silent = unlessStopped(stopping.signal, () => patience(() => new Promise<never>(() => {})));
  stopping.abort();
  await expect(silent).rejects.toMatchObject({ name: 'AbortError' });
  const { call, calls } = answering(0, new Error());
  await expect(patience(call)).rejects.toMatchObject({ name: 'AbortError' });
  expect(calls.made).toBe(0);
});
