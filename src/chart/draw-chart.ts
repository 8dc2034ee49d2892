import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { chartSpec } from './chart-spec.ts';
import type { DrawChart } from '../cases/digest/chart.ts';

/** A chart takes about a second, on a busy machine several (ms). */
const WITHIN_MS = 60_000;
/** What the thread may use (MB); a chart takes some 60. */
const MEMORY_MB = 256;
/** Dots for each point: sharp on any screen. */
const SCALE = 2;

/**
 * Draws in a thread of its own, one for each chart, which loads the libraries and takes them with it when it ends: a chart a
 * week is worth no 100 MB, and drawing must not keep the program from answering.
 * @param root the folder with src/ in it: the thread's program is read from there, compiled or not
 */
export function createDrawChart(root: string): DrawChart {
  const program = join(root, 'src', 'chart', 'worker.mjs');
  return (chart) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(pathToFileURL(program), {
        workerData: { spec: chartSpec(chart), fonts: fonts(), scale: SCALE },
        resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
        execArgv: [],
      });
      const timer = setTimeout(() => void worker.terminate(), WITHIN_MS);
      worker.once('message', (png: Uint8Array) => resolve(png));
      worker.once('error', reject);
      worker.once('exit', (code) => {
        clearTimeout(timer);
        reject(new Error(`the chart was not drawn (${code})`));
      });
    });
}

/** The machine may have no fonts at all. */
function fonts(): Uint8Array[] {
  const require = createRequire(import.meta.url);
  return [
    readFileSync(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')),
    readFileSync(require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')),
  ];
}
