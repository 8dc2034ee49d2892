import { afterAll, expect, it } from '@jest/globals';
import type { PageChart } from '../../src/cases/figures/page-chart.ts';
import { createDrawPageCharts } from '../../src/chart/draw-page-charts.ts';
import { packageRoot } from '../../src/package-root.ts';

const { draw, close } = createDrawPageCharts(packageRoot());
afterAll(close);

it('is measured in whole numbers however few there are, and no bar stands out above the lines', async () => {
  const few: PageChart = {
    title: 'New cases',
    labels: ['a', 'b', 'c'],
    form: 'bars',
    series: [{ name: 'new', values: [1, 2, null] }],
  };
  const many = { ...few, series: [{ name: 'new', values: [16_000, 3, 1] }] };
  expect((await draw([few, many])).map(({ svg }) => numbersOf(svg))).toEqual([
    ['0', '1', '2'],
    ['0', '5000', '10000', '15000', '20000'],
  ]);
});

/** What is written at the lines of a chart whose other labels are letters. */
function numbersOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*\d[^<]*)<\/text>/g)].map(([, words = '']) => words);
}
