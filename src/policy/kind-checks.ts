import { audienceFaults } from './audience-checks.ts';
import type { Fault, Path, PolicyDocument } from './document.ts';
import { pathName } from './faults.ts';
import { suggestedGiftFaults } from './gift-checks.ts';
import type { KindField } from './kind-field.ts';
import { asList, asMap, textAt } from './loose.ts';
import { advice, nameFaults, type Names } from './name-checks.ts';
import type { Playbooks } from './playbooks.ts';
import { shown } from './secrets.ts';

/** What can be wrong with the kinds: playbooks, templates, details and departments that do not exist. */
export function kindFaults(
  policy: Record<string, unknown>,
  document: PolicyDocument,
  names: Names | null,
  playbooks: Playbooks,
): Fault[] {
  const workspaces = asList(policy['workspaces']).map(asMap);
  return Object.entries(asMap(policy['kinds'])).flatMap(([key, value]) => {
    const kind = asMap(value);
    const path = ['kinds', key];
    const field = fieldsOf(kind, path, document, playbooks);
    const unknown = playbookFaults(kind, path, document, playbooks);
    return [
      ...unknown,
      ...nameFaults(kind, path, document, names),
      ...(typeof value === 'object' && unknown.length === 0 ? nothingToSay(field, path, document) : []),
      ...departmentFaults(field, workspaces),
      ...audienceFaults(field, workspaces),
      ...suggestedGiftFaults({ ...field('gift'), isOwn: Object.hasOwn(kind, 'gift') }, policy),
      ...communityFaults(field, workspaces),
    ];
  });
}

function fieldsOf(
  kind: Record<string, unknown>,
  path: Path,
  document: PolicyDocument,
  playbooks: Playbooks,
): (name: string) => KindField {
  const playbook = textAt(kind, 'playbook');
  const said = playbook === null ? undefined : playbooks.said(playbook);
  return (name) => {
    if (Object.hasOwn(kind, name) || !said || !Object.hasOwn(said.values, name)) {
      const at = (inner: Path, message: string) => {
        const whole = [...path, ...inner];
        return document.at(whole, `${pathName(whole)}: ${message}`);
      };
      return { value: kind[name], at };
    }
    const at = (inner: Path, message: string) =>
      said.at(
        inner,
        `${message} Or write ${name} under ${pathName(path)} in hearback.yaml, which counts more.`,
      );
    return { value: said.values[name], at };
  };
}

function playbookFaults(
  kind: Record<string, unknown>,
  path: Path,
  document: PolicyDocument,
  playbooks: Playbooks,
): Fault[] {
  const playbook = textAt(kind, 'playbook');
  if (playbook === null || playbooks.said(playbook)) return [];
  const at = [...path, 'playbook'];
  return [
    document.at(
      at,
      `${pathName(at)}: there is no playbook ${shown(playbook)}; ${advice(playbook, playbooks.names())}`,
    ),
  ];
}

function nothingToSay(field: (name: string) => KindField, path: Path, document: PolicyDocument): Fault[] {
  const answer = field('answer').value;
  if (answer === 'none' || answer === 'never' || asList(field('steps').value).length > 0) return [];
  return [
    document.at(path, `${pathName(path)} has nothing to answer with; add steps, or write answer: none`),
  ];
}

/** Every department a kind can send something to has to be there in every workspace. */
function departmentFaults(
  field: (name: string) => KindField,
  workspaces: readonly Record<string, unknown>[],
): Fault[] {
  const listed = (name: string, inner: Path = []) => {
    const { value, at } = field(name);
    const list = inner.reduce<unknown>((map, part) => asMap(map)[part], value);
    return asList(list).flatMap((department, index) =>
      missingIn(department, workspaces, (message) => at([name, ...inner, index], message)),
    );
  };
  const single = (name: string, inner: string, besides: readonly string[] = []) => {
    const { value, at } = field(name);
    const department = asMap(value)[inner];
    if (besides.includes(String(department))) return [];
    return missingIn(department, workspaces, (message) => at([name, inner], message));
  };
  return [
    ...listed('route'),
    ...listed('next'),
    ...listed('passOn', ['departments']),
    ...single('passOn', 'consent'),
    ...single('recommend', 'to', ['triage']),
  ];
}

/** The community is asked in public: there has to be a channel for it, and nothing to keep private. */
function communityFaults(
  field: (name: string) => KindField,
  workspaces: readonly Record<string, unknown>[],
): Fault[] {
  const { value, at } = field('community');
  if (typeof value !== 'object' || value === null) return [];
  const isPrivate = field('answer').value === 'private' || field('audience').value === 'leads';
  return [
    ...workspaces.flatMap((workspace, index) =>
      textAt(workspace, 'helpers') === null
        ? [
            at(
              ['community'],
              `workspaces[${index}] has no helpers channel to ask in; add helpers: <channel id> there`,
            ),
          ]
        : [],
    ),
    ...(isPrivate
      ? [
          at(
            ['community'],
            'the community is asked in public, which does not go with answer: private or audience: leads; take one of them out',
          ),
        ]
      : []),
  ];
}

function missingIn(
  department: unknown,
  workspaces: readonly Record<string, unknown>[],
  fault: (message: string) => Fault,
): Fault[] {
  if (typeof department !== 'string') return [];
  return workspaces.flatMap((workspace, index) => {
    const departments = Object.keys(asMap(workspace['departments']));
    if (departments.includes(department)) return [];
    const missing = `workspaces[${index}] has no department ${shown(department)}`;
    return [fault(`${missing}; ${advice(department, departments)}`)];
  });
}
