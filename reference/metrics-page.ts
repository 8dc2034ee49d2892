import { Registry } from 'prom-client';
import { z } from 'zod';
import { createMetrics } from '../src/web/metrics.ts';
import { code, plain, table } from './markdown.ts';
import type { Page } from './page.ts';

const INTRO = `Every figure of Hearback's own at \`/metrics\`, as it is registered. What each means in practice, alerts to begin with, and the figures of the process (\`process_…\`, \`nodejs_…\`, of which some exist on Linux only) are in [metrics](../metrics.md).`;

/** What a metric of prom-client knows of itself; its types leave out the labels. */
const described = z.object({
  name: z.string(),
  help: z.string(),
  type: z.string(),
  labelNames: z.array(z.string()).default([]),
});

export function metricsPage(): Page {
  const registry = new Registry();
  createMetrics(
    async () => ({ waiting: 0, dead: 0, oldestWaitingS: 0, fileBytes: 0 }),
    () => ({ putOff: 0, limited: 0 }),
    async () => ({ held: 0, shards: 0, unheard: [] }),
    registry,
  );
  const rows = registry
    .getMetricsAsArray()
    .map((metric) => described.parse(metric))
    .filter(({ name }) => name.startsWith('hearback_'))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'))
    .map(({ name, type, labelNames, help }) => [
      code(name),
      type,
      labelNames.map(code).join(', '),
      `${plain(help)}.`,
    ]);
  return {
    name: 'metrics',
    title: 'Metrics reference',
    about: 'every figure at `/metrics`: name, type and labels',
    body: `${INTRO}\n\n${table(['metric', 'type', 'labels', 'what it counts'], rows)}`,
  };
}
