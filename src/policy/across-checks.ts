import type { Fault, Path, PolicyDocument } from './document.ts';
import { pathName } from './faults.ts';
import { asList, asMap, textAt } from './loose.ts';
import { shown } from './secrets.ts';

/**
 * What can be wrong with departments that live in another workspace: it has to be one of this file, and their channels must be
 * nobody else's there but another department's.
 */
export function acrossFaults(
  workspaces: readonly Record<string, unknown>[],
  index: number,
  path: Path,
  document: PolicyDocument,
): Fault[] {
  const own = workspaces[index] ?? {};
  const known = workspaces.map((each) => textAt(each, 'id')).filter((id) => id !== null);
  return Object.entries(asMap(own['departments'])).flatMap(([key, value]) => {
    const department = asMap(value);
    const where = textAt(department, 'workspace');
    if (where === null) return [];
    const at = [...path, 'departments', key];
    const host = workspaces.find((each) => textAt(each, 'id') === where);
    if (!host) {
      const place = [...at, 'workspace'];
      return [
        document.at(
          place,
          `${pathName(place)}: there is no workspace ${shown(where)} in this file; list it under workspaces, or write one of: ${known.map(shown).join(', ')}`,
        ),
      ];
    }
    if (host === own) return [];
    return [...channelsOf(department, at)].flatMap(([channel, place]) => {
      const taken = usedFor(host, channel);
      return taken === null
        ? []
        : [
            document.at(
              place,
              `${pathName(place)} is ${taken} of workspace ${shown(where)}; use a private channel of its own there for the department`,
            ),
          ];
    });
  });
}

/** Whether a department lives in another workspace than the one it stands in. */
export function livesElsewhere(workspace: Record<string, unknown>, department: unknown): boolean {
  const where = textAt(asMap(department), 'workspace');
  return where !== null && where !== textAt(workspace, 'id');
}

function* channelsOf(department: Record<string, unknown>, at: Path): Generator<[string, Path]> {
  const channel = textAt(department, 'channel');
  if (channel !== null) yield [channel, [...at, 'channel']];
  for (const [index, each] of asList(department['cc']).entries())
    if (typeof each === 'string') yield [each, [...at, 'cc', index]];
}

/** What a channel is for in its own workspace, where that is for other eyes than a guest's. */
function usedFor(host: Record<string, unknown>, channel: string): string | null {
  if (textAt(host, 'triage') === channel) return 'the triage channel';
  if (textAt(host, 'management') === channel) return 'the channel of management';
  if (textAt(host, 'helpers') === channel) return 'the public channel of the helpers';
  if (asList(host['watch']).includes(channel)) return 'a watched channel';
  const isDigests = asList(host['digests']).some((digest) => textAt(asMap(digest), 'channel') === channel);
  return isDigests ? 'the channel of a digest' : null;
}
