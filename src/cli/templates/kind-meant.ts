import { readFileSync } from 'node:fs';
import { readDocument } from '../../policy/document.ts';
import { loadPolicy, type Around } from '../../policy/load.ts';
import { asMap } from '../../policy/loose.ts';
import type { Policy } from '../../policy/schema.ts';
import { unknownName } from './unknown-name.ts';

const KIND = 'kind:';

/** A kind of the policy, and the policy it is in. */
export interface KindMeant {
  key: string;
  policy: Policy;
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
  const policy = await loadPolicy(policyPath, around);
  if (Object.hasOwn(policy.kinds, key)) return { key, policy };
  const keys = Object.keys(policy.kinds);
  throw unknownName(`There is no kind ${key}.`, key, keys, `There are ${keys.join(', ')}.`);
}

/** The kinds as they are written. A policy with faults, or none, must not keep anybody from looking at a template. */
export function kindKeys(policyPath: string): string[] {
  try {
    return Object.keys(asMap(asMap(readDocument(readFileSync(policyPath, 'utf8')).value)['kinds']));
  } catch {
    return [];
  }
}
