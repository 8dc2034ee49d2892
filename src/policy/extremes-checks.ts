import type { Fault, PolicyDocument } from './document.ts';
import { pathName } from './faults.ts';
import { asList, asMap } from './loose.ts';
import { advice } from './name-checks.ts';
import { shown } from './secrets.ts';

/** Kinds that management is to hear of and that nobody has. */
export function extremesFaults(policy: Record<string, unknown>, document: PolicyDocument): Fault[] {
  const kinds = Object.keys(asMap(policy['kinds']));
  return asList(asMap(policy['extremes'])['kinds']).flatMap((kind, index) => {
    if (typeof kind !== 'string' || kinds.includes(kind)) return [];
    const path = ['extremes', 'kinds', index];
    return [document.at(path, `${pathName(path)}: there is no kind ${shown(kind)}; ${advice(kind, kinds)}`)];
  });
}
