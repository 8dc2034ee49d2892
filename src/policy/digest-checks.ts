import type { Fault, Path, PolicyDocument } from './document.ts';
import { pathName } from './faults.ts';
import { asList, asMap, textAt } from './loose.ts';
import { advice } from './name-checks.ts';
import { shown } from './secrets.ts';

/**
 * What can be wrong with the digests of a workspace: where they go, and what they are about. They are internal text, and
 * a department reads of its own cases only.
 */
export function digestFaults(
  workspace: Record<string, unknown>,
  path: Path,
  kinds: readonly string[],
  document: PolicyDocument,
): Fault[] {
  const digests = asList(workspace['digests']).map(asMap);
  return digests.flatMap((digest, index) => {
    const at = [...path, 'digests', index];
    return [
      ...channelFaults(digest, workspace, at, document),
      ...nameFaults(digest, 'departments', Object.keys(asMap(workspace['departments'])), at, document),
      ...nameFaults(digest, 'kinds', kinds, at, document),
      ...twinFaults(digests, index, workspace, at, document),
    ];
  });
}

function channelFaults(
  digest: Record<string, unknown>,
  workspace: Record<string, unknown>,
  at: Path,
  document: PolicyDocument,
): Fault[] {
  const channel = textAt(digest, 'channel');
  if (channel === null) return [];
  const place = [...at, 'channel'];
  const fault = (message: string) => [document.at(place, `${pathName(place)} ${message}`)];
  if (asList(workspace['watch']).includes(channel))
    return fault(
      'is also in watch, so members could read internal text; use a private channel of its own for the digest',
    );
  if (textAt(workspace, 'helpers') === channel)
    return fault('is the channel of the helpers, which is public; use a private channel for the digest');
  const owners = Object.entries(asMap(workspace['departments']))
    .filter(([, each]) => asMap(each)['channel'] === channel || asList(asMap(each)['cc']).includes(channel))
    .map(([department]) => department);
  const only = asList(digest['departments']);
  const isOwn = only.length > 0 && only.every((each) => owners.includes(String(each)));
  if (owners.length === 0 || isOwn) return [];
  return fault(
    `is a channel of ${owners.join(' and ')}, where only their own cases are told; add departments: [${owners.join(', ')}], or use another channel`,
  );
}

function nameFaults(
  digest: Record<string, unknown>,
  list: 'departments' | 'kinds',
  known: readonly string[],
  at: Path,
  document: PolicyDocument,
): Fault[] {
  return asList(digest[list]).flatMap((name, index) => {
    if (typeof name !== 'string' || known.includes(name)) return [];
    const place = [...at, list, index];
    const what = list === 'kinds' ? 'kind' : 'department';
    return [
      document.at(place, `${pathName(place)}: there is no ${what} ${shown(name)}; ${advice(name, known)}`),
    ];
  });
}

/** Two of one name would be one: what was sent is known by it. */
function twinFaults(
  digests: readonly Record<string, unknown>[],
  index: number,
  workspace: Record<string, unknown>,
  at: Path,
  document: PolicyDocument,
): Fault[] {
  const nameOf = (digest: Record<string, unknown> = {}) =>
    textAt(digest, 'name') ?? textAt(digest, 'channel') ?? textAt(workspace, 'triage') ?? '';
  const twin = digests.findIndex((digest) => nameOf(digest) === nameOf(digests[index]));
  if (twin === index) return [];
  return [
    document.at(
      at,
      `${pathName(at)} has the same name or channel as ${pathName([...at.slice(0, -1), twin])}; give each a name of its own, such as name: "QA, weekly"`,
    ),
  ];
}
