import { describe, expect, it } from '@jest/globals';
import { LEAST_MS } from '../../bench/pacing/least.ts';
import { type Figure, linesOf, percentile } from '../../bench/report.ts';

function figure(value: number, yardstick: number, target: Figure['target']): Figure {
  return { what: `${value} beside ${yardstick}`, value, yardstick, unit: 'per second', target };
}

describe('what a benchmark prints', () => {
  it('is a line for each figure, and whether it is as wanted', () => {
    const lines = linesOf('pipeline', [figure(50, 100, { atLeast: 0.5 }), figure(3, 2, { atMost: 1.2 })], {});
    expect(lines.text).toEqual([
      '50 beside 100: 50 per second, beside 100 per second: ratio 0.5, wanted at least 0.5: met',
      '3 beside 2: 3 per second, beside 2 per second: ratio 1.5, wanted at most 1.2: NOT MET',
    ]);
  });

  it('is one object besides, which begins with the figure furthest from its target', () => {
    const target = { atLeast: 1 };
    const { json } = linesOf(
      'pipeline',
      [figure(80, 100, target), figure(30, 100, target), figure(3, 2, { atMost: 2 })],
      { flags: 800 },
    );
    expect(json).toMatchObject({
      name: 'pipeline',
      value: 30,
      yardstick: 100,
      ratio: 0.3,
      unit: 'per second',
      target,
      isMet: false,
      flags: 800,
      environment: { node: process.version },
    });
    expect(json.figures.map(({ ratio, isMet }) => [ratio, isMet])).toEqual([
      [0.8, false],
      [0.3, false],
      [1.5, true],
    ]);
  });

  it('takes for the 99th percentile what 99 of 100 do not exceed', () => {
    const times = Array.from({ length: 200 }, (_, index) => 200 - index);
    expect([percentile(times, 0.5), percentile(times, 0.99), percentile(times, 1)]).toEqual([100, 198, 200]);
    expect(percentile([7], 0.99)).toBe(7);
  });
});

describe('the least time answers take on platforms that keep their limits', () => {
  it('is nothing for a few at once in each channel of Slack, then one second each', () => {
    expect([80, 81, 101, 300].map((answers) => LEAST_MS.slack(answers, 20))).toEqual([
      0, 1_000, 2_000, 11_000,
    ]);
  });

  it('is a minute more for those of Slack that do not fit into the first', () => {
    expect([301, 381, 500].map((answers) => LEAST_MS.slack(answers, 20))).toEqual([60_000, 61_000, 66_000]);
  });

  it('is a second on Discord for each fifty calls, two an answer', () => {
    expect([25, 26, 500].map((answers) => LEAST_MS.discord(answers, 20))).toEqual([0, 1_000, 19_000]);
  });
});
