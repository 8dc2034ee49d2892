import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const figure = z.object({
  what: z.string(),
  value: z.number(),
  yardstick: z.number(),
  ratio: z.number(),
  unit: z.string(),
  target: z.union([z.object({ atLeast: z.number() }), z.object({ atMost: z.number() })]),
  isMet: z.boolean(),
});

const result = z.object({
  name: z.string(),
  database: z.string().optional(),
  environment: z.object({
    on: z.string(),
    node: z.string(),
    cores: z.number(),
    cpu: z.string().optional(),
    memoryMb: z.number(),
  }),
  figures: z.array(figure),
});

export type SavedFigure = z.infer<typeof figure>;
/** What a benchmark has saved with `--save`. */
export type Result = z.infer<typeof result>;

/** All that are saved in a folder, in the order of their names. */
export function readResults(folder: string): Result[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .toSorted()
    .map((name) => result.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

/** How near it is to what is wanted: 1 is just what is wanted, 2 twice as good, 0.5 half. */
export function nearness({ ratio, target }: Pick<SavedFigure, 'ratio' | 'target'>): number {
  return 'atLeast' in target ? ratio / target.atLeast : target.atMost / ratio;
}
