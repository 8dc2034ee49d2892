import { z } from 'zod';
import { AppError } from '../errors.ts';
import { workspaceOf } from '../policy/lookup.ts';
import { textsOf } from '../texts/index.ts';
import { defineHandler } from './handler.ts';

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
    }
  },
});

function inMb(bytes: number): number {
  return Math.floor(bytes / 1_048_576);
}
