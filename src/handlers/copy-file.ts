import { z } from 'zod';
import { fileNews, type FileNews } from '../cases/told.ts';
import { AppError } from '../errors.ts';
import { workspaceOf } from '../policy/lookup.ts';
import type { FileToCopy } from '../store/files-port.ts';
import { textsOf, type Texts } from '../texts/index.ts';
import { defineHandler, type Context } from './handler.ts';

/** A file at a recorded message: its bytes are copied, since links expire and messages are deleted. */
export const copyFile = defineHandler({
  name: 'copy-file',
  lane: 'files',
  data: z.object({ fileRowId: z.number() }),
  async run({ fileRowId }, { store, policy, chat, log }) {
    const found = await store.fileToCopy(fileRowId);
    if (!found) return;
    try {
      const { maxBytes, maxTotalBytes } = policy(found.workspaceId).files;
      const kept = await store.keptBytes(found.workspaceId);
      if (kept + found.file.size > maxTotalBytes)
        throw new AppError('FILES_FULL', ({ says }) => says.reasons.noRoom(inMb(maxTotalBytes)), 'never');
      const bytes = await chat(found.workspaceId).download(found.workspaceId, found.file, maxBytes);
      await store.keepFile(fileRowId, { bytes });
      if (found.told?.isMissed) await tell(found, () => ({ type: 'there' }), { store, policy });
    } catch (error) {
      // What can never be had is noted with its reason; everything else is tried again.
      if (!(error instanceof AppError) || error.retry !== 'never') throw error;
      if (error.code === 'FILES_FULL')
        log.warn({ code: error.code, workspaceId: found.workspaceId }, 'a file was not kept');
      const why = (texts: Texts) => error.in(texts);
      await store.keepFile(fileRowId, { problem: why(textsAt(found, policy)) });
      await tell(found, (texts) => ({ type: 'lost', why: why(texts) }), { store, policy });
    }
  },
  async whenStuck({ fileRowId }, { error, isGivenUp }, { store, policy }) {
    const found = await store.fileToCopy(fileRowId);
    if (!found) return;
    const why = (texts: Texts) => error?.in(texts) ?? texts.rules.notices.fileFailed;
    // Departments wait for it as long as it may still come.
    if (isGivenUp) await store.keepFile(fileRowId, { problem: why(textsAt(found, policy)) });
    await tell(found, (texts) => ({ type: isGivenUp ? 'lost' : 'late', why: why(texts) }), { store, policy });
  },
});

function textsAt({ workspaceId }: FileToCopy, policy: Context['policy']): Texts {
  return textsOf(workspaceOf(policy(workspaceId), workspaceId) ?? {});
}

/** Where a message was flagged, the file can still be looked at there; what was told another way is gone with its link. */
async function tell(
  { fileRowId, workspaceId, file, told }: FileToCopy,
  news: (texts: Texts) => FileNews,
  { store, policy }: Pick<Context, 'store' | 'policy'>,
): Promise<void> {
  if (told === null) return;
  const workspace = workspaceOf(policy(workspaceId), workspaceId);
  const { caseId, by } = told;
  const found = workspace && (await store.read({ workspaceId, caseId }));
  if (!workspace || !found) return;
  for (const { delivery, namesCase } of fileNews(found, { fileRowId, name: file.name, by }, news, workspace))
    await store.say(workspaceId, delivery, namesCase ? caseId : undefined);
}

function inMb(bytes: number): number {
  return Math.floor(bytes / 1_048_576);
}
