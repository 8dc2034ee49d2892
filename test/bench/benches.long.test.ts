import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from '@jest/globals';

interface Printed {
  name: string;
  value: number;
  yardstick: number;
  ratio: number;
  unit: string;
  target: object;
  figures: { what: string; value: number; yardstick: number; ratio: number }[];
}

/** Runs it as `npm run bench` does, as small as it goes. @returns the object on its last line */
async function bench(name: string, env: Record<string, string>): Promise<Printed> {
  const child = spawn(process.execPath, ['dist/bench/main.js', name, '--json'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = { stdout: '', stderr: '' };
  for (const way of ['stdout', 'stderr'] as const)
    child[way].setEncoding('utf8').on('data', (text: string) => (output[way] += text));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`${name} ended with ${code}:\n${output.stderr}`);
  return JSON.parse(output.stdout.trim().split('\n').at(-1)!) as Printed;
}

/** How it answers is looked at by the benchmarks themselves: they end in an error where a flag has not its one answer. */
describe('the benchmarks of the way from a flag to its answer', () => {
  it('measure it from beginning to end, and print what they found beside their yardsticks', async () => {
    const [pipeline, ack, pacing] = await Promise.all([
      bench('pipeline', { BENCH_FLAGS: '4', BENCH_CHAT_SDK: 'no' }),
      bench('ack', { BENCH_FLAGS: '6', BENCH_PROBES: '2' }),
      bench('pacing', { BENCH_ANSWERS: '26', BENCH_CHANNELS: '2', BENCH_SPEED: '50' }),
    ]);
    for (const printed of [pipeline, ack, pacing]) {
      expect(Object.keys(printed).slice(0, 6)).toEqual([
        'name',
        'value',
        'yardstick',
        'ratio',
        'unit',
        'target',
      ]);
      for (const { value, yardstick, ratio } of printed.figures) {
        expect(value).toBeGreaterThan(0);
        expect(yardstick).toBeGreaterThan(0);
        expect(ratio / (value / yardstick)).toBeCloseTo(1, 1);
      }
    }
    expect(pipeline.figures[0]?.what).toBe('flags, ours, queue in PostgreSQL, beside Bolt, in memory');
    expect(ack.figures).toHaveLength(5);
    expect(pacing.figures.map(({ what }) => what)).toEqual([
      '26 answers on slack, beside the least the limits allow',
      'too many calls for slack, and one',
      '26 answers on discord, beside the least the limits allow',
      'too many calls for discord, and one',
    ]);
  }, 600_000);
});
