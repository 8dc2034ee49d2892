import type { Fault, Path, PolicyDocument } from './document.ts';
import { pathName } from './faults.ts';
import { asList } from './loose.ts';
import { nearest } from './nearest.ts';
import { looksSecret, shown } from './secrets.ts';

/** What steps and details can be called. */
export interface Names {
  templates: readonly string[];
  /** Keys of `details.yaml`. */
  details: readonly string[];
}

/** A detail written as one word is meant as a key; anything longer is the words themselves. */
const DETAIL_KEY = /^[a-z][a-z0-9-]*$/;

/** Steps and details that are called by a name nobody has, in a kind or a playbook. */
export function nameFaults(
  written: Record<string, unknown>,
  path: Path,
  document: PolicyDocument,
  names: Names | null,
): Fault[] {
  if (!names) return [];
  const unknown = (
    field: string,
    noun: string,
    isKnown: (name: string) => boolean,
    known: readonly string[],
  ) =>
    asList(written[field]).flatMap((name, index) => {
      if (typeof name !== 'string' || isKnown(name)) return [];
      const at = [...path, field, index];
      return [document.at(at, `${pathName(at)}: there is no ${noun} ${shown(name)}; ${advice(name, known)}`)];
    });
  return [
    ...unknown('steps', 'template', (name) => names.templates.includes(name), names.templates),
    ...unknown(
      'details',
      'detail',
      (name) => !DETAIL_KEY.test(name) || names.details.includes(name),
      names.details,
    ),
  ];
}

/** What to write in the place of a name that is none. */
export function advice(written: string, possible: readonly string[]): string {
  if (possible.length === 0) return 'there are none yet; add it or take it out here';
  const meant = nearest(written, possible);
  return meant
    ? `did you mean "${meant}"?`
    : `write one of ${possible.filter((name) => !looksSecret(name)).join(', ')}, or add it`;
}
