import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { policyPaths } from '../../policy/policies.ts';
import { textsIn, type Texts } from '../../texts/index.ts';

const language = z.string().optional().catch(undefined);
const shape = z.object({
  language,
  workspaces: z
    .array(z.object({ id: z.string(), language }))
    .default([])
    .catch([]),
});

/**
 * The texts each community reads, for what is written into its record from here. A policy with faults, or none, must not keep anybody
 * from being erased: then they are English.
 */
export function communityTexts(policyPath: string): (workspaceId: string) => Texts {
  const languages = new Map(readAll(policyPath));
  return (workspaceId) => textsIn(...(languages.get(workspaceId) ?? []));
}

function readAll(policyPath: string): [workspaceId: string, languages: (string | undefined)[]][] {
  return orNone(() => policyPaths(policyPath)).flatMap((path) => orNone(() => languagesIn(path)));
}

function orNone<T>(read: () => T[]): T[] {
  try {
    return read();
  } catch {
    return [];
  }
}

function languagesIn(path: string): [string, (string | undefined)[]][] {
  const all = shape.parse(parse(readFileSync(path, 'utf8'), { intAsBigInt: true, merge: true }));
  return all.workspaces.map(({ id, language: own }) => [id, [own, all.language]]);
}
