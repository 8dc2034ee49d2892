import { z } from 'zod';
import { fileLost } from '../cases/told.ts';
import { AppError } from '../errors.ts';
import { workspaceOf } from '../policy/lookup.ts';
import type { FileToCopy } from '../store/files-port.ts';
import { textsOf } from '../texts/index.ts';
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
    } catch (error) {
      // What can never be had is noted with its reason; everything else is tried again.
      if (!(error instanceof AppError) || error.retry !== 'never') throw error;
      if (error.code === 'FILES_FULL')
        log.warn({ code: error.code, workspaceId: found.workspaceId }, 'a file was not kept');
      const texts = textsOf(workspaceOf(policy(found.workspaceId), found.workspaceId) ?? {});
      await store.keepFile(fileRowId, { problem: error.in(texts) });
      if (found.toldIn !== null) await tellLost(found, found.toldIn, error.in(texts), { store, policy });
    }
  },
});

/** Where a message was flagged, the file can still be looked at there; what was told another way is gone with its link. */
async function tellLost(
  { fileRowId, workspaceId, file }: FileToCopy,
  caseId: number,
  why: string,
  { store, policy }: Pick<Context, 'store' | 'policy'>,
): Promise<void> {
  const workspace = workspaceOf(policy(workspaceId), workspaceId);
  const found = workspace && (await store.read({ workspaceId, caseId }));
  if (!workspace || !found) return;
  for (const notice of fileLost(found, { fileRowId, name: file.name, why }, workspace))
    await store.say(workspaceId, notice, caseId);
}

function inMb(bytes: number): number {
  return Math.floor(bytes / 1_048_576);
}
