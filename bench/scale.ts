import { openServers, type Servers } from './program/servers.ts';
import { type Figure, report } from './report.ts';
import { processes } from './scale/processes.ts';
import { shards } from './scale/shards.ts';
import { workspaces } from './scale/workspaces.ts';

/**
 * `npm run bench -- scale --json`: the pipeline with more communities, more processes and more shards, each beside one in the same run. Over the
 * gateway of a sandbox with Discord servers and without limits. `BENCH_PARTS=workspaces` takes one part.
 */
const PARTS: Readonly<Record<string, (servers: Servers) => Promise<{ figures: Figure[]; sizes: object }>>> = {
  workspaces,
  processes,
  shards,
};

const wanted = (process.env['BENCH_PARTS'] ?? Object.keys(PARTS).join(',')).split(',');
const servers = await openServers();
try {
  const figures: Figure[] = [];
  const sizes: Record<string, unknown> = {};
  for (const [name, part] of Object.entries(PARTS)) {
    if (!wanted.includes(name)) continue;
    const measured = await part(servers);
    figures.push(...measured.figures);
    sizes[name] = measured.sizes;
  }
  const queue = process.env['BENCH_QUEUE'] === 'redis' ? 'Redis' : 'PostgreSQL';
  report('scale', figures, { ...sizes, queue, ...servers.kinds });
} finally {
  await servers.close();
}
