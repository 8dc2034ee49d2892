import { Readable } from 'node:stream';
import type { DoorPerson } from '../store/door-port.ts';
import type { Exports, Named } from '../store/exports-port.ts';
import type { DownloadedFile, Rooms } from './page.ts';
import { readerNow } from './reader-now.ts';

export interface RecordDeps extends Pick<Rooms, 'policy' | 'standingIn' | 'now' | 'audit'> {
  exports: Exports;
}

/** Cases after which it is asked again what somebody may see. */
const AT_A_TIME = 100;

/**
 * Everything this person may see, as JSON Lines: read while it is sent, and never held. What they may see is asked again every
 * hundred cases. Whoever has lost the right to read gets no more: the file breaks off, without its last line.
 */
export async function recordFile(
  person: DoorPerson,
  deps: RecordDeps,
  atATime = AT_A_TIME,
): Promise<DownloadedFile | null> {
  const { now, audit } = deps;
  const { workspaceId, userId } = person;
  if (!(await readerNow(person, deps))) return null;
  // Written down before the first line is handed over.
  await audit.note({ workspaceId, actorId: userId, action: 'record_exported', detail: { person: userId } });
  return {
    name: `feedback-${now().toISOString().slice(0, 10)}.jsonl`,
    contentType: 'application/x-ndjson; charset=utf-8',
    body: Readable.from(lines(person, deps, atATime)),
  };
}

async function* lines(person: DoorPerson, deps: RecordDeps, atATime: number): AsyncGenerator<string> {
  const counted = { lines: 0, cases: 0 };
  let [after, isMore]: [Named | null, boolean] = [null, true];
  while (isMore) {
    const reader = await readerNow(person, deps);
    if (!reader) throw new Error('Whoever took the record along may not read cases any more.');
    const eyes = reader.standing;
    if (counted.cases === 0) yield `${JSON.stringify(await deps.exports.header(eyes, deps.now()))}\n`;
    const end = counted.cases + atATime;
    isMore = false;
    for await (const line of deps.exports.lines({ eyes, withFiles: true, after })) {
      if (line.type === 'case') {
        // It comes again with the rights of then.
        isMore = counted.cases === end;
        if (isMore) break;
        counted.cases += 1;
        after = { workspaceId: String(line['workspace']), number: Number(line['number']) };
      }
      counted.lines += 1;
      yield `${JSON.stringify(line)}\n`;
    }
  }
  yield `${JSON.stringify({ type: 'end', ...counted })}\n`;
}
