import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/package-root.ts';
import { drawChart } from './publish/chart.ts';
import { withFigures } from './publish/page.ts';
import { readResults } from './publish/results.ts';

/** `npm run bench -- report`: writes the tables and the chart of docs/performance.md from what the benchmarks have saved in bench/results. */
const root = packageRoot();
const page = join(root, 'docs', 'performance.md');
const results = readResults(join(root, 'bench', 'results'));

writeFileSync(page, withFigures(readFileSync(page, 'utf8'), results, 'images/benchmarks.svg'));
if (results.length > 0)
  writeFileSync(join(root, 'docs', 'images', 'benchmarks.svg'), await drawChart(results));
process.stdout.write(`docs/performance.md shows ${results.length} benchmarks.\n`);
