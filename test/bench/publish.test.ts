import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { drawChart } from '../../bench/publish/chart.ts';
import { withFigures } from '../../bench/publish/page.ts';
import { readResults, type Result } from '../../bench/publish/results.ts';
import { trend } from '../../bench/soak/trend.ts';

const figure = (what: string, ratio: number) => ({
  what,
  value: ratio * 10,
  yardstick: 10,
  ratio,
  unit: 'ms',
  target: { atMost: 2 },
  isMet: ratio <= 2,
});
const result = (name: string, ratios: readonly number[]): Result => ({
  name,
  environment: { on: '2026-11-23', node: 'v20.20.2', cores: 2, cpu: 'EPYC', memoryMb: 24_106 },
  figures: ratios.map((ratio, nth) => figure(`${name} ${nth}`, ratio)),
});

describe('the figures on the page about performance', () => {
  it('are what the benchmarks have saved, and say which are not as wanted', () => {
    const page =
      'Before.\n<!-- figures: made by npm run bench -- report -->\nold\n<!-- end of figures -->\nAfter.\n';

    const made = withFigures(page, [result('growth', [1.5, 3])], 'images/chart.svg');

    expect(made).toMatch(/^Before\.\n/);
    expect(made).toMatch(/<!-- end of figures -->\nAfter\.\n$/);
    expect(made).not.toContain('old');
    expect(made).toContain('1 of 2 figures are as wanted.');
    expect(made).toContain('| growth 0 | 15 ms | 10 | 1.5 | at most 2 |  |');
    expect(made).toContain('| growth 1 | 30 ms | 10 | 3 | at most 2 | **not met** |');
    expect(withFigures(made, [result('growth', [1.5, 3])], 'images/chart.svg')).toBe(made);
  });

  it('are the furthest from what is wanted, where there are many', () => {
    const page = readFileSync('docs/performance.md', 'utf8');
    const ratios = Array.from({ length: 40 }, (_, nth) => nth / 10 + 0.1);

    const made = withFigures(page, [result('many', ratios)], 'images/chart.svg');

    expect(made).toContain('20 of 40 are as wanted; these 16 are furthest from it.');
    expect(made.match(/^\| many \d+ /gm)).toHaveLength(16);
    expect(made).toContain('| many 39 |');
    expect(made).not.toContain('| many 0 |');
  });

  it('on the page are those in bench/results', async () => {
    const saved = readResults('bench/results');
    const page = readFileSync('docs/performance.md', 'utf8');

    expect(withFigures(page, saved, 'images/benchmarks.svg')).toBe(page);
    if (saved.length > 0)
      expect(await drawChart(saved)).toBe(readFileSync('docs/images/benchmarks.svg', 'utf8'));
  });

  it('are drawn with the figure of each benchmark that is furthest from what is wanted', async () => {
    const svg = await drawChart([result('clocks', [1, 4]), result('start', [0.5])]);

    expect(svg).toContain('clocks');
    expect(svg).toContain('0.50 ×');
    expect(svg).toContain('4.0 ×');
    expect(svg).toContain('prefers-color-scheme:dark');
  });
});

describe('the trend of a soak', () => {
  const samples = (value: (at: number) => number) =>
    Array.from({ length: 20 }, (_, at) => ({ at, value: value(at) }));

  it('is the slope of what grows, whatever the peaks', () => {
    const { start, end } = trend(samples((at) => 100 + at + (at % 7 === 3 ? 40 : 0)));

    expect(end - start).toBeCloseTo(19, 0);
  });

  it('is none where there are peaks alone', () => {
    const { start, end } = trend(samples((at) => 100 + (at % 5 === 0 ? 50 : 0)));

    expect(Math.abs(end - start)).toBeLessThan(1);
  });
});
