import { maySee } from '../cases/access.ts';
import { departmentName, kindName, workspaceOf } from '../policy/lookup.ts';
import type { DoorPerson } from '../store/door-port.ts';
import type { Exports } from '../store/exports-port.ts';
import type { Transcripts } from '../store/transcripts-port.ts';
import { FORMATS, makeTranscript, READERS } from '../transcript/make-transcript.ts';
import type { Names } from './names.ts';
import type { DownloadedFile, Rooms } from './page.ts';

export interface TranscriptDeps extends Pick<Rooms, 'policy' | 'standingIn' | 'store' | 'audit'> {
  exports: Exports;
  transcripts: Transcripts;
}

/** People whose names are asked of the platform. */
const NAMED = 20;

/** The transcript a link stands for, `12/html/staff/en`, for somebody who may see the case at this moment. */
export async function transcriptFile(
  { workspaceId, userId }: DoorPerson,
  which: string,
  names: Names,
  { policy: read, standingIn, store, audit, exports, transcripts }: TranscriptDeps,
): Promise<DownloadedFile | null> {
  const [, number, typedAs, typedFor, language = null] =
    /^([1-9]\d{0,8})\/(\w+)\/(\w+)\/([\w-]{0,20})$/.exec(which) ?? [];
  const as = FORMATS.find((each) => each === typedAs);
  const reader = READERS.find((each) => each === typedFor);
  const policy = read(workspaceId);
  const workspace = workspaceOf(policy, workspaceId);
  const standing = workspace && (await standingIn(workspace, { userId, groups: null, channelId: null }));
  if (number === undefined || !as || !reader || !workspace || !standing) return null;
  const key = { workspaceId, number: Number(number) };
  const guard = await store.guard(key);
  const file = guard && maySee(standing, guard) ? await store.read(key) : null;
  if (!file || !maySee(standing, file)) return null;
  // Written down before anything of it is handed over.
  await audit.note({
    workspaceId,
    actorId: userId,
    action: 'transcript_taken',
    caseId: file.case.caseId,
    detail: { as, for: reader },
  });
  const { caseId, handlerId } = file.case;
  const history = await store.history({ workspaceId, caseId }, 100);
  const people = [handlerId, ...file.reporters, ...history.map(({ actorId }) => actorId)].flatMap(
    (each) => each ?? [],
  );
  const personName = await names(workspaceId, [...new Set(people)].slice(0, NAMED));
  const made = await makeTranscript(
    { key, as, for: reader, languages: [language, policy.language], eyes: standing, prefix: policy.prefix },
    {
      community: workspace.name,
      kindName: (kind, code) => kindName(policy, { kind, workspaceId }, code),
      departmentName: (each, code) => departmentName(workspace, each, code),
      personName,
    },
    { exports, transcripts, bytesOf: (fileRowId) => store.fileBytes(workspaceId, fileRowId) },
  );
  return made && { name: made.name, contentType: made.contentType, body: made.text };
}
