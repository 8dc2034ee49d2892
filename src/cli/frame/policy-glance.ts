import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** The little of hearback.yaml that commands about gifts need. */
export interface PolicyGlance {
  /** Gifts by their keys, each with its type. */
  gifts: ReadonlyMap<string, string>;
  workspaces: readonly { id: string; timeZone: string }[];
}

const zone = z.string().refine(isZone);

const shape = z.object({
  timeZone: zone.default('UTC').catch('UTC'),
  gifts: z.record(z.string(), z.object({ type: z.string().catch('') })).default({}),
  workspaces: z.array(z.object({ id: z.string(), timeZone: zone.optional().catch(undefined) })).default([]),
});

/** A policy with faults must not keep the operator from looking: null when it cannot be read at all. */
export function glanceAt(policyPath: string): PolicyGlance | null {
  try {
    const { timeZone, gifts, workspaces } = shape.parse(
      parse(readFileSync(policyPath, 'utf8'), { intAsBigInt: true, merge: true }),
    );
    return {
      gifts: new Map(Object.entries(gifts).map(([key, { type }]) => [key, type])),
      workspaces: workspaces.map(({ id, timeZone: own }) => ({ id, timeZone: own ?? timeZone })),
    };
  } catch {
    return null;
  }
}

function isZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}
