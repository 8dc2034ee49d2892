import { join } from 'node:path';
import { Liquid } from 'liquidjs';
import { DrawnChart } from '../cases/figures/page-chart.ts';
import { storable } from '../chat/text.ts';

/** Longest a page may take to draw (ms) and what it may allocate (Liquid's own units); a long case needs a hundredth. */
const RENDER_LIMIT_MS = 5_000;
const MEMORY_LIMIT = 50_000_000;

/** Draws a view. Every value printed is escaped: whatever people wrote stays text. */
export type Render = (view: string, data: Record<string, unknown>) => Promise<string>;

/** @param root the folder with src/ in it: views are read from there, compiled or not */
export function createRender(root: string): Render {
  const engine = new Liquid({
    root: join(root, 'src', 'web', 'views'),
    extname: '.liquid',
    outputEscape: 'escape',
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    cache: true,
    greedy: false,
    renderLimit: RENDER_LIMIT_MS,
    memoryLimit: MEMORY_LIMIT,
  });
  // The one way around the escaping; no view needs it.
  engine.unregisterFilter('raw');
  // A chart that we have drawn, as it is; of anything else, nothing.
  engine.registerFilter('drawn', {
    raw: true,
    handler: (chart: unknown) => (chart instanceof DrawnChart ? chart.svg : ''),
  });
  return async (view, data) => storable(String(await engine.renderFile(view, data)));
}
