import type { Fault, Path, PolicyDocument } from './document.ts';
import { normaliseEmoji } from './emoji.ts';
import { pathName } from './faults.ts';
import { extremesFaults } from './extremes-checks.ts';
import { heatFaults } from './heat-checks.ts';
import { hoursFaults } from './hours-checks.ts';
import { kindFaults } from './kind-checks.ts';
import { mailFaults } from './mail-checks.ts';
import { localeFaults } from './locale-checks.ts';
import { asMap } from './loose.ts';
import { advice, type Names } from './name-checks.ts';
import type { Playbooks } from './playbooks.ts';
import { programFaults } from './program-checks.ts';
import { retentionFaults } from './retention-checks.ts';
import { looksSecret, shown } from './secrets.ts';
import { workspaceFaults } from './workspace-checks.ts';

/**
 * What a schema cannot see: names that point nowhere, channels that would leak, zones and languages that do not exist.
 * Works on the values as written, so one fault elsewhere hides none of these.
 * @param names what steps and details can be called; null: unchecked
 * @param canMail whether mail can be sent from here; null: unchecked
 */
export function crossFaults(
  document: PolicyDocument,
  names: Names | null,
  playbooks: Playbooks,
  canMail: boolean | null = null,
): Fault[] {
  const policy = asMap(document.value);
  return [
    ...secretFaults(document.value, [], document),
    ...emojiFaults(policy, document),
    ...kindFaults(policy, document, names, playbooks),
    ...localeFaults(policy, [], document),
    ...hoursFaults(policy, document),
    ...extremesFaults(policy, document),
    ...heatFaults(policy, document),
    ...retentionFaults(policy, document),
    ...programFaults(policy, document),
    ...mailFaults(policy, document, canMail),
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
