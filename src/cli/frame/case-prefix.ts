import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

/** What hearback.yaml says when it says nothing. */
const DEFAULT = 'FB';

/** What cases are called: the FB of FB-12. A policy with faults must not keep the operator from looking, so it is only this one line. */
export function casePrefix(policyPath: string): string {
  try {
    return z.object({ prefix: z.string() }).parse(parse(readFileSync(policyPath, 'utf8'))).prefix;
  } catch {
    return DEFAULT;
  }
}
