import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { policyPaths } from '../../policy/policies.ts';

/** What a policy says when it says nothing. */
const DEFAULT = 'FB';

/** What cases of a community are called: the FB of FB-12. */
export type PrefixOf = (workspaceId: string | null) => string;

const shape = z.object({
  prefix: z.string().default(DEFAULT).catch(DEFAULT),
  workspaces: z
    .array(z.object({ id: z.string() }))
    .default([])
    .catch([]),
});

/** A policy with faults must not keep the operator from looking, so it is only these lines of it. */
export function casePrefixes(policyPath: string): PrefixOf {
  const read = pathsIn(policyPath).map(glance);
  const prefixes = new Map(
    read.flatMap(({ prefix, workspaces }) => workspaces.map(({ id }) => [id, prefix] as const)),
  );
  const [only, other] = read;
  const usual = only && !other ? only.prefix : DEFAULT;
  return (workspaceId) => prefixes.get(workspaceId ?? '') ?? usual;
}

function pathsIn(policyPath: string): string[] {
  try {
    return policyPaths(policyPath);
  } catch {
    return [];
  }
}

function glance(path: string): z.infer<typeof shape> {
  try {
    return shape.parse(parse(readFileSync(path, 'utf8'), { intAsBigInt: true, merge: true }));
  } catch {
    return { prefix: DEFAULT, workspaces: [] };
  }
}
