import type { DrawnChart, PageChart } from '../cases/figures/page-chart.ts';
import type { Rooms } from './page.ts';

/** A chart on a page. `svg` null: it could not be drawn, and the table stands for it. */
export interface Picture {
  title: string;
  svg: DrawnChart | null;
}

/** Draws what a page shows. A chart that fails costs the picture, never the page. */
export async function pictures(
  charts: readonly PageChart[],
  { drawCharts, log }: Pick<Rooms, 'drawCharts' | 'log'>,
): Promise<Picture[]> {
  const drawn = await drawCharts(charts).catch((error: unknown) => {
    log.warn({ err: error }, 'charts were not drawn');
    return [];
  });
  return charts.map(({ title }, index) => ({ title, svg: drawn[index] ?? null }));
}
