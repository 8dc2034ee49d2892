import { Readable } from 'node:stream';
import { isStaff } from '../cases/access.ts';
import { workspaceOf } from '../policy/lookup.ts';
import type { DoorPerson } from '../store/door-port.ts';
import type { Exports } from '../store/exports-port.ts';
import type { DownloadedFile, Rooms } from './page.ts';

export interface RecordDeps extends Pick<Rooms, 'policy' | 'standingIn' | 'now' | 'audit'> {
  exports: Exports;
}

/** Everything this person may see at this moment, as JSON Lines: read while it is sent, and never held. */
export async function recordFile(
  { workspaceId, userId }: DoorPerson,
  { policy, standingIn, now, audit, exports }: RecordDeps,
): Promise<DownloadedFile | null> {
  const workspace = workspaceOf(policy(), workspaceId);
  const standing = workspace && (await standingIn(workspace, { userId, groups: null, channelId: null }));
  if (!standing || (!isStaff(standing) && standing.departments.size === 0)) return null;
  // Written down before the first line is handed over.
  await audit.note({ workspaceId, actorId: userId, action: 'record_exported', detail: { person: userId } });
  async function* lines() {
    if (!standing) return;
    const counted = { lines: 0, cases: 0 };
    yield `${JSON.stringify(await exports.header(standing, now()))}\n`;
    for await (const line of exports.lines({ eyes: standing, withFiles: true })) {
      counted.lines += 1;
      if (line.type === 'case') counted.cases += 1;
      yield `${JSON.stringify(line)}\n`;
    }
    yield `${JSON.stringify({ type: 'end', ...counted })}\n`;
  }
  return {
    name: `feedback-${now().toISOString().slice(0, 10)}.jsonl`,
    contentType: 'application/x-ndjson; charset=utf-8',
    body: Readable.from(lines()),
  };
}
