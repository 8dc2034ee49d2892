import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { DrawnChart, type DrawPageCharts } from '../cases/figures/page-chart.ts';
import { pageChartSpec } from './page-chart-spec.ts';

/** Charts of a page take some 20 ms each, and the first a quarter of a second; a busy machine needs more (ms). */
const WITHIN_MS = 10_000;
/** The thread ends when nobody has looked at a chart for so long (ms): its libraries take 60 MB. */
const IDLE_MS = 120_000;
/** What it may use (MB). */
const MEMORY_MB = 256;

type Answer = { id: number } & ({ svgs: string[] } | { problem: string });

/** The thread, and who waits for what from it. */
interface Drawer {
  worker: Worker;
  waiting: Map<number, (answer: Answer | Error) => void>;
}

/**
 * Draws in a thread of its own, so that drawing never keeps the program from answering. It is started by the first chart, and
 * started again when it broke.
 * @param root the folder with src/ in it: the thread's program is read from there, compiled or not
 */
export function createDrawPageCharts(root: string): { draw: DrawPageCharts; close(): Promise<void> } {
  const program = pathToFileURL(join(root, 'src', 'chart', 'svg-worker.mjs'));
  let drawer: Drawer | null = null;
  let last = 0;
  const end = (ended: Drawer, error: Error) => {
    if (drawer === ended) drawer = null;
    for (const tell of ended.waiting.values()) tell(error);
    void ended.worker.terminate();
  };
  const close = async () => {
    const open = drawer;
    drawer = null;
    await open?.worker.terminate();
  };
  const draw: DrawPageCharts = async (charts) => {
    if (charts.length === 0) return [];
    drawer ??= openDrawer(program, end);
    const current = drawer;
    last += 1;
    const id = last;
    const timer = setTimeout(() => end(current, new Error('the charts took too long')), WITHIN_MS);
    try {
      const answer = await new Promise<Answer>((resolve, reject) => {
        current.waiting.set(id, (given) => (given instanceof Error ? reject(given) : resolve(given)));
        current.worker.postMessage({ id, specs: charts.map(pageChartSpec) });
      });
      if ('problem' in answer) throw new Error(`the charts were not drawn: ${answer.problem}`);
      return answer.svgs.map((svg) => new DrawnChart(bare(svg)));
    } finally {
      clearTimeout(timer);
      current.waiting.delete(id);
    }
  };
  return { draw, close };
}

function openDrawer(program: URL, end: (drawer: Drawer, error: Error) => void): Drawer {
  const worker = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB }, execArgv: [] });
  const drawer: Drawer = { worker, waiting: new Map() };
  let idle: NodeJS.Timeout | undefined;
  // Nobody waits for the thread when the program ends.
  worker.unref();
  worker.on('message', (answer: Answer) => {
    drawer.waiting.get(answer.id)?.(answer);
    clearTimeout(idle);
    idle = setTimeout(() => {
      if (drawer.waiting.size === 0) end(drawer, new Error('the thread was idle'));
    }, IDLE_MS).unref();
  });
  worker.once('error', (error) => end(drawer, error));
  worker.once('exit', () => end(drawer, new Error('the thread ended')));
  return drawer;
}

/** Its own description of each axis and bar would be read out by screen readers; the page has a sentence and a table for that. */
function bare(svg: string): string {
  return svg
    .replaceAll(/ (?:role|aria-roledescription|aria-label)="[^"]*"/g, '')
    .replace(/ width="[^"]*" height="[^"]*"/, '')
    .replace('<svg ', '<svg aria-hidden="true" focusable="false" ');
}
