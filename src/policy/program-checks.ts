import type { Fault, Path, PolicyDocument } from './document.ts';
import { pathName } from './faults.ts';
import { asList, asMap, textAt } from './loose.ts';
import { advice } from './name-checks.ts';
import { shown } from './secrets.ts';

/** What can be wrong with webhooks and issues besides their shape: two of one name, communities that are none, words sent in clear. */
export function programFaults(policy: Record<string, unknown>, document: PolicyDocument): Fault[] {
  const known = asList(policy['workspaces']).flatMap((each) => textAt(asMap(each), 'id') ?? []);
  const webhooks = asList(policy['webhooks']).map(asMap);
  return [
    ...webhooks.flatMap((webhook, index) => {
      const at: Path = ['webhooks', index];
      return [
        ...twinFaults(webhooks, index, document),
        ...clearFaults(webhook, at, document),
        ...workspaceFaults(webhook, at, known, document),
      ];
    }),
    ...Object.entries(asMap(policy['issues'])).flatMap(([key, tracker]) =>
      workspaceFaults(asMap(tracker), ['issues', key], known, document),
    ),
  ];
}

/** The record knows a webhook by its name. */
function twinFaults(webhooks: Record<string, unknown>[], index: number, document: PolicyDocument): Fault[] {
  const name = textAt(webhooks[index] ?? {}, 'name');
  const twin = webhooks.findIndex((each) => name !== null && textAt(each, 'name') === name);
  if (twin === -1 || twin === index) return [];
  const at = ['webhooks', index, 'name'];
  return [
    document.at(
      at,
      `${pathName(at)} is the same as webhooks[${twin}].name; give each webhook a name of its own`,
    ),
  ];
}

function clearFaults(webhook: Record<string, unknown>, at: Path, document: PolicyDocument): Fault[] {
  const url = textAt(webhook, 'url');
  if (!url?.startsWith('http://') || webhook['private'] === true) return [];
  const place = [...at, 'url'];
  return [
    document.at(
      place,
      `${pathName(place)} is not encrypted, so everybody on the way could read it; write https://, or private: true for a program in your own network`,
    ),
  ];
}

function workspaceFaults(
  program: Record<string, unknown>,
  at: Path,
  known: readonly string[],
  document: PolicyDocument,
): Fault[] {
  return asList(program['workspaces']).flatMap((id, index) => {
    if (typeof id !== 'string' || known.includes(id)) return [];
    const place = [...at, 'workspaces', index];
    return [
      document.at(place, `${pathName(place)}: there is no workspace ${shown(id)}; ${advice(id, known)}`),
    ];
  });
}
