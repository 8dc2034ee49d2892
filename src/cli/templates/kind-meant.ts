import { readFileSync } from 'node:fs';
import { readDocument } from '../../policy/document.ts';
import { loadPolicy, type Around } from '../../policy/load.ts';
import { policyPaths } from '../../policy/policies.ts';
import { asMap } from '../../policy/loose.ts';
import type { Policy } from '../../policy/schema.ts';
import { unknownName } from './unknown-name.ts';

const KIND = 'kind:';

/** A kind of the policy, and the policy it is in. */
export interface KindMeant {
  key: string;
  policy: Policy;
  /** The file it is in. */
  path: string;
}

/**
 * The kind somebody means by `kind:refund`, or by `refund` alone where nothing else is called so (`taken`); else null.
 * @throws {AppError} NOT_POSSIBLE for `kind:` with a name nobody has, CONFIG_INVALID for a policy that cannot be used
 */
export async function kindMeant(
  name: string,
  taken: readonly string[],
  policyPath: string,
  around: Around,
): Promise<KindMeant | null> {
  const isNamed = name.startsWith(KIND);
  const key = isNamed ? name.slice(KIND.length) : name;
  if (!isNamed && (taken.includes(name) || !kindKeys(policyPath).includes(name))) return null;
  const paths = policyPaths(policyPath);
  // Of several files that have such a kind, the first.
  const path = paths.find((each) => keysIn(each).includes(key)) ?? paths[0] ?? policyPath;
  const policy = await loadPolicy(path, around);
  if (Object.hasOwn(policy.kinds, key)) return { key, policy, path };
  const keys = Object.keys(policy.kinds);
  throw unknownName(`There is no kind ${key}.`, key, keys, `There are ${keys.join(', ')}.`);
}

/** The kinds as they are written. A policy with faults, or none, must not keep anybody from looking at a template. */
export function kindKeys(policyPath: string): string[] {
  try {
    return [...new Set(policyPaths(policyPath).flatMap(keysIn))];
  } catch {
    return [];
  }
}

function keysIn(path: string): string[] {
  try {
    return Object.keys(asMap(asMap(readDocument(readFileSync(path, 'utf8')).value)['kinds']));
  } catch {
    return [];
  }
}
