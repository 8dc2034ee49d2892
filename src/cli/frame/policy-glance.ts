import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { policyPaths } from '../../policy/policies.ts';

/** The little of the policy that commands need which look at gifts, or at which communities there are. */
export interface PolicyGlance {
  workspaces: readonly CommunityGlance[];
}

export interface CommunityGlance {
  id: string;
  timeZone: string;
  /** Gifts of its policy by their keys, each with its type. */
  gifts: ReadonlyMap<string, string>;
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
    return { workspaces: policyPaths(policyPath).flatMap(communitiesIn) };
  } catch {
    return null;
  }
}

function communitiesIn(path: string): CommunityGlance[] {
  const { timeZone, gifts, workspaces } = shape.parse(
    parse(readFileSync(path, 'utf8'), { intAsBigInt: true, merge: true }),
  );
  const types = new Map(Object.entries(gifts).map(([key, { type }]) => [key, type]));
  return workspaces.map(({ id, timeZone: own }) => ({ id, timeZone: own ?? timeZone, gifts: types }));
}

function isZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone }));
  } catch {
    return false;
  }
}
