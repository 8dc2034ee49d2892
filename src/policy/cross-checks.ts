import type { Fault, Path, PolicyDocument } from './document.ts';
import { normaliseEmoji } from './emoji.ts';
import { nearest } from './nearest.ts';
import { looksSecret, shown } from './secrets.ts';
import { pathName } from './faults.ts';
import { asList, asMap } from './loose.ts';
import { localeFaults } from './locale-checks.ts';
import { retentionFaults } from './retention-checks.ts';
import { workspaceFaults } from './workspace-checks.ts';

/**
 * What a schema cannot see: names that point nowhere, channels that would leak, zones and languages that do not exist.
 * Works on the values as written, so one fault elsewhere hides none of these.
 * @param templates names that steps can have; null: unchecked
 */
export function crossFaults(document: PolicyDocument, templates: readonly string[] | null): Fault[] {
  const policy = asMap(document.value);
  return [
    ...secretFaults(document.value, [], document),
    ...emojiFaults(policy, document),
    ...kindFaults(policy, document, templates),
    ...localeFaults(policy, [], document),
    ...retentionFaults(policy, document),
    ...workspaceFaults(policy, document),
  ];
}

/** A token in the policy is a leak in itself: the file is shared, shown and kept in version control. */
function secretFaults(value: unknown, path: Path, document: PolicyDocument): Fault[] {
  if (typeof value === 'string' && looksSecret(value)) {
    const remedy =
      'take it out, put it into the environment (.env), and make a new one if others have seen this file';
    return [document.at(path, `${pathName(path)} looks like a token or password; ${remedy}`)];
  }
  if (Array.isArray(value))
    return value.flatMap((inner, index) => secretFaults(inner, [...path, index], document));
  return Object.entries(asMap(value)).flatMap(([key, inner]) =>
    secretFaults(inner, [...path, key], document),
  );
}

function emojiFaults(policy: Record<string, unknown>, document: PolicyDocument): Fault[] {
  const kinds = Object.keys(asMap(policy['kinds']));
  const emojis = Object.entries(asMap(policy['emojis']));
  return emojis.flatMap(([emoji, kind], index) => {
    const path = ['emojis', emoji];
    const twin = emojis.slice(0, index).find(([other]) => normaliseEmoji(other) === normaliseEmoji(emoji));
    const unknown = typeof kind === 'string' && !kinds.includes(kind);
    return [
      ...(twin
        ? [
            document.atKey(
              path,
              `emojis: ${shown(emoji)} is the same emoji as ${shown(twin[0])}; keep one of them`,
            ),
          ]
        : []),
      ...(unknown
        ? [document.at(path, `${pathName(path)}: there is no kind ${shown(kind)}; ${advice(kind, kinds)}`)]
        : []),
    ];
  });
}

function kindFaults(
  policy: Record<string, unknown>,
  document: PolicyDocument,
  templates: readonly string[] | null,
): Fault[] {
  const workspaces = asList(policy['workspaces']).map(asMap);
  return Object.entries(asMap(policy['kinds'])).flatMap(([key, value]) => {
    const kind = asMap(value);
    const steps = asList(kind['steps']);
    const unknownSteps = steps.flatMap((step, index) => {
      if (!templates || typeof step !== 'string' || templates.includes(step)) return [];
      const path = ['kinds', key, 'steps', index];
      return [
        document.at(
          path,
          `${pathName(path)}: there is no template ${shown(step)}; ${advice(step, templates)}`,
        ),
      ];
    });
    const nothingToSay =
      steps.length === 0 && kind['answer'] !== 'none' && typeof value === 'object'
        ? [
            document.at(
              ['kinds', key],
              `${pathName(['kinds', key])} has nothing to answer with; add steps, or write answer: none`,
            ),
          ]
        : [];
    return [
      ...unknownSteps,
      ...nothingToSay,
      ...routeFaults(key, asList(kind['route']), workspaces, document),
    ];
  });
}

function routeFaults(
  kind: string,
  route: unknown[],
  workspaces: Record<string, unknown>[],
  document: PolicyDocument,
): Fault[] {
  return route.flatMap((department, index) => {
    if (typeof department !== 'string') return [];
    return workspaces.flatMap((workspace, at) => {
      const departments = Object.keys(asMap(workspace['departments']));
      if (departments.includes(department)) return [];
      const path = ['kinds', kind, 'route', index];
      const missing = `workspaces[${at}] has no department ${shown(department)}`;
      return [document.at(path, `${pathName(path)}: ${missing}; ${advice(department, departments)}`)];
    });
  });
}

function advice(written: string, possible: readonly string[]): string {
  if (possible.length === 0) return 'there are none yet; add it or take it out here';
  const meant = nearest(written, possible);
  return meant
    ? `did you mean "${meant}"?`
    : `write one of ${possible.filter((name) => !looksSecret(name)).join(', ')}, or add it`;
}
